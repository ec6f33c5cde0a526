"""`http.client`: connections to the hosts of the simulated network, and answers as files.
"""

import io as _io

import _network
from http import HTTPStatus as _HTTPStatus

HTTP_PORT = 80
HTTPS_PORT = 443
responses = {status: status.phrase for status in _HTTPStatus}
for _status in _HTTPStatus:
    globals()[_status.name] = _status


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class UnknownProtocol(HTTPException):
    def __init__(self, version):
        self.args = (version,)
        self.version = version


class IncompleteRead(HTTPException):
    def __init__(self, partial, expected=None):
        self.args = (partial,)
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        more = ", %i more expected" % self.expected if self.expected is not None else ""
        return "%s(%i bytes read%s)" % (self.__class__.__name__, len(self.partial), more)

    __str__ = object.__str__


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class CannotSendHeader(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    def __init__(self, line):
        if not line:
            line = repr(line)
        self.args = (line,)
        self.line = line


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    def __init__(self, *pos, **kw):
        BadStatusLine.__init__(self, "")
        ConnectionResetError.__init__(self, *pos, **kw)


class HTTPMessage:
    "Headers in order, found in any case."

    def __init__(self, pairs=()):
        self._headers = list(pairs)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, value):
        self._headers.append((name, value))

    def __delitem__(self, name):
        self._headers = [pair for pair in self._headers if pair[0].lower() != name.lower()]

    def __contains__(self, name):
        return any(key.lower() == name.lower() for key, _ in self._headers)

    def __iter__(self):
        return iter([key for key, _ in self._headers])

    def __len__(self):
        return len(self._headers)

    def get(self, name, failobj=None):
        for key, value in self._headers:
            if key.lower() == name.lower():
                return value
        return failobj

    def get_all(self, name, failobj=None):
        return [value for key, value in self._headers if key.lower() == name.lower()] or failobj

    def keys(self):
        return [key for key, _ in self._headers]

    def values(self):
        return [value for _, value in self._headers]

    def items(self):
        return list(self._headers)

    def add_header(self, name, value):
        self._headers.append((name, value))

    def get_content_type(self):
        return (self.get("content-type") or "text/plain").partition(";")[0].strip().lower()

    def get_content_maintype(self):
        return self.get_content_type().partition("/")[0]

    def get_content_subtype(self):
        return self.get_content_type().partition("/")[2]

    def get_content_charset(self, failobj=None):
        for part in (self.get("content-type") or "").split(";")[1:]:
            name, _, value = part.strip().partition("=")
            if name.lower() == "charset":
                return value.strip("\"'").lower()
        return failobj

    def as_string(self):
        return "".join("%s: %s\n" % pair for pair in self._headers) + "\n"

    __str__ = as_string


def _raise(failure, wrapped=False):
    "The exception of a failed exchange, as the socket would have raised it."
    if failure.kind == "closed":
        raise RemoteDisconnected("Remote end closed connection without response") from None
    if failure.error is None:
        raise TimeoutError("timed out" if not wrapped else "The read operation timed out") from None
    raise failure.os_error() from None


class HTTPResponse(_io.BufferedIOBase):
    "An answer, read like a file; what has not arrived yet is waited for."

    def __init__(self, answer, url=None, on_end=None, method=None):
        self._answer = answer
        self._buffer = b""
        self._on_end = on_end
        self._closed = False
        self._method = method
        self.url = url
        self.status = self.code = answer.status
        self.reason = answer.reason
        self.version = 11
        self.headers = self.msg = HTTPMessage(answer.headers)
        self.length = answer.left()
        self.chunked = False
        self.will_close = False

    def __repr__(self):
        return f"<http.client.HTTPResponse object at {id(self):#x}>"

    def readable(self):
        return True

    def _more(self, count):
        while (count is None or len(self._buffer) < count) and self._answer.left():
            try:
                self._buffer += _network.drive(self._answer.arrive(None if count is None else count - len(self._buffer)))
            except _network.Failure as failure:
                _raise(failure, True)
        if not self._answer.left() and self._on_end is not None:
            on_end, self._on_end = self._on_end, None
            on_end()

    def read(self, amt=None):
        if self._closed:
            return b""
        if amt is not None and amt < 0:
            amt = None
        self._more(amt)
        taken = self._buffer if amt is None else self._buffer[:amt]
        self._buffer = self._buffer[len(taken) :]
        self.length = len(self._buffer) + self._answer.left()
        return taken

    read1 = read

    def readinto(self, into):
        taken = self.read(len(into))
        into[: len(taken)] = taken
        return len(taken)

    def readline(self, limit=-1):
        while b"\n" not in self._buffer and self._answer.left():
            self._more(len(self._buffer) + 4096)
        end = self._buffer.find(b"\n") + 1 or len(self._buffer)
        return self.read(end if limit is None or limit < 0 else min(end, limit))

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def peek(self, count=-1):
        self._more(max(count, 1))
        return self._buffer

    def close(self):
        self._closed = True

    @property
    def closed(self):
        return self._closed

    def isclosed(self):
        return self._closed or not (self._buffer or self._answer.left())

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()

    def getheader(self, name, default=None):
        values = self.headers.get_all(name)
        return ", ".join(values) if values else default

    def getheaders(self):
        return self.headers.items()

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status


class HTTPConnection:
    _scheme = "http"
    default_port = HTTP_PORT

    def __init__(self, host, port=None, timeout=None, source_address=None, blocksize=8192, context=None, **options):
        if port is None and ":" in host:
            host, _, text = host.rpartition(":")
            try:
                port = int(text)
            except ValueError:
                raise InvalidURL("nonnumeric port: '%s'" % text) from None
        self.host = host
        self.port = self.default_port if port is None else port
        self.timeout = timeout if isinstance(timeout, (int, float)) else None
        self.sock = None
        self._kept = _network.Pool()
        self._request = None
        self._draft = None

    def set_debuglevel(self, level):
        pass

    def set_tunnel(self, host, port=None, headers=None):
        raise NotImplementedError("http.client: tunnels through a proxy are not supported by Interleave")

    def connect(self):
        pass

    def close(self):
        self._kept.close()
        self._request = None

    def putrequest(self, method, url, **options):
        self._draft = (method, url, [])

    def putheader(self, header, *values):
        if self._draft is None:
            raise CannotSendHeader()
        self._draft[2].append((header, ", ".join(str(value) for value in values)))

    def endheaders(self, message_body=None, **options):
        method, url, headers = self._draft
        self.request(method, url, message_body, dict(headers))

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        if self._request is not None:
            raise CannotSendRequest("Request-sent")
        if hasattr(body, "read"):
            body = body.read()
        body = body.encode("iso-8859-1") if isinstance(body, str) else bytes(body or b"")
        self._request = (method, url or "/", list(headers.items()), body)

    def getresponse(self):
        if self._request is None:
            raise ResponseNotReady("Idle")
        method, path, headers, body = self._request
        self._request = None
        _network._spend_us(150)
        port = "" if self.port == self.default_port else ":%d" % self.port
        url = path if "://" in path else f"{self._scheme}://{self.host}{port}{path}"
        target = _network.Target(url)
        limits = _network.Limits(self.timeout, self.timeout)
        try:
            answer = _network.drive(_network.exchange(method, url, headers, body, self._kept.take(target), limits))
        except _network.Failure as failure:
            _raise(failure)
        self._kept.give(target)
        return HTTPResponse(answer, url, method=method)


class HTTPSConnection(HTTPConnection):
    _scheme = "https"
    default_port = HTTPS_PORT
