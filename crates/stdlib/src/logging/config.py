"""`logging.config`: loggers set up from a dict. Owns no state.
"""

import logging
import logging.handlers
import sys


def _resolve(name):
    parts = name.split(".")
    found = {"logging": logging, "__main__": sys.modules.get("__main__")}.get(parts[0])
    if found is None:
        found = sys.modules.get(parts[0])
    if found is None:
        found = __import__(parts[0])
    for part in parts[1:]:
        try:
            found = getattr(found, part)
        except AttributeError as error:
            raise ValueError(f"Cannot resolve {name!r}: {error}") from error
    return found


def _external(value):
    if isinstance(value, str):
        if value.startswith("ext://"):
            rest = value[6:]
            return getattr(sys, rest[4:]) if rest.startswith("sys.") else _resolve(rest)
    elif isinstance(value, dict):
        return {key: _external(item) for key, item in value.items()}
    elif isinstance(value, (list, tuple)):
        return type(value)(_external(item) for item in value)
    return value


class DictConfigurator:
    def __init__(self, config):
        self.config = dict(config)

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError("Unsupported version: %s" % config["version"])
        incremental = config.get("incremental", False)
        with logging._lock:
            if incremental:
                self._change(config)
            else:
                self._rebuild(config)

    def _change(self, config):
        for name, settings in config.get("handlers", {}).items():
            if name not in logging._handlers:
                raise ValueError("No handler found with name %r" % name)
            if settings.get("level"):
                logging._handlers[name].setLevel(logging._checkLevel(settings["level"]))
        for name, settings in config.get("loggers", {}).items():
            self._levels(logging.getLogger(name), settings)
        if config.get("root"):
            self._levels(logging.getLogger(), config["root"])

    def _levels(self, logger, settings):
        if settings.get("level") is not None:
            logger.setLevel(logging._checkLevel(settings["level"]))
        if settings.get("propagate") is not None:
            logger.propagate = settings["propagate"]

    def _rebuild(self, config):
        logging._handlers.clear()
        logging.shutdown(logging._handlerList[:])
        logging._handlerList.clear()
        self.formatters = self._section("formatters", "formatter", self._formatter)
        self.filters = self._section("filters", "filter", self._filter)
        self.handlers = {}
        self._handlers(config.get("handlers", {}))
        known = logging.root.manager.loggerDict
        wanted = config.get("loggers", {})
        disable = config.get("disable_existing_loggers", True)
        for name, logger in list(known.items()):
            if isinstance(logger, logging.Logger) and name not in wanted:
                if any(name.startswith(other + ".") for other in wanted):
                    logger.level = logging.NOTSET
                    logger.handlers = []
                    logger.propagate = True
                else:
                    logger.disabled = disable
        for name, settings in wanted.items():
            try:
                logger = logging.getLogger(name)
                logger.disabled = False
                self._logger(logger, settings)
            except Exception as error:
                raise ValueError("Unable to configure logger %r" % name) from error
        if config.get("root"):
            try:
                self._logger(logging.getLogger(), config["root"])
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def _section(self, section, kind, make):
        result = {}
        for name, settings in self.config.get(section, {}).items():
            try:
                result[name] = make(settings)
            except Exception as error:
                raise ValueError("Unable to configure %s %r" % (kind, name)) from error
        return result

    def _custom(self, settings):
        settings = dict(settings)
        factory = settings.pop("()")
        if not callable(factory):
            factory = _resolve(factory)
        attributes = settings.pop(".", None)
        result = factory(**{key: _external(value) for key, value in settings.items()})
        for name, value in (attributes or {}).items():
            setattr(result, name, value)
        return result

    def _formatter(self, settings):
        if "()" in settings:
            return self._custom(settings)
        factory = _resolve(settings["class"]) if settings.get("class") else logging.Formatter
        fmt, datefmt, style = settings.get("format"), settings.get("datefmt"), settings.get("style", "%")
        if "validate" in settings:
            return factory(fmt, datefmt, style, settings["validate"])
        return factory(fmt, datefmt, style)

    def _filter(self, settings):
        return self._custom(settings) if "()" in settings else logging.Filter(settings.get("name", ""))

    def _handlers(self, wanted):
        waiting = sorted(wanted)
        while waiting:
            later = []
            for name in waiting:
                target = wanted[name].get("target")
                if target in wanted and target not in self.handlers:
                    later.append(name)
                    continue
                try:
                    handler = self._handler(wanted[name])
                    handler.name = name
                    self.handlers[name] = handler
                except Exception as error:
                    raise ValueError("Unable to configure handler %r" % name) from error
            if len(later) == len(waiting):
                raise ValueError("Unable to configure handler %r" % later[0])
            waiting = later

    def _handler(self, settings):
        settings = dict(settings)
        formatter = settings.pop("formatter", None)
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except Exception as error:
                raise ValueError("Unable to set formatter %r" % formatter) from error
        level = settings.pop("level", None)
        filters = settings.pop("filters", None)
        if "()" in settings:
            handler = self._custom(settings)
        else:
            factory = _resolve(settings.pop("class"))
            attributes = settings.pop(".", None)
            if "target" in settings and settings["target"] in self.handlers:
                settings["target"] = self.handlers[settings["target"]]
            handler = factory(**{key: _external(value) for key, value in settings.items()})
            for name, value in (attributes or {}).items():
                setattr(handler, name, value)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        self._add_filters(handler, filters)
        return handler

    def _add_filters(self, filterer, filters):
        for each in filters or ():
            try:
                filterer.addFilter(each if callable(each) or callable(getattr(each, "filter", None)) else self.filters[each])
            except Exception as error:
                raise ValueError("Unable to add filter %r" % each) from error

    def _logger(self, logger, settings):
        if settings.get("level") is not None:
            logger.setLevel(logging._checkLevel(settings["level"]))
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in settings.get("handlers") or ():
            try:
                logger.addHandler(self.handlers[name])
            except Exception as error:
                raise ValueError("Unable to add handler %r" % name) from error
        self._add_filters(logger, settings.get("filters"))
        if settings.get("propagate") is not None:
            logger.propagate = settings["propagate"]


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()
