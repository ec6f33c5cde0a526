# Two hosts sell the same last seats. A lock in one host's memory guards nothing; a lock in Redis does,
# until its lease runs out: then only a fencing token tells the old holder from the new one.
import multiprocessing
import threading
import time

import redis

LOCK = "local"  #@param ["local", "redis", "expired", "fenced"]
SEATS = 1  #@param {type:"slider", min:1, max:5}

# Deletes the lock only if it is still ours: compare and delete in one step.
RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end"


def sell(store, host, think_s, token=None):
    """Check, then act: some time passes between the two."""
    seats = int(store.get("seats"))
    if seats <= 0:
        print(host, "finds nothing left")
        return
    time.sleep(think_s)
    if token is not None and token < int(store.get("last token") or 0):
        print(host, "comes with an old token: refused")
        return
    if token is not None:
        store.set("last token", token)
    store.decr("seats")
    print(host, "sold a seat")


def host(name, delay_s, think_s, lease_ms):
    store = redis.Redis(host="localhost", decode_responses=True)
    time.sleep(delay_s)
    if LOCK == "local":
        with threading.Lock():  # this host's own: the other host has another
            sell(store, name, think_s)
        return
    while not store.set("lock", name, nx=True, px=lease_ms):
        time.sleep(0.05)
    token = store.incr("tokens") if LOCK == "fenced" else None
    sell(store, name, think_s, token)
    store.eval(RELEASE, 1, "lock", name)


if __name__ == "__main__":
    store = redis.Redis(host="localhost", decode_responses=True)
    store.set("seats", SEATS)
    lease_ms = 5000 if LOCK == "redis" else 300
    hosts = [
        multiprocessing.Process(target=host, args=("host A", 0.0, 1.0, lease_ms)),
        multiprocessing.Process(target=host, args=("host B", 0.1, 0.1, lease_ms)),
    ]
    for one in hosts:
        one.start()
    for one in hosts:
        one.join()
    left = int(store.get("seats"))
    print("seats left:", left, "- oversold!" if left < 0 else "- all is well")
