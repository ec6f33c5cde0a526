//! Leaving blocks early: what `return`, `break` and `continue` do on their way out.

use ruff_text_size::TextRange;

use super::unit::Block;
use super::{CompileError, Compiled, Compiler};
use crate::code::{AwaitedBy, Const, Instr};

impl<'a> Compiler<'a, '_> {
    /// Runs `leave`, which leaves blocks and ends in a jump or a return, then goes on inside them.
    pub(super) fn leaving(&mut self, leave: impl FnOnce(&mut Self) -> Compiled) -> Compiled {
        let handler = self.unit.asm.handler;
        let result = leave(self);
        self.unit.asm.handler = handler;
        result
    }

    /// Leaves every block. With `preserve` a return value lies on the stack and survives.
    pub(super) fn unwind_all(&mut self, preserve: bool) -> Compiled {
        self.unwind(preserve, false)?;
        Ok(())
    }

    /// Leaves the blocks inside the innermost loop, and returns it.
    pub(super) fn unwind_to_loop(&mut self) -> Compiled<Option<Block<'a>>> {
        self.unwind(false, true)
    }

    fn unwind(&mut self, preserve: bool, to_loop: bool) -> Compiled<Option<Block<'a>>> {
        let here = self.unit.asm.span;
        let mut left = Vec::new();
        let mut found = None;
        while let Some(block) = self.unit.blocks.pop() {
            left.push(block);
            if to_loop && matches!(block, Block::For { .. } | Block::While { .. }) {
                found = Some(block);
                break;
            }
            // Each block's clean-up runs with the blocks around it only.
            self.leave(block, preserve)?;
        }
        self.unit.blocks.extend(left.into_iter().rev());
        self.unit.asm.span = here;
        Ok(found)
    }

    fn leave(&mut self, block: Block<'a>, preserve: bool) -> Compiled {
        match block {
            Block::While { .. } => {}
            Block::For { .. } => {
                if preserve {
                    self.emit(Instr::Swap);
                }
                self.emit(Instr::DropIterator);
            }
            Block::PopValue => self.pop_below(preserve),
            Block::Try { outer } => self.unit.asm.handler = outer,
            Block::FinallyTry { body, outer } => {
                self.unit.asm.handler = outer;
                if preserve {
                    self.unit.blocks.push(Block::PopValue);
                }
                self.body(body)?;
                if preserve {
                    self.unit.blocks.pop();
                }
            }
            Block::With {
                span,
                outer,
                is_async,
            } => {
                self.unit.asm.handler = outer;
                self.unit.asm.span = span;
                if preserve {
                    self.emit(Instr::Swap);
                }
                self.call_exit(is_async);
            }
            Block::Handler { name, outer } => {
                self.unit.asm.handler = outer;
                self.emit(Instr::PopExcept);
                self.pop_below(preserve);
                self.forget(name);
            }
            Block::StarHandler => {
                let at = self.unit.asm.span;
                let range = TextRange::new(at.start.into(), at.end.into());
                let text = "'break', 'continue' and 'return' cannot appear in an except* block";
                return Err(CompileError::at(range, text));
            }
            Block::FinallyEnd => {
                self.emit(Instr::PopExcept);
                self.pop_below(preserve);
            }
        }
        Ok(())
    }

    /// Pops the value below the one to preserve, or the top one.
    fn pop_below(&mut self, preserve: bool) {
        if preserve {
            self.emit(Instr::Swap);
        }
        self.emit(Instr::Pop);
    }

    /// `exit →`: the normal end of a `with`.
    pub(super) fn call_exit(&mut self, is_async: bool) {
        for _ in 0..3 {
            self.load_const(Const::None);
        }
        self.emit(Instr::Call(3));
        if is_async {
            self.await_value(AwaitedBy::Exit);
        }
        self.emit(Instr::Pop);
    }

    /// Unbinds the name of an `except … as name`.
    pub(super) fn forget(&mut self, name: Option<&str>) {
        if let Some(name) = name {
            self.load_const(Const::None);
            self.store_name(name);
            self.delete_name(name);
        }
    }
}
