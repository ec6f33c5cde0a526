"""urllib3: pools of connections to the hosts of the simulated network.

`_send` makes one request with its retries; `requests` is made over it as well.
"""

import json as _json
from urllib.parse import urlencode as _urlencode, urljoin as _urljoin

import _network
from urllib3 import exceptions
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    HTTPWarning,
    LocationValueError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    ResponseError,
)
from urllib3.util.retry import Retry
from urllib3.util.timeout import Timeout

__version__ = "2.8.0"


def disable_warnings(category=HTTPWarning):
    pass


class HTTPHeaderDict(dict):
    "Headers in order, found in any case; several of a name are joined."

    def __init__(self, pairs=(), **more):
        super().__init__()
        self._pairs = []
        for key, value in list(pairs.items() if hasattr(pairs, "items") else pairs) + list(more.items()):
            self.add(key, value)

    def add(self, key, value):
        self._pairs.append((key, value))
        known = self._named(key)
        super().__setitem__(known, f"{super().__getitem__(known)}, {value}" if super().__contains__(known) else value)

    def _named(self, key):
        small = key.lower()
        for known in super().keys():
            if known.lower() == small:
                return known
        return key

    def __getitem__(self, key):
        return super().__getitem__(self._named(key))

    def __contains__(self, key):
        return super().__contains__(self._named(key))

    def get(self, key, default=None):
        return super().get(self._named(key), default)

    def getlist(self, key):
        return [value for name, value in self._pairs if name.lower() == key.lower()]

    def __repr__(self):
        return f"HTTPHeaderDict({dict(self)})"


class _Pool:
    scheme = "http"

    def __init__(self, host, port=None, timeout=None, maxsize=1, block=False, headers=None, retries=None, **options):
        self.host = host
        self.port = port or (443 if self.scheme == "https" else 80)
        self.timeout = timeout
        self.retries = retries
        self.headers = headers or {}
        self._kept = _network.Pool()

    def __str__(self):
        return f"{type(self).__name__}(host={self.host!r}, port={self.port!r})"

    __repr__ = __str__

    def urlopen(self, method, url, body=None, headers=None, retries=None, redirect=True, timeout=None, **options):
        if "://" not in url:
            url = f"{self.scheme}://{self.host}:{self.port}{url}"
        return _open(self._kept, method, url, body, headers or self.headers, retries or self.retries, redirect, timeout or self.timeout, options)

    def request(self, method, url, body=None, fields=None, headers=None, json=None, **options):
        url, body, headers = _filled(method, url, body, fields, headers or self.headers, json)
        return self.urlopen(method, url, body, headers, **options)

    def close(self):
        self._kept.close()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()


class HTTPConnectionPool(_Pool):
    pass


class HTTPSConnectionPool(_Pool):
    scheme = "https"


class _Connection:
    "What errors call a connection."

    def __init__(self, target):
        self.host = target.host
        self.port = target.port
        self._kind = "HTTPSConnection" if target.scheme == "https" else "HTTPConnection"

    def __str__(self):
        return f"{self._kind}(host={self.host!r}, port={self.port!r})"

    def __repr__(self):
        return f"<urllib3.connection.{self._kind} object at {id(self):#x}>"


def _pool_of(target):
    kind = HTTPSConnectionPool if target.scheme == "https" else HTTPConnectionPool
    pool = kind.__new__(kind)
    pool.host, pool.port = target.host, target.port
    return pool


def _failure(failure, target, timeout):
    "The exception of one try, before retries are counted."
    connection = _Connection(target)
    if failure.kind == "resolve":
        number, text = failure.error
        return NameResolutionError(target.host, connection, f"[Errno {number}] {text}")
    if failure.kind == "connect":
        number, text = failure.error
        return NewConnectionError(connection, f"Failed to establish a new connection: [Errno {number}] {text}")
    if failure.kind == "connect timeout":
        return ConnectTimeoutError(connection, f"Connection to {target.host} timed out. (connect timeout={timeout.connect_timeout})")
    if failure.kind == "closed":
        from http.client import RemoteDisconnected

        return ProtocolError("Connection aborted.", RemoteDisconnected("Remote end closed connection without response"))
    return ReadTimeoutError(_pool_of(target), target.selector(), f"Read timed out. (read timeout={timeout.read_timeout})")


def _send(kept, method, url, headers, body, retries, timeout, raise_on_status=None):
    "One request, tried as often as `retries` says; the answer's head."
    target = _network.Target(url)
    failed = {"connect": 0, "read": 0, "status": 0, "other": 0}
    tries = 0
    while True:
        reused = kept.take(target)
        limits = _network.Limits(timeout.connect_timeout, timeout.read_timeout)
        try:
            answer = _network.drive(_network.exchange(method, url, headers, body, reused, limits))
        except _network.Failure as failure:
            error = _failure(failure, target, timeout)
            kind = "read" if isinstance(error, (ReadTimeoutError, ProtocolError)) else "connect"
            reason = error
        else:
            if answer.status not in retries.status_forcelist or (retries.allowed_methods and method not in retries.allowed_methods):
                return answer
            kind, error = "status", None
            reason = ResponseError(f"too many {answer.status} error responses")
            if not retries._left(kind, failed[kind], method) and not (retries.raise_on_status if raise_on_status is None else raise_on_status):
                return answer
        if not retries._left(kind, sum(failed.values()), method) or not retries._left(kind, failed[kind], method):
            if kind == "read" and (retries.read is False or not retries.total):
                raise error
            raise MaxRetryError(_pool_of(target), target.selector(), reason) from error
        failed[kind] += 1
        tries += 1
        pause_s = retries._pause_s(tries)
        if pause_s:
            _network._wait(int(pause_s * 1e9))


def _filled(method, url, body, fields, headers, json):
    headers = dict(headers or {})
    if json is not None:
        body = _json.dumps(json, separators=(",", ":"), ensure_ascii=False).encode()
        headers.setdefault("Content-Type", "application/json")
    elif fields:
        pairs = _urlencode(list(fields.items()) if hasattr(fields, "items") else fields)
        if method in ("GET", "HEAD", "DELETE", "OPTIONS"):
            url += ("&" if "?" in url else "?") + pairs
        else:
            body = pairs.encode()
            headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
    return url, body, headers


def _timeout(value):
    if isinstance(value, Timeout):
        return value
    return Timeout(connect=value, read=value)


def _open(kept, method, url, body, headers, retries, redirect, timeout, options):
    retries = Retry.from_int(retries)
    timeout = _timeout(timeout)
    _network._spend_us(250)
    body = body.encode() if isinstance(body, str) else body or b""
    fields = [("User-Agent", f"python-urllib3/{__version__}"), *dict(headers or {}).items()]
    for _ in range(31):
        answer = _send(kept, method, url, fields, body, retries, timeout)
        response = HTTPResponse(answer, kept, timeout, url)
        if not redirect or answer.status not in (301, 302, 303, 307, 308):
            break
        url = _urljoin(url, response.headers.get("Location", ""))
        if answer.status == 303:
            method, body = "GET", b""
    if options.get("preload_content", True):
        response._preload()
    return response


class HTTPResponse:
    "An answer whose body is read when it is asked for."

    def __init__(self, answer, kept, timeout, url=None):
        self._answer = answer
        self._kept = kept
        self._timeout = timeout
        self._data = None
        self._url = url
        self.status = answer.status
        self.reason = answer.reason
        self.version = 11
        self.headers = HTTPHeaderDict(answer.headers)
        self.closed = False

    def _take(self, count=None):
        "As many bytes as asked for; the connection is kept once all are there."
        before = self._answer.left()
        try:
            taken = _network.drive(self._answer.arrive(count))
        except _network.Failure as failure:
            raise _failure(failure, self._answer.target, self._timeout) from None
        if before and not self._answer.left():
            self.release_conn()
        return taken

    def _preload(self):
        self._data = self._take()
        if not self._data:
            self.release_conn()

    @property
    def data(self):
        if self._data is None:
            self._preload()
        return self._data

    def read(self, amt=None, decode_content=None, cache_content=False):
        if self._data is not None:
            taken, self._data = self._data[:amt], self._data[amt:] if amt is not None else b""
            return taken
        return self._take(amt)

    def stream(self, amt=65536, decode_content=None):
        while self._answer.left():
            yield self._take(amt)

    def json(self):
        return _json.loads(self.data)

    def getheaders(self):
        return self.headers

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def info(self):
        return self.headers

    def geturl(self):
        return self._url

    def release_conn(self):
        if self._kept is not None:
            self._kept.give(self._answer.target)
            self._kept = None

    drain_conn = release_conn

    def close(self):
        self.closed = True
        self._kept = None

    def __iter__(self):
        yield from self.data.splitlines(True)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()


class PoolManager:
    def __init__(self, num_pools=10, headers=None, timeout=None, retries=None, maxsize=1, block=False, **options):
        self.headers = dict(headers or {})
        self._timeout = timeout
        self._retries = retries
        self._kept = _network.Pool()

    def urlopen(self, method, url, redirect=True, body=None, headers=None, retries=None, timeout=None, **options):
        if "://" not in url:
            raise LocationValueError("No host specified.")
        retries = self._retries if retries is None else retries
        timeout = self._timeout if timeout is None else timeout
        return _open(self._kept, method.upper(), url, body, headers or self.headers, retries, redirect, timeout, options)

    def request(self, method, url, body=None, fields=None, headers=None, json=None, **options):
        method = method.upper()
        url, body, headers = _filled(method, url, body, fields, headers or self.headers, json)
        return self.urlopen(method, url, body=body, headers=headers, **options)

    def clear(self):
        self._kept.close()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.clear()


def request(method, url, **options):
    return PoolManager().request(method, url, **options)


def make_headers(keep_alive=None, accept_encoding=None, user_agent=None, basic_auth=None):
    from base64 import b64encode

    headers = {}
    if accept_encoding:
        headers["accept-encoding"] = accept_encoding if isinstance(accept_encoding, str) else "gzip,deflate"
    if user_agent:
        headers["user-agent"] = user_agent
    if keep_alive:
        headers["connection"] = "keep-alive"
    if basic_auth:
        headers["authorization"] = "Basic " + b64encode(basic_auth.encode()).decode()
    return headers
