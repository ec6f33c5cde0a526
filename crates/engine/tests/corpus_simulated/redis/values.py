import redis

store = redis.Redis(host="cache.example.org", decode_responses=True)
print(store.ping(), store.set("a", 1), store.get("a"), store.get("none"))
print(store.incr("a"), store.incr("a", 5), store.decr("a"), store.incrbyfloat("f", 1.5))
print(store.set("a", "x", nx=True), store.set("new", "x", nx=True), store.set("zz", "x", xx=True))
print(store.mset({"m1": 1, "m2": 2}), store.mget("m1", "m2", "m3"), store.append("m1", "!"), store.strlen("m1"))
print(store.exists("a", "m1", "none"), store.delete("m1", "none"), sorted(store.keys("*")), store.type("a"))
print(store.rpush("l", "a", "b", "c"), store.lpush("l", "z"), store.lrange("l", 0, -1), store.llen("l"))
print(store.lpop("l"), store.rpop("l"), store.lindex("l", 0), store.blpop("l", timeout=1), store.rpop("none"))
print(store.hset("h", "x", 1), store.hset("h", mapping={"y": 2, "z": 3}), store.hgetall("h"), store.hget("h", "y"))
print(store.hincrby("h", "x", 10), store.hdel("h", "z"), store.hkeys("h"), store.hexists("h", "z"), store.hmget("h", "x", "q"))
print(store.sadd("s", "a", "b", "a"), sorted(store.smembers("s")), store.sismember("s", "a"), store.scard("s"), store.srem("s", "a"))
print(store.zadd("z", {"low": 1, "high": 9, "mid": 5}), store.zrange("z", 0, -1), store.zrange("z", 0, 0, desc=True, withscores=True))
print(store.zscore("z", "mid"), store.zincrby("z", 10, "low"), store.zrank("z", "low"), store.zrangebyscore("z", 5, 9), store.zcard("z"))
for command in (lambda: store.incr("h"), lambda: store.lpush("a", 1), lambda: store.set("a", "text") and store.incr("a"), lambda: store.set("a", {})):
    try:
        command()
    except redis.RedisError as error:
        print(type(error).__name__, error)
pipe = store.pipeline()
print(pipe.set("p", 1).incr("p").get("p").execute(), len(pipe))
raw = redis.StrictRedis(host="cache.example.org")
print(raw.get("p"), raw.hgetall("h"), redis.from_url("redis://cache.example.org:6379/1").get("p"))
