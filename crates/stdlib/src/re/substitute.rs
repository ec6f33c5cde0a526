//! `sub` and `subn`: with a template at one go, with a function of the script one match after the other.

use super::data::{Data, Run, run};
use super::matched::{as_value, new_match, push_text, template_of};
use super::pattern::{self, data_for};
use super::template::Piece;
use crate::host_class::receiver;
use interleave_python::heap::Value;
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Then, Vm};

pub(super) fn sub(vm: &mut Vm, args: Args) -> NativeResult {
    substitute(vm, args, "sub")
}

pub(super) fn subn(vm: &mut Vm, args: Args) -> NativeResult {
    substitute(vm, args, "subn")
}

fn substitute(vm: &mut Vm, args: Args, name: &str) -> NativeResult {
    receiver(vm, &args, pattern::CLASS, name)?;
    let names = ["self", "repl", "string", "count"];
    let [pattern, replacement, string, most] = args.named(vm, name, names, 3)?;
    let most = match most {
        Value::Unbound => 0,
        most => vm.as_index(most)?.unwrap_or(0),
    };
    let data = data_for(vm, pattern, string)?;
    let counted = name == "subn";
    if let Some(kind) = Data::of(vm, replacement) {
        let pieces = template_of(vm, pattern, replacement)?.unwrap_or_default();
        if kind.is_text() != data.is_text() {
            let (wanted, told) = match data.is_text() {
                true => ("str instance", "bytes"),
                false => ("a bytes-like object", "str"),
            };
            let text = format!("sequence item 0: expected {wanted}, {told} found");
            return Err(vm.type_error(&text));
        }
        return by_template(vm, pattern, string, &data, &pieces, most, counted);
    }
    if matches!(
        replacement,
        Value::Int(_) | Value::None | Value::Float(_) | Value::Bool(_)
    ) {
        let told = vm.type_name(replacement);
        let text = format!("decoding to str: need a bytes-like object, {told} found");
        return Err(vm.type_error(&text));
    }
    let pieces = vm.heap.list(Vec::new());
    let progress = Progress {
        most,
        counted,
        ..Progress::default()
    };
    next(vm, &[pattern, replacement, string, pieces], progress)
}

/// Where a substitution stands.
#[derive(Clone, Copy, Default)]
struct Progress {
    most: i64,
    counted: bool,
    /// The byte from which the text is not copied yet, and from which the next match is looked for.
    rest: usize,
    count: i64,
    advance: bool,
}

impl Progress {
    fn pack(self) -> [Value; 5] {
        [
            Value::Int(self.most),
            Value::Bool(self.counted),
            Value::Int(self.rest as i64),
            Value::Int(self.count),
            Value::Bool(self.advance),
        ]
    }

    fn unpack(values: &[Value]) -> Progress {
        let int = |index: usize| match values[index] {
            Value::Int(i) => i,
            _ => 0,
        };
        Progress {
            most: int(0),
            counted: values[1] == Value::Bool(true),
            rest: int(2) as usize,
            count: int(3),
            advance: values[4] == Value::Bool(true),
        }
    }

    fn is_over(self) -> bool {
        self.most > 0 && self.count >= self.most
    }

    fn how(self, data: &Data) -> Run {
        Run {
            from: self.rest,
            end: data.bytes().len(),
            anywhere: true,
            whole: false,
            advance: self.advance,
        }
    }
}

fn by_template(
    vm: &mut Vm,
    pattern: Value,
    string: Value,
    data: &Data,
    pieces: &[Piece],
    most: i64,
    counted: bool,
) -> NativeResult {
    let mut progress = Progress {
        most,
        ..Progress::default()
    };
    let bytes = data.bytes();
    let mut out = Vec::new();
    while !progress.is_over() {
        let Some(found) = run(vm, pattern, data, progress.how(data))? else {
            break;
        };
        out.extend_from_slice(&bytes[progress.rest..found.start]);
        for piece in pieces {
            match piece {
                Piece::Text(text) => push_text(&mut out, text, data),
                Piece::Group(0) => out.extend_from_slice(&bytes[found.start..found.end]),
                Piece::Group(group) => {
                    let at = (*group as usize - 1) * 2;
                    let (start, end) = (found.marks[at], found.marks[at + 1]);
                    if start <= end && end != u32::MAX {
                        out.extend_from_slice(&bytes[start as usize..end as usize]);
                    }
                }
            }
        }
        vm.check_heap_growth(out.len() as u64)?;
        progress.count += 1;
        progress.rest = found.end;
        progress.advance = found.start == found.end;
    }
    let text = match progress.count {
        0 => string,
        _ => {
            out.extend_from_slice(&bytes[progress.rest..]);
            as_value(vm, out, data)
        }
    };
    Ok(Flow::Value(result(vm, text, progress.count, counted)))
}

fn result(vm: &mut Vm, text: Value, count: i64, counted: bool) -> Value {
    match counted {
        true => vm.heap.tuple(&[text, Value::Int(count)]),
        false => text,
    }
}

/// Finds the next match and calls the function for it. `state`: pattern, function, string, pieces.
fn next(vm: &mut Vm, state: &[Value], mut progress: Progress) -> NativeResult {
    let [pattern, function, string, pieces] = *state else {
        unreachable!("four values")
    };
    let data = data_for(vm, pattern, string)?;
    let found = match progress.is_over() {
        true => None,
        false => run(vm, pattern, &data, progress.how(&data))?,
    };
    let length = data.bytes().len();
    let Some(found) = found else {
        let rest = data.part(vm, progress.rest, length);
        vm.push_item(pieces, rest);
        let text = joined(vm, pieces, &data)?;
        return Ok(Flow::Value(result(
            vm,
            text,
            progress.count,
            progress.counted,
        )));
    };
    if found.start > progress.rest {
        let part = data.part(vm, progress.rest, found.start);
        vm.push_item(pieces, part);
    }
    progress.count += 1;
    progress.rest = found.end;
    progress.advance = found.start == found.end;
    let positions = [0, data.whole().position_of(length) as i64];
    let matched = new_match(vm, pattern, string, positions, &found);
    let mut state = state.to_vec();
    state.extend(progress.pack());
    let then = Then::new(answered, state);
    Ok(Flow::CallThen(Box::new((
        function,
        Args::of(&[matched]),
        then,
    ))))
}

fn answered(vm: &mut Vm, then: Then, value: Value) -> NativeResult {
    if !value.is_none() {
        vm.push_item(then.state[3], value);
    }
    let progress = Progress::unpack(&then.state[4..]);
    next(vm, &then.state[..4], progress)
}

fn joined(vm: &mut Vm, pieces: Value, data: &Data) -> Result<Value, Raised> {
    let items = vm.items_of(pieces)?.unwrap_or_default();
    let mut out = Vec::new();
    for (index, &item) in items.iter().enumerate() {
        match Data::of(vm, item) {
            Some(part) if part.is_text() == data.is_text() => out.extend_from_slice(part.bytes()),
            _ => {
                let wanted = match data.is_text() {
                    true => "str instance",
                    false => "a bytes-like object",
                };
                let told = vm.type_name(item);
                let text = format!("sequence item {index}: expected {wanted}, {told} found");
                return Err(vm.type_error(&text));
            }
        }
    }
    vm.check_heap_growth(out.len() as u64)?;
    Ok(as_value(vm, out, data))
}
