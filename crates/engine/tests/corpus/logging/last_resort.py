import logging
import warnings

log = logging.getLogger("library")
log.warning("no handler: %s", "last resort")
log.info("not shown")
log.error("shown")
quiet = logging.getLogger("quiet")
quiet.addHandler(logging.NullHandler())
quiet.error("swallowed")
logging.warning("now there is a handler")
log.warning("through the root")
logging.captureWarnings(True)
warnings.warn("captured")
logging.captureWarnings(False)
warnings.warn("not captured")
log.warn("old name")
