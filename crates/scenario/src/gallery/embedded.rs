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
    "blocked-loop",
    "call-or-finish",
    "cooperative-loop",
    "counting-under-the-gil",
    "done-callback",
    "downloads-by-threads",
    "downloads-in-turn",
    "endless-fetchers",
    "five-dryers",
    "forgotten-release",
    "green-look-ups",
    "kept-futures",
    "life-of-a-future",
    "lock-for-two-hosts",
    "never-awaited",
    "one-by-one",
    "one-of-twenty-fails",
    "other-programs",
    "overdrawn",
    "own-memory",
    "patient-turns",
    "polling-workers",
    "pool-of-processes",
    "promise-nobody-keeps",
    "slow-first",
    "slowest-stage",
    "stop-that-process",
    "swap-the-executor",
    "ten-at-the-door",
    "ten-processes",
    "ten-sleepers",
    "three-at-a-time",
    "two-styles",
    "two-tasks",
    "wait-or-gather",
    "washer-and-dryer",
    "well-guarded",
    "what-can-go-wrong",
    "which-way",
    "who-am-i",
    "who-lets-go",
    "who-waits",
    "with-lock",
};
