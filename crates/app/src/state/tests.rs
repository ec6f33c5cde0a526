//! What must hold of the page's state, whatever happens.

mod lab;

use super::*;
use interleave_engine::{FromEngine, Summary};
use interleave_scenario::gallery;
use interleave_scenario::param::Literal;
use interleave_trace::{Outcome, Recorder};

const OWN: &str = "N = 3  #@param {type:\"slider\", min:1, max:9}\nprint(N)\n";

fn fresh() -> State {
    State::new(first_entry(), Settings::default(), Vec::new())
}

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    let mut state = fresh();
    for action in actions {
        state.apply(action);
    }
    state
}

fn done(id: u32) -> Action {
    let trace = Recorder::new(1).finish(Outcome::Finished { exit_code: 0 }, 1_000, 10, 10);
    let report = Report {
        trace,
        exit_code: 0,
        findings: Vec::new(),
        summary: Summary {
            makespan_ns: 1_000,
            cpu_ns: 10,
            efficiency: 0.0,
            gil_wait_ns: 0,
            core_wait_ns: 0,
            threads: Vec::new(),
        },
        files: Vec::new(),
    };
    Action::Engine(FromEngine::Done {
        id,
        report: Box::new(report),
        took_us: 5,
    })
}

fn error(line: u32) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        message: "expected an expression".to_owned(),
        file: "main.py".to_owned(),
        line,
        column: 0,
        end_line: line,
        end_column: 1,
    }
}

fn open(entry: usize) -> Action {
    Action::Open {
        scenario: Box::new(gallery::all()[entry].scenario()),
        notice: "message.example_opened",
        now_ms: 1.0,
    }
}

#[test]
fn own_work_that_is_replaced_becomes_a_draft_and_comes_back() {
    let mut state = after([Action::Edit(OWN.to_owned()), open(1)]);
    assert_eq!(state.source(), gallery::all()[1].source);
    assert_eq!(state.drafts.len(), 1);
    assert!(
        state
            .notice
            .as_ref()
            .is_some_and(|notice| notice.action.is_some())
    );
    state.apply(Action::OpenDraft {
        index: 0,
        now_ms: 2.0,
    });
    assert_eq!(state.source(), OWN);
    assert!(
        state.drafts.is_empty(),
        "an example as it came needs no draft"
    );
}

#[test]
fn going_from_example_to_example_leaves_no_drafts() {
    let state = after([open(1), open(2)]);
    assert!(state.drafts.is_empty());
    assert_eq!(state.notice, None);
}

#[test]
fn drafts_are_bounded_and_never_doubled() {
    let mut state = fresh();
    for number in 0..2 * super::work::MAX_DRAFTS {
        state.apply(Action::Edit(format!("print({number})")));
        state.apply(open(1));
        state.apply(Action::Edit("print('again')".to_owned()));
        state.apply(open(1));
    }
    assert_eq!(state.drafts.len(), super::work::MAX_DRAFTS);
    let again = |draft: &&Draft| draft.title().contains("again");
    assert_eq!(state.drafts.iter().filter(again).count(), 1);
}

#[test]
fn a_form_rewrites_its_literal_and_asks_for_a_run() {
    let state = after([
        Action::Edit(OWN.to_owned()),
        Action::SetParam("N".to_owned(), Literal::Int(7)),
    ]);
    assert!(state.source().starts_with("N = 7  #@param"));
    assert_eq!(state.rerun, 1);
    assert_eq!(state.doc_revision, 1, "the editor takes the new text over");
}

#[test]
fn typing_never_rewrites_the_editor() {
    let state = after([
        Action::Edit(OWN.to_owned()),
        Action::Edit("x = 1".to_owned()),
    ]);
    assert_eq!(state.doc_revision, 0);
}

#[test]
fn a_report_of_an_earlier_run_is_left_out() {
    let mut state = after([Action::Run, Action::Run, done(1)]);
    assert!(state.report.is_none() && state.is_running());
    state.apply(done(2));
    assert!(state.report.is_some() && !state.is_running());
}

#[test]
fn an_error_keeps_the_last_timeline_and_marks_it_stale() {
    let mut state = after([
        Action::Run,
        done(1),
        Action::Edit("def f(:".to_owned()),
        Action::Run,
    ]);
    assert!(!state.is_stale());
    state.apply(Action::Engine(FromEngine::Refused {
        id: 2,
        diagnostics: vec![error(1)],
    }));
    assert!(state.is_stale() && !state.is_running() && state.report.is_some());
    state.apply(Action::Edit("print(1)".to_owned()));
    state.apply(Action::Run);
    state.apply(done(3));
    assert!(!state.is_stale(), "what ran has no errors");
}

#[test]
fn an_answer_to_the_check_of_an_older_text_is_left_out() {
    let late = FromEngine::Checked {
        id: 1,
        diagnostics: vec![error(1)],
    };
    let state = after([
        Action::Edit("def f(:".to_owned()),
        Action::Edit("x = 1".to_owned()),
        Action::Engine(late),
    ]);
    assert!(state.diagnostics.is_empty());
}

#[test]
fn stop_waits_for_the_engine_and_a_replaced_engine_frees_the_page() {
    let mut state = after([Action::Stop]);
    assert_eq!(state.phase, Phase::Idle, "nothing runs");
    state.apply(Action::Run);
    state.apply(Action::Stop);
    assert_eq!(state.phase, Phase::Stopping);
    state.apply(Action::EngineReplaced(Notice::warning("message.no_answer")));
    assert_eq!(state.phase, Phase::Idle);
}

#[test]
fn the_view_of_a_link_outlives_its_first_run_only() {
    let mut scenario = gallery::all()[0].scenario();
    scenario.view.range_ns = Some((100, 500));
    scenario.view.tab = Some("summary".to_owned());
    let mut state = State::new(scenario, Settings::default(), Vec::new());
    state.apply(Action::Run);
    state.apply(done(1));
    assert_eq!(state.scenario.view.range_ns, Some((100, 500)));
    state.apply(Action::Run);
    state.apply(done(2));
    assert_eq!(state.scenario.view.range_ns, None);
    assert_eq!(state.tab(), Tab::Summary);
}

#[test]
fn settings_survive_their_line_and_damage_falls_back() {
    let settings = Settings {
        language: crate::i18n::Language::Zh,
        theme: Theme::Dark,
        columns_percent: 30,
        rows_percent: 70,
    };
    assert_eq!(
        Settings::from_line(&settings.to_line(), Settings::default()),
        settings
    );
    let damaged = Settings::from_line("xx yy 3 300", settings);
    assert_eq!(damaged, settings);
}

#[test]
fn an_examples_lesson_stays_while_the_script_is_still_that_example() {
    let entry = &gallery::all()[0];
    let mut state = fresh();
    state.apply(Action::Edit(format!("{}print('more')\n", entry.source)));
    assert_eq!(
        super::work::entry_of(&state.scenario).map(|entry| &*entry.name),
        Some(&*entry.name)
    );
    state.apply(Action::Edit(OWN.to_owned()));
    assert!(super::work::entry_of(&state.scenario).is_none());
}

fn file(action: FileAction) -> Action {
    Action::File(action)
}

#[test]
fn an_added_file_is_open_and_takes_the_typing_while_forms_stay_with_main() {
    let state = after([
        Action::Edit(OWN.to_owned()),
        file(FileAction::Add),
        Action::Edit("x = 1".to_owned()),
        Action::SetParam("N".to_owned(), Literal::Int(7)),
    ]);
    assert_eq!(
        (state.open_name(), state.open_source()),
        ("module.py", "x = 1")
    );
    assert!(state.source().starts_with("N = 7  #@param"));
}

#[test]
fn a_name_that_can_not_be_is_told_and_left() {
    let mut state = after([file(FileAction::Add), file(FileAction::Add)]);
    for name in ["main.py", "module.py", "a b.py", "2.py", "x", "../x.py", ""] {
        state.apply(Action::CloseNotice);
        state.apply(file(FileAction::Rename(2, name.to_owned())));
        assert_eq!(state.scenario.files[2].name, "module2.py");
        assert!(state.notice.is_some(), "{name:?}");
    }
    state.apply(file(FileAction::Rename(2, "pkg/tools.py".to_owned())));
    assert_eq!(state.open_name(), "pkg/tools.py");
    state.apply(file(FileAction::Rename(0, "other.py".to_owned())));
    assert_eq!(state.scenario.files[0].name, "main.py");
}

#[test]
fn a_removed_file_comes_back_with_the_draft() {
    let mut state = after([
        file(FileAction::Add),
        Action::Edit("x = 1".to_owned()),
        file(FileAction::Remove {
            index: 1,
            now_ms: 1.0,
        }),
    ]);
    assert_eq!(
        (state.scenario.files.len(), state.open_name()),
        (1, "main.py")
    );
    state.apply(Action::OpenDraft {
        index: 0,
        now_ms: 2.0,
    });
    assert_eq!(state.scenario.files[1].text, "x = 1");
}

#[test]
fn a_place_in_another_file_opens_it_and_its_line_is_marked_there_alone() {
    let mut state = after([file(FileAction::Add), file(FileAction::Open(0))]);
    state.apply(Action::Select {
        lane: LaneId(0),
        at_ns: 0,
        place: Place::new(1, 3),
    });
    assert_eq!((state.open_index, state.running_line()), (1, 3));
    state.apply(file(FileAction::Open(0)));
    assert_eq!(state.running_line(), 0);
    state.apply(Action::GoTo {
        file: Some(1),
        line: 2,
        column: 0,
    });
    assert_eq!(state.open_index, 1);
}

#[test]
fn every_tab_is_found_by_its_name() {
    for tab in Tab::ALL {
        assert_eq!(Tab::from_name(tab.name()), Some(tab));
    }
}
