//! Walks the syntax tree once and notes what each scope does with each name.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{
    Comprehension, ExceptHandler, Expr, ExprContext, Identifier, ModModule, Parameters, Stmt,
};
use ruff_text_size::{Ranged, TextRange};

use super::{NameUse, Scope, ScopeId, ScopeKind, ScopeTree, mangle};
use crate::code::Symbols;
use crate::compile::{CompileError, MAX_NESTING};

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

struct Collector<'s> {
    tree: ScopeTree,
    current: ScopeId,
    /// The innermost class, for private names.
    class: Option<String>,
    future_annotations: bool,
    /// How many comprehension iterables we are in, where `:=` is forbidden.
    in_iterable: u32,
    /// Whether the names being stored are a comprehension's loop variables.
    binding_iteration: bool,
    depth: u32,
    symbols: &'s mut Symbols,
    error: Option<CompileError>,
}

impl Collector<'_> {
    fn fail(&mut self, range: TextRange, message: impl Into<String>) {
        if self.error.is_none() {
            self.error = Some(CompileError::at(range, message));
        }
    }

    fn note(&mut self, scope: ScopeId, name: &str) -> &mut NameUse {
        let name = mangle(self.class.as_deref(), name);
        let symbol = self.symbols.intern(&name);
        let scope = &mut self.tree.scopes[scope];
        scope.uses.entry(symbol).or_insert_with(|| {
            scope.order.push(symbol);
            NameUse::default()
        })
    }

    fn bind(&mut self, name: &str) {
        let iteration = self.binding_iteration;
        let used = self.note(self.current, name);
        used.bound = true;
        used.iteration |= iteration;
    }

    fn parameter(&mut self, name: &Identifier) {
        if self.note(self.current, &name.id).parameter {
            let message = format!("duplicate argument '{}' in function definition", name.id);
            self.fail(name.range, message);
        }
        self.note(self.current, &name.id).parameter = true;
        let symbol = self
            .symbols
            .intern(&mangle(self.class.as_deref(), &name.id));
        self.tree.scopes[self.current].parameters.push(symbol);
    }

    fn parameters(&mut self, parameters: &Parameters) {
        for parameter in parameters.posonlyargs.iter().chain(&parameters.args) {
            self.parameter(&parameter.parameter.name);
        }
        for parameter in &parameters.kwonlyargs {
            self.parameter(&parameter.parameter.name);
        }
        for parameter in [&parameters.vararg, &parameters.kwarg]
            .into_iter()
            .flatten()
        {
            self.parameter(&parameter.name);
        }
    }

    /// Runs `inside` in a new scope opened by the node at `range`.
    fn scoped(&mut self, kind: ScopeKind, range: TextRange, inside: impl FnOnce(&mut Self)) {
        let id = self.tree.scopes.len();
        self.tree.scopes.push(Scope::new(kind, Some(self.current)));
        let key = (range.start().to_u32(), range.end().to_u32());
        self.tree.by_range.insert(key, id);
        let outer = std::mem::replace(&mut self.current, id);
        let in_iterable = std::mem::take(&mut self.in_iterable);
        inside(self);
        self.in_iterable = in_iterable;
        self.current = outer;
    }

    fn declare(&mut self, names: &[Identifier], nonlocal: bool) {
        let word = if nonlocal { "nonlocal" } else { "global" };
        let at_module = self.tree.scopes[self.current].kind == ScopeKind::Module;
        for name in names {
            if nonlocal && at_module {
                self.fail(
                    name.range,
                    "nonlocal declaration not allowed at module level",
                );
            }
            let used = self.note(self.current, &name.id);
            let before = *used;
            used.declared_at = name.range;
            if nonlocal {
                used.nonlocal = true;
            } else {
                used.global = true;
            }
            let id = &name.id;
            let message = if before.parameter {
                format!("name '{id}' is parameter and {word}")
            } else if before.global != before.nonlocal && before.nonlocal != nonlocal {
                format!("name '{id}' is nonlocal and global")
            } else if before.global || before.nonlocal {
                continue;
            } else if before.bound {
                format!("name '{id}' is assigned to before {word} declaration")
            } else if before.used {
                format!("name '{id}' is used prior to {word} declaration")
            } else {
                continue;
            };
            self.fail(name.range, message);
        }
    }

    /// `name := …`: inside comprehensions it binds in the scope around them.
    fn bind_walrus(&mut self, name: &str, range: TextRange) {
        if self.in_iterable > 0 {
            self.fail(
                range,
                "assignment expression cannot be used in a comprehension iterable expression",
            );
        }
        let mut passed = Vec::new();
        let mut id = self.current;
        while self.tree.scopes[id].kind == ScopeKind::Comprehension {
            if self.note(id, name).iteration {
                let message = format!(
                    "assignment expression cannot rebind comprehension iteration variable '{name}'"
                );
                self.fail(range, message);
            }
            passed.push(id);
            match self.tree.scopes[id].parent {
                Some(parent) => id = parent,
                None => break,
            }
        }
        let kind = self.tree.scopes[id].kind;
        if !passed.is_empty() && kind == ScopeKind::Class {
            self.fail(
                range,
                "assignment expression within a comprehension cannot be used in a class body",
            );
        }
        let target = self.note(id, name);
        target.bound = true;
        let global = target.global || kind == ScopeKind::Module;
        for scope in passed {
            let used = self.note(scope, name);
            used.declared_at = range;
            if global {
                used.global = true;
            } else {
                used.nonlocal = true;
            }
        }
    }

    fn comprehension<'a>(
        &mut self,
        range: TextRange,
        generators: &'a [Comprehension],
        elements: &[&'a Expr],
        is_generator: bool,
    ) {
        let Some((first, rest)) = generators.split_first() else {
            return;
        };
        self.iterable(&first.iter);
        self.scoped(ScopeKind::Comprehension, range, |this| {
            let scope = &mut this.tree.scopes[this.current];
            scope.is_generator = is_generator;
            scope.parameters.push(this.symbols.intern(".0"));
            this.iteration_target(&first.target);
            for condition in &first.ifs {
                this.visit_expr(condition);
            }
            for generator in rest {
                this.iterable(&generator.iter);
                this.iteration_target(&generator.target);
                for condition in &generator.ifs {
                    this.visit_expr(condition);
                }
            }
            for element in elements {
                this.visit_expr(element);
            }
        });
    }

    fn iterable<'a>(&mut self, iter: &'a Expr) {
        self.in_iterable += 1;
        self.visit_expr(iter);
        self.in_iterable -= 1;
    }

    fn iteration_target<'a>(&mut self, target: &'a Expr) {
        self.binding_iteration = true;
        self.visit_expr(target);
        self.binding_iteration = false;
    }

    fn too_deep(&mut self, range: TextRange) -> bool {
        if self.depth >= MAX_NESTING {
            self.fail(range, CompileError::TOO_DEEP);
            return true;
        }
        false
    }

    fn name(&mut self, name: &str, context: ExprContext) {
        if context == ExprContext::Load {
            self.note(self.current, name).used = true;
            if name == "super" && self.tree.scopes[self.current].is_function_like() {
                self.note(self.current, "__class__").used = true;
            }
        } else {
            self.bind(name);
        }
    }

    fn yields(&mut self) {
        self.tree.scopes[self.current].is_generator = true;
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
                self.visit_parameters(&def.parameters);
                if let Some(returns) = &def.returns {
                    self.visit_annotation(returns);
                }
                self.bind(&def.name.id);
                self.scoped(ScopeKind::Function, def.range, |this| {
                    this.parameters(&def.parameters);
                    this.visit_body(&def.body);
                });
            }
            Stmt::ClassDef(def) => {
                for decorator in &def.decorator_list {
                    self.visit_decorator(decorator);
                }
                if let Some(arguments) = &def.arguments {
                    self.visit_arguments(arguments);
                }
                self.bind(&def.name.id);
                let outer = self.class.replace(def.name.id.to_string());
                self.scoped(ScopeKind::Class, def.range, |this| {
                    for name in ["__module__", "__qualname__"] {
                        this.bind(name);
                    }
                    this.visit_body(&def.body);
                });
                self.class = outer;
            }
            Stmt::AnnAssign(annotated) => {
                if annotated.simple {
                    self.tree.scopes[self.current].has_annotations = true;
                }
                visitor::walk_stmt(self, stmt);
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
            _ => visitor::walk_stmt(self, stmt),
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
        visitor::walk_except_handler(self, handler);
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
                visitor::walk_expr(self, expr);
            }
            _ => visitor::walk_expr(self, expr),
        }
        self.depth -= 1;
    }
}
