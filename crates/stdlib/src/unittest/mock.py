"""`unittest.mock`: objects that take any call and remember it, and putting them in place of others. Owns no state.
(Over 400 lines because mocks, calls and patches know one another.)
"""

import sys

FILTER_DIR = True


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"


class _Sentinels:
    def __init__(self):
        self._made = {}

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self._made.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING


class InvalidSpecError(Exception):
    pass


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"

    __hash__ = None


ANY = _Any()


def _call_text(name, args, kwargs):
    parts = [repr(arg) for arg in args] + [f"{key}={value!r}" for key, value in kwargs.items()]
    return f"{name}({', '.join(parts)})"


class _Call(tuple):
    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        for each in value:
            if isinstance(each, str):
                name = each
            elif isinstance(each, tuple):
                args = each
            elif isinstance(each, dict):
                kwargs = each
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._from_kall = from_kall

    def _parts(self):
        return tuple.__getitem__(self, slice(-2, None))

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return NotImplemented
        name, args, kwargs = self._whole()
        if isinstance(other, _Call):
            other_name, other_args, other_kwargs = other._whole()
        else:
            other_name, other_args, other_kwargs = "", (), {}
            for each in other:
                if isinstance(each, str):
                    other_name = each
                elif isinstance(each, tuple):
                    other_args = each
                elif isinstance(each, dict):
                    other_kwargs = each
        if name and other_name and name != other_name:
            return False
        return (other_args, other_kwargs) == (args, kwargs)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def _whole(self):
        return tuple(self) if len(self) == 3 else ("",) + tuple(self)

    def __call__(self, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _Call(name=name if self._mock_name is None else f"{self._mock_name}.{name}", parent=self, from_kall=False)

    @property
    def args(self):
        return self._parts()[0]

    @property
    def kwargs(self):
        return self._parts()[1]

    def __repr__(self):
        if not self._from_kall:
            name = self._mock_name or "call"
            return name if name.startswith("call") else f"call.{name}"
        name, args, kwargs = self._whole()
        return _call_text(f"call.{name}" if name else "call", args, kwargs)


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return any(each == value for each in self)
        size = len(value)
        return any(self[at : at + size] == value for at in range(len(self) - size + 1))


_OWN = {
    "name": "_mock_name", "return_value": "_mock_return_value", "side_effect": "_mock_side_effect", "called": "_mock_called",
    "call_count": "_mock_call_count", "call_args": "_mock_call_args", "call_args_list": "_mock_call_args_list",
    "mock_calls": "_mock_mock_calls", "method_calls": "_mock_method_calls",
}


class NonCallableMock:
    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _new_name="", side_effect=None, return_value=DEFAULT, unsafe=False, **kwargs):
        store = lambda key, value: object.__setattr__(self, key, value)
        store("_mock_children", {})
        store("_mock_label", name)
        store("_mock_parent", parent)
        store("_mock_new_name", _new_name)
        spec = spec if spec is not None else spec_set
        if spec is None:
            names = None
        elif isinstance(spec, (list, tuple)):
            names = list(spec)
        else:
            names = dir(spec)
        store("_mock_names", names)
        store("_mock_spec_class", None if spec is None or isinstance(spec, (list, tuple)) else spec if isinstance(spec, type) else type(spec))
        store("_mock_sealed_names", spec_set is not None)
        store("_mock_wraps", wraps)
        self._mock_clear()
        store("_mock_return_value", return_value)
        store("_mock_side_effect", _as_side_effect(side_effect))
        self.configure_mock(**kwargs)

    def _mock_clear(self):
        for key, value in (("_mock_called", False), ("_mock_call_count", 0), ("_mock_call_args", None), ("_mock_call_args_list", _CallList()), ("_mock_mock_calls", _CallList()), ("_mock_method_calls", _CallList())):
            object.__setattr__(self, key, value)

    def configure_mock(self, /, **kwargs):
        for key, value in sorted(kwargs.items(), key=lambda pair: pair[0].count(".")):
            *path, last = key.split(".")
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        object.__setattr__(mock, "_mock_parent", None)
        object.__setattr__(mock, "_mock_new_name", "")
        setattr(self, attribute, mock)

    @property
    def __class__(self):
        return type(self) if self._mock_spec_class is None else self._mock_spec_class

    def __getattr__(self, name):
        if name.startswith("_mock_"):
            raise AttributeError(name)
        if name in _OWN and name != "name":
            value = object.__getattribute__(self, _OWN[name])
            if name == "return_value" and value is DEFAULT:
                value = self._mock_child(name="()")
                object.__setattr__(self, "_mock_return_value", value)
            return value
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if self._mock_names is not None and name not in self._mock_names:
            raise AttributeError(f"Mock object has no attribute {name!r}")
        if name.startswith(("assert", "assret", "asert", "aseert", "assrt")):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.")
        children = self._mock_children
        if name not in children:
            wraps = getattr(self._mock_wraps, name) if self._mock_wraps is not None else None
            children[name] = self._mock_child(name=name, wraps=wraps)
        elif children[name] is _missing:
            raise AttributeError(name)
        return children[name]

    def _mock_child(self, name, wraps=None):
        return self._get_child_mock(parent=self, _new_name=name, wraps=wraps)

    def _get_child_mock(self, /, **kwargs):
        return type(self)(**kwargs)

    def __setattr__(self, name, value):
        if name == "side_effect":
            value = _as_side_effect(value)
        if name in _OWN and name != "name":
            object.__setattr__(self, _OWN[name], value)
            return
        if self._mock_sealed_names and self._mock_names is not None and name not in self._mock_names:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if isinstance(value, NonCallableMock) and value._mock_parent is None and value._mock_label is None and not value._mock_new_name:
            object.__setattr__(value, "_mock_parent", self)
            object.__setattr__(value, "_mock_new_name", name)
            self._mock_children[name] = value
            return
        if name in ("__str__", "__len__", "__iter__", "__getitem__", "__enter__", "__exit__", "__call__", "__bool__", "__contains__", "__eq__"):
            self._mock_children[name] = value
            return
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        self._mock_children[name] = _missing
        self.__dict__.pop(name, None)

    def __dir__(self):
        return sorted(set(self._mock_names or ()) | set(self._mock_children) | set(_OWN))

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        self._mock_clear()
        if return_value:
            object.__setattr__(self, "_mock_return_value", DEFAULT)
        if side_effect:
            object.__setattr__(self, "_mock_side_effect", None)
        for child in self._mock_children.values():
            if isinstance(child, NonCallableMock):
                child.reset_mock(return_value=return_value, side_effect=side_effect)
        if isinstance(self._mock_return_value, NonCallableMock) and self._mock_return_value is not self:
            self._mock_return_value.reset_mock()

    def _mock_full_name(self):
        parts = []
        mock = self
        while mock is not None:
            parts.append(mock._mock_new_name or mock._mock_label or ("mock" if mock._mock_parent is None else ""))
            mock = mock._mock_parent
        text = ""
        for part in reversed(parts):
            text += part if part == "()" or not text else f".{part}"
        return text

    def __repr__(self):
        name = self._mock_full_name()
        shown = f" name={name!r}" if name != "mock" else ""
        spec = f" spec={self._mock_spec_class.__name__!r}" if self._mock_spec_class is not None else ""
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    def assert_not_called(self):
        if self._mock_call_count:
            raise AssertionError(f"Expected '{self._own_name()}' to not have been called. Called {self._mock_call_count} times.{self._calls_text()}")

    def _own_name(self):
        return self._mock_new_name if self._mock_new_name not in ("", "()") else self._mock_label or "mock"

    def _calls_text(self, prefix="Calls"):
        return f"\n{prefix}: {list(self._mock_mock_calls)!r}." if self._mock_mock_calls else ""

    def assert_called(self):
        if not self._mock_call_count:
            raise AssertionError(f"Expected '{self._own_name()}' to have been called.")

    def assert_called_once(self):
        if self._mock_call_count != 1:
            raise AssertionError(f"Expected '{self._own_name()}' to have been called once. Called {self._mock_call_count} times.{self._calls_text()}")

    def assert_called_with(self, /, *args, **kwargs):
        expected = _call_text(self._own_name(), args, kwargs)
        if self._mock_call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {expected}\nActual: not called.")
        if self._mock_call_args != _Call((args, kwargs), two=True):
            actual = _call_text(self._own_name(), *self._mock_call_args)
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n  Actual: {actual}")

    def assert_called_once_with(self, /, *args, **kwargs):
        if self._mock_call_count != 1:
            raise AssertionError(f"Expected '{self._own_name()}' to be called once. Called {self._mock_call_count} times.{self._calls_text()}")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if _Call((args, kwargs), two=True) not in self._mock_call_args_list:
            raise AssertionError(f"{_call_text(self._own_name(), args, kwargs)} call not found")

    def assert_has_calls(self, calls, any_order=False):
        calls = list(calls)
        if not any_order:
            if calls not in self._mock_mock_calls:
                raise AssertionError(f"Calls not found.\nExpected: {calls!r}{self._calls_text('  Actual')[:-1]}")
            return
        rest = list(self._mock_mock_calls)
        missing = []
        for each in calls:
            if each in rest:
                rest.remove(each)
            else:
                missing.append(each)
        if missing:
            raise AssertionError(f"{self._own_name()!r} does not contain all of {tuple(calls)!r} in its call list, found {missing!r} instead")


def _as_side_effect(value):
    if value is None or callable(value) or isinstance(value, BaseException):
        return value
    return iter(value)


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


class CallableMixin:
    def __call__(self, /, *args, **kwargs):
        self._mock_note(args, kwargs)
        return self._mock_answer(args, kwargs)

    def _mock_note(self, args, kwargs):
        object.__setattr__(self, "_mock_called", True)
        object.__setattr__(self, "_mock_call_count", self._mock_call_count + 1)
        noted = _Call((args, kwargs), two=True)
        object.__setattr__(self, "_mock_call_args", noted)
        self._mock_call_args_list.append(noted)
        self._mock_mock_calls.append(_Call(("", args, kwargs)))
        name = self._mock_new_name
        mock = self._mock_parent
        is_method = name != "()"
        while mock is not None:
            if is_method:
                mock._mock_method_calls.append(_Call((name, args, kwargs)))
            mock._mock_mock_calls.append(_Call((name, args, kwargs)))
            own = mock._mock_new_name
            if own:
                name = own + name if name.startswith("()") else f"{own}.{name}"
                is_method = is_method and own != "()"
            mock = mock._mock_parent

    def _mock_answer(self, args, kwargs):
        effect = self._mock_side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
                return self.return_value if result is DEFAULT else result
            result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self._mock_return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    pass


class _Magic:
    """A special method of mocks: a mock of its own, made when it is asked for."""

    def __init__(self, name, default):
        self.name = name
        self.default = default

    def __get__(self, mock, owner=None):
        if mock is None:
            return self
        children = mock._mock_children
        if self.name not in children:
            answer = self.default(mock) if callable(self.default) and self.default is not DEFAULT else self.default
            children[self.name] = MagicMock(parent=mock, _new_name=self.name, return_value=answer)
        return children[self.name]

    def __call__(self, mock, *args, **kwargs):
        own = self.__get__(mock)
        return own(*args, **kwargs) if isinstance(own, NonCallableMock) else own(mock, *args, **kwargs)


_MAGIC = {
    "__len__": 0, "__contains__": False, "__bool__": True, "__int__": 1, "__float__": 1.0, "__index__": 1,
    "__iter__": lambda mock: iter([]), "__getitem__": DEFAULT, "__setitem__": None, "__delitem__": None,
    "__enter__": DEFAULT, "__exit__": False, "__add__": DEFAULT, "__sub__": DEFAULT, "__mul__": DEFAULT, "__truediv__": DEFAULT,
    "__next__": DEFAULT,
}


class MagicMixin:
    pass


class MagicMock(MagicMixin, Mock):
    pass


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    pass


for _name, _default in _MAGIC.items():
    setattr(MagicMixin, _name, _Magic(_name, _default))


async def _aenter(self):
    return self


async def _aexit(self, *details):
    return False


MagicMixin.__aenter__ = _aenter
MagicMixin.__aexit__ = _aexit


class AsyncMock(MagicMock):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        object.__setattr__(self, "_mock_awaited", [])

    _is_coroutine_mark = True

    async def __call__(self, /, *args, **kwargs):
        self._mock_note(args, kwargs)
        self._mock_awaited.append(_Call((args, kwargs), two=True))
        result = self._mock_answer(args, kwargs)
        return await result if hasattr(type(result), "__await__") else result

    def _get_child_mock(self, /, **kwargs):
        if kwargs.get("_new_name") == "()":
            return MagicMock(**kwargs)
        return AsyncMock(**kwargs)

    await_count = property(lambda self: len(self._mock_awaited))
    await_args = property(lambda self: self._mock_awaited[-1] if self._mock_awaited else None)
    await_args_list = property(lambda self: list(self._mock_awaited))

    def assert_awaited(self):
        if not self._mock_awaited:
            raise AssertionError(f"Expected {self._own_name()} to have been awaited.")

    def assert_awaited_once(self):
        if len(self._mock_awaited) != 1:
            raise AssertionError(f"Expected {self._own_name()} to have been awaited once. Awaited {len(self._mock_awaited)} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args != _Call((args, kwargs), two=True):
            raise AssertionError(f"expected await not found.\nExpected: {_call_text('mock', args, kwargs)}\nActual: {self.await_args!r}")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_not_awaited(self):
        if self._mock_awaited:
            raise AssertionError(f"Expected {self._own_name()} to not have been awaited. Awaited {len(self._mock_awaited)} times.")


class PropertyMock(Mock):
    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


class _patch:
    def __init__(self, getter, attribute, new, create, factory, kwargs):
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.create = create
        self.factory = factory
        self.kwargs = kwargs
        self.extra = []

    def __call__(self, func):
        if isinstance(func, type):
            for name in list(vars(func)):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self._again()(getattr(func, name)))
            return func
        if hasattr(func, "_patchings"):
            func._patchings.append(self)
            return func
        return _patched(func, [self])

    def _again(self):
        return _patch(self.getter, self.attribute, self.new, self.create, self.factory, self.kwargs)

    def __enter__(self):
        target = self.getter()
        name = self.attribute
        self.target = target
        self.local = name in getattr(target, "__dict__", {})
        self.original = target.__dict__[name] if self.local else getattr(target, name, DEFAULT)
        if self.original is DEFAULT and not self.create:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        new = self.new
        if new is DEFAULT:
            is_async = hasattr(self.original, "__code__") and self.original.__code__.co_flags & 128
            factory = self.factory or (AsyncMock if is_async else MagicMock)
            kwargs = dict(self.kwargs)
            if kwargs.get("spec") is True:
                kwargs["spec"] = self.original
            if kwargs.pop("autospec", None):
                kwargs["spec"] = self.original
            if issubclass(factory, NonCallableMock):
                kwargs.setdefault("name", name)
            new = factory(**kwargs)
        setattr(target, name, new)
        return new

    def __exit__(self, *details):
        if self.local:
            setattr(self.target, self.attribute, self.original)
        else:
            delattr(self.target, self.attribute)
            if self.original is not DEFAULT and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.original)
        return False

    def start(self):
        result = self.__enter__()
        _active.append(self)
        return result

    def stop(self):
        if self in _active:
            _active.remove(self)
            return self.__exit__(None, None, None)


_active = []


def _patched(func, patchings):
    is_async = bool(func.__code__.co_flags & 128) if hasattr(func, "__code__") else False

    def enter(stack):
        return [stack.enter_context(each._again()) for each in wrapper._patchings]

    def given(news):
        return tuple(new for new, each in zip(news, wrapper._patchings) if each.new is DEFAULT)

    from contextlib import ExitStack, wraps

    if is_async:

        @wraps(func)
        async def wrapper(*args, **kwargs):
            with ExitStack() as stack:
                return await func(*args, *given(enter(stack)), **kwargs)

    else:

        @wraps(func)
        def wrapper(*args, **kwargs):
            with ExitStack() as stack:
                return func(*args, *given(enter(stack)), **kwargs)

    wrapper._patchings = patchings
    return wrapper


def _find(path):
    parts = path.split(".")
    found = sys.modules.get(parts[0])
    if found is None:
        found = __import__(parts[0])
    for at, part in enumerate(parts[1:], 1):
        if not hasattr(found, part) and ".".join(parts[: at + 1]) in sys.modules:
            found = sys.modules[".".join(parts[: at + 1])]
        else:
            found = getattr(found, part)
    return found


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    where, _, attribute = target.rpartition(".")
    if not where:
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    for name, value in (("spec", spec), ("spec_set", spec_set), ("autospec", autospec)):
        if value is not None:
            kwargs[name] = value
    return _patch(lambda: _find(where), attribute, new, create, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    for name, value in (("spec", spec), ("spec_set", spec_set), ("autospec", autospec)):
        if value is not None:
            kwargs[name] = value
    return _patch(lambda: target, attribute, new, create, new_callable, kwargs)


class _patch_dict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear

    def __call__(self, func):
        from contextlib import wraps

        @wraps(func)
        def wrapper(*args, **kwargs):
            with self:
                return func(*args, **kwargs)

        return wrapper

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _find(self.in_dict)
        self.original = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *details):
        self.in_dict.clear()
        self.in_dict.update(self.original)
        return False

    def start(self):
        _active.append(self)
        return self.__enter__()

    def stop(self):
        if self in _active:
            _active.remove(self)
            return self.__exit__(None, None, None)


def _stop_all():
    for each in reversed(_active[:]):
        each.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.stopall = _stop_all
patch.TEST_PREFIX = "test"


def create_autospec(spec, spec_set=False, instance=False, **kwargs):
    return MagicMock(spec=spec, **kwargs)


def seal(mock):
    object.__setattr__(mock, "_mock_names", list(mock._mock_children))


def mock_open(mock=None, read_data=""):
    from io import StringIO

    handle = MagicMock()
    data = StringIO(read_data)
    handle.read.side_effect = lambda *args: data.read(*args)
    handle.readline.side_effect = lambda *args: data.readline(*args)
    handle.readlines.side_effect = lambda *args: data.readlines(*args)
    handle.__enter__.return_value = handle
    handle.__iter__.side_effect = lambda: iter(data.readlines())
    mock = MagicMock(name="open") if mock is None else mock
    mock.return_value = handle
    return mock
