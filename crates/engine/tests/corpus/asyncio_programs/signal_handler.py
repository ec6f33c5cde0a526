import asyncio
import functools
import os
import signal


def ask_exit(name, loop, seen):
    print("got signal", name)
    seen.append(name)
    if len(seen) == 2:
        loop.stop()


def main():
    loop = asyncio.new_event_loop()
    seen = []
    for name in ("SIGINT", "SIGTERM"):
        loop.add_signal_handler(getattr(signal, name), functools.partial(ask_exit, name, loop, seen))
    loop.call_later(0.05, os.kill, os.getpid(), signal.SIGTERM)
    loop.call_later(0.1, os.kill, os.getpid(), signal.SIGINT)
    try:
        loop.run_forever()
    finally:
        print(loop.remove_signal_handler(signal.SIGINT), loop.remove_signal_handler(signal.SIGUSR1))
        loop.close()
    print("clean end", seen)


main()
