# Several commands in one round trip, with nobody in between; `WATCH` notices who changed a key before that.


class Noting(Commands):
    "Notes commands and carries them out together."

    def __init__(self, client, transaction=True):
        self._client = client
        self._server = client._server
        self._noted = []
        self._watched = {}
        self._at_once = False
        self.transaction = transaction

    def __len__(self):
        return len(self._noted)

    def __bool__(self):
        return True

    def _ask(self, shape, *command):
        if self._at_once:
            return self._client._ask(shape, *command)
        self._noted.append((shape, self._server.words(command)))
        return self

    def _await(self, shape, timeout, *command):
        return self._ask(shape, *command)

    def multi(self):
        self._at_once = False

    def unwatch(self):
        self._watched = {}
        self._at_once = False
        return True

    def _versions(self, names):
        return [self._server.words(("_VERSION", name)) for name in names]

    # The watched keys' versions and, if they are as they were, the commands: a generator of trips.
    def _trips(self, raise_on_error):
        from redis.exceptions import WatchError

        noted, self._noted = self._noted, []
        watched, self._watched, self._at_once = self._watched, {}, False
        if not noted:
            return []
        commands = [command for _, command in noted]
        expected = [self._server.words(("_EXPECT", name, version)) for name, version in watched.items()]
        replies = yield [*expected, *commands]
        if len(replies) < len(expected) + len(commands):
            raise WatchError("Watched variable changed.")
        replies = replies[len(expected) :]
        told = []
        for (shape, command), reply in zip(noted, replies):
            try:
                reply = _checked(reply)
                told.append(reply if reply is None else shape(self._server, reply))
            except ResponseError as error:
                if raise_on_error:
                    told_words = " ".join(word.decode("utf-8", "replace") for word in command)
                    error.args = (f"Command # {len(told) + 1} ({told_words}) of pipeline caused error: {error}",)
                    raise
                told.append(error)
        return told

    def reset(self):
        self._noted = []
        self.unwatch()
