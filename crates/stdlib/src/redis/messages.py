# What comes for a subscriber, as dictionaries.


class Listening:
    "What the subscribers of threads and of tasks share."

    def __init__(self, client, ignore_subscribe_messages=False, **options):
        self._client = client
        self._server = client._server
        self._number = None
        self._count = 0
        self._handlers = {}
        self.ignore_subscribe_messages = ignore_subscribe_messages

    subscribed = property(lambda self: self._count > 0)

    def _names(self, names, handlers):
        for name, handler in handlers.items():
            self._handlers[name.encode()] = handler
        return [*[part for name in names for part in (name if isinstance(name, (list, tuple)) else [name])], *handlers]

    def _message(self, parts):
        if parts is None:
            return None
        kind = parts[0].decode()
        text = self._server.text
        if kind == "pmessage":
            message = {"type": kind, "pattern": text(parts[1]), "channel": text(parts[2]), "data": text(parts[3])}
            handler = self._handlers.get(parts[1])
        elif kind == "message":
            message = {"type": kind, "pattern": None, "channel": text(parts[1]), "data": text(parts[2])}
            handler = self._handlers.get(parts[1])
        else:
            self._count = parts[2]
            message = {"type": kind, "pattern": None, "channel": text(parts[1]), "data": parts[2]}
            return None if self.ignore_subscribe_messages else message
        if handler is not None:
            return _Handled(handler, message)
        return message


class _Handled:
    def __init__(self, handler, message):
        self.handler = handler
        self.message = message
