//! The source lines of a frame with their carets, as Python 3.13 and later draw them
//! (`StackSummary.format_frame_summary` in `Lib/traceback.py`): spans of several lines,
//! and anchors for calls too.

use std::collections::BTreeSet;

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::FrameLine;
use super::display_width::display_width;

/// A place in the lines of a span: line from 0, column in characters from 0.
type Place = (usize, usize);

/// The lines under a frame's heading.
pub(super) fn format(frame: &FrameLine, first_line: &str) -> String {
    if !frame.carets {
        let code = first_line.trim();
        return if code.is_empty() {
            String::new()
        } else {
            format!("    {code}\n")
        };
    }
    let original: Vec<&str> = std::iter::once(first_line)
        .chain(frame.following_lines.iter().map(String::as_str))
        .take((frame.end_line.saturating_sub(frame.line) + 1) as usize)
        .map(str::trim_end)
        .collect();
    let lines = dedent(&original);
    if lines.iter().all(String::is_empty) {
        return String::new();
    }
    let removed = original[0].chars().count() - lines[0].chars().count();
    let span = Span::new(frame, lines, removed);
    let drawn = span.draw();
    let drawn: Vec<&str> = drawn.iter().map(String::as_str).collect();
    dedent(&drawn)
        .iter()
        .map(|line| format!("    {line}\n"))
        .collect()
}

/// The lines of an instruction, dedented, and where it begins and ends in them.
struct Span {
    lines: Vec<String>,
    /// On the first line, in characters.
    start: usize,
    /// On the last line, in characters.
    end: usize,
    anchors: Option<(Place, Place)>,
}

impl Span {
    fn new(frame: &FrameLine, lines: Vec<String>, removed: usize) -> Self {
        let last = &lines[lines.len() - 1];
        let start = (frame.col as usize).saturating_sub(removed);
        let mut end = (frame.end_col as usize).saturating_sub(removed);
        if lines.len() <= (frame.end_line.saturating_sub(frame.line)) as usize {
            // The lines below are not at hand: the span ends where the known ones do.
            end = last.chars().count();
        }
        let text: Vec<char> = lines.join("\n").chars().collect();
        let until = (text.len() + end).saturating_sub(last.chars().count());
        let segment = text
            .get(start..until.min(text.len()))
            .unwrap_or_default()
            .to_vec();
        // An anchor on the first line counts from the span's beginning.
        let shift = |(line, column): Place| (line, if line == 0 { column + start } else { column });
        let anchors = anchors(&segment).map(|(left, right)| (shift(left), shift(right)));
        Self {
            lines,
            start,
            end,
            anchors,
        }
    }

    fn draw(&self) -> Vec<String> {
        let last = self.lines.len() - 1;
        let mut significant = BTreeSet::from([0, last]);
        if let Some((left, right)) = self.anchors {
            for line in [left.0, right.0] {
                significant.extend((line.saturating_sub(1)..=line + 1).filter(|&l| l <= last));
            }
        }
        let carets = self.shows_carets();
        let mut drawn = Vec::new();
        let mut previous = None;
        for line in significant {
            match previous.map_or(1, |previous| line - previous) {
                1 => {}
                2 => self.draw_line(line - 1, carets, &mut drawn),
                gap => drawn.push(format!("...<{} lines>...", gap - 1)),
            }
            self.draw_line(line, carets, &mut drawn);
            previous = Some(line);
        }
        drawn
    }

    fn draw_line(&self, line: usize, carets: bool, drawn: &mut Vec<String>) {
        let text = &self.lines[line];
        drawn.push(text.clone());
        if !carets {
            return;
        }
        let length = text.chars().count();
        let leading = length - text.trim_start().chars().count();
        let width = |line: usize, column: usize| display_width(&self.lines[line], column);
        let columns = if line == self.lines.len() - 1 {
            width(line, self.end)
        } else {
            width(line, length)
        };
        let start = width(0, self.start);
        let anchors = self.anchors.map(|(left, right)| {
            (
                (left.0, width(left.0, left.1)),
                (right.0, width(right.0, right.1)),
            )
        });
        let row = (0..columns).map(|column| match anchors {
            _ if column < leading || (line == 0 && column < start) => ' ',
            Some((left, right)) if (line, column) < left || (line, column) >= right => '~',
            _ => '^',
        });
        drawn.push(row.collect());
    }

    /// Carets that would underline all there is say nothing, nor do those of a call that
    /// is the whole of a `return` or an assignment.
    fn shows_carets(&self) -> bool {
        if let Ok(parsed) = ruff_python_parser::parse_module(&self.lines.join("\n")) {
            let module = parsed.into_syntax();
            let call = match module.body.first() {
                None => return false,
                Some(Stmt::Return(statement)) => match statement.value.as_deref() {
                    Some(Expr::Call(call)) if call.func.is_name_expr() => Some(call.range()),
                    _ => None,
                },
                Some(Stmt::Assign(statement)) => match (&*statement.targets, &*statement.value) {
                    ([Expr::Name(_)], Expr::Call(call)) => Some(call.range()),
                    _ => None,
                },
                _ => None,
            };
            if call.is_some_and(|call| self.is_whole(call)) {
                return false;
            }
        }
        let first = self.lines[0].chars().take(self.start);
        let rest = self.lines[self.lines.len() - 1].chars().skip(self.end);
        self.anchors.is_some() || first.chain(rest).any(|c| !c.is_whitespace())
    }

    /// CPython compares the tree's byte offsets with the span's characters; so does this.
    fn is_whole(&self, range: TextRange) -> bool {
        let before_last: usize = self.lines[..self.lines.len() - 1]
            .iter()
            .map(|line| line.len() + 1)
            .sum();
        range.start().to_usize() == self.start && range.end().to_usize() == before_last + self.end
    }
}

/// The part of a binary operation, a subscript or a call to point at.
fn anchors(segment: &[char]) -> Option<(Place, Place)> {
    let source: String = segment.iter().collect();
    // In brackets an expression may go over several lines.
    let module = ruff_python_parser::parse_module(&format!("(\n{source}\n)"))
        .ok()?
        .into_syntax();
    let [Stmt::Expr(statement)] = module.body.as_slice() else {
        return None;
    };
    let opening = "(\n".len();
    let characters =
        |offset: usize| Some(source.get(..offset.checked_sub(opening)?)?.chars().count());
    let scan = |from: usize, found: fn(char) -> bool| {
        let mut index = from;
        loop {
            match *segment.get(index)? {
                // The rest of the line is a comment, or the line goes on below.
                '\\' | '#' => index += segment[index..].iter().position(|&c| c == '\n')?,
                '\n' => index += 1,
                c if found(c) => return Some(index),
                _ => index += 1,
            }
        }
    };
    let whole = characters(statement.value.end().to_usize())?;
    let (left, right) = match &*statement.value {
        Expr::BinOp(operation) => {
            let from = characters(operation.left.end().to_usize())?;
            let left = scan(from, |c| !c.is_whitespace() && c != ')')?;
            let operand = characters(operation.right.start().to_usize())?;
            let is_second = |c: &char| !c.is_whitespace() && !matches!(c, '\\' | '#');
            let long = left + 1 < operand && segment.get(left + 1).is_some_and(is_second);
            (left, left + 1 + usize::from(long))
        }
        Expr::Subscript(subscript) => {
            let from = characters(subscript.value.end().to_usize())?;
            (scan(from, |c| c == '[')?, whole)
        }
        Expr::Call(call) => {
            let from = characters(call.func.end().to_usize())?;
            (scan(from, |c| c == '(')?, whole)
        }
        _ => return None,
    };
    let place = |index: usize| {
        let before = &segment[..index];
        let line_start = before.iter().rposition(|&c| c == '\n').map_or(0, |n| n + 1);
        let line = before.iter().filter(|&&c| c == '\n').count();
        (line, index - line_start)
    };
    Some((place(left), place(right)))
}

/// `textwrap.dedent`, by lines.
fn dedent(lines: &[&str]) -> Vec<String> {
    let blank = |line: &&str| line.trim_matches([' ', '\t']).is_empty();
    let mut margin: Option<&str> = None;
    for line in lines.iter().copied().filter(|line| !blank(line)) {
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        margin = Some(margin.map_or(indent, |margin| {
            let common = margin
                .bytes()
                .zip(indent.bytes())
                .take_while(|(a, b)| a == b)
                .count();
            &margin[..common]
        }));
    }
    let margin = margin.unwrap_or_default().len();
    lines
        .iter()
        .map(|line| {
            if blank(line) {
                String::new()
            } else {
                line[margin..].to_string()
            }
        })
        .collect()
}
