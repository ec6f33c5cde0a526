//! `re.Match`. Its places are kept in bytes and told in characters. Source of the rules: CPython 3.11, Modules/_sre/sre.c.

use super::data::Data;
use super::matcher::Found;
use super::pattern::{characters, names_of, new_host, raised};
use super::template::{self, Piece};
use crate::host_class::{add_property, receiver};
use interleave_python::heap::{Object, Ref, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Vm};

const CLASS: &str = "re.Match";
/// A match's numbers: `pos`, `endpos`, the group closed last, then start and end of every group from 0 on (−1: none).
const POSITIONS: usize = 0;
const LAST_GROUP: usize = 2;
const SPANS: usize = 3;

pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let class = vm.new_host_class(
        "re",
        "Match",
        &[
            ("group", group),
            ("__getitem__", get_item),
            ("groups", groups),
            ("groupdict", groupdict),
            ("start", |vm, args| edge(vm, args, "start")),
            ("end", |vm, args| edge(vm, args, "end")),
            ("span", |vm, args| edge(vm, args, "span")),
            ("expand", expand),
            ("__repr__", match_repr),
            ("__copy__", itself),
            ("__deepcopy__", itself),
        ],
    );
    add_property(vm, class, "re", |vm, args| kept(vm, args, 0));
    add_property(vm, class, "string", |vm, args| kept(vm, args, 1));
    add_property(vm, class, "pos", |vm, args| number(vm, args, POSITIONS));
    add_property(vm, class, "endpos", |vm, args| {
        number(vm, args, POSITIONS + 1)
    });
    add_property(vm, class, "lastindex", last_index);
    add_property(vm, class, "lastgroup", last_group);
    add_property(vm, class, "regs", regs);
    vm.roots.insert(CLASS, Value::Obj(class));
    vm.set_global(module, "Match", Value::Obj(class));
}

fn itself(vm: &mut Vm, args: Args) -> NativeResult {
    receiver(vm, &args, CLASS, "__copy__").map(Flow::Value)
}

/// A match object.
pub(super) fn new_match(
    vm: &mut Vm,
    pattern: Value,
    string: Value,
    positions: [i64; 2],
    found: &Found,
) -> Value {
    let last = i64::from(found.last_group);
    let mut numbers = vec![positions[0], positions[1], last];
    numbers.extend([found.start as i64, found.end as i64]);
    for pair in found.marks.chunks(2) {
        match pair[0] <= pair[1] && pair[1] != u32::MAX {
            true => numbers.extend([i64::from(pair[0]), i64::from(pair[1])]),
            false => numbers.extend([-1, -1]),
        }
    }
    new_host(vm, CLASS, vec![pattern, string], numbers, Vec::new())
}

fn kept(vm: &mut Vm, args: Args, index: usize) -> NativeResult {
    let own = receiver(vm, &args, CLASS, "__get__")?;
    let host = vm.host(own);
    Ok(Flow::Value(
        host.map_or(Value::None, |host| host.values[index]),
    ))
}

fn number(vm: &mut Vm, args: Args, index: usize) -> NativeResult {
    let own = receiver(vm, &args, CLASS, "__get__")?;
    let number = vm.host(own).map_or(0, |host| host.numbers[index]);
    Ok(Flow::Value(Value::Int(number)))
}

/// How many groups there are, number 0 included.
fn count(vm: &Vm, own: Value) -> usize {
    vm.host(own)
        .map_or(0, |host| (host.numbers.len() - SPANS) / 2)
}

/// A group's bytes; `None` where it did not take part.
fn span(vm: &Vm, own: Value, group: usize) -> Option<(usize, usize)> {
    let host = vm.host(own)?;
    let at = SPANS + group * 2;
    let start = usize::try_from(host.numbers[at]).ok()?;
    Some((start, host.numbers[at + 1] as usize))
}

fn data(vm: &Vm, own: Value) -> Data {
    let string = vm.host(own).map_or(Value::None, |host| host.values[1]);
    Data::of(vm, string).unwrap_or(Data::Text("".into(), true))
}

/// A group's text as a value.
pub(super) fn text_of(vm: &mut Vm, own: Value, group: usize, otherwise: Value) -> Value {
    let Some((start, end)) = span(vm, own, group) else {
        return otherwise;
    };
    let data = data(vm, own);
    if start == 0 && end == data.bytes().len() {
        return vm.host(own).map_or(Value::None, |host| host.values[1]);
    }
    data.part(vm, start, end)
}

/// The number of a group that is asked for by number or by name.
fn group_number(vm: &mut Vm, own: Value, asked: Value) -> Result<usize, Raised> {
    let number = match vm.text(asked) {
        Some(name) => {
            let pattern = vm.host(own).map_or(Value::None, |host| host.values[0]);
            let names = names_of(vm, pattern);
            let known = names.iter().find(|(known, _)| **known == *name);
            known.map(|&(_, number)| number as usize)
        }
        None => {
            let is_index = matches!(asked, Value::Int(_) | Value::Bool(_))
                || matches!(vm.object(asked), Some(Object::Instance(_)));
            let number = match is_index {
                true => vm.as_index(asked)?,
                false => None,
            };
            number.and_then(|number| usize::try_from(number).ok())
        }
    };
    match number.filter(|&number| number < count(vm, own)) {
        Some(number) => Ok(number),
        None => Err(vm.raise("IndexError", "no such group")),
    }
}

fn group(vm: &mut Vm, args: Args) -> NativeResult {
    let own = receiver(vm, &args, CLASS, "group")?;
    let mut texts = Vec::new();
    for &asked in &args.positional[1..] {
        let number = group_number(vm, own, asked)?;
        texts.push(text_of(vm, own, number, Value::None));
    }
    Ok(Flow::Value(match texts[..] {
        [] => text_of(vm, own, 0, Value::None),
        [one] => one,
        _ => vm.heap.tuple(&texts),
    }))
}

fn get_item(vm: &mut Vm, args: Args) -> NativeResult {
    receiver(vm, &args, CLASS, "__getitem__")?;
    let [own, asked] = args.exact(vm, "Match.__getitem__")?;
    let number = group_number(vm, own, asked)?;
    Ok(Flow::Value(text_of(vm, own, number, Value::None)))
}

fn groups(vm: &mut Vm, args: Args) -> NativeResult {
    receiver(vm, &args, CLASS, "groups")?;
    let [own, default] = args.named(vm, "groups", ["self", "default"], 1)?;
    let otherwise = if default.is_unbound() {
        Value::None
    } else {
        default
    };
    let texts: Vec<Value> = (1..count(vm, own))
        .map(|group| text_of(vm, own, group, otherwise))
        .collect();
    Ok(Flow::Value(vm.heap.tuple(&texts)))
}

fn groupdict(vm: &mut Vm, args: Args) -> NativeResult {
    receiver(vm, &args, CLASS, "groupdict")?;
    let [own, default] = args.named(vm, "groupdict", ["self", "default"], 1)?;
    let otherwise = if default.is_unbound() {
        Value::None
    } else {
        default
    };
    let pattern = vm.host(own).map_or(Value::None, |host| host.values[0]);
    let dict = vm.heap.dict(Default::default());
    for (name, group) in names_of(vm, pattern) {
        let text = text_of(vm, own, group as usize, otherwise);
        let name = vm.heap.string(name);
        vm.dict_set(dict, name, text)?;
    }
    Ok(Flow::Value(dict))
}

/// A group's span in characters.
fn positions(vm: &Vm, own: Value, group: usize) -> [Value; 2] {
    match span(vm, own, group) {
        None => [Value::Int(-1); 2],
        Some((start, end)) => {
            let data = data(vm, own);
            let subject = data.whole();
            [start, end].map(|at| Value::Int(subject.position_of(at) as i64))
        }
    }
}

fn edge(vm: &mut Vm, args: Args, which: &str) -> NativeResult {
    receiver(vm, &args, CLASS, which)?;
    let [own, asked] = args.between(vm, which, 1)?;
    let group = match asked {
        Value::Unbound => 0,
        asked => group_number(vm, own, asked)?,
    };
    let [start, end] = positions(vm, own, group);
    Ok(Flow::Value(match which {
        "start" => start,
        "end" => end,
        _ => vm.heap.tuple(&[start, end]),
    }))
}

fn last_index(vm: &mut Vm, args: Args) -> NativeResult {
    let own = receiver(vm, &args, CLASS, "lastindex")?;
    let last = vm.host(own).map_or(0, |host| host.numbers[LAST_GROUP]);
    Ok(Flow::Value(match last {
        0 => Value::None,
        last => Value::Int(last),
    }))
}

fn last_group(vm: &mut Vm, args: Args) -> NativeResult {
    let own = receiver(vm, &args, CLASS, "last_group")?;
    let (pattern, last) = match vm.host(own) {
        Some(host) => (host.values[0], host.numbers[LAST_GROUP]),
        None => (Value::None, 0),
    };
    let names = names_of(vm, pattern);
    let name = names.iter().find(|&&(_, group)| i64::from(group) == last);
    Ok(Flow::Value(match name {
        Some((name, _)) => vm.heap.str(name),
        None => Value::None,
    }))
}

fn regs(vm: &mut Vm, args: Args) -> NativeResult {
    let own = receiver(vm, &args, CLASS, "regs")?;
    let mut spans = Vec::new();
    for group in 0..count(vm, own) {
        let pair = positions(vm, own, group);
        spans.push(vm.heap.tuple(&pair));
    }
    Ok(Flow::Value(vm.heap.tuple(&spans)))
}

/// A template of a pattern, read.
pub(super) fn template_of(
    vm: &mut Vm,
    pattern: Value,
    template: Value,
) -> Result<Option<Vec<Piece>>, Raised> {
    let Some(data) = Data::of(vm, template) else {
        return Ok(None);
    };
    let groups = vm.host(pattern).map_or(1, |host| host.numbers[1]) as u32;
    let names = names_of(vm, pattern);
    let text = characters(&data);
    match template::parse(&text, data.is_text(), groups, &names) {
        Ok(pieces) => Ok(Some(pieces)),
        Err(fault) => Err(raised(vm, fault, template)),
    }
}

fn expand(vm: &mut Vm, args: Args) -> NativeResult {
    receiver(vm, &args, CLASS, "expand")?;
    let [own, template] = args.named(vm, "expand", ["self", "template"], 2)?;
    let pattern = vm.host(own).map_or(Value::None, |host| host.values[0]);
    let Some(pieces) = template_of(vm, pattern, template)? else {
        let told = vm.type_name(template);
        let text = format!("expected string or bytes-like object, got '{told}'");
        return Err(vm.type_error(&text));
    };
    let data = data(vm, own);
    let mut out = Vec::new();
    for piece in &pieces {
        match piece {
            Piece::Text(text) => push_text(&mut out, text, &data),
            Piece::Group(group) => {
                if let Some((start, end)) = span(vm, own, *group as usize) {
                    out.extend_from_slice(&data.bytes()[start..end]);
                }
            }
        }
    }
    Ok(Flow::Value(as_value(vm, out, &data)))
}

/// Appends a template's text in the data's own form.
pub(super) fn push_text(out: &mut Vec<u8>, text: &str, data: &Data) {
    match data.is_text() {
        true => out.extend_from_slice(text.as_bytes()),
        false => out.extend(text.chars().map(|c| c as u32 as u8)),
    }
}

/// Bytes as a value of the data's kind.
pub(super) fn as_value(vm: &mut Vm, bytes: Vec<u8>, data: &Data) -> Value {
    match data.is_text() {
        true => {
            let text = String::from_utf8(bytes).expect("made of whole texts");
            vm.heap.string(text)
        }
        false => vm.heap.value(Object::Bytes(bytes.into())),
    }
}

fn match_repr(vm: &mut Vm, args: Args) -> NativeResult {
    let own = receiver(vm, &args, CLASS, "__repr__")?;
    let [start, end] = positions(vm, own, 0);
    let text = text_of(vm, own, 0, Value::None);
    let shown: String = vm.repr_nested(text)?.chars().take(50).collect();
    let (start, end) = (vm.repr_nested(start)?, vm.repr_nested(end)?);
    let text = format!("<re.Match object; span=({start}, {end}), match={shown}>");
    Ok(Flow::Value(vm.heap.string(text)))
}
