"""`socket`: sockets of the simulated machine, between its threads and processes.

An address is a text to the machine: `inet:HOST|PORT`, `unix:PATH`. A comment `# @n` names the line that CPython 3.11
shows in tracebacks.
"""

import enum
import io
import os
import time

import _network
import _socket

error = OSError
timeout = TimeoutError
gaierror = _network.gaierror


class herror(OSError):
    __module__ = "socket"


has_ipv6 = True
SOMAXCONN = 4096
_GLOBAL_DEFAULT_TIMEOUT = object()


def _enumerated(name, members, flags=False):
    kind = enum.IntFlag if flags else enum.IntEnum
    made = kind(name, members)
    made.__module__ = "socket"
    globals().update({member.name: member for member in made})
    return made


AddressFamily = _enumerated("AddressFamily", {"AF_UNSPEC": 0, "AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10, "AF_NETLINK": 16, "AF_PACKET": 17})
SocketKind = _enumerated("SocketKind", {"SOCK_STREAM": 1, "SOCK_DGRAM": 2, "SOCK_RAW": 3, "SOCK_RDM": 4, "SOCK_SEQPACKET": 5, "SOCK_NONBLOCK": 2048, "SOCK_CLOEXEC": 524288})
MsgFlag = _enumerated("MsgFlag", {"MSG_OOB": 1, "MSG_PEEK": 2, "MSG_DONTROUTE": 4, "MSG_TRUNC": 32, "MSG_DONTWAIT": 64, "MSG_WAITALL": 256, "MSG_NOSIGNAL": 16384}, True)
AddressInfo = _enumerated("AddressInfo", {"AI_PASSIVE": 1, "AI_CANONNAME": 2, "AI_NUMERICHOST": 4, "AI_V4MAPPED": 8, "AI_ALL": 16, "AI_ADDRCONFIG": 32, "AI_NUMERICSERV": 1024}, True)

SOL_SOCKET, SO_DEBUG, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF = 1, 1, 2, 3, 4, 6, 7, 8
SO_KEEPALIVE, SO_LINGER, SO_REUSEPORT, SO_RCVTIMEO, SO_SNDTIMEO = 9, 13, 15, 20, 21
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6, SOL_IP, SOL_TCP, SOL_UDP = 0, 1, 6, 17, 41, 0, 6, 17
TCP_NODELAY, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, TCP_QUICKACK = 1, 4, 5, 6, 12
IP_TTL, IP_MULTICAST_TTL, IP_MULTICAST_LOOP, IP_ADD_MEMBERSHIP, IPV6_V6ONLY = 2, 33, 34, 35, 26
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
EAI_NONAME, EAI_FAMILY, EAI_SERVICE, EAI_AGAIN = -2, -6, -8, -3
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST = 0, 0x7F000001, 0xFFFFFFFF
NI_NUMERICHOST, NI_NUMERICSERV, NI_DGRAM = 1, 2, 16
_SERVICES = {"echo": 7, "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "domain": 53, "http": 80, "pop3": 110, "ntp": 123, "https": 443}
_default_timeout = None


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout):
    global _default_timeout
    _default_timeout = _checked_timeout(timeout)


def _checked_timeout(value):
    if value is None:
        return None
    value = float(value)
    if value < 0:
        raise ValueError("Timeout value out of range")
    return value


def gethostname():
    return os.uname()[1]


def _is_numeric(host):
    parts = host.split(".")
    return len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts)


def _resolved(host):
    """The numeric address of a name: the machine's own at once, others through the network."""
    if not isinstance(host, str):
        host = host.decode()
    if host in ("", "0.0.0.0", "<any>"):
        return "0.0.0.0"
    if host == "localhost":
        return "127.0.0.1"
    if host == "<broadcast>":
        return "255.255.255.255"
    if host == gethostname():
        return "127.0.1.1"
    if _is_numeric(host) or ":" in host:
        return host
    ns = _network.resolve_ns(host)
    if ns:
        _network._wait(ns)
    try:
        return _network.address_of(host)
    except _network.Failure as failure:
        raise failure.os_error() from None


def gethostbyname(hostname, /):
    return _resolved(hostname)


def gethostbyname_ex(hostname, /):
    return hostname, [], [_resolved(hostname)]


def gethostbyaddr(address, /):
    if address in ("127.0.0.1", "localhost"):
        return "localhost", [], ["127.0.0.1"]
    raise herror(1, "Unknown host")


def getfqdn(name=""):
    name = name.strip()
    return gethostname() if name in ("", "0.0.0.0") else name


def _port_of(port):
    if port is None:
        return 0
    if isinstance(port, (str, bytes)):
        port = port if isinstance(port, str) else port.decode()
        if port.isdigit():
            return int(port)
        if port in _SERVICES:
            return _SERVICES[port]
        raise gaierror(-8, "Servname not supported for ai_socktype")
    return port


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    number = _port_of(port)
    if host is None:
        address = "0.0.0.0" if flags & 1 else "127.0.0.1"
    else:
        if not host:
            host = "0.0.0.0" if flags & 1 else "127.0.0.1"
        address = _resolved(host)
    is_six = ":" in address
    if family not in (0, AF_INET6 if is_six else AF_INET):
        if address in ("127.0.0.1", "0.0.0.0"):
            address, is_six = {"127.0.0.1": "::1", "0.0.0.0": "::"}[address], True
        else:
            raise gaierror(-9, "Address family for hostname not supported")
    place = (address, number, 0, 0) if is_six else (address, number)
    kinds = [(SOCK_STREAM, 6), (SOCK_DGRAM, 17), (SOCK_RAW, 0)]
    own = AF_INET6 if is_six else AF_INET
    return [
        (own, kind, known, "", place)
        for kind, known in kinds
        if type in (0, kind) and proto in (0, known)
    ]


def getnameinfo(sockaddr, flags, /):
    host, port = sockaddr[:2]
    shown = host if flags & NI_NUMERICHOST else ("localhost" if host == "127.0.0.1" else host)
    names = {number: name for name, number in _SERVICES.items()}
    return shown, str(port) if flags & NI_NUMERICSERV else names.get(port, str(port))


def getservbyname(name, proto="tcp", /):
    if name not in _SERVICES:
        raise OSError("service/proto not found")
    return _SERVICES[name]


def getservbyport(port, proto="tcp", /):
    for name, number in _SERVICES.items():
        if number == port:
            return name
    raise OSError("port/proto not found")


def getprotobyname(name, /):
    return {"icmp": 1, "tcp": 6, "udp": 17}[name]


def inet_aton(text, /):
    if not _is_numeric(text):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(map(int, text.split(".")))


def inet_ntoa(packed, /):
    if len(packed) != 4:
        raise OSError("packed IP wrong length")
    return ".".join(map(str, packed))


def inet_pton(family, text, /):
    if family == AF_INET:
        if not _is_numeric(text):
            raise OSError("illegal IP address string passed to inet_pton")
        return inet_aton(text)
    import ipaddress

    try:
        return ipaddress.IPv6Address(text).packed
    except ValueError:
        raise OSError("illegal IP address string passed to inet_pton") from None


def inet_ntop(family, packed, /):
    if family == AF_INET:
        return inet_ntoa(packed)
    import ipaddress

    return str(ipaddress.IPv6Address(packed))


def htons(x, /):
    return (x & 0xFF) << 8 | x >> 8 & 0xFF


ntohs = htons


def htonl(x, /):
    return int.from_bytes(x.to_bytes(4, "little"), "big")


ntohl = htonl


def if_nameindex():
    return [(1, "lo"), (2, "eth0")]
