"""Programs that are run beside the loop, and who tells the loop that one has ended.

Order and errors are those of CPython's Lib/asyncio/base_subprocess.py and unix_events.py.
"""

import subprocess
import threading
from collections import deque
from itertools import count

from asyncio import protocols
from asyncio import transports

_ENDS = (SystemExit, KeyboardInterrupt)


class _End(protocols.Protocol):
    "The protocol of one pipe of a program: hands on to the program's transport."

    def __init__(self, program, fd):
        self.program = program
        self.fd = fd
        self.pipe = None
        self.disconnected = False

    def connection_made(self, transport):
        self.pipe = transport

    def data_received(self, data):
        self.program._call(self.program._protocol.pipe_data_received, self.fd, data)

    def connection_lost(self, exc):
        self.disconnected = True
        program, self.program = self.program, None
        program._call(program._protocol.pipe_connection_lost, self.fd, exc)
        program._try_finish()

    def pause_writing(self):
        self.program._protocol.pause_writing()

    def resume_writing(self):
        self.program._protocol.resume_writing()


class _UnixSubprocessTransport(transports.SubprocessTransport):
    def __init__(self, loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter, **options):
        super().__init__()
        self._closed = False
        self._protocol = protocol
        self._loop = loop
        self._proc = None
        self._pid = None
        self._returncode = None
        self._exit_waiters = []
        self._pending_calls = deque()
        self._pipes = {}
        for fd, wanted in enumerate((stdin, stdout, stderr)):
            if wanted == subprocess.PIPE:
                self._pipes[fd] = None
        try:
            self._proc = subprocess.Popen(
                args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, bufsize=bufsize, **options
            )
        except:
            self.close()
            raise
        self._pid = self._proc.pid
        self._extra["subprocess"] = self._proc
        loop.create_task(self._connect_pipes(waiter))

    def __repr__(self):
        parts = [type(self).__name__]
        if self._closed:
            parts.append("closed")
        if self._pid is not None:
            parts.append(f"pid={self._pid}")
        if self._returncode is not None:
            parts.append(f"returncode={self._returncode}")
        else:
            parts.append("running" if self._pid is not None else "not started")
        for fd, name in enumerate(("stdin", "stdout", "stderr")):
            if self._pipes.get(fd) is not None:
                parts.append(f"{name}={self._pipes[fd].pipe}")
        return f"<{' '.join(parts)}>"

    async def _connect_pipes(self, waiter):
        try:
            proc, loop = self._proc, self._loop
            connects = (loop.connect_write_pipe, loop.connect_read_pipe, loop.connect_read_pipe)
            for fd, pipe in enumerate((proc.stdin, proc.stdout, proc.stderr)):
                if pipe is not None:
                    _, self._pipes[fd] = await connects[fd](lambda: _End(self, fd), pipe)
            loop.call_soon(self._protocol.connection_made, self)
            for call in self._pending_calls:
                loop.call_soon(*call)
            self._pending_calls = None
        except _ENDS:
            raise
        except BaseException as error:
            if not waiter.cancelled():
                waiter.set_exception(error)
        else:
            if not waiter.cancelled():
                waiter.set_result(None)

    def _call(self, *call):
        if self._pending_calls is not None:
            self._pending_calls.append(call)
        else:
            self._loop.call_soon(*call)

    def _process_exited(self, returncode):
        self._returncode = returncode
        if self._proc.returncode is None:
            self._proc.returncode = returncode
        self._call(self._protocol.process_exited)
        self._try_finish()

    def _try_finish(self):
        if self._returncode is None:
            return
        if all(end is not None and end.disconnected for end in self._pipes.values()):
            self._call(self._call_connection_lost, None)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            for waiter in self._exit_waiters:
                if not waiter.cancelled():
                    waiter.set_result(self._returncode)
            self._exit_waiters = self._loop = self._proc = self._protocol = None

    async def _wait(self):
        if self._returncode is not None:
            return self._returncode
        waiter = self._loop.create_future()
        self._exit_waiters.append(waiter)
        return await waiter

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closed

    def close(self):
        if self._closed:
            return
        self._closed = True
        for end in self._pipes.values():
            if end is not None:
                end.pipe.close()
        if self._proc is not None and self._returncode is None and self._proc.poll() is None:
            try:
                self._proc.kill()
            except ProcessLookupError:
                pass

    def get_pid(self):
        return self._pid

    def get_returncode(self):
        return self._returncode

    def get_pipe_transport(self, fd):
        end = self._pipes.get(fd)
        return None if end is None else end.pipe

    def _running(self):
        if self._proc is None:
            raise ProcessLookupError()
        return self._proc

    def send_signal(self, signal):
        self._running().send_signal(signal)

    def terminate(self):
        self._running().terminate()

    def kill(self):
        self._running().kill()


_watchers = count()


def _watch(loop, transport):
    "A thread waits for the program's end and tells the loop, as CPython's ThreadedChildWatcher does."
    proc = transport._proc

    def wait():
        returncode = proc.wait()
        if not loop.is_closed():
            loop.call_soon_threadsafe(transport._process_exited, returncode)

    threading.Thread(target=wait, name=f"waitpid-{next(_watchers)}", daemon=True).start()


async def _start(loop, protocol_factory, args, shell, stdin, stdout, stderr, bufsize, options):
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = _UnixSubprocessTransport(
        loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter, **options
    )
    _watch(loop, transport)
    try:
        await waiter
    except _ENDS:
        raise
    except BaseException:
        transport.close()
        await transport._wait()
        raise
    return transport, protocol


def _check(universal_newlines, bufsize, text, encoding, errors):
    if universal_newlines:
        raise ValueError("universal_newlines must be False")
    if bufsize != 0:
        raise ValueError("bufsize must be 0")
    if text:
        raise ValueError("text must be False")
    if encoding is not None:
        raise ValueError("encoding must be None")
    if errors is not None:
        raise ValueError("errors must be None")


async def subprocess_shell(
    loop, protocol_factory, cmd, *, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    universal_newlines=False, shell=True, bufsize=0, encoding=None, errors=None, text=None, **options,
):
    if not isinstance(cmd, (bytes, str)):
        raise ValueError("cmd must be a string")
    if not shell:
        raise ValueError("shell must be True")
    _check(universal_newlines, bufsize, text, encoding, errors)
    return await _start(loop, protocol_factory, cmd, True, stdin, stdout, stderr, bufsize, options)


async def subprocess_exec(
    loop, protocol_factory, program, *args, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    universal_newlines=False, shell=False, bufsize=0, encoding=None, errors=None, text=None, **options,
):
    if shell:
        raise ValueError("shell must be False")
    _check(universal_newlines, bufsize, text, encoding, errors)
    return await _start(loop, protocol_factory, (program, *args), False, stdin, stdout, stderr, bufsize, options)
