//! The panel's state: what a start, a form's change and a chain of real runs make of it.

use super::*;
use crate::compare::measuring::{Measured, Real};
use interleave_pool::plan::CannotRun;
use interleave_pool::protocol::Dropped;

fn figures(makespan_ns: u64, ending: Ending) -> Box<Figures> {
    Box::new(Figures {
        makespan_ns,
        ending,
        ..Figures::default()
    })
}

/// A workload whose ways have run, the first in the shortest time.
fn compared() -> Comparing {
    let mut state = Comparing::default();
    let rows = state.ways(&Machine::default());
    let count = rows.len();
    state.apply(Happened::Began(rows));
    for index in 0..count {
        assert_eq!(state.recommendation(), None);
        assert!(!state.can_measure());
        let ran = figures(1_000_000_000 * (index as u64 + 1), Ending::Finished);
        state.apply(Happened::Heard(Heard::Figures(index, ran)));
    }
    state.apply(Happened::Heard(Heard::Over));
    state
}

fn refused(state: &Comparing) -> Happened {
    Happened::Conductor(FromConductor::Refused {
        id: state.order_id().expect("an order is under way"),
        why: CannotRun::NeedsIsolation,
    })
}

#[test]
fn a_recommendation_waits_for_every_way() {
    let state = compared();
    let best = state.recommendation().expect("all were run");
    assert_eq!(best.way, Way::Sequential);
    assert_eq!(
        (state.longest_ns(), state.quickest()),
        (6_000_000_000, Some(0))
    );
    assert_eq!(state.work, Work::Idle);
    assert!(state.is_current());
}

#[test]
fn a_group_has_a_row_for_each_entry() {
    let mut state = Comparing::default();
    state.apply(Happened::Chose(Subject::Group("ten-jobs".to_owned())));
    assert_eq!(state.ways(&Machine::default()).len(), 5);
}

#[test]
fn every_way_is_run_for_real_one_after_the_other() {
    let mut state = compared();
    state.apply(Happened::Measure);
    for row in 0..state.rows.len() {
        assert_eq!(state.traced_row(), Some(row));
        state.apply(Happened::Traced(row, Ok(vec![1])));
        let Work::Measuring { id, order, .. } = state.work.clone() else {
            panic!("{:?}", state.work);
        };
        // Six seconds take longer than anybody waits for.
        assert_eq!((order.scale, order.repeats), (10, 3));
        let has_gil = state.rows[row].way != Some(Way::FreeThreaded);
        assert_eq!(order.has_gil, has_gil);
        // Another panel's order.
        state.apply(Happened::Conductor(FromConductor::Dropped {
            id: id - COMPARED,
            why: Dropped::Stopped,
        }));
        assert_eq!(state.order_id(), Some(id));
        state.apply(refused(&state));
    }
    assert_eq!(state.work, Work::Idle);
    let refusal = Some(Real::Refused(CannotRun::NeedsIsolation));
    assert!(state.rows.iter().all(|row| row.real == refusal));
}

const COMPARED: u32 = crate::runner::COMPARED_FROM;

#[test]
fn stop_and_a_hidden_page_end_all_of_them() {
    for why in [Dropped::Stopped, Dropped::Hidden] {
        let mut state = compared();
        state.apply(Happened::Measure);
        state.apply(Happened::Traced(0, Ok(vec![1])));
        let id = state.order_id().expect("an order is under way");
        let dropped = FromConductor::Dropped {
            id,
            why: why.clone(),
        };
        state.apply(Happened::Conductor(dropped));
        assert_eq!(state.work, Work::Idle);
        assert_eq!(state.rows[0].real, Some(Real::Dropped(why)));
        assert_eq!(state.rows[1].real, None);
    }
}

#[test]
fn a_second_stop_does_not_wait_for_an_answer() {
    let mut state = compared();
    state.apply(Happened::Measure);
    state.apply(Happened::Traced(0, Ok(vec![1])));
    state.apply(Happened::Stopped);
    assert_eq!(state.ends, 0);
    assert!(state.order_id().is_some());
    state.apply(Happened::Stopped);
    assert_eq!((state.ends, state.work.clone()), (1, Work::Idle));
}

#[test]
fn what_has_no_trace_or_never_ended_says_so_and_the_others_go_on() {
    let mut state = compared();
    let stuck = figures(5, Ending::Stuck);
    state.rows[1].figures = Some(*stuck);
    state.apply(Happened::Measure);
    state.apply(Happened::Traced(0, Err("no memory".to_owned())));
    assert_eq!(state.traced_row(), Some(2));
    assert_eq!(
        state.rows[0].real,
        Some(Real::NoTrace("no memory".to_owned()))
    );
    assert_eq!(state.rows[1].real, Some(Real::Endless(Ending::Stuck)));
    assert_ne!(state.quickest(), Some(1));
    state.apply(Happened::Stopped);
    assert_eq!((state.ends, state.work.clone()), (1, Work::Idle));
}

#[test]
fn the_form_says_what_it_did_not_take() {
    let mut state = Comparing::default();
    state.apply(Happened::Set(Field::Workers, 1_000.0));
    assert_eq!(state.workload.workers, 64);
    assert_eq!(state.problem(), Some(Problem::Beyond(Field::Workers)));
    state.apply(Happened::Set(Field::Workers, f64::NAN));
    assert_eq!(state.workload.workers, 64);
    assert_eq!(state.problem(), Some(Problem::NoNumber(Field::Workers)));
    state.apply(Happened::Set(Field::Workers, 8.0));
    assert_eq!(state.problem(), None);
    state.apply(Happened::Set(Field::CpuMs, 10_000.0));
    assert!(state.problem().is_some_and(Problem::forbids));
    state.apply(Happened::Set(Field::CpuMs, 1.0));
    state.apply(Happened::Set(Field::PayloadKb, 100_000.0));
    assert!(matches!(state.problem(), Some(Problem::TooMuchData(_))));
    state.apply(Happened::Chose(Subject::Group("laundry".to_owned())));
    assert_eq!(state.problem(), None);
}

#[test]
fn settings_come_back_and_strange_ones_are_told() {
    let mut state = Comparing::default();
    assert_eq!(state.words(), "");
    state.apply(Happened::Set(Field::Tasks, 20.0));
    state.apply(Happened::Set(Field::CpuMs, 2.5));
    state.apply(Happened::ChoseScale(100));
    state.apply(Happened::ChoseRepeats(1));
    state.apply(Happened::Chose(Subject::Group("laundry".to_owned())));
    let words = state.words();
    assert_eq!(words, "job.laundry~tasks.20~cpu_ms.2.5~scale.100~repeats.1");
    let mut other = compared();
    other.apply(Happened::Given(words.clone()));
    assert_eq!((other.words(), other.unread.len()), (words, 0));
    assert_eq!(other.rows.len(), 6);
    other.apply(Happened::Given(
        "job.none~tasks.9000~io_share.5~cpu_ms.x~scale.7".to_owned(),
    ));
    assert_eq!(other.words(), "tasks.500");
    assert_eq!(
        other.unread,
        ["job.none", "io_share.5", "cpu_ms.x", "scale.7"]
    );
}

#[test]
fn measured_bars_share_the_axis_of_predicted_ones() {
    let mut state = compared();
    let measured = |makespan_ns| {
        Some(Real::Measured(Box::new(Measured {
            scale: 10,
            makespan_ns,
            spread_ns: (makespan_ns, makespan_ns),
            repeats: 1,
            parts: Default::default(),
            expected_ns: makespan_ns,
            ready_ns: 1,
            replaced: 0,
            distorted: Vec::new(),
        })))
    };
    state.rows[0].real = measured(8_000_000_000);
    state.rows[3].real = measured(7_000_000_000);
    assert_eq!(state.longest_ns(), 8_000_000_000);
    assert_eq!(state.quickest_measured(), Some(3));
}
