//! Attributes of imported modules that CPython's module has and ours has not: a warning where each is used, since a
//! script may ask first whether it is there, or never come by.
//!
//! Which modules there are and what they have, the caller says.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{Expr, ExprContext, ModModule, Parameter, Stmt};

use super::{DiagnosticKind, Importable, SyntaxDiagnostic};

/// The attributes of imported modules that are not there, in order of position.
pub fn missing_attributes(module: &ModModule, importable: Importable<'_>) -> Vec<SyntaxDiagnostic> {
    let mut bound = Bound {
        importable,
        modules: BTreeMap::new(),
        others: BTreeSet::new(),
    };
    bound.visit_body(&module.body);
    let mut search = Search {
        importable,
        bound,
        found: Vec::new(),
    };
    search.visit_body(&module.body);
    search.found
}

/// Which names stand for modules, and which are bound otherwise somewhere.
struct Bound<'a> {
    importable: Importable<'a>,
    modules: BTreeMap<String, String>,
    others: BTreeSet<String>,
}

impl Bound<'_> {
    /// A name that stands for two modules is left alone.
    fn bind(&mut self, name: &str, module: &str) {
        let before = self.modules.insert(name.to_owned(), module.to_owned());
        if before.is_some_and(|before| before != module) {
            self.others.insert(name.to_owned());
        }
    }
}

impl<'a> Visitor<'a> for Bound<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => {
                for alias in &import.names {
                    let full = alias.name.as_str();
                    match &alias.asname {
                        Some(name) => self.bind(name, full),
                        None => {
                            let top = full.split('.').next().unwrap_or(full);
                            self.bind(top, top);
                        }
                    }
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    let module = import.module.as_ref().filter(|_| import.level == 0);
                    let full = module.map(|module| format!("{module}.{}", alias.name));
                    match full.filter(|full| (self.importable.module)(full)) {
                        Some(full) => self.bind(name, &full),
                        None => {
                            self.others.insert(name.to_string());
                        }
                    }
                }
            }
            Stmt::FunctionDef(def) => {
                self.others.insert(def.name.to_string());
            }
            Stmt::ClassDef(def) => {
                self.others.insert(def.name.to_string());
            }
            _ => {}
        }
        visitor::walk_stmt(self as &mut dyn Visitor<'a>, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr
            && name.ctx != ExprContext::Load
        {
            self.others.insert(name.id.to_string());
        }
        visitor::walk_expr(self as &mut dyn Visitor<'a>, expr);
    }

    fn visit_parameter(&mut self, parameter: &'a Parameter) {
        self.others.insert(parameter.name.to_string());
        visitor::walk_parameter(self as &mut dyn Visitor<'a>, parameter);
    }
}

struct Search<'a> {
    importable: Importable<'a>,
    bound: Bound<'a>,
    found: Vec<SyntaxDiagnostic>,
}

impl Search<'_> {
    /// The dotted name of the module that an expression stands for.
    fn module_of(&self, expr: &Expr) -> Option<String> {
        match expr {
            Expr::Name(name) => {
                let name = name.id.as_str();
                let is_module_alone = !self.bound.others.contains(name);
                let module = self.bound.modules.get(name);
                module.filter(|_| is_module_alone).cloned()
            }
            Expr::Attribute(attribute) => {
                let outer = self.module_of(&attribute.value)?;
                let inner = format!("{outer}.{}", attribute.attr);
                Some(inner).filter(|inner| (self.importable.module)(inner))
            }
            _ => None,
        }
    }
}

impl<'a> Visitor<'a> for Search<'_> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Attribute(attribute) = expr
            && attribute.ctx == ExprContext::Load
            && !attribute.attr.starts_with("__")
            && let Some(module) = self.module_of(&attribute.value)
            && !(self.importable.name)(&module, &attribute.attr)
        {
            let message = format!(
                "NotSupported: {module}.{} is not available in Interleave yet",
                attribute.attr
            );
            self.found.push(SyntaxDiagnostic::new(
                DiagnosticKind::Warning,
                message,
                attribute.range,
            ));
        }
        visitor::walk_expr(self as &mut dyn Visitor<'a>, expr);
    }
}
