import logging
import sys

handler = logging.StreamHandler(sys.stdout)
log = logging.getLogger("shop.orders")
log.addHandler(handler)
log.setLevel("DEBUG")
log.propagate = False


def say(fmt, style="%", **kwargs):
    handler.setFormatter(logging.Formatter(fmt, style=style, **kwargs))
    log.info("paid %s", 3.5)


say(None)
say("%(name)s|%(levelno)s|%(levelname)5s|%(funcName)s|%(lineno)03d|%(message).4s")
say("{name} {levelname:>8} {message!r} {lineno:04d} {processName}", style="{")
say("%(threadName)s %(processName)s %(message)s")
say("[%(user)s] %(message)s", defaults={"user": "nobody"})
for fmt, style in (("no field", "%"), ("x", "!"), ("{message", "{")):
    try:
        logging.Formatter(fmt, style=style)
    except ValueError as error:
        print(error)
say("plain text", validate=False)
handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
record = logging.makeLogRecord({"name": "x", "msg": "made %s", "args": ("here",), "levelname": "INFO"})
record.created, record.msecs = 1700000000.25, 250
formatter = logging.Formatter("%(asctime)s %(message)s")
print(formatter.format(record))
print(logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S").format(record))
print(logging.Formatter("%(asctime)s.%(msecs)03d %(message)s", datefmt="%Y/%m/%d").format(record))
print(formatter.usesTime(), logging.Formatter("%(message)s").usesTime())
print(record, record.getMessage())
