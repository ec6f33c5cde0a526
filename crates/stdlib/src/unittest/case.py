"""`unittest`'s test cases: assertions, fixtures, skips and subtests. Knows no runner but by what it calls on a result.
(Over 400 lines because assertions are one class's methods, as in CPython.)
"""

import warnings

_MISSING = object()


class SkipTest(Exception):
    pass


class _ShouldStop(Exception):
    pass


def skip(reason):
    def decorator(item):
        if not isinstance(item, type):

            def wrapper(*args, **kwargs):
                raise SkipTest(reason)

            wrapper.__name__ = item.__name__
            wrapper.__doc__ = item.__doc__
            item = wrapper
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason) and not isinstance(reason, str):
        item = reason
        reason = ""
        return decorator(item)
    return decorator


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skip(reason) if not condition else lambda item: item


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


def safe_repr(obj, short=False):
    try:
        return repr(obj)
    except Exception:
        return object.__repr__(obj)


def strclass(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        function(*args, **kwargs)


class _AssertRaises:
    def __init__(self, expected, case, pattern=None):
        self.expected = expected
        self.case = case
        self.pattern = pattern
        self.msg = None
        self.exception = None

    def _name(self):
        return getattr(self.expected, "__name__", None) or str(self.expected)

    def _fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))

    def handle(self, name, args, kwargs):
        if not isinstance(self.expected, (type, tuple)):
            raise TypeError(f"{name}() arg 1 must be an exception type or tuple of exception types")
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
            return self
        callable_obj, *rest = args
        self.called = getattr(callable_obj, "__name__", str(callable_obj))
        with self:
            callable_obj(*rest, **kwargs)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            called = getattr(self, "called", None)
            self._fail(f"{self._name()} not raised" + (f" by {called}" if called else ""))
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.pattern is not None:
            self._match(str(exc_value))
        return True

    def _match(self, text):
        import re

        pattern = re.compile(self.pattern) if isinstance(self.pattern, (str, bytes)) else self.pattern
        if not pattern.search(text):
            self._fail(f'"{pattern.pattern}" does not match "{text}"')


class _AssertWarns(_AssertRaises):
    def __enter__(self):
        self.manager = warnings.catch_warnings(record=True)
        self.warnings = self.manager.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for found in self.warnings:
            if not isinstance(found.message, self.expected):
                continue
            first = first or found.message
            import re

            if self.pattern is None or re.search(self.pattern, str(found.message)):
                self.warning = found.message
                self.filename = found.filename
                self.lineno = found.lineno
                return
        if first is not None:
            self._fail(f'"{self.pattern}" does not match "{first}"')
        called = getattr(self, "called", None)
        self._fail(f"{self._name()} not triggered" + (f" by {called}" if called else ""))


class _AssertLogs:
    def __init__(self, case, logger, level, no_logs):
        import logging

        self.logging = logging
        self.case = case
        self.logger_name = logger
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.no_logs = no_logs
        self.msg = None

    def __enter__(self):
        logging = self.logging
        watcher = self

        class Capture(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(self.format(record))

        self.records = []
        self.output = []
        self.logger = self.logger_name if isinstance(self.logger_name, logging.Logger) else logging.getLogger(self.logger_name)
        handler = Capture()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self.before = (self.logger.handlers[:], self.logger.level, self.logger.propagate)
        self.logger.handlers = [handler]
        self.logger.setLevel(self.level)
        self.logger.propagate = False
        return None if self.no_logs else self

    def __exit__(self, exc_type, exc_value, tb):
        self.logger.handlers, level, self.logger.propagate = self.before
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        name, level = self.logger.name, self.logging.getLevelName(self.level)
        if self.no_logs:
            if self.records:
                text = f"Unexpected logs found: {self.output!r}"
                raise self.case.failureException(self.case._formatMessage(None, text))
        elif not self.records:
            text = f"no logs of level {level} or higher triggered on {name}"
            raise self.case.failureException(self.case._formatMessage(None, text))


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _class_cleanups = []

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        try:
            method = getattr(self, methodName)
        except AttributeError:
            if methodName != "runTest":
                raise ValueError(f"no such test method in {self.__class__}: {methodName}") from None
            self._testMethodDoc = "No test"
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {}

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        result = cm.__enter__()
        self.addCleanup(cm.__exit__, None, None, None)
        return result

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        if "_class_cleanups" not in cls.__dict__:
            cls._class_cleanups = []
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def doClassCleanups(cls):
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            function(*args, **kwargs)

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from _unittest_run import TestResult

        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return f"{strclass(self.__class__)}.{self._testMethodName}"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f"{self._testMethodName} ({strclass(self.__class__)}.{self._testMethodName})"

    def __repr__(self):
        return f"<{strclass(self.__class__)} testMethod={self._testMethodName}>"

    def subTest(self, msg=_MISSING, **params):
        return _SubTestManager(self, msg, params)

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})", DeprecationWarning)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        function(*args, **kwargs)

    def _guarded(self, function, *args, **kwargs):
        """Runs a part of the test; True where it did not fail."""
        try:
            function(*args, **kwargs)
            return True
        except KeyboardInterrupt:
            raise
        except SkipTest as reason:
            self._skipped = True
            self._result.addSkip(self, str(reason))
        except _ShouldStop:
            pass
        except BaseException as error:
            self._tell(error)
        return False

    def _tell(self, error):
        details = (type(error), error, error.__traceback__)
        if self._expecting_failure:
            self._expected = details
        elif isinstance(error, self.failureException):
            self._result.addFailure(self, details)
        else:
            self._result.addError(self, details)

    def run(self, result=None):
        own_result = result is None
        if own_result:
            result = self.defaultTestResult()
            result.startTestRun()
        self._result = result
        method = getattr(self, self._testMethodName)
        result.startTest(self)
        try:
            if getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
                why = getattr(self.__class__, "__unittest_skip_why__", "") or getattr(method, "__unittest_skip_why__", "")
                result.addSkip(self, why)
                return result
            self._expecting_failure = getattr(self, "__unittest_expecting_failure__", False) or getattr(method, "__unittest_expecting_failure__", False)
            self._expected = None
            self._skipped = False
            self._failed_sub = False
            good = self._guarded(self._callSetUp)
            if good:
                good = self._guarded(self._callTestMethod, method) and not self._failed_sub
                good = self._guarded(self._callTearDown) and good
            good = self.doCleanups() and good
            if not self._skipped:
                if self._expecting_failure:
                    if self._expected is not None:
                        result.addExpectedFailure(self, self._expected)
                    elif good:
                        result.addUnexpectedSuccess(self)
                elif good:
                    result.addSuccess(self)
            return result
        finally:
            result.stopTest(self)
            if own_result:
                result.stopTestRun()

    def doCleanups(self):
        good = True
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            good = self._guarded(self._callCleanup, function, *args, **kwargs) and good
        return good

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        self._callSetUp()
        self._callTestMethod(getattr(self, self._testMethodName))
        self._callTearDown()

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f"{standardMsg} : {msg}"

    def _check(self, good, msg, text):
        if not good:
            raise self.failureException(self._formatMessage(msg, text))

    def assertFalse(self, expr, msg=None):
        self._check(not expr, msg, f"{safe_repr(expr)} is not false")

    def assertTrue(self, expr, msg=None):
        self._check(expr, msg, f"{safe_repr(expr)} is not true")

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaises(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _AssertRaises(expected_exception, self, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarns(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _AssertWarns(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogs(self, logger, level, True)

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            own = self._type_equality_funcs.get(type(first))
            if own is not None:
                own(first, second, msg=msg)
                return
            name = {dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual", set: "assertSetEqual", frozenset: "assertSetEqual", str: "assertMultiLineEqual"}.get(type(first))
            if name is not None:
                getattr(self, name)(first, second, msg)
                return
        self._check(first == second, msg, f"{safe_repr(first)} != {safe_repr(second)}")

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, f"{safe_repr(first)} == {safe_repr(second)}")

    def _almost(self, first, second, places, delta):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        if first == second:
            return True, ""
        diff = abs(first - second)
        if delta is not None:
            return diff <= delta, f"within {safe_repr(delta)} delta ({safe_repr(diff)} difference)"
        places = 7 if places is None else places
        return round(diff, places) == 0, f"within {places!r} places ({safe_repr(diff)} difference)"

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        good, text = self._almost(first, second, places, delta)
        self._check(good, msg, f"{safe_repr(first)} != {safe_repr(second)} {text}")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        good, text = self._almost(first, second, places, delta)
        self._check(not good, msg, f"{safe_repr(first)} == {safe_repr(second)} {text}".rstrip())

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = seq_type.__name__ if seq_type is not None else "sequence"
        if seq_type is not None:
            for each, which in ((seq1, "First"), (seq2, "Second")):
                if not isinstance(each, seq_type):
                    raise self.failureException(f"{which} sequence is not a {name}: {safe_repr(each)}")
        if seq1 == seq2:
            return
        text = f"{name.capitalize()}s differ: {safe_repr(seq1)} != {safe_repr(seq2)}\n"
        short = min(len(seq1), len(seq2))
        for at in range(short):
            if seq1[at] != seq2[at]:
                text += f"\nFirst differing element {at}:\n{safe_repr(seq1[at])}\n{safe_repr(seq2[at])}\n"
                break
        if len(seq1) > len(seq2):
            text += f"\nFirst {name} contains {len(seq1) - len(seq2)} additional elements.\nFirst extra element {short}:\n{safe_repr(seq1[short])}\n"
        elif len(seq1) < len(seq2):
            text += f"\nSecond {name} contains {len(seq2) - len(seq1)} additional elements.\nFirst extra element {short}:\n{safe_repr(seq2[short])}\n"
        self._check(False, msg, text)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for extra, which in ((set1 - set2, "first"), (set2 - set1, "second")):
            if extra:
                lines.append(f"Items in the {which} set but not the {'second' if which == 'first' else 'first'}:")
                lines.extend(repr(item) for item in extra)
        self._check(not lines, msg, "\n".join(lines))

    def assertIn(self, member, container, msg=None):
        self._check(member in container, msg, f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}")

    def assertIs(self, expr1, expr2, msg=None):
        self._check(expr1 is expr2, msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        self._check(expr1 is not expr2, msg, f"unexpectedly identical: {safe_repr(expr1)}")

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        self._check(d1 == d2, msg, f"{safe_repr(d1)} != {safe_repr(d2)}")

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        rest = second[:]
        missing = []
        for item in first:
            if item in rest:
                rest.remove(item)
            else:
                missing.append(item)
        if missing or rest:
            lines = ["Element counts were not equal:"]
            for item in missing + rest:
                if f"{item!r}" not in lines:
                    lines.append(f"First has {first.count(item)}, Second has {second.count(item)}:  {item!r}")
            self._check(False, msg, "\n".join(dict.fromkeys(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        self._check(first == second, msg, f"{safe_repr(first)} != {safe_repr(second)}")

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), msg, f"{safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), msg, f"{safe_repr(obj)} is an instance of {cls!r}")

    def assertRegex(self, text, expected_regex, msg=None):
        import re

        pattern = re.compile(expected_regex)
        self._check(pattern.search(text), msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re

        pattern = re.compile(unexpected_regex)
        found = pattern.search(text)
        self._check(not found, msg, found and f"Regex matched: {found.group()!r} matches {pattern.pattern!r} in {text!r}")


class _SubTestManager:
    def __init__(self, case, msg, params):
        self.case = case
        outer = case._subtest
        self.sub = _SubTest(case, msg, dict(outer.params, **params) if outer else params)

    def __enter__(self):
        self.outer = self.case._subtest
        self.case._subtest = self.sub

    def __exit__(self, exc_type, exc_value, tb):
        case = self.case
        case._subtest = self.outer
        if exc_type is None:
            case._result.addSubTest(case, self.sub, None)
            return False
        if issubclass(exc_type, SkipTest):
            case._result.addSkip(self.sub, str(exc_value))
            return True
        if not issubclass(exc_type, Exception):
            return False
        if case._expecting_failure:
            return False
        case._failed_sub = True
        case._result.addSubTest(case, self.sub, (exc_type, exc_value, tb))
        return True


class _SubTest(TestCase):
    def __init__(self, case, message, params):
        super().__init__()
        self.test_case = case
        self._message = message
        self.params = params
        self.failureException = case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _text(self):
        parts = []
        if self._message is not _MISSING:
            parts.append(f"[{self._message}]")
        if self.params:
            parts.append("(%s)" % ", ".join(f"{name}={value!r}" for name, value in self.params.items()))
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._text()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._text()}"


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._parts = (setUp, tearDown, testFunc)
        self._description = description

    def setUp(self):
        if self._parts[0] is not None:
            self._parts[0]()

    def tearDown(self):
        if self._parts[1] is not None:
            self._parts[1]()

    def runTest(self):
        self._parts[2]()

    def id(self):
        return self._parts[2].__name__

    def __str__(self):
        return f"{strclass(self.__class__)} ({self._parts[2].__name__})"

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._parts[2].__doc__
        return doc and doc.split("\n")[0].strip() or None
