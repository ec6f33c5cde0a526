//! A code object in the making: its assembler, its scope and the blocks around the next statement.

use std::rc::Rc;

use ruff_python_ast::Stmt;

use super::Compiler;
use super::emit::{Assembler, HandlerId, Label};
use super::scope::{Scope, ScopeId};
use crate::code::{Code, CodeKind, Const, LONGEST_INTERNED_BYTES, Span, Symbols};

/// A construct around the next statement that leaving it must undo.
#[derive(Clone, Copy)]
pub(super) enum Block<'a> {
    /// A `while`: nothing on the stack.
    While { top: Label, end: Label },
    /// A `for`: its iterator is on the stack.
    For { top: Label, end: Label },
    /// The body of a `try` with `except` clauses.
    Try { outer: Option<HandlerId> },
    /// The body of a `try` with a `finally`.
    FinallyTry {
        body: &'a [Stmt],
        outer: Option<HandlerId>,
    },
    /// A `with`: the exit function is on the stack.
    With {
        span: Span,
        outer: Option<HandlerId>,
        is_async: bool,
    },
    /// The body of an `except` clause: the exception is on the stack, and bound to `name`.
    Handler {
        name: Option<&'a str>,
        outer: Option<HandlerId>,
    },
    /// The body of an `except*` clause, which nothing may leave early.
    StarHandler,
    /// A `finally` body reached by an exception, which is on the stack.
    FinallyEnd,
    /// A return value kept below a `finally` body.
    PopValue,
}

/// One code object in the making.
pub(super) struct Unit<'a> {
    pub(super) scope: ScopeId,
    pub(super) asm: Assembler,
    pub(super) blocks: Vec<Block<'a>>,
    pub(super) doc: Option<Rc<str>>,
    pub(super) qualname: String,
    /// The innermost class, for private names.
    pub(super) class: Option<Rc<str>>,
    pub(super) parameters: ParameterCounts,
    name: String,
    first: Span,
}

/// What parameters a function has.
#[derive(Clone, Copy, Default)]
pub(super) struct ParameterCounts {
    pub(super) positional: u32,
    pub(super) positional_only: u32,
    pub(super) keyword_only: u32,
    pub(super) varargs: bool,
    pub(super) varkeywords: bool,
}

impl Unit<'_> {
    /// A new code object that starts at `first`.
    pub(super) fn new(
        scope: ScopeId,
        name: String,
        qualname: String,
        class: Option<Rc<str>>,
        first: Span,
    ) -> Self {
        Self {
            scope,
            asm: Assembler::new(first),
            blocks: Vec::new(),
            doc: None,
            qualname,
            class,
            parameters: ParameterCounts::default(),
            name,
            first,
        }
    }
}

impl<'a> Compiler<'a, '_> {
    /// The scope of the code being made.
    pub(super) fn scope(&self) -> &Scope {
        &self.scopes[self.unit.scope]
    }

    /// Makes a nested code object: `inside` compiles its body.
    pub(super) fn nested(
        &mut self,
        unit: Unit<'a>,
        kind: CodeKind,
        inside: impl FnOnce(&mut Self) -> super::Compiled,
    ) -> super::Compiled<Code> {
        let outer = std::mem::replace(&mut self.unit, unit);
        let result = inside(self);
        let unit = std::mem::replace(&mut self.unit, outer);
        result?;
        Ok(self.code_of(unit, kind))
    }

    /// The qualified name of `name` defined here.
    pub(super) fn qualname(&mut self, name: &str) -> String {
        let scope = &self.scopes[self.unit.scope];
        let symbol = self.symbols.intern(name);
        if self.unit.scope == 0 || scope.declares_global(symbol) {
            return name.to_string();
        }
        match scope.kind {
            super::scope::ScopeKind::Class => format!("{}.{name}", self.unit.qualname),
            _ => format!("{}.<locals>.{name}", self.unit.qualname),
        }
    }

    /// The finished code object.
    pub(super) fn code_of(&mut self, unit: Unit<'a>, kind: CodeKind) -> Code {
        let scope = &self.scopes[unit.scope];
        let assembled = unit.asm.finish();
        intern_texts(&assembled.consts, self.symbols);
        let lines = assembled
            .spans
            .iter()
            .map(|span| self.line(span.start))
            .collect();
        let own = &scope.cells[..scope.own_cell_count];
        let is_function = kind == CodeKind::Function;
        Code {
            name: unit.name.into(),
            qualname: unit.qualname.into(),
            file: self.file,
            first_line: self.line(unit.first.start),
            kind,
            is_generator: is_function && scope.is_generator,
            is_async: is_function && scope.is_async,
            is_iterable_coroutine: false,
            positional_count: unit.parameters.positional,
            positional_only_count: unit.parameters.positional_only,
            keyword_only_count: unit.parameters.keyword_only,
            has_varargs: unit.parameters.varargs,
            has_varkeywords: unit.parameters.varkeywords,
            locals: scope.locals.clone(),
            cells: scope.cells.clone(),
            own_cell_count: own.len() as u32,
            cell_parameters: own
                .iter()
                .map(|&name| scope.parameter_index(name))
                .collect(),
            consts: assembled.consts,
            instrs: assembled.instrs,
            spans: assembled.spans,
            lines,
            handlers: assembled.handlers,
            doc: unit.doc,
            max_stack: assembled.max_stack,
        }
    }
}

/// Short texts are names: they have their number before anything runs, whatever is run first.
fn intern_texts(consts: &[Const], symbols: &mut Symbols) {
    for constant in consts {
        match constant {
            Const::Str(text) if text.len() <= LONGEST_INTERNED_BYTES => _ = symbols.intern(text),
            Const::Tuple(items) => intern_texts(items, symbols),
            _ => {}
        }
    }
}
