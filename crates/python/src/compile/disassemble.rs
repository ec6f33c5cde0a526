//! Code objects as text, for people and for tests.

use std::fmt::Write;

use super::effect::jump_target;
use crate::code::{Code, Const, Instr, Symbol, Symbols};

/// `code` and the code objects inside it, an instruction a line: source line where it changes,
/// `>` on jump targets, index, instruction, and what its operand stands for.
pub fn disassemble(code: &Code, symbols: &Symbols) -> String {
    let mut text = String::new();
    write_code(&mut text, code, symbols);
    text
}

fn write_code(text: &mut String, code: &Code, symbols: &Symbols) {
    let targets: Vec<u32> = code
        .instrs
        .iter()
        .filter_map(|&instr| jump_target(&mut { instr }).map(|&mut target| target))
        .chain(code.handlers.iter().map(|row| row.target))
        .collect();
    let _ = writeln!(text, "{}:", code.qualname);
    let mut line = None;
    for (index, instr) in code.instrs.iter().enumerate() {
        let here = code.lines[index];
        let shown = if line == Some(here) {
            String::new()
        } else {
            here.to_string()
        };
        line = Some(here);
        let mark = if targets.contains(&(index as u32)) {
            '>'
        } else {
            ' '
        };
        let shown_instr = shown_instr(code, instr, symbols);
        let _ = writeln!(text, "{shown:>4} {mark}{index:>3} {shown_instr}");
    }
    for row in &code.handlers {
        let _ = writeln!(
            text,
            "     {}..{} -> {} stack {} handled {}",
            row.start, row.end, row.target, row.stack_depth, row.handled_depth
        );
    }
    for value in &code.consts {
        if let Const::Code(inner) = value {
            write_code(text, inner, symbols);
        }
    }
}

/// The instruction with names and constants in place of their numbers.
fn shown_instr(code: &Code, instr: &Instr, symbols: &Symbols) -> String {
    let debug = format!("{instr:?}");
    let Some(meaning) = meaning(code, instr, symbols) else {
        return debug;
    };
    let kind = debug.split(['(', ' ']).next().unwrap_or_default();
    match instr {
        Instr::CallKeywords { count, .. } | Instr::CallMethodKeywords { count, .. } => {
            format!("{kind} {count} {meaning}")
        }
        Instr::Import { last: true, .. } => format!("{kind} {meaning} last"),
        _ => format!("{kind} {meaning}"),
    }
}

/// What the operand of `instr` stands for, if it is a name or a constant.
fn meaning(code: &Code, instr: &Instr, symbols: &Symbols) -> Option<String> {
    let name = |symbol: Symbol| Some(symbols.name(symbol).to_string());
    let constant = |index: u32| {
        Some(match code.consts.get(index as usize)? {
            Const::Code(inner) => format!("code {}", inner.qualname),
            value => format!("{value:?}"),
        })
    };
    match *instr {
        Instr::LoadConst(index)
        | Instr::CallKeywords { names: index, .. }
        | Instr::CallMethodKeywords { names: index, .. } => constant(index),
        Instr::LoadFast(index) | Instr::StoreFast(index) | Instr::DeleteFast(index) => {
            name(*code.locals.get(index as usize)?)
        }
        Instr::LoadCell(index)
        | Instr::StoreCell(index)
        | Instr::DeleteCell(index)
        | Instr::PushCell(index)
        | Instr::LoadClassCell { cell: index } => name(*code.cells.get(index as usize)?),
        Instr::LoadGlobal(symbol)
        | Instr::StoreGlobal(symbol)
        | Instr::DeleteGlobal(symbol)
        | Instr::LoadName(symbol)
        | Instr::StoreName(symbol)
        | Instr::DeleteName(symbol)
        | Instr::LoadAttr(symbol)
        | Instr::StoreAttr(symbol)
        | Instr::DeleteAttr(symbol)
        | Instr::LoadMethod(symbol)
        | Instr::ImportFrom(symbol)
        | Instr::Import { name: symbol, .. } => name(symbol),
        _ => None,
    }
}
