import time
import unittest
from unittest import mock
from unittest.mock import ANY, MagicMock, Mock, call, patch, sentinel


class Client:
    def fetch(self, url, timeout=1):
        return f"real {url}"


m = Mock(return_value=3)
print(m(1, a=2), m.called, m.call_count, m.call_args, m.call_args_list, m.call_args.args, m.call_args.kwargs)
m.assert_called_once_with(1, a=2)
m.assert_called_with(1, a=ANY)
m(5)
for check in (lambda: m.assert_called_once(), lambda: m.assert_called_with(6), lambda: Mock().assert_called(), lambda: m.assert_not_called()):
    try:
        check()
    except AssertionError as error:
        print(str(error))
m.assert_has_calls([call(1, a=2), call(5)])
m.assert_any_call(5)
api = Mock()
api.users.get.return_value = {"name": "x"}
print(api.users.get(1), api.users.get.call_args, api.mock_calls, api.method_calls)
effects = Mock(side_effect=[1, 2, ValueError("third")])
print(effects(), effects())
try:
    effects()
except ValueError as error:
    print(error)
print(Mock(side_effect=lambda x: x * 2)(4))
magic = MagicMock()
magic.__len__.return_value = 5
magic.__getitem__.side_effect = lambda key: key * 2
print(len(magic), magic["k"], bool(magic), list(magic), 3 in magic)
with magic as entered:
    print(type(entered).__name__)
limited = Mock(spec=["a", "b"])
limited.a()
try:
    limited.c
except AttributeError as error:
    print(error)
print(isinstance(Mock(spec=Client), Client), sentinel.thing, sentinel.thing is sentinel.thing)
with patch("time.time", return_value=42.0) as fake:
    print(time.time(), fake.called)
print(time.time() > 42)


@patch.object(Client, "fetch")
def use(fetch):
    fetch.return_value = "fake"
    return Client().fetch("u"), fetch.call_count


print(use(), Client().fetch("v"))
settings = {"a": 1}
with mock.patch.dict(settings, {"b": 2}):
    print(settings)
print(settings, call(1, x=2), call.method(3) == call.method(3), [call(1)] == [call(1)])


class Test(unittest.TestCase):
    @patch("time.sleep")
    def test_no_waiting(self, sleep):
        time.sleep(100)
        sleep.assert_called_once_with(100)


result = unittest.TestResult()
unittest.TestSuite([Test("test_no_waiting")]).run(result)
print(result.testsRun, result.wasSuccessful())
m.reset_mock()
print(m.called, m.call_count, m.configure_mock(x=5), m.x)
