//! Bytes to values. Source: CPython 3.11, Modules/_pickle.c `load`.
//!
//! (Over 400 lines because the opcodes are one table over one stack.)

use super::global::{error, find};
use super::opcode::*;
use interleave_python::heap::{Dict, Object, Value};
use interleave_python::text;
use interleave_python::vm::{Args, Raised, Vm};
use num_bigint::BigInt;
use std::collections::BTreeMap;

/// What an opcode and a byte cost, in ps.
const OPCODE_PS: u64 = 24_000;
const BYTE_PS: u64 = 120;

struct Loader<'a> {
    bytes: &'a [u8],
    at: usize,
    stack: Vec<Value>,
    marks: Vec<usize>,
    memo: BTreeMap<usize, Value>,
}

/// The value of a pickle, and how many bytes it took.
pub(crate) fn loads(vm: &mut Vm, bytes: &[u8]) -> Result<(Value, usize), Raised> {
    if bytes.is_empty() {
        return Err(vm.raise("EOFError", "Ran out of input"));
    }
    let mut loader = Loader {
        bytes,
        at: 0,
        stack: Vec::new(),
        marks: Vec::new(),
        memo: BTreeMap::new(),
    };
    loop {
        let opcode = loader.opcode(vm)?;
        vm.spend(OPCODE_PS);
        if opcode == STOP {
            vm.spend(BYTE_PS * loader.at as u64);
            let value = loader.pop(vm)?;
            return Ok((value, loader.at));
        }
        loader.step(vm, opcode)?;
    }
}

impl Loader<'_> {
    fn take(&mut self, vm: &mut Vm, count: u64) -> Result<&[u8], Raised> {
        let end = (self.at as u64).saturating_add(count);
        if end > self.bytes.len() as u64 {
            return Err(error(vm, "UnpicklingError", "pickle data was truncated"));
        }
        let start = std::mem::replace(&mut self.at, end as usize);
        Ok(&self.bytes[start..end as usize])
    }

    /// The next opcode.
    fn opcode(&mut self, vm: &mut Vm) -> Result<u8, Raised> {
        match self.bytes.get(self.at) {
            Some(&byte) => {
                self.at += 1;
                Ok(byte)
            }
            None => Err(vm.raise("EOFError", "Ran out of input")),
        }
    }

    /// A number of `count` bytes, the lowest first.
    fn number(&mut self, vm: &mut Vm, count: u64) -> Result<u64, Raised> {
        let bytes = self.take(vm, count)?;
        Ok(bytes
            .iter()
            .rev()
            .fold(0, |number, &byte| number << 8 | u64::from(byte)))
    }

    fn line(&mut self, vm: &mut Vm) -> Result<String, Raised> {
        let rest = &self.bytes[self.at..];
        let Some(length) = rest.iter().position(|&byte| byte == b'\n') else {
            return Err(error(vm, "UnpicklingError", "pickle data was truncated"));
        };
        self.at += length + 1;
        Ok(rest[..length]
            .iter()
            .map(|&byte| char::from(byte))
            .collect())
    }

    fn pop(&mut self, vm: &mut Vm) -> Result<Value, Raised> {
        match self.stack.pop() {
            Some(value) => Ok(value),
            None => Err(error(vm, "UnpicklingError", "unpickling stack underflow")),
        }
    }

    fn pop_mark(&mut self, vm: &mut Vm) -> Result<Vec<Value>, Raised> {
        match self.marks.pop() {
            Some(mark) if mark <= self.stack.len() => Ok(self.stack.split_off(mark)),
            _ => Err(error(vm, "UnpicklingError", "could not find MARK")),
        }
    }

    fn top(&mut self, vm: &mut Vm) -> Result<Value, Raised> {
        match self.stack.last() {
            Some(&value) => Ok(value),
            None => Err(error(vm, "UnpicklingError", "unpickling stack underflow")),
        }
    }

    fn step(&mut self, vm: &mut Vm, opcode: u8) -> Result<(), Raised> {
        let value = match opcode {
            PROTO => {
                let protocol = self.number(vm, 1)?;
                if protocol > u64::from(HIGHEST) {
                    let text = format!("unsupported pickle protocol: {protocol}");
                    return Err(vm.raise("ValueError", &text));
                }
                return Ok(());
            }
            FRAME => {
                let length = self.number(vm, 8)?;
                if length > (self.bytes.len() - self.at) as u64 {
                    return Err(error(vm, "UnpicklingError", "pickle data was truncated"));
                }
                return Ok(());
            }
            MARK => {
                self.marks.push(self.stack.len());
                return Ok(());
            }
            POP => {
                if self.marks.last() == Some(&self.stack.len()) {
                    self.marks.pop();
                } else {
                    self.pop(vm)?;
                }
                return Ok(());
            }
            POP_MARK => {
                self.pop_mark(vm)?;
                return Ok(());
            }
            DUP => self.top(vm)?,
            NONE => Value::None,
            NEWTRUE => Value::Bool(true),
            NEWFALSE => Value::Bool(false),
            INT | BININT | BININT1 | BININT2 | LONG | LONG1 | LONG4 => self.int(vm, opcode)?,
            FLOAT => {
                let line = self.line(vm)?;
                let float = text::float::parse(&line);
                Value::Float(float.map_err(|error| vm.text_error(error))?)
            }
            BINFLOAT => {
                let bytes = self.take(vm, 8)?;
                Value::Float(f64::from_be_bytes(bytes.try_into().expect("eight bytes")))
            }
            UNICODE => {
                let line = self.line(vm)?;
                vm.heap.string(raw_unescaped(&line))
            }
            STRING => {
                let line = self.line(vm)?;
                let inside = line.trim_matches(['\'', '"']).to_owned();
                vm.heap.string(inside)
            }
            SHORT_BINUNICODE => self.text(vm, 1)?,
            BINUNICODE | BINSTRING => self.text(vm, 4)?,
            SHORT_BINSTRING => self.text(vm, 1)?,
            BINUNICODE8 => self.text(vm, 8)?,
            SHORT_BINBYTES => self.data(vm, 1, false)?,
            BINBYTES => self.data(vm, 4, false)?,
            BINBYTES8 => self.data(vm, 8, false)?,
            BYTEARRAY8 => self.data(vm, 8, true)?,
            EMPTY_LIST => vm.heap.list(Vec::new()),
            EMPTY_TUPLE => vm.heap.tuple(&[]),
            EMPTY_DICT => vm.heap.dict(Dict::default()),
            EMPTY_SET => vm.heap.value(Object::Set(Box::default())),
            LIST => {
                let items = self.pop_mark(vm)?;
                vm.heap.list(items)
            }
            TUPLE => {
                let items = self.pop_mark(vm)?;
                vm.heap.tuple(&items)
            }
            TUPLE1 | TUPLE2 | TUPLE3 => {
                let count = usize::from(opcode - TUPLE1) + 1;
                if self.stack.len() < count {
                    return Err(error(vm, "UnpicklingError", "unpickling stack underflow"));
                }
                let items = self.stack.split_off(self.stack.len() - count);
                vm.heap.tuple(&items)
            }
            DICT => {
                let items = self.pop_mark(vm)?;
                let dict = vm.heap.dict(Dict::default());
                for pair in items.chunks_exact(2) {
                    vm.dict_set(dict, pair[0], pair[1])?;
                }
                dict
            }
            FROZENSET => {
                let items = self.pop_mark(vm)?;
                let list = vm.heap.list(items);
                let class = Value::Obj(vm.types.frozenset);
                vm.call_nested(class, Args::of(&[list]))?
            }
            GLOBAL => {
                let (module, name) = (self.line(vm)?, self.line(vm)?);
                find(vm, &module, &name)?
            }
            STACK_GLOBAL => {
                let (name, module) = (self.pop(vm)?, self.pop(vm)?);
                match (vm.text(module), vm.text(name)) {
                    (Some(module), Some(name)) => find(vm, &module, &name)?,
                    _ => {
                        let text = "STACK_GLOBAL requires str";
                        return Err(error(vm, "UnpicklingError", text));
                    }
                }
            }
            _ => return self.change(vm, opcode),
        };
        self.stack.push(value);
        Ok(())
    }

    fn int(&mut self, vm: &mut Vm, opcode: u8) -> Result<Value, Raised> {
        Ok(match opcode {
            BININT1 => Value::Int(self.number(vm, 1)? as i64),
            BININT2 => Value::Int(self.number(vm, 2)? as i64),
            BININT => Value::Int(i64::from(self.number(vm, 4)? as u32 as i32)),
            LONG1 | LONG4 => {
                let count = self.number(vm, if opcode == LONG1 { 1 } else { 4 })?;
                let big = BigInt::from_signed_bytes_le(self.take(vm, count)?);
                vm.int_value(big)
            }
            _ => {
                let line = self.line(vm)?;
                match line.trim_end_matches('L') {
                    "01" => Value::Bool(true),
                    "00" => Value::Bool(false),
                    digits => match digits.parse::<BigInt>() {
                        Ok(big) => vm.int_value(big),
                        Err(_) => {
                            let text = "could not convert string to int";
                            return Err(vm.raise("ValueError", text));
                        }
                    },
                }
            }
        })
    }

    fn text(&mut self, vm: &mut Vm, length_bytes: u64) -> Result<Value, Raised> {
        let length = self.number(vm, length_bytes)?;
        let bytes = self.take(vm, length)?.to_vec();
        match String::from_utf8(bytes) {
            Ok(text) => Ok(vm.heap.string(text)),
            Err(_) => Err(error(vm, "UnpicklingError", "invalid text in a pickle")),
        }
    }

    fn data(&mut self, vm: &mut Vm, length_bytes: u64, array: bool) -> Result<Value, Raised> {
        let length = self.number(vm, length_bytes)?;
        let bytes = self.take(vm, length)?.to_vec();
        vm.check_heap_growth(length)?;
        Ok(vm.heap.value(match array {
            true => Object::ByteArray(bytes),
            false => Object::Bytes(bytes.into()),
        }))
    }

    /// Opcodes that use or change what is on the stack.
    fn change(&mut self, vm: &mut Vm, opcode: u8) -> Result<(), Raised> {
        match opcode {
            APPEND => {
                let item = self.pop(vm)?;
                self.append(vm, &[item])
            }
            APPENDS => {
                let items = self.pop_mark(vm)?;
                self.append(vm, &items)
            }
            SETITEM => {
                let (value, key) = (self.pop(vm)?, self.pop(vm)?);
                self.set_items(vm, &[key, value])
            }
            SETITEMS => {
                let items = self.pop_mark(vm)?;
                self.set_items(vm, &items)
            }
            ADDITEMS => {
                let items = self.pop_mark(vm)?;
                let set = self.top(vm)?;
                let add = vm.symbols.intern("add");
                let method = vm.get_attr_nested(set, add)?;
                for item in items {
                    vm.call_nested(method, Args::of(&[item]))?;
                }
                Ok(())
            }
            MEMOIZE => {
                let value = self.top(vm)?;
                self.memo.insert(self.memo.len(), value);
                Ok(())
            }
            PUT => {
                let line = self.line(vm)?;
                self.put(vm, line.parse().unwrap_or(0))
            }
            BINPUT => {
                let number = self.number(vm, 1)?;
                self.put(vm, number as usize)
            }
            LONG_BINPUT => {
                let number = self.number(vm, 4)?;
                self.put(vm, number as usize)
            }
            GET => {
                let line = self.line(vm)?;
                self.get(vm, line.parse().unwrap_or(0))
            }
            BINGET => {
                let number = self.number(vm, 1)?;
                self.get(vm, number as usize)
            }
            LONG_BINGET => {
                let number = self.number(vm, 4)?;
                self.get(vm, number as usize)
            }
            REDUCE | NEWOBJ | NEWOBJ_EX | OBJ | INST => self.make(vm, opcode),
            BUILD => {
                let state = self.pop(vm)?;
                let object = self.top(vm)?;
                build(vm, object, state)
            }
            other => {
                let shown = text::repr::bytes(&[other]);
                let text = format!("invalid load key, {}.", &shown[1..]);
                Err(error(vm, "UnpicklingError", &text))
            }
        }
    }

    fn put(&mut self, vm: &mut Vm, number: usize) -> Result<(), Raised> {
        let value = self.top(vm)?;
        self.memo.insert(number, value);
        Ok(())
    }

    fn get(&mut self, vm: &mut Vm, number: usize) -> Result<(), Raised> {
        match self.memo.get(&number) {
            Some(&value) => {
                self.stack.push(value);
                Ok(())
            }
            None => {
                let text = format!("Memo value not found at index {number}");
                Err(error(vm, "UnpicklingError", &text))
            }
        }
    }

    fn append(&mut self, vm: &mut Vm, items: &[Value]) -> Result<(), Raised> {
        let list = self.top(vm)?;
        if matches!(vm.object(list), Some(Object::List(_))) {
            items.iter().for_each(|&item| vm.push_item(list, item));
            return Ok(());
        }
        let (name, arguments) = match vm.unwrap(list) != list {
            true => ("extend", vec![vm.heap.list(items.to_vec())]),
            false => ("append", Vec::new()),
        };
        let name = vm.symbols.intern(name);
        let method = vm.get_attr_nested(list, name)?;
        if !arguments.is_empty() {
            vm.call_nested(method, Args::of(&arguments))?;
            return Ok(());
        }
        for &item in items {
            vm.call_nested(method, Args::of(&[item]))?;
        }
        Ok(())
    }

    fn set_items(&mut self, vm: &mut Vm, items: &[Value]) -> Result<(), Raised> {
        let dict = self.top(vm)?;
        let plain = matches!(vm.object(dict), Some(Object::Dict(_)));
        for pair in items.chunks_exact(2) {
            if plain {
                vm.dict_set(dict, pair[0], pair[1])?;
            } else {
                let set = vm.names.setitem;
                let method = vm.get_attr_nested(dict, set)?;
                vm.call_nested(method, Args::of(pair))?;
            }
        }
        Ok(())
    }

    fn make(&mut self, vm: &mut Vm, opcode: u8) -> Result<(), Raised> {
        let mut keywords = Value::None;
        let (callable, arguments) = match opcode {
            OBJ => {
                let mut items = self.pop_mark(vm)?;
                let class = if items.is_empty() {
                    Value::None
                } else {
                    items.remove(0)
                };
                (class, items)
            }
            INST => {
                let (module, name) = (self.line(vm)?, self.line(vm)?);
                let items = self.pop_mark(vm)?;
                (find(vm, &module, &name)?, items)
            }
            _ => {
                if opcode == NEWOBJ_EX {
                    keywords = self.pop(vm)?;
                }
                let arguments = self.pop(vm)?;
                let items = vm.items_of(arguments)?.unwrap_or_default();
                (self.pop(vm)?, items)
            }
        };
        let mut args = Args::of(&arguments);
        let object = if matches!(opcode, NEWOBJ | NEWOBJ_EX) {
            if let Some(Object::Dict(pairs)) = vm.object(keywords) {
                let pairs: Vec<_> = pairs.iter().copied().collect();
                for pair in pairs {
                    let name = vm.text(pair.key).unwrap_or_default();
                    args.keywords.push((vm.symbols.intern(&name), pair.value));
                }
            }
            if !matches!(vm.object(callable), Some(Object::Class(_))) {
                let told = vm.type_name(callable);
                let text = format!("NEWOBJ class argument must be a type, not {told}");
                return Err(error(vm, "UnpicklingError", &text));
            }
            let new = vm.names.new;
            let new = vm.get_attr_nested(callable, new)?;
            vm.call_nested(new, args.with_receiver(callable))?
        } else {
            vm.call_nested(callable, args)?
        };
        self.stack.push(object);
        Ok(())
    }
}

/// Gives an object its state: by its own `__setstate__`, or as its attributes.
fn build(vm: &mut Vm, object: Value, state: Value) -> Result<(), Raised> {
    let name = vm.symbols.intern("__setstate__");
    let class = vm.class_of(object);
    if vm.lookup(class, name).is_some() {
        let method = vm.get_attr_nested(object, name)?;
        vm.call_nested(method, Args::of(&[state]))?;
        return Ok(());
    }
    let mut parts = vec![state];
    if let Some(Object::Tuple(pair)) = vm.object(state) {
        parts = pair.to_vec();
    }
    for part in parts {
        let Some(Object::Dict(attributes)) = vm.object(part) else {
            continue;
        };
        let pairs: Vec<_> = attributes.iter().copied().collect();
        for pair in pairs {
            if let Some(name) = vm.text(pair.key) {
                let name = vm.symbols.intern(&name);
                vm.set_attribute_plainly(object, name, pair.value)?;
            }
        }
    }
    Ok(())
}

/// A text of protocol 0.
fn raw_unescaped(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let digits = match rest[at + 1..].chars().next() {
            Some('u') => 4,
            Some('U') => 8,
            _ => 0,
        };
        let end = at + 2 + digits;
        let code = rest.get(at + 2..end).filter(|_| digits > 0);
        match code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?)) {
            Some(c) => {
                text.push(c);
                rest = &rest[end..];
            }
            None => {
                text.push('\\');
                rest = &rest[at + 1..];
            }
        }
    }
    text.push_str(rest);
    text
}
