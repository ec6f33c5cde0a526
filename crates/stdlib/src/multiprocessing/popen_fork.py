"""`multiprocessing.popen_fork`: a started process, as its parent sees it; and the start by a copy.

A comment `# @n` names the line that CPython 3.11 shows in tracebacks.
"""

import os
import signal

from multiprocessing import util


class Popen:
    method = "fork"

    def __init__(self, process_obj):
        util._flush_std_streams()
        self.returncode = None
        self.finalizer = None
        self._launch(process_obj)  # @19

    def duplicate_for_child(self, fd):
        return fd

    def _ended(self, options, timeout):
        if self.returncode is None:
            try:
                pid, status = os._await(self.pid, options, timeout)
            except OSError:
                return None
            if pid == self.pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def poll(self, flag=os.WNOHANG):
        return self._ended(flag, None)

    def wait(self, timeout=None):
        return self._ended(0, timeout)

    def _send_signal(self, sig):
        if self.returncode is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        self._send_signal(signal.SIGTERM)

    def kill(self):
        self._send_signal(signal.SIGKILL)

    def _pipes(self):
        # One end is the child's alone: who waits at the other sees its end. The second pipe is for the child.
        self.sentinel, child_w = os.pipe()
        child_r, self._alive = os.pipe()
        return child_r, child_w

    def _launch(self, process_obj):
        child_r, child_w = self._pipes()
        code = 1
        self.pid = os.fork(process_obj._name)
        if self.pid == 0:
            try:
                os.close(self.sentinel)
                os.close(self._alive)
                code = process_obj._bootstrap(parent_sentinel=child_r)
            finally:
                os._exit(code)
        os.close(child_w)
        os.close(child_r)
        self._keep(self.sentinel, self._alive)

    def _keep(self, *fds):
        self.finalizer = util.Finalize(self, util.close_fds, fds)

    def close(self):
        if self.finalizer is not None:
            self.finalizer()
