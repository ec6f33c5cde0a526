"""Transports over pipes. Order and errors are those of CPython's Lib/asyncio/unix_events.py.
"""

import os

from asyncio import futures
from asyncio import transports

_LATER = (BlockingIOError, InterruptedError)
_ENDS = (SystemExit, KeyboardInterrupt)
_READ_BYTES = 256 * 1024


class _PipeTransport:
    "What both directions have in common."

    def _open(self, loop, pipe, protocol):
        self._extra["pipe"] = pipe
        self._loop = loop
        self._pipe = pipe
        self._fileno = pipe.fileno()
        self._protocol = protocol
        self._closing = False
        os.set_blocking(self._fileno, False)
        loop.call_soon(protocol.connection_made, self)

    def _described(self, polling, rest=""):
        parts = [type(self).__name__]
        if self._pipe is None:
            parts.append("closed")
        elif self._closing:
            parts.append("closing")
        parts.append(f"fd={self._fileno}")
        if self._pipe is None:
            parts.append("closed")
        else:
            parts.append(("polling" if self._fileno in polling else "idle") + rest)
        return f"<{' '.join(parts)}>"

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def _fatal_error(self, exc, message="Fatal error on pipe transport"):
        if not isinstance(exc, OSError):
            self._loop.call_exception_handler({
                "message": message,
                "exception": exc,
                "transport": self,
                "protocol": self._protocol,
            })
        self._close(exc)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._pipe.close()
            self._pipe = self._protocol = self._loop = None


class _UnixReadPipeTransport(_PipeTransport, transports.ReadTransport):
    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra)
        self._paused = False
        self._open(loop, pipe, protocol)
        loop.call_soon(self._start_reading)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        return self._described(() if self._loop is None else self._loop._readers)

    def _start_reading(self):
        if self.is_reading():
            self._loop._add_reader(self._fileno, self._read_ready)

    def is_reading(self):
        return not self._paused and not self._closing

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop._remove_reader(self._fileno)

    def resume_reading(self):
        if not self._closing and self._paused:
            self._paused = False
            self._start_reading()

    def _read_ready(self):
        try:
            data = os.read(self._fileno, _READ_BYTES)
        except _LATER:
            return
        except OSError as error:
            self._fatal_error(error, "Fatal read error on pipe transport")
            return
        if data:
            self._protocol.data_received(data)
            return
        self._closing = True
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._protocol.eof_received)
        self._loop.call_soon(self._call_connection_lost, None)

    def close(self):
        if not self._closing:
            self._close(None)

    def _close(self, exc):
        self._closing = True
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)


class _UnixWritePipeTransport(_PipeTransport, transports._FlowControlMixin):
    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra, loop)
        self._buffer = bytearray()
        self._conn_lost = 0
        self._open(loop, pipe, protocol)
        # The reader's end being closed makes a pipe readable.
        loop.call_soon(loop._add_reader, self._fileno, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        polling = () if self._loop is None else self._loop._writers
        return self._described(polling, f" bufsize={len(self._buffer)}")

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _read_ready(self):
        self._close(BrokenPipeError() if self._buffer else None)

    def write(self, data):
        assert isinstance(data, (bytes, bytearray, memoryview)), repr(data)
        if not data:
            return
        if self._conn_lost or self._closing:
            self._conn_lost += 1
            return
        if not self._buffer:
            sent = self._send(data)
            if sent is None or sent == len(data):
                return
            data = data[sent:]
            self._loop._add_writer(self._fileno, self._write_ready)
        self._buffer += data
        self._maybe_pause_protocol()

    def _send(self, data):
        "How many bytes went out; None when the transport has ended over it."
        try:
            return os.write(self._fileno, data)
        except _LATER:
            return 0
        except _ENDS:
            raise
        except BaseException as error:
            self._conn_lost += 1
            if self._buffer:
                self._buffer.clear()
                self._loop._remove_writer(self._fileno)
            self._fatal_error(error, "Fatal write error on pipe transport")
            return None

    def _write_ready(self):
        sent = self._send(self._buffer)
        if sent is None:
            return
        del self._buffer[:sent]
        if not self._buffer:
            self._loop._remove_writer(self._fileno)
            self._maybe_resume_protocol()
            if self._closing:
                self._loop._remove_reader(self._fileno)
                self._call_connection_lost(None)

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing:
            return
        self._closing = True
        if not self._buffer:
            self._loop._remove_reader(self._fileno)
            self._loop.call_soon(self._call_connection_lost, None)

    def close(self):
        if self._pipe is not None and not self._closing:
            self.write_eof()

    def abort(self):
        self._close(None)

    def _close(self, exc=None):
        self._closing = True
        if self._buffer:
            self._loop._remove_writer(self._fileno)
        self._buffer.clear()
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)


async def _connect(loop, kind, protocol_factory, pipe):
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = kind(loop, pipe, protocol, waiter)
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol


async def connect_read_pipe(loop, protocol_factory, pipe):
    return await _connect(loop, _UnixReadPipeTransport, protocol_factory, pipe)


async def connect_write_pipe(loop, protocol_factory, pipe):
    return await _connect(loop, _UnixWritePipeTransport, protocol_factory, pipe)
