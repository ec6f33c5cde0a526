//! Builtin functions that need no class of their own.

use super::attribute_functions::{
    delattr, dir, getattr, globals, hasattr, isinstance, issubclass, locals, setattr, vars,
};
use super::number_functions::{abs, bin, chr, divmod, hex, oct, ord, pow, round};
use super::{library_call, ok, output, reductions};
use crate::heap::{BuiltinIterator, Object, Value};
use crate::text;
use crate::vm::{Args, Flow, NativeFn, NativeResult, Resume, Resumption, Step, Then, Vm};

const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("print", output::print),
    ("len", len),
    ("repr", repr),
    ("ascii", ascii),
    ("hash", hash),
    ("id", id),
    ("iter", iter),
    ("next", next),
    ("isinstance", isinstance),
    ("issubclass", issubclass),
    ("callable", callable),
    ("getattr", getattr),
    ("setattr", setattr),
    ("hasattr", hasattr),
    ("delattr", delattr),
    ("abs", abs),
    ("round", round),
    ("divmod", divmod),
    ("pow", pow),
    ("bin", bin),
    ("oct", oct),
    ("hex", hex),
    ("chr", chr),
    ("ord", ord),
    ("format", format),
    ("globals", globals),
    ("locals", locals),
    ("vars", vars),
    ("dir", dir),
    ("input", |vm, args| of_files(vm, "_input", args)),
    ("open", |vm, args| of_files(vm, "open", args)),
    ("__import__", |vm, args| library_call(vm, "_import", args)),
    ("sum", reductions::sum),
    ("min", reductions::min),
    ("max", reductions::max),
    ("any", reductions::any),
    ("all", reductions::all),
    ("sorted", reductions::sorted),
];

pub(super) fn install(vm: &mut Vm) {
    let module = vm.builtins;
    for &(name, function) in FUNCTIONS {
        vm.add_function(module, name, function);
    }
}

pub(super) fn len(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "len")?;
    let method = vm.special(value, vm.names.len);
    if let Some(method) = method.filter(|&m| !matches!(vm.object(m), Some(Object::Native(_)))) {
        return Ok(Flow::CallThen(Box::new((
            method,
            Args::of(&[value]),
            Then::new(check_len, Vec::new()),
        ))));
    }
    let base = vm.unwrap(value);
    let length = match vm.object(base) {
        Some(Object::Str(text)) => text.length as usize,
        Some(Object::Bytes(bytes)) => bytes.len(),
        Some(Object::ByteArray(bytes)) => bytes.len(),
        Some(Object::MemoryView(view)) => view.length,
        Some(Object::List(items)) => items.len(),
        Some(Object::Tuple(items)) => items.len(),
        Some(Object::Dict(table) | Object::Set(table) | Object::FrozenSet(table)) => table.len(),
        Some(Object::Range(range)) => range.len() as usize,
        Some(Object::DictView { dict, .. }) => match vm.heap.get(*dict) {
            Object::Dict(table) => table.len(),
            _ => 0,
        },
        _ => match method {
            Some(method) => return Ok(Flow::Call(Box::new((method, Args::of(&[value]))))),
            None => {
                let text = format!("object of type '{}' has no len()", vm.type_name(value));
                return Err(vm.type_error(&text));
            }
        },
    };
    ok(Value::Int(length as i64))
}

fn check_len(vm: &mut Vm, _then: Then, value: Value) -> NativeResult {
    let length = vm.checked_length(value)?;
    ok(length)
}

fn repr(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "repr")?;
    vm.repr_flow(value)
}

fn ascii(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "ascii")?;
    let text = text::repr::escape_non_ascii(&vm.repr_nested(value)?);
    ok(vm.heap.string(text))
}

fn hash(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "hash")?;
    let hash = vm.hash_nested(value)?;
    ok(Value::Int(hash))
}

fn id(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "id")?;
    let id = vm.id_of(value);
    ok(Value::Int(id))
}

fn iter(vm: &mut Vm, args: Args) -> NativeResult {
    let [value, sentinel] = args.between(vm, "iter", 1)?;
    if !sentinel.is_unbound() {
        return super::iterators::until(vm, value, sentinel);
    }
    match vm.iterator(value)? {
        Ok(iterator) => ok(iterator),
        Err((callable, args)) => {
            let then = Then::new(checked_iterator, Vec::new());
            Ok(Flow::CallThen(Box::new((callable, args, then))))
        }
    }
}

fn checked_iterator(vm: &mut Vm, _then: Then, iterator: Value) -> NativeResult {
    let builtin = matches!(
        vm.object(iterator),
        Some(Object::Generator(_) | Object::Iterator(_))
    );
    if builtin || vm.special(iterator, vm.names.next).is_some() {
        return ok(iterator);
    }
    let text = format!(
        "iter() returned non-iterator of type '{}'",
        vm.type_name(iterator)
    );
    Err(vm.type_error(&text))
}

pub(super) fn next(vm: &mut Vm, args: Args) -> NativeResult {
    let [iterator, default] = args.between(vm, "next", 1)?;
    match vm.step(iterator)? {
        Step::Item(item) => ok(item),
        Step::End if default.is_unbound() => Err(vm.raise_value("StopIteration", &[])),
        Step::End => ok(default),
        Step::Generator(generator) => Ok(Flow::Resume(Box::new(Resume {
            generator,
            how: Resumption::Send(Value::None),
            default,
        }))),
        Step::Call(callable, call_args) if default.is_unbound() => {
            Ok(Flow::Call(Box::new((callable, call_args))))
        }
        Step::Call(callable, call_args) => Ok(Flow::NextThen(Box::new((
            callable,
            call_args,
            Then::new(next_or_default, vec![default]),
        )))),
    }
}

fn next_or_default(vm: &mut Vm, then: Then, item: Value) -> NativeResult {
    ok(if item.is(vm.exhausted) {
        then.state[0]
    } else {
        item
    })
}

pub(super) fn reversed(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "reversed")?;
    let method = vm.special(value, vm.names.reversed);
    if let Some(method) = method.filter(|&m| !matches!(vm.object(m), Some(Object::Native(_)))) {
        return Ok(Flow::Call(Box::new((method, Args::of(&[value])))));
    }
    reversed_builtin(vm, value)
}

/// `reversed()` of what has no method of its own for it.
pub(super) fn reversed_builtin(vm: &mut Vm, value: Value) -> NativeResult {
    let base = vm.unwrap(value);
    let iterator = match vm.object(base) {
        Some(Object::List(items)) => BuiltinIterator::Reversed {
            items: base,
            left: items.len(),
        },
        Some(Object::Tuple(items)) => BuiltinIterator::Reversed {
            items: base,
            left: items.len(),
        },
        Some(Object::Range(range)) => {
            let left = range.len();
            BuiltinIterator::Range {
                next: range.start + range.step * (left as i64 - 1),
                step: -range.step,
                left,
            }
        }
        Some(Object::Dict(table)) => {
            let (dict, length) = (base.as_ref().expect("an object"), table.len());
            BuiltinIterator::Dict {
                dict,
                part: crate::heap::DictPart::Keys,
                index: 0,
                length,
                reversed: true,
            }
        }
        Some(Object::DictView { dict, part }) => {
            let (dict, part) = (*dict, *part);
            let length = match vm.heap.get(dict) {
                Object::Dict(table) => table.len(),
                _ => 0,
            };
            BuiltinIterator::Dict {
                dict,
                part,
                index: 0,
                length,
                reversed: true,
            }
        }
        _ => {
            let is_set = matches!(vm.object(base), Some(Object::Set(_) | Object::FrozenSet(_)));
            let sequence = matches!(vm.object(base), Some(Object::Str(_) | Object::Bytes(_)))
                || !is_set
                    && vm.special(value, vm.names.getitem).is_some()
                    && vm.special(value, vm.names.len).is_some();
            if sequence {
                let class = vm.types.reversed;
                return super::iterators::driven(
                    vm,
                    class,
                    "_reversed_sequence",
                    Args::of(&[value]),
                );
            }
            let text = format!("'{}' object is not reversible", vm.type_name(value));
            return Err(vm.type_error(&text));
        }
    };
    ok(vm.heap.value(Object::Iterator(Box::new(iterator))))
}

fn callable(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "callable")?;
    let result = vm.is_callable(value);
    ok(Value::Bool(result))
}

fn format(vm: &mut Vm, args: Args) -> NativeResult {
    let [value, spec] = args.between(vm, "format", 1)?;
    if !spec.is_unbound() && vm.text(spec).is_none() {
        let text = format!(
            "format() argument 2 must be str, not {}",
            vm.type_name(spec)
        );
        return Err(vm.type_error(&text));
    }
    vm.format_value(value, spec)
}

/// `open` and `input` are the library's, loaded when first called.
fn of_files(vm: &mut Vm, name: &'static str, args: Args) -> NativeResult {
    match vm.import_library("io")? {
        Some(_) => vm.call_library("io", name, args),
        None => Err(vm.not_supported("files without the library")),
    }
}
