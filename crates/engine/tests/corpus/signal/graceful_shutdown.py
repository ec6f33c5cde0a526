import os
import signal
import sys
import threading
import time


class Server:
    def __init__(self):
        self.running = True
        self.handled = 0
        for sig in (signal.SIGINT, signal.SIGTERM):
            signal.signal(sig, self.stop)

    def stop(self, signum, frame):
        print("received", signal.Signals(signum).name, "in", threading.current_thread().name)
        self.running = False

    def serve(self):
        while self.running:
            time.sleep(0.05)
            self.handled += 1
        print("drained", self.handled > 0)


server = Server()


def killer():
    time.sleep(0.22)
    os.kill(os.getpid(), signal.SIGTERM)


thread = threading.Thread(target=killer)
thread.start()
server.serve()
thread.join()
signal.signal(signal.SIGINT, signal.default_int_handler)
event = threading.Event()


def worker():
    while not event.wait(0.02):
        pass
    print("worker stops")


thread = threading.Thread(target=worker)
thread.start()
try:
    threading.Timer(0.1, signal.raise_signal, args=(signal.SIGINT,)).start()
    while True:
        time.sleep(0.03)
except KeyboardInterrupt:
    print("interrupted")
    event.set()
thread.join()
signal.signal(signal.SIGTERM, lambda signum, frame: sys.exit(f"exit on {signum}"))
try:
    os.kill(os.getpid(), signal.SIGTERM)
except SystemExit as error:
    print(error.code)
signal.signal(signal.SIGHUP, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGHUP)
os.kill(os.getpid(), 0)
print("still here")
