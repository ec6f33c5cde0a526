"""`asyncio.unix_events`: the loop that the default policy makes."""

import sys
from asyncio import events, selector_events
from asyncio.log import logger


class _UnixSelectorEventLoop(selector_events.BaseSelectorEventLoop):
    __module__ = "asyncio.unix_events"

    def __init__(self, selector=None):
        super().__init__()
        if "logging" in sys.modules:
            logger.debug("Using selector: %s", "EpollSelector")


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    __module__ = "asyncio.unix_events"
    _loop_factory = _UnixSelectorEventLoop


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
