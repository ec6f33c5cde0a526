//! Functions, lambdas, their parameters, defaults, annotations, decorators and closures.

use ruff_python_ast::{Decorator, ExprLambda, Parameters, Stmt, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::unit::{ParameterCounts, Unit};
use super::{Compiled, Compiler, docstring, span};
use crate::code::{Code, CodeKind, Const, Instr};

/// Which optional operands of [`Instr::MakeFunction`] are on the stack.
#[derive(Clone, Copy, Default)]
struct FunctionParts {
    defaults: bool,
    keyword_defaults: bool,
    annotations: bool,
}

impl<'a> Compiler<'a, '_> {
    pub(super) fn function_def(&mut self, def: &'a StmtFunctionDef) -> Compiled {
        self.decorators(&def.decorator_list)?;
        let qualname = self.qualname(&def.name.id);
        let type_params = def.type_params.as_deref();
        self.with_type_params(type_params, &def.name.id, |this| {
            this.function_value(def, qualname)?;
            if type_params.is_some() {
                this.emit(Instr::Dup);
                this.type_param_tuple(type_params);
                this.emit(Instr::Swap);
                let name = this.symbols.intern("__type_params__");
                this.emit(Instr::StoreAttr(name));
            }
            Ok(())
        })?;
        self.apply_decorators(&def.decorator_list)?;
        self.store_name(&def.name.id);
        Ok(())
    }

    /// `→ function`
    fn function_value(&mut self, def: &'a StmtFunctionDef, qualname: String) -> Compiled {
        let mut parts = self.defaults(Some(&def.parameters))?;
        parts.annotations = self.annotations(def)?;
        let mut unit = Unit::new(
            self.scopes.of_node(def.range)?,
            def.name.id.to_string(),
            qualname,
            self.unit.class.clone(),
            span(def.range),
        );
        unit.parameters = counts(Some(&def.parameters));
        unit.doc = docstring(&def.body).map(|(doc, _)| doc);
        let code = self.nested(unit, CodeKind::Function, |this| {
            if this.scope().is_generator || this.scope().is_async {
                // Where an exception thrown into it before it has run is raised.
                this.unit.asm.span = span(def.range);
                this.emit(Instr::Nop);
            }
            this.body_after_doc(&def.body)?;
            this.return_none();
            Ok(())
        })?;
        self.make_function(code, parts);
        Ok(())
    }

    pub(super) fn lambda(&mut self, lambda: &'a ExprLambda) -> Compiled {
        let parameters = lambda.parameters.as_deref();
        let parts = self.defaults(parameters)?;
        let qualname = self.qualname("<lambda>");
        let mut unit = Unit::new(
            self.scopes.of_node(lambda.range)?,
            "<lambda>".into(),
            qualname,
            self.unit.class.clone(),
            span(lambda.range),
        );
        unit.parameters = counts(parameters);
        let code = self.nested(unit, CodeKind::Function, |this| {
            this.unit.asm.span = span(lambda.range);
            this.expr(&lambda.body)?;
            this.unit.asm.span = span(lambda.body.range());
            if this.scope().is_generator {
                this.emit(Instr::Pop);
                this.load_const(Const::None);
            }
            this.emit(Instr::Return);
            Ok(())
        })?;
        self.make_function(code, parts);
        Ok(())
    }

    /// `code → function`, with the closure that the code needs.
    pub(super) fn make_closure(&mut self, code: Code) {
        self.make_function(code, FunctionParts::default());
    }

    fn make_function(&mut self, code: Code, parts: FunctionParts) {
        let free = &code.cells[code.own_cell_count as usize..];
        let closure = !free.is_empty();
        if closure {
            for &name in free {
                if let Some(index) = self.scope().cell_index(name) {
                    self.emit(Instr::PushCell(index));
                }
            }
            self.emit(Instr::BuildTuple(free.len() as u32));
        }
        self.load_const(Const::Code(code.into()));
        self.emit(Instr::MakeFunction {
            defaults: parts.defaults,
            keyword_defaults: parts.keyword_defaults,
            annotations: parts.annotations,
            closure,
        });
    }

    fn defaults(&mut self, parameters: Option<&'a Parameters>) -> Compiled<FunctionParts> {
        let mut parts = FunctionParts::default();
        let Some(parameters) = parameters else {
            return Ok(parts);
        };
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        let mut count = 0;
        for default in positional.filter_map(|parameter| parameter.default.as_ref()) {
            self.expr(default)?;
            count += 1;
        }
        if count > 0 {
            self.emit(Instr::BuildTuple(count));
            parts.defaults = true;
        }
        let mut count = 0;
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = &parameter.default {
                let name = self.symbol(&parameter.parameter.name.id);
                let name = self.symbols.name(name).clone();
                self.load_const(Const::Str(name));
                self.expr(default)?;
                count += 1;
            }
        }
        if count > 0 {
            self.emit(Instr::BuildMap(count));
            parts.keyword_defaults = true;
        }
        Ok(parts)
    }

    fn annotations(&mut self, def: &'a StmtFunctionDef) -> Compiled<bool> {
        let parameters = &*def.parameters;
        let plain = |parameters: &'a [ruff_python_ast::ParameterWithDefault]| {
            parameters.iter().map(|parameter| &parameter.parameter)
        };
        let annotated = plain(&parameters.posonlyargs)
            .chain(plain(&parameters.args))
            .chain(parameters.vararg.as_deref())
            .chain(plain(&parameters.kwonlyargs))
            .chain(parameters.kwarg.as_deref())
            .map(|parameter| (parameter.name.id.as_str(), &parameter.annotation))
            .chain([("return", &def.returns)]);
        let mut count = 0;
        for (name, annotation) in annotated {
            let Some(annotation) = annotation else {
                continue;
            };
            let name = self.symbol(name);
            let name = self.symbols.name(name).clone();
            self.load_const(Const::Str(name));
            self.annotation(annotation)?;
            count += 1;
        }
        if count > 0 {
            self.emit(Instr::BuildMap(count));
        }
        Ok(count > 0)
    }

    pub(super) fn decorators(&mut self, decorators: &'a [Decorator]) -> Compiled {
        decorators
            .iter()
            .try_for_each(|decorator| self.expr(&decorator.expression))
    }

    pub(super) fn apply_decorators(&mut self, decorators: &'a [Decorator]) -> Compiled {
        decorators.iter().rev().try_for_each(|decorator| {
            self.at(decorator.expression.range(), |this| {
                this.emit(Instr::Call(1));
                Ok(())
            })
        })
    }

    /// The range of a definition without its decorators, as CPython places it.
    pub(super) fn definition_range(&self, stmt: &Stmt, decorators: &[Decorator]) -> TextRange {
        let range = stmt.range();
        let Some(last) = decorators.last() else {
            return range;
        };
        let mut start = last.range.end().to_usize();
        let end = range.end().to_usize();
        while let Some(rest) = self.source.get(start..end) {
            let blank = rest.len() - rest.trim_start().len();
            start += blank;
            if !rest[blank..].starts_with('#') {
                break;
            }
            start += rest[blank..]
                .find(['\n', '\r'])
                .unwrap_or(rest.len() - blank);
        }
        match u32::try_from(start) {
            Ok(start) if start as usize <= end => TextRange::new(TextSize::new(start), range.end()),
            _ => range,
        }
    }
}

fn counts(parameters: Option<&Parameters>) -> ParameterCounts {
    let Some(parameters) = parameters else {
        return ParameterCounts::default();
    };
    let positional_only = parameters.posonlyargs.len() as u32;
    ParameterCounts {
        positional: positional_only + parameters.args.len() as u32,
        positional_only,
        keyword_only: parameters.kwonlyargs.len() as u32,
        varargs: parameters.vararg.is_some(),
        varkeywords: parameters.kwarg.is_some(),
    }
}
