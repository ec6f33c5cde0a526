//! The encoder: a walk with a stack of its own, so that it can stop for `default` and go on when that has answered.
//! Source: CPython 3.11, Modules/_json.c and Lib/json/encoder.py.

use super::order::sorted_copy;
use super::write::{key_text, quoted, scalar};
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Then, Vm};

/// What a value and a byte of its text cost, in ps.
const VALUE_PS: u64 = 45_000;
const BYTE_PS: u64 = 1_000;
/// With an indent CPython's encoder is the one written in Python: so many times slower.
const INDENTED_TIMES: u64 = 12;
/// A call, in ps.
const CALL_PS: u64 = 1_300_000;
/// CPython's walk is recursive: it ends about here.
const MAX_DEPTH: usize = 990;

/// The encoder's options, as the Python part packs them.
struct Options {
    skip_keys: bool,
    ascii: bool,
    check_circular: bool,
    allow_nan: bool,
    sort_keys: bool,
    indent: Option<String>,
    item_separator: String,
    key_separator: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    List,
    Dict,
    /// What `default` made of the container.
    Default,
}

/// A container that is open.
#[derive(Clone, Copy)]
struct Level {
    container: Value,
    /// The list, tuple or dict whose entries are written.
    entries: Value,
    index: usize,
    kind: Kind,
    /// Whether nothing is written yet.
    first: bool,
}

struct Encoder {
    options: Options,
    out: Vec<u8>,
    levels: Vec<Level>,
}

impl Options {
    fn read(vm: &mut Vm, packed: Value) -> Result<Options, Raised> {
        let items = vm.items_of(packed)?.unwrap_or_default();
        let [flags @ .., indent, item_separator, key_separator] = items.as_slice() else {
            return Err(vm.type_error("make_encoder() takes options"));
        };
        let mut truths = [false; 5];
        for (truth, &flag) in truths.iter_mut().zip(flags) {
            *truth = vm.truth_nested(flag)?;
        }
        let [skip_keys, ascii, check_circular, allow_nan, sort_keys] = truths;
        let text = |value: Value| vm.text(value).map(|text| text.to_string());
        Ok(Options {
            skip_keys,
            ascii,
            check_circular,
            allow_nan,
            sort_keys,
            indent: text(*indent),
            item_separator: text(*item_separator).unwrap_or_default(),
            key_separator: text(*key_separator).unwrap_or_default(),
        })
    }

    fn nan(&self) -> (bool, bool) {
        (self.allow_nan, self.indent.is_some())
    }
}

/// `_encode(o, default, options)`: the text.
pub(super) fn encode(vm: &mut Vm, args: Args) -> NativeResult {
    let [object, default, packed] = args.exact(vm, "_encode")?;
    vm.spend(CALL_PS);
    let encoder = Encoder {
        options: Options::read(vm, packed)?,
        out: Vec::new(),
        levels: Vec::new(),
    };
    go_on(vm, encoder, default, packed, Some(object))
}

/// `_quote(text, ascii)`
pub(super) fn quote(vm: &mut Vm, args: Args) -> NativeResult {
    let [text, ascii] = args.exact(vm, "_quote")?;
    let Some(text) = vm.text(text) else {
        let text = format!(
            "first argument must be a string, not {}",
            vm.type_name(text)
        );
        return Err(vm.type_error(&text));
    };
    let ascii = vm.truth_nested(ascii)?;
    let mut out = Vec::new();
    quoted(&mut out, &text, ascii);
    finish(vm, out)
}

fn finish(vm: &mut Vm, out: Vec<u8>) -> NativeResult {
    vm.spend(BYTE_PS * out.len() as u64);
    vm.check_heap_growth(out.len() as u64)?;
    let text = String::from_utf8(out).expect("made of whole texts");
    Ok(Flow::Value(vm.heap.string(text)))
}

fn go_on(
    vm: &mut Vm,
    mut encoder: Encoder,
    default: Value,
    packed: Value,
    value: Option<Value>,
) -> NativeResult {
    let unknown = match value {
        Some(value) => encoder.begin(vm, value)?,
        None => None,
    };
    let unknown = match unknown {
        Some(unknown) => Some(unknown),
        None => encoder.run(vm)?,
    };
    let Some(unknown) = unknown else {
        return finish(vm, encoder.out);
    };
    encoder.open(vm, unknown, Value::None, Kind::Default)?;
    let out = vm.heap.value(Object::ByteArray(encoder.out));
    let mut state = vec![default, packed, out];
    for level in &encoder.levels {
        let place = Value::Int(level.index as i64);
        let kind = Value::Int(level.kind as i64);
        let first = Value::Bool(level.first);
        state.extend([level.container, level.entries, place, kind, first]);
    }
    let then = Then::new(answered, state);
    Ok(Flow::CallThen(Box::new((
        default,
        Args::of(&[unknown]),
        then,
    ))))
}

/// `default` has given another value for the one on top.
fn answered(vm: &mut Vm, then: Then, value: Value) -> NativeResult {
    let (default, packed) = (then.state[0], then.state[1]);
    let out = match then.state[2].as_ref().map(|r| vm.heap.get_mut(r)) {
        Some(Object::ByteArray(bytes)) => std::mem::take(bytes),
        _ => unreachable!("the text so far"),
    };
    let levels = then.state[3..].chunks(5).map(|parts| Level {
        container: parts[0],
        entries: parts[1],
        index: match parts[2] {
            Value::Int(index) => index as usize,
            _ => 0,
        },
        kind: match parts[3] {
            Value::Int(0) => Kind::List,
            Value::Int(1) => Kind::Dict,
            _ => Kind::Default,
        },
        first: parts[4] == Value::Bool(true),
    });
    let encoder = Encoder {
        levels: levels.collect(),
        options: Options::read(vm, packed)?,
        out,
    };
    go_on(vm, encoder, default, packed, Some(value))
}

impl Encoder {
    /// Writes a value or opens it; gives it back where only `default` knows what it is.
    fn begin(&mut self, vm: &mut Vm, value: Value) -> Result<Option<Value>, Raised> {
        vm.spend(match self.options.indent {
            Some(_) => VALUE_PS * INDENTED_TIMES,
            None => VALUE_PS,
        });
        if scalar(
            vm,
            &mut self.out,
            value,
            self.options.ascii,
            self.options.nan(),
        )? {
            return Ok(None);
        }
        let base = vm.unwrap(value);
        let (kind, empty) = match vm.object(base) {
            Some(Object::List(items)) => (Kind::List, items.is_empty()),
            Some(Object::Tuple(items)) => (Kind::List, items.is_empty()),
            Some(Object::Dict(dict)) => (Kind::Dict, dict.is_empty()),
            _ => return Ok(Some(value)),
        };
        let brackets: &[u8; 2] = if kind == Kind::List { b"[]" } else { b"{}" };
        if empty {
            self.out.extend_from_slice(brackets);
            return Ok(None);
        }
        let entries = match kind {
            Kind::Dict if self.options.sort_keys => sorted_copy(vm, base)?,
            _ => base,
        };
        self.open(vm, value, entries, kind)?;
        self.out.push(brackets[0]);
        self.new_line();
        Ok(None)
    }

    fn open(
        &mut self,
        vm: &mut Vm,
        container: Value,
        entries: Value,
        kind: Kind,
    ) -> Result<(), Raised> {
        if self.options.check_circular {
            let open = |level: &Level| level.container == container;
            if self.levels.iter().any(open) {
                return Err(vm.raise("ValueError", "Circular reference detected"));
            }
        }
        if self.levels.len() + vm.frames.len() > MAX_DEPTH {
            let text = "maximum recursion depth exceeded while encoding a JSON object";
            return Err(vm.raise("RecursionError", text));
        }
        self.levels.push(Level {
            container,
            entries,
            index: 0,
            kind,
            first: true,
        });
        Ok(())
    }

    fn new_line(&mut self) {
        if let Some(indent) = &self.options.indent {
            self.out.push(b'\n');
            let depth = self
                .levels
                .iter()
                .filter(|level| level.kind != Kind::Default);
            for _ in 0..depth.count() {
                self.out.extend_from_slice(indent.as_bytes());
            }
        }
    }

    /// Writes until everything is closed, or until a value needs `default`.
    fn run(&mut self, vm: &mut Vm) -> Result<Option<Value>, Raised> {
        while let Some(&level) = self.levels.last() {
            let next = match level.kind {
                Kind::Default => None,
                Kind::List => self.next_item(vm, level),
                Kind::Dict => self.next_pair(vm, level)?,
            };
            let Some(value) = next else {
                self.close();
                continue;
            };
            if let Some(unknown) = self.begin(vm, value)? {
                return Ok(Some(unknown));
            }
        }
        Ok(None)
    }

    fn close(&mut self) {
        let Some(level) = self.levels.pop() else {
            return;
        };
        if level.kind != Kind::Default {
            self.new_line();
            let bracket = if level.kind == Kind::List { b']' } else { b'}' };
            self.out.push(bracket);
        }
    }

    fn top(&mut self) -> &mut Level {
        self.levels.last_mut().expect("a level is open")
    }

    fn separate(&mut self) {
        if std::mem::replace(&mut self.top().first, false) {
            return;
        }
        let separator = &self.options.item_separator;
        self.out.extend_from_slice(separator.as_bytes());
        self.new_line();
    }

    fn next_item(&mut self, vm: &Vm, level: Level) -> Option<Value> {
        let item = match vm.object(level.entries) {
            Some(Object::List(items)) => items.get(level.index).copied(),
            Some(Object::Tuple(items)) => items.get(level.index).copied(),
            _ => None,
        }?;
        self.top().index += 1;
        self.separate();
        Some(item)
    }

    fn next_pair(&mut self, vm: &mut Vm, level: Level) -> Result<Option<Value>, Raised> {
        let mut index = level.index;
        loop {
            let Some(Object::Dict(dict)) = vm.object(level.entries) else {
                return Ok(None);
            };
            if index >= dict.entry_count() {
                return Ok(None);
            }
            let entry = dict.entry(index).copied();
            index += 1;
            self.top().index = index;
            let Some(entry) = entry else { continue };
            let Some(key) = key_text(vm, entry.key, self.options.nan())? else {
                if self.options.skip_keys {
                    continue;
                }
                let text = format!(
                    "keys must be str, int, float, bool or None, not {}",
                    vm.type_name(entry.key)
                );
                return Err(vm.type_error(&text));
            };
            self.separate();
            let key = String::from_utf8(key).expect("made of whole texts");
            quoted(&mut self.out, &key, self.options.ascii);
            let separator = &self.options.key_separator;
            self.out.extend_from_slice(separator.as_bytes());
            return Ok(Some(entry.value));
        }
    }
}
