//! What must hold of the panel **Sweep**, whatever happens.

use super::super::show::Show;
use super::super::started::Started;
use super::*;
use interleave_engine::Ending;
use interleave_lab::bridge::FromLab;
use interleave_scenario::gallery;
use std::rc::Rc;

/// The sweep of `scenario` that the controls describe begins, at 5 ms.
fn begin(state: &mut Sweeping, scenario: &Scenario) {
    let planned = state.plan(scenario).expect("a plan");
    state.apply(Happened::Began(Started {
        base: Rc::new(scenario.clone()),
        lines: planned.lines,
        sweep: planned.sweep,
        figures: vec![None; planned.points.len()],
        points: Rc::new(planned.points),
        began_ms: 5.0,
        took_ms: None,
    }));
}

#[test]
fn settings_come_back_and_strange_ones_are_told() {
    let mut state = Sweeping::default();
    assert_eq!(state.words(), "");
    state.apply(Happened::To("WORKERS".to_owned(), 64.0));
    state.apply(Happened::Scale(Scale::Log));
    state.apply(Happened::Points(9000.0));
    state.apply(Happened::Lines(Some("cores".to_owned())));
    state.apply(Happened::Show(Show::Latency));
    let words = state.words();
    assert_eq!(
        words,
        "axis.WORKERS~to.64~scale.log~points.1000~lines.cores~show.latency"
    );
    let mut other = Sweeping::default();
    other.apply(Happened::Given(words));
    assert_eq!(other, state);
    other.apply(Happened::Given(
        "axis.a<b~to.inf~from.0.5~each.3~tea.hot".to_owned(),
    ));
    assert_eq!(other.words(), "from.0.5");
    assert_eq!(other.unread, ["axis.a<b", "to.inf", "tea.hot"]);
}

#[test]
fn a_link_to_a_chart_asks_for_it() {
    let scenario = gallery::all()[0].scenario();
    let mut state = Sweeping::default();
    state.apply(Happened::To("WORKERS".to_owned(), 8.0));
    let unswept = "axis.WORKERS~to.8";
    let swept = "axis.WORKERS~to.8~swept.yes";
    begin(&mut state, &scenario);
    assert_eq!(state.words(), swept);
    state.apply(Happened::Stopped);
    assert_eq!(state.words(), unswept);
    begin(&mut state, &scenario);
    state.apply(Happened::Over(25.0));
    assert_eq!(state.words(), swept);
    // What the chart shows may change, but not what was swept.
    state.apply(Happened::Show(Show::Latency));
    assert!(state.words().ends_with("~show.latency~swept.yes"));
    state.apply(Happened::To("WORKERS".to_owned(), 9.0));
    assert!(!state.words().contains("swept"));

    let mut other = Sweeping::default();
    other.apply(Happened::Given(swept.to_owned()));
    assert!(other.is_due && other.unread.is_empty());
    assert_eq!(other.words(), swept);
    begin(&mut other, &scenario);
    assert!(!other.is_due);
    other.apply(Happened::Given("swept.no".to_owned()));
    assert_eq!(other.unread, ["swept.no"]);
    other.apply(Happened::Given(swept.to_owned()));
    other.apply(Happened::Problem(Problem::TooMany));
    assert!(!other.is_due);
}

#[test]
fn what_can_not_be_swept_is_told_and_the_usual_spacing_suits_the_axis() {
    let scenario = gallery::all()[0].scenario();
    let mut state = Sweeping::default();
    assert_eq!(state.scale_for(&scenario), Scale::Every);
    let planned = state.plan(&scenario).expect("a plan");
    assert_eq!(planned.points.len(), 64);
    state.apply(Happened::To("WORKERS".to_owned(), 65.0));
    let outside = Problem::Outside {
        axis: Axis::Param("WORKERS".to_owned()),
        least: 1.0,
        most: 64.0,
    };
    assert_eq!(state.plan(&scenario), Err(outside));
    state.apply(Happened::Axis("latency_ms".to_owned()));
    assert_eq!(state.scale_for(&scenario), Scale::Linear);
    state.apply(Happened::Points(800.0));
    state.apply(Happened::Lines(Some("cores".to_owned())));
    assert_eq!(state.plan(&scenario), Err(Problem::TooMany));
    // A share of waiting is nothing that this script has.
    state.apply(Happened::Axis("io_share".to_owned()));
    assert_eq!(state.axis_of(&scenario), Axis::Param("WORKERS".to_owned()));
}

#[test]
fn ends_are_those_of_their_axis() {
    let scenario = gallery::all()[0].scenario();
    let mut state = Sweeping::default();
    state.apply(Happened::To("SOMETHING_ELSE".to_owned(), 7.0));
    assert_eq!(state.ends(&scenario), (1.0, 64.0));
    state.apply(Happened::To("WORKERS".to_owned(), 7.0));
    assert_eq!(state.ends(&scenario), (1.0, 7.0));
}

#[test]
fn a_point_of_the_chart_is_the_run_that_it_shows() {
    let scenario = gallery::all()[0].scenario();
    let mut state = Sweeping::default();
    assert_eq!(state.axis_of(&scenario), Axis::Param("WORKERS".to_owned()));
    assert_eq!(state.ends(&scenario), (1.0, 64.0));
    begin(&mut state, &scenario);
    let came = [4, 2, 9].map(|index| {
        let figures = Figures {
            makespan_ns: 30_000_000_000 / (index as u64 + 1),
            ending: Ending::Finished,
            ..Figures::default()
        };
        (index, figures)
    });
    state.apply(Happened::Came(came.to_vec()));
    state.apply(Happened::Over(25.0));
    let started = state.started.expect("it was started");
    assert_eq!((started.done(), started.took_ms), (3, Some(20.0)));
    let series = started.series(Show::Makespan, |_, _| "m".to_owned());
    assert_eq!(series[0].points, [(3.0, 10.0), (5.0, 6.0), (10.0, 3.0)]);
    let shown = started.point(Show::Makespan, 0, 1).expect("a point");
    assert_eq!(shown.x, 5.0);
    assert!(shown.scenario.files[0].text.contains("WORKERS = 5 "));
    assert_eq!(started.point(Show::Makespan, 0, 3), None);
    let set = FromLab::SetParam {
        name: "WORKERS".to_owned(),
        literal: "5".to_owned(),
    };
    assert_eq!(started.opening(shown, &scenario), [set]);
    assert_eq!(started.opening(shown, &shown.scenario), [FromLab::Run]);
    let mut other = scenario;
    other.files[0].text.push_str("print('more')\n");
    let opened = FromLab::Open(Box::new(shown.scenario.clone()));
    assert_eq!(started.opening(shown, &other), [opened]);
}
