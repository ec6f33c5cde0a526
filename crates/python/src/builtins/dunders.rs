//! The special methods of builtin classes as methods: `int.__add__`, `super().__eq__`, `list.__repr__`. The operators
//! themselves do not come this way.

use super::ok;
use crate::code::{BinaryOp, CompareOp, UnaryOp};
use crate::heap::{Ref, Value};
use crate::vm::{Args, Flow, NativeFn, NativeResult, Vm};

type Methods = &'static [(&'static str, NativeFn)];

macro_rules! operators {
    ($($name:literal $mirrored:literal $op:ident),*) => {
        &[$(
            ($name, |vm, args| operate(vm, args, $name, BinaryOp::$op, false)),
            ($mirrored, |vm, args| operate(vm, args, $mirrored, BinaryOp::$op, true)),
        )*]
    };
}

macro_rules! in_place {
    ($($name:literal $op:ident),*) => {
        &[$(($name, |vm, args| change(vm, args, $name, BinaryOp::$op))),*]
    };
}

macro_rules! comparisons {
    ($($name:literal $op:ident),*) => {
        &[$(($name, |vm, args| compare(vm, args, $name, CompareOp::$op))),*]
    };
}

const ARITHMETIC: Methods = operators!(
    "__add__" "__radd__" Add, "__sub__" "__rsub__" Sub, "__mul__" "__rmul__" Mul, "__truediv__" "__rtruediv__" Div,
    "__pow__" "__rpow__" Pow
);
const WHOLE: Methods =
    operators!("__floordiv__" "__rfloordiv__" FloorDiv, "__mod__" "__rmod__" Mod);
const BITS: Methods = operators!(
    "__lshift__" "__rlshift__" LShift, "__rshift__" "__rrshift__" RShift, "__and__" "__rand__" And, "__or__" "__ror__" Or,
    "__xor__" "__rxor__" Xor
);
const SETS: Methods = operators!(
    "__and__" "__rand__" And, "__or__" "__ror__" Or, "__xor__" "__rxor__" Xor, "__sub__" "__rsub__" Sub
);
const MERGING: Methods = operators!("__or__" "__ror__" Or);
const JOINING: Methods = &[
    ("__add__", |vm, args| {
        operate(vm, args, "__add__", BinaryOp::Add, false)
    }),
    ("__mul__", |vm, args| {
        operate(vm, args, "__mul__", BinaryOp::Mul, false)
    }),
    ("__rmul__", |vm, args| {
        operate(vm, args, "__rmul__", BinaryOp::Mul, true)
    }),
];
const FILLING: Methods = operators!("__mod__" "__rmod__" Mod);
const GROWING: Methods = in_place!("__iadd__" Add, "__imul__" Mul);
const SET_CHANGES: Methods =
    in_place!("__iand__" And, "__ior__" Or, "__ixor__" Xor, "__isub__" Sub);
const DICT_CHANGES: Methods = &[("__ior__", |vm, args| {
    let [own, _] = args.exact(vm, "__ior__")?;
    super::dicts::update_and_give(vm, args, own)
})];
const ORDER: Methods = comparisons!("__lt__" Lt, "__le__" Le, "__gt__" Gt, "__ge__" Ge);
const EQUALITY: Methods = comparisons!("__eq__" Eq, "__ne__" Ne);

const NUMBER: Methods = &[
    ("__neg__", |vm, args| {
        unary(vm, args, "__neg__", UnaryOp::Neg)
    }),
    ("__pos__", |vm, args| {
        unary(vm, args, "__pos__", UnaryOp::Pos)
    }),
    ("__bool__", |vm, args| {
        let [own] = args.exact(vm, "int.__bool__")?;
        let base = vm.unwrap(own);
        let truth = vm.truth_nested(base)?;
        ok(Value::Bool(truth))
    }),
];
const REAL: Methods = &[
    ("__abs__", |vm, args| {
        through(vm, args, super::number_functions::abs)
    }),
    ("__round__", |vm, args| {
        through(vm, args, super::number_functions::round)
    }),
    ("__divmod__", |vm, args| {
        let [a, b] = args.exact(vm, "__divmod__")?;
        if super::number_functions::divmod_builtin(vm, a, b)?.is_none() {
            return ok(Value::NotImplemented);
        }
        through(vm, args, super::number_functions::divmod)
    }),
    ("__rdivmod__", |vm, mut args| {
        let [a, b] = args.exact(vm, "__rdivmod__")?;
        if super::number_functions::divmod_builtin(vm, b, a)?.is_none() {
            return ok(Value::NotImplemented);
        }
        args.positional.reverse();
        through(vm, args, super::number_functions::divmod)
    }),
    ("__int__", |vm, args| whole(vm, args, f64::trunc)),
    ("__trunc__", |vm, args| whole(vm, args, f64::trunc)),
    ("__floor__", |vm, args| whole(vm, args, f64::floor)),
    ("__ceil__", |vm, args| whole(vm, args, f64::ceil)),
    ("__float__", |vm, args| {
        let [own] = args.exact(vm, "int.__float__")?;
        let base = vm.unwrap(own);
        let class = Value::Obj(vm.types.float);
        super::numbers::float_new(vm, Args::of(&[class, base]))
    }),
];

const TEXTS: Methods = &[
    ("__repr__", |vm, args| {
        let [own] = args.exact(vm, "__repr__")?;
        let base = vm.unwrap(own);
        let text = vm.repr_nested(base)?;
        ok(vm.heap.string(text))
    }),
    ("__hash__", |vm, args| {
        let [own] = args.exact(vm, "__hash__")?;
        let base = vm.unwrap(own);
        let hash = vm.hash_nested(base)?;
        ok(Value::Int(hash))
    }),
    ("__format__", |vm, args| {
        let [own, spec] = args.exact(vm, "__format__")?;
        let base = vm.unwrap(own);
        vm.format_value(base, spec)
    }),
];

const LENGTH: Methods = &[("__len__", |vm, args| {
    let [own] = args.exact(vm, "__len__")?;
    let base = vm.unwrap(own);
    super::functions::len(vm, Args::of(&[base]))
})];
const WALK: Methods = &[
    ("__iter__", super::lists::iter_of),
    ("__contains__", super::lists::contains),
];
const ITEMS: Methods = &[("__getitem__", super::lists::get_item)];
const REVERSED: Methods = &[("__reversed__", |vm, args| {
    let [own] = args.exact(vm, "__reversed__")?;
    let base = vm.unwrap(own);
    super::functions::reversed_builtin(vm, base)
})];
const STORING: Methods = &[
    ("__setitem__", |vm, args| {
        let [own, key, value] = args.exact(vm, "__setitem__")?;
        let base = vm.unwrap(own);
        match vm.set_item(base, key, value)? {
            Some(call) => Ok(Flow::Call(Box::new(call))),
            None => ok(Value::None),
        }
    }),
    ("__delitem__", |vm, args| {
        let [own, key] = args.exact(vm, "__delitem__")?;
        let base = vm.unwrap(own);
        match vm.delete_item(base, key)? {
            Some(call) => Ok(Flow::Call(Box::new(call))),
            None => ok(Value::None),
        }
    }),
];
const STEPS: Methods = &[
    ("__iter__", |vm, args| {
        let [own] = args.exact(vm, "__iter__")?;
        let _ = vm;
        ok(own)
    }),
    ("__next__", |vm, args| super::functions::next(vm, args)),
];

pub(super) fn install(vm: &mut Vm) {
    let t = vm.types.clone();
    let mut add = |classes: &[Ref], groups: &[Methods]| {
        for &class in classes {
            for group in groups {
                vm.add_missing_methods(class, group);
            }
        }
    };
    add(
        &[t.int, t.float, t.complex],
        &[ARITHMETIC, NUMBER, TEXTS, EQUALITY],
    );
    add(&[t.int, t.float], &[WHOLE, REAL, ORDER]);
    add(&[t.int], &[BITS]);
    add(
        &[t.bytes, t.bytearray, t.str, t.list, t.tuple],
        &[JOINING, TEXTS, EQUALITY, ORDER, LENGTH, WALK, ITEMS],
    );
    add(&[t.str, t.bytes, t.bytearray], &[FILLING]);
    add(&[t.list, t.bytearray], &[GROWING, STORING]);
    add(
        &[
            t.list,
            t.range,
            t.dict,
            t.dict_keys,
            t.dict_values,
            t.dict_items,
        ],
        &[REVERSED],
    );
    add(&[t.dict], &[MERGING, DICT_CHANGES, STORING]);
    add(
        &[t.set, t.frozenset, t.dict_keys, t.dict_items],
        &[SETS, ORDER],
    );
    add(&[t.set], &[SET_CHANGES]);
    add(
        &[t.mappingproxy],
        &[TEXTS, EQUALITY, LENGTH, WALK, ITEMS, MERGING, REVERSED],
    );
    add(
        &[
            t.dict,
            t.set,
            t.frozenset,
            t.dict_keys,
            t.dict_values,
            t.dict_items,
            t.range,
            t.memoryview,
        ],
        &[TEXTS, EQUALITY, LENGTH, WALK],
    );
    add(&[t.memoryview], &[&STORING[..1]]);
    add(&[t.dict, t.range, t.memoryview], &[ITEMS]);
    add(
        &[
            t.list_iterator,
            t.tuple_iterator,
            t.list_reverseiterator,
            t.range_iterator,
            t.str_iterator,
            t.str_ascii_iterator,
            t.bytes_iterator,
            t.dict_keyiterator,
            t.dict_valueiterator,
            t.dict_itemiterator,
            t.set_iterator,
            t.dict_reversekeyiterator,
            t.dict_reversevalueiterator,
            t.dict_reverseitemiterator,
        ],
        &[STEPS],
    );
    for name in ["get", "keys", "values", "items", "copy"] {
        let name = vm.symbols.intern(name);
        if let Some(method) = vm.class(t.dict).attrs.get(name) {
            vm.set_class_attr(t.mappingproxy, name, method);
        }
    }
    for class in [t.list, t.dict, t.set, t.bytearray] {
        let name = vm.names.hash;
        vm.set_class_attr(class, name, Value::None);
    }
}

/// Whether two values meet in a method of `own`'s class: `int.__add__(1, 2.5)` is not implemented.
fn meets(vm: &Vm, own: Value, other: Value) -> bool {
    let is_int = |value: Value| vm.int_of(value).is_some();
    match own {
        Value::Float(_) => is_int(other) || matches!(other, Value::Float(_)),
        _ if vm.is_complex(own) => vm.complex_of(other).is_some(),
        _ if is_int(own) => is_int(other),
        _ => true,
    }
}

fn operate(vm: &mut Vm, args: Args, name: &str, op: BinaryOp, mirrored: bool) -> NativeResult {
    let [own, other] = match args.positional.len() {
        3 if op == BinaryOp::Pow && !mirrored => return super::number_functions::pow(vm, args),
        _ => args.exact(vm, name)?,
    };
    let (own, other) = (vm.unwrap(own), vm.unwrap(other));
    let repeats = op == BinaryOp::Mul && vm.as_float(own).is_none() && !vm.is_complex(own);
    if repeats && vm.int_of(other).is_none() || !repeats && !meets(vm, own, other) {
        return ok(Value::NotImplemented);
    }
    let (left, right) = if mirrored { (other, own) } else { (own, other) };
    let result = vm.binary_builtin(op, left, right, false)?;
    ok(result.unwrap_or(Value::NotImplemented))
}

fn change(vm: &mut Vm, args: Args, name: &str, op: BinaryOp) -> NativeResult {
    let [whole, other] = args.exact(vm, name)?;
    let (own, inner) = (vm.unwrap(whole), vm.unwrap(other));
    if op == BinaryOp::Add && vm.grows_by_python(own, other)? {
        return vm.list_grown(whole, own, other);
    }
    let result = vm.binary_builtin(op, own, inner, true)?;
    ok(match result {
        Some(result) if result == own => whole,
        Some(result) => result,
        None => Value::NotImplemented,
    })
}

fn compare(vm: &mut Vm, args: Args, name: &str, op: CompareOp) -> NativeResult {
    let [own, other] = args.exact(vm, name)?;
    let (own, other) = (vm.unwrap(own), vm.unwrap(other));
    let same_kind = vm.class_of(own) == vm.class_of(other)
        || meets(vm, own, other) && vm.complex_of(own).is_some()
        || vm.is_table(own) && vm.is_table(other)
        || !vm.byte_slice(own).is_empty() && !vm.byte_slice(other).is_empty();
    if !same_kind {
        return ok(Value::NotImplemented);
    }
    let result = vm.compare_builtin(op, own, other)?;
    ok(result.map_or(Value::NotImplemented, Value::Bool))
}

fn unary(vm: &mut Vm, args: Args, name: &str, op: UnaryOp) -> NativeResult {
    let [own] = args.exact(vm, name)?;
    let base = vm.unwrap(own);
    let result = vm.unary_builtin(op, base);
    ok(result.unwrap_or(Value::NotImplemented))
}

/// By way of a builtin function, with the number inside an instance.
fn through(vm: &mut Vm, mut args: Args, function: NativeFn) -> NativeResult {
    for value in &mut args.positional {
        *value = vm.unwrap(*value);
    }
    function(vm, args)
}

fn whole(vm: &mut Vm, args: Args, rounded: fn(f64) -> f64) -> NativeResult {
    let [own] = args.exact(vm, "__int__")?;
    match vm.unwrap(own) {
        Value::Float(f) => {
            let int =
                crate::text::float::to_int(rounded(f)).map_err(|error| vm.text_error(error))?;
            ok(vm.int_from(int))
        }
        Value::Bool(b) => ok(Value::Int(i64::from(b))),
        int => ok(int),
    }
}

impl Vm {
    /// Adds those native methods that a class does not have itself.
    fn add_missing_methods(&mut self, class: Ref, methods: Methods) {
        for method in methods {
            let symbol = self.symbols.intern(method.0);
            if self.class(class).attrs.get(symbol).is_none() {
                self.add_methods(class, std::slice::from_ref(method));
            }
        }
    }
}
