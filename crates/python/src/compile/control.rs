//! `if`, `while`, `for`, `break` and `continue`.

use ruff_python_ast::{StmtFor, StmtIf, StmtWhile};
use ruff_text_size::TextRange;

use super::unit::Block;
use super::{CompileError, Compiled, Compiler, span};
use crate::code::Instr;

impl<'a> Compiler<'a, '_> {
    pub(super) fn if_statement(&mut self, conditional: &'a StmtIf) -> Compiled {
        let end = self.unit.asm.label();
        let mut next = self.unit.asm.label();
        self.jump_if(&conditional.test, next, false)?;
        self.body(&conditional.body)?;
        for clause in &conditional.elif_else_clauses {
            self.jump_on(end);
            self.unit.asm.place(next);
            next = self.unit.asm.label();
            if let Some(test) = &clause.test {
                self.unit.asm.span = span(clause.range);
                self.jump_if(test, next, false)?;
            }
            self.body(&clause.body)?;
        }
        self.unit.asm.place(next);
        self.unit.asm.place(end);
        Ok(())
    }

    /// A forward jump that belongs to the instruction before it.
    pub(super) fn jump_on(&mut self, label: super::emit::Label) {
        let last = self.unit.asm.last_span();
        let here = std::mem::replace(&mut self.unit.asm.span, last);
        self.unit.asm.jump(Instr::Jump, label);
        self.unit.asm.span = here;
    }

    /// A jump back that belongs to the instruction before it.
    pub(super) fn jump_back(&mut self, label: super::emit::Label) {
        let last = self.unit.asm.last_span();
        let here = std::mem::replace(&mut self.unit.asm.span, last);
        self.unit.asm.jump(Instr::JumpBack, label);
        self.unit.asm.span = here;
    }

    pub(super) fn while_loop(&mut self, looped: &'a StmtWhile) -> Compiled {
        let orelse = self.unit.asm.label();
        let end = self.unit.asm.label();
        let here = self.unit.asm.span;
        let top = self.unit.asm.label_here();
        self.jump_if(&looped.test, orelse, false)?;
        let body = self.unit.asm.label_here();
        self.unit.blocks.push(Block::While { top, end });
        self.body(&looped.body)?;
        self.unit.blocks.pop();
        // The test again, as CPython lays loops out: one jump a turn.
        self.unit.asm.span = here;
        self.jump_if(&looped.test, orelse, false)?;
        self.jump_back(body);
        self.unit.asm.span = here;
        self.unit.asm.place(orelse);
        self.body(&looped.orelse)?;
        self.unit.asm.place(end);
        Ok(())
    }

    pub(super) fn for_loop(&mut self, looped: &'a StmtFor) -> Compiled {
        let exhausted = self.unit.asm.label();
        let end = self.unit.asm.label();
        self.expr(&looped.iter)?;
        self.emit(Instr::GetIter);
        let top = self.unit.asm.label_here();
        self.unit.asm.jump(Instr::ForIter, exhausted);
        self.store(&looped.target)?;
        self.unit.blocks.push(Block::For { top, end });
        self.body(&looped.body)?;
        self.unit.blocks.pop();
        self.jump_back(top);
        self.unit.asm.place(exhausted);
        self.body(&looped.orelse)?;
        self.unit.asm.place(end);
        Ok(())
    }

    pub(super) fn break_statement(&mut self, range: TextRange) -> Compiled {
        match self.unwind_to_loop()? {
            Some(Block::For { end, .. }) => {
                self.emit(Instr::DropIterator);
                self.unit.asm.jump(Instr::Jump, end);
                Ok(())
            }
            Some(Block::While { end, .. }) => {
                self.unit.asm.jump(Instr::Jump, end);
                Ok(())
            }
            _ => Err(CompileError::at(range, "'break' outside loop")),
        }
    }

    pub(super) fn continue_statement(&mut self, range: TextRange) -> Compiled {
        match self.unwind_to_loop()? {
            Some(Block::For { top, .. } | Block::While { top, .. }) => {
                self.unit.asm.jump(Instr::JumpBack, top);
                Ok(())
            }
            _ => Err(CompileError::at(range, "'continue' not properly in loop")),
        }
    }
}
