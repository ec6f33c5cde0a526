import multiprocessing
import time

if __name__ == "__main__":
    process = multiprocessing.Process(target=time.sleep, args=(30,))
    process.start()
    print(process.is_alive(), process.exitcode)
    process.join(0.05)
    print(process.is_alive(), process.exitcode)
    process.terminate()
    process.join()
    print(process.is_alive(), process.exitcode)
    process = multiprocessing.Process(target=time.sleep, args=(30,))
    process.start()
    process.kill()
    process.join()
    print(process.exitcode)
    text = repr(process)
    print(text[: text.index("pid")], text[text.index("stopped"):])
    process.close()
    for call in (process.join, process.is_alive, process.start, lambda: process.exitcode, lambda: process.pid):
        try:
            call()
        except ValueError as error:
            print(error)
    print(process)if False else print(repr(process).split(" parent")[0].split(" pid")[0])
