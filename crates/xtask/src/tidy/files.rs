//! Rules for one source file: its head says what it owns, its size has a reason, and the engine
//! holds no `unsafe`.

use super::TextFile;

const REASON_PAST_LINES: usize = 400;
const NEVER_PAST_LINES: usize = 700;
/// Crates at the browser's boundary; every other crate is the engine's.
const MAY_BE_UNSAFE: [&str; 1] = ["crates/app/"];

/// What is wrong with this file.
pub fn complaints(file: &TextFile) -> Vec<String> {
    let mut complaints = Vec::new();
    let path = &file.path;
    if path.starts_with("vendor/") || !(path.ends_with(".rs") || path.ends_with(".py")) {
        return complaints;
    }
    let head = head_comment(file);
    // Programs of a corpus are read by line number: only their names speak.
    let is_corpus = [
        "/corpus/",
        "/corpus_simulated/",
        "/tests/rules/",
        "tests/bench/library/",
    ]
    .iter()
    .any(|folder| path.contains(folder));
    if head.is_empty() && !is_corpus {
        complaints.push(format!("{path}: opens without a word on what it owns"));
    }
    let lines = file.text.lines().count();
    if lines > NEVER_PAST_LINES {
        complaints.push(format!(
            "{path}: {lines} lines, never more than {NEVER_PAST_LINES}"
        ));
    } else if lines > REASON_PAST_LINES && !head.to_lowercase().contains("because") {
        complaints.push(format!(
            "{path}: {lines} lines, and its head does not say why (a sentence with \"because\")"
        ));
    }
    let engine = path.starts_with("crates/") && !MAY_BE_UNSAFE.iter().any(|p| path.starts_with(p));
    if engine && path.ends_with(".rs") && code_lines(&file.text).any(opens_unsafe) {
        complaints.push(format!(
            "{path}: `unsafe` is forbidden in the engine's crates"
        ));
    }
    complaints
}

/// The comment that a file opens with: `//!` lines, or Python's comment or docstring.
fn head_comment(file: &TextFile) -> String {
    let text = file.text.as_str();
    if file.path.ends_with(".rs") {
        return joined(text.lines().take_while(|line| line.starts_with("//!")));
    }
    for quote in ["\"\"\"", "'''"] {
        if let Some(rest) = text.strip_prefix(quote) {
            return rest.split(quote).next().unwrap_or_default().to_owned();
        }
    }
    joined(text.lines().take_while(|line| line.starts_with('#')))
}

fn joined<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn code_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
}

fn opens_unsafe(line: &str) -> bool {
    // Put together here, so that this file does not complain of itself.
    let word = concat!("un", "safe");
    ["{", "fn", "impl", "extern", "trait"]
        .iter()
        .any(|next| line.contains(&format!("{word} {next}")))
}

#[cfg(test)]
mod tests {
    use super::{TextFile, complaints};

    fn check(path: &str, text: &str) -> usize {
        complaints(&TextFile {
            path: path.into(),
            text: text.into(),
        })
        .len()
    }

    #[test]
    fn a_file_says_what_it_owns() {
        assert_eq!(check("crates/trace/src/a.rs", "//! Owns a.\n"), 0);
        assert_eq!(check("crates/trace/src/a.rs", "// Owns a.\n"), 1);
        assert_eq!(check("gallery/a.py", "x = 1\n"), 1);
        assert_eq!(check("gallery/a.py", "\"\"\"Owns a.\"\"\"\n"), 0);
    }

    #[test]
    fn a_long_file_has_a_reason_and_none_is_longer_than_the_limit() {
        let long = format!("//! Owns a.\n{}", "x\n".repeat(450));
        let with_reason = long.replace("Owns a.", "Owns a: long because it is one table.");
        assert_eq!(check("crates/trace/src/a.rs", &long), 1);
        assert_eq!(check("crates/trace/src/a.rs", &with_reason), 0);
        let too_long = format!("{with_reason}{}", "x\n".repeat(300));
        assert_eq!(check("crates/trace/src/a.rs", &too_long), 1);
    }

    #[test]
    fn the_engine_is_safe() {
        let text = concat!("//! Owns a.\nfn f() { un", "safe { g() } }\n");
        assert_eq!(check("crates/kernel/src/a.rs", text), 1);
        assert_eq!(check("crates/app/src/a.rs", text), 0);
    }
}
