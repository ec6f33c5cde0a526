//! What Python has and Interleave has not yet, found before the run: each use is named on
//! its span, so that no program gives a wrong answer silently.
//!
//! Which modules there are, the caller says; this file must not know them.

use interleave_trace::put_in_order;
use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{
    ExceptHandler, Expr, InterpolatedStringElement, ModModule, Stmt, StmtImportFrom, StmtTry,
    StringLiteral,
};
use ruff_text_size::TextRange;

use super::{DiagnosticKind, SyntaxDiagnostic};

/// What can be imported.
#[derive(Clone, Copy)]
pub struct Importable<'a> {
    /// Whether a module of this dotted name exists.
    pub module: &'a dyn Fn(&str) -> bool,
    /// Whether an importable module (first) has this name (second), or a module of that name inside.
    pub name: &'a dyn Fn(&str, &str) -> bool,
}

/// The uses of what is not supported, in order of position. `text` is what `module` was
/// parsed from.
pub fn unsupported(
    module: &ModModule,
    text: &str,
    importable: Importable<'_>,
) -> Vec<SyntaxDiagnostic> {
    let mut search = Search {
        text,
        importable,
        found: Vec::new(),
        import_may_fail: false,
    };
    search.visit_body(&module.body);
    put_in_order(&mut search.found, |diagnostic| u64::from(diagnostic.start));
    search.found
}

struct Search<'a> {
    text: &'a str,
    importable: Importable<'a>,
    found: Vec<SyntaxDiagnostic>,
    /// Within a `try` that handles a failed import.
    import_may_fail: bool,
}

impl Search<'_> {
    fn report(&mut self, range: TextRange, what: impl std::fmt::Display) {
        self.found.push(SyntaxDiagnostic::new(
            DiagnosticKind::Unsupported,
            format!("NotSupported: {what}"),
            range,
        ));
    }

    fn report_module(&mut self, range: TextRange, name: &str) {
        self.report(
            range,
            format_args!("module '{name}' is not available in Interleave yet"),
        );
    }

    fn check_import_from(&mut self, import: &StmtImportFrom) {
        let Some(module) = import.module.as_ref().filter(|_| import.level == 0) else {
            return;
        };
        if module.as_str() == "__future__" || self.import_may_fail {
            return;
        }
        if !(self.importable.module)(module) {
            self.report_module(module.range, module);
            return;
        }
        for alias in &import.names {
            let name = alias.name.as_str();
            if name != "*" && !(self.importable.name)(module, name) {
                self.report(
                    alias.range,
                    format_args!(
                        "'{name}' of module '{module}' is not available in Interleave yet"
                    ),
                );
            }
        }
    }

    fn check_surrogates(&mut self, value: &str, range: TextRange) {
        // The parser decodes a lone surrogate to the replacement character.
        if !value.contains('\u{fffd}') {
            return;
        }
        let source = self.text[range].to_ascii_lowercase();
        let escapes = ["\\ud", "\\u0000d"];
        let is_surrogate = |escape: &&str| {
            source.match_indices(*escape).any(|(at, _)| {
                matches!(source.as_bytes().get(at + escape.len()), Some(b'8'..=b'f'))
            })
        };
        if escapes.iter().any(is_surrogate) {
            self.report(range, "lone surrogates in strings");
        }
    }
}

impl<'a> Visitor<'a> for Search<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) if !self.import_may_fail => {
                for alias in &import.names {
                    if !(self.importable.module)(&alias.name) {
                        self.report_module(alias.name.range, &alias.name);
                    }
                }
            }
            Stmt::ImportFrom(import) => self.check_import_from(import),
            Stmt::Try(statement) => {
                let outer = self.import_may_fail;
                self.import_may_fail |= handles_failed_import(statement);
                self.visit_body(&statement.body);
                for handler in &statement.handlers {
                    self.visit_except_handler(handler);
                }
                self.import_may_fail = outer;
                self.visit_body(&statement.orelse);
                self.visit_body(&statement.finalbody);
                return;
            }
            // What only a type checker imports is not imported.
            Stmt::If(statement) if is_type_checking(&statement.test) => {
                for clause in &statement.elif_else_clauses {
                    self.visit_elif_else_clause(clause);
                }
                return;
            }
            _ => {}
        }
        visitor::walk_stmt(self as &mut dyn Visitor<'a>, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::TString(found) => {
                self.report(found.range, "t-strings");
                return;
            }
            Expr::DictComp(comprehension) if comprehension.key.is_none() => {
                self.report(comprehension.range, "unpacking in a comprehension");
            }
            _ => {}
        }
        visitor::walk_expr(self as &mut dyn Visitor<'a>, expr);
    }

    fn visit_string_literal(&mut self, literal: &'a StringLiteral) {
        self.check_surrogates(&literal.value, literal.range);
    }

    fn visit_interpolated_string_element(&mut self, element: &'a InterpolatedStringElement) {
        if let InterpolatedStringElement::Literal(literal) = element {
            self.check_surrogates(&literal.value, literal.range);
        }
        visitor::walk_interpolated_string_element(self as &mut dyn Visitor<'a>, element);
    }
}

fn handles_failed_import(statement: &StmtTry) -> bool {
    fn catches(expr: &Expr) -> bool {
        match expr {
            Expr::Tuple(tuple) => tuple.elts.iter().any(catches),
            Expr::Name(name) => matches!(
                name.id.as_str(),
                "ImportError" | "ModuleNotFoundError" | "Exception" | "BaseException"
            ),
            _ => false,
        }
    }
    statement.handlers.iter().any(|handler| {
        let ExceptHandler::ExceptHandler(handler) = handler;
        handler.type_.as_deref().is_none_or(catches)
    })
}

fn is_type_checking(test: &Expr) -> bool {
    match test {
        Expr::Name(name) => name.id.as_str() == "TYPE_CHECKING",
        Expr::Attribute(attribute) => attribute.attr.as_str() == "TYPE_CHECKING",
        _ => false,
    }
}
