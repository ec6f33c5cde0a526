//! Tests of the compiler: whole programs as text, spans, scopes and errors.

mod errors;
mod programs;
mod scopes;
mod spans;

use std::rc::Rc;

use super::{CompileError, compile_module, verify};
use crate::code::{Code, Const, Symbols};

/// Compiles `source`, which must parse.
fn compile_with(source: &str, symbols: &mut Symbols) -> Result<Code, CompileError> {
    let module = ruff_python_parser::parse_module(source)
        .unwrap_or_else(|error| panic!("{error}\n{source}"))
        .into_syntax();
    compile_module(&module, source, 0, symbols)
}

/// Compiles `source`, which must compile, and verifies the code.
fn compile(source: &str) -> (Code, Symbols) {
    let mut symbols = Symbols::default();
    let code =
        compile_with(source, &mut symbols).unwrap_or_else(|error| panic!("{error:?}\n{source}"));
    verify(&code).unwrap_or_else(|message| panic!("{message}\n{source}"));
    (code, symbols)
}

/// The code object called `qualname` inside `code`.
fn find(code: &Code, qualname: &str) -> Rc<Code> {
    fn search(code: &Code, qualname: &str) -> Option<Rc<Code>> {
        code.consts.iter().find_map(|value| match value {
            Const::Code(inner) if &*inner.qualname == qualname => Some(inner.clone()),
            Const::Code(inner) => search(inner, qualname),
            _ => None,
        })
    }
    search(code, qualname).unwrap_or_else(|| panic!("no code {qualname}"))
}
