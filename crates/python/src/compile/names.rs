//! Loads, stores and deletions of names, by where their scope has them.

use super::Compiler;
use super::scope::{Place, mangle};
use crate::code::{Instr, Symbol};

impl Compiler<'_, '_> {
    /// The symbol of `name`, private names mangled.
    pub(super) fn symbol(&mut self, name: &str) -> Symbol {
        let name = mangle(self.unit.class.as_deref(), name);
        self.symbols.intern(&name)
    }

    fn place(&mut self, name: &str) -> (Symbol, Place) {
        let symbol = self.symbol(name);
        (symbol, self.scope().place(symbol))
    }

    /// `→ value`
    pub(super) fn load_name(&mut self, name: &str) {
        let (symbol, place) = self.place(name);
        self.emit(match place {
            Place::Fast(index) => Instr::LoadFast(index),
            Place::Cell(index) => Instr::LoadCell(index),
            Place::Global => Instr::LoadGlobal(symbol),
            Place::Name => Instr::LoadName(symbol),
            Place::ClassCell(cell) => Instr::LoadClassCell { cell },
        });
    }

    /// `value →`
    pub(super) fn store_name(&mut self, name: &str) {
        let (symbol, place) = self.place(name);
        self.emit(match place {
            Place::Fast(index) => Instr::StoreFast(index),
            Place::Cell(index) | Place::ClassCell(index) => Instr::StoreCell(index),
            Place::Global => Instr::StoreGlobal(symbol),
            Place::Name => Instr::StoreName(symbol),
        });
    }

    /// `→`
    pub(super) fn delete_name(&mut self, name: &str) {
        let (symbol, place) = self.place(name);
        self.emit(match place {
            Place::Fast(index) => Instr::DeleteFast(index),
            Place::Cell(index) | Place::ClassCell(index) => Instr::DeleteCell(index),
            Place::Global => Instr::DeleteGlobal(symbol),
            Place::Name => Instr::DeleteName(symbol),
        });
    }
}
