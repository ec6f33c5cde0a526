//! Every locale file has the same keys, so that no visitor meets a hole.

use super::TextFile;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The page's texts and the lab's.
const FOLDERS: [&str; 2] = ["locales", "www/lab"];

/// Keys that one locale has and another of the same folder lacks.
pub fn complaints(files: &[TextFile]) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut folders: BTreeMap<&str, Vec<(&str, BTreeSet<String>)>> = BTreeMap::new();
    for file in files {
        let Some((folder, name)) = file.path.rsplit_once('/') else {
            continue;
        };
        let is_locale = FOLDERS.iter().any(|end| folder.ends_with(end));
        if !is_locale || !name.ends_with(".json") {
            continue;
        }
        match serde_json::from_str::<Value>(&file.text) {
            Ok(value) => {
                let mut keys = BTreeSet::new();
                collect(&value, "", &mut keys);
                folders.entry(folder).or_default().push((&file.path, keys));
            }
            Err(e) => complaints.push(format!("{}: {e}", file.path)),
        }
    }
    for locales in folders.values() {
        let all: BTreeSet<&String> = locales.iter().flat_map(|(_, keys)| keys).collect();
        for (path, keys) in locales {
            let missing = all.iter().filter(|key| !keys.contains(**key));
            complaints.extend(missing.map(|key| format!("{path}: has no text for `{key}`")));
        }
    }
    complaints
}

fn collect(value: &Value, prefix: &str, keys: &mut BTreeSet<String>) {
    match value.as_object() {
        Some(entries) => {
            for (key, inner) in entries {
                collect(inner, &format!("{prefix}/{key}"), keys);
            }
        }
        None => {
            keys.insert(prefix.trim_start_matches('/').to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{TextFile, complaints};

    #[test]
    fn a_hole_in_one_language_is_named() {
        let file = |path: &str, text: &str| TextFile {
            path: path.into(),
            text: text.into(),
        };
        let files = [
            file(
                "www/locales/en.json",
                r#"{"run":{"start":"Run"},"stop":"Stop"}"#,
            ),
            file("www/locales/zh.json", r#"{"run":{"start":"运行"}}"#),
        ];
        assert_eq!(
            complaints(&files),
            ["www/locales/zh.json: has no text for `stop`"]
        );
        let lab = [
            file("www/lab/en.json", r#"{"real":"Real run"}"#),
            file("www/lab/zh.json", "{}"),
        ];
        assert_eq!(
            complaints(&lab),
            ["www/lab/zh.json: has no text for `real`"]
        );
    }
}
