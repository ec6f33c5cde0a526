//! Values to bytes. Source: CPython 3.11, Modules/_pickle.c `save`.
//!
//! (Over 400 lines because the kinds of values are one table over one output.)

use super::opcode::*;
use super::output::Output;
use super::reduce::{Reduced, reduce};
use interleave_python::heap::{Object, Ref, Value};
use interleave_python::vm::{Raised, Vm};

/// What a value and a byte cost, in ps.
const VALUE_PS: u64 = 18_000;
const BYTE_PS: u64 = 150;
/// A call, in ps.
const CALL_PS: u64 = 450_000;
/// Deeper values are refused, as CPython's recursion refuses them.
const MAX_DEPTH: usize = 450;

/// What stands in the memo for the two that are not in the heap.
const ELLIPSIS: u32 = u32::MAX;
const NOT_IMPLEMENTED: u32 = u32::MAX - 1;

/// The bytes of a value.
pub(crate) fn dumps(vm: &mut Vm, value: Value, protocol: u8) -> Result<Vec<u8>, Raised> {
    let mut saver = Saver {
        out: Output::new(protocol),
        depth: 0,
        kept: Vec::new(),
    };
    saver.save(vm, value)?;
    let bytes = saver.out.finish();
    vm.spend(CALL_PS + BYTE_PS * bytes.len() as u64);
    Ok(bytes)
}

/// A value being saved.
pub(super) struct Saver {
    pub(super) out: Output,
    depth: usize,
    /// What `__reduce__` made, kept so that no other object gets its number in the memo.
    kept: Vec<Value>,
}

impl Saver {
    pub(super) fn save(&mut self, vm: &mut Vm, value: Value) -> Result<(), Raised> {
        vm.spend(VALUE_PS);
        if self.depth > MAX_DEPTH {
            let text = "maximum recursion depth exceeded while pickling an object";
            return Err(vm.raise("RecursionError", text));
        }
        vm.check_heap_growth(self.out.length() as u64)?;
        self.depth += 1;
        self.save_any(vm, value)?;
        self.depth -= 1;
        self.out.boundary();
        Ok(())
    }

    fn save_any(&mut self, vm: &mut Vm, value: Value) -> Result<(), Raised> {
        let protocol = self.out.protocol;
        let r = match value {
            Value::None | Value::Unbound => {
                self.out.op(NONE);
                return Ok(());
            }
            Value::Bool(b) => {
                match (protocol >= 2, b) {
                    (true, true) => self.out.op(NEWTRUE),
                    (true, false) => self.out.op(NEWFALSE),
                    (false, true) => self.out.write(b"I01\n"),
                    (false, false) => self.out.write(b"I00\n"),
                }
                return Ok(());
            }
            Value::Int(int) => {
                self.out.int(int);
                return Ok(());
            }
            Value::Float(float) => {
                self.out.float(float);
                return Ok(());
            }
            Value::Ellipsis | Value::NotImplemented => {
                let (number, name) = match value {
                    Value::Ellipsis => (ELLIPSIS, "Ellipsis"),
                    _ => (NOT_IMPLEMENTED, "NotImplemented"),
                };
                if self.out.recall(number) {
                    return Ok(());
                }
                return self.named(vm, value, "builtins", name);
            }
            Value::Obj(r) => r,
        };
        if let Object::BigInt(int) = vm.heap.get(r) {
            let int = int.clone();
            self.out.long(&int);
            return Ok(());
        }
        if self.out.recall(r.0) {
            return Ok(());
        }
        match vm.heap.get(r).clone() {
            Object::Str(text) => {
                self.out.text(&text.text);
                self.out.memoize(r.0);
            }
            Object::Bytes(bytes) if protocol >= 3 => {
                self.out.bytes(&bytes);
                self.out.memoize(r.0);
            }
            Object::ByteArray(bytes) if protocol >= 5 => {
                let mut header = vec![BYTEARRAY8];
                header.extend((bytes.len() as u64).to_le_bytes());
                self.out.data(&header, &bytes);
                self.out.memoize(r.0);
            }
            Object::Tuple(items) => self.tuple(vm, r, &items)?,
            Object::List(items) => {
                match protocol {
                    0 => self.out.write(&[MARK, LIST]),
                    _ => self.out.op(EMPTY_LIST),
                }
                self.out.memoize(r.0);
                self.appended(vm, &items)?;
            }
            Object::Dict(dict) => {
                match protocol {
                    0 => self.out.write(&[MARK, DICT]),
                    _ => self.out.op(EMPTY_DICT),
                }
                self.out.memoize(r.0);
                let pairs: Vec<_> = dict.iter().map(|entry| (entry.key, entry.value)).collect();
                self.set_items(vm, &pairs)?;
            }
            Object::Set(_) if protocol >= 4 => self.set(vm, r)?,
            Object::FrozenSet(_) if protocol >= 4 => self.frozen_set(vm, r)?,
            Object::Class(_) if self.kind_of_constant(vm, r).is_some() => {
                let constant = self.kind_of_constant(vm, r).expect("just asked");
                let arguments = vm.heap.tuple(&[constant]);
                let kind = Value::Obj(vm.types.type_);
                self.reduced(vm, r, &[kind, arguments])?;
            }
            Object::Class(_) | Object::Function(_) => self.global(vm, value)?,
            // A row of the trace is no part of a value.
            Object::Host(host) if &*vm.class(host.class).name == "_row" => self.out.op(NONE),
            Object::Native(native) if !native.binds => self.global(vm, value)?,
            _ => match reduce(vm, value, protocol)? {
                Reduced::Global => self.global(vm, value)?,
                Reduced::Named(name) => {
                    let module = super::global::module_of(vm, value, &name)?;
                    self.named(vm, value, &module, &name)?;
                }
                Reduced::Call(parts) => self.reduced(vm, r, &parts)?,
            },
        }
        Ok(())
    }

    /// The one instance of a class that has no name of its own.
    fn kind_of_constant(&self, vm: &Vm, class: Ref) -> Option<Value> {
        let types = &vm.types;
        match class {
            _ if class == types.none => Some(Value::None),
            _ if class == types.ellipsis => Some(Value::Ellipsis),
            _ if class == types.not_implemented => Some(Value::NotImplemented),
            _ => None,
        }
    }

    fn tuple(&mut self, vm: &mut Vm, r: Ref, items: &[Value]) -> Result<(), Raised> {
        let protocol = self.out.protocol;
        if items.is_empty() {
            match protocol {
                0 => self.out.write(&[MARK, TUPLE]),
                _ => self.out.op(EMPTY_TUPLE),
            }
            return Ok(());
        }
        let short = items.len() <= 3 && protocol >= 2;
        if !short {
            self.out.op(MARK);
        }
        for &item in items {
            self.save(vm, item)?;
        }
        // A tuple that holds itself by way of a list was written meanwhile.
        if self.out.remembers(r.0) {
            match (short, protocol) {
                (true, _) => items.iter().for_each(|_| self.out.op(POP)),
                (_, 0) => (0..=items.len()).for_each(|_| self.out.op(POP)),
                _ => self.out.op(POP_MARK),
            }
            self.out.recall(r.0);
            return Ok(());
        }
        self.out.op(match (short, items.len()) {
            (true, 1) => TUPLE1,
            (true, 2) => TUPLE2,
            (true, _) => TUPLE3,
            _ => TUPLE,
        });
        self.out.memoize(r.0);
        Ok(())
    }

    fn appended(&mut self, vm: &mut Vm, items: &[Value]) -> Result<(), Raised> {
        if self.out.protocol == 0 || items.len() == 1 {
            for &item in items {
                self.save(vm, item)?;
                self.out.op(APPEND);
            }
            return Ok(());
        }
        for batch in items.chunks(BATCH) {
            self.out.op(MARK);
            for &item in batch {
                self.save(vm, item)?;
            }
            self.out.op(APPENDS);
        }
        Ok(())
    }

    fn set_items(&mut self, vm: &mut Vm, pairs: &[(Value, Value)]) -> Result<(), Raised> {
        let single = self.out.protocol == 0 || pairs.len() == 1;
        for batch in pairs.chunks(BATCH) {
            if !single {
                self.out.op(MARK);
            }
            for &(key, value) in batch {
                self.save(vm, key)?;
                self.save(vm, value)?;
                if single {
                    self.out.op(SETITEM);
                }
            }
            if !single {
                self.out.op(SETITEMS);
            }
        }
        Ok(())
    }

    fn set(&mut self, vm: &mut Vm, r: Ref) -> Result<(), Raised> {
        self.out.op(EMPTY_SET);
        self.out.memoize(r.0);
        let set = Value::Obj(r);
        let items = vm.items_of(set)?.unwrap_or_default();
        for batch in items.chunks(BATCH) {
            self.out.op(MARK);
            for &item in batch {
                self.save(vm, item)?;
            }
            self.out.op(ADDITEMS);
        }
        Ok(())
    }

    fn frozen_set(&mut self, vm: &mut Vm, r: Ref) -> Result<(), Raised> {
        self.out.op(MARK);
        let items = vm.items_of(Value::Obj(r))?.unwrap_or_default();
        for item in items {
            self.save(vm, item)?;
        }
        if self.out.remembers(r.0) {
            self.out.op(POP_MARK);
            self.out.recall(r.0);
            return Ok(());
        }
        self.out.op(FROZENSET);
        self.out.memoize(r.0);
        Ok(())
    }

    /// A function or a class: its module and its name.
    fn global(&mut self, vm: &mut Vm, value: Value) -> Result<(), Raised> {
        let name = super::global::name_of(vm, value)?;
        let module = super::global::module_of(vm, value, &name)?;
        self.named(vm, value, &module, &name)
    }

    fn named(&mut self, vm: &mut Vm, value: Value, module: &str, name: &str) -> Result<(), Raised> {
        if self.out.protocol >= 4 {
            for text in [module, name] {
                let symbol = vm.symbols.intern(text);
                let text = vm.symbol_value(symbol);
                self.save(vm, text)?;
            }
            self.out.op(STACK_GLOBAL);
        } else {
            if let Some((outer, last)) = name.rsplit_once('.') {
                return self.attribute(vm, value, module, outer, last);
            }
            let (module, name) = match self.out.protocol {
                3 => (module, name),
                _ => super::global::old_name(vm, module, name),
            };
            self.out.op(GLOBAL);
            self.out.write(format!("{module}\n{name}\n").as_bytes());
        }
        self.out.memoize(match value {
            Value::Obj(r) => r.0,
            Value::Ellipsis => ELLIPSIS,
            _ => NOT_IMPLEMENTED,
        });
        Ok(())
    }

    /// A global inside a class, for protocols without dotted names: `getattr(outer, last)`.
    fn attribute(
        &mut self,
        vm: &mut Vm,
        value: Value,
        module: &str,
        outer: &str,
        last: &str,
    ) -> Result<(), Raised> {
        let place = match vm.modules.get(module) {
            Some(&place) => Value::Obj(place),
            None => Value::Obj(vm.builtins),
        };
        let outer = super::global::dotted(vm, place, outer)?.unwrap_or(Value::None);
        let builtins = vm.builtins;
        let getattr = vm.global(builtins, "getattr").expect("a builtin");
        let last = vm.symbols.intern(last);
        let last = vm.symbol_value(last);
        let arguments = vm.heap.tuple(&[outer, last]);
        let r = value.as_ref().expect("a class or a function");
        self.reduced(vm, r, &[getattr, arguments])
    }

    /// What `__reduce__` gave: a function, its arguments, and what the object is filled with.
    fn reduced(&mut self, vm: &mut Vm, r: Ref, parts: &[Value]) -> Result<(), Raised> {
        self.kept.extend_from_slice(parts);
        let part = |index: usize| parts.get(index).copied().unwrap_or(Value::None);
        let (function, arguments) = (part(0), part(1));
        let items = match vm.object(arguments) {
            Some(Object::Tuple(items)) => items.clone(),
            _ => {
                let text = "second item of the tuple returned by __reduce__ must be a tuple";
                return Err(super::global::error(vm, "PicklingError", text));
            }
        };
        let name = match vm.object(function) {
            Some(Object::Function(f)) => vm.text(f.name).unwrap_or_default(),
            _ => "".into(),
        };
        if &*name == "__newobj__" && self.out.protocol >= 2 && !items.is_empty() {
            self.save(vm, items[0])?;
            let rest = vm.heap.tuple(&items[1..]);
            self.kept.push(rest);
            self.save(vm, rest)?;
            self.out.op(NEWOBJ);
        } else if &*name == "__newobj_ex__" && self.out.protocol >= 4 && items.len() == 3 {
            for &item in items.iter() {
                self.save(vm, item)?;
            }
            self.out.op(NEWOBJ_EX);
        } else {
            self.save(vm, function)?;
            self.save(vm, arguments)?;
            self.out.op(REDUCE);
        }
        if self.out.remembers(r.0) {
            self.out.op(POP);
            self.out.recall(r.0);
        } else {
            self.out.memoize(r.0);
        }
        if !part(3).is_none() {
            let items = collected(vm, part(3))?;
            self.kept.extend_from_slice(&items);
            self.appended(vm, &items)?;
        }
        if !part(4).is_none() {
            let mut pairs = Vec::new();
            for pair in collected(vm, part(4))? {
                let pair = collected(vm, pair)?;
                if let [key, value] = pair[..] {
                    pairs.push((key, value));
                    self.kept.extend([key, value]);
                }
            }
            self.set_items(vm, &pairs)?;
        }
        if !part(2).is_none() {
            if !part(5).is_none() {
                self.save(vm, part(5))?;
                self.save(vm, Value::Obj(r))?;
                self.save(vm, part(2))?;
                self.out.write(&[TUPLE2, REDUCE, POP]);
            } else {
                self.save(vm, part(2))?;
                self.out.op(BUILD);
            }
        }
        Ok(())
    }
}

/// Every item of an iterable, without a switch.
fn collected(vm: &mut Vm, iterable: Value) -> Result<Vec<Value>, Raised> {
    if let Some(items) = vm.items_of(iterable)? {
        return Ok(items);
    }
    let list = Value::Obj(vm.types.list);
    let list = vm.call_nested(list, interleave_python::vm::Args::of(&[iterable]))?;
    Ok(vm.items_of(list)?.unwrap_or_default())
}
