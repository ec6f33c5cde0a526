"""Looking names up while other greenlets go on."""

import _network
from gevent.hub import _NETWORK, sleep

__all__ = [
    "gethostbyname", "gethostbyname_ex", "getaddrinfo", "getfqdn", "gethostname", "error", "gaierror", "timeout",
    "AF_UNSPEC", "AF_UNIX", "AF_INET", "AF_INET6", "SOCK_STREAM", "SOCK_DGRAM", "IPPROTO_TCP", "IPPROTO_UDP",
]

error = OSError
timeout = TimeoutError
gaierror = _network.gaierror
AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM = 1, 2
IPPROTO_TCP, IPPROTO_UDP = 6, 17


def gethostbyname(hostname):
    ns = _network.resolve_ns(hostname)
    if ns:
        sleep(ns / 1e9, _wait_kind=_NETWORK)
    try:
        return _network.address_of(hostname)
    except _network.Failure as failure:
        raise failure.os_error() from None


def gethostbyname_ex(hostname):
    return hostname, [], [gethostbyname(hostname)]


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    address = gethostbyname(host)
    kinds = [(SOCK_STREAM, IPPROTO_TCP), (SOCK_DGRAM, IPPROTO_UDP)]
    return [(AF_INET, kind, number, "", (address, port or 0)) for kind, number in kinds if type in (0, kind)]


def gethostname():
    import platform

    return platform.node()


def getfqdn(name=""):
    return name or gethostname()
