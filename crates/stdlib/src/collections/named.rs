//! What `namedtuple` needs of the machine: a `__new__` with the fields as parameters, so that a wrong call is told of as
//! CPython tells it, and fields that read the tuple without a call of Python code.

use crate::host_class::new_host;
use crate::source_function::function_from_source;
use interleave_python::heap::{Object, Ref, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Vm};

const FIELD: &str = "collections._tuplegetter";

/// The class of fields.
pub(super) fn set_up(vm: &mut Vm, _: Ref) {
    let class = vm.new_host_class(
        "collections",
        "_tuplegetter",
        &[("__get__", get), ("__set__", set), ("__delete__", set)],
    );
    vm.roots.insert(FIELD, Value::Obj(class));
}

/// `_tuple_field(index, name)`
pub(super) fn tuple_field(vm: &mut Vm, args: Args) -> NativeResult {
    let [index, name] = args.exact(vm, "_tuple_field")?;
    let index = vm.as_index(index)?.unwrap_or(0);
    let class = vm.roots[FIELD].as_ref().expect("a class");
    let field = new_host(vm, class, Vec::new(), vec![index]);
    let number = vm.text(name).map(|_| index).unwrap_or(0);
    let doc = vm.heap.str(&format!("Alias for field number {number}"));
    let symbol = vm.names.doc;
    vm.set_attribute_plainly(field, symbol, doc)?;
    Ok(Flow::Value(field))
}

fn get(vm: &mut Vm, args: Args) -> NativeResult {
    let [field, object, _] = args.between(vm, "__get__", 2)?;
    if object.is_none() {
        return Ok(Flow::Value(field));
    }
    let index = vm
        .host(field)
        .and_then(|host| host.numbers.first().copied())
        .unwrap_or(0) as usize;
    let base = vm.unwrap(object);
    let item = match vm.object(base) {
        Some(Object::Tuple(items)) => items.get(index).copied(),
        _ => None,
    };
    match item {
        Some(item) => Ok(Flow::Value(item)),
        None => Err(vm.raise("IndexError", "tuple index out of range")),
    }
}

fn set(vm: &mut Vm, _: Args) -> NativeResult {
    Err(vm.raise("AttributeError", "can't set attribute"))
}

/// `_tuple_maker(typename, fields, defaults)`: `__new__` of the class.
pub(super) fn tuple_maker(vm: &mut Vm, args: Args) -> NativeResult {
    let [class_name, fields, defaults] = args.exact(vm, "_tuple_maker")?;
    let class_name = vm.text(class_name).unwrap_or_default();
    let mut names = Vec::new();
    for field in vm.items_of(fields)?.unwrap_or_default() {
        names.push(vm.text(field).unwrap_or_default().to_string());
    }
    let names = names.join(", ");
    let source = format!("def __new__(_cls, {names}):\n    return _make_tuple(_cls, ({names},))\n");
    let source = source.replace("(,)", "()");
    let defaults = vm.items_of(defaults)?.unwrap_or_default();
    let module = vm.modules["collections"];
    let qualname = format!("{class_name}.__new__");
    match function_from_source(vm, &source, module, &qualname, defaults) {
        Some(function) => Ok(Flow::Value(function)),
        None => Err(vm.raise("ValueError", "field names must be valid identifiers")),
    }
}

/// `_calling_module()`: the name of the innermost module that is not the library's.
pub(super) fn calling_module(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_calling_module")?;
    let name = vm
        .frames
        .iter()
        .rev()
        .find_map(|frame| match vm.heap.get(frame.module) {
            Object::Module(module) if !module.is_library => Some(module.name.clone()),
            _ => None,
        });
    let name = name.unwrap_or_else(|| "builtins".into());
    Ok(Flow::Value(vm.heap.str(&name)))
}
