//! CPython's words for the parser's and the checker's errors. Source: CPython 3.11, Grammar/python.gram (the `invalid_`
//! rules), Parser/tokenizer.c, Python/symtable.c and Python/compile.c.
//!
//! Blind spots: where CPython tells apart what the parser does not, the error is a plain `invalid syntax`.

use ruff_python_ast::Expr;
use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_python_parser::{LexicalErrorType, ParseError, ParseErrorType, parse_expression};
use ruff_text_size::{Ranged, TextRange, TextSize};

const INVALID: &str = "invalid syntax";

/// What CPython says of a parser's error, and where.
pub(super) fn of_parse_error(
    error: &ParseError,
    text: &str,
    tokens: &Tokens,
) -> (String, TextRange) {
    let range = error.location;
    if let Some(found) = bracket_error(tokens, text, range) {
        return found;
    }
    let shown = &text[range];
    let line_of = |at: TextSize| text[..at.to_usize()].matches('\n').count() + 1;
    let name = || name_of(shown).unwrap_or("expression");
    let words = match &error.error {
        ParseErrorType::InvalidAssignmentTarget => assignment(text, range),
        ParseErrorType::InvalidDeleteTarget => format!("cannot delete {}", name()),
        ParseErrorType::InvalidAugmentedAssignmentTarget => {
            format!("'{}' is an illegal expression for augmented assignment", name())
        }
        ParseErrorType::InvalidNamedAssignmentTarget => {
            format!("cannot use assignment expressions with {}", name())
        }
        ParseErrorType::InvalidAnnotatedAssignmentTarget => {
            "illegal target for annotation".to_owned()
        }
        ParseErrorType::PositionalAfterKeywordArgument => {
            "positional argument follows keyword argument".to_owned()
        }
        ParseErrorType::PositionalAfterKeywordUnpacking => {
            "positional argument follows keyword argument unpacking".to_owned()
        }
        ParseErrorType::InvalidArgumentUnpackingOrder => {
            "iterable argument unpacking follows keyword argument unpacking".to_owned()
        }
        ParseErrorType::IterableUnpackingInComprehension => {
            "iterable unpacking cannot be used in comprehension".to_owned()
        }
        ParseErrorType::NonDefaultParamAfterDefaultParam => {
            "non-default argument follows default argument".to_owned()
        }
        ParseErrorType::ParamAfterVarKeywordParam => {
            "arguments cannot follow var-keyword argument".to_owned()
        }
        ParseErrorType::VarParameterWithDefault => {
            "var-positional argument cannot have default value".to_owned()
        }
        ParseErrorType::ExpectedKeywordParam => "named arguments must follow bare *".to_owned(),
        ParseErrorType::UnparenthesizedGeneratorExpression => {
            "Generator expression must be parenthesized".to_owned()
        }
        ParseErrorType::InvalidMatchPatternTarget => "cannot use '_' as a target".to_owned(),
        ParseErrorType::InvalidStarredExpressionUsage => {
            let before = text[..range.start().to_usize()].trim_end_matches(' ');
            if before.ends_with(['+', '-', '*', '/', '%', '&', '|', '^', '<', '>', '~']) {
                INVALID.to_owned()
            } else {
                "can't use starred expression here".to_owned()
            }
        }
        ParseErrorType::UnexpectedIndentation => "unexpected indent".to_owned(),
        ParseErrorType::SimpleStatementsOnSameLine => same_line(text, range),
        ParseErrorType::ExpectedToken {
            expected: TokenKind::Colon,
            found,
        } => match found {
            TokenKind::Newline | TokenKind::EndOfFile => "expected ':'".to_owned(),
            TokenKind::Equal => {
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?".to_owned()
            }
            TokenKind::Rbrace => "':' expected after dictionary key".to_owned(),
            _ => INVALID.to_owned(),
        },
        ParseErrorType::ExpectedToken {
            expected: TokenKind::Comma,
            found:
                TokenKind::Name | TokenKind::Int | TokenKind::Float | TokenKind::String | TokenKind::Lpar,
        } => "invalid syntax. Perhaps you forgot a comma?".to_owned(),
        ParseErrorType::ExpectedToken {
            expected: TokenKind::Else,
            ..
        } => "expected 'else' after 'if' expression".to_owned(),
        ParseErrorType::FStringError(inner) => match in_quotes(&format!("f-string: {inner}")) {
            words if words.ends_with("conversion character") => {
                format!("{words}: expected 's', 'r', or 'a'")
            }
            words => words,
        },
        ParseErrorType::Lexical(lexical) => match lexical {
            LexicalErrorType::UnclosedStringError => {
                let triple = shown.contains("\"\"\"") || shown.contains("'''");
                let kind = if triple { "triple-quoted " } else { "" };
                let at = if triple {
                    line_of(TextSize::of(text.trim_end_matches('\n')))
                } else {
                    line_of(range.start())
                };
                format!("unterminated {kind}string literal (detected at line {at})")
            }
            LexicalErrorType::UnrecognizedToken { tok } if !tok.is_ascii() => {
                format!("invalid character '{tok}' (U+{:04X})", u32::from(*tok))
            }
            LexicalErrorType::UnrecognizedToken { .. } => INVALID.to_owned(),
            LexicalErrorType::LineContinuationError => {
                "unexpected character after line continuation character".to_owned()
            }
            LexicalErrorType::InvalidByteLiteral => {
                "bytes can only contain ASCII literal characters".to_owned()
            }
            LexicalErrorType::OtherError(_) if shown.starts_with('0') => {
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"
                    .to_owned()
            }
            LexicalErrorType::OtherError(message) if message.contains("decimal") => {
                "invalid decimal literal".to_owned()
            }
            other => in_quotes(&other.to_string()),
        },
        ParseErrorType::OtherError(message) => other(message, text, range),
        _ => INVALID.to_owned(),
    };
    (words, range)
}

fn other(message: &str, text: &str, range: TextRange) -> String {
    if let Some(after) = message.strip_prefix("Expected an indented block after ") {
        let before = &text[..range.start().to_usize()];
        let header = before
            .lines()
            .enumerate()
            .filter(|(_, line)| {
                let line = line.trim();
                !line.is_empty() && !line.starts_with('#')
            })
            .last();
        let line = header.map_or(1, |(index, _)| index + 1);
        return format!(
            "expected an indented block after {} on line {line}",
            in_quotes(after)
        );
    }
    let shown = &text[range];
    match message {
        "Expected `except` or `finally` after `try` block" => {
            "expected 'except' or 'finally' block".to_owned()
        }
        "Cannot have both 'except' and 'except*' on the same 'try'" => {
            "cannot have both 'except' and 'except*' on the same 'try'".to_owned()
        }
        "Only one '*' parameter allowed" => "* argument may appear only once".to_owned(),
        "Only one '/' separator allowed" => "/ may appear only once".to_owned(),
        "'/' parameter must appear before '*' parameter" => "/ must be ahead of *".to_owned(),
        "Only single target (not tuple) can be annotated" => {
            "only single target (not tuple) can be annotated".to_owned()
        }
        "Only single target (not list) can be annotated" => {
            "only single target (not list) can be annotated".to_owned()
        }
        "Expected a parameter name" => match shown {
            "True" | "False" | "None" => format!("cannot assign to {shown}"),
            _ => "expression cannot contain assignment, perhaps you meant \"==\"?".to_owned(),
        },
        "Multiple exception types must be parenthesized when using `as`" => {
            "multiple exception types must be parenthesized".to_owned()
        }
        "Trailing comma not allowed" => {
            "trailing comma not allowed without surrounding parentheses".to_owned()
        }
        "Positional patterns cannot follow keyword patterns" => {
            "positional patterns follow keyword patterns".to_owned()
        }
        _ => {
            let start = range.start().to_usize();
            if text[start..].starts_with(":=") {
                let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
                if let Some(name) = name_of(text[line..start].trim()).filter(|name| *name != "name")
                {
                    return format!("cannot use assignment expressions with {name}");
                }
            }
            INVALID.to_owned()
        }
    }
}

/// A bracket that was never closed, or closed by the wrong one, is what CPython tells of first.
fn bracket_error(tokens: &Tokens, text: &str, first: TextRange) -> Option<(String, TextRange)> {
    let line_of = |at: TextSize| text[..at.to_usize()].matches('\n').count() + 1;
    let mut open: Vec<(char, TextRange)> = Vec::new();
    for token in tokens.iter() {
        let (start, shown) = (token.range().start(), &text[token.range()]);
        match token.kind() {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                open.push((shown.chars().next()?, token.range()));
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => match open.pop() {
                None => return Some((format!("unmatched '{shown}'"), token.range())),
                Some((opener, at)) => {
                    if !matches!((opener, shown), ('(', ")") | ('[', "]") | ('{', "}")) {
                        let (from, to) = (line_of(at.start()), line_of(start));
                        let line = if from == to {
                            String::new()
                        } else {
                            format!(" on line {from}")
                        };
                        let words = format!(
                            "closing parenthesis '{shown}' does not match opening parenthesis '{opener}'{line}"
                        );
                        return Some((words, token.range()));
                    }
                }
            },
            _ => {}
        }
    }
    let (opener, at) = open.pop()?;
    let at_end = text[first.start().to_usize()..].trim().is_empty();
    (at_end || line_of(first.start()) > line_of(at.start()))
        .then(|| (format!("'{opener}' was never closed"), at))
}

fn same_line(text: &str, range: TextRange) -> String {
    let start = range.start().to_usize();
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let before = text[line_start..start].trim();
    if text[..start].ends_with(|c: char| c.is_ascii_digit() || c == '_') {
        return "invalid decimal literal".to_owned();
    }
    if let word @ ("print" | "exec") = before {
        return format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?");
    }
    INVALID.to_owned()
}

fn assignment(text: &str, range: TextRange) -> String {
    let Some(name) = name_of(&text[range]) else {
        return INVALID.to_owned();
    };
    let (start, end) = (range.start().to_usize(), range.end().to_usize());
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let leads = text[line_start..start].trim().is_empty();
    let follows = text[end..].trim_start().starts_with('=');
    let plain = [
        "None",
        "True",
        "False",
        "comparison",
        "lambda",
        "generator expression",
        "conditional expression",
        "yield expression",
    ];
    let not = text[range].starts_with("not ")
        || text[range].contains(" and ")
        || text[range].contains(" or ");
    if leads && follows && !not && !plain.contains(&name) {
        return format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?");
    }
    format!("cannot assign to {name}")
}

/// What CPython calls an expression. Source: Parser/pegen.c `_PyPegen_get_expr_name`.
fn name_of(source: &str) -> Option<&'static str> {
    let parsed = parse_expression(source).ok()?;
    Some(match &*parsed.syntax().body {
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Lambda(_) => "lambda",
        Expr::Call(_) => "function call",
        Expr::BoolOp(_) | Expr::BinOp(_) | Expr::UnaryOp(_) => "expression",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::FString(_) => "f-string expression",
        Expr::NoneLiteral(_) => "None",
        Expr::BooleanLiteral(literal) if literal.value => "True",
        Expr::BooleanLiteral(_) => "False",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::Compare(_) => "comparison",
        Expr::If(_) => "conditional expression",
        Expr::Named(_) => "named expression",
        _ => "literal",
    })
}

/// What CPython says of an error that the checker of names and places found.
pub(super) fn of_semantic_error(message: &str) -> String {
    let between = |before: &str, after: &str| {
        let rest = message.strip_prefix(before)?;
        rest.strip_suffix(after).map(str::to_owned)
    };
    if let Some(name) = between("Duplicate parameter \"", "\"") {
        return format!("duplicate argument '{name}' in function definition");
    }
    if let Some(name) = between("Duplicate keyword argument `", "`") {
        return format!("keyword argument repeated: {name}");
    }
    if let Some(name) = between("Future feature `", "` is not defined") {
        if name == "braces" {
            return "not a chance".to_owned();
        }
        return format!("future feature {name} is not defined");
    }
    if message.ends_with("import *` only allowed at module level") {
        return "import * only allowed at module level".to_owned();
    }
    for kind in ["global", "nonlocal"] {
        let after = format!("` cannot refer to a parameter and a {kind} variable");
        if let Some(name) = between("name `", &after) {
            return format!("name '{name}' is parameter and {kind}");
        }
    }
    match message {
        "`continue` outside loop" => "'continue' not properly in loop".to_owned(),
        "cannot assign to `__debug__`" => "cannot assign to __debug__".to_owned(),
        "asynchronous comprehension outside of an asynchronous function" => message.to_owned(),
        "`return` statement outside of a function" => "'return' outside function".to_owned(),
        "__future__ imports must be at the top of the file" => {
            "from __future__ imports must occur at the beginning of the file".to_owned()
        }
        "Two starred expressions in assignment" => {
            "multiple starred expressions in assignment".to_owned()
        }
        "Starred expression cannot be used here" => "can't use starred expression here".to_owned(),
        "cannot use an asynchronous comprehension outside of an asynchronous function" => {
            "asynchronous comprehension outside of an asynchronous function".to_owned()
        }
        "`return` with value in async generator" => {
            "'return' with value in async generator".to_owned()
        }
        "`yield from` statement in async function; use `async for` instead" => {
            "'yield from' inside async function".to_owned()
        }
        _ => in_quotes(message)
            .replace(" statement outside of a function", " outside function")
            .replace(
                " outside of an asynchronous function",
                " outside async function",
            ),
    }
}

fn in_quotes(message: &str) -> String {
    message.replace('`', "'")
}
