//! What each scope does with each name: bindings, uses, declarations, comprehensions, `:=`.
//! The walk over the tree is in `visit`.

use ruff_python_ast::visitor::Visitor;
use ruff_python_ast::{
    Comprehension, Expr, ExprContext, Identifier, Parameters, TypeParam, TypeParamTypeVar,
    TypeParams,
};
use ruff_text_size::TextRange;

use super::{NameUse, Scope, ScopeId, ScopeKind, ScopeTree, mangle};
use crate::code::Symbols;
use crate::compile::{CompileError, MAX_NESTING};

/// Gathers the names of every scope on the way through the tree.
pub(super) struct Collector<'s> {
    pub(super) tree: ScopeTree,
    pub(super) current: ScopeId,
    /// The innermost class, for private names.
    pub(super) class: Option<String>,
    pub(super) future_annotations: bool,
    /// How many comprehension iterables we are in, where `:=` is forbidden.
    pub(super) in_iterable: u32,
    /// Whether the names being stored are a comprehension's loop variables.
    pub(super) binding_iteration: bool,
    pub(super) depth: u32,
    pub(super) symbols: &'s mut Symbols,
    pub(super) error: Option<CompileError>,
}

impl Collector<'_> {
    pub(super) fn fail(&mut self, range: TextRange, message: impl Into<String>) {
        if self.error.is_none() {
            self.error = Some(CompileError::at(range, message));
        }
    }

    pub(super) fn note(&mut self, scope: ScopeId, name: &str) -> &mut NameUse {
        let name = mangle(self.class.as_deref(), name);
        let symbol = self.symbols.intern(&name);
        let scope = &mut self.tree.scopes[scope];
        scope.uses.entry(symbol).or_insert_with(|| {
            scope.order.push(symbol);
            NameUse::default()
        })
    }

    pub(super) fn bind(&mut self, name: &str) {
        let iteration = self.binding_iteration;
        let used = self.note(self.current, name);
        used.bound = true;
        used.iteration |= iteration;
    }

    pub(super) fn parameter(&mut self, name: &Identifier) {
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

    pub(super) fn parameters(&mut self, parameters: &Parameters) {
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
    pub(super) fn scoped(
        &mut self,
        kind: ScopeKind,
        range: TextRange,
        inside: impl FnOnce(&mut Self),
    ) {
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

    /// Runs `inside` in the scope of type parameters, where there are any.
    pub(super) fn in_type_params(
        &mut self,
        type_params: Option<&TypeParams>,
        inside: impl FnOnce(&mut Self),
    ) {
        let Some(type_params) = type_params else {
            return inside(self);
        };
        self.scoped(ScopeKind::Function, type_params.range, |this| {
            for parameter in &type_params.type_params {
                this.bind(&parameter.name().id);
                // The tuple of parameters is made of them.
                this.name(&parameter.name().id, ExprContext::Load);
                if let TypeParam::TypeVar(TypeParamTypeVar {
                    bound: Some(bound), ..
                }) = parameter
                {
                    this.thunk(bound);
                }
            }
            inside(this);
        });
    }

    /// An expression that is evaluated later, in a scope of its own.
    pub(super) fn thunk(&mut self, expr: &Expr) {
        let range = crate::compile::type_params::thunk_range(expr);
        self.scoped(ScopeKind::Function, range, |this| this.visit_expr(expr));
    }

    pub(super) fn declare(&mut self, names: &[Identifier], nonlocal: bool) {
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
            } else {
                continue;
            };
            self.fail(name.range, message);
        }
    }

    /// `name := …`: inside comprehensions it binds in the scope around them.
    pub(super) fn bind_walrus(&mut self, name: &str, range: TextRange) {
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

    pub(super) fn comprehension<'a>(
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
            scope.is_async = generators.iter().any(|generator| generator.is_async);
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
            let awaits = this.tree.scopes[this.current].is_async && !is_generator;
            if awaits && let Some(outer) = this.tree.scopes[this.current].parent {
                this.awaits_in(outer);
            }
        });
    }

    pub(super) fn iterable(&mut self, iter: &Expr) {
        self.in_iterable += 1;
        self.visit_expr(iter);
        self.in_iterable -= 1;
    }

    pub(super) fn iteration_target(&mut self, target: &Expr) {
        self.binding_iteration = true;
        self.visit_expr(target);
        self.binding_iteration = false;
    }

    pub(super) fn too_deep(&mut self, range: TextRange) -> bool {
        if self.depth >= MAX_NESTING {
            self.fail(range, CompileError::TOO_DEEP);
            return true;
        }
        false
    }

    pub(super) fn name(&mut self, name: &str, context: ExprContext) {
        if context == ExprContext::Load {
            self.note(self.current, name).used = true;
            if name == "super" && self.tree.scopes[self.current].is_function_like() {
                self.note(self.current, "__class__").used = true;
            }
        } else {
            self.bind(name);
        }
    }

    /// An `await`: a comprehension around it is asynchronous.
    pub(super) fn awaits(&mut self) {
        self.awaits_in(self.current);
    }

    fn awaits_in(&mut self, scope: ScopeId) {
        let scope = &mut self.tree.scopes[scope];
        scope.is_async |= scope.kind == ScopeKind::Comprehension;
    }

    pub(super) fn yields(&mut self) {
        self.tree.scopes[self.current].is_generator = true;
    }
}
