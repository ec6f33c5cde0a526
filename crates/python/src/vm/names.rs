//! The names that the machine itself looks up, interned once.

use crate::code::{Symbol, Symbols};

macro_rules! names {
    ($($field:ident = $text:literal),* $(,)?) => {
        /// Names that the machine itself looks up.
        #[derive(Clone, Debug)]
        #[allow(missing_docs)]
        pub struct Names { $(pub $field: Symbol),* }

        impl Names {
            pub(super) fn new(symbols: &mut Symbols) -> Names {
                Names { $($field: symbols.intern($text)),* }
            }
        }
    };
}

names! {
    init = "__init__", new = "__new__", str = "__str__", repr = "__repr__", eq = "__eq__", ne = "__ne__",
    lt = "__lt__", le = "__le__", gt = "__gt__", ge = "__ge__", hash = "__hash__", bool = "__bool__", len = "__len__",
    iter = "__iter__", next = "__next__", getitem = "__getitem__", setitem = "__setitem__", delitem = "__delitem__",
    contains = "__contains__", call = "__call__", enter = "__enter__", exit = "__exit__", getattr = "__getattr__",
    getattribute = "__getattribute__", setattr = "__setattr__", delattr = "__delattr__", get = "__get__", set = "__set__",
    delete = "__delete__", class = "__class__", dict = "__dict__", name = "__name__", qualname = "__qualname__",
    module = "__module__", doc = "__doc__", format = "__format__", index = "__index__", int = "__int__", float = "__float__",
    abs = "__abs__", neg = "__neg__", pos = "__pos__", invert = "__invert__", round = "__round__", missing = "__missing__",
    init_subclass = "__init_subclass__", set_name = "__set_name__", classcell = "__classcell__", annotations = "__annotations__",
    slots = "__slots__", mro = "__mro__", bases = "__bases__", args = "args", traceback = "__traceback__",
    cause = "__cause__", context = "__context__", suppress_context = "__suppress_context__", notes = "__notes__",
    defaults = "__defaults__", closure = "__closure__", code = "__code__", wrapped = "__wrapped__", func = "__func__",
    self_ = "__self__", value = "value", main = "__main__", file = "__file__", all = "__all__", reversed = "__reversed__",
    add = "__add__", radd = "__radd__", iadd = "__iadd__", sub = "__sub__", rsub = "__rsub__", isub = "__isub__",
    mul = "__mul__", rmul = "__rmul__", imul = "__imul__", truediv = "__truediv__", rtruediv = "__rtruediv__",
    itruediv = "__itruediv__", floordiv = "__floordiv__", rfloordiv = "__rfloordiv__", ifloordiv = "__ifloordiv__",
    mod_ = "__mod__", rmod = "__rmod__", imod = "__imod__", pow = "__pow__", rpow = "__rpow__", ipow = "__ipow__",
    matmul = "__matmul__", rmatmul = "__rmatmul__", imatmul = "__imatmul__", lshift = "__lshift__", rlshift = "__rlshift__",
    ilshift = "__ilshift__", rshift = "__rshift__", rrshift = "__rrshift__", irshift = "__irshift__", and = "__and__",
    rand = "__rand__", iand = "__iand__", or = "__or__", ror = "__ror__", ior = "__ior__", xor = "__xor__",
    rxor = "__rxor__", ixor = "__ixor__", dot_zero = ".0", throw = "throw", close = "close", send = "send",
    await_ = "__await__", aiter = "__aiter__", anext = "__anext__", aenter = "__aenter__", aexit = "__aexit__",
    del = "__del__", fspath = "__fspath__", bytes = "__bytes__", trunc = "__trunc__", divmod = "__divmod__", metaclass = "metaclass",
}
