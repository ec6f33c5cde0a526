import logging

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s:%(name)s:%(message)s")
logging.debug("debug %d", 1)
logging.info("info %s and %r", "text", "text")
logging.warning("warning %(a)s", {"a": 5})
logging.error("error")
logging.critical("critical")
logging.log(25, "between")
log = logging.getLogger("app")
log.info("from app")
log.setLevel(logging.ERROR)
log.info("hidden")
log.error("shown")
child = logging.getLogger("app.db.pool")
print(child.parent, child.getEffectiveLevel(), logging.getLevelName(child.getEffectiveLevel()))
print(log, logging.getLogger(), logging.root is logging.getLogger("root"))
print(child.isEnabledFor(logging.INFO), logging.getLogger("other").isEnabledFor(logging.INFO))
print(logging.getLogger("app") is log, log.getChild("db.pool") is child, log.hasHandlers())
print(logging.getLevelName(10), logging.getLevelName("ERROR"), logging.getLevelName(33))
print(logging.CRITICAL, logging.FATAL, logging.ERROR, logging.WARN, logging.INFO, logging.DEBUG, logging.NOTSET)
logging.basicConfig(level=logging.CRITICAL)
print(logging.root.level, logging.root.handlers)
for level in ("nonsense", None):
    try:
        log.setLevel(level)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    log.log("x", "y")
except TypeError as error:
    print(error)
