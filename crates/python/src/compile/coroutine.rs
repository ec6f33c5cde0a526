//! `await`, `async for`, `async with` and asynchronous comprehensions: what is awaited is driven like `yield from`.
//! Source: CPython 3.11, Python/compile.c.

use ruff_python_ast::StmtFor;

use super::emit::HandlerId;
use super::unit::Block;
use super::{Compiled, Compiler};
use crate::code::{AwaitedBy, Const, Instr};

impl<'a> Compiler<'a, '_> {
    /// `value → result`
    pub(super) fn await_value(&mut self, by: AwaitedBy) {
        self.emit(Instr::GetAwaitable(by));
        self.send_until_done();
    }

    /// `iterator → result`: hands out what it yields until it ends.
    pub(super) fn send_until_done(&mut self) {
        self.load_const(Const::None);
        let done = self.unit.asm.label();
        let top = self.unit.asm.label_here();
        self.unit.asm.jump(Instr::Send, done);
        self.emit(Instr::YieldFromItem);
        self.unit.asm.jump(Instr::JumpBack, top);
        self.unit.asm.place(done);
    }

    /// `iterable → iterator`
    pub(super) fn get_iterator(&mut self, is_async: bool) {
        self.emit(if is_async {
            Instr::GetAiter
        } else {
            Instr::GetIter
        });
    }

    /// `iterator → iterator item`; StopAsyncIteration goes to the handler given back.
    pub(super) fn next_awaited(&mut self) -> HandlerId {
        let outer = self.unit.asm.handler;
        let handler = self.unit.asm.protect(0);
        self.emit(Instr::GetAnext);
        self.send_until_done();
        self.unit.asm.handler = outer;
        handler
    }

    /// The handler of [`Self::next_awaited`]: the iterator goes, and the code goes on, where it has ended.
    pub(super) fn end_async_for(&mut self, handler: HandlerId) {
        let raised = self.unit.asm.label();
        let ended = self.unit.asm.label();
        self.unit.asm.enter_handler(handler);
        self.emit(Instr::LoadStopAsyncIteration);
        self.emit(Instr::CheckExcMatch);
        self.unit.asm.jump(Instr::PopJumpIfFalse, raised);
        self.emit(Instr::PopExcept);
        self.emit(Instr::Pop);
        self.emit(Instr::Pop);
        self.unit.asm.jump(Instr::Jump, ended);
        self.unit.asm.place(raised);
        self.emit(Instr::Reraise);
        self.unit.asm.place(ended);
    }

    pub(super) fn async_for_loop(&mut self, looped: &'a StmtFor) -> Compiled {
        let end = self.unit.asm.label();
        let here = self.unit.asm.span;
        self.expr(&looped.iter)?;
        self.emit(Instr::GetAiter);
        let top = self.unit.asm.label_here();
        let handler = self.next_awaited();
        self.store(&looped.target)?;
        self.unit.blocks.push(Block::For { top, end });
        self.body(&looped.body)?;
        self.unit.blocks.pop();
        self.jump_back(top);
        self.unit.asm.span = here;
        self.end_async_for(handler);
        self.body(&looped.orelse)?;
        self.unit.asm.place(end);
        Ok(())
    }
}
