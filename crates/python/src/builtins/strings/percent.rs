//! The `%` operator of `str`. Follows CPython's `unicode_format` step by step, so that the order of its errors holds too.
//!
//! (Over 400 lines because it follows one function of CPython from start to end.)

use crate::heap::{Object, Value};
use crate::text::strings::Text;
use crate::text::{self, TextError, check_result_bytes, float::Style};
use crate::vm::{Raised, Vm};

impl Vm {
    /// `text % values`
    pub fn percent_format(&mut self, format: Value, values: Value) -> Result<Value, Raised> {
        let template: Vec<char> = self.text(format).unwrap_or_default().chars().collect();
        let out = self.percent_text(&template, values, false)?;
        Ok(self.heap.string(out))
    }

    /// `bytes % values`; inside, each byte is the Latin-1 character of its number.
    pub fn percent_format_bytes(&mut self, format: Value, values: Value) -> Result<Value, Raised> {
        let template: Vec<char> = self
            .byte_slice(format)
            .into_iter()
            .map(char::from)
            .collect();
        let out = self.percent_text(&template, values, true)?;
        let bytes: Vec<u8> = out.chars().map(|c| c as u8).collect();
        Ok(self.heap.value(match self.object(format) {
            Some(Object::ByteArray(_)) => Object::ByteArray(bytes),
            _ => Object::Bytes(bytes.into()),
        }))
    }

    fn percent_text(
        &mut self,
        template: &[char],
        values: Value,
        bytes: bool,
    ) -> Result<String, Raised> {
        let mut run = Run::new(self, template, values);
        run.bytes = bytes;
        let mut out = String::new();
        while let Some(&c) = run.template.get(run.at) {
            run.at += 1;
            if c == '%' {
                run.conversion(self, &mut out)?;
                check_result_bytes(out.len()).map_err(|error| self.text_error(error))?;
            } else {
                out.push(c);
            }
        }
        if !run.mapping && run.values.some_left() {
            return Err(run.all_must_be_converted(self));
        }
        self.spend(self.costs.per_item * (out.len() as u64 / 16));
        self.check_heap_growth(out.len() as u64)?;
        Ok(out)
    }
}

/// What is still to be converted.
enum Values {
    /// One value that is no tuple; `None` once it was taken.
    One(Option<Value>),
    /// A tuple's, and how many were taken.
    Many(Vec<Value>, usize),
}

impl Values {
    fn some_left(&self) -> bool {
        match self {
            Values::One(value) => value.is_some(),
            Values::Many(values, taken) => *taken < values.len(),
        }
    }

    fn next(&mut self, vm: &mut Vm) -> Result<Value, Raised> {
        let value = match self {
            Values::One(value) => value.take(),
            Values::Many(values, taken) => {
                *taken += 1;
                values.get(*taken - 1).copied()
            }
        };
        value.ok_or_else(|| vm.type_error("not enough arguments for format string"))
    }
}

/// The flags, width and precision before a conversion's letter.
#[derive(Default)]
struct Shape {
    left: bool,
    plus: bool,
    blank: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
}

struct Run<'a> {
    template: &'a [char],
    at: usize,
    right: Value,
    mapping: bool,
    values: Values,
    /// Whether bytes are made.
    bytes: bool,
}

impl<'a> Run<'a> {
    fn new(vm: &mut Vm, template: &'a [char], right: Value) -> Run<'a> {
        let base = vm.unwrap(right);
        let values = match vm.object(base) {
            Some(Object::Tuple(items)) => Values::Many(items.to_vec(), 0),
            _ => Values::One(Some(right)),
        };
        let mapping = match vm.object(base) {
            Some(Object::Tuple(_) | Object::Str(_)) => false,
            Some(
                Object::Dict(_)
                | Object::List(_)
                | Object::Bytes(_)
                | Object::ByteArray(_)
                | Object::Range(_),
            ) => true,
            Some(Object::Instance(_) | Object::Host(_)) => {
                vm.special(right, vm.names.getitem).is_some()
            }
            _ => false,
        };
        Run {
            template,
            at: 0,
            right,
            mapping,
            values,
            bytes: false,
        }
    }

    fn all_must_be_converted(&self, vm: &mut Vm) -> Raised {
        let what = if self.bytes { "bytes" } else { "string" };
        let text = format!("not all arguments converted during {what} formatting");
        vm.type_error(&text)
    }

    fn peek(&self) -> Option<char> {
        self.template.get(self.at).copied()
    }

    fn take(&mut self, vm: &mut Vm) -> Result<char, Raised> {
        self.at += 1;
        match self.template.get(self.at - 1) {
            Some(&c) => Ok(c),
            None => Err(vm.raise("ValueError", "incomplete format")),
        }
    }

    /// One conversion; the `%` has been read.
    fn conversion(&mut self, vm: &mut Vm, out: &mut String) -> Result<(), Raised> {
        if self.peek() == Some('(') {
            self.at += 1;
            self.look_up(vm)?;
        }
        let shape = self.shape(vm)?;
        let letter = self.take(vm)?;
        if letter == '%' {
            out.push('%');
            return Ok(());
        }
        let value = self.values.next(vm)?;
        self.convert(vm, letter, value, shape, out)?;
        if self.mapping && self.values.some_left() {
            return Err(self.all_must_be_converted(vm));
        }
        Ok(())
    }

    /// `(key)`: the mapping's value becomes the only one.
    fn look_up(&mut self, vm: &mut Vm) -> Result<(), Raised> {
        if !self.mapping {
            return Err(vm.type_error("format requires a mapping"));
        }
        let (start, mut open) = (self.at, 1);
        while open > 0 {
            match self.peek() {
                Some('(') => open += 1,
                Some(')') => open -= 1,
                Some(_) => {}
                None => return Err(vm.raise("ValueError", "incomplete format key")),
            }
            self.at += 1;
        }
        let key: String = self.template[start..self.at - 1].iter().collect();
        let key = if self.bytes {
            let key: Vec<u8> = key.chars().map(|c| c as u8).collect();
            vm.heap.value(Object::Bytes(key.into()))
        } else {
            vm.heap.string(key)
        };
        let value = match vm.get_item(self.right, key)? {
            Ok(value) => value,
            Err((callable, args)) => vm.call_nested(callable, args)?,
        };
        self.values = Values::One(Some(value));
        Ok(())
    }

    fn shape(&mut self, vm: &mut Vm) -> Result<Shape, Raised> {
        let mut shape = Shape::default();
        loop {
            match self.peek() {
                Some('-') => shape.left = true,
                Some('+') => shape.plus = true,
                Some(' ') => shape.blank = true,
                Some('#') => shape.alternate = true,
                Some('0') => shape.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        let width = self.size(vm, "width too big")?.unwrap_or(0);
        shape.left |= width < 0;
        shape.width = width.unsigned_abs() as usize;
        if self.peek() == Some('.') {
            self.at += 1;
            let precision = self.size(vm, "precision too big")?.unwrap_or(0);
            shape.precision = Some(precision.max(0) as usize);
        }
        if let Some('h' | 'l' | 'L') = self.peek() {
            self.at += 1;
        }
        Ok(shape)
    }

    /// A width or a precision: digits, or `*` for the next value.
    fn size(&mut self, vm: &mut Vm, too_big: &str) -> Result<Option<i64>, Raised> {
        if self.peek() == Some('*') {
            self.at += 1;
            let value = self.values.next(vm)?;
            return match vm.unwrap(value) {
                Value::Int(size) => Ok(Some(size)),
                Value::Bool(size) => Ok(Some(i64::from(size))),
                _ => Err(vm.type_error("* wants int")),
            };
        }
        let mut size: Option<i64> = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            self.at += 1;
            size = Some(size.unwrap_or(0).saturating_mul(10) + i64::from(digit));
            if size > Some(i64::MAX / 16) {
                return Err(vm.raise("ValueError", too_big));
            }
        }
        Ok(size)
    }

    fn convert(
        &self,
        vm: &mut Vm,
        letter: char,
        value: Value,
        shape: Shape,
        out: &mut String,
    ) -> Result<(), Raised> {
        let body = match letter {
            'b' | 's' if self.bytes => {
                let text = bytes_text(vm, value)?;
                match shape.precision {
                    Some(most) => text.chars().take(most).collect(),
                    None => text,
                }
            }
            'c' if self.bytes => byte_character(vm, value)?,
            'r' if self.bytes => text::repr::escape_non_ascii(&vm.repr_nested(value)?),
            's' | 'r' | 'a' => {
                let text = match letter {
                    's' => vm.str_nested(value)?,
                    'r' => vm.repr_nested(value)?,
                    _ => text::repr::escape_non_ascii(&vm.repr_nested(value)?),
                };
                match shape.precision {
                    Some(most) => Text::new(&text).between(0, most).to_owned(),
                    None => text,
                }
            }
            'c' => character(vm, value)?,
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' => whole(vm, letter, value, &shape)?,
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => real(vm, letter, value, &shape)?,
            _ => {
                let shown = if (' '..='~').contains(&letter) {
                    letter
                } else {
                    '?'
                };
                let text = format!(
                    "unsupported format character '{shown}' (0x{:x}) at index {}",
                    letter as u32,
                    self.at - 1
                );
                return Err(vm.raise("ValueError", &text));
            }
        };
        let numeric = !matches!(letter, 'b' | 's' | 'r' | 'a' | 'c');
        lay_out(&body, numeric, &shape, out).map_err(|error| vm.text_error(error))
    }
}

/// What `%b` shows, a Latin-1 character for each byte.
fn bytes_text(vm: &mut Vm, value: Value) -> Result<String, Raised> {
    let mut shown = vm.unwrap(value);
    if let Some(method) = vm.python_special(value, vm.names.bytes) {
        shown = vm.call_nested(method, crate::vm::Args::of(&[value]))?;
    }
    match vm.object(shown) {
        Some(Object::Bytes(_) | Object::ByteArray(_) | Object::MemoryView(_)) => {
            Ok(vm.byte_slice(shown).into_iter().map(char::from).collect())
        }
        _ => {
            let text = format!(
                "%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
                vm.type_name(value)
            );
            Err(vm.type_error(&text))
        }
    }
}

fn byte_character(vm: &mut Vm, value: Value) -> Result<String, Raised> {
    let inner = vm.unwrap(value);
    if let Some(Object::Bytes(_) | Object::ByteArray(_)) = vm.object(inner) {
        if let [byte] = vm.byte_slice(inner)[..] {
            return Ok(char::from(byte).to_string());
        }
    } else if let Some(code) = vm.as_index(value)? {
        return match u8::try_from(code) {
            Ok(byte) => Ok(char::from(byte).to_string()),
            Err(_) => Err(vm.raise("OverflowError", "%c arg not in range(256)")),
        };
    }
    Err(vm.type_error("%c requires an integer in range(256) or a single byte"))
}

fn character(vm: &mut Vm, value: Value) -> Result<String, Raised> {
    if let Some(text) = vm.text(value) {
        if text.chars().count() == 1 {
            return Ok(text.to_string());
        }
        return Err(vm.type_error("%c requires int or char"));
    }
    let Some(code) = vm.as_index(value)? else {
        return Err(vm.type_error("%c requires int or char"));
    };
    match u32::try_from(code).ok().filter(|&code| code < 0x11_0000) {
        // A lone surrogate, which a Rust text can't hold, becomes the replacement character.
        Some(code) => Ok(char::from_u32(code)
            .unwrap_or(char::REPLACEMENT_CHARACTER)
            .to_string()),
        None => Err(vm.raise("OverflowError", "%c arg not in range(0x110000)")),
    }
}

/// An integer's digits with its sign and prefix.
fn whole(vm: &mut Vm, letter: char, value: Value, shape: &Shape) -> Result<String, Raised> {
    let based = matches!(letter, 'o' | 'x' | 'X');
    let inner = vm.unwrap(value);
    let int = match (vm.int_of(inner), inner) {
        (Some(int), _) => int,
        (None, Value::Float(f)) if !based => {
            text::float::to_int(f).map_err(|error| vm.text_error(error))?
        }
        _ => {
            let names = if based {
                vec![vm.names.index]
            } else {
                vec![vm.names.int, vm.names.index]
            };
            let method = names
                .into_iter()
                .find_map(|name| vm.special(value, name).filter(|_| vm.text(value).is_none()));
            let result = match method {
                Some(method) => {
                    let result = vm.call_nested(method, crate::vm::Args::of(&[value]))?;
                    vm.int_of(result)
                }
                None => None,
            };
            match result {
                Some(int) => int,
                None => {
                    let wanted = if based { "an integer" } else { "a real number" };
                    let text = format!(
                        "%{letter} format: {wanted} is required, not {}",
                        vm.type_name(value)
                    );
                    return Err(vm.type_error(&text));
                }
            }
        }
    };
    let (mut digits, prefix) = match letter {
        'o' => (text::int::magnitude_digits(&int, 8), "0o"),
        'x' => (text::int::magnitude_digits(&int, 16), "0x"),
        'X' => (
            text::int::magnitude_digits(&int, 16).to_ascii_uppercase(),
            "0X",
        ),
        _ => {
            let decimal = text::int::decimal(&int).map_err(|error| vm.text_error(error))?;
            (decimal.trim_start_matches('-').to_owned(), "")
        }
    };
    if let Some(least) = shape.precision {
        check_result_bytes(least).map_err(|error| vm.text_error(error))?;
        digits.insert_str(0, &"0".repeat(least.saturating_sub(digits.len())));
    }
    let sign = if int.is_negative() { "-" } else { "" };
    let prefix = if shape.alternate { prefix } else { "" };
    Ok(format!("{sign}{prefix}{digits}"))
}

fn real(vm: &mut Vm, letter: char, value: Value, shape: &Shape) -> Result<String, Raised> {
    let inner = vm.unwrap(value);
    let x = match (inner, vm.int_of(inner)) {
        (Value::Float(f), _) => f,
        (_, Some(int)) => text::int::to_float(&int).map_err(|error| vm.text_error(error))?,
        _ => {
            let method = vm.special(value, vm.names.float);
            let result = match method {
                Some(method) => vm.call_nested(method, crate::vm::Args::of(&[value]))?,
                None => Value::Unbound,
            };
            match vm.unwrap(result) {
                Value::Float(f) => f,
                _ => {
                    let text = format!("must be real number, not {}", vm.type_name(value));
                    return Err(vm.type_error(&text));
                }
            }
        }
    };
    let precision = shape.precision.unwrap_or(6);
    check_result_bytes(precision).map_err(|error| vm.text_error(error))?;
    let style = match letter.to_ascii_lowercase() {
        'e' => Style::Exponent,
        'f' => Style::Fixed,
        _ => Style::General,
    };
    let text = text::float::render(x, style, precision, shape.alternate, false);
    Ok(if letter.is_ascii_uppercase() {
        text.to_ascii_uppercase()
    } else {
        text
    })
}

/// Pads `body`; zeros go between a number's sign or prefix and its digits.
fn lay_out(body: &str, numeric: bool, shape: &Shape, out: &mut String) -> Result<(), TextError> {
    check_result_bytes(shape.width)?;
    let (mut sign, mut prefix, mut digits) = ("", "", body);
    if numeric {
        (sign, digits) = match body.strip_prefix('-') {
            Some(rest) => ("-", rest),
            None if shape.plus => ("+", body),
            None if shape.blank => (" ", body),
            None => ("", body),
        };
        if ["0x", "0X", "0o"]
            .iter()
            .any(|&known| digits.starts_with(known))
        {
            (prefix, digits) = digits.split_at(2);
        }
    }
    let length = sign.len() + prefix.len() + Text::new(digits).length();
    let missing = shape.width.saturating_sub(length);
    let fill = |c, count| std::iter::repeat_n(c, count);
    let zeros = numeric && shape.zero && !shape.left;
    if !shape.left && !zeros {
        out.extend(fill(' ', missing));
    }
    out.push_str(sign);
    out.push_str(prefix);
    if zeros {
        out.extend(fill('0', missing));
    }
    out.push_str(digits);
    if shape.left {
        out.extend(fill(' ', missing));
    }
    Ok(())
}
