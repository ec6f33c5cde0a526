//! Modules: globals by symbol number. Knows no import.

use super::{Ref, Value};
use crate::code::Symbol;
use std::rc::Rc;

/// A module: a namespace with a name.
#[derive(Clone, Debug)]
pub struct Module {
    /// `__name__`
    pub name: Rc<str>,
    /// Globals by symbol number; [`Value::Unbound`] where there is none.
    pub globals: Vec<Value>,
    /// Names in order of first binding.
    pub order: Vec<Symbol>,
    /// Whether its code belongs to the library: hidden from steps and marks.
    pub is_library: bool,
    /// Whether its body is running for the first time.
    pub is_loading: bool,
    /// The dict that shows its globals, once it was asked for.
    pub dict: Option<Ref>,
}

impl Module {
    /// The value of global `name`.
    #[inline(always)]
    pub fn get(&self, name: Symbol) -> Value {
        self.globals
            .get(name.0 as usize)
            .copied()
            .unwrap_or(Value::Unbound)
    }

    /// Sets global `name`.
    pub fn set(&mut self, name: Symbol, value: Value) {
        let index = name.0 as usize;
        if index >= self.globals.len() {
            self.globals.resize(index + 1, Value::Unbound);
        }
        if self.globals[index].is_unbound() && !self.order.contains(&name) {
            self.order.push(name);
        }
        self.globals[index] = value;
    }
}
