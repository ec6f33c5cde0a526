//! The gallery's texts, for the programs that carry all of them.

/// What is told of every entry but the first.
pub(super) const LESSONS: &str = include_str!("../../gallery/lessons.txt");

/// The script of that name in `gallery/`.
macro_rules! scripts {
    ($($name:literal,)*) => {
        &[$(($name, include_str!(concat!("../../gallery/", $name, ".py")))),*]
    };
}

/// Names and scripts; a test holds that there is one for each lesson.
pub(super) const SCRIPTS: &[(&str, &str)] = scripts! {
    "all-at-once",
    "asked-too-soon",
    "call-or-finish",
    "done-callback",
    "endless-fetchers",
    "five-dryers",
    "forgotten-release",
    "kept-futures",
    "life-of-a-future",
    "one-by-one",
    "one-of-twenty-fails",
    "overdrawn",
    "patient-turns",
    "polling-workers",
    "slow-first",
    "slowest-stage",
    "three-at-a-time",
    "two-styles",
    "well-guarded",
    "who-am-i",
    "who-lets-go",
    "who-waits",
    "with-lock",
};
