//! Functions and classes by module and name, both ways. Source: CPython 3.11, Modules/_pickle.c `save_global`.

use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Raised, Vm};
use std::rc::Rc;

/// An exception of pickle's own.
pub(super) fn error(vm: &mut Vm, class: &str, text: &str) -> Raised {
    let module = match vm.import_library("_pickle") {
        Ok(Some(module)) => module,
        Ok(None) => unreachable!("the library has it"),
        Err(raised) => return raised,
    };
    let class = vm.global(module, class).expect("the module has it");
    let text = vm.heap.str(text);
    Raised(vm.new_exception(class.as_ref().expect("a class"), &[text]))
}

/// A function's or a class's `__qualname__`.
pub(super) fn name_of(vm: &mut Vm, value: Value) -> Result<Rc<str>, Raised> {
    let qualname = vm.names.qualname;
    let name = vm.get_attr_nested(value, qualname)?;
    Ok(vm.text(name).unwrap_or_default())
}

/// The module where a function or a class is found by `name`; the error is CPython's.
pub(super) fn module_of(vm: &mut Vm, value: Value, name: &str) -> Result<Rc<str>, Raised> {
    if name.split('.').any(|part| part == "<locals>") {
        let quoted = interleave_python::text::repr::text(name);
        let text = format!("Can't pickle local object {quoted}");
        return Err(vm.raise("AttributeError", &text));
    }
    if let Some(copyreg) = vm.modules.get("copyreg").copied() {
        // The library's own stand-in for a function of CPython's.
        if vm.global(copyreg, "_encode") == Some(value) {
            return Ok("_codecs".into());
        }
    }
    let module = match vm.object(value) {
        Some(Object::Function(_) | Object::Class(_)) => {
            let module = vm.names.module;
            let module = vm.get_attr_nested(value, module)?;
            vm.text(module)
        }
        _ => None,
    };
    let module = match module {
        Some(module) => module,
        None => holder(vm, value, name),
    };
    let place = match vm.modules.get(&module).copied() {
        Some(place) => Some(place),
        None if is_hidden(&module) => return Ok(module),
        None => vm.import_library(&module)?,
    };
    let Some(place) = place else {
        let shown = vm.repr_nested(value)?;
        let text = format!("Can't pickle {shown}: import of module '{module}' failed");
        return Err(error(vm, "PicklingError", &text));
    };
    let found = dotted(vm, Value::Obj(place), name)?;
    if found == Some(value) || is_hidden(&module) {
        return Ok(module);
    }
    let shown = vm.repr_nested(value)?;
    let why = match found {
        None => format!("attribute lookup {name} on {module} failed"),
        Some(_) => format!("it's not the same object as {module}.{name}"),
    };
    Err(error(
        vm,
        "PicklingError",
        &format!("Can't pickle {shown}: {why}"),
    ))
}

/// Modules whose names CPython knows though their objects are the builtins' here.
fn is_hidden(module: &str) -> bool {
    matches!(module, "builtins" | "_codecs")
}

/// The module whose global a native function is.
fn holder(vm: &mut Vm, value: Value, name: &str) -> Rc<str> {
    let builtins = vm.builtins;
    if vm.global(builtins, name) == Some(value) {
        return "builtins".into();
    }
    let modules: Vec<_> = vm
        .modules
        .iter()
        .map(|(name, &r)| (name.clone(), r))
        .collect();
    let holds = |(_, module): &(Rc<str>, _)| vm.global(*module, name) == Some(value);
    let found = modules.into_iter().find(holds);
    found.map_or_else(|| "__main__".into(), |(name, _)| name)
}

/// What a dotted name means in a module or a class.
pub(super) fn dotted(vm: &mut Vm, from: Value, name: &str) -> Result<Option<Value>, Raised> {
    let mut at = from;
    for part in name.split('.') {
        let part = vm.symbols.intern(part);
        match vm.try_attr(at, part)? {
            Some(next) => at = next,
            None => return Ok(None),
        }
    }
    Ok(Some(at))
}

/// A global's name in Python 2, which the protocols before 3 are for.
pub(super) fn old_name<'a>(vm: &Vm, module: &'a str, name: &'a str) -> (&'a str, &'a str) {
    match (module, name) {
        ("builtins", "range") => ("__builtin__", "xrange"),
        ("builtins", "int") => ("__builtin__", "long"),
        ("builtins", "str") => ("__builtin__", "unicode"),
        ("builtins", name) if vm.types.exceptions.contains_key(name) => ("exceptions", name),
        ("builtins", name) => ("__builtin__", name),
        ("copyreg", name) => ("copy_reg", name),
        ("queue", name) => ("Queue", name),
        other => other,
    }
}

/// `find_class`: the global of a pickle.
pub(super) fn find(vm: &mut Vm, module: &str, name: &str) -> Result<Value, Raised> {
    let (module, name) = match (module, name) {
        ("__builtin__", "xrange") => ("builtins", "range"),
        ("__builtin__", "long") => ("builtins", "int"),
        ("__builtin__", "unicode") => ("builtins", "str"),
        ("__builtin__" | "exceptions", name) => ("builtins", name),
        ("copy_reg", name) => ("copyreg", name),
        ("Queue", name) => ("queue", name),
        ("_codecs", "encode") => ("copyreg", "_encode"),
        other => other,
    };
    match (module, name) {
        ("builtins", "Ellipsis") => return Ok(Value::Ellipsis),
        ("builtins", "NotImplemented") => return Ok(Value::NotImplemented),
        _ => {}
    }
    let place = match (module, vm.modules.get(module).copied()) {
        ("builtins", _) => Some(vm.builtins),
        (_, Some(place)) => Some(place),
        _ => vm.import_library(module)?,
    };
    let Some(place) = place else {
        let text = format!("No module named '{module}'");
        return Err(vm.raise("ModuleNotFoundError", &text));
    };
    match dotted(vm, Value::Obj(place), name)? {
        Some(found) => Ok(found),
        None => {
            let shown = vm.repr_nested(Value::Obj(place))?;
            let name = interleave_python::text::repr::text(name);
            let text = format!("Can't get attribute {name} on {shown}");
            Err(vm.raise("AttributeError", &text))
        }
    }
}
