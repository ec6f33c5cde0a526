"""`multiprocessing.forkserver`: a clean process that copies itself for every process to be started.

A request is a number under which the descriptors of the new process have been handed over, and its name. The server
writes the new process's number into the pipe that the requester reads, and how it ended once it has.
"""

import os
import threading

import _multiprocessing
from multiprocessing import process, util

_NUMBER_BYTES = 16
_requests = None
_owner = None
_inherited_fds = None
_preload = ["__main__"]


def set_forkserver_preload(modules_names):
    global _preload
    if not all(type(name) is str for name in modules_names):
        raise TypeError("module_names must be a list of strings")
    _preload = modules_names


def get_inherited_fds():
    return _inherited_fds


def ensure_running():
    global _requests, _owner
    if _requests is not None and _owner == os.getpid():
        return
    server_r, _requests = os.pipe()
    _owner = os.getpid()
    os._start_fresh(
        "multiprocessing.forkserver", "_serve", str(server_r), [(fd, fd) for fd in (0, 1, 2, server_r)], "ForkServer"
    )
    os.close(server_r)


def connect_to_new_process(fds, name):
    ensure_running()
    status_r, status_w = os.pipe()
    child_r, data_w = os.pipe()
    ticket = _multiprocessing._hand_over([child_r, status_w, *fds])
    os.close(child_r)
    os.close(status_w)
    request = f"{ticket} {name}".encode()
    os.write(_requests, len(request).to_bytes(4, "little") + request)
    return status_r, data_w


def read_signed(fd):
    data = b""
    while len(data) < _NUMBER_BYTES:
        piece = os.read(fd, _NUMBER_BYTES - len(data))
        if not piece:
            raise EOFError("unexpected EOF")
        data += piece
    return int(data)


def write_signed(fd, number):
    os.write(fd, b"%16d" % number)


def _await(pid, status_w):
    status = os.waitpid(pid, 0)[1]
    try:
        write_signed(status_w, os.waitstatus_to_exitcode(status))
    except BrokenPipeError:
        pass
    os.close(status_w)


def _serve(request_fd):
    with os.fdopen(int(request_fd), "rb") as requests:
        while True:
            size = int.from_bytes(requests.read(4), "little")
            if not size:
                os._exit(0)
            ticket, _, name = requests.read(size).decode().partition(" ")
            _start(requests, _multiprocessing._take_over(int(ticket)), name)


def _start(requests, fds, name):
    global _inherited_fds
    child_r, status_w, *inherited = fds
    pid = os.fork(name)
    if pid == 0:
        from multiprocessing import spawn

        code = 1
        try:
            requests.close()
            os.close(status_w)
            _inherited_fds = inherited
            code = spawn._main(child_r, os.dup(child_r))
        except BaseException as error:
            import traceback

            traceback.print_exception(error)
            util._flush_std_streams()
        finally:
            os._exit(code)
    for fd in (child_r, *inherited):
        os.close(fd)
    write_signed(status_w, pid)
    threading.Thread(target=_await, args=(pid, status_w), daemon=True).start()
