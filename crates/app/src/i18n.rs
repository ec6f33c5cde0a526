//! Every string that the page shows, by key, from the locale files: English is part of the program, the
//! other language is fetched for those who read it. Owns the current language; must not know components or runs.

pub use interleave_lab::texts::Language;

use interleave_lab::texts::{Table, fill, flat_json};
use std::cell::Cell;
use std::sync::OnceLock;
use yew::prelude::*;

/// Where a language that is not part of the program comes from.
pub const ZH_FILE: &str = "locales/zh.json";

static EN: OnceLock<Table> = OnceLock::new();
static ZH: OnceLock<Table> = OnceLock::new();

fn table(language: Language) -> &'static Table {
    match language {
        Language::En => EN.get_or_init(|| flat_json(include_str!("../../../www/locales/en.json"))),
        #[cfg(test)]
        Language::Zh => ZH.get_or_init(|| flat_json(include_str!("../../../www/locales/zh.json"))),
        #[cfg(not(test))]
        Language::Zh => ZH.get().unwrap_or_else(|| table(Language::En)),
    }
}

/// Whether the page has the texts of `language`.
pub fn speaks(language: Language) -> bool {
    language == Language::En || ZH.get().is_some()
}

/// Takes the texts of [`ZH_FILE`] in.
pub fn learn_zh(text: &str) {
    ZH.get_or_init(|| flat_json(text));
}

thread_local! {
    static CURRENT: Cell<Language> = const { Cell::new(Language::En) };
}

/// Makes `language` the one that [`t`] speaks.
pub fn set_language(language: Language) {
    CURRENT.with(|current| current.set(language));
}

/// The language that [`t`] speaks.
pub fn language() -> Language {
    CURRENT.with(Cell::get)
}

/// Renders the component again when the language changes. A component that calls [`t`] and whose
/// properties may stay the same needs it.
#[hook]
pub fn use_language() -> Language {
    use_context::<Language>().unwrap_or_default()
}

/// The text of `key` in the current language, in English where the language lacks it.
pub fn t(key: &str) -> &'static str {
    t_maybe(key).unwrap_or("?")
}

/// The text of `key`, if there is one: for keys that data names.
pub fn t_maybe(key: &str) -> Option<&'static str> {
    let text = table(language())
        .get(key)
        .or_else(|| table(Language::En).get(key));
    text.map(String::as_str)
}

/// The text of `key` with each `{name}` replaced.
pub fn t_with(key: &str, values: &[(&str, &str)]) -> String {
    fill(t(key), values)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 2] = [
        include_str!("../../../www/locales/en.json"),
        include_str!("../../../www/locales/zh.json"),
    ];

    fn placeholders(text: &str) -> Vec<&str> {
        let mut names: Vec<&str> = text
            .split('{')
            .skip(1)
            .filter_map(|part| part.split('}').next())
            .collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn the_small_parser_reads_what_a_full_one_reads() {
        for text in FILES {
            let full: Table = serde_json::from_str(text).expect("a flat object of strings");
            assert_eq!(flat_json(text), full);
        }
    }

    #[test]
    fn both_languages_have_the_same_keys_and_placeholders() {
        let (en, zh) = (table(Language::En), table(Language::Zh));
        assert_eq!(en.keys().collect::<Vec<_>>(), zh.keys().collect::<Vec<_>>());
        for (key, text) in en {
            assert_eq!(placeholders(text), placeholders(&zh[key]), "{key}");
        }
    }

    #[test]
    fn every_key_that_the_sources_name_exists() {
        fn sources(folder: &std::path::Path, found: &mut Vec<String>) {
            for entry in std::fs::read_dir(folder).expect("a source folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    sources(&path, found);
                } else if path.extension().is_some_and(|ext| ext == "rs") {
                    found.push(std::fs::read_to_string(&path).expect("a source file"));
                }
            }
        }
        let mut files = Vec::new();
        sources(
            std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
            &mut files,
        );
        let mut seen = 0;
        for opening in [
            "t(\"",
            "t_with(\"",
            "Notice::info(\"",
            "Notice::warning(\"",
            "Notice::error(\"",
        ] {
            for file in &files {
                for (at, _) in file.match_indices(opening) {
                    if at > 0 && file.as_bytes()[at - 1].is_ascii_alphanumeric() {
                        continue;
                    }
                    let key = file[at + opening.len()..]
                        .split('"')
                        .next()
                        .unwrap_or_default();
                    // The list above names the openings themselves.
                    if key.is_empty() || key.starts_with(',') || key.contains(['\\', ' ']) {
                        continue;
                    }
                    assert!(
                        table(Language::En).contains_key(key),
                        "{key} is not in en.json"
                    );
                    seen += 1;
                }
            }
        }
        assert!(seen > 20, "the search for keys found only {seen}");
    }
}
