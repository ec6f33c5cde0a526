# Keys expire in virtual time, and a blocked pop is woken by a push.
import threading
import time

import redis

store = redis.Redis(decode_responses=True)
store.set("token", "x", ex=2)
print(store.ttl("token"), store.ttl("none"), store.set("k", 1), store.ttl("k"))
time.sleep(1.5)
print(store.get("token"))
time.sleep(0.6)
print(store.get("token"), store.exists("token"))
print(store.expire("k", 10), store.persist("k"), store.ttl("k"), store.pexpire("k", 100))
time.sleep(0.2)
print(store.get("k"))
start = time.perf_counter()


def take():
    while (item := store.blpop("jobs", timeout=1)) is not None:
        print(item[1], round(time.perf_counter() - start, 1))
    print("nothing more", round(time.perf_counter() - start, 1))


worker = threading.Thread(target=take)
worker.start()
for job in ("one", "two"):
    time.sleep(0.5)
    store.rpush("jobs", job)
worker.join()
