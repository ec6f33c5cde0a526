//! Comprehensions and generator expressions: functions of one parameter, the outermost iterator.

use ruff_python_ast::{Comprehension, Expr};
use ruff_text_size::TextRange;

use super::unit::{ParameterCounts, Unit};
use super::{CompileError, Compiled, Compiler};
use crate::code::{AwaitedBy, CodeKind, Const, Instr};

/// What a comprehension makes of its elements.
#[derive(Clone, Copy)]
enum Element<'a> {
    List(&'a Expr),
    Set(&'a Expr),
    Dict(&'a Expr, &'a Expr),
    Yield(&'a Expr),
}

impl<'a> Compiler<'a, '_> {
    /// `range` is the node's own; the present span may be wider.
    pub(super) fn comprehension(&mut self, expr: &'a Expr, range: TextRange) -> Compiled {
        let (name, generators, element) = match expr {
            Expr::ListComp(comp) => ("<listcomp>", &comp.generators, Element::List(&comp.elt)),
            Expr::SetComp(comp) => ("<setcomp>", &comp.generators, Element::Set(&comp.elt)),
            Expr::DictComp(comp) => {
                let Some(key) = &comp.key else {
                    return Err(CompileError::not_supported(
                        range,
                        "unpacking in a comprehension",
                    ));
                };
                (
                    "<dictcomp>",
                    &comp.generators,
                    Element::Dict(key, &comp.value),
                )
            }
            Expr::Generator(comp) => ("<genexpr>", &comp.generators, Element::Yield(&comp.elt)),
            _ => {
                return Err(CompileError::at(
                    range,
                    "internal error: not a comprehension",
                ));
            }
        };
        let Some(first) = generators.first() else {
            return Ok(());
        };
        let qualname = self.qualname(name);
        let here = self.unit.asm.span;
        let mut unit = Unit::new(
            self.scopes.of_node(range)?,
            name.into(),
            qualname,
            self.unit.class.clone(),
            here,
        );
        unit.parameters = ParameterCounts {
            positional: 1,
            ..Default::default()
        };
        let code = self.nested(unit, CodeKind::Function, |this| {
            if let Element::Yield(_) = element {
                this.emit(Instr::Nop);
            }
            match element {
                Element::List(_) => this.emit(Instr::BuildList(0)),
                Element::Set(_) => this.emit(Instr::BuildSet(0)),
                Element::Dict(..) => this.emit(Instr::BuildMap(0)),
                Element::Yield(_) => {}
            }
            this.emit(Instr::LoadFast(0));
            this.loops(generators, 0, element)?;
            if let Element::Yield(_) = element {
                this.load_const(Const::None);
            }
            this.emit(Instr::Return);
            Ok(())
        })?;
        let awaits = code.is_async && !code.is_generator;
        self.make_closure(code);
        self.expr(&first.iter)?;
        self.get_iterator(first.is_async);
        self.emit(Instr::Call(1));
        if awaits {
            self.await_value(AwaitedBy::Expression);
        }
        Ok(())
    }

    /// The loop of generator `index`, whose iterator is on the stack, and those inside it.
    fn loops(
        &mut self,
        generators: &'a [Comprehension],
        index: usize,
        element: Element<'a>,
    ) -> Compiled {
        let here = self.unit.asm.span;
        let end = self.unit.asm.label();
        let skip = self.unit.asm.label();
        let top = self.unit.asm.label_here();
        let generator = &generators[index];
        let handler = if generator.is_async {
            Some(self.next_awaited())
        } else {
            self.unit.asm.jump(Instr::ForIter, end);
            None
        };
        self.store(&generator.target)?;
        for condition in &generator.ifs {
            self.jump_if(condition, skip, false)?;
            self.unit.asm.span = here;
        }
        match generators.get(index + 1) {
            Some(inner) => {
                self.expr(&inner.iter)?;
                self.get_iterator(inner.is_async);
                self.loops(generators, index + 1, element)?;
            }
            None => self.element(element, generators.len() as u32 + 1)?,
        }
        self.unit.asm.place(skip);
        self.unit.asm.jump(Instr::JumpBack, top);
        if let Some(handler) = handler {
            self.end_async_for(handler);
        }
        self.unit.asm.place(end);
        Ok(())
    }

    fn element(&mut self, element: Element<'a>, below: u32) -> Compiled {
        match element {
            Element::List(value) => {
                self.expr(value)?;
                self.emit(Instr::ListAppend(below));
            }
            Element::Set(value) => {
                self.expr(value)?;
                self.emit(Instr::SetAdd(below));
            }
            Element::Dict(key, value) => {
                self.expr(key)?;
                self.expr(value)?;
                self.emit(Instr::MapAdd(below));
            }
            Element::Yield(value) => {
                self.expr(value)?;
                self.emit(Instr::Yield);
                self.emit(Instr::Pop);
            }
        }
        Ok(())
    }
}
