import multiprocessing
import threading

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    for target in (lambda: None, threading.Lock().acquire):
        try:
            context.Process(target=target).start()
        except Exception as error:
            text = str(error)
            print(type(error).__name__, text.split(" at 0x")[0], text.split("> ")[-1].split(": ")[-1][-40:])
    try:
        context.Process(target=print, args=(threading.Lock(),)).start()
    except TypeError as error:
        print(error)
