//! Texts by key in the page's languages: what a locale file is and how placeholders are filled.
//! Owns no text; each program has files of its own.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A language that the page speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Language {
    /// As in `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Zh => "zh-Hans",
        }
    }

    /// The language that a browser's tag (`zh-CN`, `en-GB` …) asks for, if the page speaks it.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        match primary.to_ascii_lowercase().as_str() {
            "en" => Some(Language::En),
            "zh" => Some(Language::Zh),
            _ => None,
        }
    }
}

/// A language's texts by key.
pub type Table = BTreeMap<String, String>;

/// `template` with each `{name}` replaced; an unknown name stays as it is.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        let after = &rest[open + 1..];
        let Some(close) = after.find('}') else {
            rest = &rest[open..];
            break;
        };
        let name = &after[..close];
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => text.push_str(value),
            None => text.push_str(&rest[open..open + close + 2]),
        }
        rest = &after[close + 1..];
    }
    text.push_str(rest);
    text
}

/// Reads a JSON object of strings. The files belong to the project and are tested with a full
/// parser; this one keeps a JSON library out of the page.
pub fn flat_json(text: &str) -> Table {
    let mut table = Table::new();
    let mut characters = text.chars();
    let mut key = None;
    while let Some(character) = characters.next() {
        if character != '"' {
            continue;
        }
        let string = json_string(&mut characters);
        match key.take() {
            None => key = Some(string),
            Some(key) => {
                table.insert(key, string);
            }
        }
    }
    table
}

fn json_string(characters: &mut std::str::Chars<'_>) -> String {
    let mut string = String::new();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => match characters.next() {
                Some('n') => string.push('\n'),
                Some('t') => string.push('\t'),
                Some(other) => string.push(other),
                None => break,
            },
            other => string.push(other),
        }
    }
    string
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_and_strangers_stay() {
        assert_eq!(
            fill("{a} and {b}, {c}", &[("a", "1"), ("b", "2")]),
            "1 and 2, {c}"
        );
        assert_eq!(fill("open { brace", &[]), "open { brace");
    }

    #[test]
    fn browser_tags_find_their_language() {
        assert_eq!(Language::from_tag("zh-CN"), Some(Language::Zh));
        assert_eq!(Language::from_tag("en"), Some(Language::En));
        assert_eq!(Language::from_tag("fr-FR"), None);
    }
}
