//! The errors that need scopes: `return` outside a function, `nonlocal` without a
//! binding, `break` outside a loop, and the rest of what CPython's symbol table refuses.
//!
//! Ruff's checker knows the rules; this file walks the tree and tells it where it is. Longer than
//! most files because the checker wants one context that answers all of its questions.

use std::cell::RefCell;

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{Comprehension, Expr, Parameters, PythonVersion, Stmt};
use ruff_python_parser::semantic_errors::{
    LazyImportContext, SemanticSyntaxChecker, SemanticSyntaxContext, SemanticSyntaxError,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::bindings::Bindings;
use super::{DiagnosticKind, SyntaxDiagnostic};

/// The errors of a tree without parse errors.
pub(super) fn check(body: &[Stmt], source: &str, version: PythonVersion) -> Vec<SyntaxDiagnostic> {
    let mut walk = ScopeWalk {
        checker: SemanticSyntaxChecker::new(),
        errors: RefCell::default(),
        version,
        source,
        scopes: vec![Scope {
            bindings: Bindings::collect(None, body),
            ..Scope::new(ScopeKind::Module)
        }],
        future_annotations: false,
        in_try: false,
        expression: TextRange::default(),
    };
    walk.check_declarations(body);
    walk.visit_body(body);
    walk.errors.into_inner()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ScopeKind {
    Module,
    Class,
    Function { is_async: bool },
    Lambda,
    Comprehension { is_async: bool },
    Generator { is_async: bool },
}

struct Scope<'a> {
    kind: ScopeKind,
    bindings: Bindings<'a>,
    /// Loops around the current statement within this scope.
    loops: u32,
    /// For a comprehension, what CPython calls it and where it is.
    comprehension: Option<(&'static str, TextRange)>,
}

impl Scope<'_> {
    fn new(kind: ScopeKind) -> Self {
        Self {
            kind,
            bindings: Bindings::default(),
            loops: 0,
            comprehension: None,
        }
    }
}

struct ScopeWalk<'a> {
    checker: SemanticSyntaxChecker,
    errors: RefCell<Vec<SyntaxDiagnostic>>,
    version: PythonVersion,
    source: &'a str,
    scopes: Vec<Scope<'a>>,
    future_annotations: bool,
    in_try: bool,
    /// The expression that is being checked.
    expression: TextRange,
}

impl<'a> ScopeWalk<'a> {
    fn scope(&self) -> &Scope<'a> {
        self.scopes.last().expect("the module's scope stays")
    }

    fn within(&mut self, scope: Scope<'a>, visit: impl FnOnce(&mut Self)) {
        self.scopes.push(scope);
        visit(self);
        self.scopes.pop();
    }

    fn in_loop(&mut self, body: &'a [Stmt]) {
        let depth = self.scopes.len() - 1;
        self.scopes[depth].loops += 1;
        self.visit_body(body);
        self.scopes[depth].loops -= 1;
    }

    fn with_checker(&mut self, check: impl FnOnce(&mut SemanticSyntaxChecker, &Self)) {
        let mut checker = std::mem::take(&mut self.checker);
        check(&mut checker, self);
        self.checker = checker;
    }

    /// Defaults and annotations belong to the scope around the function.
    fn visit_signature(&mut self, parameters: &'a Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = parameter.default() {
                self.visit_expr(default);
            }
        }
        for parameter in parameters {
            if let Some(annotation) = parameter.annotation() {
                self.visit_annotation(annotation);
            }
        }
    }

    fn visit_generators(
        &mut self,
        generators: &'a [Comprehension],
        elements: [Option<&'a Expr>; 2],
        kind: fn(bool) -> ScopeKind,
        name: (&'static str, TextRange),
    ) {
        // The first iterable is evaluated outside the comprehension.
        if let Some(first) = generators.first() {
            self.visit_expr(&first.iter);
        }
        let is_async = generators.iter().any(|generator| generator.is_async);
        let scope = Scope {
            comprehension: Some(name),
            ..Scope::new(kind(is_async))
        };
        self.within(scope, |walk| {
            for (index, generator) in generators.iter().enumerate() {
                if index > 0 {
                    walk.visit_expr(&generator.iter);
                }
                walk.visit_expr(&generator.target);
                for condition in &generator.ifs {
                    walk.visit_expr(condition);
                }
            }
            for element in elements.into_iter().flatten() {
                walk.visit_expr(element);
            }
        });
    }

    fn report(&self, message: String, range: TextRange) {
        let diagnostic = SyntaxDiagnostic::new(DiagnosticKind::Syntax, message, range);
        self.errors.borrow_mut().push(diagnostic);
    }

    /// The declarations of the innermost scope against what it does before.
    fn check_declarations(&self, body: &[Stmt]) {
        for (words, range) in super::declarations::check(&self.scope().bindings.parameters, body) {
            self.report(words, range);
        }
    }

    fn check_nonlocal(&self, stmt: &Stmt) {
        let Stmt::Nonlocal(nonlocal) = stmt else {
            return;
        };
        for name in &nonlocal.names {
            let bindings = &self.scope().bindings;
            if let Some(global) = bindings.globals.get(name.as_str()) {
                let first = if global.start() < nonlocal.range.start() {
                    *global
                } else {
                    nonlocal.range
                };
                self.report(format!("name '{name}' is nonlocal and global"), first);
            } else if self.scopes.len() > 1
                && !bindings.parameters.contains(name.as_str())
                && !self.has_nonlocal_binding(name)
            {
                self.report(
                    format!("no binding for nonlocal '{name}' found"),
                    nonlocal.range,
                );
            }
        }
    }
}

impl<'a> Visitor<'a> for ScopeWalk<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        self.with_checker(|checker, walk| checker.visit_stmt(stmt, walk));
        self.check_nonlocal(stmt);
        match stmt {
            Stmt::FunctionDef(function) => {
                for decorator in &function.decorator_list {
                    self.visit_decorator(decorator);
                }
                if let Some(type_params) = &function.type_params {
                    self.visit_type_params(type_params);
                }
                self.visit_signature(&function.parameters);
                if let Some(returns) = &function.returns {
                    self.visit_annotation(returns);
                }
                let scope = Scope {
                    bindings: Bindings::collect(Some(&function.parameters), &function.body),
                    ..Scope::new(ScopeKind::Function {
                        is_async: function.is_async,
                    })
                };
                self.within(scope, |walk| {
                    walk.check_declarations(&function.body);
                    walk.visit_body(&function.body);
                });
            }
            Stmt::ClassDef(class) => {
                for decorator in &class.decorator_list {
                    self.visit_decorator(decorator);
                }
                if let Some(type_params) = &class.type_params {
                    self.visit_type_params(type_params);
                }
                if let Some(arguments) = &class.arguments {
                    self.visit_arguments(arguments);
                }
                let scope = Scope {
                    bindings: Bindings::collect(None, &class.body),
                    ..Scope::new(ScopeKind::Class)
                };
                self.within(scope, |walk| {
                    walk.check_declarations(&class.body);
                    walk.visit_body(&class.body);
                });
            }
            Stmt::For(statement) => {
                self.visit_expr(&statement.iter);
                self.visit_expr(&statement.target);
                self.in_loop(&statement.body);
                self.visit_body(&statement.orelse);
            }
            Stmt::While(statement) => {
                self.visit_expr(&statement.test);
                self.in_loop(&statement.body);
                self.visit_body(&statement.orelse);
            }
            Stmt::Try(_) => {
                let outer = std::mem::replace(&mut self.in_try, true);
                visitor::walk_stmt(self as &mut dyn Visitor<'a>, stmt);
                self.in_try = outer;
            }
            Stmt::ImportFrom(import) if import.module.as_deref() == Some("__future__") => {
                self.future_annotations |= import
                    .names
                    .iter()
                    .any(|alias| alias.name.as_str() == "annotations");
            }
            _ => visitor::walk_stmt(self as &mut dyn Visitor<'a>, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        self.expression = expr.range();
        self.with_checker(|checker, walk| checker.visit_expr(expr, walk));
        let comprehension = |is_async| ScopeKind::Comprehension { is_async };
        match expr {
            Expr::Lambda(lambda) => {
                let mut scope = Scope::new(ScopeKind::Lambda);
                if let Some(parameters) = &lambda.parameters {
                    self.visit_signature(parameters);
                    scope.bindings = Bindings::collect(Some(parameters), &[]);
                }
                self.within(scope, |walk| walk.visit_expr(&lambda.body));
            }
            Expr::ListComp(list) => {
                let name = ("list comprehension", list.range);
                self.visit_generators(
                    &list.generators,
                    [Some(&list.elt), None],
                    comprehension,
                    name,
                );
            }
            Expr::SetComp(set) => {
                let name = ("set comprehension", set.range);
                self.visit_generators(&set.generators, [Some(&set.elt), None], comprehension, name);
            }
            Expr::DictComp(dict) => self.visit_generators(
                &dict.generators,
                [dict.key.as_deref(), Some(&dict.value)],
                comprehension,
                ("dict comprehension", dict.range),
            ),
            Expr::Generator(generator) => self.visit_generators(
                &generator.generators,
                [Some(&generator.elt), None],
                |is_async| ScopeKind::Generator { is_async },
                ("generator expression", generator.range),
            ),
            _ => visitor::walk_expr(self as &mut dyn Visitor<'a>, expr),
        }
    }
}

impl SemanticSyntaxContext for ScopeWalk<'_> {
    fn future_annotations_or_stub(&self) -> bool {
        self.future_annotations
    }

    fn lazy_import_context(&self) -> Option<LazyImportContext> {
        match self.scope().kind {
            ScopeKind::Function { .. } | ScopeKind::Lambda => Some(LazyImportContext::Function),
            ScopeKind::Class => Some(LazyImportContext::Class),
            _ if self.in_try => Some(LazyImportContext::TryExceptBlocks),
            _ => None,
        }
    }

    fn python_version(&self) -> PythonVersion {
        self.version
    }

    fn source(&self) -> &str {
        self.source
    }

    fn global(&self, name: &str) -> Option<TextRange> {
        self.scope().bindings.globals.get(name).copied()
    }

    fn has_nonlocal_binding(&self, name: &str) -> bool {
        let (_, enclosing) = self.scopes.split_last().expect("the module's scope stays");
        enclosing.iter().any(|scope| {
            matches!(scope.kind, ScopeKind::Function { .. } | ScopeKind::Lambda)
                && scope.bindings.bound.contains(name)
        })
    }

    fn in_async_context(&self) -> bool {
        // A comprehension is asynchronous where the function around it is.
        for scope in self.scopes.iter().rev() {
            match scope.kind {
                ScopeKind::Function { is_async } => return is_async,
                ScopeKind::Generator { .. } | ScopeKind::Comprehension { .. } => {}
                ScopeKind::Module | ScopeKind::Class | ScopeKind::Lambda => return false,
            }
        }
        false
    }

    fn in_await_allowed_context(&self) -> bool {
        for scope in self.scopes.iter().rev() {
            match scope.kind {
                ScopeKind::Function { .. } | ScopeKind::Lambda => return true,
                ScopeKind::Generator { .. } | ScopeKind::Comprehension { .. } => {}
                ScopeKind::Module | ScopeKind::Class => return false,
            }
        }
        false
    }

    fn in_yield_allowed_context(&self) -> bool {
        self.in_function_scope()
    }

    fn in_sync_comprehension(&self) -> bool {
        for scope in self.scopes.iter().rev() {
            match scope.kind {
                ScopeKind::Comprehension { is_async: false } => return true,
                ScopeKind::Comprehension { .. } | ScopeKind::Generator { .. } => {}
                _ => return false,
            }
        }
        false
    }

    fn in_class_body_comprehension(&self) -> bool {
        for scope in self.scopes.iter().rev() {
            match scope.kind {
                ScopeKind::Comprehension { .. } | ScopeKind::Generator { .. } => {}
                kind => return kind == ScopeKind::Class,
            }
        }
        false
    }

    fn in_module_scope(&self) -> bool {
        self.scope().kind == ScopeKind::Module
    }

    fn in_function_scope(&self) -> bool {
        matches!(
            self.scope().kind,
            ScopeKind::Function { .. } | ScopeKind::Lambda
        )
    }

    fn in_generator_context(&self) -> bool {
        matches!(self.scope().kind, ScopeKind::Generator { .. })
    }

    fn in_notebook(&self) -> bool {
        false
    }

    fn report_semantic_error(&self, error: SemanticSyntaxError) {
        let words = super::words::of_semantic_error(&error.to_string());
        let declared = [
            "is parameter and",
            "prior to global",
            "prior to nonlocal",
            "annotated name",
            "no binding for nonlocal",
        ];
        if declared.iter().any(|told| words.contains(told)) {
            return;
        }
        let range = error.range();
        let source = &self.source[range];
        let name_end = source
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(source.len());
        let name = TextRange::at(range.start(), TextSize::of(&source[..name_end]));
        let around = self.scope().comprehension;
        match (&*words, around) {
            ("'await' outside async function", Some((kind, range)))
                if kind != "generator expression" =>
            {
                let words = "asynchronous comprehension outside of an asynchronous function";
                self.report(words.to_owned(), range);
            }
            ("'yield' outside function", Some((kind, _))) => {
                self.report(format!("'yield' inside {kind}"), range)
            }
            ("asynchronous comprehension outside of an asynchronous function", _) => {
                self.report(words, self.expression)
            }
            ("import * only allowed at module level", _) => {
                let star = TextRange::new(range.end() - TextSize::of('*'), range.end());
                self.report(words, star);
            }
            ("assignment expression cannot rebind comprehension variable", _) => {
                let name = &self.source[name];
                let words = format!(
                    "assignment expression cannot rebind comprehension iteration variable '{name}'"
                );
                self.report(words, range);
            }
            ("assignment expression within a comprehension cannot be used in a class body", _) => {
                self.report(words, name)
            }
            _ => self.report(words, range),
        }
    }

    fn in_loop_context(&self) -> bool {
        self.scope().loops > 0
    }

    fn is_bound_parameter(&self, name: &str) -> bool {
        self.scope().bindings.parameters.contains(name)
    }
}
