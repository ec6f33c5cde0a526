"""`multiprocessing.popen_forkserver`: the start of a process as a copy of a clean server process.

A comment `# @n` names the line that CPython 3.11 shows in tracebacks.
"""

import io
import os

from multiprocessing import forkserver, popen_fork, spawn
from multiprocessing.context import reduction, set_spawning_popen


class _DupFd:
    def __init__(self, index):
        self.index = index

    def detach(self):
        return forkserver.get_inherited_fds()[self.index]


class Popen(popen_fork.Popen):
    method = "forkserver"
    DupFd = _DupFd

    def __init__(self, process_obj):
        self._fds = []
        super().__init__(process_obj)  # @35

    def duplicate_for_child(self, fd):
        self._fds.append(fd)
        return len(self._fds) - 1

    def _launch(self, process_obj):
        prep_data = spawn.get_preparation_data(process_obj._name)  # @42
        buf, prepared = io.BytesIO(), io.BytesIO()
        set_spawning_popen(self)
        try:
            reduction.dump(prep_data, prepared)
            reduction.dump(process_obj, buf)  # @47
        finally:
            set_spawning_popen(None)
        self.sentinel, self._alive = forkserver.connect_to_new_process(self._fds, process_obj._name)
        spawn._send(self._alive, prepared.getvalue(), buf.getvalue())
        self.pid = forkserver.read_signed(self.sentinel)
        self._keep(self.sentinel, self._alive)

    def _ended(self, options, timeout):
        from multiprocessing.connection import wait

        if self.returncode is None:
            if not wait([self.sentinel], 0 if options & os.WNOHANG else timeout):
                return None
            # The server, whose child it is, has written how it ended.
            code = os.read(self.sentinel, 16)
            self.returncode = int(code) if code else 255
        return self.returncode
