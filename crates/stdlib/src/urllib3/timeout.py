"""`Timeout`: how long to wait for a connection and for the next bytes.
"""


class Timeout:
    DEFAULT_TIMEOUT = None

    def __init__(self, total=None, connect=None, read=None):
        self.total = total
        self._connect = connect
        self._read = read

    @property
    def connect_timeout(self):
        return _least(self._connect, self.total)

    @property
    def read_timeout(self):
        return _least(self._read, self.total)

    def __repr__(self):
        return f"Timeout(connect={self._connect!r}, read={self._read!r}, total={self.total!r})"

    @classmethod
    def from_float(cls, timeout):
        return cls(connect=timeout, read=timeout)


def _least(one, other):
    known = [value for value in (one, other) if value is not None]
    return min(known) if known else None
