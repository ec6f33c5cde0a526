//! Names that CPython would normalise (NFKC) before it compares them: refused, since the tables for
//! that would be a tenth of what the page downloads. Names of the common scripts are their own
//! normal form and pass.

use super::{DiagnosticKind, SyntaxDiagnostic};
use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_text_size::Ranged;

/// Letters that are their own normal form and compose with nothing that is in these ranges.
/// Source: Unicode's NFKC_Quick_Check and canonical combining classes.
const KEEP_THEIR_FORM: [(char, char); 29] = [
    ('\u{C0}', '\u{D6}'),
    ('\u{D8}', '\u{F6}'),
    ('\u{F8}', '\u{131}'),
    ('\u{134}', '\u{13E}'),
    ('\u{141}', '\u{148}'),
    ('\u{14A}', '\u{17E}'),
    ('\u{180}', '\u{1C3}'),
    ('\u{1CD}', '\u{1F0}'),
    ('\u{1F4}', '\u{2AF}'),
    ('\u{386}', '\u{386}'),
    ('\u{388}', '\u{3CE}'),
    ('\u{3D7}', '\u{3EF}'),
    ('\u{400}', '\u{481}'),
    ('\u{48A}', '\u{52F}'),
    ('\u{531}', '\u{556}'),
    ('\u{561}', '\u{586}'),
    ('\u{5D0}', '\u{5EA}'),
    ('\u{621}', '\u{63A}'),
    ('\u{641}', '\u{64A}'),
    ('\u{E01}', '\u{E30}'),
    ('\u{1E00}', '\u{1E99}'),
    ('\u{1EA0}', '\u{1EF9}'),
    ('\u{3005}', '\u{3007}'),
    ('\u{3041}', '\u{3096}'),
    ('\u{30A1}', '\u{30FA}'),
    ('\u{30FC}', '\u{30FC}'),
    ('\u{3400}', '\u{4DBF}'),
    ('\u{4E00}', '\u{9FFF}'),
    ('\u{AC00}', '\u{D7A3}'),
];

/// A diagnostic for each name whose normal form may be another.
pub(super) fn unusual_names(tokens: &Tokens, text: &str) -> Vec<SyntaxDiagnostic> {
    if text.is_ascii() || unicode_normalization::is_provided() {
        return Vec::new();
    }
    let names = tokens
        .iter()
        .filter(|token| token.kind() == TokenKind::Name);
    let unusual = names.filter(|token| !text[token.range()].chars().all(keeps_its_form));
    let told = unusual.map(|token| {
        let message = format!(
            "NotSupported: the name {}, which Python would write in another form first",
            &text[token.range()]
        );
        SyntaxDiagnostic::new(DiagnosticKind::Unsupported, message, token.range())
    });
    told.collect()
}

fn keeps_its_form(c: char) -> bool {
    c.is_ascii()
        || KEEP_THEIR_FORM
            .iter()
            .any(|&(first, last)| (first..=last).contains(&c))
}

#[cfg(test)]
mod tests {
    use crate::syntax::parse;

    fn check(source: &str, refused: &[&str]) {
        let found = parse("main.py", source, 11).diagnostics;
        let names: Vec<&str> = found
            .iter()
            .map(|diagnostic| &source[diagnostic.start as usize..diagnostic.end as usize])
            .collect();
        assert_eq!(names, refused, "{source}: {found:?}");
    }

    #[test]
    fn names_of_the_common_scripts_pass() {
        check(
            "größe = 1\nнить = 2\n任务 = 3\nスレッド = 4\n스레드 = 5\nπ = 6\n",
            &[],
        );
        check("print('ﬁ ª ℌ')  # ﬁ\n", &[]);
    }

    #[test]
    fn names_with_another_normal_form_are_told() {
        check("ﬁle = 1\nx = ﬁle\n", &["ﬁle", "ﬁle"]);
        check("e\u{301}t = 1\n", &["e\u{301}t"]);
    }
}
