"""timeit: how long a statement takes, by the virtual clock."""

import time as _time

default_timer = _time.perf_counter
default_number = 1000000
default_repeat = 5


def _indented(source, depth):
    return source.replace("\n", "\n" + " " * depth)


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        for what, source in (("stmt", stmt), ("setup", setup)):
            if not isinstance(source, str) and not callable(source):
                raise ValueError(f"{what} is neither a string nor callable")
        source = f"""def inner(_it, _timer, _stmt, _setup):
    {_indented(setup, 4) if isinstance(setup, str) else "_setup()"}
    _t0 = _timer()
    for _i in _it:
        {_indented(stmt, 8) if isinstance(stmt, str) else "_stmt()"}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""
        self.src = source
        self._parts = stmt, setup
        self.inner = _timing_function(source)
        if self.inner is None:
            raise SyntaxError("invalid syntax")

    def timeit(self, number=default_number):
        return self.inner(range(number), self.timer, *self._parts)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for factor in 1, 2, 5:
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
