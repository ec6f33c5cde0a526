import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(client)s %(message)s", force=True)
log = logging.getLogger("net")
log.info("hello", extra={"client": "10.0.0.1"})


class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        kwargs["extra"] = self.extra
        return f"[{self.extra['client']}] {msg}", kwargs


adapter = Prefix(log, {"client": "c7"})
adapter.info("request %d", 3)
adapter.warning("slow")
adapter.debug("hidden")
plain = logging.LoggerAdapter(log, {"client": "c8"})
plain.error("plain adapter")
print(adapter, adapter.isEnabledFor(logging.DEBUG), plain.name)
try:
    log.info("clash", extra={"message": "x"})
except KeyError as error:
    print(error)
logging.addLevelName(15, "TRACE")
log.setLevel(15)
log.log(15, "custom level", extra={"client": "-"})
print(logging.getLevelName(15), logging.getLevelName("TRACE"), log.level)


def helper(text):
    log.info(text, extra={"client": "h"}, stacklevel=2)


logging.root.handlers[0].setFormatter(logging.Formatter("%(funcName)s:%(lineno)d %(message)s"))


def user():
    helper("from user")


user()
old = logging.getLogRecordFactory()


def factory(*args, **kwargs):
    record = old(*args, **kwargs)
    record.custom = "made"
    return record


logging.setLogRecordFactory(factory)
logging.root.handlers[0].setFormatter(logging.Formatter("%(custom)s %(message)s"))
log.info("by factory")
