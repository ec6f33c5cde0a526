//! The compiler: from the parser's syntax tree to code objects. One file for each kind of
//! construct; owns scopes, jumps and spans; knows neither the heap nor how instructions run.
//!
//! Spans follow CPython 3.11's positions, because tracebacks draw their carets from them.

mod annotation;
mod assign;
mod call;
mod class;
mod comprehension;
mod condition;
mod control;
mod coroutine;
mod disassemble;
mod effect;
mod emit;
mod except_star;
mod expr;
mod fold;
mod fstring;
mod function;
mod import;
mod match_statement;
mod names;
mod scope;
mod stmt;
mod try_with;
mod type_params;
mod unit;
mod unwind;
mod verify;

#[cfg(test)]
mod tests;

pub use disassemble::disassemble;
pub use verify::verify;

use ruff_python_ast::{ModModule, Stmt};
use ruff_source_file::LineIndex;
use ruff_text_size::{Ranged, TextRange};

use crate::code::{Code, CodeKind, Const, Instr, Span, Symbols};
use scope::ScopeTree;
use unit::Unit;

/// How deep statements and expressions may nest.
const MAX_NESTING: u32 = 300;

/// Why a module cannot be compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompileError {
    /// CPython's message, or `NotSupported: …`.
    pub message: String,
    /// First byte of the construct.
    pub start: u32,
    /// Byte after its last.
    pub end: u32,
}

impl CompileError {
    const TOO_DEEP: &str = "too many nested expressions or blocks";

    fn at(range: TextRange, message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            start: range.start().to_u32(),
            end: range.end().to_u32(),
        }
    }

    fn not_supported(range: TextRange, construct: &str) -> Self {
        Self::at(range, format!("NotSupported: {construct}"))
    }
}

type Compiled<T = ()> = Result<T, CompileError>;

/// Compiles a module. `file` is the number of the file in places; names are interned in `symbols`.
pub fn compile_module(
    module: &ModModule,
    source: &str,
    file: u8,
    symbols: &mut Symbols,
) -> Result<Code, CompileError> {
    let future_annotations = module.body.iter().any(imports_future_annotations);
    let scopes = ScopeTree::of_module(module, future_annotations, symbols)?;
    let first = Span { start: 0, end: 0 };
    let mut compiler = Compiler {
        source,
        lines: LineIndex::from_source_text(source),
        file,
        symbols,
        scopes,
        unit: Unit::new(0, "<module>".into(), "<module>".into(), None, first),
        future_annotations,
        depth: 0,
    };
    compiler.module(module)?;
    let unit = std::mem::replace(
        &mut compiler.unit,
        Unit::new(0, String::new(), String::new(), None, first),
    );
    let code = compiler.code_of(unit, CodeKind::Module);
    debug_assert_eq!(verify(&code), Ok(()));
    Ok(code)
}

/// How text made by a running program is compiled.
#[derive(Clone, Copy, Debug)]
pub struct TextMode {
    /// It is one expression, whose value is the result.
    pub expression: bool,
    /// Its names live in a namespace of their own, in front of the globals.
    pub namespaced: bool,
}

/// Compiles the text of `eval` or `exec`.
pub fn compile_text(
    module: &ModModule,
    source: &str,
    file: u8,
    mode: TextMode,
    symbols: &mut Symbols,
) -> Result<Code, CompileError> {
    let mut scopes = ScopeTree::of_module(module, false, symbols)?;
    if mode.namespaced {
        scopes.name_the_root();
    }
    let first = Span { start: 0, end: 0 };
    let mut compiler = Compiler {
        source,
        lines: LineIndex::from_source_text(source),
        file,
        symbols,
        scopes,
        unit: Unit::new(0, "<module>".into(), "<module>".into(), None, first),
        future_annotations: false,
        depth: 0,
    };
    if mode.expression {
        let [Stmt::Expr(only)] = &module.body[..] else {
            return Err(CompileError::at(module.range, "invalid syntax"));
        };
        compiler.expr(&only.value)?;
        compiler.emit(Instr::Return);
    } else {
        compiler.module(module)?;
    }
    let unit = std::mem::replace(
        &mut compiler.unit,
        Unit::new(0, String::new(), String::new(), None, first),
    );
    let kind = if mode.namespaced {
        CodeKind::Class
    } else {
        CodeKind::Module
    };
    let code = compiler.code_of(unit, kind);
    debug_assert_eq!(verify(&code), Ok(()));
    Ok(code)
}

fn imports_future_annotations(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::ImportFrom(import)
        if import::is_future(import) && import.names.iter().any(|alias| alias.name.id == "annotations"))
}

/// The state of one compilation.
struct Compiler<'a, 's> {
    source: &'a str,
    lines: LineIndex,
    file: u8,
    symbols: &'s mut Symbols,
    scopes: ScopeTree,
    /// The code object being made.
    unit: Unit<'a>,
    future_annotations: bool,
    depth: u32,
}

impl<'a> Compiler<'a, '_> {
    fn module(&mut self, module: &'a ModModule) -> Compiled {
        if let Some((doc, span)) = docstring(&module.body) {
            self.unit.asm.span = span;
            self.load_const(Const::Str(doc.clone()));
            self.store_name("__doc__");
            self.unit.doc = Some(doc);
        }
        self.prepare_annotations();
        self.body_after_doc(&module.body)?;
        self.return_none();
        Ok(())
    }

    /// Makes the dict of annotated names in a module or class that has any.
    fn prepare_annotations(&mut self) {
        if self.scope().has_annotations {
            self.emit(Instr::BuildMap(0));
            self.store_name("__annotations__");
        }
    }

    fn body(&mut self, body: &'a [Stmt]) -> Compiled {
        for stmt in body {
            self.stmt(stmt)?;
        }
        Ok(())
    }

    /// Likewise, without the docstring: it is no instruction.
    fn body_after_doc(&mut self, body: &'a [Stmt]) -> Compiled {
        self.body(&body[usize::from(docstring(body).is_some())..])
    }

    /// Ends the code with `None` at the last line.
    fn return_none(&mut self) {
        self.unit.asm.span = self.unit.asm.last_span();
        self.load_const(Const::None);
        self.emit(Instr::Return);
    }

    fn emit(&mut self, instr: Instr) {
        self.unit.asm.emit(instr);
    }

    fn load_const(&mut self, value: Const) {
        self.unit.asm.load_const(value);
    }

    /// Runs `inside` with the span of `range`, then goes back to the present one.
    fn at(&mut self, range: TextRange, inside: impl FnOnce(&mut Self) -> Compiled) -> Compiled {
        if self.depth >= MAX_NESTING {
            return Err(CompileError::at(range, CompileError::TOO_DEEP));
        }
        self.depth += 1;
        let outer = std::mem::replace(&mut self.unit.asm.span, span(range));
        let result = inside(self);
        self.unit.asm.span = outer;
        self.depth -= 1;
        result
    }

    fn line(&self, offset: u32) -> u32 {
        let line = self.lines.line_index(offset.into());
        line.get() as u32
    }
}

fn span(range: TextRange) -> Span {
    Span {
        start: range.start().to_u32(),
        end: range.end().to_u32(),
    }
}

/// The string that `body` starts with, if it does.
fn docstring(body: &[Stmt]) -> Option<(std::rc::Rc<str>, Span)> {
    let Some(Stmt::Expr(first)) = body.first() else {
        return None;
    };
    let string = first.value.as_string_literal_expr()?;
    Some((string.value.to_str().into(), span(first.value.range())))
}
