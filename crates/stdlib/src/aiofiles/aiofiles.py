"""aiofiles: files for tasks.
"""

import asyncio as _asyncio
import builtins as _builtins
from functools import partial as _partial


async def _in_pool(function, *args, _loop=None, _executor=None, **options):
    loop = _loop or _asyncio.get_running_loop()
    return await loop.run_in_executor(_executor, _partial(function, *args, **options))


class AsyncFile:
    "A file whose calls are awaited."

    def __init__(self, file, loop=None, executor=None):
        self._file = file
        self._loop = loop
        self._executor = executor

    def _call(self, name, *args):
        return _in_pool(getattr(self._file, name), *args, _loop=self._loop, _executor=self._executor)

    async def read(self, *args):
        return await self._call("read", *args)

    async def readline(self, *args):
        return await self._call("readline", *args)

    async def readlines(self, *args):
        return await self._call("readlines", *args)

    async def write(self, data):
        return await self._call("write", data)

    async def writelines(self, lines):
        return await self._call("writelines", lines)

    async def flush(self):
        return await self._call("flush")

    async def seek(self, *args):
        return await self._call("seek", *args)

    async def tell(self):
        return await self._call("tell")

    async def truncate(self, *args):
        return await self._call("truncate", *args)

    async def close(self):
        return await self._call("close")

    async def seekable(self):
        return self._file.seekable()

    async def readable(self):
        return self._file.readable()

    async def writable(self):
        return self._file.writable()

    def fileno(self):
        return self._file.fileno()

    name = property(lambda self: self._file.name)
    mode = property(lambda self: self._file.mode)
    closed = property(lambda self: self._file.closed)
    encoding = property(lambda self: self._file.encoding)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line

    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        await self.close()


class _Opening:
    "What `open` gives: to be awaited, or entered."

    def __init__(self, coroutine):
        self._coroutine = coroutine

    def __await__(self):
        return self._coroutine.__await__()

    async def __aenter__(self):
        self._made = await self._coroutine
        return await self._made.__aenter__()

    async def __aexit__(self, *failure):
        return await self._made.__aexit__(*failure)


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *, loop=None, executor=None):
    async def opening():
        options = {} if "b" in mode else {"encoding": encoding, "errors": errors, "newline": newline}
        return AsyncFile(await _in_pool(_builtins.open, file, mode, buffering, _loop=loop, _executor=executor, **options), loop, executor)

    return _Opening(opening())
