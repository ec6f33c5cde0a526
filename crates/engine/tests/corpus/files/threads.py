"""Threads that write to one file: whole lines, none lost."""
import os
import threading

lock = threading.Lock()


def worker(name, count):
    for index in range(count):
        with open("shared.log", "a") as file:
            file.write(f"{name} {index}\n")


threads = [threading.Thread(target=worker, args=(f"w{n}", 20)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
lines = open("shared.log").read().splitlines()
print(len(lines), len(set(lines)), sorted(lines) == sorted(f"w{n} {i}" for n in range(4) for i in range(20)))
for n in range(4):
    own = [line for line in lines if line.startswith(f"w{n} ")]
    print(n, own == [f"w{n} {i}" for i in range(20)])
out = open("one.log", "w")


def write_lines(name):
    for index in range(50):
        with lock:
            out.write(f"{name}:{index}\n")


threads = [threading.Thread(target=write_lines, args=(n,)) for n in "abc"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
out.close()
print(len(open("one.log").readlines()), os.path.getsize("one.log"))
os.remove("shared.log")
os.remove("one.log")
