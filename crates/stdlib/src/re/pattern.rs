//! `re.Pattern`: compiling, searching, splitting. Source of the rules: CPython 3.11, Modules/_sre/sre.c.
//!
//! (Over 400 lines because the methods share how a search goes on from one match to the next.)

use super::data::{Data, Run, run};
use super::matched::new_match;
use super::tree::{Fault, IGNORE_CASE, TYPE_FLAGS, UNICODE};
use super::{compile, parse};
use crate::host_class::{add_property, receiver};
use interleave_python::heap::{Attrs, Host, Object, Ref, Value};
use interleave_python::text::repr;
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Vm};
use std::rc::Rc;

/// Where the class is kept.
pub(super) const CLASS: &str = "re.Pattern";
const ITERATOR: &str = "re.finditer";

pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let class = vm.new_host_class(
        "re",
        "Pattern",
        &[
            ("match", |vm, args| first(vm, args, "match")),
            ("fullmatch", |vm, args| first(vm, args, "fullmatch")),
            ("search", |vm, args| first(vm, args, "search")),
            ("findall", findall),
            ("finditer", finditer),
            ("split", split),
            ("sub", super::substitute::sub),
            ("subn", super::substitute::subn),
            ("__repr__", pattern_repr),
            ("__eq__", equals),
            ("__hash__", hash),
            ("__copy__", itself),
            ("__deepcopy__", itself),
        ],
    );
    add_property(vm, class, "pattern", |vm, args| value_of(vm, args, 0));
    add_property(vm, class, "groupindex", |vm, args| value_of(vm, args, 1));
    add_property(vm, class, "flags", |vm, args| number_of(vm, args, 0));
    add_property(vm, class, "groups", |vm, args| number_of(vm, args, 1));
    vm.roots.insert(CLASS, Value::Obj(class));
    vm.set_global(module, "Pattern", Value::Obj(class));
    let own = [
        ("__iter__", itself as interleave_python::vm::NativeFn),
        ("__next__", next_match),
    ];
    let class = vm.new_host_class("builtins", "callable_iterator", &own);
    vm.roots.insert(ITERATOR, Value::Obj(class));
}

fn itself(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, _] = args.between(vm, "__copy__", 1)?;
    Ok(Flow::Value(own))
}

fn value_of(vm: &mut Vm, args: Args, index: usize) -> NativeResult {
    receiver(vm, &args, CLASS, "__get__")?;
    let host = vm.host(args.positional[0]);
    Ok(Flow::Value(
        host.map_or(Value::None, |host| host.values[index]),
    ))
}

fn number_of(vm: &mut Vm, args: Args, index: usize) -> NativeResult {
    receiver(vm, &args, CLASS, "__get__")?;
    let number = vm
        .host(args.positional[0])
        .map_or(0, |host| host.numbers[index]);
    // The whole match is no group to Python.
    Ok(Flow::Value(Value::Int(number - index as i64)))
}

/// An object of a class that this folder has set up.
pub(super) fn new_host(
    vm: &mut Vm,
    class: &str,
    values: Vec<Value>,
    numbers: Vec<i64>,
    words: Vec<u32>,
) -> Value {
    let class = vm.roots[class].as_ref().expect("set up with the module");
    let host = Host {
        class,
        attrs: Attrs::default(),
        values: values.into(),
        numbers: numbers.into(),
        words: Rc::new(words),
        traced: None,
    };
    vm.heap.value(Object::Host(Box::new(host)))
}

/// The exception of a fault.
pub(super) fn raised(vm: &mut Vm, fault: Fault, pattern: Value) -> Raised {
    match fault {
        Fault::Value(text) => vm.raise("ValueError", text),
        Fault::Overflow(text) => vm.raise("OverflowError", text),
        Fault::Index(text) => vm.raise("IndexError", &text),
        Fault::NotSupported(text) => vm.not_supported(text),
        Fault::Pattern(text, place) => {
            let module = vm.modules["re"];
            let class = vm.global(module, "error").expect("the module has it");
            let text = vm.heap.string(text);
            let pattern = place.map_or(Value::None, |_| pattern);
            let place = place.map_or(Value::None, |place| Value::Int(place as i64));
            match vm.call_nested(class, Args::of(&[text, pattern, place])) {
                Ok(error) => Raised(error),
                Err(raised) => raised,
            }
        }
    }
}

/// A pattern's or a template's characters: those of `bytes` are its bytes.
pub(super) fn characters(data: &Data) -> String {
    match data {
        Data::Text(text, _) => text.to_string(),
        Data::Bytes(bytes) => bytes.iter().map(|&byte| char::from(byte)).collect(),
    }
}

/// `_compile_new(pattern, flags)`
pub(super) fn compile_new(vm: &mut Vm, args: Args) -> NativeResult {
    let [pattern, flags] = args.exact(vm, "compile")?;
    let flags = vm.as_index(flags)?.unwrap_or(0) as u32;
    let Some(data) = Data::of(vm, pattern) else {
        return Err(vm.type_error("first argument must be string or compiled pattern"));
    };
    let text = characters(&data);
    let program = parse::parse(&text, data.is_text(), flags, vm.options.minor)
        .and_then(|tree| Ok((compile::compile(&tree)?, tree)));
    let (words, tree) = match program {
        Ok(program) => program,
        Err(fault) => return Err(raised(vm, fault, pattern)),
    };
    vm.spend(20_000_000 + 1_500_000 * text.len() as u64);
    let names = vm.heap.dict(Default::default());
    for (name, group) in &tree.names {
        let name = vm.heap.str(name);
        vm.dict_set(names, name, Value::Int(i64::from(*group)))?;
    }
    let numbers = vec![i64::from(tree.flags), i64::from(tree.groups)];
    let made = new_host(vm, CLASS, vec![pattern, names], numbers, words);
    Ok(Flow::Value(made))
}

/// The names of a pattern's groups.
pub(super) fn names_of(vm: &Vm, pattern: Value) -> Vec<(String, u32)> {
    let names = vm.host(pattern).and_then(|host| vm.object(host.values[1]));
    let Some(Object::Dict(names)) = names else {
        return Vec::new();
    };
    let pair = |entry: &interleave_python::heap::Entry| match entry.value {
        Value::Int(group) => Some((vm.text(entry.key)?.to_string(), group as u32)),
        _ => None,
    };
    names.iter().filter_map(pair).collect()
}

/// The data to be searched by `pattern`.
pub(super) fn data_for(vm: &mut Vm, pattern: Value, string: Value) -> Result<Data, Raised> {
    let own = vm.host(pattern).map_or(Value::None, |host| host.values[0]);
    let is_text = vm.text(own).is_some();
    let Some(data) = Data::of(vm, string) else {
        let told = vm.type_name(string);
        let text = format!("expected string or bytes-like object, got '{told}'");
        return Err(vm.type_error(&text));
    };
    match (is_text, data.is_text()) {
        (true, false) => Err(vm.type_error("cannot use a string pattern on a bytes-like object")),
        (false, true) => Err(vm.type_error("cannot use a bytes pattern on a string-like object")),
        _ => Ok(data),
    }
}

/// `pos` and `endpos` as positions and as byte offsets.
fn bounds(
    vm: &mut Vm,
    data: &Data,
    pos: Value,
    endpos: Value,
) -> Result<([i64; 2], [usize; 2]), Raised> {
    let subject = data.whole();
    let length = subject.position_of(data.bytes().len()) as i64;
    let mut read = |value: Value, otherwise: i64| -> Result<i64, Raised> {
        match value {
            Value::Unbound => Ok(otherwise),
            value => Ok(vm.as_index(value)?.unwrap_or(otherwise).clamp(0, length)),
        }
    };
    let positions = [read(pos, 0)?, read(endpos, length)?];
    let offsets = positions.map(|position| match position {
        0 => 0,
        position if position == length => data.bytes().len(),
        position => subject.offset_of(position as usize),
    });
    Ok((positions, offsets))
}

fn first(vm: &mut Vm, args: Args, name: &str) -> NativeResult {
    receiver(vm, &args, CLASS, name)?;
    let names = ["self", "string", "pos", "endpos"];
    let [pattern, string, pos, endpos] = args.named(vm, name, names, 2)?;
    let data = data_for(vm, pattern, string)?;
    let (positions, [from, end]) = bounds(vm, &data, pos, endpos)?;
    let how = Run {
        from,
        end,
        anywhere: name == "search",
        whole: name == "fullmatch",
        advance: false,
    };
    Ok(Flow::Value(match run(vm, pattern, &data, how)? {
        Some(found) => new_match(vm, pattern, string, positions, &found),
        None => Value::None,
    }))
}

fn next_run(from: usize, end: usize, advance: bool) -> Run {
    Run {
        from,
        end,
        anywhere: true,
        whole: false,
        advance,
    }
}

fn findall(vm: &mut Vm, args: Args) -> NativeResult {
    receiver(vm, &args, CLASS, "findall")?;
    let names = ["self", "string", "pos", "endpos"];
    let [pattern, string, pos, endpos] = args.named(vm, "findall", names, 2)?;
    let data = data_for(vm, pattern, string)?;
    let (_, [mut from, end]) = bounds(vm, &data, pos, endpos)?;
    let list = vm.heap.list(Vec::new());
    let mut advance = false;
    while let Some(found) = run(vm, pattern, &data, next_run(from, end, advance))? {
        let mut groups = Vec::new();
        for pair in found.marks.chunks(2) {
            groups.push(match pair[0] <= pair[1] && pair[1] != u32::MAX {
                true => data.part(vm, pair[0] as usize, pair[1] as usize),
                false => data.part(vm, 0, 0),
            });
        }
        let item = match groups[..] {
            [] => data.part(vm, found.start, found.end),
            [one] => one,
            _ => vm.heap.tuple(&groups),
        };
        vm.push_item(list, item);
        vm.check_heap_growth(0)?;
        advance = found.end == found.start;
        from = found.end;
    }
    Ok(Flow::Value(list))
}

/// The iterator's numbers: pos, endpos, the byte to go on from, the byte of the end, whether to advance.
fn finditer(vm: &mut Vm, args: Args) -> NativeResult {
    receiver(vm, &args, CLASS, "finditer")?;
    let names = ["self", "string", "pos", "endpos"];
    let [pattern, string, pos, endpos] = args.named(vm, "finditer", names, 2)?;
    let data = data_for(vm, pattern, string)?;
    let (positions, [from, end]) = bounds(vm, &data, pos, endpos)?;
    let numbers = vec![positions[0], positions[1], from as i64, end as i64, 0];
    let values = vec![pattern, string];
    Ok(Flow::Value(new_host(
        vm,
        ITERATOR,
        values,
        numbers,
        Vec::new(),
    )))
}

fn next_match(vm: &mut Vm, args: Args) -> NativeResult {
    let iterator = receiver(vm, &args, ITERATOR, "__next__")?;
    let (values, numbers) = match vm.host(iterator) {
        Some(host) => (host.values.clone(), host.numbers.clone()),
        None => return Err(vm.raise_value("StopIteration", &[])),
    };
    let (pattern, string) = (values[0], values[1]);
    let data = data_for(vm, pattern, string)?;
    let how = next_run(numbers[2] as usize, numbers[3] as usize, numbers[4] != 0);
    let found = run(vm, pattern, &data, how)?;
    if let Some(host) = vm.host_mut(iterator) {
        let end = found.as_ref().map_or(i64::MAX, |found| found.end as i64);
        host.numbers[2] = end;
        host.numbers[4] = found
            .as_ref()
            .map_or(0, |found| i64::from(found.start == found.end));
    }
    match found {
        Some(found) => {
            let positions = [numbers[0], numbers[1]];
            Ok(Flow::Value(new_match(
                vm, pattern, string, positions, &found,
            )))
        }
        None => Err(vm.raise_value("StopIteration", &[])),
    }
}

fn split(vm: &mut Vm, args: Args) -> NativeResult {
    receiver(vm, &args, CLASS, "split")?;
    let names = ["self", "string", "maxsplit"];
    let [pattern, string, most] = args.named(vm, "split", names, 2)?;
    let most = match most {
        Value::Unbound => 0,
        most => vm.as_index(most)?.unwrap_or(0),
    };
    let data = data_for(vm, pattern, string)?;
    let end = data.bytes().len();
    let list = vm.heap.list(Vec::new());
    let (mut from, mut rest, mut count, mut advance) = (0, 0, 0, false);
    while most == 0 || count < most {
        let how = next_run(from, end, advance);
        let Some(found) = run(vm, pattern, &data, how)? else {
            break;
        };
        let part = data.part(vm, rest, found.start);
        vm.push_item(list, part);
        for pair in found.marks.chunks(2) {
            let group = match pair[0] <= pair[1] && pair[1] != u32::MAX {
                true => data.part(vm, pair[0] as usize, pair[1] as usize),
                false => Value::None,
            };
            vm.push_item(list, group);
        }
        count += 1;
        advance = found.end == found.start;
        from = found.end;
        rest = found.end;
    }
    let part = data.part(vm, rest, end);
    vm.push_item(list, part);
    Ok(Flow::Value(list))
}

fn pattern_repr(vm: &mut Vm, args: Args) -> NativeResult {
    const NAMES: [(u32, &str); 8] = [
        (1, "re.TEMPLATE"),
        (IGNORE_CASE, "re.IGNORECASE"),
        (4, "re.LOCALE"),
        (8, "re.MULTILINE"),
        (16, "re.DOTALL"),
        (64, "re.VERBOSE"),
        (128, "re.DEBUG"),
        (256, "re.ASCII"),
    ];
    let own = receiver(vm, &args, CLASS, "__repr__")?;
    let host = vm.host(own).expect("just checked");
    let (pattern, mut flags) = (host.values[0], host.numbers[0] as u32);
    if vm.text(pattern).is_some() && flags & TYPE_FLAGS == UNICODE {
        flags &= !UNICODE;
    }
    let mut names: Vec<String> = Vec::new();
    for (flag, name) in NAMES {
        if flags & flag != 0 {
            names.push(name.into());
            flags &= !flag;
        }
    }
    if flags != 0 {
        names.push(format!("{flags:#x}"));
    }
    let shown: String = vm.repr_nested(pattern)?.chars().take(200).collect();
    let text = match names.is_empty() {
        true => format!("re.compile({shown})"),
        false => format!("re.compile({shown}, {})", names.join("|")),
    };
    Ok(Flow::Value(vm.heap.string(text)))
}

fn identity(vm: &Vm, pattern: Value) -> Option<(String, i64)> {
    let host = vm.host(pattern)?;
    if Some(&Value::Obj(host.class)) != vm.roots.get(CLASS) {
        return None;
    }
    let text = match vm.object(host.values[0])? {
        Object::Str(text) => repr::text(&text.text),
        Object::Bytes(bytes) => repr::bytes(bytes),
        _ => String::new(),
    };
    Some((text, host.numbers[0]))
}

fn equals(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, other] = args.exact(vm, "Pattern.__eq__")?;
    Ok(Flow::Value(
        match (identity(vm, own), identity(vm, other)) {
            (Some(own), Some(other)) => Value::Bool(own == other),
            _ => Value::NotImplemented,
        },
    ))
}

fn hash(vm: &mut Vm, args: Args) -> NativeResult {
    let own = receiver(vm, &args, CLASS, "__hash__")?;
    let (values, numbers) = match vm.host(own) {
        Some(host) => (host.values[0], host.numbers[0]),
        None => (Value::None, 0),
    };
    let hash = vm.hash_nested(values)?;
    Ok(Flow::Value(Value::Int(hash ^ numbers)))
}
