import sys

import gevent


def bad(n):
    raise ValueError("number %d" % n)


class Stream:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


stream = gevent.get_hub().exception_stream = Stream()
g = gevent.spawn(bad, 7)
g.join()
lines = stream.text.splitlines()
print(lines[0], "|", lines[-3] if not lines[-1] else lines[-2])
print("ValueError: number 7" in lines, stream.text.count("failed with ValueError"), "bad(7)" in stream.text)
stream.text = ""


def exits():
    raise gevent.GreenletExit("quietly")


g = gevent.spawn(exits)
g.join()
print(repr(stream.text), repr(g.value), g.successful())
gevent.get_hub().loop.run_callback(bad, 8)
gevent.sleep(0)
print("number 8" in stream.text, "failed with ValueError" in stream.text)
gevent.get_hub().NOT_ERROR += (ValueError,)
stream.text = ""
gevent.spawn(bad, 9).join()
print(repr(stream.text))
