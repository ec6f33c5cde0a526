# A message larger than a pipe goes through piece by piece.
from multiprocessing import Pipe, Process, Queue


def send(connection, queue):
    connection.send(b"x" * 300_000)
    queue.put(list(range(50_000)))


if __name__ == "__main__":
    here, there = Pipe(duplex=False)
    queue = Queue()
    process = Process(target=send, args=(there, queue))
    process.start()
    print(len(here.recv()))
    print(sum(queue.get()))
    process.join()
