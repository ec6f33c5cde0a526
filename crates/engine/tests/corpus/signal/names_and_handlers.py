import signal
import threading

print(signal.SIGINT, repr(signal.SIGINT), signal.SIGTERM.name, int(signal.SIGKILL), signal.Signals(10), repr(signal.Signals(1)))
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, repr(signal.getsignal(signal.SIGTERM)))
print(signal.strsignal(signal.SIGTERM), signal.SIGALRM == 14, signal.Signals["SIGUSR2"].value)


def handler(signum, frame):
    print("got", signum, signal.Signals(signum).name, type(frame).__name__, frame.f_code.co_name)


def main():
    before = signal.signal(signal.SIGUSR1, handler)
    print(repr(before), signal.getsignal(signal.SIGUSR1) is handler)
    signal.raise_signal(signal.SIGUSR1)
    signal.raise_signal(10)
    print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
    signal.raise_signal(signal.SIGUSR1)
    print(repr(signal.getsignal(signal.SIGUSR1)))


main()


def in_thread():
    try:
        signal.signal(signal.SIGTERM, handler)
    except ValueError as error:
        print("ValueError:", error)


thread = threading.Thread(target=in_thread)
thread.start()
thread.join()
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error:
    print("KeyboardInterrupt", error.args)
for wrong in (lambda: signal.signal(signal.SIGTERM, "x"), lambda: signal.signal(99, handler), lambda: signal.signal(signal.SIGKILL, handler)):
    try:
        wrong()
    except (TypeError, ValueError, OSError) as error:
        print(type(error).__name__, error)


class Shutdown(Exception):
    pass


def stop(signum, frame):
    raise Shutdown(f"signal {signum}")


signal.signal(signal.SIGTERM, stop)
try:
    signal.raise_signal(signal.SIGTERM)
except Shutdown as error:
    print("stopped by", error)
