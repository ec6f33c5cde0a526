# A1.8: a lock of the process protects that process only. Two hosts draw from one account.
import os
import threading
import time

import redis

store = redis.Redis(host="bank.example.org", decode_responses=True)
own_lock = threading.Lock()


def draw(name, amount, lock):
    with lock:
        balance = int(store.get("balance"))
        time.sleep(0.05)
        if balance >= amount:
            store.decr("balance", amount)
            print(name, "took", amount, flush=True)
        else:
            print(name, "insufficient", flush=True)


def two_hosts(make_lock):
    store.set("balance", 3000)
    hosts = []
    for name, amount in (("a", 2500), ("b", 1500)):
        child = os.fork()
        if child == 0:
            draw(name, amount, make_lock())
            os._exit(0)
        hosts.append(child)
        time.sleep(0.01)
    for host in hosts:
        os.waitpid(host, 0)
    print("left", store.get("balance"))


print("a lock of each process")
two_hosts(lambda: own_lock)
print("a lock that both know")
two_hosts(lambda: store.lock("account", timeout=5, sleep=0.01))
