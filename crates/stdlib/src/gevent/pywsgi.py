"""`WSGIServer`: HTTP/1.1 for one application, a greenlet for each connection."""

import sys as _sys
import time as _time
from io import BytesIO
from urllib.parse import unquote_to_bytes as _unquote

from gevent.hub import GreenletExit
from gevent.server import StreamServer

__all__ = ["WSGIServer", "WSGIHandler"]

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def format_date_time(timestamp):
    year, month, day, hour, minute, second, weekday = _time.gmtime(timestamp)[:7]
    return "%s, %02d %s %4d %02d:%02d:%02d GMT" % (_DAYS[weekday], day, _MONTHS[month - 1], year, hour, minute, second)


class WSGIHandler:
    protocol_version = "HTTP/1.1"

    def __init__(self, sock, address, server):
        self.socket = sock
        self.client_address = address
        self.server = server
        self.rfile = sock.makefile("rb", -1)

    def handle(self):
        try:
            while self.handle_one_request():
                pass
        finally:
            self.rfile.close()

    def handle_one_request(self):
        line = self.rfile.readline(8192)
        if not line.strip():
            return False
        self.requestline = line.decode("latin-1").rstrip("\r\n")
        words = self.requestline.split()
        self.time_start = _time.time()
        self.response_length = 0
        self.status = None
        if len(words) not in (2, 3):
            self.socket.sendall(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-length: 0\r\n\r\n")
            return False
        self.command, self.path = words[:2]
        self.request_version = words[2] if len(words) == 3 else "HTTP/0.9"
        self.headers = {}
        while True:
            line = self.rfile.readline(8192)
            if line in (b"\r\n", b"\n", b""):
                break
            name, _, value = line.decode("latin-1").partition(":")
            self.headers[name.strip().lower()] = value.strip()
        wanted = self.headers.get("connection", "").lower()
        self.close_connection = wanted == "close" if self.request_version == "HTTP/1.1" else wanted != "keep-alive"
        self.environ = self.get_environ()
        self.handle_one_response()
        return not self.close_connection

    def get_environ(self):
        path, _, query = self.path.partition("?")
        environ = dict(self.server.get_environ())
        environ.update(
            REQUEST_METHOD=self.command,
            SCRIPT_NAME="",
            PATH_INFO=_unquote(path).decode("latin-1"),
            QUERY_STRING=query,
            SERVER_PROTOCOL=self.request_version,
            REMOTE_ADDR=self.client_address[0],
            REMOTE_PORT=str(self.client_address[1]),
            REQUEST_URI=self.path,
            GATEWAY_INTERFACE="CGI/1.1",
        )
        for name, value in self.headers.items():
            key = name.upper().replace("-", "_")
            environ[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else "HTTP_" + key] = value
        length = int(self.headers.get("content-length") or 0)
        environ["wsgi.input"] = BytesIO(self.rfile.read(length) if length else b"")
        return environ

    def start_response(self, status, headers, exc_info=None):
        if exc_info and self.headers_sent:
            raise exc_info[1]
        self.status = status
        self.response_headers = list(headers)
        return self.write

    def write(self, data):
        if not self.headers_sent:
            self._send_headers(None)
        if data:
            self._send(b"%x\r\n%s\r\n" % (len(data), data) if self.chunked else data)

    def _send(self, data):
        self.response_length += len(data)
        self.socket.sendall(data)

    def _send_headers(self, length):
        self.headers_sent = True
        names = {name.lower() for name, _ in self.response_headers}
        if "date" not in names:
            self.response_headers.append(("Date", format_date_time(_time.time())))
        self.chunked = False
        if "content-length" not in names:
            if length is not None:
                self.response_headers.append(("Content-Length", str(length)))
            elif self.request_version == "HTTP/1.1":
                self.response_headers.append(("Transfer-Encoding", "chunked"))
                self.chunked = True
            else:
                self.close_connection = True
        head = "HTTP/1.1 %s\r\n" % self.status
        head += "".join("%s: %s\r\n" % pair for pair in self.response_headers)
        self._send((head + "\r\n").encode("latin-1"))

    def run_application(self):
        result = self.server.application(self.environ, self.start_response)
        try:
            if isinstance(result, (list, tuple)) and not self.headers_sent:
                self._send_headers(sum(len(part) for part in result))
            for part in result:
                if part:
                    self.write(part)
            if not self.headers_sent:
                self._send_headers(0)
            if self.chunked:
                self._send(b"0\r\n\r\n")
        finally:
            if hasattr(result, "close"):
                result.close()

    def handle_one_response(self):
        self.headers_sent = False
        self.chunked = False
        try:
            self.run_application()
        except GreenletExit:
            raise
        except Exception as failure:
            self.server.loop.handle_error(self.server, failure)
            if not self.headers_sent:
                self.close_connection = True
                body = b"Internal Server Error"
                self.start_response("500 Internal Server Error", [("Content-Type", "text/plain")])
                self._send_headers(len(body))
                self._send(body)
        self.log_request()

    def format_request(self):
        now = _time.strftime("%Y-%m-%d %H:%M:%S", _time.gmtime())
        code = (self.status or "000").split()[0]
        took = "%.6f" % (_time.time() - self.time_start)
        return '%s - - [%s] "%s" %s %s %s' % (
            self.client_address[0],
            now,
            self.requestline,
            code,
            self.response_length or "-",
            took,
        )

    def log_request(self):
        if self.server.log is not None:
            self.server.log.write(self.format_request() + "\n")


class WSGIServer(StreamServer):
    handler_class = WSGIHandler
    base_env = {
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }

    def __init__(
        self,
        listener,
        application=None,
        backlog=None,
        spawn="default",
        log="default",
        error_log="default",
        handler_class=None,
        environ=None,
        **ssl_args,
    ):
        StreamServer.__init__(self, listener, backlog=backlog, spawn=spawn, **ssl_args)
        if application is not None:
            self.application = application
        if handler_class is not None:
            self.handler_class = handler_class
        self.log = _sys.stderr if log == "default" else log
        self.error_log = _sys.stderr if error_log == "default" else error_log
        self._given = environ or {}

    def get_environ(self):
        environ = dict(self.base_env)
        environ["SERVER_SOFTWARE"] = "gevent/26.9 Python/3.11"
        environ["SERVER_NAME"] = self.address[0] or "localhost"
        environ["SERVER_PORT"] = str(self.address[1])
        environ["wsgi.errors"] = self.error_log
        environ.update(self._given)
        return environ

    def handle(self, sock, address):
        self.handler_class(sock, address, self).handle()
