"""`asyncio.log`: the logger of the package, made when it is first asked for."""


class _Logger:
    """Stands for `logging.getLogger("asyncio")` until something is logged: a script that logs nothing need not pay for it."""

    def __getattr__(self, name):
        import logging

        return getattr(logging.getLogger("asyncio"), name)


logger = _Logger()
