//! Builtin functions on attributes, classes and namespaces.

use super::{library_call, ok};
use crate::code::Symbol;
use crate::heap::{Object, Value};
use crate::vm::{Args, Attribute, Flow, NativeResult, Raised, Then, Vm};

pub(super) fn isinstance(vm: &mut Vm, args: Args) -> NativeResult {
    let [value, wanted] = args.exact(vm, "isinstance")?;
    let result = vm.is_instance_of(value, wanted)?;
    ok(Value::Bool(result))
}

pub(super) fn issubclass(vm: &mut Vm, args: Args) -> NativeResult {
    let [value, wanted] = args.exact(vm, "issubclass")?;
    let Some(Object::Class(_)) = vm.object(value) else {
        return Err(vm.type_error("issubclass() arg 1 must be a class"));
    };
    let result = vm.is_subclass_of(value, wanted)?;
    ok(Value::Bool(result))
}

pub(super) fn attribute_name(vm: &mut Vm, value: Value, function: &str) -> Result<Symbol, Raised> {
    match vm.text(value) {
        Some(text) => Ok(vm.symbols.intern(&text)),
        None => {
            let text = match function {
                "getattr" | "hasattr" | "setattr" => {
                    format!(
                        "attribute name must be string, not '{}'",
                        vm.type_name(value)
                    )
                }
                _ => format!(
                    "attribute name must be string, not '{}'",
                    vm.type_name(value)
                ),
            };
            Err(vm.type_error(&text))
        }
    }
}

pub(super) fn getattr(vm: &mut Vm, args: Args) -> NativeResult {
    let [object, name, default] = args.between(vm, "getattr", 2)?;
    let name = attribute_name(vm, name, "getattr")?;
    if default.is_unbound() {
        return match vm.get_attribute(object, name)? {
            Attribute::Value(value) => ok(value),
            Attribute::Method(function) => ok(vm.bound(function, object)),
            Attribute::Call(callable, args) => {
                let fallback = vm.special(object, vm.names.getattr);
                if let Some(fallback) = fallback.filter(|&own| own != callable) {
                    let args = vm.heap.tuple(&args.positional);
                    let name = vm.symbol_value(name);
                    let all = Args::of(&[callable, args, fallback, object, name]);
                    return library_call(vm, "_computed_or", all);
                }
                Ok(Flow::Call(Box::new((callable, args))))
            }
        };
    }
    if asks_python(vm, object, name)? {
        let name = vm.symbol_value(name);
        return library_call(vm, "_attribute_or", Args::of(&[object, name, default]));
    }
    let value = vm.try_attr(object, name)?;
    ok(value.unwrap_or(default))
}

/// Whether `object.name` is computed by Python code, which may block.
fn asks_python(vm: &mut Vm, object: Value, name: Symbol) -> Result<bool, Raised> {
    if !matches!(vm.object(object), Some(Object::Instance(_))) {
        return Ok(false);
    }
    match vm.get_attribute(object, name) {
        Ok(Attribute::Call(callable, _)) => {
            Ok(!matches!(vm.object(callable), Some(Object::Native(_))))
        }
        Ok(_) => Ok(false),
        Err(raised) if vm.is_exception(raised.0, "AttributeError") => Ok(false),
        Err(raised) => Err(raised),
    }
}

pub(super) fn hasattr(vm: &mut Vm, args: Args) -> NativeResult {
    let [object, name] = args.exact(vm, "hasattr")?;
    let name = attribute_name(vm, name, "hasattr")?;
    if asks_python(vm, object, name)? {
        let name = vm.symbol_value(name);
        return library_call(vm, "_has_attribute", Args::of(&[object, name]));
    }
    let value = vm.try_attr(object, name)?;
    ok(Value::Bool(value.is_some()))
}

pub(super) fn setattr(vm: &mut Vm, args: Args) -> NativeResult {
    let [object, name, value] = args.exact(vm, "setattr")?;
    let name = attribute_name(vm, name, "setattr")?;
    if let Some((callable, args)) = vm.set_attribute(object, name, value)? {
        return Ok(Flow::CallThen(Box::new((
            callable,
            args,
            Then::new(|_, _, _| ok(Value::None), Vec::new()),
        ))));
    }
    ok(Value::None)
}

pub(super) fn delattr(vm: &mut Vm, args: Args) -> NativeResult {
    let [object, name] = args.exact(vm, "delattr")?;
    let name = attribute_name(vm, name, "delattr")?;
    if let Some((callable, args)) = vm.delete_attribute(object, name)? {
        return Ok(Flow::CallThen(Box::new((
            callable,
            args,
            Then::new(|_, _, _| ok(Value::None), Vec::new()),
        ))));
    }
    ok(Value::None)
}

pub(super) fn globals(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "globals")?;
    let module = vm.frames.last().expect("a frame calls").module;
    let dict = vm.module_dict(module)?;
    ok(dict)
}

pub(super) fn locals(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "locals")?;
    let frame = vm.frames.last().expect("a frame calls");
    if frame.code.code.kind == crate::code::CodeKind::Module {
        return globals(vm, Args::default());
    }
    if let Some(namespace) = frame.namespace {
        return ok(Value::Obj(namespace));
    }
    let code = frame.code.code.clone();
    let base = frame.base;
    let cells = frame.cells.clone();
    let pairs: Vec<_> =
        code.locals
            .iter()
            .enumerate()
            .map(|(index, &name)| (name, vm.stack[base + index]))
            .filter(|pair| !pair.1.is_unbound())
            .filter(|pair| !code.cells.contains(&pair.0) && pair.0 != vm.names.dot_zero)
            .chain(code.cells.iter().zip(cells).filter_map(
                |(&name, cell)| match vm.heap.get(cell) {
                    Object::Cell(value) if !value.is_unbound() => Some((name, *value)),
                    _ => None,
                },
            ))
            .collect();
    let dict = vm.dict_of(pairs)?;
    ok(dict)
}

pub(super) fn vars(vm: &mut Vm, args: Args) -> NativeResult {
    let [object] = args.between(vm, "vars", 0)?;
    if object.is_unbound() {
        return locals(vm, Args::default());
    }
    let dict = vm.names.dict;
    match vm.try_attr(object, dict)? {
        Some(value) => ok(value),
        None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
    }
}

pub(super) fn dir(vm: &mut Vm, args: Args) -> NativeResult {
    let [object] = args.between(vm, "dir", 0)?;
    let object = if object.is_unbound() {
        Value::Obj(vm.frames.last().expect("a frame calls").module)
    } else {
        object
    };
    let hook = vm.symbols.intern("__dir__");
    let own = vm.special(object, hook);
    if let Some(own) = own.filter(|&own| !matches!(vm.object(own), Some(Object::Native(_)))) {
        let then = Then::new(
            |vm, _, names| super::reductions::sorted(vm, Args::of(&[names])),
            Vec::new(),
        );
        return Ok(Flow::CallThen(Box::new((own, Args::of(&[object]), then))));
    }
    let names = names_of(vm, object);
    ok(vm.heap.list(names))
}

/// What every object has, as CPython's `dir` lists it.
const OBJECT_NAMES: &[&str] = &[
    "__class__",
    "__delattr__",
    "__dir__",
    "__doc__",
    "__eq__",
    "__format__",
    "__ge__",
    "__getattribute__",
    "__getstate__",
    "__gt__",
    "__hash__",
    "__init__",
    "__init_subclass__",
    "__le__",
    "__lt__",
    "__ne__",
    "__new__",
    "__reduce__",
    "__reduce_ex__",
    "__repr__",
    "__setattr__",
    "__sizeof__",
    "__str__",
    "__subclasshook__",
];

/// Fields that the builtin classes compute, by class.
const COMPUTED_FIELDS: &[(&str, &[&str])] = &[
    ("int", &["denominator", "imag", "numerator", "real"]),
    ("float", &["imag", "real"]),
    ("complex", &["imag", "real"]),
    ("range", &["start", "step", "stop"]),
    ("slice", &["start", "step", "stop"]),
    ("property", &["fdel", "fget", "fset"]),
    ("dict_keys", &["mapping"]),
    ("dict_values", &["mapping"]),
    ("dict_items", &["mapping"]),
    (
        "BaseException",
        &[
            "__cause__",
            "__context__",
            "__suppress_context__",
            "__traceback__",
            "args",
        ],
    ),
    (
        "OSError",
        &[
            "characters_written",
            "errno",
            "filename",
            "filename2",
            "strerror",
        ],
    ),
    ("StopIteration", &["value"]),
    ("SystemExit", &["code"]),
    ("ImportError", &["msg", "name", "path"]),
    ("NameError", &["name"]),
    ("AttributeError", &["name", "obj"]),
    (
        "memoryview",
        &[
            "c_contiguous",
            "contiguous",
            "f_contiguous",
            "format",
            "itemsize",
            "nbytes",
            "ndim",
            "obj",
            "readonly",
            "shape",
            "strides",
            "suboffsets",
        ],
    ),
];

/// The sorted names of `object.__dir__`.
pub(super) fn names_of(vm: &mut Vm, object: Value) -> Vec<Value> {
    let mut names = std::collections::BTreeSet::new();
    let mut symbols = vm.own_names(object);
    let class = match vm.object(object) {
        Some(Object::Class(_)) => object.as_ref().expect("an object"),
        _ => vm.class_of(object),
    };
    if !matches!(vm.object(object), Some(Object::Module(_))) {
        for base in vm.class(class).mro.clone() {
            symbols.extend(vm.class(base).attrs.iter().map(|pair| pair.0));
        }
        names.extend(OBJECT_NAMES.iter().map(|&name| name.to_owned()));
        let own = vm.class(class);
        if own.instance_dict && &*own.module != "builtins" {
            names.extend(["__dict__", "__module__", "__weakref__"].map(str::to_owned));
        }
    }
    let mro = vm.class(class).mro.clone();
    for &(class, fields) in COMPUTED_FIELDS {
        let listed = mro.iter().any(|&base| &*vm.class(base).name == class);
        if listed && !matches!(vm.object(object), Some(Object::Module(_))) {
            names.extend(fields.iter().map(|&field| field.to_owned()));
        }
    }
    names.extend(
        symbols
            .into_iter()
            .map(|name| vm.symbol_name(name).to_string()),
    );
    names.iter().map(|name| vm.heap.str(name)).collect()
}
