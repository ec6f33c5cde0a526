//! `try` with `except`, `else` and `finally`, and `with`.

use ruff_python_ast::{ExceptHandler, ExceptHandlerExceptHandler, Stmt, StmtTry, WithItem};

use super::emit::Label;
use super::unit::Block;
use super::{CompileError, Compiled, Compiler, span};
use crate::code::{AwaitedBy, Instr};

impl<'a> Compiler<'a, '_> {
    pub(super) fn try_statement(&mut self, tried: &'a StmtTry) -> Compiled {
        if tried.finalbody.is_empty() {
            return self.try_except(tried);
        }
        let end = self.unit.asm.label();
        let outer = self.unit.asm.handler;
        let handler = self.unit.asm.protect(0);
        self.unit.blocks.push(Block::FinallyTry {
            body: &tried.finalbody,
            outer,
        });
        if tried.handlers.is_empty() {
            self.body(&tried.body)?;
        } else {
            self.try_except(tried)?;
        }
        self.unit.blocks.pop();
        self.unit.asm.handler = outer;
        self.body(&tried.finalbody)?;
        self.jump_on(end);

        self.unit.asm.enter_handler(handler);
        self.unit.blocks.push(Block::FinallyEnd);
        self.body(&tried.finalbody)?;
        self.unit.blocks.pop();
        self.unit.asm.span = self.unit.asm.last_span();
        self.emit(Instr::Reraise);
        self.unit.asm.place(end);
        Ok(())
    }

    fn try_except(&mut self, tried: &'a StmtTry) -> Compiled {
        let end = self.unit.asm.label();
        let outer = self.unit.asm.handler;
        let handler = self.unit.asm.protect(0);
        self.unit.blocks.push(Block::Try { outer });
        self.body(&tried.body)?;
        self.unit.blocks.pop();
        self.unit.asm.handler = outer;
        self.body(&tried.orelse)?;
        self.jump_on(end);

        self.unit.asm.enter_handler(handler);
        if tried.is_star {
            self.except_star(&tried.handlers, end)?;
            self.unit.asm.place(end);
            return Ok(());
        }
        let count = tried.handlers.len();
        for (index, ExceptHandler::ExceptHandler(clause)) in tried.handlers.iter().enumerate() {
            if clause.type_.is_none() && index + 1 < count {
                return Err(CompileError::at(
                    clause.range,
                    "default 'except:' must be last",
                ));
            }
            self.unit.asm.span = span(clause.range);
            self.except_clause(clause, end)?;
        }
        self.emit(Instr::Reraise);
        self.unit.asm.place(end);
        Ok(())
    }

    /// `exc → exc`, or on to `end` without it when the clause fits.
    fn except_clause(&mut self, clause: &'a ExceptHandlerExceptHandler, end: Label) -> Compiled {
        let next = self.unit.asm.label();
        let outer = self.unit.asm.handler;
        let here = self.unit.asm.span;
        if let Some(class) = &clause.type_ {
            self.expr(class)?;
            self.emit(Instr::CheckExcMatch);
            self.unit.asm.jump(Instr::PopJumpIfFalse, next);
        }
        let name = clause.name.as_ref().map(|name| name.id.as_str());
        let cleanup = name.map(|name| {
            self.emit(Instr::Dup);
            self.store_name(name);
            self.unit.asm.protect(0)
        });
        self.unit.blocks.push(Block::Handler { name, outer });
        self.body(&clause.body)?;
        self.unit.blocks.pop();
        self.unit.asm.handler = outer;
        self.unit.asm.span = self.unit.asm.last_span();
        self.emit(Instr::PopExcept);
        self.emit(Instr::Pop);
        self.forget(name);
        self.unit.asm.jump(Instr::Jump, end);
        if let Some(cleanup) = cleanup {
            self.unit.asm.enter_handler(cleanup);
            self.forget(name);
            self.emit(Instr::Reraise);
        }
        self.unit.asm.span = here;
        self.unit.asm.place(next);
        Ok(())
    }

    pub(super) fn with_statement(
        &mut self,
        items: &'a [WithItem],
        body: &'a [Stmt],
        is_async: bool,
    ) -> Compiled {
        let Some((item, inner)) = items.split_first() else {
            return self.body(body);
        };
        let here = self.unit.asm.span;
        let end = self.unit.asm.label();
        let suppressed = self.unit.asm.label();
        self.expr(&item.context_expr)?;
        if is_async {
            self.emit(Instr::BeforeAsyncWith);
            self.await_value(AwaitedBy::Enter);
        } else {
            self.emit(Instr::BeforeWith);
        }
        let outer = self.unit.asm.handler;
        let handler = self.unit.asm.protect(1);
        self.unit.blocks.push(Block::With {
            span: here,
            outer,
            is_async,
        });
        match &item.optional_vars {
            Some(target) => self.store(target)?,
            None => self.emit(Instr::Pop),
        }
        self.with_statement(inner, body, is_async)?;
        self.unit.blocks.pop();
        self.unit.asm.handler = outer;
        self.unit.asm.span = here;
        self.call_exit(is_async);
        self.unit.asm.jump(Instr::Jump, end);

        self.unit.asm.enter_handler(handler);
        self.emit(Instr::WithExceptStart);
        if is_async {
            self.await_value(AwaitedBy::Exit);
        }
        self.unit.asm.jump(Instr::PopJumpIfTrue, suppressed);
        self.emit(Instr::Reraise);
        self.unit.asm.place(suppressed);
        self.emit(Instr::PopExcept);
        self.emit(Instr::Pop);
        self.emit(Instr::Pop);
        self.unit.asm.place(end);
        Ok(())
    }
}
