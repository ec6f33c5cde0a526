# The same account, drawn from by processes of multiprocessing: only a lock that they share protects it.
import multiprocessing
import time

import redis


def draw(name, amount, use_redis, own_lock):
    store = redis.Redis(decode_responses=True)
    with store.lock("account", timeout=5, sleep=0.01) if use_redis else own_lock:
        balance = int(store.get("balance"))
        time.sleep(0.1)
        if balance >= amount:
            store.set("balance", balance - amount)
            print(name, "took", amount, flush=True)
        else:
            print(name, "insufficient", flush=True)


if __name__ == "__main__":
    import threading

    store = redis.Redis(decode_responses=True)
    for use_redis in (False, True):
        store.set("balance", 3000)
        hosts = [
            multiprocessing.Process(target=draw, args=(name, amount, use_redis, threading.Lock()))
            for name, amount in (("first", 2500), ("second", 1500))
        ]
        for host in hosts:
            host.start()
            time.sleep(0.02)
        for host in hosts:
            host.join()
        print("left", store.get("balance"))
