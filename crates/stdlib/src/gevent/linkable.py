"""What greenlets wait for by linking to it: told in the order in which they came, by the hub."""

from gevent._native import get_ident as _get_ident
from gevent._native import lock as _new_lock
from gevent.exceptions import InvalidSwitchError, InvalidThreadUseError
from gevent.hub import get_hub, get_hub_if_exists
from gevent.timeout import Timeout
from greenlet import error as _greenlet_error
from greenlet import _waits, getcurrent
from threading import _row as _new_row


class AbstractLinkable:
    # Its row in the trace, made when somebody waits; the primitive's role and name.
    _row = None
    _row_kind = "signal gevent.event.Event"
    # Whether all who wait are told, or only as long as it is ready.
    _notify_all = True

    def __init__(self, hub=None):
        self._links = []
        self._notifier = None
        self.hub = hub

    def linkcount(self):
        return len(self._links)

    def ready(self):
        raise NotImplementedError

    def rawlink(self, callback):
        if not callable(callback):
            raise TypeError("Expected callable: %r" % (callback,))
        self._links.append(callback)
        self._check_and_notify()

    def unlink(self, callback):
        if callback in self._links:
            self._links.remove(callback)
        if not self._links and self._notifier is not None and self._notifier.pending:
            self._notifier.stop()

    def _own_hub(self, create):
        hub = self.hub
        if hub is not None and hub.dead:
            hub = None
        if hub is None:
            hub = self.hub = get_hub() if create else get_hub_if_exists()
        if hub is not None and hub.thread_ident != _get_ident():
            raise InvalidThreadUseError(hub, get_hub_if_exists(), getcurrent())
        return hub

    def _check_and_notify(self):
        if not self._links or self._notifier or not self.ready():
            return
        try:
            hub = self._own_hub(False)
        except InvalidThreadUseError:
            self._notifier = self.hub.loop.run_callback_threadsafe(self._notify_links, [])
            return
        if hub is None:
            # Nobody else can run: those who wait are other threads.
            self._notify_links([])
        else:
            self._notifier = hub.loop.run_callback(self._notify_links, [])

    def _tell(self, links):
        if not links:
            return
        last = links[-1]
        told = []
        elsewhere = []
        while links:
            if not self._notify_all and not self.ready():
                break
            link = links.pop(0)
            if link not in told:
                told.append(link)
                try:
                    link(self)
                except _greenlet_error:
                    elsewhere.append(link)
                except BaseException as failure:
                    hub = self.hub or get_hub()
                    hub.handle_error((link, self), type(failure), failure, failure.__traceback__)
            if link is last:
                break
        for link in elsewhere:
            parent = getattr(link, "__self__", self).parent
            hub = parent if hasattr(parent, "loop") else self.hub
            hub.loop.run_callback_threadsafe(link, self)

    def _notify_links(self, late):
        try:
            self._tell(self._links)
            if late:
                self._tell(late)
                self._links.extend(late)
        finally:
            self._notifier = None
        self._check_and_notify()

    def _forget_link(self, link):
        self.unlink(link)
        notifier = self._notifier
        if notifier and notifier.args and link in notifier.args[0]:
            notifier.args[0].remove(link)

    def _wait_to_be_told(self, late=False):
        switch = getcurrent().switch
        if late:
            # Whoever finds it ready goes on after those who had to wait.
            self._notifier.args[0].append(switch)
        else:
            self.rawlink(switch)
        if self._row is None:
            self._row = _new_row(self._row_kind, self)
        _waits(self._row)
        try:
            result = self.hub.switch()
            if result is not self:
                raise InvalidSwitchError("Invalid switch into %s.wait(): %r" % (type(self).__name__, result))
        except BaseException:
            self._forget_link(switch)
            raise

    def _wait_core(self, timeout, catch=Timeout):
        if timeout is None:
            self._wait_to_be_told()
            return True
        with Timeout._start_new_or_dummy(timeout) as timer:
            try:
                self._wait_to_be_told()
                return True
            except catch as expired:
                if expired is not timer:
                    raise
                return False

    def _wait(self, timeout=None):
        try:
            self._own_hub(True)
        except InvalidThreadUseError:
            return self._wait_return_value(True, self._wait_in_other_thread(timeout))
        if self.ready():
            result = self._wait_return_value(False, False)
            if self._notifier:
                self._wait_to_be_told(late=True)
            return result
        return self._wait_return_value(True, self._wait_core(timeout))

    def _wait_in_other_thread(self, timeout):
        """Blocks the whole thread, which has another hub than the owner."""
        if self.ready():
            return True
        told = _new_lock(None)
        told.acquire()

        def link(_):
            told.release()

        self._links.append(link)
        if timeout is None:
            told.acquire()
            return True
        if told.acquire(True, timeout):
            return True
        self._forget_link(link)
        return False

    def _at_fork_reinit(self):
        self.hub = None
        self._notifier = None
