"""`unittest`: the names of its parts, and cases for coroutines. Owns no state.
"""

from _unittest_run import (
    TestLoader, TestProgram, TestResult, TestSuite, TextTestResult, TextTestRunner, defaultTestLoader, main,
)
from unittest.case import (
    FunctionTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups, expectedFailure, skip, skipIf, skipUnless,
)


def makeSuite(testCaseClass, prefix="test"):
    loader = TestLoader()
    loader.testMethodPrefix = prefix
    return loader.loadTestsFromTestCase(testCaseClass)


class IsolatedAsyncioTestCase(TestCase):
    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        result = await type(cm).__aenter__(cm)
        self.addAsyncCleanup(type(cm).__aexit__, cm, None, None, None)
        return result

    def _in_loop(self, function, *args, **kwargs):
        result = function(*args, **kwargs)
        if result is not None:
            return self._runner.run(result)

    def _callSetUp(self):
        self._runner.get_loop()
        self.setUp()
        self._in_loop(self.asyncSetUp)

    def _callTestMethod(self, method):
        self._in_loop(method)

    def _callTearDown(self):
        self._in_loop(self.asyncTearDown)
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        self._in_loop(function, *args, **kwargs)

    def run(self, result=None):
        import asyncio

        self._runner = asyncio.Runner()
        try:
            return super().run(result)
        finally:
            self._runner.close()
