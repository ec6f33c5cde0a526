"""What every client of the simulated network is made over: an exchange as a generator that yields how long to wait, in ns
(or a request to a server of the machine itself, see `Locally`).

`drive` runs one for a thread, `drive_async` for a task, so that a client is written once. A thread waits through `_wait`
alone, `_block` at first: who makes threads' waits cooperative replaces it (`_network._wait = lambda ns: hub_sleep(ns / 1e9)`)
and every client above follows. Of a rule's latency, which is that of a fresh connection, the resolver takes a tenth,
connecting 15 % and, with https, the handshake 15 %; the server takes the rest. A kept connection waits for the server alone.
"""

from urllib.parse import urlsplit as _urlsplit

# Errors as Linux numbers them.
REFUSED = (111, "Connection refused")
RESET = (104, "Connection reset by peer")
GAVE_UP = (110, "Connection timed out")
UNKNOWN_HOST = (-2, "Name or service not known")
# What a kernel waits for an answer to its first packets, in ns: 6 repetitions, each twice as long.
_GIVE_UP_NS = 134_000_000_000
# A server that never answers closes the connection after so long, in ns.
_SILENCE_NS = 300_000_000_000
# Connecting within the machine, in ns.
_LOOPBACK_NS = 60_000
# The kernel hands bodies over in pieces of this size at most.
PIECE_BYTES = 65_536
_PORTS = {"http": 80, "https": 443}
# Names that nobody has (RFC 2606), and those that examples take for such.
_NOBODYS_ENDS = (".invalid", ".test", ".example", ".local", ".localdomain")
_NOBODYS_WORDS = "nonexist non-exist doesnotexist does-not-exist notexist made-up no-such nosuch not-a-real this-is-not fake-domain".split()
# Addresses that are for documentation (RFC 5737) or lead nowhere: nobody answers.
_SILENT = ("192.0.2.", "198.51.100.", "203.0.113.", "10.255.255.", "10.0.0.0")
_LOCAL = ("localhost", "127.0.0.1", "::1", "0.0.0.0")

_wait = _block
_rows = {}


class gaierror(OSError):
    "What `socket` calls a name that cannot be resolved."

    __module__ = "socket"


class Failure(Exception):
    """An exchange without an answer. `kind`: `resolve`, `connect`, `connect timeout`, `read timeout`, `total timeout`,
    `closed`; `error` is the number and text of the machine's own error, if it has one."""

    def __init__(self, kind, error=None):
        self.kind = kind
        self.error = error

    def os_error(self):
        number, text = self.error
        if number < 0:
            return gaierror(number, text)
        return OSError(number, text)


class Target:
    "Where a URL leads."

    def __init__(self, url):
        parts = _urlsplit(url)
        self.url = url
        self.scheme = parts.scheme.lower()
        self.host = (parts.hostname or "").lower()
        self.port = parts.port or _PORTS.get(self.scheme, 80)
        self.path = parts.path or "/"
        self.query = parts.query
        self.origin = (self.scheme, self.host, self.port)

    def is_local(self):
        return self.host in _LOCAL

    def selector(self):
        return self.path + "?" + self.query if self.query else self.path


class Host:
    "A row of the trace for a host: what is asked of it, and how many requests are under way."

    def __init__(self, name, kind="host"):
        self.row = _host_row(kind, name)
        self.under_way = 0

    def begins(self, verb):
        self.under_way += 1
        _host_event(self.row, verb, self.under_way)

    def ends(self, verb):
        self.under_way -= 1
        _host_event(self.row, verb, self.under_way)


def _host(name):
    host = _rows.get(name)
    if host is None:
        host = _rows[name] = Host(name)
    return host


class Pool:
    "Connections that are kept for the next request to the same place."

    def __init__(self):
        self._idle = {}

    def take(self, target):
        count = self._idle.get(target.origin, 0)
        if count:
            self._idle[target.origin] = count - 1
        return count > 0

    def give(self, target):
        self._idle[target.origin] = self._idle.get(target.origin, 0) + 1

    def close(self):
        self._idle.clear()


class Limits:
    "How long a client waits, in ns: for a connection, for the next bytes, and in all (from now)."

    def __init__(self, connect_s=None, read_s=None, total_s=None):
        self.connect_ns = None if connect_s is None else int(connect_s * 1e9)
        self.read_ns = None if read_s is None else int(read_s * 1e9)
        self.deadline_ns = None if total_s is None else _now_ns() + int(total_s * 1e9)

    def wait(self, ns, limit_ns, kind):
        late = None
        if limit_ns is not None and ns > limit_ns:
            ns, late = limit_ns, kind
        if self.deadline_ns is not None:
            left = max(self.deadline_ns - _now_ns(), 0)
            if ns > left:
                ns, late = left, "total timeout"
        if ns:
            yield ns
        if late is not None:
            raise Failure(late)


def resolve_ns(host):
    "How long the resolver takes for a name, in ns; Failure for what nobody is called."
    if _is_address(host) or host in _LOCAL:
        return 0
    draw = _plan("resolver://" + host, 0)[7]
    return 8_000_000 + draw % 24_000_000


def _is_address(host):
    parts = host.split(".")
    return ":" in host or len(parts) == 4 and all(part.isdigit() for part in parts)


def is_unknown(host):
    if not host or host.endswith(_NOBODYS_ENDS) or any(word in host for word in _NOBODYS_WORDS):
        return True
    return "." not in host and host not in _LOCAL


def address_of(host):
    "The address that the resolver gives for a name: the same in every run."
    if host in _LOCAL:
        return "127.0.0.1"
    if _is_address(host):
        return host
    if is_unknown(host):
        raise Failure("resolve", UNKNOWN_HOST)
    draw = 2166136261
    for char in host.encode("idna" if not host.isascii() else "ascii"):
        draw = (draw ^ char) * 16777619 & 0xFFFFFFFF
    return "%d.%d.%d.%d" % (23 + draw % 150, draw >> 8 & 255, draw >> 16 & 255, 1 + (draw >> 24) % 254)


class Answer:
    "The head of an answer, and its body on the way."

    def __init__(self, target, status, reason, headers, body, bytes_per_s, limits):
        self.target = target
        self.status = status
        self.reason = reason
        self.headers = headers
        self._body = body
        self._at = 0
        self._bytes_per_s = bytes_per_s
        self._limits = limits

    def left(self):
        return len(self._body) - self._at

    def arrive(self, count=None):
        "Up to so many bytes more, or all."
        end = len(self._body) if count is None else min(self._at + count, len(self._body))
        ns = (end - self._at) * 1_000_000_000 // self._bytes_per_s
        pieces = 1 + (end - self._at) // PIECE_BYTES
        for _ in range(pieces if self._limits.read_ns is not None else 1):
            each = ns // pieces if self._limits.read_ns is not None else ns
            yield from self._limits.wait(each, self._limits.read_ns, "read timeout")
        taken = self._body[self._at : end]
        self._at = end
        return taken


def exchange(method, url, headers=(), body=b"", kept=False, limits=None):
    "Yields waits in ns; returns an Answer."
    from _network_pages import answer

    limits = limits or Limits()
    target = Target(url)
    if target.is_local() and _has_module("socket"):
        status, reason, answer_headers, content = yield Locally(method, target, headers, body, limits)
        return Answer(target, status, reason, answer_headers, content, 10**15, limits)
    latency_ns, bytes_per_s, fails, silent, status, kind, size, draw = _plan(url, _nth(method + " " + url))
    host = _host(target.host)
    host.begins(method + " " + target.path)
    outcome = "failed"
    try:
        if not kept:
            yield from _connect(target, latency_ns, fails, limits)
        status, reason, answer_headers, content, extra_ns = answer(method, target, headers, body, status, kind, size, draw)
        for name, _ in answer_headers:
            if name == "Content-Length":
                break
        else:
            answer_headers.append(("Content-Length", str(len(content))))
        server_ns = latency_ns * (60 if target.scheme == "https" else 75) // 100 + extra_ns
        server_ns += len(body) * 1_000_000_000 // bytes_per_s
        if silent:
            yield from limits.wait(_SILENCE_NS, limits.read_ns, "read timeout")
            raise Failure("closed", RESET)
        yield from limits.wait(server_ns, limits.read_ns, "read timeout")
        outcome = "answer %d" % status
        if method == "HEAD":
            content = b""
        return Answer(target, status, reason, answer_headers, content, bytes_per_s, limits)
    finally:
        host.ends(outcome)


def _connect(target, latency_ns, fails, limits):
    if target.is_local():
        yield from limits.wait(_LOOPBACK_NS, limits.connect_ns, "connect timeout")
        raise Failure("connect", REFUSED)
    if not _is_address(target.host):
        yield from limits.wait(latency_ns // 10, None, "connect timeout")
        if is_unknown(target.host):
            raise Failure("resolve", UNKNOWN_HOST)
    if target.host.startswith(_SILENT):
        yield from limits.wait(_GIVE_UP_NS, limits.connect_ns, "connect timeout")
        raise Failure("connect", GAVE_UP)
    shares = 30 if target.scheme == "https" else 15
    connect_ns = latency_ns * (15 if fails else shares) // 100
    yield from limits.wait(connect_ns, limits.connect_ns, "connect timeout")
    if fails:
        raise Failure("connect", REFUSED)


def drive(steps):
    "Runs an exchange for the calling thread."
    try:
        wait = next(steps)
        while True:
            if isinstance(wait, int):
                _wait(wait)
                wait = next(steps)
                continue
            try:
                reply = wait.by_thread()
            except Failure as failure:
                wait = steps.throw(failure)
            else:
                wait = steps.send(reply)
    except StopIteration as end:
        return end.value


async def drive_async(steps):
    "Runs an exchange for the calling task."
    from asyncio import sleep

    try:
        wait = next(steps)
        while True:
            if isinstance(wait, int):
                await sleep(wait / 1e9)
                wait = next(steps)
                continue
            try:
                reply = await wait.by_task()
            except Failure as failure:
                wait = steps.throw(failure)
            else:
                wait = steps.send(reply)
    except StopIteration as end:
        return end.value
    finally:
        steps.close()
