//! The lab's texts, by key, in both languages: `www/lab/en.json` and `www/lab/zh.json` are part of the
//! program. Owns the current language; must not know panels.

use interleave_lab::texts::{Language, Table, fill, flat_json};
use std::cell::Cell;
use std::sync::OnceLock;

static EN: OnceLock<Table> = OnceLock::new();
static ZH: OnceLock<Table> = OnceLock::new();

thread_local! {
    static CURRENT: Cell<Language> = const { Cell::new(Language::En) };
}

fn table(language: Language) -> &'static Table {
    match language {
        Language::En => EN.get_or_init(|| flat_json(include_str!("../../../www/lab/en.json"))),
        Language::Zh => ZH.get_or_init(|| flat_json(include_str!("../../../www/lab/zh.json"))),
    }
}

/// Makes `language` the one that [`t`] speaks.
pub fn set_language(language: Language) {
    CURRENT.set(language);
}

/// The language that [`t`] speaks.
pub fn language() -> Language {
    CURRENT.get()
}

/// The text of `key`; English where the language lacks it.
pub fn t(key: &str) -> &'static str {
    let own = table(CURRENT.get()).get(key);
    let text = own.or_else(|| table(Language::En).get(key));
    text.map_or("?", String::as_str)
}

/// The text of `key` with each `{name}` replaced.
pub fn t_with(key: &str, values: &[(&str, &str)]) -> String {
    fill(t(key), values)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 2] = [
        include_str!("../../../www/lab/en.json"),
        include_str!("../../../www/lab/zh.json"),
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

    #[test]
    fn every_key_that_the_sources_name_exists_and_every_text_is_named() {
        let mut files = Vec::new();
        sources(
            std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
            &mut files,
        );
        let mut seen = 0;
        for opening in [concat!("t", "(\""), concat!("t_with", "(\"")] {
            for file in &files {
                for (at, _) in file.match_indices(opening) {
                    if at > 0 && file.as_bytes()[at - 1].is_ascii_alphanumeric() {
                        continue;
                    }
                    let rest = &file[at + opening.len()..];
                    let key = rest.split('"').next().unwrap_or_default();
                    let known = table(Language::En).contains_key(key);
                    assert!(known, "{key} is not in en.json");
                    seen += 1;
                }
            }
        }
        assert!(seen > 5, "the search for keys found only {seen}");
        for key in table(Language::En).keys() {
            let quoted = format!("\"{key}\"");
            let prefix = key.rsplit_once('.').map_or("", |(prefix, _)| prefix);
            let built = format!("\"{prefix}.{{");
            let named = |file: &String| file.contains(&quoted) || file.contains(&built);
            assert!(files.iter().any(named), "no source names {key}");
        }
    }
}
