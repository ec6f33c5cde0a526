import json
import logging
import sys
import threading
import time
from logging import DEBUG, INFO, Formatter, StreamHandler, getLogger


class ColorFormatter(logging.Formatter):
    COLORS = {logging.DEBUG: "36", logging.INFO: "32", logging.ERROR: "31"}

    def format(self, record):
        record.colored = f"<{self.COLORS.get(record.levelno, '0')}>{record.levelname}"
        return super().format(record)

    def formatException(self, exc_info):
        return "EXC " + repr(exc_info[1])


class JsonFormatter(Formatter):
    def format(self, record):
        return json.dumps({"level": record.levelname, "msg": record.getMessage(), "thread": record.threadName, "n": getattr(record, "n", None)})


class Elapsed(Formatter):
    start = time.time()

    def formatTime(self, record, datefmt=None):
        return f"{record.created - self.start:.1f}s"


log = getLogger("fmt")
log.setLevel(DEBUG)
log.propagate = False
handler = StreamHandler(stream=sys.stdout)
log.handlers.clear()
log.addHandler(handler)
handler.setFormatter(ColorFormatter("%(colored)s %(message)s"))
log.debug("colored")
try:
    int("x")
except ValueError:
    log.exception("failed")
handler.setFormatter(JsonFormatter())
log.info("as %s", "json", extra={"n": 5})
thread = threading.Thread(target=log.info, args=("from thread",), name="J")
thread.start()
thread.join()
handler.setFormatter(Elapsed("%(asctime)s %(message)s"))
time.sleep(0.2)
log.warning("later")
logging.Formatter.converter = time.gmtime
handler.setFormatter(Formatter("%(asctime)s %(message)s", "%Y"))
log.info("a year") if time.gmtime().tm_year < 2000 else print("year ok")


def trace(self, message, *args, **kwargs):
    if self.isEnabledFor(5):
        self._log(5, message, args, **kwargs)


logging.addLevelName(5, "TRACE")
logging.Logger.trace = trace
log.setLevel(5)
handler.setFormatter(Formatter("%(levelname)s:%(lineno)d:%(funcName)s %(message)s"))
log.trace("own level %d", 1)


class Special(logging.Logger):
    def shout(self, text):
        self.info(text.upper())


logging.setLoggerClass(Special)
special = logging.getLogger("special")
special.addHandler(handler)
special.setLevel("INFO")
special.shout("hello")
print(type(special).__name__, special, logging.getLoggerClass().__name__)
logging.setLoggerClass(logging.Logger)


class ThreadFilter(logging.Filter):
    def filter(self, record):
        record.who = threading.current_thread().name
        return not record.getMessage().startswith("secret")


handler.addFilter(ThreadFilter())
handler.setFormatter(Formatter("{who}|{message:>8}|{levelno}", style="{"))
log.info("visible")
log.info("secret thing")
logging.basicConfig(level=INFO, handlers=[handler])
logging.info("via root")
print([type(h).__name__ for h in logging.getLogger().handlers], logging.getLogger("concurrent.futures").level)
log.info("tuple %s", (1, 2))
log.info("dict %s", {"a": 1})
log.info("percent 100%")
log.info("%s and %s", "a", "b")
log.info(ValueError("an object"))
log.info("%(a)d-%(b)s", {"a": 1, "b": "x"})
