//! The place of a `SyntaxError`: file, line, text and carets (`print_error_text` in
//! `Python/pythonrun.c`).

/// Where a `SyntaxError` lies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyntaxPlace {
    /// The name of the file.
    pub file: String,
    /// The one-based line.
    pub line: u32,
    /// Where the error begins, in characters from 1; 0 where that is not known.
    pub offset: u32,
    /// The one-based line on which it ends.
    pub end_line: u32,
    /// Where it ends on `end_line`, in characters from 1; 0 where that is not known.
    pub end_offset: u32,
    /// The text of `line`.
    pub text: Option<String>,
    /// Whether the module `traceback` shows it, which differs from the interpreter in details.
    pub by_module: bool,
}

impl SyntaxPlace {
    pub(super) fn format(&self, minor: u8, is_plain: bool) -> String {
        let mut shown = format!("  File \"{}\", line {}\n", self.file, self.line);
        let Some(text) = &self.text else {
            return shown;
        };
        let text = text.trim_end_matches('\n');
        let blank: &[char] = if self.by_module {
            &[' ', '\x0c']
        } else {
            &[' ', '\t', '\x0c']
        };
        let code = text.trim_start_matches(blank);
        shown.push_str(&format!("    {code}\n"));
        let leading = text.chars().count() - code.chars().count();
        if self.offset == 0 || (self.offset as usize) <= leading {
            return shown;
        }
        let length = code.chars().count();
        let start = (self.offset as usize - 1 - leading).min(length);
        if self.by_module && self.end_offset > 0 && self.end_offset < self.offset {
            shown.push_str(&format!("    {}\n", " ".repeat(start)));
            return shown;
        }
        let end_offset = if self.end_line > self.line && !self.by_module {
            text.chars().count() as u32 + 1
        } else {
            self.end_offset
        };
        // Up to 3.9 an error has a beginning only, and so have its subclasses for the interpreter.
        let width = match end_offset.checked_sub(self.offset) {
            Some(width) if width > 0 && minor >= 10 && (is_plain || self.by_module) => {
                width as usize
            }
            _ => 1,
        };
        shown.push_str(&format!("    {}{}\n", " ".repeat(start), "^".repeat(width)));
        shown
    }
}
