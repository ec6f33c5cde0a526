//! The scanner: containers are filled on a stack of its own, so that it can stop for the script's hooks.
//! Source: CPython 3.11, Modules/_json.c.

use super::scan::{Problem, Quoted, number, quoted, skip_space};
use interleave_python::heap::{Dict, Object, Value};
use interleave_python::text;
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Then, Vm};
use std::rc::Rc;

/// What a value and a byte of its text cost, in ps.
const VALUE_PS: u64 = 55_000;
const BYTE_PS: u64 = 1_500;
/// A call, in ps.
const CALL_PS: u64 = 600_000;
/// CPython's scanner is recursive: it ends about here.
const MAX_DEPTH: usize = 990;

/// The script's hooks; None where there is none.
struct Hooks {
    object: Value,
    float: Value,
    int: Value,
    constant: Value,
    pairs: Value,
    strict: bool,
}

/// A container that is being filled.
#[derive(Clone, Copy)]
struct Level {
    /// A list, a dict, or a list of pairs.
    container: Value,
    /// The key whose value comes next; [`Value::Unbound`] in an array.
    key: Value,
}

struct Scanner {
    text: Rc<str>,
    at: usize,
    hooks: Hooks,
    levels: Vec<Level>,
}

/// What the scanner came upon.
enum Found {
    Value(Value),
    /// A container was opened: its first value is next.
    Opened,
    /// A hook must be called for the value.
    Call(Value, Value),
}

/// Why the scanner stopped.
enum Halt {
    Raised(Raised),
    Problem(Problem),
}

impl From<Raised> for Halt {
    fn from(raised: Raised) -> Halt {
        Halt::Raised(raised)
    }
}

impl From<Problem> for Halt {
    fn from(problem: Problem) -> Halt {
        Halt::Problem(problem)
    }
}

fn problem<T>(message: &'static str, at: usize) -> Result<T, Halt> {
    Err(Halt::Problem(Problem { message, at }))
}

/// `_scan(text, start, hooks)`: the value, the place behind it and None; or None, a place and what is wrong there.
pub(super) fn scan_value(vm: &mut Vm, args: Args) -> NativeResult {
    let [document, start, hooks] = args.exact(vm, "_scan")?;
    let Some(text) = vm.text(document) else {
        let text = format!(
            "first argument must be a string, not {}",
            vm.type_name(document)
        );
        return Err(vm.type_error(&text));
    };
    let start = vm.as_index(start)?.unwrap_or(0);
    if start < 0 {
        return Err(vm.raise("ValueError", "idx cannot be negative"));
    }
    vm.spend(CALL_PS + BYTE_PS * text.len() as u64);
    let at = text
        .char_indices()
        .nth(start as usize)
        .map_or(text.len(), |(at, _)| at);
    let scanner = Scanner {
        hooks: read_hooks(vm, hooks)?,
        text,
        at,
        levels: Vec::new(),
    };
    go_on(vm, scanner, document, hooks, None)
}

/// `_utf8(data)`: the text of a document in bytes.
pub(super) fn without_mark(vm: &mut Vm, args: Args) -> NativeResult {
    let [data] = args.exact(vm, "_utf8")?;
    let bytes: Vec<u8> = match vm.object(vm.unwrap(data)) {
        Some(Object::Bytes(bytes)) => bytes.to_vec(),
        Some(Object::ByteArray(bytes)) => bytes.clone(),
        _ => Vec::new(),
    };
    if bytes.iter().take(4).any(|&byte| byte == 0) {
        return Err(vm.not_supported("JSON in another encoding than UTF-8"));
    }
    let marked = bytes.starts_with("\u{feff}".as_bytes());
    let encoding = vm.heap.str(if marked { "utf-8-sig" } else { "utf-8" });
    let decode = vm.symbols.intern("decode");
    let method = vm.get_attr_nested(data, decode)?;
    Ok(Flow::Call(Box::new((method, Args::of(&[encoding])))))
}

fn read_hooks(vm: &mut Vm, packed: Value) -> Result<Hooks, Raised> {
    let items = vm.items_of(packed)?.unwrap_or_default();
    let [object, float, int, constant, pairs, strict] = items[..] else {
        return Err(vm.type_error("make_scanner() takes hooks"));
    };
    Ok(Hooks {
        object,
        float,
        int,
        constant,
        pairs,
        strict: vm.truth_nested(strict)?,
    })
}

fn go_on(
    vm: &mut Vm,
    mut scanner: Scanner,
    document: Value,
    hooks: Value,
    value: Option<Value>,
) -> NativeResult {
    let (value, told) = match scanner.run(vm, value) {
        Ok(Found::Value(value)) => (value, Value::None),
        Ok(Found::Call(hook, argument)) => {
            let mut state = vec![document, hooks, Value::Int(scanner.at as i64)];
            for level in &scanner.levels {
                state.extend([level.container, level.key]);
            }
            let call = (hook, Args::of(&[argument]), Then::new(answered, state));
            return Ok(Flow::CallThen(Box::new(call)));
        }
        Ok(Found::Opened) => unreachable!("run goes on to a value"),
        Err(Halt::Raised(raised)) => return Err(raised),
        Err(Halt::Problem(problem)) => {
            scanner.at = problem.at;
            (Value::None, vm.heap.str(problem.message))
        }
    };
    let place = scanner.text[..scanner.at].chars().count() as i64;
    let result = vm.heap.tuple(&[value, Value::Int(place), told]);
    Ok(Flow::Value(result))
}

fn answered(vm: &mut Vm, then: Then, value: Value) -> NativeResult {
    let (document, hooks) = (then.state[0], then.state[1]);
    let Value::Int(at) = then.state[2] else {
        unreachable!("the place where the scanner stopped")
    };
    let levels = then.state[3..].chunks(2).map(|parts| Level {
        container: parts[0],
        key: parts[1],
    });
    let scanner = Scanner {
        levels: levels.collect(),
        text: vm.text(document).expect("a text is scanned"),
        at: at as usize,
        hooks: read_hooks(vm, hooks)?,
    };
    go_on(vm, scanner, document, hooks, Some(value))
}

impl Scanner {
    /// Scans until the outermost value is whole or a hook must be called.
    fn run(&mut self, vm: &mut Vm, value: Option<Value>) -> Result<Found, Halt> {
        let mut found = match value {
            Some(value) => Found::Value(value),
            None => self.scan(vm)?,
        };
        loop {
            found = match found {
                Found::Value(value) if self.levels.is_empty() => return Ok(Found::Value(value)),
                Found::Value(value) => self.place(vm, value)?,
                Found::Opened => self.scan(vm)?,
                Found::Call(..) => return Ok(found),
            };
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        self.at = skip_space(self.text.as_bytes(), self.at);
    }

    /// The value that begins here.
    fn scan(&mut self, vm: &mut Vm) -> Result<Found, Halt> {
        vm.spend(VALUE_PS);
        let rest = &self.text.as_bytes()[self.at.min(self.text.len())..];
        let constants: [(&str, Value); 6] = [
            ("null", Value::None),
            ("true", Value::Bool(true)),
            ("false", Value::Bool(false)),
            ("NaN", Value::Float(f64::NAN)),
            ("Infinity", Value::Float(f64::INFINITY)),
            ("-Infinity", Value::Float(f64::NEG_INFINITY)),
        ];
        match rest.first() {
            Some(b'"') => return Ok(Found::Value(self.text_value(vm)?)),
            Some(b'{' | b'[') => return self.open(vm),
            Some(b'n' | b't' | b'f' | b'N' | b'I' | b'-') => {
                for (word, value) in constants {
                    if rest.starts_with(word.as_bytes()) {
                        self.at += word.len();
                        if matches!(value, Value::Float(_)) && !self.hooks.constant.is_none() {
                            return Ok(Found::Call(self.hooks.constant, vm.heap.str(word)));
                        }
                        return Ok(Found::Value(value));
                    }
                }
            }
            _ => {}
        }
        let Some(found) = number(self.text.as_bytes(), self.at) else {
            return problem("Expecting value", self.at);
        };
        let digits = &self.text[self.at..found.end];
        let hook = match found.whole {
            true => self.hooks.int,
            false => self.hooks.float,
        };
        let value = if !hook.is_none() {
            Found::Call(hook, vm.heap.str(digits))
        } else if found.whole {
            let int = match digits.parse() {
                Ok(int) => Ok(text::int::Int::Small(int)),
                Err(_) => text::int::parse(digits, 10),
            };
            let int = int.map_err(|error| vm.text_error(error))?;
            Found::Value(vm.int_from(int))
        } else {
            Found::Value(Value::Float(digits.parse().unwrap_or(f64::NAN)))
        };
        self.at = found.end;
        Ok(value)
    }

    fn text_value(&mut self, vm: &mut Vm) -> Result<Value, Halt> {
        match quoted(&self.text, self.at, self.hooks.strict)? {
            Quoted::Text(value, end) => {
                self.at = end;
                Ok(vm.heap.string(value))
            }
            Quoted::HalfPair => {
                let what = "half of a surrogate pair in a text (JSON's \\ud800 … \\udfff alone)";
                Err(vm.not_supported(what).into())
            }
        }
    }

    fn open(&mut self, vm: &mut Vm) -> Result<Found, Halt> {
        let array = self.byte() == Some(b'[');
        if self.levels.len() + vm.frames.len() > MAX_DEPTH {
            let kind = if array { "array" } else { "object" };
            let text = format!(
                "maximum recursion depth exceeded while decoding a JSON {kind} from a unicode string"
            );
            return Err(vm.raise("RecursionError", &text).into());
        }
        self.at += 1;
        self.skip_space();
        let container = match array || !self.hooks.pairs.is_none() {
            true => vm.heap.list(Vec::new()),
            false => vm.heap.dict(Dict::default()),
        };
        self.levels.push(Level {
            container,
            key: Value::Unbound,
        });
        if self.byte() == Some(if array { b']' } else { b'}' }) {
            return Ok(self.close(array));
        }
        if !array {
            self.key(vm, None)?;
        }
        Ok(Found::Opened)
    }

    /// Reads a key and its colon. `comma`: where the comma before it stands.
    fn key(&mut self, vm: &mut Vm, comma: Option<usize>) -> Result<(), Halt> {
        if self.byte() != Some(b'"') {
            let trailing = comma.filter(|_| self.byte() == Some(b'}') && vm.options.minor >= 13);
            if let Some(comma) = trailing {
                return problem("Illegal trailing comma before end of object", comma);
            }
            let message = "Expecting property name enclosed in double quotes";
            return problem(message, self.at);
        }
        let key = self.text_value(vm)?;
        self.skip_space();
        if self.byte() != Some(b':') {
            return problem("Expecting ':' delimiter", self.at);
        }
        self.at += 1;
        self.skip_space();
        self.levels.last_mut().expect("an object is open").key = key;
        Ok(())
    }

    /// Puts a value into the innermost container and reads what follows it there.
    fn place(&mut self, vm: &mut Vm, value: Value) -> Result<Found, Halt> {
        let Level { container, key } = *self.levels.last().expect("a container is open");
        let array = key.is_unbound();
        if array {
            vm.push_item(container, value);
        } else if self.hooks.pairs.is_none() {
            vm.dict_set(container, key, value)?;
        } else {
            let pair = vm.heap.tuple(&[key, value]);
            vm.push_item(container, pair);
        }
        self.skip_space();
        match self.byte() {
            Some(b']') if array => Ok(self.close(true)),
            Some(b'}') if !array => Ok(self.close(false)),
            Some(b',') => {
                let comma = self.at;
                self.at += 1;
                self.skip_space();
                if !array {
                    self.key(vm, Some(comma))?;
                } else if self.byte() == Some(b']') && vm.options.minor >= 13 {
                    return problem("Illegal trailing comma before end of array", comma);
                }
                Ok(Found::Opened)
            }
            _ => problem("Expecting ',' delimiter", self.at),
        }
    }

    fn close(&mut self, array: bool) -> Found {
        self.at += 1;
        let level = self.levels.pop().expect("a container is open");
        match (array, self.hooks.pairs, self.hooks.object) {
            (true, ..) | (_, Value::None, Value::None) => Found::Value(level.container),
            (_, Value::None, hook) | (_, hook, _) => Found::Call(hook, level.container),
        }
    }
}
