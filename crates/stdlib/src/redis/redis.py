"""redis: clients for threads.
"""

import threading as _threading

import _network
import _redis
from _redis import BlockingConnectionPool, Commands as _Commands, ConnectionPool, Listening as _Listening, Noting as _Noting
from _redis import _Handled, _LOOK_NS, _Server, _checked, _settings_of
from redis import exceptions
from redis.exceptions import (
    AuthenticationError,
    BusyLoadingError,
    ConnectionError,
    DataError,
    InvalidResponse,
    PubSubError,
    ReadOnlyError,
    RedisError,
    ResponseError,
    TimeoutError,
    WatchError,
)

__version__ = "8.1.0"


class Redis(_Commands):
    def __init__(self, host="localhost", port=6379, db=0, password=None, socket_timeout=None, socket_connect_timeout=None, connection_pool=None, decode_responses=False, encoding="utf-8", encoding_errors="strict", **options):
        given = dict(host=host, port=port, db=db, socket_timeout=socket_timeout, decode_responses=decode_responses, encoding=encoding, encoding_errors=encoding_errors)
        self.connection_pool = connection_pool if connection_pool is not None else ConnectionPool(**given)
        self._server = _Server(self.connection_pool.connection_kwargs if connection_pool is not None else given)

    @classmethod
    def from_url(cls, url, **options):
        return cls(**{**_settings_of(url), **options})

    @classmethod
    def from_pool(cls, connection_pool):
        return cls(connection_pool=connection_pool)

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__}({self.connection_pool!r})>"

    def _ask(self, shape, *command):
        reply = _checked(_network.drive(self._server.trip([self._server.words(command)]))[0])
        return None if reply is None else shape(self._server, reply)

    # A command that waits for its reply: tried when it arrives, then whenever something comes.
    def _await(self, shape, timeout, *command):
        server = self._server
        words = server.words(command)
        reply = _checked(_network.drive(server.trip([words]))[0])
        if reply is None:
            deadline_ns = _network._now_ns() + int(timeout * 1e9) if timeout else None
            reply = _checked(_until(server, words, deadline_ns))
        return None if reply is None else shape(server, reply)

    def pipeline(self, transaction=True, shard_hint=None):
        return Pipeline(self, transaction)

    def transaction(self, func, *watches, **options):
        with self.pipeline() as pipe:
            while True:
                try:
                    if watches:
                        pipe.watch(*watches)
                    value = func(pipe)
                    told = pipe.execute()
                    return value if options.get("value_from_callable") else told
                except WatchError:
                    pass

    def lock(self, name, timeout=None, sleep=0.1, blocking=True, blocking_timeout=None, lock_class=None, thread_local=True, raise_on_release_error=True):
        from redis.lock import Lock

        return (lock_class or Lock)(self, name, timeout, sleep, blocking, blocking_timeout, thread_local)

    def pubsub(self, **options):
        return PubSub(self, **options)

    def scan_iter(self, match=None, count=None, _type=None):
        yield from self.keys(match or "*")

    def scan(self, cursor=0, match=None, count=None, _type=None):
        return 0, self.keys(match or "*")

    def hscan_iter(self, name, match=None, count=None):
        yield from self.hgetall(name).items()

    def sscan_iter(self, name, match=None, count=None):
        yield from self.smembers(name)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()

    def __getitem__(self, name):
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def __setitem__(self, name, value):
        self.set(name, value)

    def __delitem__(self, name):
        self.delete(name)

    def __contains__(self, name):
        return bool(self.exists(name))


StrictRedis = Redis
for _class in (Redis,):
    _class.__module__ = "redis.client"


def _until(server, words, deadline_ns):
    # Where waits are replaced (green threads), nobody may park.
    if _network._wait is _network._block:
        return _redis._blocking(server.name, server.db, words, deadline_ns)
    while True:
        (reply,) = _redis._commands(server.name, server.db, [words])
        if reply is not None or (deadline_ns is not None and _network._now_ns() >= deadline_ns):
            return reply
        _network._wait(_LOOK_NS)


class Pipeline(_Noting):
    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.reset()

    def watch(self, *names):
        versions = _network.drive(self._server.trip(self._versions(names)))
        self._watched.update(zip(names, versions))
        self._at_once = True
        return True

    def execute(self, raise_on_error=True):
        trips = self._trips(raise_on_error)
        replies = None
        try:
            while True:
                replies = _network.drive(self._server.trip(trips.send(replies)))
        except StopIteration as end:
            return end.value


class PubSub(_Listening):
    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()

    def _send(self, verb, names):
        if self._number is None:
            (number,) = _network.drive(self._server.trip([(b"_LISTEN",)]))
            self._number = str(number).encode()
        _network.drive(self._server.trip([(verb, self._number, *[self._server.word(name) for name in names])]))

    def subscribe(self, *args, **handlers):
        names = self._names(args, handlers)
        self._count += len(names)
        self._send(b"_SUBSCRIBE", names)

    def psubscribe(self, *args, **handlers):
        names = self._names(args, handlers)
        self._count += len(names)
        self._send(b"_PSUBSCRIBE", names)

    def unsubscribe(self, *args):
        if self._number is not None:
            self._send(b"_UNSUBSCRIBE", self._names(args, {}))

    def punsubscribe(self, *args):
        if self._number is not None:
            self._send(b"_PUNSUBSCRIBE", self._names(args, {}))

    def get_message(self, ignore_subscribe_messages=False, timeout=0.0):
        if self._number is None:
            raise RuntimeError("pubsub connection not set: did you forget to call subscribe() or psubscribe()?")
        deadline_ns = None if timeout is None else _network._now_ns() + int(timeout * 1e9)
        while True:
            parts = _until(self._server, (b"_NEXT", self._number), deadline_ns)
            if parts is None:
                return None
            message = self._message(parts)
            if isinstance(message, _Handled):
                message.handler(message.message)
                return None
            if message is not None and ignore_subscribe_messages and "subscribe" in message["type"]:
                return None
            return message

    def listen(self):
        while self.subscribed:
            message = self.get_message(timeout=None)
            if message is not None:
                yield message

    def run_in_thread(self, sleep_time=0.0, daemon=False, exception_handler=None):
        thread = _Worker(self, sleep_time or 1.0, daemon)
        thread.start()
        return thread

    def reset(self):
        self._count = 0

    close = reset


class _Worker(_threading.Thread):
    def __init__(self, pubsub, sleep_time, daemon):
        super().__init__(daemon=daemon)
        self._pubsub = pubsub
        self._sleep_time = sleep_time
        self._running = True

    def run(self):
        while self._running:
            self._pubsub.get_message(ignore_subscribe_messages=True, timeout=self._sleep_time)

    def stop(self):
        self._running = False


def from_url(url, **options):
    return Redis.from_url(url, **options)
