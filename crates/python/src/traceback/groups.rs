//! Chains of exceptions, and groups with their members in boxes. Source: CPython 3.11, Lib/traceback.py
//! `TracebackException.format` and Python/pythonrun.c `print_exception_recursive`, which agree.

use super::{ExceptionText, format_exception_only, format_frames};

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";
/// How many members of a group are shown.
const MAX_WIDTH: usize = 15;
/// How deep groups are shown.
const MAX_DEPTH: usize = 10;

/// The whole text.
pub(super) fn format(exception: &ExceptionText, minor: u8) -> String {
    let mut printer = Printer {
        text: String::new(),
        depth: 0,
        need_close: false,
        minor,
    };
    printer.chain(exception);
    printer.text
}

struct Printer {
    text: String,
    /// How many boxes are around.
    depth: usize,
    need_close: bool,
    minor: u8,
}

impl Printer {
    fn emit(&mut self, text: &str, margin: char) {
        if self.depth == 0 {
            self.text.push_str(text);
            return;
        }
        for line in text.split_inclusive('\n') {
            self.text.push_str(&"  ".repeat(self.depth));
            self.text.push(margin);
            self.text.push(' ');
            self.text.push_str(line);
        }
    }

    /// Up to 3.12 the further lines of a message stand without a margin, as the interpreter writes them.
    fn exception_only(&mut self, exception: &ExceptionText) {
        let text = format_exception_only(exception, self.minor);
        let message_lines = exception
            .message
            .as_deref()
            .unwrap_or_default()
            .split('\n')
            .count();
        let with_syntax = exception.syntax.is_some();
        if self.minor >= 13 || message_lines < 2 || with_syntax || self.depth == 0 {
            return self.emit(&text, '|');
        }
        for (index, line) in text.split_inclusive('\n').enumerate() {
            if (1..message_lines).contains(&index) {
                self.text.push_str(line);
            } else {
                self.emit(line, '|');
            }
        }
    }

    fn chain(&mut self, exception: &ExceptionText) {
        let mut chain = vec![(exception, "")];
        let mut current = exception;
        loop {
            let link = match (&current.cause, &current.context) {
                (Some(cause), _) => (cause, CAUSE),
                (None, Some(context)) if !current.suppress_context => (context, CONTEXT),
                _ => break,
            };
            current = link.0;
            // The line between two belongs after the earlier one.
            chain.push((current, link.1));
        }
        for (link, separator) in chain.into_iter().rev() {
            match &link.group {
                None => {
                    if !link.frames.is_empty() {
                        self.emit("Traceback (most recent call last):\n", '|');
                        self.emit(&format_frames(&link.frames, self.minor), '|');
                    }
                    self.exception_only(link);
                }
                Some(_) if self.depth > MAX_DEPTH => {
                    self.emit(&format!("... (max_group_depth is {MAX_DEPTH})\n"), '|');
                }
                Some(members) => self.group(link, members),
            }
            if !separator.is_empty() {
                self.emit(separator, '|');
            }
        }
    }

    fn group(&mut self, group: &ExceptionText, members: &[ExceptionText]) {
        let is_top = self.depth == 0;
        if is_top {
            self.depth = 1;
        }
        if !group.frames.is_empty() {
            let margin = if is_top { '+' } else { '|' };
            self.emit(
                "Exception Group Traceback (most recent call last):\n",
                margin,
            );
            self.emit(&format_frames(&group.frames, self.minor), '|');
        }
        self.exception_only(group);
        let shown = members.len().min(MAX_WIDTH + 1);
        self.need_close = false;
        for (index, member) in members.iter().enumerate().take(shown) {
            let is_last = index + 1 == shown;
            if is_last {
                self.need_close = true;
            }
            let is_cut = index >= MAX_WIDTH;
            let title = if is_cut {
                "...".to_owned()
            } else {
                (index + 1).to_string()
            };
            let corner = if index == 0 { "+-" } else { "  " };
            let indent = "  ".repeat(self.depth);
            self.text.push_str(&format!(
                "{indent}{corner}+---------------- {title} ----------------\n"
            ));
            self.depth += 1;
            if is_cut {
                let more = members.len() - MAX_WIDTH;
                let plural = if more > 1 { "s" } else { "" };
                self.emit(&format!("and {more} more exception{plural}\n"), '|');
            } else {
                self.chain(member);
            }
            if is_last && self.need_close {
                let indent = "  ".repeat(self.depth);
                self.text
                    .push_str(&format!("{indent}+------------------------------------\n"));
                self.need_close = false;
            }
            self.depth -= 1;
        }
        if is_top {
            self.depth = 0;
        }
    }
}
