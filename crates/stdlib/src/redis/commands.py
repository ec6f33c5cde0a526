# The commands as methods. `_ask(shape, *command)` is the client's: a thread's gives the reply, a task's something to await,
# a pipeline's notes the command.

import time as _time
from datetime import timedelta as _timedelta


def _seconds(value):
    return int(value.total_seconds()) if isinstance(value, _timedelta) else value


def _millis(value):
    return int(value.total_seconds() * 1000) if isinstance(value, _timedelta) else value


def _several(first, more):
    if isinstance(first, (str, bytes)):
        return [first, *more]
    try:
        return [*first, *more]
    except TypeError:
        return [first, *more]


class Commands:
    def execute_command(self, *command, **options):
        return self._ask(_as_is, *command)

    def ping(self, **options):
        return self._ask(lambda server, reply: reply == "PONG" or server.text(reply), "PING")

    def echo(self, value):
        return self._ask(_as_is, "ECHO", value)

    def time(self):
        return self._ask(lambda server, reply: tuple(int(item) for item in reply), "TIME")

    def dbsize(self):
        return self._ask(_as_is, "DBSIZE")

    def flushdb(self, asynchronous=False):
        return self._ask(_is_ok, "FLUSHDB")

    def flushall(self, asynchronous=False):
        return self._ask(_is_ok, "FLUSHALL")

    # Keys.

    def delete(self, *names):
        return self._ask(_as_is, "DEL", *names)

    def unlink(self, *names):
        return self._ask(_as_is, "UNLINK", *names)

    def exists(self, *names):
        return self._ask(_as_is, "EXISTS", *names)

    def expire(self, name, time, nx=False, xx=False, gt=False, lt=False):
        return self._ask(_is_true, "EXPIRE", name, _seconds(time), *(["NX"] if nx else ["XX"] if xx else []))

    def pexpire(self, name, time, nx=False, xx=False, gt=False, lt=False):
        return self._ask(_is_true, "PEXPIRE", name, _millis(time), *(["NX"] if nx else ["XX"] if xx else []))

    def expireat(self, name, when):
        seconds = when.timestamp() if hasattr(when, "timestamp") else when
        return self._ask(_is_true, "PEXPIRE", name, int((seconds - _time.time()) * 1000))

    def persist(self, name):
        return self._ask(_is_true, "PERSIST", name)

    def ttl(self, name):
        return self._ask(_as_is, "TTL", name)

    def pttl(self, name):
        return self._ask(_as_is, "PTTL", name)

    def keys(self, pattern="*", **options):
        return self._ask(_as_is, "KEYS", pattern)

    def type(self, name):
        return self._ask(lambda server, reply: reply if server.decode else reply.encode(), "TYPE", name)

    def rename(self, src, dst):
        return self._ask(_is_ok, "RENAME", src, dst)

    # Texts.

    def get(self, name):
        return self._ask(_as_is, "GET", name)

    def set(self, name, value, ex=None, px=None, nx=False, xx=False, keepttl=False, get=False, exat=None, pxat=None):
        command = ["SET", name, value]
        if ex is not None:
            command += ["EX", _seconds(ex)]
        if px is not None:
            command += ["PX", _millis(px)]
        command += [word for word, wanted in (("KEEPTTL", keepttl), ("NX", nx), ("XX", xx), ("GET", get)) if wanted]
        return self._ask(_as_is if get else _is_ok, *command)

    def setnx(self, name, value):
        return self._ask(_is_true, "SETNX", name, value)

    def setex(self, name, time, value):
        return self._ask(_is_ok, "SETEX", name, _seconds(time), value)

    def psetex(self, name, time_ms, value):
        return self._ask(_is_ok, "PSETEX", name, _millis(time_ms), value)

    def getset(self, name, value):
        return self._ask(_as_is, "GETSET", name, value)

    def getdel(self, name):
        return self._ask(_as_is, "GETDEL", name)

    def mset(self, mapping):
        return self._ask(_is_ok, "MSET", *[item for pair in mapping.items() for item in pair])

    def mget(self, keys, *args):
        return self._ask(_as_is, "MGET", *_several(keys, args))

    def append(self, key, value):
        return self._ask(_as_is, "APPEND", key, value)

    def strlen(self, name):
        return self._ask(_as_is, "STRLEN", name)

    def incr(self, name, amount=1):
        return self._ask(_as_is, "INCRBY", name, amount)

    incrby = incr

    def decr(self, name, amount=1):
        return self._ask(_as_is, "DECRBY", name, amount)

    decrby = decr

    def incrbyfloat(self, name, amount=1.0):
        return self._ask(_number, "INCRBYFLOAT", name, amount)

    # Lists.

    def lpush(self, name, *values):
        return self._ask(_as_is, "LPUSH", name, *values)

    def rpush(self, name, *values):
        return self._ask(_as_is, "RPUSH", name, *values)

    def lpushx(self, name, *values):
        return self._ask(_as_is, "LPUSHX", name, *values)

    def rpushx(self, name, *values):
        return self._ask(_as_is, "RPUSHX", name, *values)

    def lpop(self, name, count=None):
        return self._ask(_as_is, "LPOP", name, *([] if count is None else [count]))

    def rpop(self, name, count=None):
        return self._ask(_as_is, "RPOP", name, *([] if count is None else [count]))

    def blpop(self, keys, timeout=0):
        return self._await(_pair, timeout, "_BLPOP", *_several(keys, ()))

    def brpop(self, keys, timeout=0):
        return self._await(_pair, timeout, "_BRPOP", *_several(keys, ()))

    def rpoplpush(self, src, dst):
        return self._ask(_as_is, "RPOPLPUSH", src, dst)

    def brpoplpush(self, src, dst, timeout=0):
        return self._await(_as_is, timeout or 0, "RPOPLPUSH", src, dst)

    def lmove(self, first_list, second_list, src="LEFT", dest="RIGHT"):
        return self._ask(_as_is, "LMOVE", first_list, second_list, src, dest)

    def blmove(self, first_list, second_list, timeout, src="LEFT", dest="RIGHT"):
        return self._await(_as_is, timeout or 0, "LMOVE", first_list, second_list, src, dest)

    def llen(self, name):
        return self._ask(_as_is, "LLEN", name)

    def lrange(self, name, start, end):
        return self._ask(_as_is, "LRANGE", name, start, end)

    def lindex(self, name, index):
        return self._ask(_as_is, "LINDEX", name, index)

    def lset(self, name, index, value):
        return self._ask(_is_ok, "LSET", name, index, value)

    def ltrim(self, name, start, end):
        return self._ask(_is_ok, "LTRIM", name, start, end)

    def lrem(self, name, count, value):
        return self._ask(_as_is, "LREM", name, count, value)

    # Fields.

    def hset(self, name, key=None, value=None, mapping=None, items=None):
        if key is None and not mapping and not items:
            raise DataError("'hset' with no key value pairs")
        pairs = list(items or [])
        if key is not None:
            pairs += [key, value]
        for pair in (mapping or {}).items():
            pairs += pair
        return self._ask(_as_is, "HSET", name, *pairs)

    def hmset(self, name, mapping):
        return self._ask(_is_ok, "HMSET", name, *[item for pair in mapping.items() for item in pair])

    def hsetnx(self, name, key, value):
        return self._ask(_is_true, "HSETNX", name, key, value)

    def hget(self, name, key):
        return self._ask(_as_is, "HGET", name, key)

    def hmget(self, name, keys, *args):
        return self._ask(_as_is, "HMGET", name, *_several(keys, args))

    def hgetall(self, name):
        return self._ask(_pairs, "HGETALL", name)

    def hkeys(self, name):
        return self._ask(_as_is, "HKEYS", name)

    def hvals(self, name):
        return self._ask(_as_is, "HVALS", name)

    def hlen(self, name):
        return self._ask(_as_is, "HLEN", name)

    def hexists(self, name, key):
        return self._ask(_is_true, "HEXISTS", name, key)

    def hdel(self, name, *keys):
        return self._ask(_as_is, "HDEL", name, *keys)

    def hincrby(self, name, key, amount=1):
        return self._ask(_as_is, "HINCRBY", name, key, amount)

    def hincrbyfloat(self, name, key, amount=1.0):
        return self._ask(_number, "HINCRBYFLOAT", name, key, amount)

    # Sets.

    def sadd(self, name, *values):
        return self._ask(_as_is, "SADD", name, *values)

    def srem(self, name, *values):
        return self._ask(_as_is, "SREM", name, *values)

    def smembers(self, name):
        return self._ask(_set, "SMEMBERS", name)

    def sismember(self, name, value):
        return self._ask(_as_is, "SISMEMBER", name, value)

    def scard(self, name):
        return self._ask(_as_is, "SCARD", name)

    def spop(self, name, count=None):
        return self._ask(_as_is, "SPOP", name, *([] if count is None else [count]))

    def srandmember(self, name, number=None):
        return self._ask(_as_is, "SRANDMEMBER", name)

    def sinter(self, keys, *args):
        return self._ask(_set, "SINTER", *_several(keys, args))

    def sunion(self, keys, *args):
        return self._ask(_set, "SUNION", *_several(keys, args))

    def sdiff(self, keys, *args):
        return self._ask(_set, "SDIFF", *_several(keys, args))

    # Sorted sets.

    def zadd(self, name, mapping, nx=False, xx=False, ch=False, incr=False, gt=False, lt=False):
        if not mapping:
            raise DataError("ZADD requires at least one element/score pair")
        flags = [word for word, wanted in (("NX", nx), ("XX", xx), ("CH", ch)) if wanted]
        return self._ask(_as_is, "ZADD", name, *flags, *[item for member, score in mapping.items() for item in (score, member)])

    def zincrby(self, name, amount, value):
        return self._ask(_number, "ZINCRBY", name, amount, value)

    def zscore(self, name, value):
        return self._ask(_float_or_none, "ZSCORE", name, value)

    def zcard(self, name):
        return self._ask(_as_is, "ZCARD", name)

    def zrank(self, name, value):
        return self._ask(_as_is, "ZRANK", name, value)

    def zrevrank(self, name, value):
        return self._ask(_as_is, "ZREVRANK", name, value)

    def zcount(self, name, min, max):
        return self._ask(_as_is, "ZCOUNT", name, min, max)

    def zrange(self, name, start, end, desc=False, withscores=False, **options):
        return self._ranged("ZREVRANGE" if desc else "ZRANGE", name, start, end, withscores)

    def zrevrange(self, name, start, end, withscores=False, **options):
        return self._ranged("ZREVRANGE", name, start, end, withscores)

    def zrangebyscore(self, name, min, max, start=None, num=None, withscores=False, **options):
        return self._ranged("ZRANGEBYSCORE", name, min, max, withscores, start, num)

    def zrevrangebyscore(self, name, max, min, start=None, num=None, withscores=False, **options):
        return self._ranged("ZREVRANGEBYSCORE", name, max, min, withscores, start, num)

    def _ranged(self, command, name, first, last, withscores, start=None, num=None):
        more = (["WITHSCORES"] if withscores else []) + ([] if start is None else ["LIMIT", start, num])
        return self._ask(_scored if withscores else _as_is, command, name, first, last, *more)

    def zrem(self, name, *values):
        return self._ask(_as_is, "ZREM", name, *values)

    def zremrangebyscore(self, name, min, max):
        return self._ask(_as_is, "ZREMRANGEBYSCORE", name, min, max)

    def zpopmin(self, name, count=None):
        return self._ask(_scored, "ZPOPMIN", name, *([] if count is None else [count]))

    def zpopmax(self, name, count=None):
        return self._ask(_scored, "ZPOPMAX", name, *([] if count is None else [count]))

    # Messages and scripts.

    def publish(self, channel, message, **options):
        return self._ask(_as_is, "PUBLISH", channel, message)

    def eval(self, script, numkeys, *keys_and_args):
        keys, args = keys_and_args[:numkeys], keys_and_args[numkeys:]
        return self._ask(_as_is, *_script(script, keys, args))

    def register_script(self, script):
        return Script(self, script)


class Script:
    def __init__(self, registered_client, script):
        self.registered_client = registered_client
        self.script = script

    def __call__(self, keys=(), args=(), client=None):
        client = client if client is not None else self.registered_client
        return client.eval(self.script, len(keys), *keys, *args)


def _script(script, keys, args):
    "The command that does what a script says, if it is one of those that locks need."
    words = " ".join("".join(char if char.isalnum() or char in "_." else " " for char in script.split("--")[0]).lower().split())
    words = words.removeprefix("local token redis.call get keys 1 if not token or token argv 1 then return 0 end ")
    begin = "if redis.call get keys 1 argv 1 then return redis.call "
    if words.startswith(begin):
        verb = words[len(begin) :].split()
        if verb[:3] == ["del", "keys", "1"]:
            return "_COMPARE", keys[0], args[0], "DEL"
        if verb[0] in ("expire", "pexpire") and verb[1:5] == ["keys", "1", "argv", "2"]:
            return "_COMPARE", keys[0], args[0], verb[0].upper(), args[1]
    raise NotImplementedError("redis: Interleave runs scripts that compare a key with an argument and then delete it or set its expiry")
