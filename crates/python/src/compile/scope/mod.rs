//! The symbol table: which names each scope binds, and whether a name is a fast local, a cell, a
//! global or a class name. Knows nothing of instructions.

mod collect;
mod mangle;
mod resolve;
mod visit;

pub(super) use mangle::mangle;

use std::collections::BTreeMap;

use ruff_python_ast::ModModule;
use ruff_text_size::TextRange;

use super::CompileError;
use crate::code::{Symbol, Symbols};

/// Index of a scope in its [`ScopeTree`].
pub(super) type ScopeId = usize;

/// What a scope is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScopeKind {
    Module,
    Class,
    Function,
    Comprehension,
}

/// What the source does with a name in one scope.
#[derive(Clone, Copy, Debug, Default)]
struct NameUse {
    parameter: bool,
    bound: bool,
    used: bool,
    global: bool,
    nonlocal: bool,
    /// Bound as the loop variable of a comprehension.
    iteration: bool,
    /// Where a declaration stands, for the message.
    declared_at: TextRange,
}

impl NameUse {
    fn is_local(&self) -> bool {
        (self.parameter || self.bound) && !self.global && !self.nonlocal
    }
}

/// Where a name's value lives, seen from one scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A fast local.
    Fast(u32),
    /// A cell of this code.
    Cell(u32),
    /// The module's globals.
    Global,
    /// In a class body: its namespace, then globals.
    Name,
    /// In a class body: its namespace, then a cell.
    ClassCell(u32),
}

/// One module, class body, function or comprehension.
#[derive(Debug)]
pub(super) struct Scope {
    pub(super) kind: ScopeKind,
    pub(super) is_generator: bool,
    /// An `async def`, or a comprehension that awaits.
    pub(super) is_async: bool,
    /// In a module or class: whether it has annotated names.
    pub(super) has_annotations: bool,
    /// Fast locals, parameters first.
    pub(super) locals: Vec<Symbol>,
    /// Own cells, then free ones.
    pub(super) cells: Vec<Symbol>,
    pub(super) own_cell_count: usize,
    parent: Option<ScopeId>,
    /// Names in order of appearance.
    order: Vec<Symbol>,
    uses: BTreeMap<Symbol, NameUse>,
    parameters: Vec<Symbol>,
    places: BTreeMap<Symbol, Place>,
}

impl Scope {
    fn new(kind: ScopeKind, parent: Option<ScopeId>) -> Self {
        Self {
            kind,
            is_generator: false,
            is_async: false,
            has_annotations: false,
            locals: Vec::new(),
            cells: Vec::new(),
            own_cell_count: 0,
            parent,
            order: Vec::new(),
            uses: BTreeMap::new(),
            parameters: Vec::new(),
            places: BTreeMap::new(),
        }
    }

    fn is_function_like(&self) -> bool {
        matches!(self.kind, ScopeKind::Function | ScopeKind::Comprehension)
    }

    /// Where `name` lives.
    pub(super) fn place(&self, name: Symbol) -> Place {
        match self.places.get(&name) {
            Some(&place) => place,
            None if self.kind == ScopeKind::Class => Place::Name,
            None => Place::Global,
        }
    }

    /// Whether the scope declares `name` global.
    pub(super) fn declares_global(&self, name: Symbol) -> bool {
        self.uses.get(&name).is_some_and(|used| used.global)
    }

    /// The index of `name` among the cells.
    pub(super) fn cell_index(&self, name: Symbol) -> Option<u32> {
        let index = self.cells.iter().position(|&cell| cell == name)?;
        Some(index as u32)
    }

    /// Index of `name` among the parameters.
    pub(super) fn parameter_index(&self, name: Symbol) -> Option<u32> {
        let index = self.parameters.iter().position(|&other| other == name)?;
        Some(index as u32)
    }
}

/// All scopes of a module; the first is the module's own.
#[derive(Debug)]
pub(super) struct ScopeTree {
    scopes: Vec<Scope>,
    by_range: BTreeMap<(u32, u32), ScopeId>,
}

impl ScopeTree {
    /// The scopes of `module`, every name resolved.
    pub(super) fn of_module(
        module: &ModModule,
        future_annotations: bool,
        symbols: &mut Symbols,
    ) -> Result<Self, CompileError> {
        let mut tree = visit::collect(module, future_annotations, symbols)?;
        resolve::resolve(&mut tree, symbols)?;
        Ok(tree)
    }

    /// The outermost names live in a namespace, in front of the globals.
    pub(super) fn name_the_root(&mut self) {
        let root = &mut self.scopes[0];
        for (name, used) in &root.uses {
            if !used.global {
                root.places.insert(*name, Place::Name);
            }
        }
    }

    /// The scope that the node with this range opens.
    pub(super) fn of_node(&self, range: TextRange) -> Result<ScopeId, CompileError> {
        let key = (range.start().to_u32(), range.end().to_u32());
        self.by_range
            .get(&key)
            .copied()
            .ok_or_else(|| CompileError::at(range, "internal error: a scope was not collected"))
    }
}

impl std::ops::Index<ScopeId> for ScopeTree {
    type Output = Scope;

    fn index(&self, id: ScopeId) -> &Scope {
        &self.scopes[id]
    }
}
