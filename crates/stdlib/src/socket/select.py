"""`select`: waiting until some of several descriptors are ready."""

import _socket

error = OSError
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL, POLLRDHUP = 1, 2, 4, 8, 16, 32, 8192
EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP, EPOLLRDHUP, EPOLLONESHOT, EPOLLET, EPOLLEXCLUSIVE = (
    1, 2, 4, 8, 16, 8192, 1 << 30, 1 << 31, 1 << 28
)
EPOLL_CLOEXEC = 524288
PIPE_BUF = 4096


def _number(of):
    if isinstance(of, int):
        number = of
    elif hasattr(of, "fileno"):
        number = of.fileno()
    else:
        raise TypeError("argument must be an int, or have a fileno() method.")
    if number < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({number})")
    return number


def _wait(readers, writers, timeout):
    return _socket._wait(readers, writers, timeout)


def select(rlist, wlist, xlist, timeout=None, /):
    if timeout is not None and timeout < 0:
        raise ValueError("timeout must be non-negative")
    readers = [(_number(of), of) for of in rlist]
    writers = [(_number(of), of) for of in wlist]
    for of in xlist:
        _number(of)
    read, write = _wait([number for number, _ in readers], [number for number, _ in writers], timeout)
    return (
        [of for number, of in readers if number in read],
        [of for number, of in writers if number in write],
        [],
    )


class _Poll:
    def __init__(self):
        self._masks = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT):
        self._masks[_number(fd)] = eventmask

    def modify(self, fd, eventmask):
        number = _number(fd)
        if number not in self._masks:
            raise FileNotFoundError(2, "No such file or directory")
        self._masks[number] = eventmask

    def unregister(self, fd):
        del self._masks[_number(fd)]

    def _events(self, timeout, most=None):
        readers = [fd for fd, mask in self._masks.items() if mask & POLLIN]
        writers = [fd for fd, mask in self._masks.items() if mask & POLLOUT]
        read, write = _wait(readers, writers, timeout)
        found = [(fd, (POLLIN if fd in read else 0) | (POLLOUT if fd in write else 0)) for fd in self._masks]
        return [pair for pair in found if pair[1]][:most]

    def poll(self, timeout=None, /):
        return self._events(None if timeout is None or timeout < 0 else timeout / 1000)


def poll():
    return _Poll()


class epoll(_Poll):
    def __init__(self, sizehint=-1, flags=0):
        super().__init__()
        self.closed = False

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        if _number(fd) in self._masks:
            raise FileExistsError(17, "File exists")
        super().register(fd, eventmask)

    def unregister(self, fd):
        if self._masks.pop(_number(fd), None) is None:
            raise FileNotFoundError(2, "No such file or directory")

    def poll(self, timeout=None, maxevents=-1):
        return self._events(None if timeout is None or timeout < 0 else timeout, None if maxevents < 0 else maxevents)

    def fileno(self):
        return -1

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()
