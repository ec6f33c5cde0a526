//! `type X = …`, and the type parameters of functions, classes and aliases (PEP 695): a scope of their own around the
//! definition, which is called at once. Values of aliases and bounds of parameters are functions, evaluated when
//! somebody asks.

use ruff_python_ast::{Expr, StmtTypeAlias, TypeParam, TypeParams};
use ruff_text_size::Ranged;

use super::unit::Unit;
use super::{Compiled, Compiler, span};
use crate::code::{CodeKind, Const, Instr};

impl<'a> Compiler<'a, '_> {
    /// Runs `inside`, which leaves one value, where the parameters are known: `→ value`.
    pub(super) fn with_type_params(
        &mut self,
        type_params: Option<&'a TypeParams>,
        owner: &str,
        inside: impl FnOnce(&mut Self) -> Compiled,
    ) -> Compiled {
        let Some(type_params) = type_params else {
            return inside(self);
        };
        let name = format!("<generic parameters of {owner}>");
        let qualname = self.qualname(&name);
        let unit = Unit::new(
            self.scopes.of_node(type_params.range)?,
            name,
            qualname,
            self.unit.class.clone(),
            span(type_params.range),
        );
        let code = self.nested(unit, CodeKind::Function, |this| {
            for parameter in &type_params.type_params {
                this.at(parameter.range(), |this| this.type_parameter(parameter))?;
            }
            inside(this)?;
            this.emit(Instr::Return);
            Ok(())
        })?;
        self.make_closure(code);
        self.emit(Instr::Call(0));
        Ok(())
    }

    fn type_parameter(&mut self, parameter: &'a TypeParam) -> Compiled {
        let (kind, bound) = match parameter {
            TypeParam::TypeVar(found) => ("TypeVar", found.bound.as_deref()),
            TypeParam::ParamSpec(_) => ("ParamSpec", None),
            TypeParam::TypeVarTuple(_) => ("TypeVarTuple", None),
        };
        let name = parameter.name().id.as_str();
        self.load_builtin(".type_parameter");
        self.load_const(Const::Str(kind.into()));
        self.load_const(Const::Str(name.into()));
        match bound {
            Some(bound) => self.thunk(bound, name)?,
            None => self.load_const(Const::None),
        }
        self.emit(Instr::Call(3));
        self.store_name(name);
        Ok(())
    }

    fn load_builtin(&mut self, name: &str) {
        let name = self.symbols.intern(name);
        self.emit(Instr::LoadGlobal(name));
    }

    /// `→ function` that gives the value of `expr`.
    fn thunk(&mut self, expr: &'a Expr, name: &str) -> Compiled {
        let qualname = self.qualname(name);
        let unit = Unit::new(
            self.scopes.of_node(thunk_range(expr))?,
            name.to_owned(),
            qualname,
            self.unit.class.clone(),
            span(expr.range()),
        );
        let code = self.nested(unit, CodeKind::Function, |this| {
            this.expr(expr)?;
            this.emit(Instr::Return);
            Ok(())
        })?;
        self.make_closure(code);
        Ok(())
    }

    pub(super) fn type_alias(&mut self, alias: &'a StmtTypeAlias) -> Compiled {
        let Expr::Name(name) = &*alias.name else {
            return Err(super::CompileError::at(alias.range, "invalid syntax"));
        };
        let type_params = alias.type_params.as_deref();
        self.with_type_params(type_params, &name.id, |this| {
            this.load_builtin(".type_alias");
            this.load_const(Const::Str(name.id.as_str().into()));
            this.type_param_tuple(type_params);
            this.thunk(&alias.value, &name.id)?;
            this.emit(Instr::Call(3));
            Ok(())
        })?;
        self.store_name(&name.id);
        Ok(())
    }

    /// `→ tuple` of the parameters.
    pub(super) fn type_param_tuple(&mut self, type_params: Option<&'a TypeParams>) {
        let mut count = 0;
        for parameter in type_params.iter().flat_map(|params| &params.type_params) {
            self.load_name(&parameter.name().id);
            count += 1;
        }
        self.emit(Instr::BuildTuple(count));
    }
}

/// The key of a thunk's scope: no node of its own opens one there, since a range is never so short.
pub(super) fn thunk_range(expr: &Expr) -> ruff_text_size::TextRange {
    ruff_text_size::TextRange::empty(expr.start())
}
