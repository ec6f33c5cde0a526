"""`gevent.os`: reading and writing descriptors while other greenlets go on."""

import os as _os

from gevent.hub import get_hub, wait_read, wait_write

__all__ = ["fork", "nb_read", "nb_write", "tp_read", "tp_write", "make_nonblocking"]
fork = getattr(_os, "fork", None)


def make_nonblocking(fd):
    return True


def nb_read(fd, n):
    wait_read(fd)
    return _os.read(fd, n)


def nb_write(fd, buf):
    wait_write(fd)
    return _os.write(fd, buf)


def tp_read(fd, n):
    return get_hub().threadpool.apply(_os.read, (fd, n))


def tp_write(fd, buf):
    return get_hub().threadpool.apply(_os.write, (fd, buf))
