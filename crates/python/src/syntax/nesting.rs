//! The guard against programs nested so deeply that a recursive walk of their tree would
//! overflow the stack of a browser's worker (about 1 MB).
//!
//! It reads tokens only, so it costs one pass of the lexer and needs no stack itself. It
//! may count more than the tree's depth, never less; a program within the limits is one
//! that a person could have written.
//!
//! Measured in wasm with its stack of 1 MB (dev profile, the page's slowest): the parser
//! alone overflows beyond 1,000 brackets, 1,100 blocks and 1,900 operators before an
//! operand; the limits leave the rest to the compiler and the page.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};
use ruff_text_size::{TextRange, TextSize};

use super::{DiagnosticKind, SyntaxDiagnostic};

/// Brackets within brackets (CPython refuses 200).
const MAX_BRACKETS: usize = 100;
/// Blocks within blocks (CPython refuses 100 indentations).
const MAX_BLOCKS: usize = 99;
/// Operators, calls, attributes, lambdas … that nest without a bracket, added up over
/// the open brackets.
const MAX_CHAIN: usize = 300;

/// The diagnostic of a text that is nested too deeply, at the place where it is.
pub(super) fn find_excess(text: &str) -> Option<SyntaxDiagnostic> {
    let excess = measure(text)?;
    // The lexer tells no positions, so the place is the shortest prefix with the excess.
    let boundaries: Vec<usize> = text.char_indices().map(|(offset, _)| offset).collect();
    let first = boundaries.partition_point(|&offset| measure(&text[..offset]).is_none());
    let end = boundaries.get(first).copied().unwrap_or(text.len());
    let start = text[..end].char_indices().next_back().map_or(0, |(i, _)| i);
    let range = TextRange::new(TextSize::new(start as u32), TextSize::new(end as u32));
    Some(SyntaxDiagnostic::new(
        DiagnosticKind::Unsupported,
        excess,
        range,
    ))
}

/// What nests between two brackets, or between a bracket and a line's end.
#[derive(Clone, Copy, Default)]
struct Level {
    /// Operators so far that may each be a level of the tree.
    chain: usize,
    /// Lambdas whose colon is still to come: their commas do not end the chain.
    open_lambdas: usize,
}

fn measure(text: &str) -> Option<String> {
    let mut lexer = lexer::lex(text, Mode::Module);
    let mut levels = vec![Level::default()];
    let mut chain = 0;
    let mut blocks = 0usize;
    let mut previous = TokenKind::Newline;
    loop {
        let kind = lexer.next_token();
        if kind == TokenKind::EndOfFile {
            break;
        }
        let brackets = levels.len() - 1;
        let level = levels.last_mut().expect("the outermost level stays");
        match kind {
            TokenKind::Newline | TokenKind::Semi if brackets == 0 => {
                *level = Level::default();
                chain = 0;
            }
            TokenKind::Indent => blocks += 1,
            TokenKind::Dedent => blocks = blocks.saturating_sub(1),
            TokenKind::Comma | TokenKind::Equal if level.open_lambdas == 0 => {
                chain -= level.chain;
                level.chain = 0;
            }
            TokenKind::Colon => level.open_lambdas = level.open_lambdas.saturating_sub(1),
            _ if opens(kind) => {
                level.chain += 1;
                chain += 1;
                levels.push(Level::default());
            }
            _ if closes(kind) && brackets > 0 => {
                chain -= level.chain;
                levels.pop();
            }
            TokenKind::Lambda => {
                level.open_lambdas += 1;
                level.chain += 1;
                chain += 1;
            }
            _ if deepens(kind) => {
                level.chain += 1;
                chain += 1;
            }
            // Two operands side by side are a syntax error; the parser starts afresh
            // there, and an unclosed bracket must not look like a chain.
            _ if is_operand(kind) && (is_operand(previous) || closes(previous)) => {
                chain -= level.chain;
                *level = Level::default();
            }
            _ => {}
        }
        if levels.len() - 1 > MAX_BRACKETS {
            return Some(too_deep("brackets", MAX_BRACKETS));
        }
        if blocks > MAX_BLOCKS {
            return Some(too_deep("blocks", MAX_BLOCKS));
        }
        if chain > MAX_CHAIN {
            return Some(too_deep("operators in one expression", MAX_CHAIN));
        }
        if !kind.is_trivia() {
            previous = kind;
        }
    }
    (indentation_depth(text) > MAX_BLOCKS).then(|| too_deep("blocks", MAX_BLOCKS))
}

fn too_deep(what: &str, limit: usize) -> String {
    format!("NotSupported: too deeply nested: more than {limit} {what}")
}

/// The deepest nesting of indentations by physical lines. The lexer sees none after an
/// unclosed bracket, but the parser's recovery does.
fn indentation_depth(text: &str) -> usize {
    let mut widths: Vec<usize> = Vec::new();
    let mut deepest = 0;
    for line in text.split(['\n', '\r']) {
        let code = line.trim_start_matches([' ', '\t', '\x0c']);
        if code.is_empty() || code.starts_with('#') {
            continue;
        }
        let width = line.len() - code.len();
        while widths.last().is_some_and(|&outer| outer >= width) {
            widths.pop();
        }
        if width > 0 {
            widths.push(width);
        }
        deepest = deepest.max(widths.len());
    }
    deepest
}

fn opens(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Lpar
            | TokenKind::Lsqb
            | TokenKind::Lbrace
            | TokenKind::FStringStart
            | TokenKind::TStringStart
    )
}

fn closes(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
            | TokenKind::FStringEnd
            | TokenKind::TStringEnd
    )
}

fn is_operand(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::True
            | TokenKind::False
            | TokenKind::None
    )
}

/// Tokens that can each add a level to the tree without a bracket. Comparisons, `and`
/// and `or` are flat in the tree.
fn deepens(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Plus
            | TokenKind::Minus
            | TokenKind::Star
            | TokenKind::Slash
            | TokenKind::Vbar
            | TokenKind::Amper
            | TokenKind::Dot
            | TokenKind::Percent
            | TokenKind::Tilde
            | TokenKind::CircumFlex
            | TokenKind::LeftShift
            | TokenKind::RightShift
            | TokenKind::DoubleStar
            | TokenKind::DoubleSlash
            | TokenKind::ColonEqual
            | TokenKind::At
            | TokenKind::Not
            | TokenKind::If
            | TokenKind::Await
            | TokenKind::Async
            | TokenKind::Yield
    )
}
