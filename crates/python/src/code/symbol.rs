//! Interned names: a name is compared and indexed as a number.

use super::named::hash;
use hashbrown::HashTable;
use std::rc::Rc;

/// An interned name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(pub u32);

/// The table of names. Numbers follow first use, so the same program gives the same numbers.
#[derive(Clone, Debug, Default)]
pub struct Symbols {
    names: Vec<Rc<str>>,
    numbers: HashTable<Symbol>,
}

impl Symbols {
    /// An empty table with room for `count` names.
    pub(crate) fn with_room(count: usize) -> Symbols {
        Symbols {
            names: Vec::with_capacity(count),
            numbers: HashTable::with_capacity(count),
        }
    }

    /// The number of `name`, a new one on first use.
    pub fn intern(&mut self, name: &str) -> Symbol {
        if let Some(symbol) = self.find(name) {
            return symbol;
        }
        self.add(name.into())
    }

    /// The number of `name`, which is not in the table yet.
    pub(crate) fn add(&mut self, name: Rc<str>) -> Symbol {
        let symbol = Symbol(self.names.len() as u32);
        let hashed = hash(&name);
        self.names.push(name);
        let names = &self.names;
        let rehash = |symbol: &Symbol| hash(&names[symbol.0 as usize]);
        self.numbers.insert_unique(hashed, symbol, rehash);
        symbol
    }

    /// Whether these are its names, by number. Names that were [added](Symbols::add) from the same list are not compared.
    pub(crate) fn are(&self, names: &[Rc<str>]) -> bool {
        let is_same =
            |(mine, other): (&Rc<str>, &Rc<str>)| Rc::ptr_eq(mine, other) || mine == other;
        self.names.len() == names.len() && self.names.iter().zip(names).all(is_same)
    }

    /// The number of `name` if it has one.
    pub fn find(&self, name: &str) -> Option<Symbol> {
        let is_it = |symbol: &Symbol| &*self.names[symbol.0 as usize] == name;
        self.numbers.find(hash(name), is_it).copied()
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
