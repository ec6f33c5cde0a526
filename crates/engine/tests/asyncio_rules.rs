//! The numbered rules of asyncio (29 to 37), version by version: `rules/<rule>.py` with what CPython printed. A `.out` with
//! a version in its name holds from that version on, one without from the oldest.

mod running;

use interleave_engine::run;
use interleave_scenario::PythonVersion;
use interleave_trace::Stream;
use running::scenario;
use std::path::{Path, PathBuf};

/// Versions whose words were asked of CPython.
const VERSIONS: [PythonVersion; 5] = [
    PythonVersion::V3_9,
    PythonVersion::V3_10,
    PythonVersion::V3_11,
    PythonVersion::V3_12,
    PythonVersion::V3_13,
];

fn program(rule: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    folder.join(format!("{rule}.py"))
}

/// Runs the rule's program on every version that CPython was asked about.
fn check(rule: &str) {
    let program = program(rule);
    let source = std::fs::read_to_string(&program).expect("the rule has a program");
    let mut expected = std::fs::read_to_string(program.with_extension("out")).ok();
    let mut checked = 0;
    for version in VERSIONS {
        let own = program.with_extension(format!("{}.out", version.name()));
        expected = std::fs::read_to_string(own).ok().or(expected);
        let Some(expected) = &expected else { continue };
        let mut scenario = scenario(&source);
        scenario.machine.python = version;
        let report = run(&scenario).expect("accepted");
        let stdout = report.trace.text(Stream::Stdout);
        assert_eq!(&stdout, expected, "{rule} on {}", version.name());
        checked += 1;
    }
    assert!(checked >= 3, "{rule} was checked on {checked} versions");
}

#[test]
fn rule_29_a_pass_runs_what_was_ready_in_order() {
    check("rule_29_a_pass_runs_what_was_ready_in_order");
}

#[test]
fn rule_30_equal_times_leave_the_heap_in_its_order() {
    check("rule_30_equal_times_leave_the_heap_in_its_order");
}

#[test]
fn rule_31_passes_until_the_awaiter_goes_on() {
    check("rule_31_passes_until_the_awaiter_goes_on");
}

#[test]
fn rule_32_a_task_starts_at_the_next_pass() {
    check("rule_32_a_task_starts_at_the_next_pass");
}

#[test]
fn rule_33_a_group_counts_cancellations() {
    check("rule_33_a_group_counts_cancellations");
}

#[test]
fn rule_33_what_gather_wait_and_groups_do_with_failures() {
    check("rule_33_what_gather_wait_and_groups_do_with_failures");
}

#[test]
fn rule_34_who_waits_stands_in_a_line() {
    check("rule_34_who_waits_stands_in_a_line");
}

#[test]
fn rule_34_a_queue_is_shut_down() {
    check("rule_34_a_queue_is_shut_down");
}

#[test]
fn rule_35_the_end_cancels_what_is_left() {
    check("rule_35_the_end_cancels_what_is_left");
}

#[test]
fn rule_36_what_is_forgotten_is_told() {
    check("rule_36_what_is_forgotten_is_told");
}

#[test]
fn rule_37_a_blocking_call_stalls_the_loop() {
    check("rule_37_a_blocking_call_stalls_the_loop");
}
