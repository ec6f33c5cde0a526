"""`asyncio.unix_events`: the loop that the default policy makes."""

from asyncio import base_events, events


class BaseSelectorEventLoop(base_events.BaseEventLoop):
    __module__ = "asyncio.selector_events"


class _UnixSelectorEventLoop(BaseSelectorEventLoop):
    __module__ = "asyncio.unix_events"

    def __init__(self, selector=None):
        super().__init__()


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    __module__ = "asyncio.unix_events"
    _loop_factory = _UnixSelectorEventLoop


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
