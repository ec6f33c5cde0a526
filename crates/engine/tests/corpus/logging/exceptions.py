import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")
log = logging.getLogger(__name__)


def divide(a, b):
    return a / b


try:
    divide(1, 0)
except ZeroDivisionError:
    log.exception("division of %d failed", 1)
try:
    divide(1, "x")
except TypeError as error:
    log.error("with the object", exc_info=error)
    log.warning("with True", exc_info=True)
    log.info("not shown", exc_info=True)
log.error("nothing handled", exc_info=True)
try:
    try:
        divide(0, 0)
    except ZeroDivisionError as error:
        raise RuntimeError("wrapped") from error
except RuntimeError:
    logging.exception("chained")
log.warning("bad arguments %d", "text")
print("goes on")


def deep():
    log.warning("with stack", stack_info=True)


deep()
log.warning("too many", 1, 2)
