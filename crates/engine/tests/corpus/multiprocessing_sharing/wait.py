# connection.wait: which of several connections and processes are ready.
import time
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def speak(connection, delay_s, word):
    time.sleep(delay_s)
    connection.send(word)
    connection.close()


if __name__ == "__main__":
    readers = []
    processes = []
    for delay_s, word in ((0.2, "late"), (0.05, "early")):
        reader, writer = Pipe(duplex=False)
        process = Process(target=speak, args=(writer, delay_s, word))
        process.start()
        writer.close()
        readers.append(reader)
        processes.append(process)
    print(wait(readers, timeout=0))
    while readers:
        for reader in wait(readers):
            try:
                print(reader.recv())
            except EOFError:
                readers.remove(reader)
    for process in processes:
        process.join()
    print(len(wait([process.sentinel for process in processes])))
