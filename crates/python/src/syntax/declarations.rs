//! `global` and `nonlocal` against what a scope did with the name before. Source: CPython 3.11, Python/symtable.c.
//!
//! Looks at one scope's own statements; knows nothing of the scopes around.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{Expr, ExprContext, Identifier, Stmt};
use ruff_text_size::TextRange;
use std::collections::{BTreeMap, BTreeSet};

/// What a scope did with a name so far.
#[derive(Clone, Copy, Default)]
struct Met {
    is_used: bool,
    is_assigned: bool,
    is_annotated: bool,
    /// `global` or `nonlocal`.
    declared: Option<&'static str>,
}

/// The errors in the declarations of a scope with these parameters and statements, in order.
pub(super) fn check(parameters: &BTreeSet<&str>, body: &[Stmt]) -> Vec<(String, TextRange)> {
    let mut walk = Declarations {
        parameters,
        met: BTreeMap::new(),
        found: Vec::new(),
    };
    walk.visit_body(body);
    walk.found
}

struct Declarations<'a> {
    parameters: &'a BTreeSet<&'a str>,
    met: BTreeMap<&'a str, Met>,
    found: Vec<(String, TextRange)>,
}

impl<'a> Declarations<'a> {
    fn declare(&mut self, names: &'a [Identifier], kind: &'static str, range: TextRange) {
        for name in names {
            let met = self.met.entry(name.as_str()).or_default();
            let told = if self.parameters.contains(name.as_str()) {
                Some(format!("name '{name}' is parameter and {kind}"))
            } else if met.is_annotated {
                Some(format!("annotated name '{name}' can't be {kind}"))
            } else if met.is_assigned {
                Some(format!(
                    "name '{name}' is assigned to before {kind} declaration"
                ))
            } else if met.is_used {
                Some(format!("name '{name}' is used prior to {kind} declaration"))
            } else {
                None
            };
            met.declared = Some(kind);
            self.found.extend(told.map(|told| (told, range)));
        }
    }
}

impl<'a> Visitor<'a> for Declarations<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Global(global) => self.declare(&global.names, "global", global.range),
            Stmt::Nonlocal(nonlocal) => self.declare(&nonlocal.names, "nonlocal", nonlocal.range),
            Stmt::FunctionDef(function) => {
                self.met
                    .entry(function.name.as_str())
                    .or_default()
                    .is_assigned = true;
                let parameters = function.parameters.iter_non_variadic_params();
                parameters
                    .filter_map(|parameter| parameter.default())
                    .for_each(|default| self.visit_expr(default));
            }
            Stmt::ClassDef(class) => {
                self.met.entry(class.name.as_str()).or_default().is_assigned = true;
                if let Some(arguments) = &class.arguments {
                    self.visit_arguments(arguments);
                }
            }
            Stmt::AnnAssign(assign) => {
                if let Expr::Name(name) = &*assign.target {
                    let met = self.met.entry(name.id.as_str()).or_default();
                    if let Some(kind) = met.declared {
                        let told = format!("annotated name '{}' can't be {kind}", name.id);
                        self.found.push((told, assign.range));
                    }
                    met.is_annotated = true;
                }
                if let Some(value) = &assign.value {
                    self.visit_expr(value);
                }
            }
            _ => visitor::walk_stmt(self as &mut dyn Visitor<'a>, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => {
                let met = self.met.entry(name.id.as_str()).or_default();
                match name.ctx {
                    ExprContext::Load => met.is_used = true,
                    _ => met.is_assigned = true,
                }
            }
            Expr::Lambda(_) => {}
            Expr::ListComp(comp) => comp
                .generators
                .iter()
                .take(1)
                .for_each(|first| self.visit_expr(&first.iter)),
            Expr::SetComp(comp) => comp
                .generators
                .iter()
                .take(1)
                .for_each(|first| self.visit_expr(&first.iter)),
            Expr::DictComp(comp) => comp
                .generators
                .iter()
                .take(1)
                .for_each(|first| self.visit_expr(&first.iter)),
            Expr::Generator(comp) => comp
                .generators
                .iter()
                .take(1)
                .for_each(|first| self.visit_expr(&first.iter)),
            _ => visitor::walk_expr(self as &mut dyn Visitor<'a>, expr),
        }
    }
}
