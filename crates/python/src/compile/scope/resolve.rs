//! Decides where each name of each scope lives, and which names closures carry.

use std::collections::BTreeSet;

use super::{Place, Scope, ScopeId, ScopeKind, ScopeTree};
use crate::code::{Symbol, Symbols};
use crate::compile::CompileError;

/// Where an enclosing scope has a name.
enum Enclosing {
    /// A cell of that scope.
    Cell(ScopeId),
    Global,
}

/// Cells that scopes turn out to need.
struct Closures {
    own: Vec<BTreeSet<Symbol>>,
    free: Vec<Vec<Symbol>>,
}

/// Resolves every name of `tree`.
pub(super) fn resolve(tree: &mut ScopeTree, symbols: &mut Symbols) -> Result<(), CompileError> {
    let class_cell = symbols.intern("__class__");
    let count = tree.scopes.len();
    let mut closures = Closures {
        own: vec![BTreeSet::new(); count],
        free: vec![Vec::new(); count],
    };
    let mut free_places = vec![BTreeSet::new(); count];
    for (id, scope) in tree.scopes.iter().enumerate() {
        for &name in &scope.order {
            let used = &scope.uses[&name];
            if used.is_local() || used.global {
                continue;
            }
            let found = enclosing(tree, scope.parent, name, class_cell);
            if let Some(Enclosing::Cell(owner)) = found {
                free_places[id].insert(name);
                carry(tree, &mut closures, owner, id, name);
            } else if used.nonlocal {
                return Err(CompileError::at(
                    used.declared_at,
                    format!("no binding for nonlocal '{}' found", symbols.name(name)),
                ));
            }
        }
    }
    for (id, free) in free_places.iter().enumerate() {
        let own = std::mem::take(&mut closures.own[id]);
        let carried = std::mem::take(&mut closures.free[id]);
        lay_out(&mut tree.scopes[id], own, carried, free, class_cell);
    }
    Ok(())
}

/// Looks for `name` in the scopes around, innermost first; class bodies are passed over, save
/// for their `__class__`.
fn enclosing(
    tree: &ScopeTree,
    mut around: Option<ScopeId>,
    name: Symbol,
    class_cell: Symbol,
) -> Option<Enclosing> {
    while let Some(id) = around {
        let scope = &tree.scopes[id];
        if scope.kind == ScopeKind::Class && name == class_cell {
            return Some(Enclosing::Cell(id));
        }
        if scope.is_function_like()
            && let Some(used) = scope.uses.get(&name)
        {
            if used.is_local() {
                return Some(Enclosing::Cell(id));
            }
            if used.global {
                return Some(Enclosing::Global);
            }
        }
        around = scope.parent;
    }
    None
}

/// Makes `name` a cell of `owner`, and free in every scope from there down to `user`.
fn carry(tree: &ScopeTree, closures: &mut Closures, owner: ScopeId, user: ScopeId, name: Symbol) {
    closures.own[owner].insert(name);
    let mut id = user;
    while id != owner {
        if !closures.free[id].contains(&name) {
            closures.free[id].push(name);
        }
        match tree.scopes[id].parent {
            Some(parent) => id = parent,
            None => break,
        }
    }
}

/// Numbers locals and cells of one scope.
fn lay_out(
    scope: &mut Scope,
    own: BTreeSet<Symbol>,
    carried: Vec<Symbol>,
    free: &BTreeSet<Symbol>,
    class_cell: Symbol,
) {
    scope.locals = scope.parameters.clone();
    let has_class_cell = scope.kind == ScopeKind::Class && own.contains(&class_cell);
    if has_class_cell {
        scope.cells.push(class_cell);
    }
    let is_own = |name: &Symbol| own.contains(name) && !(has_class_cell && *name == class_cell);
    for &name in &scope.order {
        if is_own(&name) {
            scope.cells.push(name);
        }
    }
    scope.own_cell_count = scope.cells.len();
    scope.cells.extend(carried);
    for index in 0..scope.order.len() {
        let name = scope.order[index];
        let used = scope.uses[&name];
        let place = if used.global || scope.kind == ScopeKind::Module {
            Place::Global
        } else if used.is_local() {
            if scope.kind == ScopeKind::Class {
                Place::Name
            } else if let Some(cell) = is_own(&name).then(|| scope.cell_index(name)).flatten() {
                Place::Cell(cell)
            } else {
                Place::Fast(fast_index(scope, name))
            }
        } else if let Some(cell) = free
            .contains(&name)
            .then(|| free_index(scope, name))
            .flatten()
        {
            if scope.kind == ScopeKind::Class {
                Place::ClassCell(cell)
            } else {
                Place::Cell(cell)
            }
        } else if scope.kind == ScopeKind::Class {
            Place::Name
        } else {
            Place::Global
        };
        scope.places.insert(name, place);
    }
}

fn fast_index(scope: &mut Scope, name: Symbol) -> u32 {
    if let Some(index) = scope.parameter_index(name) {
        return index;
    }
    scope.locals.push(name);
    scope.locals.len() as u32 - 1
}

fn free_index(scope: &Scope, name: Symbol) -> Option<u32> {
    let own = scope.own_cell_count;
    let index = scope.cells[own..].iter().position(|&cell| cell == name)?;
    Some((own + index) as u32)
}
