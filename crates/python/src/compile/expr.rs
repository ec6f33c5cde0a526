//! Expressions, save for those with a file of their own.

use ruff_python_ast::{
    BoolOp, CmpOp, DictItem, Expr, ExprAttribute, ExprBinOp, ExprCompare, ExprSlice, Operator,
    UnaryOp as AstUnaryOp,
};
use ruff_text_size::{Ranged, TextRange};

use super::scope::ScopeKind;
use super::{CompileError, Compiled, Compiler, fold, span};
use crate::code::{AwaitedBy, BinaryOp, CompareOp, Const, Instr, UnaryOp};

impl<'a> Compiler<'a, '_> {
    /// `→ value`
    pub(super) fn expr(&mut self, expr: &'a Expr) -> Compiled {
        if let Expr::BinOp(binary) = expr {
            return self.binary(binary);
        }
        self.at(expr.range(), |this| match fold::constant(expr) {
            Some(value) => {
                this.load_const(value);
                Ok(())
            }
            None => this.expr_here(expr),
        })
    }

    fn expr_here(&mut self, expr: &'a Expr) -> Compiled {
        match expr {
            Expr::Name(name) => {
                self.load_name(&name.id);
                Ok(())
            }
            Expr::BoolOp(boolean) => {
                let end = self.unit.asm.label();
                let jump = match boolean.op {
                    BoolOp::And => Instr::JumpIfFalseOrPop,
                    BoolOp::Or => Instr::JumpIfTrueOrPop,
                };
                if let Some((last, firsts)) = boolean.values.split_last() {
                    for value in firsts {
                        self.expr(value)?;
                        self.unit.asm.jump(jump, end);
                    }
                    self.expr(last)?;
                }
                self.unit.asm.place(end);
                Ok(())
            }
            Expr::Named(named) => {
                self.expr(&named.value)?;
                self.emit(Instr::Dup);
                self.store(&named.target)
            }
            Expr::UnaryOp(unary) => {
                self.expr(&unary.operand)?;
                self.emit(Instr::Unary(match unary.op {
                    AstUnaryOp::Invert => UnaryOp::Invert,
                    AstUnaryOp::Not => UnaryOp::Not,
                    AstUnaryOp::UAdd => UnaryOp::Pos,
                    AstUnaryOp::USub => UnaryOp::Neg,
                }));
                Ok(())
            }
            Expr::If(conditional) => {
                let orelse = self.unit.asm.label();
                let end = self.unit.asm.label();
                self.jump_if(&conditional.test, orelse, false)?;
                self.expr(&conditional.body)?;
                self.unit.asm.jump(Instr::Jump, end);
                self.unit.asm.place(orelse);
                self.expr(&conditional.orelse)?;
                self.unit.asm.place(end);
                Ok(())
            }
            Expr::Compare(compare) => self.compare(compare),
            Expr::Call(call) => self.call(call),
            Expr::Attribute(attribute) => {
                self.expr(&attribute.value)?;
                self.start_at_attribute(attribute);
                let name = self.symbol(&attribute.attr.id);
                self.emit(Instr::LoadAttr(name));
                Ok(())
            }
            Expr::Subscript(subscript) => {
                self.expr(&subscript.value)?;
                self.expr(&subscript.slice)?;
                self.emit(Instr::LoadSubscript);
                Ok(())
            }
            Expr::Slice(slice) => self.slice(slice),
            Expr::Tuple(tuple) => self.tuple(&tuple.elts),
            Expr::List(list) => {
                self.starred_sequence(&list.elts, 0, Instr::BuildList)?;
                Ok(())
            }
            Expr::Set(set) => self.set(&set.elts),
            Expr::Dict(dict) => self.dict(&dict.items),
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.comprehension(expr, expr.range())
            }
            Expr::FString(fstring) => self.fstring(&fstring.value),
            Expr::Yield(value) => {
                self.check_yield(value.range)?;
                match &value.value {
                    Some(value) => self.expr(value)?,
                    None => self.load_const(Const::None),
                }
                self.emit(Instr::Yield);
                Ok(())
            }
            Expr::YieldFrom(from) => {
                self.check_yield(from.range)?;
                self.expr(&from.value)?;
                self.yield_from();
                Ok(())
            }
            Expr::Starred(starred) => Err(CompileError::at(
                starred.range,
                "can't use starred expression here",
            )),
            Expr::Await(awaited) => {
                self.expr(&awaited.value)?;
                self.await_value(AwaitedBy::Expression);
                Ok(())
            }
            Expr::TString(_) => Err(CompileError::not_supported(
                expr.range(),
                "template strings",
            )),
            Expr::IpyEscapeCommand(_) => Err(CompileError::not_supported(
                expr.range(),
                "IPython escape commands",
            )),
            Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::NumberLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::BinOp(_) => unreachable!("constants and binary operations are compiled before"),
        }
    }

    /// A chain of binary operators, which nests to the left as deep as it is long, without
    /// recursion on the left.
    fn binary(&mut self, outermost: &'a ExprBinOp) -> Compiled {
        let mut chain = vec![outermost];
        let mut first = &*outermost.left;
        while let Expr::BinOp(inner) = first {
            chain.push(inner);
            first = &inner.left;
        }
        chain.reverse();
        let mut folded = fold::constant(first);
        let mut rest = chain.as_slice();
        let mut folded_range = first.range();
        while let (Some(left), Some((operation, after))) = (&folded, rest.split_first()) {
            let value = fold::constant(&operation.right)
                .and_then(|right| fold::fold_binary(left, operation.op, &right));
            let Some(value) = value else { break };
            folded = Some(value);
            folded_range = operation.range;
            rest = after;
        }
        match folded {
            Some(value) => self.at(folded_range, |this| {
                this.load_const(value);
                Ok(())
            })?,
            None => self.expr(first)?,
        }
        for operation in rest {
            self.expr(&operation.right)?;
            self.at(operation.range, |this| {
                this.emit(Instr::Binary(binary_op(operation.op)));
                Ok(())
            })?;
        }
        Ok(())
    }

    fn compare(&mut self, compare: &'a ExprCompare) -> Compiled {
        self.expr(&compare.left)?;
        let Some((last, firsts)) = compare.comparators.split_last() else {
            return Ok(());
        };
        let cleanup = self.unit.asm.label();
        for (middle, &op) in firsts.iter().zip(&compare.ops) {
            self.expr(middle)?;
            self.emit(Instr::Dup);
            self.emit(Instr::RotateThree);
            self.emit(comparison(op));
            self.unit.asm.jump(Instr::JumpIfFalseOrPop, cleanup);
        }
        self.expr(last)?;
        self.emit(comparison(compare.ops[firsts.len()]));
        if !firsts.is_empty() {
            let end = self.unit.asm.label();
            self.unit.asm.jump(Instr::Jump, end);
            self.unit.asm.place(cleanup);
            self.emit(Instr::Swap);
            self.emit(Instr::Pop);
            self.unit.asm.place(end);
        }
        Ok(())
    }

    /// `a.b` that spans lines is placed at its name, as CPython does.
    pub(super) fn start_at_attribute(&mut self, attribute: &ExprAttribute) {
        let name = span(attribute.attr.range);
        let start = self.unit.asm.span.start;
        if self.line(start) != self.line(name.end) {
            self.unit.asm.span.start = name.start;
            self.unit.asm.span.end = self.unit.asm.span.end.max(name.end);
        }
    }

    fn slice(&mut self, slice: &'a ExprSlice) -> Compiled {
        for bound in [&slice.lower, &slice.upper] {
            match bound {
                Some(bound) => self.expr(bound)?,
                None => self.load_const(Const::None),
            }
        }
        match &slice.step {
            Some(step) => {
                self.expr(step)?;
                self.emit(Instr::BuildSlice(3));
            }
            None => self.emit(Instr::BuildSlice(2)),
        }
        Ok(())
    }

    fn tuple(&mut self, elements: &'a [Expr]) -> Compiled {
        if self.starred_sequence(elements, 0, Instr::BuildTuple)? {
            self.emit(Instr::ListToTuple);
        }
        Ok(())
    }

    /// Builds a sequence by `build` from `pushed` values already on the stack and `elements`.
    /// With a star among them it is a list instead, and the answer is true.
    pub(super) fn starred_sequence(
        &mut self,
        elements: &'a [Expr],
        pushed: u32,
        build: fn(u32) -> Instr,
    ) -> Compiled<bool> {
        let plain = elements
            .iter()
            .take_while(|element| !element.is_starred_expr())
            .count();
        for element in &elements[..plain] {
            self.expr(element)?;
        }
        let count = pushed + plain as u32;
        if plain == elements.len() {
            self.emit(build(count));
            return Ok(false);
        }
        self.emit(Instr::BuildList(count));
        for element in &elements[plain..] {
            if let Expr::Starred(starred) = element {
                self.expr(&starred.value)?;
                self.emit(Instr::ListExtend(1));
            } else {
                self.expr(element)?;
                self.emit(Instr::ListAppend(1));
            }
        }
        Ok(true)
    }

    fn set(&mut self, elements: &'a [Expr]) -> Compiled {
        // CPython builds a set of three constants or more from a frozen one, which shows in its order.
        let folded = elements.len() > 2 && elements.iter().all(|e| fold::constant(e).is_some());
        if folded {
            self.emit(Instr::BuildSet(0));
        }
        self.set_items(elements)?;
        if folded {
            self.emit(Instr::SetUpdate(1));
        }
        Ok(())
    }

    fn set_items(&mut self, elements: &'a [Expr]) -> Compiled {
        let plain = elements
            .iter()
            .take_while(|element| !element.is_starred_expr())
            .count();
        for element in &elements[..plain] {
            self.expr(element)?;
        }
        self.emit(Instr::BuildSet(plain as u32));
        for element in &elements[plain..] {
            if let Expr::Starred(starred) = element {
                self.expr(&starred.value)?;
                self.emit(Instr::SetUpdate(1));
            } else {
                self.expr(element)?;
                self.emit(Instr::SetAdd(1));
            }
        }
        Ok(())
    }

    fn dict(&mut self, items: &'a [DictItem]) -> Compiled {
        let mut built = false;
        let mut rest = items;
        loop {
            let plain = rest.iter().take_while(|item| item.key.is_some()).count();
            for item in &rest[..plain] {
                if let Some(key) = &item.key {
                    self.expr(key)?;
                }
                self.expr(&item.value)?;
            }
            if plain > 0 || !built {
                self.emit(Instr::BuildMap(plain as u32));
                if built {
                    self.emit(Instr::DictUpdate(1));
                }
                built = true;
            }
            let Some((unpacked, after)) = rest[plain..].split_first() else {
                return Ok(());
            };
            self.expr(&unpacked.value)?;
            self.emit(Instr::DictUpdate(1));
            rest = after;
        }
    }

    fn yield_from(&mut self) {
        self.emit(Instr::GetYieldFromIter);
        self.send_until_done();
    }

    fn check_yield(&self, range: TextRange) -> Compiled {
        match self.scope().kind {
            ScopeKind::Function => Ok(()),
            ScopeKind::Comprehension => Err(CompileError::at(
                range,
                "'yield' inside a comprehension or generator expression",
            )),
            _ => Err(CompileError::at(range, "'yield' outside function")),
        }
    }
}

/// The instruction of a comparison operator.
pub(super) fn comparison(op: CmpOp) -> Instr {
    let op = match op {
        CmpOp::Lt => CompareOp::Lt,
        CmpOp::LtE => CompareOp::Le,
        CmpOp::Eq => CompareOp::Eq,
        CmpOp::NotEq => CompareOp::Ne,
        CmpOp::Gt => CompareOp::Gt,
        CmpOp::GtE => CompareOp::Ge,
        CmpOp::Is => return Instr::Is { negate: false },
        CmpOp::IsNot => return Instr::Is { negate: true },
        CmpOp::In => return Instr::Contains { negate: false },
        CmpOp::NotIn => return Instr::Contains { negate: true },
    };
    Instr::Compare(op)
}

/// The instruction set's name of an operator.
pub(super) fn binary_op(op: Operator) -> BinaryOp {
    match op {
        Operator::Add => BinaryOp::Add,
        Operator::Sub => BinaryOp::Sub,
        Operator::Mult => BinaryOp::Mul,
        Operator::MatMult => BinaryOp::MatMul,
        Operator::Div => BinaryOp::Div,
        Operator::Mod => BinaryOp::Mod,
        Operator::Pow => BinaryOp::Pow,
        Operator::LShift => BinaryOp::LShift,
        Operator::RShift => BinaryOp::RShift,
        Operator::BitOr => BinaryOp::Or,
        Operator::BitXor => BinaryOp::Xor,
        Operator::BitAnd => BinaryOp::And,
        Operator::FloorDiv => BinaryOp::FloorDiv,
    }
}
