//! The gallery's table: names, forms and texts in order.

use interleave_scenario::gallery::{self, Topic};
use interleave_scenario::param;

#[test]
fn every_behaviour_has_its_script() {
    let rows = [
        "A1.1", "A1.2", "A1.3", "A1.4", "A1.5", "A1.6", "A1.7", "A1.8", "A2.1", "A2.2", "A2.3",
        "A2.4", "A2.5", "A2.6", "A2.7", "A2.8", "A2.9", "A2.10", "A2.11", "A2.12", "A2.13",
        "A2.14", "A2.15", "A2.16", "A2.17", "A3.1", "A3.2", "A3.3", "A3.4", "A3.5", "A3.6", "A3.7",
        "A3.8", "A4.1", "A4.2", "A4.3", "A4.4", "A4.5", "A4.6", "A4.7", "A4.8", "A5.1", "A5.2",
        "A5.3", "A5.4", "A5.5",
    ];
    let shown: Vec<_> = gallery::all()
        .iter()
        .map(|entry| &*entry.article_row)
        .collect();
    assert_eq!(shown, rows);
    assert_eq!(gallery::all()[0].name, "thread-pool");
    for topic in Topic::ALL {
        assert!(
            gallery::all().iter().any(|entry| entry.topic == topic),
            "{}",
            topic.name()
        );
    }
}

#[test]
fn no_name_begins_another() {
    for entry in gallery::all() {
        assert_eq!(
            gallery::by_name(&entry.name).map(|found| &*found.name),
            Some(&*entry.name)
        );
        for other in gallery::all() {
            let begins = other.name.starts_with(&entry.name) && other.name != entry.name;
            assert!(!begins, "{} begins {}", entry.name, other.name);
        }
    }
}

#[test]
fn every_script_has_forms_that_read_and_hold() {
    for entry in gallery::all() {
        let (params, problems) = param::read(&entry.source);
        assert_eq!(problems, [], "{}", entry.name);
        assert!(!params.is_empty(), "{}", entry.name);
        for param in params {
            let same = param.literal_from(&param.value.text());
            assert_eq!(
                same.as_ref(),
                Ok(&param.value),
                "{} {}",
                entry.name,
                param.name
            );
        }
    }
}

#[test]
fn every_lesson_has_two_to_four_lines_in_both_languages() {
    for entry in gallery::all() {
        for lesson in [&entry.lesson_en, &entry.lesson_zh] {
            assert!((2..=4).contains(&lesson.lines().count()), "{}", entry.name);
        }
        assert!(
            !entry.title_zh.is_ascii() && !entry.lesson_zh.is_ascii(),
            "{}",
            entry.name
        );
    }
}
