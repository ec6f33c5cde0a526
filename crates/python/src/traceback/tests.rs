//! What real interpreters printed, and what this prints for the same frames. The files in
//! `cases/` hold programs' frames, their repetitions first, and CPython's stderr.

use super::{ExceptionText, FrameLine, SyntaxPlace, format_exception, suggestion};

fn frames_of(text: &str) -> Vec<FrameLine> {
    let mut frames: Vec<FrameLine> = Vec::new();
    let mut copies = Vec::new();
    for row in text.lines() {
        if let Some(line) = row.strip_prefix('+') {
            let frame = frames.last_mut().expect("a frame comes before its lines");
            frame.following_lines.push(line.to_string());
            continue;
        }
        let (head, source) = match row.split_once('|') {
            Some((head, source)) => (head, Some(source.to_string())),
            None => (row, None),
        };
        let fields: Vec<&str> = head.splitn(7, ' ').collect();
        let number = |index: usize| fields[index].parse::<i64>().expect("a number");
        copies.push(fields[0].trim_end_matches('x').parse::<usize>().unwrap());
        frames.push(FrameLine {
            file: fields[6].to_string(),
            line: number(1) as u32,
            end_line: number(2) as u32,
            col: number(3).max(0) as u32,
            end_col: number(4).max(0) as u32,
            function: fields[5].to_string(),
            source_line: source,
            following_lines: Vec::new(),
            carets: number(3) >= 0,
        });
    }
    frames
        .into_iter()
        .zip(copies)
        .flat_map(|(frame, copies)| vec![frame; copies])
        .collect()
}

/// Checks every case of a file against the version it is of; returns how many.
fn check_cases(cases: &str, minor: u8) -> usize {
    let mut failures = Vec::new();
    let mut count = 0;
    for case in cases.split("=== ").skip(1) {
        count += 1;
        let (name, rest) = case.split_once('\n').expect("a name");
        let (frames, expected) = rest.split_once("--- expected\n").expect("a text");
        let frames = frames_of(frames);
        // The last lines are the message: what follows the last frame's.
        let shown = super::format_frames(&frames, minor);
        let expected = expected
            .strip_prefix("Traceback (most recent call last):\n")
            .expect("a traceback");
        if !expected.starts_with(&shown) || expected[shown.len()..].starts_with(' ') {
            failures.push(format!("{name}: got\n{shown}expected\n{expected}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    count
}

#[test]
fn frames_look_as_cpython_3_11_prints_them() {
    assert!(check_cases(include_str!("cases/cases-3.11.txt"), 11) > 90);
}

#[test]
fn frames_look_as_cpython_3_13_prints_them() {
    assert!(check_cases(include_str!("cases/cases-3.13.txt"), 13) > 90);
}

fn frame(line: u32, columns: (u32, u32), function: &str, source: &str) -> FrameLine {
    FrameLine {
        file: "main.py".into(),
        line,
        end_line: line,
        col: columns.0,
        end_col: columns.1,
        function: function.into(),
        source_line: Some(source.into()),
        following_lines: Vec::new(),
        carets: true,
    }
}

fn error(type_name: &str, message: &str, frames: Vec<FrameLine>) -> ExceptionText {
    ExceptionText {
        type_name: type_name.into(),
        message: Some(message.into()),
        frames,
        ..ExceptionText::default()
    }
}

fn chain() -> ExceptionText {
    let cause = ExceptionText {
        notes: vec!["a note\nof two lines".into()],
        ..error(
            "ZeroDivisionError",
            "division by zero",
            vec![frame(3, (8, 11), "f", "        1/0")],
        )
    };
    let raised = ExceptionText {
        cause: Some(Box::new(cause.clone())),
        context: Some(Box::new(cause)),
        suppress_context: true,
        ..error(
            "ValueError",
            "v",
            vec![
                frame(8, (4, 7), "<module>", "    f()"),
                frame(6, (8, 37), "f", "        raise ValueError('v') from e"),
            ],
        )
    };
    ExceptionText {
        context: Some(Box::new(raised)),
        ..error(
            "KeyError",
            "'k'",
            vec![frame(10, (4, 11), "<module>", "    {}['k']")],
        )
    }
}

#[test]
fn causes_contexts_and_notes_are_told() {
    let expected = "\
Traceback (most recent call last):
  File \"main.py\", line 3, in f
    1/0
    ~^~
ZeroDivisionError: division by zero
a note
of two lines

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File \"main.py\", line 8, in <module>
    f()
  File \"main.py\", line 6, in f
    raise ValueError('v') from e
ValueError: v

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File \"main.py\", line 10, in <module>
    {}['k']
    ~~^^^^^
KeyError: 'k'
";
    assert_eq!(format_exception(&chain(), 11), expected);
}

#[test]
fn before_3_11_there_are_no_carets_and_no_notes() {
    let text = format_exception(&chain(), 10);
    assert!(!text.contains('^') && !text.contains("note"), "{text}");
    assert!(text.contains("    1/0\nZeroDivisionError: division by zero\n\nThe above"));
}

#[test]
fn from_none_hides_the_context_and_no_message_means_no_colon() {
    let mut hidden = chain();
    hidden.suppress_context = true;
    hidden.message = None;
    let text = format_exception(&hidden, 11);
    assert!(text.starts_with("Traceback (most recent call last):\n  File \"main.py\", line 10"));
    assert!(text.ends_with("\nKeyError\n"));
}

#[test]
fn a_hint_follows_the_message_from_3_10_on() {
    let mut name = error("NameError", "name 'pritn' is not defined", Vec::new());
    name.hint = Some("Did you mean: 'print'?".into());
    assert_eq!(
        format_exception(&name, 11),
        "NameError: name 'pritn' is not defined. Did you mean: 'print'?\n"
    );
    assert_eq!(
        format_exception(&name, 9),
        "NameError: name 'pritn' is not defined\n"
    );
}

#[test]
fn a_syntax_error_points_into_its_line() {
    let mut wrong = error("SyntaxError", "invalid syntax", Vec::new());
    wrong.syntax = Some(SyntaxPlace {
        file: "main.py".into(),
        line: 2,
        offset: 9,
        end_line: 2,
        end_offset: 12,
        text: Some("    x = abc d\n".into()),
        by_module: false,
    });
    let head = "  File \"main.py\", line 2\n    x = abc d\n        ";
    assert_eq!(
        format_exception(&wrong, 11),
        format!("{head}^^^\nSyntaxError: invalid syntax\n")
    );
    assert_eq!(
        format_exception(&wrong, 9),
        format!("{head}^\nSyntaxError: invalid syntax\n")
    );
}

#[test]
fn suggestions_are_those_of_cpython() {
    let long = ["a".repeat(45), "b".repeat(45), "a".repeat(44) + "b"];
    for (name, candidates, expected) in [
        ("pritn", &["print", "point"][..], Some("print")),
        ("colour", &["color", "colors"], Some("color")),
        ("x", &["X", "y"], Some("X")),
        ("ab", &["a", "abc", "b"], Some("a")),
        ("appendd", &["append", "extend"], Some("append")),
        ("Apend", &["append"], Some("append")),
        ("APPEND", &["append"], None),
        ("foo", &["bar", "fob", "food"], Some("fob")),
        ("length", &["len", "strength"], None),
        (&long[0], &[&long[2], &long[1]], Some(&long[2])),
        (
            "sleep_time",
            &["sleep_tiem", "sleeptime", "time_sleep"],
            Some("sleeptime"),
        ),
        ("is_alive", &["isAlive", "is_live"], Some("is_live")),
        ("getName", &["get_name", "getname", "name"], Some("getname")),
        ("qsize", &["q_size", "size"], Some("q_size")),
        ("wat", &["wait", "what"], Some("wait")),
        ("notify_al", &["notify", "notify_all"], Some("notify_all")),
        ("ab1", &["AB1", "ab2"], Some("AB1")),
        ("k_1", &["K_1"], Some("K_1")),
        ("nöch", &["nach", "noch"], Some("nach")),
    ] {
        assert_eq!(
            suggestion(name, candidates.iter().copied()).as_deref(),
            expected,
            "{name}"
        );
    }
}
