//! Which names a scope's own statements bind and which they declare global: what
//! `nonlocal` and `global` are checked against.
//!
//! Knows nothing of the scopes within or around.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{ExceptHandler, Expr, ExprContext, Identifier, Parameters, Pattern, Stmt};
use ruff_text_size::TextRange;

/// The names of one scope.
#[derive(Clone, Debug, Default)]
pub(super) struct Bindings<'a> {
    /// Its parameters.
    pub(super) parameters: BTreeSet<&'a str>,
    /// Names it binds or passes on by `nonlocal`, parameters included.
    pub(super) bound: BTreeSet<&'a str>,
    /// Names it declares global, with the declaration's range.
    pub(super) globals: BTreeMap<&'a str, TextRange>,
    /// Names it declares nonlocal, with the declaration's range.
    pub(super) nonlocals: BTreeMap<&'a str, TextRange>,
}

impl<'a> Bindings<'a> {
    /// The names of a function (or of a module or class, without parameters).
    pub(super) fn collect(parameters: Option<&'a Parameters>, body: &'a [Stmt]) -> Self {
        let mut bindings = Self::default();
        if let Some(parameters) = parameters {
            for parameter in parameters {
                bindings.parameters.insert(parameter.name().as_str());
            }
            bindings.bound.extend(&bindings.parameters);
        }
        bindings.visit_body(body);
        if !bindings.globals.is_empty() {
            let all = std::mem::take(&mut bindings.bound);
            let own = |name: &&str| !bindings.globals.contains_key(name);
            bindings.bound.extend(all.into_iter().filter(own));
        }
        bindings
    }

    fn bind(&mut self, name: &'a Identifier) {
        self.bound.insert(name.as_str());
    }
}

impl<'a> Visitor<'a> for Bindings<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(function) => self.bind(&function.name),
            Stmt::ClassDef(class) => self.bind(&class.name),
            Stmt::Import(import) => {
                for alias in &import.names {
                    match &alias.asname {
                        Some(name) => self.bind(name),
                        None => {
                            let top = alias.name.as_str().split('.').next();
                            self.bound.extend(top);
                        }
                    }
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    self.bind(alias.asname.as_ref().unwrap_or(&alias.name));
                }
            }
            Stmt::Global(global) => {
                for name in &global.names {
                    self.globals.entry(name.as_str()).or_insert(global.range);
                }
            }
            Stmt::Nonlocal(nonlocal) => {
                for name in &nonlocal.names {
                    self.bind(name);
                    self.nonlocals
                        .entry(name.as_str())
                        .or_insert(nonlocal.range);
                }
            }
            _ => visitor::walk_stmt(self as &mut dyn Visitor<'a>, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if matches!(name.ctx, ExprContext::Store | ExprContext::Del) => {
                self.bound.insert(name.id.as_str());
            }
            Expr::Lambda(_) => {}
            _ => visitor::walk_expr(self as &mut dyn Visitor<'a>, expr),
        }
    }

    fn visit_comprehension(&mut self, comprehension: &'a ruff_python_ast::Comprehension) {
        // The target belongs to the comprehension's own scope; a walrus does not.
        self.visit_expr(&comprehension.iter);
        for condition in &comprehension.ifs {
            self.visit_expr(condition);
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        if let Some(name) = &inner.name {
            self.bind(name);
        }
        visitor::walk_except_handler(self as &mut dyn Visitor<'a>, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(capture) => capture.name.as_ref(),
            Pattern::MatchStar(capture) => capture.name.as_ref(),
            Pattern::MatchMapping(mapping) => mapping.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = name {
            self.bind(name);
        }
        visitor::walk_pattern(self as &mut dyn Visitor<'a>, pattern);
    }
}
