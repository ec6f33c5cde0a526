//! Interned names: a name is compared and indexed as a number.

use std::collections::BTreeMap;
use std::rc::Rc;

/// An interned name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(pub u32);

/// The table of names. Numbers follow first use, so the same program gives the same numbers.
#[derive(Clone, Debug, Default)]
pub struct Symbols {
    names: Vec<Rc<str>>,
    numbers: BTreeMap<Rc<str>, Symbol>,
}

impl Symbols {
    /// The number of `name`, a new one on first use.
    pub fn intern(&mut self, name: &str) -> Symbol {
        if let Some(&symbol) = self.numbers.get(name) {
            return symbol;
        }
        let symbol = Symbol(self.names.len() as u32);
        let name: Rc<str> = name.into();
        self.names.push(name.clone());
        self.numbers.insert(name, symbol);
        symbol
    }

    /// The number of `name` if it has one.
    pub fn find(&self, name: &str) -> Option<Symbol> {
        self.numbers.get(name).copied()
    }

    /// The name of `symbol`.
    pub fn name(&self, symbol: Symbol) -> &Rc<str> {
        &self.names[symbol.0 as usize]
    }

    /// Every name, by number.
    pub(crate) fn names(&self) -> &[Rc<str>] {
        &self.names
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}
