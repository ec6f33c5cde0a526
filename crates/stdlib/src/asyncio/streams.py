"""Streams: reading and writing bytes with `await` over transports.

Order and errors are those of CPython's Lib/asyncio/streams.py. A comment `# @n` names the line that CPython 3.11 shows in
tracebacks. (Over 400 lines because reader, writer and protocol know one another, as in CPython.)
"""

import threading
from _asyncio import _stands_for
from collections import deque

from asyncio import coroutines
from asyncio import events
from asyncio import exceptions
from asyncio import protocols
from asyncio.tasks import sleep

__all__ = (
    "StreamReader",
    "StreamWriter",
    "StreamReaderProtocol",
    "open_connection",
    "start_server",
    "open_unix_connection",
    "start_unix_server",
)

_DEFAULT_LIMIT = 2**16
_minor = threading._version()


def _old_loop(options):
    "The loop that was an argument before 3.10."
    if _minor < 10:
        loop = options.pop("loop", None)
        if loop is not None:
            return loop
        return events.get_event_loop()
    return events.get_running_loop()


def _client(limit, options):
    loop = _old_loop(options)
    reader = StreamReader(limit=limit, loop=loop)
    return loop, reader, StreamReaderProtocol(reader, loop=loop)


def _server(client_connected_cb, limit, options):
    loop = _old_loop(options)

    def factory():
        reader = StreamReader(limit=limit, loop=loop)
        return StreamReaderProtocol(reader, client_connected_cb, loop=loop)

    return loop, factory


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    loop, reader, protocol = _client(limit, kwds)
    transport, _ = await loop.create_connection(lambda: protocol, host, port, **kwds)  # @48
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    loop, factory = _server(client_connected_cb, limit, kwds)
    return await loop.create_server(factory, host, port, **kwds)  # @84


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    loop, reader, protocol = _client(limit, kwds)
    transport, _ = await loop.create_unix_connection(lambda: protocol, path, **kwds)  # @97
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    loop, factory = _server(client_connected_cb, limit, kwds)
    return await loop.create_unix_server(factory, path, **kwds)  # @113


class FlowControlMixin(protocols.Protocol):
    "Who drains a writer waits while its transport asks for a pause."

    def __init__(self, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._paused = False
        self._drain_waiters = deque()
        self._connection_lost = False

    def pause_writing(self):
        self._paused = True

    def resume_writing(self):
        self._paused = False
        for waiter in self._drain_waiters:
            if not waiter.done():
                waiter.set_result(None)

    def connection_lost(self, exc):
        self._connection_lost = True
        if not self._paused:
            return
        for waiter in self._drain_waiters:
            if not waiter.done():
                if exc is None:
                    waiter.set_result(None)
                else:
                    waiter.set_exception(exc)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError('Connection lost')  # @166
        if not self._paused:
            return
        waiter = self._loop.create_future()
        self._drain_waiters.append(waiter)
        try:
            await waiter  # @172
        finally:
            self._drain_waiters.remove(waiter)

    def _get_close_waiter(self, stream):
        raise NotImplementedError


class StreamReaderProtocol(FlowControlMixin, protocols.Protocol):
    "Feeds a StreamReader; of a server, starts the task that handles the client."

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        self._stream_reader = stream_reader
        self._stream_writer = None
        self._task = None
        self._transport = None
        self._client_connected_cb = client_connected_cb
        self._closed = self._loop.create_future()

    def connection_made(self, transport):
        self._transport = transport
        reader = self._stream_reader
        if reader is not None:
            reader.set_transport(transport)
        if self._client_connected_cb is None:
            return
        self._stream_writer = StreamWriter(transport, self, reader, self._loop)
        handled = self._client_connected_cb(reader, self._stream_writer)
        if not coroutines.iscoroutine(handled):
            return

        def callback(task):
            if _minor >= 12 and task.cancelled():
                transport.close()
                return
            exc = task.exception()  # @249
            if exc is not None:
                self._loop.call_exception_handler({
                    "message": "Unhandled exception in client_connected_cb",
                    "exception": exc,
                    "transport": transport,
                })
                transport.close()

        self._task = self._loop.create_task(handled)
        if _minor >= 11:
            self._task.add_done_callback(callback)

    def connection_lost(self, exc):
        reader = self._stream_reader
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        if not self._closed.done():
            if exc is None:
                self._closed.set_result(None)
            else:
                self._closed.set_exception(exc)
                # Nobody has to ask for it.
                self._closed.exception()
        super().connection_lost(exc)
        self._stream_reader = None
        self._stream_writer = None
        self._task = None
        self._transport = None

    def data_received(self, data):
        if self._stream_reader is not None:
            self._stream_reader.feed_data(data)

    def eof_received(self):
        if self._stream_reader is not None:
            self._stream_reader.feed_eof()
        return True

    def _get_close_waiter(self, stream):
        return self._closed


class StreamWriter:
    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._protocol = protocol
        self._reader = reader
        self._loop = loop

    def __repr__(self):
        reader = "" if self._reader is None else f" reader={self._reader!r}"
        return f"<{type(self).__name__} transport={self._transport!r}{reader}>"

    @property
    def transport(self):
        return self._transport

    def write(self, data):
        self._transport.write(data)  # @343

    def writelines(self, data):
        self._transport.writelines(data)

    def write_eof(self):
        return self._transport.write_eof()

    def can_write_eof(self):
        return self._transport.can_write_eof()

    def close(self):
        return self._transport.close()

    def is_closing(self):
        return self._transport.is_closing()

    async def wait_closed(self):
        await self._protocol._get_close_waiter(self)  # @361

    def get_extra_info(self, name, default=None):
        return self._transport.get_extra_info(name, default)

    async def drain(self):
        if self._reader is not None:
            exc = self._reader.exception()
            if exc is not None:
                raise exc  # @377
        if self._transport.is_closing():
            # Gives connection_lost() a pass of the loop.
            await sleep(0)
        await self._protocol._drain_helper()  # @389


class StreamReader:
    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError('Limit cannot be <= 0')  # @422
        self._limit = limit
        self._loop = events.get_event_loop() if loop is None else loop
        self._trace = threading._row("channel asyncio.StreamReader", self)
        self._buffer = bytearray()
        self._eof = False
        self._waiter = None
        self._exception = None
        self._transport = None
        self._paused = False

    def __repr__(self):
        parts = ["StreamReader"]
        if self._buffer:
            parts.append(f"{len(self._buffer)} bytes")
        if self._eof:
            parts.append("eof")
        if self._limit != _DEFAULT_LIMIT:
            parts.append(f"limit={self._limit}")
        if self._waiter:
            parts.append(f"waiter={self._waiter!r}")
        if self._exception:
            parts.append(f"exception={self._exception!r}")
        if self._transport:
            parts.append(f"transport={self._transport!r}")
        if self._paused:
            parts.append("paused")
        return f"<{' '.join(parts)}>"

    def exception(self):
        return self._exception

    def set_exception(self, exc):
        self._exception = exc
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_exception(exc)

    def _wakeup_waiter(self):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_result(None)

    def set_transport(self, transport):
        assert self._transport is None, "Transport already set"
        self._transport = transport

    def _maybe_resume_transport(self):
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    def feed_eof(self):
        self._eof = True
        self._wakeup_waiter()

    def at_eof(self):
        return self._eof and not self._buffer

    def feed_data(self, data):
        assert not self._eof, "feed_data after feed_eof"
        if not data:
            return
        self._buffer.extend(data)
        self._wakeup_waiter()
        if self._transport is None or self._paused or len(self._buffer) <= 2 * self._limit:
            return
        try:
            self._transport.pause_reading()
        except NotImplementedError:
            self._transport = None
        else:
            self._paused = True

    async def _wait_for_data(self, func_name):
        if self._waiter is not None:
            text = f"{func_name}() called while another coroutine is already waiting for incoming data"
            raise RuntimeError(text)  # @525
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = _stands_for(self._loop.create_future(), self._trace)
        try:
            await self._waiter  # @540
        finally:
            self._waiter = None

    def _take(self, count):
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        self._maybe_resume_transport()
        return data

    async def readline(self):
        sep = b"\n"
        try:
            return await self.readuntil(sep)  # @562
        except exceptions.IncompleteReadError as error:
            return error.partial
        except exceptions.LimitOverrunError as error:
            if self._buffer.startswith(sep, error.consumed):
                del self._buffer[: error.consumed + len(sep)]
            else:
                self._buffer.clear()
            self._maybe_resume_transport()
            raise ValueError(error.args[0])  # @571

    async def readuntil(self, separator=b"\n"):
        width = len(separator)
        if width == 0:
            raise ValueError("Separator should be at least one-byte string")  # @597
        if self._exception is not None:
            raise self._exception  # @600
        seen = 0
        while True:
            if len(self._buffer) - seen >= width:
                found = self._buffer.find(separator, seen)
                if found != -1:
                    break
                # A separator may have begun in the last bytes.
                seen = len(self._buffer) + 1 - width
                if seen > self._limit:
                    text = "Separator is not found, and chunk exceed the limit"
                    raise exceptions.LimitOverrunError(text, seen)  # @642
            if self._eof:
                partial = bytes(self._buffer)
                self._buffer.clear()
                raise exceptions.IncompleteReadError(partial, None)  # @653
            await self._wait_for_data("readuntil")  # @656
        if found > self._limit:
            text = "Separator is found, but chunk is longer than limit"
            raise exceptions.LimitOverrunError(text, found)  # @659
        return self._take(found + width)

    async def read(self, n=-1):
        if self._exception is not None:
            raise self._exception  # @687
        if n == 0:
            return b""
        if n < 0:
            blocks = []
            while block := await self.read(self._limit):  # @699
                blocks.append(block)
            return b"".join(blocks)
        if not self._buffer and not self._eof:
            await self._wait_for_data("read")  # @706
        return self._take(n)

    async def readexactly(self, n):
        if n < 0:
            raise ValueError('readexactly size can not be less than zero')  # @729
        if self._exception is not None:
            raise self._exception  # @732
        if n == 0:
            return b""
        while len(self._buffer) < n:
            if self._eof:
                partial = bytes(self._buffer)
                self._buffer.clear()
                raise exceptions.IncompleteReadError(partial, n)  # @741
            await self._wait_for_data("readexactly")  # @743
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()  # @758
        if line == b"":
            raise StopAsyncIteration
        return line
