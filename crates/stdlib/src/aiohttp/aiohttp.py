"""aiohttp's client: what a session, its connections and its answers are.
"""

import asyncio
import json as _json
from collections import namedtuple as _namedtuple
from http import HTTPStatus as _HTTPStatus
from urllib.parse import urljoin as _urljoin, urlsplit as _urlsplit

import _network
from _network import URL as _URL
from aiohttp import client_exceptions
from aiohttp.client_exceptions import *
from aiohttp.client_exceptions import (
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientPayloadError,
    ClientResponseError,
    ConnectionTimeoutError,
    ContentTypeError,
    InvalidUrlClientError,
    NonHttpUrlClientError,
    ServerDisconnectedError,
    SocketTimeoutError,
    TooManyRedirects,
)

__version__ = "3.14.5"

_ConnectionKey = _namedtuple("ConnectionKey", "host port is_ssl ssl proxy proxy_auth proxy_headers_hash server_hostname")
RequestInfo = _namedtuple("RequestInfo", "url method headers real_url")


class hdrs:
    "Names of headers, as constants."

    ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE = "Accept", "Authorization", "Content-Length", "Content-Type"
    COOKIE, HOST, LOCATION, SET_COOKIE, USER_AGENT = "Cookie", "Host", "Location", "Set-Cookie", "User-Agent"


class CIMultiDictProxy(_network.Fields):
    def __repr__(self):
        return f"<{type(self).__name__}({', '.join(f'{key!r}: {value!r}' for key, value in self.items())})>"


class BasicAuth(_namedtuple("BasicAuth", ["login", "password", "encoding"])):
    def __new__(cls, login, password="", encoding="latin1"):
        if login is None:
            raise ValueError("None is not allowed as login value")
        if password is None:
            raise ValueError("None is not allowed as password value")
        return super().__new__(cls, login, password, encoding)

    def encode(self):
        from base64 import b64encode

        return "Basic " + b64encode(f"{self.login}:{self.password}".encode(self.encoding)).decode()


class ClientTimeout(_namedtuple("ClientTimeout", ["total", "connect", "sock_read", "sock_connect", "ceil_threshold"])):
    def __new__(cls, total=None, connect=None, sock_read=None, sock_connect=None, ceil_threshold=5):
        return super().__new__(cls, total, connect, sock_read, sock_connect, ceil_threshold)


DEFAULT_TIMEOUT = ClientTimeout(total=5 * 60, sock_connect=30)


class FormData:
    def __init__(self, fields=(), quote_fields=True, charset=None):
        self._plain = []
        self._files = []
        for field in fields.items() if isinstance(fields, dict) else fields:
            self.add_field(*field)

    def add_field(self, name, value, *, content_type=None, filename=None, content_transfer_encoding=None):
        if filename is not None or isinstance(value, bytes) or hasattr(value, "read"):
            self._files.append((name, (filename or name, value, content_type)))
        else:
            self._plain.append((name, value))

    def add_fields(self, *fields):
        for field in fields:
            self.add_field(*field)


class CookieJar:
    def __init__(self, *, unsafe=False, quote_cookie=True, **options):
        from requests.cookies import RequestsCookieJar

        self._jar = RequestsCookieJar()

    def update_cookies(self, cookies, response_url=None):
        for name, value in dict(cookies).items():
            self._jar.set(name, getattr(value, "value", value))

    def clear(self, predicate=None):
        self._jar.clear()

    def filter_cookies(self, request_url=None):
        return self._jar.get_dict()

    def __iter__(self):
        return iter(self._jar)

    def __len__(self):
        return len(self._jar)


class DummyCookieJar(CookieJar):
    pass


class BaseConnector:
    def __init__(self, *, limit=100, limit_per_host=0, keepalive_timeout=15.0, force_close=False, enable_cleanup_closed=False, loop=None, **options):
        asyncio.get_running_loop()
        self._slots = _network.Slots(limit, limit_per_host)
        self._kept = _network.Pool()
        self._force_close = force_close
        self._closed = False

    limit = property(lambda self: self._slots.limit)
    limit_per_host = property(lambda self: self._slots.limit_per_host)
    closed = property(lambda self: self._closed)
    force_close = property(lambda self: self._force_close)

    def close(self):
        self._closed = True
        self._kept.close()
        return _Done()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        self.close()


class TCPConnector(BaseConnector):
    pass


class UnixConnector(BaseConnector):
    def __init__(self, path, **options):
        raise NotImplementedError("aiohttp.UnixConnector is not supported by Interleave")


class _Done:
    def __await__(self):
        return
        yield


class StreamReader:
    "A body on its way."

    def __init__(self, response):
        self._response = response
        self._buffer = b""

    async def _more(self, count):
        answer = self._response._answer
        while (count is None or len(self._buffer) < count) and answer.left():
            self._buffer += await self._response._arrive(None if count is None else count - len(self._buffer))

    def at_eof(self):
        return not self._buffer and not self._response._answer.left()

    async def read(self, n=-1):
        count = None if n is None or n < 0 else n
        if count is None or not self._buffer:
            await self._more(count)
        taken = self._buffer if count is None else self._buffer[:count]
        self._buffer = self._buffer[len(taken) :]
        return taken

    async def readany(self):
        return await self.read(_network.PIECE_BYTES)

    async def readexactly(self, n):
        await self._more(n)
        taken, self._buffer = self._buffer[:n], self._buffer[n:]
        if len(taken) < n:
            raise asyncio.IncompleteReadError(taken, n)
        return taken

    async def readline(self):
        while b"\n" not in self._buffer and self._response._answer.left():
            await self._more(len(self._buffer) + 4096)
        end = self._buffer.find(b"\n") + 1 or len(self._buffer)
        taken, self._buffer = self._buffer[:end], self._buffer[end:]
        return taken

    def __aiter__(self):
        return _Pieces(self.readline)

    def iter_chunked(self, n):
        return _Pieces(lambda: self.read(n))

    def iter_any(self):
        return _Pieces(self.readany)

    def iter_chunks(self):
        return _Pieces(self.readany, lambda piece: (piece, True))


class _Pieces:
    def __init__(self, read, shape=None):
        self._read = read
        self._shape = shape

    def __aiter__(self):
        return self

    async def __anext__(self):
        piece = await self._read()
        if not piece:
            raise StopAsyncIteration
        return self._shape(piece) if self._shape else piece


class ClientResponse:
    def __init__(self, session, method, url, answer, release, request_headers, limits):
        self._answer = answer
        self._release = release
        self._body = None
        self._limits = limits
        self.method = method
        self.url = self.real_url = _URL(url)
        self.status = answer.status
        self.reason = answer.reason
        self.version = (1, 1)
        self.headers = CIMultiDictProxy(answer.headers)
        self.raw_headers = tuple((key.encode(), value.encode()) for key, value in answer.headers)
        self.request_info = RequestInfo(self.url, method, CIMultiDictProxy(request_headers), self.url)
        self.history = ()
        self.content = StreamReader(self)
        self.cookies = {}
        self._released = False
        if not answer.left():
            self.release()

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers}\n"

    ok = property(lambda self: self.status < 400)
    closed = property(lambda self: self._released)
    host = property(lambda self: self.url.host)
    connection = None

    @property
    def content_type(self):
        return self.headers.get("Content-Type", "application/octet-stream").partition(";")[0].strip().lower()

    @property
    def charset(self):
        return _network.charset_of(self.headers.get("Content-Type"))

    @property
    def content_length(self):
        length = self.headers.get("Content-Length")
        return None if length is None else int(length)

    async def _arrive(self, count):
        try:
            taken = await _network.drive_async(self._answer.arrive(count))
        except _network.Failure as failure:
            self.close()
            if failure.kind == "total timeout":
                raise asyncio.TimeoutError from None
            raise SocketTimeoutError("Timeout on reading data from socket") from None
        if not self._answer.left():
            self.release()
        return taken

    def release(self):
        if not self._released:
            self._released = True
            self._release(not self._answer.left())
        return _Done()

    def close(self):
        if not self._released:
            self._released = True
            self._release(False)

    async def wait_for_close(self):
        self.release()

    async def read(self):
        if self._body is None:
            if self._released and self._answer.left():
                raise ClientConnectionError("Connection closed")
            self._body = await self.content.read()
        return self._body

    def get_encoding(self):
        return self.charset or "utf-8"

    async def text(self, encoding=None, errors="strict"):
        body = await self.read()
        return body.decode(encoding or self.get_encoding(), errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type="application/json"):
        body = await self.read()
        if content_type:
            own = self.content_type
            if own != content_type and not (content_type == "application/json" and own.startswith("application/") and own.endswith("+json")):
                text = f"Attempt to decode JSON with unexpected mimetype: {self.headers.get('Content-Type', '').lower()}"
                raise ContentTypeError(self.request_info, self.history, status=self.status, message=text, headers=self.headers)
        stripped = body.strip()
        if not stripped:
            return None
        return loads(stripped.decode(encoding or self.get_encoding()))

    def raise_for_status(self):
        if not self.ok:
            self.release()
            raise ClientResponseError(self.request_info, self.history, status=self.status, message=self.reason, headers=self.headers)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        if self._answer.left():
            self.close()
        else:
            self.release()
