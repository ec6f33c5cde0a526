//! Everything known before a run: the tree and the diagnostics of a source text.
//!
//! Must not know how a tree is compiled or run.

mod bindings;
mod cpython;
mod declarations;
mod identifiers;
mod imports;
mod module_attributes;
mod nesting;
mod scopes;
mod unsupported;
mod warnings;
mod words;

pub use cpython::Place;
pub use imports::imported_modules;
pub use module_attributes::missing_attributes;
pub use unsupported::{Importable, unsupported};

use interleave_trace::put_in_order;
use ruff_python_ast::token::Tokens;
use ruff_python_ast::{AtomicNodeIndex, ModModule, PythonVersion, Suite};
use ruff_python_parser::{LexicalErrorType, Mode, ParseError, ParseErrorType, ParseOptions};
use ruff_source_file::LineIndex;
use ruff_text_size::{Ranged, TextRange, TextSize};
use std::sync::OnceLock;

/// The longest source text that is parsed, in bytes: offsets must fit in a `u32` and
/// the page must stay responsive.
const MAX_SOURCE_BYTES: usize = 16 << 20;

/// How serious a diagnostic is, and what it says about the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DiagnosticKind {
    /// CPython of the chosen version would refuse the program.
    Syntax,
    /// CPython would run it; Interleave does not yet.
    Unsupported,
    /// The program runs, and CPython would warn.
    Warning,
}

/// One remark on a span of the source text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxDiagnostic {
    /// What is wrong, in one sentence without a position.
    pub message: String,
    /// Where it begins: a byte offset in the text.
    pub start: u32,
    /// Where it ends: a byte offset in the text, at least `start`.
    pub end: u32,
    /// How serious it is.
    pub kind: DiagnosticKind,
    /// For what CPython's parser refuses, what its exception holds.
    pub refusal: Option<Box<Refusal>>,
}

/// What the exception of a text that CPython's parser refuses holds beside its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// `SyntaxError` or one of its subclasses.
    pub class: &'static str,
    /// Where it is.
    pub place: Place,
}

/// What the syntax of rare and of wrong texts needs beside the parser: whoever has it provides it, so that programs without
/// it stay small.
#[derive(Clone, Copy)]
pub struct Knowledge {
    /// The character of a name in `\N{…}`.
    pub character: fn(&str) -> Option<char>,
    /// The normal form NFKC.
    pub nfkc: fn(&str) -> String,
    /// Words for errors: [`words_for_errors`].
    pub words: fn(&str, &str) -> Option<SyntaxDiagnostic>,
}

static WORDS: OnceLock<fn(&str, &str) -> Option<SyntaxDiagnostic>> = OnceLock::new();

/// From now on every text is parsed with this knowledge.
pub fn provide(knowledge: Knowledge) {
    unicode_names2::provide(knowledge.character);
    unicode_normalization::provide(knowledge.nfkc);
    let _ = WORDS.set(knowledge.words);
}

/// What CPython 3.11's parser says of a text that is wrong; its `shown` form has lines that all end in `\n`.
pub fn words_for_errors(text: &str, shown: &str) -> Option<SyntaxDiagnostic> {
    let wrong = cpython::explain(shown)?;
    let offset = |line: usize, offset: i64| {
        let start: usize = text
            .split_inclusive('\n')
            .take(line.saturating_sub(1))
            .map(str::len)
            .sum();
        let rest = text[start..].lines().next().unwrap_or("");
        let within = rest.char_indices().nth(offset.max(1) as usize - 1);
        (start + within.map_or(rest.len(), |(at, _)| at)) as u32
    };
    let cpython::Wrong {
        class,
        message,
        place,
    } = wrong;
    let start = offset(place.line, place.offset);
    let end = match place.end_offset {
        1.. => offset(place.end_line, place.end_offset),
        _ => start,
    };
    Some(SyntaxDiagnostic {
        message,
        start,
        end: end.max(start),
        kind: DiagnosticKind::Syntax,
        refusal: Some(Box::new(Refusal { class, place })),
    })
}

impl SyntaxDiagnostic {
    pub(crate) fn new(kind: DiagnosticKind, message: impl Into<String>, range: TextRange) -> Self {
        Self {
            message: message.into(),
            start: range.start().into(),
            end: range.end().into(),
            kind,
            refusal: None,
        }
    }
}

/// A parsed text: always a tree, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The name the text goes by in tracebacks.
    pub file_name: String,
    /// The tree; after a syntax error, what could be recovered of it.
    pub module: ModModule,
    /// In order of position.
    pub diagnostics: Vec<SyntaxDiagnostic>,
    /// From byte offsets to lines (one-based) and back.
    pub line_index: LineIndex,
}

impl Parsed {
    /// Whether a diagnostic forbids running the tree.
    pub fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.kind != DiagnosticKind::Warning)
    }

    /// The one-based line that holds a byte offset.
    pub fn line_of(&self, offset: u32) -> u32 {
        self.line_index.line_index(TextSize::new(offset)).get() as u32
    }
}

/// The place of an error that has offsets alone.
pub fn place_of(text: &str, diagnostic: &SyntaxDiagnostic) -> Place {
    let place = |offset: u32| {
        let before = text.get(..offset as usize).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        (
            line,
            before.rsplit('\n').next().unwrap_or("").chars().count() as i64 + 1,
        )
    };
    let (line, offset) = place(diagnostic.start);
    let (end_line, end_offset) = place(diagnostic.end);
    Place {
        line,
        offset,
        end_line,
        end_offset,
        text: text.lines().nth(line - 1).unwrap_or("").to_owned(),
        ends: Some(true),
    }
}

/// Parses a text as Python 3.`minor`, with the errors that CPython's parser and symbol
/// table would report. Never panics, whatever the text.
pub fn parse(file_name: &str, text: &str, minor: u8) -> Parsed {
    if let Some(refusal) = refuse(text) {
        return Parsed {
            file_name: file_name.to_string(),
            module: ModModule {
                node_index: AtomicNodeIndex::NONE,
                range: TextRange::default(),
                body: Suite::new(),
            },
            diagnostics: vec![refusal],
            line_index: LineIndex::from_source_text(text),
        };
    }
    let version = PythonVersion { major: 3, minor };
    let parsed = parse_module(text, version);
    let mut diagnostics: Vec<_> = parsed
        .errors()
        .iter()
        .take(1)
        .map(|error| parse_error(error, text, parsed.tokens()))
        .collect();
    if diagnostics.is_empty() {
        diagnostics.extend(parsed.unsupported_syntax_errors().iter().map(|error| {
            let message = error.to_string();
            let message = match message.strip_prefix("Multiple exception types must be") {
                Some(_) => "multiple exception types must be parenthesized".to_owned(),
                None => message,
            };
            SyntaxDiagnostic::new(DiagnosticKind::Syntax, message, error.range())
        }));
        diagnostics.extend(scopes::check(parsed.suite(), text, version));
    }
    let asks = !parsed.errors().is_empty()
        || minor == 11 && !parsed.unsupported_syntax_errors().is_empty();
    if asks && let Some(words) = WORDS.get() {
        let shown = match text.ends_with('\n') && !text.contains('\r') {
            true => None,
            false => Some(
                text.replace("\r\n", "\n").replace('\r', "\n")
                    + if text.ends_with(['\n', '\r']) {
                        ""
                    } else {
                        "\n"
                    },
            ),
        };
        let told = words(text, shown.as_deref().unwrap_or(text));
        diagnostics = told.map_or(diagnostics, |told| vec![told]);
    }
    if diagnostics.is_empty() && minor >= 8 {
        diagnostics = warnings::warnings(parsed.syntax());
    }
    diagnostics.extend(identifiers::unusual_names(parsed.tokens(), text));
    put_in_order(&mut diagnostics, |diagnostic| {
        u64::from(diagnostic.start) << 2 | diagnostic.kind as u64
    });
    diagnostics.dedup();
    Parsed {
        file_name: file_name.to_string(),
        module: parsed.into_syntax(),
        diagnostics,
        line_index: LineIndex::from_source_text(text),
    }
}

/// Parses source of our own: tests hold that nothing is wrong with it, so it is not looked through.
pub(crate) fn parse_library(text: &str) -> ModModule {
    let version = PythonVersion {
        major: 3,
        minor: 14,
    };
    let parsed = parse_module(text, version);
    debug_assert!(parsed.errors().is_empty(), "{:?}", parsed.errors());
    parsed.into_syntax()
}

fn parse_module(text: &str, version: PythonVersion) -> ruff_python_parser::Parsed<ModModule> {
    let options = ParseOptions::from(Mode::Module).with_target_version(version);
    let parsed = ruff_python_parser::parse_unchecked(text, options);
    let module = parsed.try_into_module();
    module.expect("a text parsed as a module is one")
}

/// The diagnostic of a text that must not reach the parser.
fn refuse(text: &str) -> Option<SyntaxDiagnostic> {
    if text.len() > MAX_SOURCE_BYTES {
        return Some(SyntaxDiagnostic::new(
            DiagnosticKind::Unsupported,
            format!(
                "NotSupported: the source is longer than {} MiB",
                MAX_SOURCE_BYTES >> 20
            ),
            TextRange::default(),
        ));
    }
    nesting::find_excess(text)
}

fn parse_error(error: &ParseError, text: &str, tokens: &Tokens) -> SyntaxDiagnostic {
    let range = TextRange::new(error.location.start(), error.location.end());
    if let ParseErrorType::Lexical(LexicalErrorType::UnicodeError) = error.error {
        let before = &text[..range.start().to_usize()];
        if before.ends_with("\\N{") && !unicode_names2::is_provided() {
            return SyntaxDiagnostic::new(
                DiagnosticKind::Unsupported,
                format!(
                    "NotSupported: the named character \\N{{{}}}: write the character itself, or \\u and its number",
                    &text[range]
                ),
                range,
            );
        }
    }
    let (message, range) = words::of_parse_error(error, text, tokens);
    SyntaxDiagnostic::new(DiagnosticKind::Syntax, message, range)
}

#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod tests;
