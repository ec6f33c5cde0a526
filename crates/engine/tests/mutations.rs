//! Whatever the source, the engine comes back: random bytes, and programs of the corpus with words exchanged and lines
//! moved, go through parser, compiler and machine with a small budget. Never a panic, never a run without an end. The
//! seed is fixed, so that a failure comes again.

mod running;

use interleave_engine::run;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use running::{corpus_programs, files_of, scenario};

/// Enough for a program of the corpus to get going, too little for a loop to take long.
const STEPS: u64 = 60_000;
const HEAP_BYTES: u64 = 32 << 20;
/// The stack of a browser's worker is smaller; unoptimised frames are larger.
const STACK_BYTES: usize = 64 << 20;
const PROGRAMS: usize = 260;

/// Words that stand where others stood.
const WORDS: &[&str] = &[
    "0",
    "-1",
    "10**30",
    "1e308",
    "None",
    "[]",
    "()",
    "{}",
    "\"\"",
    "b\"x\"",
    "self",
    "yield",
    "await",
    "return",
    "lambda: 0",
    "*",
    "**",
    "...",
    "x",
    "type",
    "super()",
    "print",
    "async",
    "match",
    "raise",
    "del",
    "global x",
    "except*",
    "__class__",
    "__dict__",
    "object",
    "len",
    "iter",
    "next",
    "==",
    "<",
    "in",
    "is",
    "not",
    "and",
    ":=",
];

/// What is done to a program: at which word or line, and with what.
#[derive(Clone, Debug)]
enum Change {
    Exchange(usize, usize),
    Replace(usize, usize),
    RepeatLine(usize),
    DropLine(usize),
    MoveLine(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<usize>;
    prop_oneof![
        4 => (at(), at()).prop_map(|(a, b)| Change::Exchange(a, b)),
        4 => (at(), at()).prop_map(|(a, b)| Change::Replace(a, b)),
        1 => at().prop_map(Change::RepeatLine),
        1 => at().prop_map(Change::DropLine),
        1 => (at(), at()).prop_map(|(a, b)| Change::MoveLine(a, b)),
    ]
}

/// The words of a text: names, numbers and runs of other characters, and the blanks between them.
fn words(text: &str) -> Vec<String> {
    let kind = |c: char| match c {
        _ if c.is_alphanumeric() || c == '_' => 0,
        ' ' | '\n' => 1,
        _ => 2,
    };
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for c in text.chars() {
        match words.last_mut() {
            Some(word) if last == Some(kind(c)) && kind(c) != 2 => word.push(c),
            _ => words.push(c.to_string()),
        }
        last = Some(kind(c));
    }
    words
}

fn changed(text: &str, change: &Change) -> String {
    match *change {
        Change::Exchange(a, b) => {
            let mut words = words(text);
            let solid: Vec<usize> = (0..words.len())
                .filter(|&at| !words[at].trim().is_empty())
                .collect();
            if !solid.is_empty() {
                words.swap(solid[a % solid.len()], solid[b % solid.len()]);
            }
            words.concat()
        }
        Change::Replace(a, b) => {
            let mut words = words(text);
            let named: Vec<usize> = (0..words.len())
                .filter(|&at| words[at].starts_with(|c: char| c.is_alphanumeric()))
                .collect();
            if !named.is_empty() {
                words[named[a % named.len()]] = WORDS[b % WORDS.len()].to_owned();
            }
            words.concat()
        }
        Change::RepeatLine(at) | Change::DropLine(at) | Change::MoveLine(at, _) => {
            let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
            if lines.is_empty() {
                return text.to_owned();
            }
            let at = at % lines.len();
            match *change {
                Change::RepeatLine(_) => lines.insert(at, lines[at]),
                Change::MoveLine(_, to) => {
                    let line = lines.remove(at);
                    lines.insert(to % (lines.len() + 1), line);
                }
                _ => {
                    lines.remove(at);
                }
            }
            lines.concat()
        }
    }
}

fn comes_back(source: &str) {
    let mut scenario = scenario(source);
    scenario.machine.max_steps = STEPS;
    scenario.machine.max_heap_bytes = HEAP_BYTES;
    let _ = run(&scenario);
}

/// Runs `test` on values of `strategy`, always the same ones.
fn always<S: Strategy>(cases: usize, strategy: S, test: fn(S::Value))
where
    S::Value: Send + 'static,
{
    let config = Config {
        failure_persistence: None,
        ..Config::with_cases(cases as u32)
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let outcome = runner.run(&strategy, |value| {
        let thread = std::thread::Builder::new().stack_size(STACK_BYTES);
        let thread = thread.spawn(move || test(value)).expect("a thread");
        let ended = thread.join();
        prop_assert!(ended.is_ok(), "the engine panicked");
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn any_bytes_come_back() {
    let bytes = proptest::collection::vec(any::<u8>(), 0..200);
    always(120, bytes, |bytes| {
        comes_back(&String::from_utf8_lossy(&bytes));
    });
}

#[test]
fn any_changed_program_comes_back() {
    let programs: Vec<String> = corpus_programs()
        .iter()
        .filter_map(|program| files_of(program).ok())
        .filter_map(|mut files| (files.len() == 1).then(|| files.remove(0).text))
        .collect();
    let changes = proptest::collection::vec(change(), 1..5);
    let program = (0..programs.len(), changes).prop_map(move |(index, changes)| {
        let text = programs[index].clone();
        changes
            .iter()
            .fold(text, |text, change| changed(&text, change))
    });
    always(PROGRAMS, program, |source| comes_back(&source));
}
