# A manager's server in one process, clients that connect by address and key in others.
import time
from multiprocessing import Process
from multiprocessing.managers import BaseManager
from queue import Queue

jobs = Queue()


def give_jobs():
    return jobs


class Hub(BaseManager):
    pass


Hub.register("jobs", callable=give_jobs)


def client(address):
    hub = Hub(address=address, authkey=b"key")
    hub.connect()
    own = hub.jobs()
    for n in range(3):
        own.put(n * 10)


if __name__ == "__main__":
    hub = Hub(address=("127.0.0.1", 0), authkey=b"key")
    hub.start()
    process = Process(target=client, args=(hub.address,))
    process.start()
    process.join()
    own = hub.jobs()
    print([own.get() for _ in range(3)], own.empty())
    hub.shutdown()
    try:
        hub.start()
    except Exception as error:
        print(type(error).__name__, error)
