"""decimal's contexts: precision, rounding, and what is an error. Knows no number."""

import contextvars as _contextvars

ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR = "ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR"
ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP = "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"
_modes = {ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP}
_most = 999999999999999999


class DecimalException(ArithmeticError):
    __module__ = "decimal"


class Clamped(DecimalException):
    __module__ = "decimal"


class InvalidOperation(DecimalException):
    __module__ = "decimal"


class ConversionSyntax(InvalidOperation):
    __module__ = "decimal"


class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = "decimal"


class DivisionImpossible(InvalidOperation):
    __module__ = "decimal"


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = "decimal"


class InvalidContext(InvalidOperation):
    __module__ = "decimal"


class Inexact(DecimalException):
    __module__ = "decimal"


class Rounded(DecimalException):
    __module__ = "decimal"


class Subnormal(DecimalException):
    __module__ = "decimal"


class Overflow(Inexact, Rounded):
    __module__ = "decimal"


class Underflow(Inexact, Rounded, Subnormal):
    __module__ = "decimal"


class FloatOperation(DecimalException, TypeError):
    __module__ = "decimal"


_signals = [InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped]
_shown = [Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow]


class Context:
    __module__ = "decimal"

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = _default
        self.prec = base.prec if prec is None else prec
        self.rounding = base.rounding if rounding is None else rounding
        self.Emin = -999999 if Emin is None else Emin
        self.Emax = 999999 if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        self.flags = _table(flags or ())
        self.traps = _table(base.traps if traps is None else traps)

    def __setattr__(self, name, value):
        if name == "prec":
            if not isinstance(value, int):
                raise TypeError("an integer is required")
            if not 1 <= value <= _most:
                raise ValueError("valid range for prec is [1, MAX_PREC]")
        if name == "rounding" and value not in _modes:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        object.__setattr__(self, name, value)

    def _signal(self, kind, detail=None):
        for signal in _signals:
            if issubclass(kind, signal):
                self.flags[signal] = True
                if self.traps[signal]:
                    raise signal([detail or kind])

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, dict(self.flags), dict(self.traps))

    __copy__ = copy

    def clear_flags(self):
        self.flags = _table(())

    def clear_traps(self):
        self.traps = _table(())

    def create_decimal(self, num="0"):
        import decimal
        return decimal.Decimal(num)._fix(self)

    def create_decimal_from_float(self, f):
        import decimal
        return decimal.Decimal.from_float(f)._fix(self)

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def __repr__(self):
        def names(table):
            return "[" + ", ".join(signal.__name__ for signal in _shown if table[signal]) + "]"

        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, capitals={self.capitals}, "
                f"clamp={self.clamp}, flags={names(self.flags)}, traps={names(self.traps)})")


def _forwarded(name):
    def method(self, number, *others):
        import decimal
        with _Local(self):
            return getattr(decimal.Decimal(number), name)(*others)

    return method


for _pair in """abs:__abs__ add:__add__ divide:__truediv__ divide_int:__floordiv__ divmod:__divmod__ minus:__neg__
multiply:__mul__ plus:__pos__ power:__pow__ remainder:__mod__ subtract:__sub__ to_sci_string:__str__ compare copy_abs
copy_negate copy_sign exp fma is_finite is_infinite is_nan is_normal is_qnan is_signed is_snan is_zero ln log10 logb max min
normalize number_class quantize remainder_near same_quantum scaleb shift sqrt to_eng_string to_integral_exact
to_integral_value""".split():
    _name, _, _method = _pair.partition(":")
    setattr(Context, _name, _forwarded(_method or _name))


def _table(values):
    if isinstance(values, dict):
        return {signal: bool(values.get(signal)) for signal in _signals}
    return {signal: signal in values for signal in _signals}


class _Base:
    prec, rounding = 28, ROUND_HALF_EVEN
    traps = {InvalidOperation: True, DivisionByZero: True, Overflow: True}


_default = _Base
DefaultContext = Context()
_default = DefaultContext
BasicContext = Context(9, ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])
_current = _contextvars.ContextVar("decimal_context")


def getcontext():
    context = _current.get(None)
    if context is None:
        context = DefaultContext.copy()
        _current.set(context)
    return context


def setcontext(context):
    _current.set(context.copy() if context in (DefaultContext, BasicContext, ExtendedContext) else context)


class _Local:
    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._saved = getcontext()
        _current.set(self._context)
        return self._context

    def __exit__(self, *details):
        _current.set(self._saved)


def localcontext(ctx=None, **kwargs):
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(context, name, _table(value) if name in ("flags", "traps") else value)
    return _Local(context)


def rounds_up(sign, kept, dropped, unit, mode):
    if mode == ROUND_DOWN or not dropped:
        return False
    if mode == ROUND_UP:
        return True
    if mode == ROUND_CEILING:
        return not sign
    if mode == ROUND_FLOOR:
        return bool(sign)
    if mode == ROUND_05UP:
        return kept % 5 == 0
    twice = dropped * 2
    if twice != unit:
        return twice > unit
    return mode == ROUND_HALF_UP or mode == ROUND_HALF_EVEN and kept % 2 == 1
