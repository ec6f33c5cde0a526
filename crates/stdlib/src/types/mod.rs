//! `types`: names for the interpreter's own classes, namespaces, and the generic aliases behind `list[int]` and `int | None`.

use interleave_python::heap::{Native, Object, Ref, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeFn, NativeResult, Support, Vm};
use std::rc::Rc;

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "types",
    functions: &[("_iterable_coroutine", iterable_coroutine)],
    set_up: Some(set_up),
    source: Some(include_str!("types.py")),
    shown_as: "/usr/lib/python3.11/types.py",
    support: Support {
        there: "`SimpleNamespace`, `MappingProxyType`, `GenericAlias`, `UnionType`, `new_class`, `ModuleType`, `MethodType`, `DynamicClassAttribute`, `coroutine` and the names of the builtin types",
        partial: &[],
        refused: &[],
    },
}];

fn set_up(vm: &mut Vm, module: Ref) {
    let t = vm.types.clone();
    for (name, class) in [
        ("FunctionType", t.function),
        ("LambdaType", t.function),
        ("BuiltinFunctionType", t.native),
        ("BuiltinMethodType", t.native),
        ("MethodType", t.method),
        ("ModuleType", t.module),
        ("GeneratorType", t.generator),
        ("CoroutineType", t.coroutine),
        ("AsyncGeneratorType", t.async_generator),
        ("CodeType", t.code),
        ("CellType", t.cell),
        ("TracebackType", t.traceback),
        ("FrameType", t.frame),
        ("NoneType", t.none),
        ("EllipsisType", t.ellipsis),
        ("NotImplementedType", t.not_implemented),
    ] {
        vm.set_global(module, name, Value::Obj(class));
    }
    set_new(vm, t.module, new_module);
    set_new(vm, t.method, |vm, args| {
        let [_, function, receiver] = args.exact(vm, "method")?;
        Ok(Flow::Value(vm.bound(function, receiver)))
    });
}

fn set_new(vm: &mut Vm, class: Ref, function: NativeFn) {
    let native = vm.heap.value(Object::Native(Native {
        name: "__new__",
        function,
        binds: false,
        owner: None,
        shortcut: None,
    }));
    let new = vm.heap.value(Object::StaticMethod(native));
    let name = vm.names.new;
    vm.set_class_attr(class, name, new);
}

/// The function with a code whose generators can be awaited; anything but a generator's function as it is.
fn iterable_coroutine(vm: &mut Vm, args: Args) -> NativeResult {
    let [function] = args.exact(vm, "coroutine")?;
    let Some(Object::Function(object)) = vm.object(function) else {
        return Ok(Flow::Value(function));
    };
    if !object.code.code.is_generator || object.code.code.is_async {
        return Ok(Flow::Value(function));
    }
    let mut code = (*object.code.code).clone();
    code.is_iterable_coroutine = true;
    let loaded = vm.load(&Rc::new(code));
    if let Some(Object::Function(object)) = function.as_ref().map(|r| vm.heap.get_mut(r)) {
        object.code = loaded;
    }
    Ok(Flow::Value(function))
}

/// `ModuleType(name, doc=None)`: an empty module that no `import` finds.
fn new_module(vm: &mut Vm, args: Args) -> NativeResult {
    let [_, name, doc] = args.between(vm, "module", 2)?;
    let name = vm.text(name).unwrap_or_default();
    let before = vm.modules.get(&name).copied();
    let module = vm.new_module(&name, false);
    if !doc.is_unbound() {
        vm.set_global(module, "__doc__", doc);
    }
    match before {
        Some(before) => vm.modules.insert(name, before),
        None => vm.modules.remove(&name),
    };
    Ok(Flow::Value(Value::Obj(module)))
}
