//! `try` with `except*`: each clause takes its part of a group; what is left, and what the clauses raise, is raised
//! together. Source: CPython 3.11, Python/compile.c, `compiler_try_star_except`.

use ruff_python_ast::ExceptHandler;

use super::emit::Label;
use super::unit::Block;
use super::{Compiled, Compiler, span};
use crate::code::Instr;

impl<'a> Compiler<'a, '_> {
    /// `exc →`, in its handler. Goes on at `end` when nothing is left to raise.
    pub(super) fn except_star(&mut self, handlers: &'a [ExceptHandler], end: Label) -> Compiled {
        self.emit(Instr::Dup);
        self.emit(Instr::BuildList(0));
        self.emit(Instr::Swap);
        // On the stack from here on: the exception, a list of what the clauses raise, what is left.
        let outer = self.unit.asm.handler;
        for ExceptHandler::ExceptHandler(clause) in handlers {
            self.unit.asm.span = span(clause.range);
            let here = self.unit.asm.span;
            let next = self.unit.asm.label();
            let unfit = self.unit.asm.label();
            if let Some(class) = &clause.type_ {
                self.expr(class)?;
            }
            self.emit(Instr::CheckGroupMatch);
            self.emit(Instr::Dup);
            self.unit.asm.jump(Instr::PopJumpIfNone, unfit);
            let name = clause.name.as_ref().map(|name| name.id.as_str());
            match name {
                Some(name) => self.store_name(name),
                None => self.emit(Instr::Pop),
            }
            let failed = self.unit.asm.protect(0);
            self.unit.blocks.push(Block::StarHandler);
            self.body(&clause.body)?;
            self.unit.blocks.pop();
            self.unit.asm.handler = outer;
            self.unit.asm.span = self.unit.asm.last_span();
            self.forget(name);
            self.unit.asm.jump(Instr::Jump, next);
            self.unit.asm.enter_handler(failed);
            self.forget(name);
            self.emit(Instr::ListAppend(2));
            self.emit(Instr::PopExcept);
            self.unit.asm.jump(Instr::Jump, next);
            self.unit.asm.span = here;
            self.unit.asm.place(unfit);
            self.emit(Instr::Pop);
            self.unit.asm.place(next);
        }
        let nothing = self.unit.asm.label();
        self.emit(Instr::ListAppend(1));
        self.emit(Instr::PrepareReraise);
        self.emit(Instr::Dup);
        self.unit.asm.jump(Instr::PopJumpIfNone, nothing);
        self.emit(Instr::Reraise);
        self.unit.asm.place(nothing);
        self.emit(Instr::PopExcept);
        self.emit(Instr::Pop);
        self.unit.asm.jump(Instr::Jump, end);
        Ok(())
    }
}
