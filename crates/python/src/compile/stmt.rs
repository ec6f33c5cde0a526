//! Statements: picks the construct, and compiles the small ones.

use ruff_python_ast::{Expr, Stmt, StmtAssert, StmtRaise, StmtReturn};
use ruff_text_size::Ranged;

use super::scope::ScopeKind;
use super::{CompileError, Compiled, Compiler, fold};
use crate::code::{Const, Instr};

impl<'a> Compiler<'a, '_> {
    pub(super) fn stmt(&mut self, stmt: &'a Stmt) -> Compiled {
        let range = match stmt {
            Stmt::FunctionDef(def) => self.definition_range(stmt, &def.decorator_list),
            Stmt::ClassDef(def) => self.definition_range(stmt, &def.decorator_list),
            _ => stmt.range(),
        };
        self.at(range, |this| this.stmt_here(stmt))
    }

    fn stmt_here(&mut self, stmt: &'a Stmt) -> Compiled {
        match stmt {
            Stmt::Expr(expression) => self.expression_statement(&expression.value),
            Stmt::Assign(assign) => self.assign(assign),
            Stmt::AugAssign(assign) => self.augmented_assign(assign),
            Stmt::AnnAssign(assign) => self.annotated_assign(assign),
            Stmt::Delete(delete) => delete.targets.iter().try_for_each(|item| self.delete(item)),
            Stmt::Return(returned) => self.leaving(|this| this.return_statement(returned)),
            Stmt::Raise(raise) => self.raise(raise),
            Stmt::Assert(assert) => self.assert(assert),
            Stmt::If(conditional) => self.if_statement(conditional),
            Stmt::While(looped) => self.while_loop(looped),
            Stmt::For(looped) if looped.is_async => self.async_for_loop(looped),
            Stmt::For(looped) => self.for_loop(looped),
            Stmt::Break(here) => self.leaving(|this| this.break_statement(here.range)),
            Stmt::Continue(here) => self.leaving(|this| this.continue_statement(here.range)),
            Stmt::Try(tried) => self.try_statement(tried),
            Stmt::With(with) => self.with_statement(&with.items, &with.body, with.is_async),
            Stmt::FunctionDef(def) => self.function_def(def),
            Stmt::ClassDef(def) => self.class_def(def),
            Stmt::Import(import) => self.import(import),
            Stmt::ImportFrom(import) => self.import_from(import),
            Stmt::Pass(_) => {
                self.emit(Instr::Nop);
                Ok(())
            }
            Stmt::Global(_) | Stmt::Nonlocal(_) => Ok(()),
            Stmt::Match(matched) => self.match_statement(matched),
            Stmt::TypeAlias(alias) => self.type_alias(alias),
            Stmt::IpyEscapeCommand(found) => Err(CompileError::not_supported(
                found.range,
                "IPython escape commands",
            )),
        }
    }

    fn expression_statement(&mut self, value: &'a Expr) -> Compiled {
        if fold::constant(value).is_some() {
            self.emit(Instr::Nop);
            return Ok(());
        }
        self.expr(value)?;
        self.at(value.range(), |this| {
            this.emit(Instr::Pop);
            Ok(())
        })
    }

    fn return_statement(&mut self, returned: &'a StmtReturn) -> Compiled {
        if self.scope().kind != ScopeKind::Function {
            return Err(CompileError::at(
                returned.range,
                "'return' outside function",
            ));
        }
        let constant = match &returned.value {
            Some(value) => fold::constant(value),
            None => Some(Const::None),
        };
        let preserve = constant.is_none();
        if preserve && let Some(value) = &returned.value {
            self.expr(value)?;
        }
        self.unwind_all(preserve)?;
        if let Some(value) = constant {
            self.load_const(value);
        }
        self.emit(Instr::Return);
        Ok(())
    }

    fn raise(&mut self, raise: &'a StmtRaise) -> Compiled {
        let mut operands = 0;
        for operand in [&raise.exc, &raise.cause].into_iter().flatten() {
            self.expr(operand)?;
            operands += 1;
        }
        self.emit(Instr::Raise(operands));
        Ok(())
    }

    fn assert(&mut self, assert: &'a StmtAssert) -> Compiled {
        let holds = self.unit.asm.label();
        self.jump_if(&assert.test, holds, true)?;
        self.emit(Instr::LoadAssertionError);
        if let Some(message) = &assert.msg {
            self.expr(message)?;
            self.emit(Instr::Call(1));
        }
        self.emit(Instr::Raise(1));
        self.unit.asm.place(holds);
        Ok(())
    }
}
