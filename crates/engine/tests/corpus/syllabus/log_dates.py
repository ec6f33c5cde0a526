"""logging.basicConfig with a date format, to stdout."""
import logging
import re
import sys

logging.basicConfig(
    level=logging.DEBUG,
    stream=sys.stdout,
    format="%(asctime)s %(levelname)-8s [%(threadName)s] %(message)s",
    datefmt="%H:%M:%S",
)


class Masked(object):
    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        self.stream.write(re.sub(r"\d\d:\d\d:\d\d", "HH:MM:SS", text))

    def flush(self):
        self.stream.flush()


logging.getLogger().handlers[0].setStream(Masked(sys.stdout))
logging.debug("first")
logging.info("second %s %d", "with", 2)
logging.warning("third")
logging.error("fourth: %r", ValueError("x"))
logging.critical("fifth")
print(logging.getLogger().handlers[0].formatter.datefmt)
