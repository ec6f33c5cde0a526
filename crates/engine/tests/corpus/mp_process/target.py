from multiprocessing import Process, current_process, parent_process

shared = []


def work(number, word="w"):
    shared.append(number)
    own = current_process()
    print(own.name, own.daemon, parent_process().name, number, word, shared, flush=True)


if __name__ == "__main__":
    process = Process(target=work, args=(1,), kwargs={"word": "v"})
    print(process.name, process.pid, process.exitcode, process.is_alive(), process.daemon)
    process.start()
    process.join()
    print(process.exitcode, process.is_alive(), process.pid is None, shared)
    for number in range(2, 4):
        named = Process(target=work, args=(number,), name=f"worker {number}")
        named.start()
        named.join()
    last = Process(target=work, args=(4,), daemon=True)
    last.start()
    last.join()
    print(last.name, current_process().name, parent_process())
