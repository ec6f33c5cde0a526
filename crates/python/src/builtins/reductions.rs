//! `sum`, `min`, `max`, `any`, `all`, `sorted`: what walks an iterable to one result, item by item, so that iterables of
//! Python code are walked as far as it takes and may block on the way.

use super::{library_call, ok};
use crate::code::{BinaryOp, CompareOp};
use crate::heap::{Object, Value};
use crate::vm::{Args, Flow, Kept, NativeResult, Raised, Resume, Resumption, Step, Then, Vm};

/// What became of an item.
enum Taken {
    /// It is taken in.
    More,
    /// No more are wanted.
    Enough,
    /// Python code has to be asked, which may block: this call.
    Ask(Value, Args),
}

/// What is done with each item; the state begins with the iterator.
trait Reduction: 'static {
    /// Takes an item in.
    fn item(vm: &mut Vm, state: &mut [Value], item: Value) -> Result<Taken, Raised>;
    /// Takes an item in after Python code was asked; false: no more are wanted.
    fn told(vm: &mut Vm, state: &mut [Value], item: Value, told: Value) -> Result<bool, Raised>;
    /// The result.
    fn end(vm: &mut Vm, state: &[Value]) -> NativeResult;
}

fn reduce<R: Reduction>(vm: &mut Vm, iterable: Value, rest: &[Value]) -> NativeResult {
    let mut state: Kept = [Value::Unbound][..].into();
    state.extend_from_slice(rest);
    match vm.iterator(iterable)? {
        Ok(iterator) => {
            state[0] = iterator;
            walk::<R>(vm, state)
        }
        Err((callable, args)) => {
            let then = Then::new(
                |vm, then, iterator| {
                    let mut state = then.state;
                    state[0] = iterator;
                    walk::<R>(vm, state)
                },
                state,
            );
            Ok(Flow::CallThen(Box::new((callable, args, then))))
        }
    }
}

fn walk<R: Reduction>(vm: &mut Vm, mut state: Kept) -> NativeResult {
    loop {
        match vm.step(state[0])? {
            Step::Item(item) => {
                vm.spend(vm.costs.per_item);
                match R::item(vm, &mut state, item)? {
                    Taken::More => {}
                    Taken::Enough => return R::end(vm, &state),
                    Taken::Ask(callable, args) => return asked::<R>(state, item, callable, args),
                }
            }
            Step::End => return R::end(vm, &state),
            Step::Generator(generator) => {
                let resume = Resume {
                    generator,
                    how: Resumption::Send(Value::None),
                    default: vm.exhausted,
                };
                let then = Then::new(arrived::<R>, state);
                return Ok(Flow::ResumeThen(Box::new((resume, then))));
            }
            Step::Call(callable, args) => {
                let then = Then::new(arrived::<R>, state);
                return Ok(Flow::NextThen(Box::new((callable, args, then))));
            }
        }
    }
}

fn arrived<R: Reduction>(vm: &mut Vm, then: Then, item: Value) -> NativeResult {
    let mut state = then.state;
    if item.is(vm.exhausted) {
        return R::end(vm, &state);
    }
    match R::item(vm, &mut state, item)? {
        Taken::More => walk::<R>(vm, state),
        Taken::Enough => R::end(vm, &state),
        Taken::Ask(callable, args) => asked::<R>(state, item, callable, args),
    }
}

fn asked<R: Reduction>(mut state: Kept, item: Value, callable: Value, args: Args) -> NativeResult {
    state.push(item);
    let then = Then::new(
        |vm, then, told| {
            let mut state = then.state;
            let item = state.pop().expect("it was put there");
            if R::told(vm, &mut state, item, told)? {
                walk::<R>(vm, state)
            } else {
                R::end(vm, &state)
            }
        },
        state,
    );
    Ok(Flow::CallThen(Box::new((callable, args, then))))
}

/// Whether an operator on the value is Python code.
fn is_instance(vm: &Vm, value: Value) -> bool {
    matches!(vm.object(value), Some(Object::Instance(instance)) if instance.base.is_unbound())
}

fn ask(vm: &mut Vm, function: &str, args: &[Value]) -> Result<Taken, Raised> {
    let function = vm.library(function).expect("the library part has it");
    Ok(Taken::Ask(function, Args::of(args)))
}

/// `any` and `all`: the state holds the truth that ends the walk, then the result.
struct Truths;

impl Reduction for Truths {
    fn item(vm: &mut Vm, state: &mut [Value], item: Value) -> Result<Taken, Raised> {
        if is_instance(vm, item) {
            let class = Value::Obj(vm.types.bool);
            return Ok(Taken::Ask(class, Args::of(&[item])));
        }
        let truth = Value::Bool(vm.truth_nested(item)?);
        Ok(match Truths::told(vm, state, item, truth)? {
            true => Taken::More,
            false => Taken::Enough,
        })
    }

    fn told(_vm: &mut Vm, state: &mut [Value], _: Value, truth: Value) -> Result<bool, Raised> {
        if truth != state[1] {
            return Ok(true);
        }
        state[2] = state[1];
        Ok(false)
    }

    fn end(_vm: &mut Vm, state: &[Value]) -> NativeResult {
        ok(state[2])
    }
}

pub(super) fn any(vm: &mut Vm, args: Args) -> NativeResult {
    let [iterable] = args.exact(vm, "any")?;
    reduce::<Truths>(vm, iterable, &[Value::Bool(true), Value::Bool(false)])
}

pub(super) fn all(vm: &mut Vm, args: Args) -> NativeResult {
    let [iterable] = args.exact(vm, "all")?;
    reduce::<Truths>(vm, iterable, &[Value::Bool(false), Value::Bool(true)])
}

/// `sum`: the state holds the total.
struct Total;

impl Reduction for Total {
    fn item(vm: &mut Vm, state: &mut [Value], item: Value) -> Result<Taken, Raised> {
        state[1] = match (state[1], item) {
            (Value::Float(total), Value::Float(next)) => Value::Float(total + next),
            (total, item) if is_instance(vm, total) || is_instance(vm, item) => {
                return ask(vm, "_added", &[total, item]);
            }
            (total, item) => vm.binary_nested(BinaryOp::Add, total, item)?,
        };
        Ok(Taken::More)
    }

    fn told(_vm: &mut Vm, state: &mut [Value], _: Value, total: Value) -> Result<bool, Raised> {
        state[1] = total;
        Ok(true)
    }

    fn end(_vm: &mut Vm, state: &[Value]) -> NativeResult {
        ok(state[1])
    }
}

pub(super) fn sum(vm: &mut Vm, args: Args) -> NativeResult {
    if args.positional.is_empty() {
        let text = "sum() takes at least 1 positional argument (0 given)";
        return Err(vm.type_error(text));
    }
    let [iterable, start] = args.named(vm, "sum", ["", "start"], 1)?;
    let start = if start.is_unbound() {
        Value::Int(0)
    } else {
        start
    };
    let refused = match vm.object(vm.unwrap(start)) {
        Some(Object::Str(_)) => Some("strings [use ''.join(seq) instead]"),
        Some(Object::Bytes(_)) => Some("bytes [use b''.join(seq) instead]"),
        Some(Object::ByteArray(_)) => Some("bytearray [use b''.join(seq) instead]"),
        _ => None,
    };
    if let Some(refused) = refused {
        return Err(vm.type_error(&format!("sum() can't sum {refused}")));
    }
    reduce::<Total>(vm, iterable, &[start])
}

/// `min` and `max` without a key: the state holds whether the greatest is wanted, the default, the best so far.
struct Extreme;

impl Reduction for Extreme {
    fn item(vm: &mut Vm, state: &mut [Value], item: Value) -> Result<Taken, Raised> {
        let best = state[3];
        if !best.is_unbound() && (is_instance(vm, best) || is_instance(vm, item)) {
            return ask(vm, "_is_better", &[item, best, state[1]]);
        }
        let op = if state[1] == Value::Bool(true) {
            CompareOp::Gt
        } else {
            CompareOp::Lt
        };
        if state[3].is_unbound() || vm.compare_nested(op, item, state[3])? {
            state[3] = item;
        }
        Ok(Taken::More)
    }

    fn told(_vm: &mut Vm, state: &mut [Value], item: Value, told: Value) -> Result<bool, Raised> {
        if told == Value::Bool(true) {
            state[3] = item;
        }
        Ok(true)
    }

    fn end(vm: &mut Vm, state: &[Value]) -> NativeResult {
        if !state[3].is_unbound() {
            return ok(state[3]);
        }
        if !state[2].is_unbound() {
            return ok(state[2]);
        }
        let name = extreme_name(state[1]);
        Err(vm.raise("ValueError", &format!("{name}() arg is an empty sequence")))
    }
}

fn extreme_name(greatest: Value) -> &'static str {
    if greatest == Value::Bool(true) {
        "max"
    } else {
        "min"
    }
}

pub(super) fn min(vm: &mut Vm, args: Args) -> NativeResult {
    extreme(vm, args, Value::Bool(false))
}

pub(super) fn max(vm: &mut Vm, args: Args) -> NativeResult {
    extreme(vm, args, Value::Bool(true))
}

fn extreme(vm: &mut Vm, args: Args, greatest: Value) -> NativeResult {
    let name = extreme_name(greatest);
    let (mut key, mut default) = (Value::None, Value::Unbound);
    for &(keyword, value) in &args.keywords {
        match &*vm.symbol_name(keyword) {
            "key" => key = value,
            "default" => default = value,
            other => {
                let text = format!("'{other}' is an invalid keyword argument for {name}()");
                return Err(vm.type_error(&text));
            }
        }
    }
    let iterable = match args.positional[..] {
        [] => {
            let text = format!("{name} expected at least 1 argument, got 0");
            return Err(vm.type_error(&text));
        }
        [only] => only,
        _ if !default.is_unbound() => {
            let text =
                format!("Cannot specify a default for {name}() with multiple positional arguments");
            return Err(vm.type_error(&text));
        }
        _ => vm.heap.tuple(&args.positional),
    };
    if key.is_none() {
        return reduce::<Extreme>(vm, iterable, &[greatest, default, Value::Unbound]);
    }
    let mut call = Args::of(&[iterable, key, greatest]);
    if !default.is_unbound() {
        call.positional.push(default);
    }
    library_call(vm, "_extreme", call)
}

pub(super) fn sorted(vm: &mut Vm, args: Args) -> NativeResult {
    let &[iterable] = &args.positional[..] else {
        let text = format!("sorted expected 1 argument, got {}", args.positional.len());
        return Err(vm.type_error(&text));
    };
    for &(keyword, _) in &args.keywords {
        let keyword = vm.symbol_name(keyword);
        if !matches!(&*keyword, "key" | "reverse") {
            let text = format!("'{keyword}' is an invalid keyword argument for sort()");
            return Err(vm.type_error(&text));
        }
    }
    let mut state = Vec::new();
    for &(keyword, value) in &args.keywords {
        state.extend([vm.symbol_value(keyword), value]);
    }
    let then = |vm: &mut Vm, then: Then, list: Value| {
        let mut call = Args::of(&[list]);
        for pair in then.state.chunks_exact(2) {
            let keyword = vm.text(pair[0]).expect("keywords are str");
            call.keywords.push((vm.symbols.intern(&keyword), pair[1]));
        }
        let sorted = Then::new(|_, then, _| ok(then.state[0]), vec![list]);
        let flow = super::lists::sort(vm, call)?;
        match flow {
            Flow::Call(call) => Ok(Flow::CallThen(Box::new((call.0, call.1, sorted)))),
            _ => ok(list),
        }
    };
    vm.collect(iterable, Then::new(then, state))
}
