"""`multiprocessing.spawn`: how a fresh interpreter becomes a process of the script: it imports the script again as
`__mp_main__` and gets the process object by pickle (semantics, rule 39).

A comment `# @n` names the line that CPython 3.11 shows in tracebacks.
"""

import os
import sys

import _multiprocessing
from multiprocessing import context, process, util
from multiprocessing.reduction import ForkingPickler

_executable = sys.executable

_TOO_EARLY = """
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        """


def set_executable(executable):
    global _executable
    _executable = executable


def get_executable():
    return _executable


def freeze_support():
    pass


def _check_not_importing_main():
    if getattr(process.current_process(), "_inheriting", False):
        raise RuntimeError(_TOO_EARLY)


def get_preparation_data(name):
    _check_not_importing_main()  # @164
    data = {
        "log_to_stderr": util._log_to_stderr,
        "authkey": process.current_process().authkey,
        "name": name,
        "sys_path": list(sys.path),
        "sys_argv": sys.argv,
        "dir": os.getcwd(),
        "orig_dir": process.ORIGINAL_DIR,
        "start_method": context._default_context.get_start_method(),
        "init_main_from_path": _multiprocessing._main_path(),
    }
    if util._logger is not None:
        data["log_level"] = util._logger.getEffectiveLevel()
    return data


def prepare(data):
    own = process.current_process()
    own.name = data["name"]
    own.authkey = data["authkey"]
    if data["log_to_stderr"]:
        util.log_to_stderr()
    if "log_level" in data:
        util.get_logger().setLevel(data["log_level"])
    sys.path = data["sys_path"]
    sys.argv = data["sys_argv"]
    os.chdir(data["dir"])
    process.ORIGINAL_DIR = data["orig_dir"]
    context._default_context.set_start_method(data["start_method"], force=True)
    if data["init_main_from_path"]:
        _fixup_main_from_path(data['init_main_from_path'])  # @246


def _fixup_main_from_path(main_path):
    _multiprocessing._charge_imports()
    if "__mp_main__" not in sys.modules:
        body = _multiprocessing._main_again()
        body()


def _send(fd, preparation_data, process_obj):
    for data in (preparation_data, process_obj):
        os.write(fd, len(data).to_bytes(8, "little"))
        os.write(fd, data)


def _receive(stream):
    return ForkingPickler.loads(stream.read(int.from_bytes(stream.read(8), "little")))


def _main(fd, parent_sentinel):
    with os.fdopen(fd, "rb", closefd=True) as from_parent:
        process.current_process()._inheriting = True
        try:
            preparation_data = _receive(from_parent)
            prepare(preparation_data)  # @131
            self = _receive(from_parent)
        finally:
            del process.current_process()._inheriting
    return self._bootstrap(parent_sentinel)


def _begin(pipe_handle):
    spawn_main(int(pipe_handle))


def spawn_main(pipe_handle):
    fd = pipe_handle
    parent_sentinel = os.dup(pipe_handle)
    exitcode = _main(fd, parent_sentinel)  # @122
    sys.exit(exitcode)
