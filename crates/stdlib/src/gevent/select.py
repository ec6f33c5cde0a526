"""`gevent.select`: waits for descriptors while other greenlets go on."""

from gevent.event import Event
from gevent.hub import get_hub, sleep

__all__ = ["error", "select", "poll"]
error = OSError
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32


def _number(one):
    fileno = getattr(one, "fileno", None)
    number = one if fileno is None else fileno()
    if not isinstance(number, int):
        raise TypeError("argument must be an int, or have a fileno() method.")
    if number < 0:
        raise ValueError("file descriptor cannot be a negative integer (%d)" % number)
    return number


def select(rlist, wlist, xlist, timeout=None):
    if timeout is not None and timeout < 0:
        raise ValueError("timeout must be non-negative")
    asked = [(one, 1) for one in rlist] + [(one, 2) for one in wlist]
    loop = get_hub().loop
    if asked:
        to_read, to_write = loop.ready([_number(one) for one in rlist], [_number(one) for one in wlist])
        if to_read or to_write or timeout == 0:
            # Who asks again and again lets others go on.
            sleep(0)
            return [one for one in rlist if _number(one) in to_read], [one for one in wlist if _number(one) in to_write], []
    ready = set()
    some = Event()

    def arrived(entry):
        ready.add(entry)
        some.set()

    watchers = []
    try:
        for number, (one, events) in enumerate(asked):
            watcher = loop.io(_number(one), events)
            watchers.append(watcher)
            watcher.start(arrived, number)
        some.wait(timeout=timeout)
    finally:
        for watcher in watchers:
            watcher.close()
    found = [asked[number] for number in sorted(ready)]
    return [one for one, events in found if events == 1], [one for one, events in found if events == 2], []


class poll:
    def __init__(self):
        self._fds = {}

    def register(self, fd, eventmask=POLLIN | POLLOUT):
        self._fds[_number(fd)] = eventmask

    def modify(self, fd, eventmask):
        self.register(fd, eventmask)

    def unregister(self, fd):
        del self._fds[_number(fd)]

    def poll(self, timeout=None):
        readers = [fd for fd, mask in self._fds.items() if mask & POLLIN]
        writers = [fd for fd, mask in self._fds.items() if mask & POLLOUT]
        seconds = None if timeout is None or timeout < 0 else timeout / 1000
        found = {}
        for fds, event in zip(select(readers, writers, [], seconds), (POLLIN, POLLOUT)):
            for fd in fds:
                found[fd] = found.get(fd, 0) | event
        return list(found.items())
