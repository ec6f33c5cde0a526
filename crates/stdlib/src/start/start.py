"""How a script's process begins and ends. Owns the order of the exit steps (CPython's Py_FinalizeEx); knows no primitive
but by the hooks that they leave in `_exit_hooks`.
"""

_exit_hooks = []
# What is told of objects that the end of the interpreter lets go of.
_last_hooks = []


def _exit_code(value):
    if value is None:
        return 0
    if isinstance(value, int):
        return value & 0xFF
    _write_stderr(f"{value}\n")
    return 1


def run_main(main):
    code = 0
    uncaught = None
    try:
        main()
    except SystemExit as exit:
        code = _exit_code(exit.code)
    except BaseException as error:
        code = 1
        uncaught = error
        _report(error)
    for hook in list(_exit_hooks):
        try:
            hook()
        except BaseException as error:
            print_exception(error, "Exception ignored on threading shutdown:\n")
    _run_atexit()
    for hook in _last_hooks:
        try:
            hook()
        except BaseException as error:
            print_exception(error, f"Exception ignored in: {hook!r}\n")
    coroutines, generators = _left_unfinished()
    for generator in generators:
        try:
            generator.close()
        except BaseException as error:
            print_exception(error, f"Exception ignored in: {generator!r}\n")
    for instance in _instances_at_exit():
        _finalize(instance)
    for coroutine in coroutines:
        _write_stderr(f"sys:1: RuntimeWarning: coroutine '{coroutine.__qualname__}' was never awaited\n")
    _end_process(code, uncaught)


def run_fresh(module, name, argument):
    # What a fresh interpreter begins with that the library has started.
    function = _global(module, name)
    if not hasattr(function, "_boots"):
        _boot()
    run_main(lambda: function(argument))


def _report(error):
    hook = _own_hook()
    if hook is None:
        print_exception(error, "")
        return
    try:
        hook(type(error), error, error.__traceback__)
    except SystemExit:
        pass
    except BaseException as second:
        if second.__context__ is error:
            # CPython handles nothing any more when it calls the hook.
            second.__context__ = None
        print_exception(second, "Error in sys.excepthook:\n")
        print_exception(error, "\nOriginal exception was:\n")


def _run_atexit():
    while _atexit_functions:
        function, args, kwargs = _atexit_functions.pop()
        try:
            function(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as error:
            print_exception(error, f"Exception ignored in atexit callback: {function!r}\n")


_atexit_functions = []
