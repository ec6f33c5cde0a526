//! Walks the syntax tree once, opens scopes and hands names to the collector.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{ExceptHandler, Expr, ExprContext, ModModule, Pattern, Stmt};
use ruff_text_size::Ranged;

use super::collect::Collector;
use super::{Scope, ScopeKind, ScopeTree};
use crate::code::Symbols;
use crate::compile::CompileError;

/// The scopes of `module` with their names, not resolved yet.
pub(super) fn collect(
    module: &ModModule,
    future_annotations: bool,
    symbols: &mut Symbols,
) -> Result<ScopeTree, CompileError> {
    let mut collector = Collector {
        tree: ScopeTree {
            scopes: vec![Scope::new(ScopeKind::Module, None)],
            by_range: Default::default(),
        },
        current: 0,
        class: None,
        future_annotations,
        in_iterable: 0,
        binding_iteration: false,
        depth: 0,
        symbols,
        error: None,
    };
    collector.visit_body(&module.body);
    match collector.error {
        Some(error) => Err(error),
        None => Ok(collector.tree),
    }
}

impl<'a> Visitor<'a> for Collector<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if self.too_deep(stmt.range()) {
            return;
        }
        self.depth += 1;
        match stmt {
            Stmt::FunctionDef(def) => {
                for decorator in &def.decorator_list {
                    self.visit_decorator(decorator);
                }
                self.bind(&def.name.id);
                self.in_type_params(def.type_params.as_deref(), |this| {
                    this.visit_parameters(&def.parameters);
                    if let Some(returns) = &def.returns {
                        this.visit_annotation(returns);
                    }
                    this.scoped(ScopeKind::Function, def.range, |this| {
                        this.tree.scopes[this.current].is_async = def.is_async;
                        this.parameters(&def.parameters);
                        this.visit_body(&def.body);
                    });
                });
            }
            Stmt::ClassDef(def) => {
                for decorator in &def.decorator_list {
                    self.visit_decorator(decorator);
                }
                self.bind(&def.name.id);
                let type_params = def.type_params.as_deref();
                self.in_type_params(type_params, |this| {
                    if let Some(arguments) = &def.arguments {
                        this.visit_arguments(arguments);
                    }
                    let outer = this.class.replace(def.name.id.to_string());
                    this.scoped(ScopeKind::Class, def.range, |this| {
                        for name in ["__module__", "__qualname__"] {
                            this.bind(name);
                        }
                        if let Some(type_params) = type_params {
                            this.bind("__type_params__");
                            for parameter in &type_params.type_params {
                                this.name(&parameter.name().id, ExprContext::Load);
                            }
                        }
                        this.visit_body(&def.body);
                    });
                    this.class = outer;
                });
            }
            Stmt::TypeAlias(alias) => {
                if let Expr::Name(name) = &*alias.name {
                    self.bind(&name.id);
                }
                self.in_type_params(alias.type_params.as_deref(), |this| {
                    this.thunk(&alias.value);
                });
            }
            Stmt::AnnAssign(annotated) => {
                if annotated.simple {
                    self.tree.scopes[self.current].has_annotations = true;
                }
                visitor::walk_stmt(self as &mut dyn Visitor<'a>, stmt);
            }
            Stmt::Global(global) => self.declare(&global.names, false),
            Stmt::Nonlocal(nonlocal) => self.declare(&nonlocal.names, true),
            Stmt::Import(import) => {
                for alias in &import.names {
                    match &alias.asname {
                        Some(name) => self.bind(&name.id),
                        None => self.bind(alias.name.id.split('.').next().unwrap_or_default()),
                    }
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    if name.id != "*" {
                        self.bind(&name.id);
                    }
                }
            }
            _ => visitor::walk_stmt(self as &mut dyn Visitor<'a>, stmt),
        }
        self.depth -= 1;
    }

    fn visit_annotation(&mut self, annotation: &'a Expr) {
        if !self.future_annotations {
            self.visit_expr(annotation);
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(clause) = handler;
        if let Some(name) = &clause.name {
            self.bind(&name.id);
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
            self.bind(&name.id);
        }
        visitor::walk_pattern(self as &mut dyn Visitor<'a>, pattern);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if self.too_deep(expr.range()) {
            return;
        }
        self.depth += 1;
        match expr {
            Expr::Name(name) => self.name(&name.id, name.ctx),
            Expr::BinOp(_) => {
                // A long sum nests to the left as deep as it is long.
                let mut node = expr;
                let mut rights = Vec::new();
                while let Expr::BinOp(binary) = node {
                    rights.push(&*binary.right);
                    node = &binary.left;
                }
                self.visit_expr(node);
                for right in rights.into_iter().rev() {
                    self.visit_expr(right);
                }
            }
            Expr::Named(named) => {
                self.visit_expr(&named.value);
                if let Expr::Name(name) = &*named.target {
                    self.bind_walrus(&name.id, named.range);
                }
            }
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.visit_parameters(parameters);
                }
                self.scoped(ScopeKind::Function, lambda.range, |this| {
                    if let Some(parameters) = &lambda.parameters {
                        this.parameters(parameters);
                    }
                    this.visit_expr(&lambda.body);
                });
            }
            Expr::ListComp(comp) => {
                self.comprehension(comp.range, &comp.generators, &[&comp.elt], false);
            }
            Expr::SetComp(comp) => {
                self.comprehension(comp.range, &comp.generators, &[&comp.elt], false);
            }
            Expr::DictComp(comp) => {
                let mut elements: Vec<&Expr> = comp.key.as_deref().into_iter().collect();
                elements.push(&comp.value);
                self.comprehension(comp.range, &comp.generators, &elements, false);
            }
            Expr::Generator(comp) => {
                self.comprehension(comp.range, &comp.generators, &[&comp.elt], true);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                self.yields();
                visitor::walk_expr(self as &mut dyn Visitor<'a>, expr);
            }
            Expr::Await(_) => {
                self.awaits();
                visitor::walk_expr(self as &mut dyn Visitor<'a>, expr);
            }
            _ => visitor::walk_expr(self as &mut dyn Visitor<'a>, expr),
        }
        self.depth -= 1;
    }
}
