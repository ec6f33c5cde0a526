"""`multiprocessing.popen_spawn_posix`: the start of a process as a fresh interpreter.

A comment `# @n` names the line that CPython 3.11 shows in tracebacks.
"""

import io
import os

from multiprocessing import popen_fork, spawn
from multiprocessing.context import reduction, set_spawning_popen


class _DupFd:
    def __init__(self, fd):
        self.fd = fd

    def detach(self):
        return self.fd


class Popen(popen_fork.Popen):
    method = "spawn"
    DupFd = _DupFd

    def __init__(self, process_obj):
        self._fds = []
        super().__init__(process_obj)  # @32

    def duplicate_for_child(self, fd):
        self._fds.append(fd)
        return fd

    def _launch(self, process_obj):
        prep_data = spawn.get_preparation_data(process_obj._name)  # @42
        fp, prepared = io.BytesIO(), io.BytesIO()
        set_spawning_popen(self)
        try:
            reduction.dump(prep_data, prepared)
            reduction.dump(process_obj, fp)  # @47
        finally:
            set_spawning_popen(None)
        child_r, child_w = self._pipes()
        inherited = [(fd, fd) for fd in [0, 1, 2, child_r, child_w, *self._fds]]
        self.pid = os._start_fresh(
            "multiprocessing.spawn", "_begin", str(child_r), inherited, process_obj._name
        )
        os.close(child_w)
        os.close(child_r)
        self._keep(self.sentinel, self._alive)
        spawn._send(self._alive, prepared.getvalue(), fp.getvalue())
