//! The line of carets under a source line, as CPython 3.11 and 3.12 draw it
//! (`tb_displayline` and `extract_anchors_from_line` in `Python/traceback.c`).

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

use super::FrameLine;
use super::display_width::display_width;

const INDENT: usize = 4;

/// The line under `line`, or `None` where CPython leaves it out.
pub(super) fn caret_line(frame: &FrameLine, line: &str) -> Option<String> {
    let length = line.chars().count();
    let leading = line.chars().take_while(|&c| is_blank(c)).count();
    let start = (frame.col as usize).min(length);
    let (end, anchors) = if frame.end_line == frame.line {
        let end = (frame.end_col as usize).clamp(start, length);
        let segment: String = line.chars().skip(start).take(end - start).collect();
        (end, anchors(&segment))
    } else {
        (end_of_first_line(line, length), None)
    };
    if anchors.is_none() && end.saturating_sub(start) == length - leading {
        return None;
    }
    let width = |characters: usize| display_width(line, characters);
    let (leading, end) = (width(leading), width(end));
    let anchors = anchors.map(|(left, right)| width(start + left)..width(start + right));
    let start = width(start);
    let mut carets = " ".repeat(INDENT);
    for offset in leading..end {
        carets.push(match &anchors {
            _ if offset < start => ' ',
            Some(pointed) if !pointed.contains(&offset) => '~',
            _ => '^',
        });
    }
    Some(carets)
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\x0c')
}

/// The end of a span that goes on below: after the last character that is not blank.
/// CPython counts characters but looks at bytes, and so does this.
fn end_of_first_line(line: &str, length: usize) -> usize {
    line.as_bytes()[..length]
        .iter()
        .rposition(|&byte| !is_blank(byte as char))
        .map_or(0, |last| last + 1)
}

/// The part of a binary operation or of a subscript to point at, in characters.
fn anchors(segment: &str) -> Option<(usize, usize)> {
    let module = ruff_python_parser::parse_module(segment)
        .ok()?
        .into_syntax();
    let [Stmt::Expr(statement)] = module.body.as_slice() else {
        return None;
    };
    let bytes = segment.as_bytes();
    let blank_at = |index: usize| is_blank(bytes[index] as char);
    let (left, right) = match &*statement.value {
        Expr::BinOp(operation) => {
            let from = operation.left.end().to_usize();
            let until = operation.right.start().to_usize();
            let left = (from..until).find(|&index| !blank_at(index) && bytes[index] != b')')?;
            let two = left + 1 < until && !blank_at(left + 1);
            let right = left + 1 + usize::from(two);
            (left, right)
        }
        Expr::Subscript(subscript) => {
            let from = subscript.value.end().to_usize();
            let left = (from..bytes.len()).find(|&index| bytes[index] == b'[')?;
            let until = subscript.slice.end().to_usize() + 1;
            let right = (until..bytes.len())
                .find(|&index| bytes[index] == b']')
                .map_or(bytes.len(), |closing| closing + 1);
            (left, right)
        }
        _ => return None,
    };
    let characters = |end: usize| {
        segment
            .char_indices()
            .take_while(|&(index, _)| index < end)
            .count()
    };
    Some((characters(left), characters(right)))
}
