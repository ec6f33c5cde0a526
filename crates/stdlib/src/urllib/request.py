"""`urllib.request`: opens URLs over the simulated network, with CPython's errors.
"""

import base64 as _base64
import io as _io
import os as _os
import sys as _sys
from http.client import HTTPException, HTTPMessage, HTTPResponse, RemoteDisconnected, _raise
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, unquote_to_bytes, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunsplit

import _network

__version__ = "3.11"
_no_limit = object()


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.headers = {}
        self.unredirected_hdrs = {}
        self.data = data
        self.timeout = None
        for key, value in headers.items():
            self.add_header(key, value)
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        return self._url + ("#" + self.fragment if self.fragment else "")

    @full_url.setter
    def full_url(self, url):
        self._url, self.fragment = urldefrag(url.strip())
        parts = urlsplit(self._url)
        if not parts.scheme:
            raise ValueError("unknown url type: %r" % self._url)
        self.type = parts.scheme
        self.host = parts.netloc
        self.selector = urlunsplit(("", "", parts.path or "", parts.query, "")) or "/"
        self.origin_req_host = parts.hostname or ""

    def get_method(self):
        return getattr(self, "method", None) or ("POST" if self.data is not None else "GET")

    def get_full_url(self):
        return self.full_url

    def add_header(self, key, value):
        self.headers[key.capitalize()] = value

    def add_unredirected_header(self, key, value):
        self.unredirected_hdrs[key.capitalize()] = value

    def has_header(self, name):
        return name in self.headers or name in self.unredirected_hdrs

    def get_header(self, name, default=None):
        return self.headers.get(name, self.unredirected_hdrs.get(name, default))

    def remove_header(self, name):
        self.headers.pop(name, None)
        self.unredirected_hdrs.pop(name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())

    def set_proxy(self, host, type):
        pass

    def has_proxy(self):
        return False


class BaseHandler:
    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        pass

    def __lt__(self, other):
        return self.handler_order < getattr(other, "handler_order", 500)


class HTTPHandler(BaseHandler):
    def __init__(self, *args, **options):
        pass


class HTTPSHandler(HTTPHandler):
    pass


class HTTPErrorProcessor(BaseHandler):
    pass


class HTTPDefaultErrorHandler(BaseHandler):
    pass


class FileHandler(BaseHandler):
    pass


class HTTPRedirectHandler(BaseHandler):
    max_repeats = 4
    max_redirections = 10

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        method = req.get_method()
        if not (code in (301, 302, 303, 307, 308) and method in ("GET", "HEAD") or code in (301, 302, 303) and method == "POST"):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        kept = {key: value for key, value in req.headers.items() if key.lower() not in ("content-length", "content-type")}
        return Request(newurl.replace(" ", "%20"), headers=kept, unverifiable=True)


class ProxyHandler(BaseHandler):
    def __init__(self, proxies=None):
        self.proxies = proxies or {}


class HTTPCookieProcessor(BaseHandler):
    def __init__(self, cookiejar=None):
        self.cookiejar = cookiejar
        self._cookies = {}

    def _sent(self, request):
        pairs = self._cookies.get(request.host, {})
        if pairs:
            request.add_unredirected_header("Cookie", "; ".join("%s=%s" % pair for pair in pairs.items()))

    def _learn(self, request, headers):
        for text in headers.get_all("Set-Cookie") or ():
            name, _, value = text.partition(";")[0].partition("=")
            self._cookies.setdefault(request.host, {})[name.strip()] = value.strip()


class HTTPPasswordMgr:
    def __init__(self):
        self._known = {}

    def add_password(self, realm, uri, user, passwd):
        for one in [uri] if isinstance(uri, str) else uri:
            self._known[urlsplit(one).netloc or one] = (user, passwd)

    def find_user_password(self, realm, authuri):
        return self._known.get(urlsplit(authuri).netloc or authuri, (None, None))


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    pass


class HTTPBasicAuthHandler(BaseHandler):
    def __init__(self, password_mgr=None):
        self.passwd = password_mgr or HTTPPasswordMgr()
        self.add_password = self.passwd.add_password

    def _sent(self, request):
        user, password = self.passwd.find_user_password(None, request.full_url)
        if user is not None:
            pair = f"{user}:{password}".encode()
            request.add_unredirected_header("Authorization", "Basic " + _base64.b64encode(pair).decode("ascii"))


class OpenerDirector:
    def __init__(self):
        self.addheaders = [("User-agent", "Python-urllib/%d.%d" % _sys.version_info[:2])]
        self.handlers = []
        self._redirects = HTTPRedirectHandler()

    def add_handler(self, handler):
        self.handlers.append(handler)
        if isinstance(handler, HTTPRedirectHandler):
            self._redirects = handler

    def close(self):
        pass

    def open(self, fullurl, data=None, timeout=_no_limit):
        request = Request(fullurl, data) if isinstance(fullurl, str) else fullurl
        if data is not None:
            request.data = data
        request.timeout = None if timeout is _no_limit else timeout
        if request.type == "data":
            return _open_data(request)
        if request.type == "file":
            return _open_file(request)
        if request.type not in ("http", "https"):
            raise URLError(f"unknown url type: {request.type}")
        if not request.host:
            raise URLError("no host given")
        visited = {}
        while True:
            response = self._open_once(request)
            code = response.status
            if 200 <= code < 300:
                return response
            location = response.headers.get("Location")
            if code not in (301, 302, 303, 307, 308) or location is None:
                raise HTTPError(request.full_url, code, response.reason, response.headers, response)
            url = urljoin(request.full_url, location)
            if urlsplit(url).scheme not in ("http", "https", "ftp", ""):
                text = f"{response.reason} - Redirection to url '{url}' is not allowed"
                raise HTTPError(url, code, text, response.headers, response)
            count = visited.get(url, 0)
            if count >= self._redirects.max_repeats or len(visited) >= self._redirects.max_redirections:
                text = (
                    "The HTTP server returned a redirect error that would lead to an infinite loop.\n"
                    "The last 30x error message was:\n" + response.reason
                )
                raise HTTPError(request.full_url, code, text, response.headers, response)
            visited[url] = count + 1
            limit = request.timeout
            request = self._redirects.redirect_request(request, response, code, response.reason, response.headers, url)
            request.timeout = limit
            response.read()

    def _open_once(self, request):
        for handler in self.handlers:
            if hasattr(handler, "_sent"):
                handler._sent(request)
        data = request.data
        if isinstance(data, str):
            raise TypeError(
                "POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str."
            )
        if hasattr(data, "read"):
            data = data.read()
        elif data is not None and not isinstance(data, (bytes, bytearray)):
            data = b"".join(data)
        if data is not None:
            if not request.has_header("Content-type"):
                request.add_unredirected_header("Content-type", "application/x-www-form-urlencoded")
            request.add_unredirected_header("Content-length", str(len(data)))
        headers = {"Accept-encoding": "identity", "Host": request.host}
        headers.update({key.capitalize(): value for key, value in self.addheaders if not request.has_header(key.capitalize())})
        headers.update(request.header_items())
        headers["Connection"] = "close"
        sent = [(key.title(), value) for key, value in headers.items()]
        url, method = request._url, request.get_method()
        _network._spend_us(150)
        limits = _network.Limits(request.timeout, request.timeout)
        try:
            answer = _network.drive(_network.exchange(method, url, sent, bytes(data or b""), False, limits))
        except _network.Failure as failure:
            self._failed(failure)
        response = HTTPResponse(answer, request.full_url, method=method)
        response.msg = response.reason
        for handler in self.handlers:
            if hasattr(handler, "_learn"):
                handler._learn(request, response.headers)
        return response

    def _failed(self, failure):
        # A failure to connect is wrapped, one to read is not.
        if failure.kind in ("read timeout", "closed"):
            _raise(failure)
        if failure.error is None:
            raise URLError(TimeoutError("timed out")) from None
        raise URLError(failure.os_error()) from None


def _file_like(content, url, kind):
    class Answer:
        status, reason = 200, "OK"
        headers = [("Content-Type", kind), ("Content-Length", str(len(content)))]

        def __init__(self):
            self._left = content

        def left(self):
            return len(self._left)

        def arrive(self, count=None):
            taken = self._left if count is None else self._left[:count]
            self._left = self._left[len(taken) :]
            return taken
            yield

    return HTTPResponse(Answer(), url)


def _open_data(request):
    head, _, text = request.full_url[5:].partition(",")
    content = unquote_to_bytes(text)
    if head.endswith(";base64"):
        content = _base64.b64decode(content)
        head = head[:-7]
    return _file_like(content, request.full_url, head or "text/plain;charset=US-ASCII")


def _open_file(request):
    try:
        with open(unquote(urlsplit(request.full_url).path), "rb") as file:
            return _file_like(file.read(), request.full_url, "text/plain")
    except OSError as error:
        raise URLError(error) from None


def build_opener(*handlers):
    opener = OpenerDirector()
    for handler in handlers:
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    return opener


_opener = None


def install_opener(opener):
    global _opener
    _opener = opener


def urlopen(url, data=None, timeout=_no_limit, *, cafile=None, capath=None, cadefault=False, context=None):
    global _opener
    if _opener is None:
        _opener = build_opener()
    return _opener.open(url, data, timeout)


def urlretrieve(url, filename=None, reporthook=None, data=None):
    with urlopen(url, data) as source:
        headers = source.info()
        if filename is None:
            from tempfile import mkstemp

            number, filename = mkstemp()
            _os.close(number)
        size = int(headers.get("Content-Length", -1))
        block = 1024 * 8
        count = read = 0
        with open(filename, "wb") as target:
            if reporthook:
                reporthook(count, block, size)
            while piece := source.read(block):
                read += len(piece)
                target.write(piece)
                count += 1
                if reporthook:
                    reporthook(count, block, size)
    if size >= 0 and read < size:
        raise ContentTooShortError("retrieval incomplete: got only %i out of %i bytes" % (read, size), (filename, headers))
    return filename, headers


def urlcleanup():
    install_opener(None)


def pathname2url(pathname):
    return quote(pathname)


def url2pathname(pathname):
    return unquote(pathname)


def getproxies():
    return {}
