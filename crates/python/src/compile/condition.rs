//! Conditions: jumps on an expression's truth without making the bool.

use ruff_python_ast::{BoolOp, Expr, ExprCompare, UnaryOp};
use ruff_text_size::Ranged;

use super::emit::Label;
use super::expr::comparison;
use super::{CompileError, Compiled, Compiler, MAX_NESTING, fold, span};
use crate::code::Instr;

impl<'a> Compiler<'a, '_> {
    /// Jumps to `target` when the truth of `test` is `when`, else goes on.
    ///
    /// The span stays at the last comparison compiled, as CPython leaves it: that is where a
    /// failed `assert` points.
    pub(super) fn jump_if(&mut self, test: &'a Expr, target: Label, when: bool) -> Compiled {
        if self.depth >= MAX_NESTING {
            return Err(CompileError::at(test.range(), CompileError::TOO_DEEP));
        }
        self.depth += 1;
        let result = self.jump_if_here(test, target, when);
        self.depth -= 1;
        result
    }

    fn jump_if_here(&mut self, test: &'a Expr, target: Label, when: bool) -> Compiled {
        if let Some(truth) = fold::truth(test) {
            if truth == when {
                self.unit.asm.jump(Instr::Jump, target);
            }
            return Ok(());
        }
        match test {
            Expr::UnaryOp(unary) if unary.op == UnaryOp::Not => {
                self.jump_if(&unary.operand, target, !when)
            }
            Expr::BoolOp(boolean) => {
                let Some((last, firsts)) = boolean.values.split_last() else {
                    return Ok(());
                };
                let deciding = boolean.op == BoolOp::Or;
                let past = self.unit.asm.label();
                let decided = if deciding == when { target } else { past };
                for value in firsts {
                    self.jump_if(value, decided, deciding)?;
                }
                self.jump_if(last, target, when)?;
                self.unit.asm.place(past);
                Ok(())
            }
            Expr::If(conditional) => {
                let orelse = self.unit.asm.label();
                let end = self.unit.asm.label();
                self.jump_if(&conditional.test, orelse, false)?;
                self.jump_if(&conditional.body, target, when)?;
                self.unit.asm.jump(Instr::Jump, end);
                self.unit.asm.place(orelse);
                self.jump_if(&conditional.orelse, target, when)?;
                self.unit.asm.place(end);
                Ok(())
            }
            Expr::Compare(compare) => {
                self.unit.asm.span = span(compare.range);
                if compare.ops.len() > 1 {
                    return self.jump_if_chain(compare, target, when);
                }
                self.expr(test)?;
                self.pop_jump(target, when);
                Ok(())
            }
            _ => {
                self.expr(test)?;
                self.pop_jump(target, when);
                Ok(())
            }
        }
    }

    fn pop_jump(&mut self, target: Label, when: bool) {
        let jump = if when {
            Instr::PopJumpIfTrue
        } else {
            Instr::PopJumpIfFalse
        };
        self.unit.asm.jump(jump, target);
    }

    /// `a < b < c`: the middle is evaluated once.
    fn jump_if_chain(&mut self, compare: &'a ExprCompare, target: Label, when: bool) -> Compiled {
        let Some((last, firsts)) = compare.comparators.split_last() else {
            return Ok(());
        };
        let cleanup = self.unit.asm.label();
        self.expr(&compare.left)?;
        for (middle, &op) in firsts.iter().zip(&compare.ops) {
            self.expr(middle)?;
            self.emit(Instr::Dup);
            self.emit(Instr::RotateThree);
            self.emit(comparison(op));
            self.unit.asm.jump(Instr::PopJumpIfFalse, cleanup);
        }
        self.expr(last)?;
        self.emit(comparison(compare.ops[firsts.len()]));
        self.pop_jump(target, when);
        let end = self.unit.asm.label();
        self.unit.asm.jump(Instr::Jump, end);
        self.unit.asm.place(cleanup);
        self.emit(Instr::Pop);
        if !when {
            self.unit.asm.jump(Instr::Jump, target);
        }
        self.unit.asm.place(end);
        Ok(())
    }
}
