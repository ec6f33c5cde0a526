"""`contextlib`'s asynchronous managers. Owns no state; order and errors are CPython 3.11's. A comment `# @n` names the line
that CPython 3.11 shows in tracebacks.
"""

import abc
import contextlib
import sys
from contextlib import _BaseExitStack, _fix_context, _GeneratorContextManagerBase, wraps

__name__ = "contextlib"


class AbstractAsyncContextManager(abc.ABC):
    async def __aenter__(self):
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractAsyncContextManager:
            return hasattr(other, "__aenter__") and hasattr(other, "__aexit__")
        return NotImplemented


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)  # @98

        return inner


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)  # @204
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None  # @206

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)  # @211
            except StopAsyncIteration:
                return False
            else:
                raise RuntimeError("generator didn't stop")  # @215
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)  # @222
        except StopAsyncIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            chained = isinstance(value, (StopIteration, StopAsyncIteration)) and exc.__cause__ is value
            if exc is not value and not chained:
                raise
            exc.__traceback__ = traceback
            return False
        except BaseException as exc:
            if exc is not value:
                raise
            exc.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after athrow()")  # @253


def asynccontextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return helper


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


async def _aenter_nothing(self):
    return self.enter_result


async def _aexit_nothing(self, *excinfo):
    pass


contextlib.nullcontext.__aenter__ = _aenter_nothing
contextlib.nullcontext.__aexit__ = _aexit_nothing


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    async def enter_async_context(self, cm):
        cls = type(cm)
        if not hasattr(cls, "__aenter__") or not hasattr(cls, "__aexit__"):
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous context manager protocol")
        enter, exit = cls.__aenter__, cls.__aexit__
        result = await enter(cm)
        self._push(False, lambda *details: exit(cm, *details))
        return result

    def push_async_exit(self, exit):
        own = getattr(type(exit), "__aexit__", None)
        if own is None:
            self._push(False, exit)
        else:
            self._push(False, lambda *details: own(exit, *details))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def call(exc_type, exc, tb):
            await callback(*args, **kwds)

        self._push(False, call)
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        received = exc_details[0] is not None
        outer = sys.exc_info()[1]
        suppressed = pending = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                answer = callback(*exc_details) if is_sync else await callback(*exc_details)
                if answer:
                    suppressed = True
                    pending = False
                    exc_details = (None, None, None)
            except BaseException as error:
                _fix_context(error, exc_details[1], outer)
                pending = True
                exc_details = (type(error), error, error.__traceback__)
        if pending:
            context = exc_details[1].__context__
            try:
                raise exc_details[1]
            except BaseException:
                exc_details[1].__context__ = context
                raise
        return received and suppressed
