import sys
import unittest


class Account:
    def __init__(self, balance=0):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError("insufficient funds")
        self.balance -= amount
        return self.balance


class AccountTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class set up")

    @classmethod
    def tearDownClass(cls):
        print("class torn down")

    def setUp(self):
        self.account = Account(100)
        self.addCleanup(print, "cleanup of", self._testMethodName)

    def tearDown(self):
        print("tear down", self.account.balance)

    def test_withdraw(self):
        self.assertEqual(self.account.withdraw(30), 70)
        self.assertTrue(self.account.balance)
        self.assertIn(70, [self.account.balance])
        self.assertIsNone(None)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertGreater(2, 1)
        self.assertIsInstance(self.account, Account)
        self.assertCountEqual([1, 2, 2], [2, 1, 2])
        self.assertRegex("abc1", r"\d")
        self.assertDictEqual({"a": 1}, {"a": 1})

    def test_too_much(self):
        """Takes more than there is."""
        with self.assertRaises(ValueError) as caught:
            self.account.withdraw(1000)
        self.assertEqual(str(caught.exception), "insufficient funds")
        with self.assertRaisesRegex(ValueError, "insuff.*"):
            self.account.withdraw(1000)
        self.assertRaises(ZeroDivisionError, divmod, 1, 0)

    def test_wrong(self):
        self.assertEqual(self.account.balance, 1, "a message")

    def test_error(self):
        {}["missing"]

    def test_parts(self):
        for n in range(4):
            with self.subTest(n=n):
                self.assertEqual(n % 2, 0)

    @unittest.skip("not today")
    def test_skipped(self):
        pass

    @unittest.skipIf(sys.version_info > (3,), "too new")
    def test_skipped_too(self):
        pass

    @unittest.expectedFailure
    def test_known(self):
        self.fail("known bug")

    def test_logs(self):
        import logging

        with self.assertLogs("x", level="INFO") as logs:
            logging.getLogger("x").info("told")
        self.assertEqual(logs.output, ["INFO:x:told"])


suite = unittest.TestLoader().loadTestsFromTestCase(AccountTest)
print(suite.countTestCases(), [test.id() for test in suite])
result = unittest.TestResult()
suite.run(result)
print(result, result.wasSuccessful())
for test, text in result.failures + result.errors:
    print(test, "|", text.splitlines()[-1])
print([(str(test), reason) for test, reason in result.skipped], len(result.expectedFailures))
for a, b in ((1, 2), ("x", "y"), ({"a": 1}, {"a": 2}), ({1, 2}, {2, 3})):
    try:
        unittest.TestCase().assertEqual(a, b)
    except AssertionError as error:
        print(str(error).splitlines()[0])
