# A lease that runs out lets a second holder in while the first still works; a fencing number tells which is late.
import threading
import time

import redis
from redis.exceptions import LockError

store = redis.Redis(decode_responses=True)


def work(name, seconds, fenced):
    with_lease = store.lock("job", timeout=0.2, sleep=0.01)
    with_lease.acquire()
    number = store.incr("fence")
    time.sleep(seconds)
    if fenced and number < int(store.get("newest") or 0):
        print(name, "comes too late: its write is refused")
    else:
        store.set("newest", number)
        store.set("result", name)
        print(name, "writes")
    try:
        with_lease.release()
    except LockError as error:
        print(name, type(error).__name__, error)


for fenced in (False, True):
    store.flushall()
    slow = threading.Thread(target=work, args=("slow", 0.5, fenced))
    fast = threading.Thread(target=work, args=("fast", 0.1, fenced))
    slow.start()
    time.sleep(0.05)
    fast.start()
    slow.join()
    fast.join()
    print("the result is", store.get("result"))
release = """
if redis.call("get", KEYS[1]) == ARGV[1] then
    return redis.call("del", KEYS[1])
else
    return 0
end
"""
store.set("lock:x", "mine", nx=True, px=5000)
print(store.eval(release, 1, "lock:x", "other"), store.eval(release, 1, "lock:x", "mine"), store.exists("lock:x"))
lock = store.lock("short", timeout=1, blocking_timeout=0.2)
print(lock.acquire(), store.lock("short", blocking=False).acquire(), lock.owned(), lock.locked(), lock.extend(2))
lock.release()
try:
    lock.release()
except LockError as error:
    print(error)
