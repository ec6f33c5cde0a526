import logging
import logging.config
import sys

logging.config.dictConfig(
    {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "short": {"format": "%(levelname).1s %(message)s"},
            "long": {"format": "{threadName} {name} {message}", "style": "{"},
        },
        "filters": {"only_db": {"name": "app.db"}},
        "handlers": {
            "console": {"class": "logging.StreamHandler", "level": "INFO", "formatter": "short", "stream": "ext://sys.stdout"},
            "db": {"class": "logging.StreamHandler", "formatter": "long", "filters": ["only_db"], "stream": "ext://sys.stdout"},
        },
        "loggers": {"app": {"level": "DEBUG", "handlers": ["db"]}, "quiet": {"level": "CRITICAL", "propagate": False}},
        "root": {"level": "DEBUG", "handlers": ["console"]},
    }
)
logging.getLogger("app.db").debug("query")
logging.getLogger("app.web").info("request")
logging.getLogger("quiet").error("nothing")
logging.info("root")
print(logging.root.handlers, logging.getLogger("quiet").propagate)
for config in ({}, {"version": 2}):
    try:
        logging.config.dictConfig(config)
    except ValueError as error:
        print(error)
logging.basicConfig(stream=sys.stdout, format="forced %(message)s", force=True, level="WARNING")
logging.warning("again")
for kwargs in ({"nonsense": 1}, {"stream": sys.stdout, "handlers": []}):
    try:
        logging.basicConfig(force=True, **kwargs)
    except ValueError as error:
        print(error)
