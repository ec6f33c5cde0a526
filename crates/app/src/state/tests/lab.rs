//! What the lab may do to the page's state, and what it may not.

use super::*;
use interleave_lab::bridge::FromLab;

fn set_sweep(words: &str) -> Action {
    Action::Lab(FromLab::Settings {
        tab: LabTab::Sweep,
        words: words.to_owned(),
    })
}

fn swept(state: &State) -> Option<&str> {
    let settings = &state.scenario.view.settings;
    settings.get("sweep").map(String::as_str)
}

#[test]
fn what_a_tab_is_set_to_stays_until_a_link_says_otherwise() {
    let mut state = after([set_sweep("to.64"), Action::Run, done(1), open(1)]);
    assert_eq!(
        swept(&state),
        Some("to.64"),
        "an example says nothing of it"
    );
    assert_eq!((state.opened, state.touched), (1, 1));
    state.apply(set_sweep(""));
    assert_eq!(swept(&state), None);
    state.apply(set_sweep("to.8"));
    let link = |words: Option<&str>| {
        let mut scenario = gallery::all()[2].scenario();
        let settings = &mut scenario.view.settings;
        settings.extend(words.map(|words| ("sweep".to_owned(), words.to_owned())));
        Action::Open {
            scenario: Box::new(scenario),
            notice: LINK_OPENED,
            now_ms: 1.0,
        }
    };
    state.apply(link(Some("scale.log")));
    assert_eq!(swept(&state), Some("scale.log"));
    state.apply(link(None));
    assert_eq!(swept(&state), None);
}

fn measured(run: u32, end_ns: u64) -> Action {
    let trace = Recorder::new(1).finish(Outcome::Finished { exit_code: 0 }, end_ns, 10, 10);
    Action::Lab(FromLab::ShowTrace {
        run,
        bytes: trace.to_bytes(),
    })
}

/// The end of what the timeline shows, in virtual ns.
fn shown_end_ns(state: &State) -> Option<u64> {
    state.shown_report().map(|report| report.trace.end_ns)
}

#[test]
fn a_measured_trace_takes_the_timeline_until_it_is_put_back_or_something_else_runs() {
    let state = after([Action::Run, done(1), measured(1, 1_200)]);
    assert_eq!(shown_end_ns(&state), Some(1_200));
    assert_eq!(
        state.report.as_ref().map(|report| report.trace.end_ns),
        Some(1_000)
    );
    let back = Action::Lab(FromLab::ShowPredicted);
    let state = after([Action::Run, done(1), measured(1, 1_200), back]);
    assert_eq!(shown_end_ns(&state), Some(1_000));
    let state = after([
        Action::Run,
        done(1),
        measured(1, 1_200),
        Action::Run,
        done(2),
    ]);
    assert_eq!(shown_end_ns(&state), Some(1_000));
}

#[test]
fn a_trace_measured_for_another_run_is_left_out() {
    let state = after([
        Action::Run,
        done(1),
        Action::Run,
        done(2),
        measured(1, 1_200),
    ]);
    assert_eq!(shown_end_ns(&state), Some(1_000));
    let broken = Action::Lab(FromLab::ShowTrace {
        run: 1,
        bytes: vec![1],
    });
    let state = after([Action::Run, done(1), broken]);
    assert_eq!(shown_end_ns(&state), Some(1_000));
}

#[test]
fn the_lab_is_told_whether_the_run_is_of_what_stands_there() {
    let is_current = |state: &State| {
        state
            .shown_to_lab()
            .ran
            .map(|ran| (ran.run, ran.is_current))
    };
    assert_eq!(is_current(&fresh()), None);
    assert_eq!(is_current(&after([Action::Run, done(1)])), Some((1, true)));
    let edited = after([Action::Run, done(1), Action::Edit(OWN.to_owned())]);
    assert_eq!(is_current(&edited), Some((1, false)));
    let running = after([Action::Run, done(1), Action::Run]);
    assert_eq!(is_current(&running), Some((1, false)));
}

#[test]
fn the_lab_moves_a_form_as_a_hand_would_and_nothing_else() {
    let set = |literal: &str| {
        Action::Lab(FromLab::SetParam {
            name: "N".to_owned(),
            literal: literal.to_owned(),
        })
    };
    let state = after([Action::SetSource(OWN.to_owned()), set("8")]);
    assert!(state.source().starts_with("N = 8 "));
    assert_eq!(state.rerun, 1);
    let state = after([Action::SetSource(OWN.to_owned()), set("import os")]);
    assert_eq!(state.source(), OWN);
}
