//! Assignment, augmented and annotated assignment, unpacking and deletion.

use ruff_python_ast::{Expr, StmtAnnAssign, StmtAssign, StmtAugAssign};
use ruff_text_size::{Ranged, TextRange};

use super::expr::binary_op;
use super::scope::ScopeKind;
use super::{CompileError, Compiled, Compiler};
use crate::code::{Const, Instr};

impl<'a> Compiler<'a, '_> {
    pub(super) fn assign(&mut self, assign: &'a StmtAssign) -> Compiled {
        if let [Expr::Tuple(target)] = &*assign.targets
            && let Expr::Tuple(value) = &*assign.value
            && let ([first_target, second_target], [first, second]) = (&*target.elts, &*value.elts)
            && [first_target, second_target, first, second]
                .iter()
                .all(|element| !element.is_starred_expr())
        {
            // `a, b = b, a` makes no tuple.
            self.expr(first)?;
            self.expr(second)?;
            self.emit(Instr::Swap);
            self.store(first_target)?;
            return self.store(second_target);
        }
        self.expr(&assign.value)?;
        if let Some((last, firsts)) = assign.targets.split_last() {
            for target in firsts {
                self.emit(Instr::Dup);
                self.store(target)?;
            }
            self.store(last)?;
        }
        Ok(())
    }

    /// `value →`
    pub(super) fn store(&mut self, target: &'a Expr) -> Compiled {
        self.at(target.range(), |this| match target {
            Expr::Name(name) => {
                this.check_assignable(&name.id, name.range)?;
                this.store_name(&name.id);
                Ok(())
            }
            Expr::Attribute(attribute) => {
                this.expr(&attribute.value)?;
                this.start_at_attribute(attribute);
                let name = this.symbol(&attribute.attr.id);
                this.emit(Instr::StoreAttr(name));
                Ok(())
            }
            Expr::Subscript(subscript) => {
                this.expr(&subscript.value)?;
                this.expr(&subscript.slice)?;
                this.emit(Instr::StoreSubscript);
                Ok(())
            }
            Expr::Tuple(tuple) => this.unpack(&tuple.elts, tuple.range),
            Expr::List(list) => this.unpack(&list.elts, list.range),
            Expr::Starred(starred) => Err(CompileError::at(
                starred.range,
                "starred assignment target must be in a list or tuple",
            )),
            _ => Err(CompileError::at(
                target.range(),
                "cannot assign to this expression",
            )),
        })
    }

    fn check_assignable(&self, name: &str, range: TextRange) -> Compiled {
        if name == "__debug__" {
            return Err(CompileError::at(range, "cannot assign to __debug__"));
        }
        Ok(())
    }

    fn unpack(&mut self, targets: &'a [Expr], range: TextRange) -> Compiled {
        let mut stars = targets
            .iter()
            .enumerate()
            .filter(|(_, target)| target.is_starred_expr());
        match (stars.next(), stars.next()) {
            (None, _) => self.emit(Instr::UnpackSequence(targets.len() as u32)),
            (Some((before, _)), None) => {
                let (before, after) = (
                    u16::try_from(before),
                    u16::try_from(targets.len() - before - 1),
                );
                let (Ok(before), Ok(after)) = (before, after) else {
                    return Err(CompileError::at(
                        range,
                        "too many expressions in star-unpacking assignment",
                    ));
                };
                self.emit(Instr::UnpackStarred { before, after });
            }
            (Some(_), Some(_)) => {
                return Err(CompileError::at(
                    range,
                    "multiple starred expressions in assignment",
                ));
            }
        }
        for target in targets {
            match target {
                Expr::Starred(starred) => self.store(&starred.value)?,
                _ => self.store(target)?,
            }
        }
        Ok(())
    }

    pub(super) fn augmented_assign(&mut self, assign: &'a StmtAugAssign) -> Compiled {
        let operation = Instr::InPlace(binary_op(assign.op));
        let target = assign.target.range();
        match &*assign.target {
            Expr::Name(name) => {
                self.check_assignable(&name.id, name.range)?;
                self.at(target, |this| {
                    this.load_name(&name.id);
                    Ok(())
                })?;
                self.expr(&assign.value)?;
                self.emit(operation);
                self.store(&assign.target)
            }
            Expr::Attribute(attribute) => {
                let name = self.symbol(&attribute.attr.id);
                self.at(target, |this| {
                    this.expr(&attribute.value)?;
                    this.emit(Instr::Dup);
                    this.start_at_attribute(attribute);
                    this.emit(Instr::LoadAttr(name));
                    Ok(())
                })?;
                self.expr(&assign.value)?;
                self.emit(operation);
                self.at(target, |this| {
                    this.start_at_attribute(attribute);
                    this.emit(Instr::Swap);
                    this.emit(Instr::StoreAttr(name));
                    Ok(())
                })
            }
            Expr::Subscript(subscript) => {
                self.at(target, |this| {
                    this.expr(&subscript.value)?;
                    this.expr(&subscript.slice)?;
                    this.emit(Instr::Dup2);
                    this.emit(Instr::LoadSubscript);
                    Ok(())
                })?;
                self.expr(&assign.value)?;
                self.emit(operation);
                self.at(target, |this| {
                    this.emit(Instr::RotateThree);
                    this.emit(Instr::StoreSubscript);
                    Ok(())
                })
            }
            _ => Err(CompileError::at(
                target,
                "illegal expression for augmented assignment",
            )),
        }
    }

    pub(super) fn annotated_assign(&mut self, assign: &'a StmtAnnAssign) -> Compiled {
        if let Some(value) = &assign.value {
            self.expr(value)?;
            self.store(&assign.target)?;
        }
        let keeps = matches!(self.scope().kind, ScopeKind::Module | ScopeKind::Class);
        match &*assign.target {
            Expr::Name(name) if assign.simple => {
                if keeps {
                    self.annotation(&assign.annotation)?;
                    self.load_name("__annotations__");
                    let key = self.symbol(&name.id);
                    let key = self.symbols.name(key).clone();
                    self.load_const(Const::Str(key));
                    self.emit(Instr::StoreSubscript);
                }
                return Ok(());
            }
            Expr::Attribute(attribute) if assign.value.is_none() => {
                self.expr(&attribute.value)?;
                self.emit(Instr::Pop);
            }
            Expr::Subscript(subscript) if assign.value.is_none() => {
                self.expr(&subscript.value)?;
                self.emit(Instr::Pop);
                self.expr(&subscript.slice)?;
                self.emit(Instr::Pop);
            }
            _ => {}
        }
        if keeps && !self.future_annotations {
            self.expr(&assign.annotation)?;
            self.emit(Instr::Pop);
        }
        Ok(())
    }

    /// `→ value` of an annotation: its text under `from __future__ import annotations`.
    pub(super) fn annotation(&mut self, annotation: &'a Expr) -> Compiled {
        if !self.future_annotations {
            if let Expr::Starred(starred) = annotation {
                // `*args: *Ts`
                self.expr(&starred.value)?;
                self.emit(Instr::UnpackSequence(1));
                return Ok(());
            }
            return self.expr(annotation);
        }
        let range = annotation.range();
        self.at(range, |this| {
            let text = super::annotation::text_of(annotation, this.source);
            this.load_const(Const::Str(text.into()));
            Ok(())
        })
    }

    pub(super) fn delete(&mut self, target: &'a Expr) -> Compiled {
        self.at(target.range(), |this| match target {
            Expr::Name(name) => {
                this.delete_name(&name.id);
                Ok(())
            }
            Expr::Attribute(attribute) => {
                this.expr(&attribute.value)?;
                this.start_at_attribute(attribute);
                let name = this.symbol(&attribute.attr.id);
                this.emit(Instr::DeleteAttr(name));
                Ok(())
            }
            Expr::Subscript(subscript) => {
                this.expr(&subscript.value)?;
                this.expr(&subscript.slice)?;
                this.emit(Instr::DeleteSubscript);
                Ok(())
            }
            Expr::Tuple(tuple) => tuple.elts.iter().try_for_each(|item| this.delete(item)),
            Expr::List(list) => list.elts.iter().try_for_each(|item| this.delete(item)),
            _ => Err(CompileError::at(
                target.range(),
                "cannot delete this expression",
            )),
        })
    }
}
