"""redis.asyncio: the same clients for tasks.
"""

import asyncio as _asyncio
import time as _time
import uuid as _uuid

import _network
import _redis
from _redis import BlockingConnectionPool, Commands as _Commands, ConnectionPool, Listening as _Listening, Noting as _Noting
from _redis import _Handled, _LOOK_NS, _Server, _checked, _settings_of
from redis.exceptions import (
    AuthenticationError,
    ConnectionError,
    DataError,
    LockError,
    LockNotOwnedError,
    PubSubError,
    RedisError,
    ResponseError,
    TimeoutError,
    WatchError,
)


class Redis(_Commands):
    def __init__(self, host="localhost", port=6379, db=0, password=None, socket_timeout=None, connection_pool=None, decode_responses=False, encoding="utf-8", encoding_errors="strict", **options):
        given = dict(host=host, port=port, db=db, socket_timeout=socket_timeout, decode_responses=decode_responses, encoding=encoding, encoding_errors=encoding_errors)
        self.connection_pool = connection_pool if connection_pool is not None else ConnectionPool(**given)
        self._server = _Server(self.connection_pool.connection_kwargs if connection_pool is not None else given)

    @classmethod
    def from_url(cls, url, **options):
        return cls(**{**_settings_of(url), **options})

    @classmethod
    def from_pool(cls, connection_pool):
        return cls(connection_pool=connection_pool)

    async def _ask(self, shape, *command):
        replies = await _network.drive_async(self._server.trip([self._server.words(command)]))
        reply = _checked(replies[0])
        return None if reply is None else shape(self._server, reply)

    async def _await(self, shape, timeout, *command):
        server = self._server
        words = server.words(command)
        reply = _checked((await _network.drive_async(server.trip([words])))[0])
        if reply is None:
            deadline_ns = _network._now_ns() + int(timeout * 1e9) if timeout else None
            reply = _checked(await _until(server, words, deadline_ns))
        return None if reply is None else shape(server, reply)

    def pipeline(self, transaction=True, shard_hint=None):
        return Pipeline(self, transaction)

    def lock(self, name, timeout=None, sleep=0.1, blocking=True, blocking_timeout=None, lock_class=None, thread_local=True, raise_on_release_error=True):
        return (lock_class or Lock)(self, name, timeout, sleep, blocking, blocking_timeout)

    def pubsub(self, **options):
        return PubSub(self, **options)

    async def scan_iter(self, match=None, count=None, _type=None):
        for key in await self.keys(match or "*"):
            yield key

    async def initialize(self):
        return self

    async def aclose(self, close_connection_pool=None):
        pass

    close = aclose

    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        await self.aclose()

    def __await__(self):
        return self.initialize().__await__()


StrictRedis = Redis


async def _until(server, words, deadline_ns):
    while True:
        (reply,) = _redis._commands(server.name, server.db, [words])
        now_ns = _network._now_ns()
        if reply is not None or (deadline_ns is not None and now_ns >= deadline_ns):
            return reply
        left_ns = _LOOK_NS if deadline_ns is None else min(_LOOK_NS, deadline_ns - now_ns)
        await _asyncio.sleep(left_ns / 1e9)


class Pipeline(_Noting):
    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        self.reset()

    async def watch(self, *names):
        versions = await _network.drive_async(self._server.trip(self._versions(names)))
        self._watched.update(zip(names, versions))
        self._at_once = True
        return True

    async def execute(self, raise_on_error=True):
        trips = self._trips(raise_on_error)
        replies = None
        while True:
            try:
                commands = trips.send(replies)
            except StopIteration as end:
                return end.value
            replies = await _network.drive_async(self._server.trip(commands))


class PubSub(_Listening):
    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        await self.aclose()

    async def _send(self, verb, names):
        if self._number is None:
            (number,) = await _network.drive_async(self._server.trip([(b"_LISTEN",)]))
            self._number = str(number).encode()
        await _network.drive_async(self._server.trip([(verb, self._number, *[self._server.word(name) for name in names])]))

    async def subscribe(self, *args, **handlers):
        names = self._names(args, handlers)
        self._count += len(names)
        await self._send(b"_SUBSCRIBE", names)

    async def psubscribe(self, *args, **handlers):
        names = self._names(args, handlers)
        self._count += len(names)
        await self._send(b"_PSUBSCRIBE", names)

    async def unsubscribe(self, *args):
        await self._send(b"_UNSUBSCRIBE", self._names(args, {}))

    async def punsubscribe(self, *args):
        await self._send(b"_PUNSUBSCRIBE", self._names(args, {}))

    async def get_message(self, ignore_subscribe_messages=False, timeout=0.0):
        if self._number is None:
            raise RuntimeError("pubsub connection not set: did you forget to call subscribe() or psubscribe()?")
        deadline_ns = None if timeout is None else _network._now_ns() + int(timeout * 1e9)
        parts = await _until(self._server, (b"_NEXT", self._number), deadline_ns)
        message = self._message(parts)
        if isinstance(message, _Handled):
            result = message.handler(message.message)
            if hasattr(result, "__await__"):
                await result
            return None
        if message is not None and ignore_subscribe_messages and "subscribe" in message["type"]:
            return None
        return message

    async def listen(self):
        while self.subscribed:
            message = await self.get_message(timeout=None)
            if message is not None:
                yield message

    async def aclose(self):
        self._count = 0

    close = reset = aclose


class Lock:
    def __init__(self, redis, name, timeout=None, sleep=0.1, blocking=True, blocking_timeout=None, thread_local=True):
        self.redis = redis
        self.name = name
        self.timeout = timeout
        self.sleep = sleep
        self.blocking = blocking
        self.blocking_timeout = blocking_timeout
        self._token = None

    async def __aenter__(self):
        if await self.acquire():
            return self
        raise LockError("Unable to acquire lock within the time specified")

    async def __aexit__(self, *failure):
        await self.release()

    async def acquire(self, blocking=None, blocking_timeout=None, token=None, sleep=None):
        sleep = self.sleep if sleep is None else sleep
        token = _uuid.uuid1().hex.encode() if token is None else token.encode() if isinstance(token, str) else token
        blocking = self.blocking if blocking is None else blocking
        blocking_timeout = self.blocking_timeout if blocking_timeout is None else blocking_timeout
        stop_at = None if blocking_timeout is None else _time.monotonic() + blocking_timeout
        milliseconds = int(self.timeout * 1000) if self.timeout else None
        while True:
            if await self.redis.set(self.name, token, nx=True, px=milliseconds):
                self._token = token
                return True
            if not blocking or (stop_at is not None and _time.monotonic() + sleep > stop_at):
                return False
            await _asyncio.sleep(sleep)

    async def locked(self):
        return await self.redis.get(self.name) is not None

    async def owned(self):
        stored = await self.redis.get(self.name)
        stored = stored.encode() if isinstance(stored, str) else stored
        return self._token is not None and stored == self._token

    async def release(self):
        token, self._token = self._token, None
        if token is None:
            raise LockError("Cannot release an unlocked lock")
        if not await self.redis.execute_command("_COMPARE", self.name, token, "DEL"):
            raise LockNotOwnedError("Cannot release a lock that's no longer owned")

    async def extend(self, additional_time, replace_ttl=False):
        if self._token is None:
            raise LockError("Cannot extend an unlocked lock")
        if self.timeout is None:
            raise LockError("Cannot extend a lock with no timeout")
        milliseconds = int(additional_time * 1000)
        if not replace_ttl:
            milliseconds += max(await self.redis.pttl(self.name), 0)
        if not await self.redis.execute_command("_COMPARE", self.name, self._token, "PEXPIRE", milliseconds):
            raise LockNotOwnedError("Cannot extend a lock that's no longer owned")
        return True


def from_url(url, **options):
    return Redis.from_url(url, **options)
