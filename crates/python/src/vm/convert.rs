//! Values as text: `repr`, `str`, `format` and the `%` operator's hand-over.
//!
//! (Over 400 lines because `repr` of every builtin is one walk over shared state.)

use super::{Args, Flow, NativeResult, Raised, Then, Vm};
use crate::heap::{DictPart, Object, Value};
use crate::text::{self, int::Int, strings::Text};

impl Vm {
    /// `repr(value)`; Python code inside containers runs without a switch.
    pub fn repr_nested(&mut self, value: Value) -> Result<String, Raised> {
        self.repr_in(value, &mut Vec::new())
    }

    fn repr_in(&mut self, value: Value, open: &mut Vec<Value>) -> Result<String, Raised> {
        if open.contains(&value) && value.as_ref().is_some() {
            return Ok(match self.object(value) {
                Some(Object::List(_)) => "[...]",
                Some(Object::Dict(_)) => "{...}",
                Some(Object::Tuple(_)) => "(...)",
                _ => "...",
            }
            .into());
        }
        if open.len() > 150 {
            return Err(self.raise(
                "RecursionError",
                "maximum recursion depth exceeded while getting the repr of an object",
            ));
        }
        let Some(object) = self.object(value) else {
            return Ok(self.repr_plain(value));
        };
        match object.clone() {
            Object::List(items) => {
                open.push(value);
                let parts = self.repr_all(&items, open)?;
                open.pop();
                Ok(format!("[{}]", parts.join(", ")))
            }
            Object::Tuple(items) => {
                open.push(value);
                let parts = self.repr_all(&items, open)?;
                open.pop();
                Ok(if parts.len() == 1 {
                    format!("({},)", parts[0])
                } else {
                    format!("({})", parts.join(", "))
                })
            }
            Object::Dict(dict) => {
                open.push(value);
                let mut parts = Vec::new();
                for entry in dict.iter() {
                    let key = self.repr_in(entry.key, open)?;
                    parts.push(format!("{key}: {}", self.repr_in(entry.value, open)?));
                }
                open.pop();
                let shown = format!("{{{}}}", parts.join(", "));
                let is_proxy = self.class_of(value) == self.types.mappingproxy;
                Ok(match is_proxy {
                    true => format!("mappingproxy({shown})"),
                    false => shown,
                })
            }
            Object::ByteArray(_) if is_inside(self, open, value) => {
                let name = self.type_name(open[open.len() - 1]);
                Ok(self.repr_plain(value).replacen("bytearray", &name, 1))
            }
            Object::Set(set) | Object::FrozenSet(set) => {
                if let Some(&whole) = open.last().filter(|_| is_inside(self, open, value)) {
                    let name = self.type_name(whole);
                    let items: Vec<Value> = set.iter().map(|entry| entry.key).collect();
                    let parts = self.repr_all(&items, open)?.join(", ");
                    return Ok(match set.is_empty() {
                        true => format!("{name}()"),
                        false => format!("{name}({{{parts}}})"),
                    });
                }
                let frozen = matches!(self.object(value), Some(Object::FrozenSet(_)));
                if set.is_empty() {
                    return Ok(if frozen { "frozenset()" } else { "set()" }.into());
                }
                open.push(value);
                let items: Vec<Value> = set.iter().map(|entry| entry.key).collect();
                let parts = self.repr_all(&items, open)?.join(", ");
                open.pop();
                Ok(if frozen {
                    format!("frozenset({{{parts}}})")
                } else {
                    format!("{{{parts}}}")
                })
            }
            Object::DictView { part, .. } => {
                let name = match part {
                    DictPart::Keys => "dict_keys",
                    DictPart::Values => "dict_values",
                    DictPart::Items => "dict_items",
                };
                let items = self.items_of(value)?.unwrap_or_default();
                Ok(format!(
                    "{name}([{}])",
                    self.repr_all(&items, open)?.join(", ")
                ))
            }
            Object::StaticMethod(function) => {
                Ok(format!("<staticmethod({})>", self.repr_in(function, open)?))
            }
            Object::ClassMethod(function) => {
                Ok(format!("<classmethod({})>", self.repr_in(function, open)?))
            }
            Object::Slice(parts) => {
                let parts = self.repr_all(&*parts, open)?;
                Ok(format!("slice({})", parts.join(", ")))
            }
            Object::BoundMethod { function, receiver } => {
                let name = self.qualname_of(function);
                if matches!(self.object(function), Some(Object::Native(_))) {
                    let short = name.rsplit('.').next().unwrap_or("").to_owned();
                    if short.starts_with("__") && short.ends_with("__") {
                        return Ok(format!(
                            "<method-wrapper '{short}' of {} object at {}>",
                            self.type_name(receiver),
                            self.at(receiver)
                        ));
                    }
                    return Ok(format!(
                        "<built-in method {short} of {} object at {}>",
                        self.type_name(receiver),
                        self.at(receiver)
                    ));
                }
                Ok(format!(
                    "<bound method {name} of {}>",
                    self.repr_in(receiver, open)?
                ))
            }
            Object::Instance(instance) => {
                let method = self
                    .special(value, self.names.repr)
                    .filter(|&method| self.is_python(method));
                if let Some(method) = method {
                    open.push(value);
                    let result = self.call_nested(method, Args::of(&[value]));
                    open.pop();
                    let result = result?;
                    return match self.text(result) {
                        Some(text) => Ok(text.to_string()),
                        None => {
                            let text = format!(
                                "__repr__ returned non-string (type {})",
                                self.type_name(result)
                            );
                            Err(self.type_error(&text))
                        }
                    };
                }
                if !instance.base.is_unbound() {
                    open.push(value);
                    let shown = self.repr_in(instance.base, open);
                    open.pop();
                    return shown;
                }
                Ok(self.default_repr(value))
            }
            Object::Host(_) => match self.special(value, self.names.repr) {
                Some(method) => {
                    let result = self.call_nested(method, Args::of(&[value]))?;
                    Ok(self.text(result).unwrap_or_default().to_string())
                }
                None => Ok(self.default_repr(value)),
            },
            Object::Exception(e) => {
                let method = self
                    .special(value, self.names.repr)
                    .filter(|&method| self.is_python(method));
                if let Some(method) = method {
                    let result = self.call_nested(method, Args::of(&[value]))?;
                    return Ok(self.text(result).unwrap_or_default().to_string());
                }
                let args = self.exception_args(value);
                let parts = self.repr_all(&args, open)?;
                Ok(format!(
                    "{}({})",
                    self.class(e.class).name,
                    parts.join(", ")
                ))
            }
            Object::Class(class) => {
                if let Some(meta) = class.metaclass
                    && let Some(method) = self
                        .lookup(meta, self.names.repr)
                        .filter(|&method| self.is_python(method))
                {
                    let result = self.call_nested(method, Args::of(&[value]))?;
                    return Ok(self.text(result).unwrap_or_default().to_string());
                }
                Ok(match &*class.module {
                    "builtins" => format!("<class '{}'>", class.qualname),
                    module => format!("<class '{module}.{}'>", class.qualname),
                })
            }
            Object::BigInt(big) => {
                text::int::decimal_big(&big).map_err(|error| self.text_error(error))
            }
            _ => Ok(self.repr_plain(value)),
        }
    }

    fn repr_all(&mut self, items: &[Value], open: &mut Vec<Value>) -> Result<Vec<String>, Raised> {
        items.iter().map(|&item| self.repr_in(item, open)).collect()
    }

    fn at(&self, value: Value) -> String {
        format!("{:#x}", self.id_of(value))
    }

    /// `id(value)`
    pub(crate) fn id_of(&self, value: Value) -> i64 {
        match value {
            Value::Obj(r) => self.address_of(r) as i64,
            Value::None => 0x7f39_0000_0010,
            Value::Bool(b) => 0x7f39_0000_0100 + i64::from(b) * 0x20,
            Value::Int(i) => 0x7f39_0001_0000_i64.wrapping_add(i.wrapping_mul(32)),
            Value::Float(f) => (f.to_bits() >> 16) as i64 | 1 << 40,
            _ => 0x7f39_0000_0200,
        }
    }

    fn qualname_of(&self, function: Value) -> String {
        match self.object(function) {
            Some(Object::Function(f)) => self.text(f.qualname).unwrap_or_default().to_string(),
            Some(Object::Native(native)) => native.name.to_owned(),
            _ => "?".into(),
        }
    }

    /// `<module.Class object at 0x…>`
    pub fn default_repr(&self, value: Value) -> String {
        let class = self.class(self.class_of(value));
        let name = match &*class.module {
            "builtins" => class.qualname.to_string(),
            module => format!("{module}.{}", class.qualname),
        };
        format!("<{name} object at {}>", self.at(value))
    }

    /// The repr of what holds no other value.
    pub(super) fn repr_plain(&self, value: Value) -> String {
        match value {
            Value::Unbound => "<unbound>".into(),
            Value::None => "None".into(),
            Value::Bool(true) => "True".into(),
            Value::Bool(false) => "False".into(),
            Value::Int(i) => i.to_string(),
            Value::Float(f) => text::float::repr(f),
            Value::NotImplemented => "NotImplemented".into(),
            Value::Ellipsis => "Ellipsis".into(),
            Value::Obj(r) => match self.heap.get(r) {
                Object::Str(s) => text::repr::text(&s.text),
                Object::BigInt(big) => big.to_string(),
                Object::Complex { real, imag } => {
                    text::complex::repr(text::complex::complex(*real, *imag))
                }
                Object::Bytes(bytes) => text::repr::bytes(bytes),
                Object::ByteArray(bytes) => {
                    let shown = text::repr::bytes(bytes);
                    // CPython escapes the single quote here even between double ones.
                    let shown = match shown.starts_with("b\"") {
                        true => shown.replace('\'', "\\'"),
                        false => shown,
                    };
                    format!("bytearray({shown})")
                }
                Object::Range(range) if range.step == 1 => {
                    format!("range({}, {})", range.start, range.stop)
                }
                Object::Range(range) => {
                    format!("range({}, {}, {})", range.start, range.stop, range.step)
                }
                Object::Function(_) => format!(
                    "<function {} at {}>",
                    self.qualname_of(value),
                    self.at(value)
                ),
                Object::Native(native) => match native.owner.map(|owner| self.heap.get(owner)) {
                    Some(Object::Class(class)) if native.name.starts_with("__") => {
                        format!(
                            "<slot wrapper '{}' of '{}' objects>",
                            native.name, class.name
                        )
                    }
                    Some(Object::Class(class)) => {
                        format!("<method '{}' of '{}' objects>", native.name, class.name)
                    }
                    _ => format!("<built-in function {}>", native.name),
                },
                Object::Module(module) => match self.text(module.get(self.names.file)) {
                    Some(file) => format!("<module '{}' from '{file}'>", module.name),
                    None if module.is_library => {
                        format!("<module '{}' (built-in)>", module.name)
                    }
                    None => format!("<module '{}'>", module.name),
                },
                Object::Generator(generator) => {
                    let name = self.text(generator.qualname).unwrap_or_default();
                    let kind = self.type_name(value);
                    format!("<{kind} object {name} at {}>", self.at(value))
                }
                Object::Super { after, receiver } => {
                    let receiver = match self.object(*receiver) {
                        Some(Object::Class(class)) => class.name.clone(),
                        _ => self.type_name(*receiver),
                    };
                    let after = &self.class(*after).name;
                    format!("<super: <class '{after}'>, <{receiver} object>>")
                }
                Object::MemoryView(_) => format!("<memory at {}>", self.at(value)),
                Object::Code(code) => {
                    format!("<code object {} at {}>", code.code.name, self.at(value))
                }
                _ => self.default_repr(value),
            },
        }
    }

    /// `str(value)`: the text, or the call of `__str__` that gives it.
    pub fn str_flow(&mut self, value: Value) -> NativeResult {
        if let Some(Object::Str(_)) = self.object(value) {
            return Ok(Flow::Value(value));
        }
        if let Some((method, name)) = self.text_method(value, true) {
            return Ok(self.text_call(method, value, name));
        }
        let text = self.str_nested(value)?;
        Ok(Flow::Value(self.heap.string(text)))
    }

    /// `repr(value)`: the text, or the call of `__repr__` that gives it.
    pub fn repr_flow(&mut self, value: Value) -> NativeResult {
        if let Some((method, name)) = self.text_method(value, false) {
            return Ok(self.text_call(method, value, name));
        }
        let text = self.repr_nested(value)?;
        Ok(Flow::Value(self.heap.string(text)))
    }

    /// The method written in Python that gives a value's text: `__str__` first where `as_str` is set.
    pub fn text_method(&mut self, value: Value, as_str: bool) -> Option<(Value, &'static str)> {
        let may_have_one = matches!(
            self.object(value),
            Some(Object::Instance(_) | Object::Exception(_) | Object::Host(_) | Object::Class(_))
        );
        let names = [(self.names.str, "__str__"), (self.names.repr, "__repr__")];
        let asked = if as_str { &names[..] } else { &names[1..] };
        for &(symbol, name) in asked.iter().filter(|_| may_have_one) {
            if let Some(method) = self
                .special(value, symbol)
                .filter(|&method| self.is_python(method))
            {
                return Some((method, name));
            }
            // An exception's `str` does not ask its `repr`.
            if matches!(self.object(value), Some(Object::Exception(_))) {
                break;
            }
        }
        None
    }

    fn text_call(&mut self, method: Value, value: Value, name: &'static str) -> Flow {
        let checked = if name == "__str__" {
            |vm: &mut Vm, _: Then, told: Value| vm.checked_text(told, "__str__")
        } else {
            |vm: &mut Vm, _: Then, told: Value| vm.checked_text(told, "__repr__")
        };
        let then = Then::new(checked, Vec::new());
        Flow::CallThen(Box::new((method, Args::of(&[value]), then)))
    }

    /// What `__str__` or `__repr__` may return.
    pub fn checked_text(&mut self, told: Value, name: &str) -> NativeResult {
        if self.text(told).is_some() {
            return Ok(Flow::Value(told));
        }
        let text = format!("{name} returned non-string (type {})", self.type_name(told));
        Err(self.type_error(&text))
    }

    /// `str(value)`, without a switch.
    pub fn str_nested(&mut self, value: Value) -> Result<String, Raised> {
        match self.object(value) {
            Some(Object::Str(text)) => return Ok(text.text.to_string()),
            Some(Object::Instance(instance)) => {
                let base = instance.base;
                if let Some(method) = self
                    .special(value, self.names.str)
                    .filter(|&method| self.is_python(method))
                {
                    let result = self.call_nested(method, Args::of(&[value]))?;
                    return self.checked_str(result);
                }
                let own_repr = self
                    .special(value, self.names.repr)
                    .is_some_and(|method| self.is_python(method));
                let is_text = matches!(self.object(base), Some(Object::Str(_)));
                if is_text && !own_repr {
                    return self.str_nested(base);
                }
            }
            Some(Object::Exception(_)) => {
                if let Some(method) = self
                    .special(value, self.names.str)
                    .filter(|&method| self.is_python(method))
                {
                    let result = self.call_nested(method, Args::of(&[value]))?;
                    return self.checked_str(result);
                }
                return self.exception_text(value);
            }
            _ => {}
        }
        self.repr_nested(value)
    }

    fn checked_str(&mut self, result: Value) -> Result<String, Raised> {
        match self.text(result) {
            Some(text) => Ok(text.to_string()),
            None => {
                let text = format!(
                    "__str__ returned non-string (type {})",
                    self.type_name(result)
                );
                Err(self.type_error(&text))
            }
        }
    }

    /// `BaseException.__str__`, with KeyError's and OSError's own ways.
    pub fn exception_text(&mut self, exception: Value) -> Result<String, Raised> {
        let args = self.exception_args(exception);
        if let Some(members) = self.group_members(exception) {
            let message = self.str_nested(args.first().copied().unwrap_or_default())?;
            let count = members.len();
            let plural = if count == 1 { "" } else { "s" };
            return Ok(format!("{message} ({count} sub-exception{plural})"));
        }
        match args.len() {
            0 => Ok(String::new()),
            1 if self.is_exception(exception, "KeyError") => self.repr_nested(args[0]),
            1 => self.str_nested(args[0]),
            5 if self.is_exception(exception, "UnicodeError") => self.unicode_error_text(&args),
            2 if self.is_exception(exception, "OSError") => self.os_error_text(exception, &args),
            2 if self.is_exception(exception, "SyntaxError") => {
                let message = self.str_nested(args[0])?;
                match self.object(args[1]) {
                    Some(Object::Tuple(place)) if place.len() >= 2 => {
                        let place = place.clone();
                        let file = self.str_nested(place[0])?;
                        let file = file.rsplit('/').next().unwrap_or_default().to_owned();
                        let line = self.str_nested(place[1])?;
                        Ok(format!("{message} ({file}, line {line})"))
                    }
                    _ => Ok(message),
                }
            }
            _ => {
                let tuple = self.heap.tuple(&args);
                self.repr_nested(tuple)
            }
        }
    }

    /// An `int` (or `bool`) for the text rules.
    pub fn int_of(&self, value: Value) -> Option<Int> {
        match value {
            Value::Int(i) => Some(Int::Small(i)),
            Value::Bool(b) => Some(Int::Small(i64::from(b))),
            _ => self.big(value).map(Int::from),
        }
    }

    /// An `int` of the text rules as a value.
    pub fn int_from(&mut self, int: Int) -> Value {
        match int {
            Int::Small(i) => Value::Int(i),
            Int::Big(big) => self.int_value(big),
        }
    }

    /// `format(value, spec)`; an unbound spec is the empty one.
    pub fn format_value(&mut self, value: Value, spec: Value) -> NativeResult {
        let spec_text = self.text(spec).unwrap_or_else(|| "".into());
        if let Some(Object::Instance(_) | Object::Host(_)) = self.object(value)
            && let Some(method) = self
                .special(value, self.names.format)
                .filter(|&method| self.is_python(method))
        {
            let spec = if spec.is_unbound() {
                self.heap.str("")
            } else {
                spec
            };
            let then = super::Then::new(
                |vm, _, result| match vm.text(result) {
                    Some(_) => Ok(Flow::Value(result)),
                    None => {
                        let text =
                            format!("__format__ must return a str, not {}", vm.type_name(result));
                        Err(vm.type_error(&text))
                    }
                },
                Vec::new(),
            );
            let call = (method, Args::of(&[value, spec]), then);
            return Ok(Flow::CallThen(Box::new(call)));
        }
        if spec_text.is_empty() {
            return self.str_flow(value);
        }
        let base = self.unwrap(value);
        let name = self.type_name(value);
        let result = match (base, self.object(base)) {
            (Value::Float(f), _) => text::format_number::format_float(f, &spec_text, &name),
            (_, Some(Object::Str(s))) => text::format_spec::format_str(
                Text::with_length(&s.text, s.length as usize),
                &spec_text,
                &name,
            ),
            (_, Some(&Object::Complex { real, imag })) => {
                text::complex::format(text::complex::complex(real, imag), &spec_text, &name)
            }
            _ => match self.int_of(base) {
                Some(int) => text::format_number::format_int(&int, &spec_text, &name),
                None => {
                    let text = format!("unsupported format string passed to {name}.__format__");
                    return Err(self.type_error(&text));
                }
            },
        };
        match result {
            Ok(text) => Ok(Flow::Value(self.heap.string(text))),
            Err(error) => Err(self.text_error(error)),
        }
    }

    /// An f-string part with a conversion, then a spec.
    pub(super) fn converted_format(
        &mut self,
        conversion: &str,
        value: Value,
        spec: Value,
    ) -> NativeResult {
        if conversion != "ascii"
            && let Some((method, _)) = self.text_method(value, conversion == "str")
        {
            let name = if conversion == "str" {
                "__str__"
            } else {
                "__repr__"
            };
            let name = self.heap.str(name);
            let then = Then::new(
                |vm, then, told| {
                    let name = vm.text(then.state[1]).unwrap_or_default();
                    vm.checked_text(told, &name)?;
                    match then.state[0] {
                        Value::Unbound => Ok(Flow::Value(told)),
                        spec => vm.format_value(told, spec),
                    }
                },
                vec![spec, name],
            );
            return Ok(Flow::CallThen(Box::new((method, Args::of(&[value]), then))));
        }
        let text = match conversion {
            "str" => self.str_nested(value)?,
            "ascii" => text::repr::escape_non_ascii(&self.repr_nested(value)?),
            _ => self.repr_nested(value)?,
        };
        let text = self.heap.string(text);
        if spec.is_unbound() {
            Ok(Flow::Value(text))
        } else {
            self.format_value(text, spec)
        }
    }
}

/// Whether `base` is the builtin value inside the instance that is being shown.
fn is_inside(vm: &Vm, open: &[Value], base: Value) -> bool {
    match open.last().and_then(|&whole| vm.object(whole)) {
        Some(Object::Instance(instance)) => instance.base == base,
        _ => false,
    }
}
