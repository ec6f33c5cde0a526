//! The text that tells of gallery entries: a section each, its fields a line each, lessons indented
//! under their titles. What it can't read it leaves out; a test holds that nothing is left out of ours.

use super::{Article, Entry, Topic};
use crate::{Machine, link};

/// The entries that `text` tells of, in its order; `script` gives the script of a name.
pub(super) fn parse(text: &str, script: impl Fn(&str) -> Option<String>) -> Vec<Entry> {
    sections(text)
        .into_iter()
        .filter_map(|(name, lines)| {
            let row = field(&lines, "row")?;
            let topic = field(&lines, "topic")?;
            Some(Entry {
                name: name.to_owned(),
                topic: Topic::ALL.into_iter().find(|of| of.name() == topic)?,
                article: Article::of_row(row)?,
                article_row: row.to_owned(),
                title_en: field(&lines, "en")?.to_owned(),
                title_zh: field(&lines, "zh")?.to_owned(),
                lesson_en: below(&lines, "en"),
                lesson_zh: below(&lines, "zh"),
                source: script(name)?,
                machine: match field(&lines, "machine") {
                    None => Machine::default(),
                    Some(values) => link::machine_of(values)?,
                },
                group: field(&lines, "group").map(str::to_owned),
            })
        })
        .collect()
}

/// The names of the sections.
pub(super) fn names(text: &str) -> Vec<String> {
    let sections = sections(text).into_iter();
    sections.map(|(name, _)| name.to_owned()).collect()
}

fn sections(text: &str) -> Vec<(&str, Vec<&str>)> {
    let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let name = line.strip_prefix('[').and_then(|l| l.strip_suffix(']'));
        match (name, sections.last_mut()) {
            (Some(name), _) => sections.push((name, Vec::new())),
            (None, Some((_, lines))) => lines.push(line),
            (None, None) => {}
        }
    }
    sections
}

fn field<'a>(lines: &[&'a str], key: &str) -> Option<&'a str> {
    lines
        .iter()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix(": "))
}

/// The indented lines below a field.
fn below(lines: &[&str], key: &str) -> String {
    let from = lines
        .iter()
        .position(|line| line.strip_prefix(key).is_some_and(|l| l.starts_with(": ")));
    let lesson: Vec<&str> = lines
        .iter()
        .skip(from.map_or(lines.len(), |at| at + 1))
        .map_while(|line| line.strip_prefix("  "))
        .collect();
    lesson.join("\n")
}
