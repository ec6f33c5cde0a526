//! Builtin functions and the methods of builtin classes. What walks an arbitrary iterable or calls back is written in
//! Python (`library.py`), so that it can block and be switched like any other code.

mod attribute_functions;
mod bytes;
mod complexes;
mod descriptors;
mod dicts;
mod dunders;
mod evaluation;
mod exception_groups;
mod exceptions;
mod functions;
mod generators;
mod importing;
mod iterators;
mod lists;
mod memoryviews;
mod number_functions;
mod numbers;
mod objects;
mod output;
mod ranges;
mod reductions;
mod sets;
mod strings;

use crate::heap::{Object, Value};
use crate::vm::{Args, Flow, ModuleDef, NativeResult, Vm};

pub use evaluation::EVALUATION;
pub use output::{flush_stdout, write_stderr, write_stdout};

/// A value as a result.
pub(crate) fn ok(value: Value) -> NativeResult {
    Ok(Flow::Value(value))
}

/// The builtins' own part written in Python.
pub(crate) const LIBRARY: ModuleDef = ModuleDef {
    name: "_builtins",
    functions: &[
        ("_begin_del", |vm, args| {
            let [instance] = args.exact(vm, "_begin_del")?;
            ok(Value::Bool(vm.begin_del(instance)))
        }),
        ("_sort_values", lists::sort_values),
        ("_set_items", lists::set_items),
        importing::FUNCTIONS[0],
        importing::FUNCTIONS[1],
        importing::FUNCTIONS[2],
        importing::FUNCTIONS[3],
        importing::FUNCTIONS[4],
    ],
    set_up: None,
    source: Some(include_str!("library.py")),
    shown_as: "",
    support: crate::vm::Support::INTERNAL,
};

/// Fills the module of builtins and the builtin classes.
pub(crate) fn install(vm: &mut Vm) {
    let module = vm.builtins;
    for class in vm.types.all() {
        let name = vm.class(class).name.to_string();
        if PUBLIC_CLASSES.contains(&name.as_str()) {
            vm.set_global(module, &name, Value::Obj(class));
        }
    }
    for (name, class) in vm.types.exceptions.sorted() {
        vm.set_global(module, name, Value::Obj(class));
    }
    for (alias, name) in [("IOError", "OSError"), ("EnvironmentError", "OSError")] {
        let class = vm.types.exception(name);
        vm.set_global(module, alias, Value::Obj(class));
    }
    vm.set_global(module, "NotImplemented", Value::NotImplemented);
    vm.set_global(module, "Ellipsis", Value::Ellipsis);
    vm.set_global(module, "__debug__", Value::Bool(true));
    let name = vm.heap.str("builtins");
    vm.set_global(module, "__name__", name);
    functions::install(vm);
    objects::install(vm);
    numbers::install(vm);
    strings::install(vm);
    bytes::install(vm);
    lists::install(vm);
    dicts::install(vm);
    sets::install(vm);
    generators::install(vm);
    importing::install(vm);
    exceptions::install(vm);
    exception_groups::install(vm);
    complexes::install(vm);
    evaluation::install(vm);
    iterators::install(vm);
    memoryviews::install(vm);
    dunders::install(vm);
}

const PUBLIC_CLASSES: &[&str] = &[
    "object",
    "type",
    "bool",
    "int",
    "float",
    "str",
    "bytes",
    "bytearray",
    "memoryview",
    "complex",
    "tuple",
    "list",
    "dict",
    "set",
    "frozenset",
    "range",
    "slice",
    "property",
    "staticmethod",
    "classmethod",
    "super",
    "enumerate",
    "zip",
    "map",
    "filter",
    "reversed",
];

/// Makes the names of the library part builtins; run once it is loaded.
pub(crate) fn publish_library(vm: &mut Vm) {
    let Some(&library) = vm.modules.get("_builtins") else {
        return;
    };
    let module = vm.builtins;
    let Object::Module(object) = vm.heap.get(library) else {
        return;
    };
    let names = object.order.clone();
    for name in names {
        let text = vm.symbol_name(name);
        // What the compiler alone calls has a name that no source can have.
        for (own, known) in [
            ("_type_parameter", ".type_parameter"),
            ("_TypeAliasType", ".type_alias"),
        ] {
            if let Some(value) = vm.global(library, own).filter(|_| *text == *own) {
                vm.set_global(module, known, value);
            }
        }
        if !text.starts_with('_')
            && let Some(value) = vm.global(library, &text)
        {
            vm.set_global(module, &text, value);
        }
    }
}

/// Calls a function of the builtins' library part.
pub(crate) fn library_call(vm: &mut Vm, name: &str, args: Args) -> NativeResult {
    let function = vm.library(name).expect("the library part has it");
    Ok(Flow::Call(Box::new((function, args))))
}
