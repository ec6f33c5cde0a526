import multiprocessing
import signal
import time

# A process that was told to end is there for a moment more.
if __name__ == "__main__":
    process = multiprocessing.Process(target=time.sleep, args=(30,))
    print(process.is_alive())
    process.start()
    print(process.is_alive())
    process.terminate()
    print(process.is_alive(), process.exitcode)
    time.sleep(0.1)
    print(process.is_alive(), process.exitcode == -signal.SIGTERM)
