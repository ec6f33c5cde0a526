"""What redis's clients share: a server's address, words as bytes, a round trip over the network, replies as Python values.
"""

import _network
from redis.exceptions import ConnectionError, DataError, ResponseError, TimeoutError
from urllib.parse import parse_qsl as _parse_qsl, unquote as _unquote, urlsplit as _urlsplit

# To and fro inside one machine, and inside one data centre, in ns.
_HERE_NS = 90_000
_NEAR_NS = 400_000
# How often a task looks whether something has come for it, in ns: a thread is woken instead.
_LOOK_NS = 5_000_000


class ConnectionPool:
    def __init__(self, connection_class=None, max_connections=None, **settings):
        self.connection_kwargs = settings
        self.max_connections = max_connections or 2**31

    @classmethod
    def from_url(cls, url, **settings):
        return cls(**{**_settings_of(url), **settings})

    def disconnect(self, inuse_connections=True):
        pass

    def close(self):
        pass

    def __repr__(self):
        told = ",".join(f"{key}={value}" for key, value in self.connection_kwargs.items())
        return f"<{type(self).__module__}.{type(self).__qualname__}(<redis.connection.Connection({told})>)>"


ConnectionPool.__module__ = "redis.connection"


class BlockingConnectionPool(ConnectionPool):
    pass


BlockingConnectionPool.__module__ = "redis.connection"


def _settings_of(url):
    parts = _urlsplit(url)
    if parts.scheme not in ("redis", "rediss", "unix"):
        raise ValueError("Redis URL must specify one of the following schemes (redis://, rediss://, unix://)")
    settings = {}
    if parts.hostname:
        settings["host"] = _unquote(parts.hostname)
    if parts.port:
        settings["port"] = parts.port
    if parts.path.strip("/").isdigit():
        settings["db"] = int(parts.path.strip("/"))
    for key, value in _parse_qsl(parts.query):
        settings[key] = int(value) if value.isdigit() else value.lower() in ("true", "yes") if value.lower() in ("true", "false", "yes", "no") else value
    return settings


class _Server:
    "Where a client's commands go."

    def __init__(self, settings):
        self.host = str(settings.get("host", "localhost"))
        self.port = int(settings.get("port", 6379))
        self.db = int(settings.get("db", 0) or 0)
        self.decode = bool(settings.get("decode_responses", False))
        self.encoding = settings.get("encoding", "utf-8")
        self.errors = settings.get("encoding_errors", "strict")
        self.timeout_s = settings.get("socket_timeout")
        self.connect_timeout_s = settings.get("socket_connect_timeout", self.timeout_s)
        # All names of the machine itself are one.
        self.name = "localhost" if self.host in _network._LOCAL else self.host
        self.name += f":{self.port}"
        self.url = f"redis://{self.name}/{self.db}"
        self._row = None

    def word(self, value):
        if isinstance(value, bytes):
            return value
        if isinstance(value, (bytearray, memoryview)):
            return bytes(value)
        if isinstance(value, bool):
            raise DataError("Invalid input of type: 'bool'. Convert to a bytes, string, int or float first.")
        if isinstance(value, (int, float)):
            return repr(value).encode()
        if isinstance(value, str):
            return value.encode(self.encoding, self.errors)
        raise DataError(f"Invalid input of type: '{type(value).__name__}'. Convert to a bytes, string, int or float first.")

    def words(self, command):
        first = str(command[0]).encode()
        return (*first.split(), *[self.word(value) for value in command[1:]])

    def text(self, value):
        return value.decode(self.encoding, self.errors) if self.decode and isinstance(value, bytes) else value

    # Half of a round trip, twice: a generator of waits. What is asked is carried out in the middle.
    def trip(self, commands, wait_s=None):
        usual_ns = _HERE_NS if self.name.startswith("localhost:") else _NEAR_NS
        verb = commands[0][0].decode()
        latency_ns, _, fails, silent, *_ = _network._plan(self.url, _network._nth(self.url), usual_ns)
        if self._row is None:
            self._row = _network.Host(self.name, "redis")
        self._row.begins(verb)
        try:
            if _network.is_unknown(self.host):
                yield latency_ns // 2
                raise ConnectionError(f"Error -2 connecting to {self.host}:{self.port}. Name or service not known.")
            if fails:
                yield latency_ns // 2
                raise ConnectionError(f"Error 111 connecting to {self.host}:{self.port}. Connection refused.")
            if silent or (self.timeout_s is not None and latency_ns > self.timeout_s * 1e9):
                yield int((self.timeout_s if self.timeout_s is not None else 300) * 1e9)
                raise TimeoutError("Timeout reading from socket")
            yield latency_ns // 2
            replies = _commands(self.name, self.db, commands)
            yield latency_ns - latency_ns // 2
            return replies
        finally:
            self._row.ends("reply")


def _checked(reply):
    "A reply without its marks; an error is raised."
    if isinstance(reply, str):
        if reply[0] == "-":
            raise _error(reply[1:])
        return reply[1:]
    return reply


def _error(text):
    kind, _, rest = text.partition(" ")
    return ResponseError(rest if kind == "ERR" else text)


# Shapes: what a reply becomes.


def _as_is(server, reply):
    if isinstance(reply, tuple):
        return [_as_is(server, item) for item in reply]
    return server.text(reply)


def _is_ok(server, reply):
    return None if reply is None else reply == "OK" or reply if isinstance(reply, str) else server.text(reply)


def _is_true(server, reply):
    return bool(reply)


def _number(server, reply):
    return None if reply is None else float(reply)


def _pairs(server, reply):
    told = [server.text(item) for item in reply]
    return dict(zip(told[::2], told[1::2]))


def _set(server, reply):
    return {server.text(item) for item in reply}


def _scored(server, reply):
    told = list(reply)
    return [(server.text(member), float(score)) for member, score in zip(told[::2], told[1::2])]


def _pair(server, reply):
    return None if reply is None else tuple(server.text(item) for item in reply)


def _float_or_none(server, reply):
    return None if reply is None else float(reply)
