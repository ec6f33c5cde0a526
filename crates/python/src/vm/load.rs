//! Code comes into the heap: its constants become objects, and it becomes ready to run. Knows no module.

use super::Vm;
use crate::code::{Code, Const, LONGEST_INTERNED_BYTES};
use crate::heap::{LoadedCode, Object, Ref, Value};
use std::rc::Rc;

impl Vm {
    /// Code with its constants in the heap, ready to run. The code inside it is loaded when it is called.
    pub fn load(&mut self, code: &Rc<Code>) -> Rc<LoadedCode> {
        let consts = code
            .consts
            .iter()
            .map(|constant| self.constant(constant))
            .collect();
        let fuse = !self.options.switches_everywhere();
        Rc::new(LoadedCode::new(code.clone(), consts, &self.costs, fuse))
    }

    /// The code of a function, ready to run. Most functions of the library are never called: code is loaded at its first
    /// call, once for all the functions that one `def` makes.
    pub(super) fn ready_code(&mut self, function: Ref) -> Rc<LoadedCode> {
        let Object::Function(object) = self.heap.get(function) else {
            unreachable!("the caller has a function")
        };
        if object.code.is_ready() {
            return object.code.clone();
        }
        let (bare, made_of) = (object.code.code.clone(), object.made_of);
        let known = made_of.and_then(|code| match self.heap.get(code) {
            Object::Code(loaded) if loaded.is_ready() => Some(loaded.clone()),
            _ => None,
        });
        let loaded = known.unwrap_or_else(|| self.load(&bare));
        if let Some(Object::Code(code)) = made_of.map(|code| self.heap.get_mut(code)) {
            *code = loaded.clone();
        }
        if let Object::Function(object) = self.heap.get_mut(function) {
            object.code = loaded.clone();
        }
        loaded
    }

    /// A function's `__code__`: one object for all functions that one `def` makes.
    pub(super) fn code_of_function(&mut self, function: Ref) -> Value {
        let Object::Function(object) = self.heap.get(function) else {
            unreachable!("the caller has a function")
        };
        let code = object.code.clone();
        if let Some(made_of) = object.made_of
            && let Object::Code(known) = self.heap.get(made_of)
            && Rc::ptr_eq(&known.code, &code.code)
        {
            return Value::Obj(made_of);
        }
        let own = self.heap.alloc(Object::Code(code));
        if let Object::Function(object) = self.heap.get_mut(function) {
            object.made_of = Some(own);
        }
        Value::Obj(own)
    }

    fn constant(&mut self, constant: &Const) -> Value {
        match constant {
            Const::None => Value::None,
            Const::Bool(b) => Value::Bool(*b),
            Const::Int(i) => Value::Int(*i),
            Const::BigInt(digits) => {
                let big = digits.parse::<num_bigint::BigInt>().unwrap_or_default();
                self.int_value(big)
            }
            Const::Float(f) => Value::Float(*f),
            Const::Imaginary(imag) => self.heap.value(Object::Complex {
                real: 0.0,
                imag: *imag,
            }),
            Const::Str(text) => {
                if text.len() <= LONGEST_INTERNED_BYTES {
                    let symbol = self.symbols.intern(text);
                    self.symbol_value(symbol)
                } else {
                    self.heap.shared_str(text)
                }
            }
            Const::Bytes(bytes) => self.heap.value(Object::Bytes(bytes.clone())),
            Const::Ellipsis => Value::Ellipsis,
            Const::Tuple(items) => {
                let items: Vec<Value> = items.iter().map(|item| self.constant(item)).collect();
                self.heap.tuple(&items)
            }
            Const::Code(code) => {
                let bare = LoadedCode::bare(code.clone());
                self.heap.value(Object::Code(Rc::new(bare)))
            }
        }
    }
}
