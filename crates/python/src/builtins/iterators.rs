//! `enumerate`, `zip`, `map`, `filter`, `reversed`, `iter(function, sentinel)` as classes of iterators. Over builtin iterators
//! `enumerate` and `zip` step by themselves; all else is a generator of the library behind the class.

use super::objects::install_new;
use super::{library_call, ok};
use crate::heap::{BuiltinIterator, Object, Ref, Value};
use crate::vm::{Args, Flow, NativeResult, Raised, Then, Vm};

pub(super) fn install(vm: &mut Vm) {
    let t = vm.types.clone();
    install_new(vm, t.enumerate, enumerate);
    install_new(vm, t.zip, zip);
    install_new(vm, t.map, map);
    install_new(vm, t.filter, filter);
    install_new(vm, t.reversed, |vm, mut args| {
        args.positional.remove(0);
        super::functions::reversed(vm, args)
    });
    for class in [
        t.enumerate,
        t.zip,
        t.map,
        t.filter,
        t.callable_iterator,
        t.reversed,
    ] {
        vm.add_methods(
            class,
            &[
                ("__iter__", |vm, args| {
                    let [own] = args.exact(vm, "__iter__")?;
                    ok(own)
                }),
                ("__next__", super::functions::next),
            ],
        );
    }
}

/// An iterator of `value`; what asks a Python `__iter__` for it can't be switched.
fn iterator(vm: &mut Vm, value: Value) -> Result<Value, Raised> {
    match vm.iterator(value)? {
        Ok(iterator) => Ok(iterator),
        Err((callable, args)) => vm.call_nested(callable, args),
    }
}

/// Whether an iterator steps without Python code.
fn is_plain(vm: &Vm, iterator: Value) -> bool {
    match vm.object(iterator) {
        Some(Object::Iterator(state)) => !matches!(**state, BuiltinIterator::Driven { .. }),
        _ => false,
    }
}

/// A generator function of the library, its generator shown as an instance of `class`.
pub(super) fn driven(vm: &mut Vm, class: Ref, function: &str, args: Args) -> NativeResult {
    let Flow::Call(call) = library_call(vm, function, args)? else {
        unreachable!("the library part is called")
    };
    let then = |vm: &mut Vm, then: Then, generator: Value| {
        let (class, generator) = (then.state[0].as_ref(), generator.as_ref());
        let state = BuiltinIterator::Driven {
            class: class.expect("a class"),
            generator: generator.expect("a generator"),
        };
        ok(vm.heap.value(Object::Iterator(Box::new(state))))
    };
    let then = Then::new(then, vec![Value::Obj(class)]);
    Ok(Flow::CallThen(Box::new((call.0, call.1, then))))
}

fn enumerate(vm: &mut Vm, args: Args) -> NativeResult {
    if args.positional.len() == 1 && args.keywords.is_empty() {
        let text = "enumerate() missing required argument 'iterable'";
        return Err(vm.type_error(text));
    }
    let [_, iterable, start] = args.named(vm, "enumerate", ["cls", "iterable", "start"], 2)?;
    let first = match start {
        Value::Unbound => Some(0),
        start => match vm.as_index(start)? {
            Some(first) => Some(first),
            None => {
                let text = format!(
                    "'{}' object cannot be interpreted as an integer",
                    vm.type_name(start)
                );
                return Err(vm.type_error(&text));
            }
        },
    };
    let inner = iterator(vm, iterable)?;
    let class = vm.types.enumerate;
    match first {
        Some(index) if is_plain(vm, inner) => {
            let state = BuiltinIterator::Enumerate { inner, index };
            ok(vm.heap.value(Object::Iterator(Box::new(state))))
        }
        first => {
            let first = first.map_or(start, Value::Int);
            driven(vm, class, "_enumerate", Args::of(&[inner, first]))
        }
    }
}

fn zip(vm: &mut Vm, args: Args) -> NativeResult {
    let mut strict = false;
    for &(name, value) in &args.keywords {
        let name = vm.symbol_name(name);
        if &*name != "strict" {
            let text = format!("'{name}' is an invalid keyword argument for zip()");
            return Err(vm.type_error(&text));
        }
        strict = vm.truth_nested(value)?;
    }
    let mut inners = Vec::new();
    for (index, &value) in args.positional[1..].iter().enumerate() {
        match iterator(vm, value) {
            Ok(inner) => inners.push(inner),
            Err(raised) => {
                if vm.is_exception(raised.0, "TypeError") {
                    let text = format!("'{}' object is not iterable", vm.type_name(value));
                    let _ = index;
                    return Err(vm.type_error(&text));
                }
                return Err(raised);
            }
        }
    }
    let class = vm.types.zip;
    if !strict && inners.iter().all(|&inner| is_plain(vm, inner)) {
        let inners = vm.heap.tuple(&inners);
        let state = BuiltinIterator::Zip { inners };
        return ok(vm.heap.value(Object::Iterator(Box::new(state))));
    }
    let inners = vm.heap.list(inners);
    driven(vm, class, "_zip", Args::of(&[inners, Value::Bool(strict)]))
}

fn map(vm: &mut Vm, args: Args) -> NativeResult {
    if !args.keywords.is_empty() {
        return Err(vm.type_error("map() takes no keyword arguments"));
    }
    if args.positional.len() < 3 {
        return Err(vm.type_error("map() must have at least two arguments."));
    }
    let function = args.positional[1];
    let mut inners = Vec::new();
    for &value in &args.positional[2..] {
        inners.push(iterator(vm, value)?);
    }
    let class = vm.types.map;
    if let [only] = inners[..] {
        return driven(vm, class, "_map", Args::of(&[function, only]));
    }
    let inners = vm.heap.list(inners);
    driven(vm, class, "_map_many", Args::of(&[function, inners]))
}

fn filter(vm: &mut Vm, mut args: Args) -> NativeResult {
    args.positional.remove(0);
    let [function, iterable] = args.exact(vm, "filter")?;
    let inner = iterator(vm, iterable)?;
    let class = vm.types.filter;
    driven(vm, class, "_filter", Args::of(&[function, inner]))
}

/// `iter(function, sentinel)`
pub(super) fn until(vm: &mut Vm, function: Value, sentinel: Value) -> NativeResult {
    if !vm.is_callable(function) {
        return Err(vm.type_error("iter(v, w): v must be callable"));
    }
    let class = vm.types.callable_iterator;
    driven(vm, class, "_until", Args::of(&[function, sentinel]))
}

impl Vm {
    /// The next item of an `enumerate` or a `zip` over builtin iterators; `None`: something else.
    pub(crate) fn step_combined(&mut self, r: Ref) -> Result<Option<Option<Value>>, Raised> {
        let Object::Iterator(state) = self.heap.get(r) else {
            return Ok(None);
        };
        match **state {
            BuiltinIterator::Enumerate { inner, index } => {
                let Some(item) = self.step_plain(inner)? else {
                    return Ok(Some(None));
                };
                if let Object::Iterator(state) = self.heap.get_mut(r)
                    && let BuiltinIterator::Enumerate { index, .. } = &mut **state
                {
                    *index += 1;
                }
                Ok(Some(Some(self.heap.tuple(&[Value::Int(index), item]))))
            }
            BuiltinIterator::Zip { inners } => {
                let Some(Object::Tuple(inners)) = self.object(inners) else {
                    return Ok(Some(None));
                };
                let inners = inners.clone();
                let mut items = Vec::with_capacity(inners.len());
                for &inner in inners.iter() {
                    match self.step_plain(inner)? {
                        Some(item) => items.push(item),
                        None => return Ok(Some(None)),
                    }
                }
                if items.is_empty() {
                    return Ok(Some(None));
                }
                Ok(Some(Some(self.heap.tuple(&items))))
            }
            _ => Ok(None),
        }
    }

    fn step_plain(&mut self, iterator: Value) -> Result<Option<Value>, Raised> {
        match self.step(iterator)? {
            crate::vm::Step::Item(item) => Ok(Some(item)),
            _ => Ok(None),
        }
    }

    /// `callable(value)`
    pub(crate) fn is_callable(&mut self, value: Value) -> bool {
        let known = matches!(
            self.object(value),
            Some(
                Object::Function(_)
                    | Object::Native(_)
                    | Object::BoundMethod { .. }
                    | Object::Class(_)
            )
        );
        known || self.special(value, self.names.call).is_some()
    }
}
