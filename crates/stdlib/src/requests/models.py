"""Requests and responses.
"""

import datetime
import json as _json
from urllib.parse import quote as _quote, unquote, urlencode, urlsplit, urlunsplit

from http import HTTPStatus as _HTTPStatus
from requests.auth import HTTPBasicAuth
from requests.cookies import RequestsCookieJar, cookiejar_from_dict
from requests.exceptions import (
    ConnectionError,
    HTTPError,
    InvalidHeader,
    InvalidJSONError,
    InvalidURL,
    JSONDecodeError,
    MissingSchema,
    StreamConsumedError,
)
from requests.structures import CaseInsensitiveDict
from requests.utils import get_encoding_from_headers, requote_uri

REDIRECT_STATI = (301, 302, 303, 307, 308)
DEFAULT_REDIRECT_LIMIT = 30
CONTENT_CHUNK_SIZE = 10 * 1024
ITER_CHUNK_SIZE = 512


def _pairs(data):
    pairs = []
    for key, values in list(data.items()) if hasattr(data, "items") else data:
        if isinstance(values, (str, bytes)) or not hasattr(values, "__iter__"):
            values = [values]
        for value in values:
            if value is not None:
                pairs.append((key, value))
    return pairs


def _encoded(data):
    if isinstance(data, (str, bytes)):
        return data
    return urlencode(_pairs(data), doseq=True)


class Request:
    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None, hooks=None, json=None):
        self.method = method
        self.url = url
        self.headers = headers or {}
        self.files = files or []
        self.data = data or []
        self.params = params or {}
        self.auth = auth
        self.cookies = cookies
        self.hooks = hooks or {}
        self.json = json

    def __repr__(self):
        return f"<Request [{self.method}]>"

    def prepare(self):
        prepared = PreparedRequest()
        prepared.prepare(self.method, self.url, self.headers, self.files, self.data, self.params, self.auth, self.cookies, self.hooks, self.json)
        return prepared


class PreparedRequest:
    def __init__(self):
        self.method = self.url = self.headers = self._cookies = self.body = None
        self.hooks = {}

    def __repr__(self):
        return f"<PreparedRequest [{self.method}]>"

    def prepare(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None, hooks=None, json=None):
        self.method = method.upper() if method is not None else None
        self.prepare_url(url, params)
        self.prepare_headers(headers)
        self.prepare_cookies(cookies)
        self.prepare_body(data, files, json)
        self.prepare_auth(auth)
        self.hooks = dict(hooks or {})

    def copy(self):
        copied = PreparedRequest()
        copied.__dict__.update(self.__dict__)
        copied.headers = self.headers.copy() if self.headers is not None else None
        return copied

    def prepare_url(self, url, params):
        url = url.decode() if isinstance(url, bytes) else str(url)
        url = url.lstrip()
        if ":" in url and not url.lower().startswith("http"):
            self.url = url
            return
        parts = urlsplit(url)
        if not parts.scheme:
            raise MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
        if not parts.hostname:
            raise InvalidURL(f"Invalid URL {url!r}: No host supplied")
        if parts.hostname.startswith(("*", ".")):
            raise InvalidURL("URL has an invalid label.")
        try:
            parts.port
        except ValueError:
            raise InvalidURL(f"Failed to parse: {url}") from None
        query = parts.query
        extra = _encoded(params) if params else ""
        if isinstance(extra, bytes):
            extra = extra.decode()
        if extra:
            query = f"{query}&{extra}" if query else extra
        self.url = requote_uri(urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, parts.fragment)))

    def prepare_headers(self, headers):
        self.headers = CaseInsensitiveDict()
        for name, value in (headers or {}).items():
            if value is None:
                continue
            if not isinstance(value, (str, bytes)):
                raise InvalidHeader(f"Header part ({value!r}) from ({name!r}, {value!r}) must be of type str or bytes, not {type(value)}")
            if isinstance(value, str) and ("\n" in value or "\r" in value or value[:1] == " "):
                raise InvalidHeader(f"Invalid leading whitespace, reserved character(s), or return character(s) in header value: {value!r}")
            self.headers[name] = value

    def prepare_cookies(self, cookies):
        self._cookies = cookies if isinstance(cookies, RequestsCookieJar) else cookiejar_from_dict(cookies)
        header = self._cookies._header(urlsplit(self.url).hostname or "")
        if header and "Cookie" not in self.headers:
            self.headers["Cookie"] = header

    def prepare_body(self, data, files, json=None):
        body = None
        kind = None
        if not data and json is not None:
            kind = "application/json"
            try:
                body = _json.dumps(json, allow_nan=False)
            except ValueError as error:
                raise InvalidJSONError(error, request=self)
            body = body.encode("utf-8")
        elif files:
            body, kind = _multipart(files, data)
        elif data:
            if hasattr(data, "read"):
                body = data.read()
            elif hasattr(data, "__iter__") and not isinstance(data, (str, bytes, list, tuple, dict)) and not hasattr(data, "items"):
                body = b"".join(data)
            else:
                body = _encoded(data)
                if not isinstance(data, (str, bytes)):
                    kind = "application/x-www-form-urlencoded"
        if body is not None:
            length = len(body.encode() if isinstance(body, str) else body)
            self.headers["Content-Length"] = str(length)
        elif self.method not in ("GET", "HEAD"):
            self.headers["Content-Length"] = "0"
        if kind and "content-type" not in self.headers:
            self.headers["Content-Type"] = kind
        self.body = body

    def prepare_auth(self, auth, url=""):
        if auth is None:
            parts = urlsplit(self.url)
            if not parts.username:
                return
            auth = (unquote(parts.username), unquote(parts.password or ""))
        if isinstance(auth, tuple) and len(auth) == 2:
            auth = HTTPBasicAuth(*auth)
        changed = auth(self)
        self.__dict__.update(changed.__dict__)

    @property
    def path_url(self):
        parts = urlsplit(self.url)
        return (parts.path or "/") + ("?" + parts.query if parts.query else "")


_BOUNDARY = "5c0f1ac7b6d84e2f9a3b7d1e6f8c2a40"


def _multipart(files, data):
    parts = []
    for name, value in _pairs(data or {}):
        parts.append((f'form-data; name="{name}"', None, str(value).encode()))
    for name, given in list(files.items()) if hasattr(files, "items") else files:
        file_name, kind = name, None
        if isinstance(given, (tuple, list)):
            file_name, content, *more = given
            kind = more[0] if more else None
        else:
            content = given
            own = getattr(given, "name", None)
            if isinstance(own, str):
                file_name = own.rpartition("/")[2]
        if hasattr(content, "read"):
            content = content.read()
        content = content.encode() if isinstance(content, str) else bytes(content or b"")
        told = f'form-data; name="{name}"' + (f'; filename="{file_name}"' if file_name else "")
        parts.append((told, kind, content))
    body = b""
    for told, kind, content in parts:
        head = f"--{_BOUNDARY}\r\nContent-Disposition: {told}\r\n" + (f"Content-Type: {kind}\r\n" if kind else "")
        body += head.encode() + b"\r\n" + content + b"\r\n"
    return body + f"--{_BOUNDARY}--\r\n".encode(), f"multipart/form-data; boundary={_BOUNDARY}"


class Response:
    __attrs__ = ["_content", "status_code", "url", "headers", "history", "encoding", "reason", "cookies", "elapsed", "request"]

    def __init__(self):
        self._content = False
        self._content_consumed = False
        self._next = None
        self.status_code = None
        self.headers = CaseInsensitiveDict()
        self.raw = None
        self.url = None
        self.encoding = None
        self.history = []
        self.reason = None
        self.cookies = RequestsCookieJar()
        self.elapsed = datetime.timedelta(0)
        self.request = None
        self.connection = None

    def __getstate__(self):
        self.content
        return {name: getattr(self, name, None) for name in self.__attrs__}

    def __setstate__(self, state):
        self.__init__()
        self.__dict__.update(state)
        self._content_consumed = True
        self.raw = None

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()

    def __repr__(self):
        return f"<Response [{self.status_code}]>"

    def __bool__(self):
        return self.ok

    __nonzero__ = __bool__

    def __iter__(self):
        return self.iter_content(128)

    @property
    def ok(self):
        try:
            self.raise_for_status()
        except HTTPError:
            return False
        return True

    @property
    def is_redirect(self):
        return "location" in self.headers and self.status_code in REDIRECT_STATI

    @property
    def is_permanent_redirect(self):
        return "location" in self.headers and self.status_code in (301, 308)

    @property
    def next(self):
        return self._next

    @property
    def apparent_encoding(self):
        return "ascii" if self.content.isascii() else "utf-8"

    def _read(self, count=None):
        from urllib3.exceptions import ReadTimeoutError

        try:
            return self.raw._take(count)
        except ReadTimeoutError as error:
            raise ConnectionError(error)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        if self._content_consumed and isinstance(self._content, bool):
            raise StreamConsumedError()
        if chunk_size is not None and not isinstance(chunk_size, int):
            raise TypeError(f"chunk_size must be an int, it is instead a {type(chunk_size)}.")
        chunks = self._kept_chunks(chunk_size) if self._content_consumed else self._coming_chunks(chunk_size)
        if decode_unicode and self.encoding is not None:
            return (chunk.decode(self.encoding, "replace") for chunk in chunks)
        return chunks

    def _kept_chunks(self, chunk_size):
        size = chunk_size or len(self._content) or 1
        for at in range(0, len(self._content), size):
            yield self._content[at : at + size]

    def _coming_chunks(self, chunk_size):
        while self.raw is not None and self.raw._answer.left():
            yield self._read(chunk_size)
        self._content_consumed = True

    def iter_lines(self, chunk_size=ITER_CHUNK_SIZE, decode_unicode=False, delimiter=None):
        pending = None
        for chunk in self.iter_content(chunk_size=chunk_size, decode_unicode=decode_unicode):
            if pending is not None:
                chunk = pending + chunk
            lines = chunk.split(delimiter) if delimiter else chunk.splitlines()
            pending = lines.pop() if lines and lines[-1] and chunk and lines[-1][-1] == chunk[-1] else None
            yield from lines
        if pending is not None:
            yield pending

    @property
    def content(self):
        if self._content is False:
            if self._content_consumed:
                raise RuntimeError("The content for this response was already consumed")
            if self.status_code == 0 or self.raw is None:
                self._content = None
            else:
                self._content = self._read()
                self.raw.release_conn()
        self._content_consumed = True
        return self._content

    @property
    def text(self):
        if not self.content:
            return ""
        encoding = self.encoding or self.apparent_encoding
        try:
            return str(self.content, encoding, errors="replace")
        except (LookupError, TypeError):
            return str(self.content, errors="replace")

    def json(self, **kwargs):
        text = self.content.decode("utf-8", "replace") if self.content else self.text
        try:
            return _json.loads(text, **kwargs)
        except _json.JSONDecodeError as error:
            raise JSONDecodeError(error.msg, error.doc, error.pos)

    @property
    def links(self):
        found = {}
        for part in self.headers.get("link", "").split(","):
            url, *parameters = part.split(";")
            link = {"url": url.strip("<> '\"")}
            for parameter in parameters:
                key, _, value = parameter.partition("=")
                link[key.strip()] = value.strip(" '\"")
            if link["url"]:
                found[link.get("rel") or link["url"]] = link
        return found

    def raise_for_status(self):
        text = ""
        if 400 <= self.status_code < 500:
            text = f"{self.status_code} Client Error: {self.reason} for url: {self.url}"
        elif 500 <= self.status_code < 600:
            text = f"{self.status_code} Server Error: {self.reason} for url: {self.url}"
        if text:
            raise HTTPError(text, response=self)

    def close(self):
        if self.raw is not None:
            self.raw.close()
