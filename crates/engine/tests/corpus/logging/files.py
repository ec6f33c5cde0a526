import glob
import logging
import logging.handlers
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "app.log")
logging.basicConfig(filename=path, filemode="w", level=logging.INFO, format="%(levelname)s %(message)s", encoding="utf-8")
logging.info("to the file")
logging.debug("not")
logging.warning("äöü %s", "x")
with open(path, encoding="utf-8") as file:
    print(file.read(), end="")
log = logging.getLogger("rotating")
log.propagate = False
log.setLevel(logging.DEBUG)
rotating = logging.handlers.RotatingFileHandler(os.path.join(folder, "r.log"), maxBytes=60, backupCount=2)
log.addHandler(rotating)
for n in range(12):
    log.info("message number %d", n)
rotating.close()
for name in sorted(glob.glob(os.path.join(folder, "r.log*"))):
    with open(name) as file:
        print(os.path.basename(name), file.read().split("\n")[:-1])
plain = logging.FileHandler(os.path.join(folder, "late.log"), delay=True)
print(os.path.exists(plain.baseFilename), plain.stream, os.path.basename(plain.baseFilename))
log.removeHandler(rotating)
log.addHandler(plain)
log.error("late")
plain.close()
print(os.path.exists(plain.baseFilename), open(plain.baseFilename).read())
logging.shutdown()
