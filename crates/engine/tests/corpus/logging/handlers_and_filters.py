import logging
import sys


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


class OnlyEven(logging.Filter):
    def filter(self, record):
        return record.args[0] % 2 == 0


collected = ListHandler()
collected.setFormatter(logging.Formatter("%(name)s:%(message)s"))
root = logging.getLogger()
root.addHandler(collected)
root.setLevel(logging.DEBUG)
log = logging.getLogger("a.b")
errors = logging.StreamHandler(sys.stdout)
errors.setLevel(logging.ERROR)
errors.setFormatter(logging.Formatter("ERR %(message)s"))
log.addHandler(errors)
log.info("first")
log.error("second")
logging.getLogger("a").propagate = False
log.error("third")
logging.getLogger("a").propagate = True
even = OnlyEven()
log.addFilter(even)
for n in range(4):
    log.info("n=%d", n)
log.removeFilter(even)
collected.addFilter(lambda record: "skip" not in record.getMessage())
log.info("skip this")
log.info("keep this")
collected.addFilter(logging.Filter("a.c"))
log.info("other name")
logging.getLogger("a.c.d").info("right name")
print(collected.lines)
print(errors, logging.NullHandler(), log.handlers == [errors])
log.removeHandler(errors)
log.error("not to stdout")
logging.disable(logging.ERROR)
log.error("disabled")
print(log.isEnabledFor(logging.ERROR), log.isEnabledFor(logging.CRITICAL))
logging.disable(logging.NOTSET)
log.disabled = True
log.critical("off")
print(len(collected.lines))
