//! CPython's traceback text, from plain data to a string.
//!
//! The text is that of an uncaught exception on a stderr that is no terminal: up to 3.12
//! by `Python/traceback.c` and `Python/pythonrun.c`, from 3.13 on by `Lib/traceback.py`.
//! Must not know how exceptions and frames live in the VM.

mod carets;
mod display_width;
mod groups;
mod spans;
mod suggestion;
mod syntax_error;

pub use suggestion::suggestion;
pub use syntax_error::SyntaxPlace;

/// A frame repeated more often than this is folded.
const SHOWN_REPETITIONS: usize = 3;
/// The innermost frames that CPython up to 3.12 prints.
const FRAME_LIMIT: usize = 1000;

/// One frame of a traceback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameLine {
    /// The name of its file.
    pub file: String,
    /// The one-based line on which the failing instruction's span begins.
    pub line: u32,
    /// The one-based line on which it ends, at least `line`.
    pub end_line: u32,
    /// Where it begins on `line`, in characters from 0.
    pub col: u32,
    /// Where it ends on `end_line`, in characters from 0.
    pub end_col: u32,
    /// The function's plain name, or `<module>`.
    pub function: String,
    /// The full text of line `line` without its newline; `None` where there is no source.
    pub source_line: Option<String>,
    /// The lines after it up to `end_line`: Python 3.13 and later show them. May be left
    /// empty otherwise.
    pub following_lines: Vec<String>,
    /// Whether the instruction has columns at all.
    pub carets: bool,
}

/// An exception as its traceback shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExceptionText {
    /// Qualified as CPython prints it: `ValueError`, `json.decoder.JSONDecodeError`.
    pub type_name: String,
    /// `str(exception)`; `None` or empty where nothing follows the type.
    pub message: Option<String>,
    /// What follows the message as `. …`, for instance `Did you mean: 'x'?`.
    pub hint: Option<String>,
    /// What `add_note` added, in order (3.11 and later).
    pub notes: Vec<String>,
    /// Outermost first; empty where there is no traceback.
    pub frames: Vec<FrameLine>,
    /// `__cause__`.
    pub cause: Option<Box<ExceptionText>>,
    /// `__context__`.
    pub context: Option<Box<ExceptionText>>,
    /// `__suppress_context__`.
    pub suppress_context: bool,
    /// An exception group's members.
    pub group: Option<Vec<ExceptionText>>,
    /// Where a `SyntaxError` lies.
    pub syntax: Option<SyntaxPlace>,
}

/// The text of an uncaught exception on Python 3.`minor`, with its causes and contexts.
pub fn format_exception(exception: &ExceptionText, minor: u8) -> String {
    groups::format(exception, minor)
}

/// The entries of a traceback, as `traceback.print_stack` shows them too.
pub fn format_frames(frames: &[FrameLine], minor: u8) -> String {
    let shown = if minor < 13 { FRAME_LIMIT } else { usize::MAX };
    let frames = &frames[frames.len().saturating_sub(shown)..];
    let mut text = String::new();
    for run in frames.chunk_by(is_repetition) {
        for frame in run.iter().take(SHOWN_REPETITIONS) {
            text.push_str(&format!(
                "  File \"{}\", line {}, in {}\n",
                frame.file, frame.line, frame.function
            ));
            text.push_str(&source_lines(frame, minor));
        }
        match run.len().saturating_sub(SHOWN_REPETITIONS) {
            0 => {}
            1 => text.push_str("  [Previous line repeated 1 more time]\n"),
            more => text.push_str(&format!("  [Previous line repeated {more} more times]\n")),
        }
    }
    text
}

/// The exception without its traceback, as `traceback.format_exception_only` joined.
pub fn format_exception_only(exception: &ExceptionText, minor: u8) -> String {
    let mut text = String::new();
    if let Some(place) = &exception.syntax {
        let is_plain = exception.type_name == "SyntaxError";
        text.push_str(&place.format(minor, is_plain));
    }
    text.push_str(&exception.type_name);
    let hint = exception.hint.as_deref().filter(|_| minor >= 10);
    let message = exception.message.as_deref().unwrap_or_default();
    if !message.is_empty() {
        text.push_str(": ");
        text.push_str(message);
    }
    if let Some(hint) = hint {
        text.push_str(". ");
        text.push_str(hint);
    }
    text.push('\n');
    if minor >= 11 {
        for note in &exception.notes {
            text.push_str(note);
            text.push('\n');
        }
    }
    text
}

fn is_repetition(frame: &FrameLine, next: &FrameLine) -> bool {
    frame.line == next.line && frame.file == next.file && frame.function == next.function
}

fn source_lines(frame: &FrameLine, minor: u8) -> String {
    let Some(line) = &frame.source_line else {
        return String::new();
    };
    if minor >= 13 {
        return spans::format(frame, line);
    }
    let code = line.trim_start_matches([' ', '\t', '\x0c']);
    let mut text = format!("    {code}\n");
    if minor >= 11
        && frame.carets
        && let Some(carets) = carets::caret_line(frame, line)
    {
        text.push_str(&carets);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests;
