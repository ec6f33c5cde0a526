"""`Retry`: which failures and answers are tried again, and how long to wait in between.
"""


class Retry:
    DEFAULT_ALLOWED_METHODS = frozenset(["DELETE", "GET", "HEAD", "OPTIONS", "PUT", "TRACE"])
    DEFAULT_BACKOFF_MAX = 120
    RETRY_AFTER_STATUS_CODES = frozenset([413, 429, 503])

    def __init__(
        self,
        total=10,
        connect=None,
        read=None,
        redirect=None,
        status=None,
        other=None,
        allowed_methods=DEFAULT_ALLOWED_METHODS,
        status_forcelist=None,
        backoff_factor=0,
        backoff_max=DEFAULT_BACKOFF_MAX,
        raise_on_redirect=True,
        raise_on_status=True,
        history=None,
        respect_retry_after_header=True,
        remove_headers_on_redirect=frozenset(),
        backoff_jitter=0.0,
        method_whitelist=None,
    ):
        self.total = total
        self.connect = connect
        self.read = read
        self.redirect = redirect
        self.status = status
        self.other = other
        self.allowed_methods = method_whitelist if method_whitelist is not None else allowed_methods
        self.status_forcelist = set(status_forcelist or ())
        self.backoff_factor = backoff_factor
        self.backoff_max = backoff_max
        self.raise_on_redirect = raise_on_redirect
        self.raise_on_status = raise_on_status
        self.history = history or ()
        self.respect_retry_after_header = respect_retry_after_header
        self.backoff_jitter = backoff_jitter

    @classmethod
    def from_int(cls, retries, redirect=True, default=None):
        if isinstance(retries, Retry):
            return retries
        if retries is None:
            retries = 3 if default is None else default
        return cls(retries if retries is not False else 0, read=False if retries == 0 else None)

    def new(self, **changes):
        values = dict(self.__dict__)
        values.update(changes)
        return type(self)(**values)

    def __repr__(self):
        return f"{type(self).__name__}(total={self.total}, connect={self.connect}, read={self.read}, redirect={self.redirect}, status={self.status})"

    # What is left of one kind of failure: the number of tries, or None if it is not tried again.
    def _left(self, kind, count, method):
        if kind != "connect" and self.allowed_methods and method not in self.allowed_methods:
            return False
        own = getattr(self, kind)
        bounds = [bound for bound in (self.total, own) if bound is not None]
        if any(bound is False for bound in bounds):
            return False
        return all(count < bound for bound in bounds)

    def _pause_s(self, count):
        if count <= 1 or not self.backoff_factor:
            return 0
        return min(self.backoff_max, self.backoff_factor * 2 ** (count - 1))

    def get_backoff_time(self):
        return self._pause_s(len(self.history))


Retry.DEFAULT = Retry(3)
