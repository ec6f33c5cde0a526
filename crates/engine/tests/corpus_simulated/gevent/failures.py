# Rule 44: join does not raise, get does; a failure is printed.
import io
import sys

import gevent

sys.stderr = io.StringIO()


def fail():
    return 1 / 0


g = gevent.spawn(fail)
g.join()
text = sys.stderr.getvalue()
print(text.splitlines()[0])
print([line for line in text.splitlines() if "ZeroDivisionError" in line][0])
print(text.splitlines()[-2].split(" ", 1)[1].split(" at ")[0], text.splitlines()[-2].split(": ")[-1])
print(g.successful(), g.ready(), g.dead, repr(g.exception), g.value)
try:
    g.get()
except ZeroDivisionError as error:
    print("get raised", error)
print(g.exc_info[0], bool(g))


class Odd(Exception):
    pass


def thrower():
    try:
        gevent.sleep(10)
    except Odd as error:
        print("caught", repr(error))
        raise


g = gevent.spawn(thrower)
gevent.sleep(0)
g.kill(Odd("x"))
print(repr(g.exception), g.dead)
g = gevent.spawn(thrower)
g.kill()
print(repr(g.value), g.successful(), g.exception)
g = gevent.spawn(thrower)
gevent.sleep(0)
g.kill()
print(repr(g.value), g.successful(), g.exception)
