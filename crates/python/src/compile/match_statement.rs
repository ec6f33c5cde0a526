//! `match`: a subject against its patterns. What a pattern captures waits on the stack until the whole
//! pattern fits, then it is stored. Source: CPython 3.11, Python/compile.c, `compiler_match` and `compiler_pattern`.
//!
//! (Over 400 lines because one file holds every kind of pattern.)

use ruff_python_ast::{
    MatchCase, Pattern, PatternMatchAs, PatternMatchClass, PatternMatchMapping, PatternMatchOr,
    Singleton, StmtMatch,
};
use ruff_text_size::{Ranged, TextRange};

use super::emit::Label;
use super::{CompileError, Compiled, Compiler, fold, span};
use crate::code::{CompareOp, Const, Instr};

/// The state of one case's pattern.
#[derive(Default)]
struct Fitting<'a> {
    /// Captured names whose values lie on the stack, the topmost first.
    stores: Vec<&'a str>,
    /// Where to go when it does not fit, by the number of values to drop first.
    fail: Vec<Label>,
    /// Values above the captured ones.
    on_top: usize,
    allow_irrefutable: bool,
}

impl<'a> Compiler<'a, '_> {
    pub(super) fn match_statement(&mut self, matched: &'a StmtMatch) -> Compiled {
        self.expr(&matched.subject)?;
        let end = self.unit.asm.label();
        let count = matched.cases.len();
        for (index, case) in matched.cases.iter().enumerate() {
            self.unit.asm.span = span(case.pattern.range());
            let is_last = index + 1 == count;
            if !is_last {
                self.emit(Instr::Dup);
            }
            self.match_case(case, is_last, end)?;
        }
        self.unit.asm.place(end);
        Ok(())
    }

    fn match_case(&mut self, case: &'a MatchCase, is_last: bool, end: Label) -> Compiled {
        let mut fitting = Fitting {
            allow_irrefutable: case.guard.is_some() || is_last,
            ..Fitting::default()
        };
        self.pattern(&case.pattern, &mut fitting)?;
        for name in std::mem::take(&mut fitting.stores) {
            self.store_name(name);
        }
        if let Some(guard) = &case.guard {
            let failed = self.fail_label(&mut fitting, 0);
            self.jump_if(guard, failed, false)?;
        }
        if !is_last {
            self.emit(Instr::Pop);
        }
        self.body(&case.body)?;
        self.jump_on(end);
        self.unit.asm.span = span(case.pattern.range());
        self.place_failures(&mut fitting);
        Ok(())
    }

    fn fail_label(&mut self, fitting: &mut Fitting<'a>, pops: usize) -> Label {
        while fitting.fail.len() <= pops {
            fitting.fail.push(self.unit.asm.label());
        }
        fitting.fail[pops]
    }

    fn jump_to_failure(&mut self, fitting: &mut Fitting<'a>, jump: fn(u32) -> Instr) {
        let label = self.fail_label(fitting, fitting.on_top + fitting.stores.len());
        self.unit.asm.jump(jump, label);
    }

    fn place_failures(&mut self, fitting: &mut Fitting<'a>) {
        let Some((&none, more)) = fitting.fail.split_first() else {
            return;
        };
        for &label in more.iter().rev() {
            self.unit.asm.place(label);
            self.emit(Instr::Pop);
        }
        self.unit.asm.place(none);
        fitting.fail.clear();
    }

    /// `subject →`, or on to a failure.
    fn pattern(&mut self, pattern: &'a Pattern, fitting: &mut Fitting<'a>) -> Compiled {
        let range = pattern.range();
        self.at(range, |this| match pattern {
            Pattern::MatchValue(value) => {
                this.expr(&value.value)?;
                this.emit(Instr::Compare(CompareOp::Eq));
                this.jump_to_failure(fitting, Instr::PopJumpIfFalse);
                Ok(())
            }
            Pattern::MatchSingleton(singleton) => {
                this.load_const(match singleton.value {
                    Singleton::None => Const::None,
                    Singleton::True => Const::Bool(true),
                    Singleton::False => Const::Bool(false),
                });
                this.emit(Instr::Is { negate: false });
                this.jump_to_failure(fitting, Instr::PopJumpIfFalse);
                Ok(())
            }
            Pattern::MatchSequence(sequence) => {
                this.sequence_pattern(&sequence.patterns, range, fitting)
            }
            Pattern::MatchMapping(mapping) => this.mapping_pattern(mapping, fitting),
            Pattern::MatchClass(class) => this.class_pattern(class, fitting),
            Pattern::MatchStar(star) => this.capture(
                star.name.as_ref().map(|name| name.id.as_str()),
                range,
                fitting,
            ),
            Pattern::MatchAs(found) => this.as_pattern(found, fitting),
            Pattern::MatchOr(alternatives) => this.or_pattern(alternatives, fitting),
        })
    }

    /// A pattern inside another: it may fit anything.
    fn inner_pattern(&mut self, pattern: &'a Pattern, fitting: &mut Fitting<'a>) -> Compiled {
        let outer = std::mem::replace(&mut fitting.allow_irrefutable, true);
        let result = self.pattern(pattern, fitting);
        fitting.allow_irrefutable = outer;
        result
    }

    fn rotate(&mut self, count: usize) {
        match count {
            0 | 1 => {}
            2 => self.emit(Instr::Swap),
            _ => self.emit(Instr::Rotate(count as u32)),
        }
    }

    /// `value →`: kept below what is on top until the whole pattern fits.
    fn capture(
        &mut self,
        name: Option<&'a str>,
        range: TextRange,
        fitting: &mut Fitting<'a>,
    ) -> Compiled {
        let Some(name) = name else {
            self.emit(Instr::Pop);
            return Ok(());
        };
        self.check_new_capture(name, range, fitting)?;
        self.rotate(fitting.on_top + fitting.stores.len() + 1);
        fitting.stores.push(name);
        Ok(())
    }

    fn check_new_capture(&self, name: &str, range: TextRange, fitting: &Fitting<'a>) -> Compiled {
        if fitting.stores.contains(&name) {
            let text = format!("multiple assignments to name '{name}' in pattern");
            return Err(CompileError::at(range, text));
        }
        Ok(())
    }

    fn as_pattern(&mut self, found: &'a PatternMatchAs, fitting: &mut Fitting<'a>) -> Compiled {
        let name = found.name.as_ref().map(|name| name.id.as_str());
        let Some(inner) = &found.pattern else {
            if !fitting.allow_irrefutable {
                let text = match name {
                    Some(name) => {
                        format!("name capture '{name}' makes remaining patterns unreachable")
                    }
                    None => "wildcard makes remaining patterns unreachable".to_owned(),
                };
                return Err(CompileError::at(found.range, text));
            }
            return self.capture(name, found.range, fitting);
        };
        fitting.on_top += 1;
        self.emit(Instr::Dup);
        self.pattern(inner, fitting)?;
        fitting.on_top -= 1;
        self.capture(name, found.range, fitting)
    }

    fn or_pattern(&mut self, found: &'a PatternMatchOr, fitting: &mut Fitting<'a>) -> Compiled {
        let end = self.unit.asm.label();
        let count = found.patterns.len();
        let mut control: Vec<&'a str> = Vec::new();
        for (index, alternative) in found.patterns.iter().enumerate() {
            let mut inner = Fitting {
                allow_irrefutable: index + 1 == count && fitting.allow_irrefutable,
                ..Fitting::default()
            };
            self.emit(Instr::Dup);
            self.pattern(alternative, &mut inner)?;
            if index == 0 {
                control = std::mem::take(&mut inner.stores);
            } else {
                self.order_captures(&control, inner.stores.clone(), found.range)?;
            }
            self.unit.asm.jump(Instr::Jump, end);
            self.place_failures(&mut inner);
        }
        self.emit(Instr::Pop);
        self.jump_to_failure(fitting, Instr::Jump);
        self.unit.asm.place(end);
        let below = control.len() + 1 + fitting.on_top + fitting.stores.len();
        for name in control {
            self.rotate(below);
            self.check_new_capture(name, found.range, fitting)?;
            fitting.stores.push(name);
        }
        self.emit(Instr::Pop);
        Ok(())
    }

    /// Brings the captured values into the order of the first alternative's.
    fn order_captures(
        &mut self,
        control: &[&'a str],
        mut stores: Vec<&'a str>,
        range: TextRange,
    ) -> Compiled {
        let differ = || CompileError::at(range, "alternative patterns bind different names");
        if stores.len() != control.len() {
            return Err(differ());
        }
        for at in (0..control.len()).rev() {
            let known = stores.iter().position(|name| *name == control[at]);
            let from = known.ok_or_else(differ)?;
            if from == at {
                continue;
            }
            let rotated: Vec<&str> = stores.drain(..=from).collect();
            let place = at - from;
            stores.splice(place..place, rotated);
            for _ in 0..=from {
                self.rotate(at + 1);
            }
        }
        Ok(())
    }

    fn sequence_pattern(
        &mut self,
        patterns: &'a [Pattern],
        range: TextRange,
        fitting: &mut Fitting<'a>,
    ) -> Compiled {
        let mut stars = (0..patterns.len()).filter(|&at| patterns[at].is_match_star());
        let star = stars.next();
        if stars.next().is_some() {
            let text = "multiple starred expressions in sequence pattern";
            return Err(CompileError::at(range, text));
        }
        let count = patterns.len();
        fitting.on_top += 1;
        self.emit(Instr::MatchSequence);
        self.jump_to_failure(fitting, Instr::PopJumpIfFalse);
        let needed = count - usize::from(star.is_some());
        if star.is_none() || needed > 0 {
            self.check_length(needed, star.is_some(), fitting);
        }
        fitting.on_top -= 1;
        if count == 1 && patterns.iter().all(is_wildcard) {
            self.emit(Instr::Pop);
            return Ok(());
        }
        match star {
            None => self.emit(Instr::UnpackSequence(count as u32)),
            Some(before) => {
                let sides = (u16::try_from(before), u16::try_from(needed - before));
                let (Ok(before), Ok(after)) = sides else {
                    let text = "too many expressions in star-unpacking sequence pattern";
                    return Err(CompileError::at(range, text));
                };
                self.emit(Instr::UnpackStarred { before, after });
            }
        }
        self.parts(patterns, fitting)
    }

    /// `first … last →` (the first on top), each against its pattern.
    fn parts(&mut self, patterns: &'a [Pattern], fitting: &mut Fitting<'a>) -> Compiled {
        fitting.on_top += patterns.len();
        for pattern in patterns {
            fitting.on_top -= 1;
            self.inner_pattern(pattern, fitting)?;
        }
        Ok(())
    }

    fn check_length(&mut self, count: usize, at_least: bool, fitting: &mut Fitting<'a>) {
        self.emit(Instr::MatchLength {
            count: count as u32,
            at_least,
        });
        self.jump_to_failure(fitting, Instr::PopJumpIfFalse);
    }

    fn mapping_pattern(
        &mut self,
        mapping: &'a PatternMatchMapping,
        fitting: &mut Fitting<'a>,
    ) -> Compiled {
        let count = mapping.keys.len();
        fitting.on_top += 1;
        self.emit(Instr::MatchMapping);
        self.jump_to_failure(fitting, Instr::PopJumpIfFalse);
        if count == 0 && mapping.rest.is_none() {
            fitting.on_top -= 1;
            self.emit(Instr::Pop);
            return Ok(());
        }
        if count > 0 {
            self.check_length(count, true, fitting);
        }
        let mut seen = Vec::new();
        for key in &mapping.keys {
            if let Some(known) = fold::constant(key) {
                let shown = known.identity();
                if seen.contains(&shown) {
                    let text = format!(
                        "mapping pattern checks duplicate key ({})",
                        &self.source[key.range()]
                    );
                    return Err(CompileError::at(mapping.range, text));
                }
                seen.push(shown);
            }
            self.expr(key)?;
        }
        self.emit(Instr::BuildTuple(count as u32));
        self.emit(Instr::MatchKeys);
        fitting.on_top += 2;
        self.emit(Instr::Dup);
        self.load_const(Const::None);
        self.emit(Instr::Is { negate: true });
        self.jump_to_failure(fitting, Instr::PopJumpIfFalse);
        self.emit(Instr::UnpackSequence(count as u32));
        fitting.on_top -= 1;
        self.parts(&mapping.patterns, fitting)?;
        fitting.on_top -= 2;
        match &mapping.rest {
            Some(rest) => {
                self.emit(Instr::MatchRest);
                self.capture(Some(rest.id.as_str()), rest.range, fitting)
            }
            None => {
                self.emit(Instr::Pop);
                self.emit(Instr::Pop);
                Ok(())
            }
        }
    }

    fn class_pattern(
        &mut self,
        class: &'a PatternMatchClass,
        fitting: &mut Fitting<'a>,
    ) -> Compiled {
        self.expr(&class.cls)?;
        let arguments = &class.arguments;
        let mut names: Vec<Const> = Vec::new();
        for keyword in &arguments.keywords {
            let name = Const::Str(keyword.attr.id.as_str().into());
            if names.contains(&name) {
                let text = format!(
                    "attribute name repeated in class pattern: {}",
                    keyword.attr.id
                );
                return Err(CompileError::at(keyword.range, text));
            }
            names.push(name);
        }
        let positional = arguments.patterns.len();
        let count = positional + names.len();
        let names = self.unit.asm.constant(Const::Tuple(names));
        self.emit(Instr::MatchClass {
            positional: positional as u16,
            names,
        });
        self.emit(Instr::Dup);
        self.load_const(Const::None);
        self.emit(Instr::Is { negate: true });
        fitting.on_top += 1;
        self.jump_to_failure(fitting, Instr::PopJumpIfFalse);
        self.emit(Instr::UnpackSequence(count as u32));
        fitting.on_top -= 1;
        fitting.on_top += count;
        let keyword_patterns = arguments.keywords.iter().map(|keyword| &keyword.pattern);
        for pattern in arguments.patterns.iter().chain(keyword_patterns) {
            fitting.on_top -= 1;
            self.inner_pattern(pattern, fitting)?;
        }
        Ok(())
    }
}

fn is_wildcard(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::MatchStar(star) => star.name.is_none(),
        Pattern::MatchAs(found) => found.pattern.is_none() && found.name.is_none(),
        _ => false,
    }
}
