//! Sweeps of the gallery's first entry: its values, its figures, its knee, and what is exported.

use interleave_engine::sweep::{
    Axis, CHART_WIDTH, ChartWords, Measure, Point, Range, Scale, Series, Sweep, chart, csv, knee,
    values,
};
use interleave_engine::{Figures, evaluate};
use interleave_scenario::ways::{Way, Workload};
use interleave_scenario::{Machine, Scenario, gallery};

fn first() -> Scenario {
    gallery::all()[0].scenario()
}

fn range(axis: Axis, from: f64, to: f64, points: u32, scale: Scale) -> Range {
    Range {
        axis,
        from,
        to,
        points,
        scale,
    }
}

fn workers(from: f64, to: f64) -> Range {
    range(Axis::from_name("WORKERS"), from, to, 2, Scale::Every)
}

#[test]
fn values_lie_as_the_scale_says_and_within_what_the_form_takes() {
    let of = |range: Range| values(&range, &first());
    assert_eq!(of(workers(1.0, 5.0)), Ok(vec![1.0, 2.0, 3.0, 4.0, 5.0]));
    let form = || Axis::from_name("WORKERS");
    let log = of(range(form(), 1.0, 32.0, 6, Scale::Log));
    assert_eq!(log, Ok(vec![1.0, 2.0, 4.0, 8.0, 16.0, 32.0]));
    // Whole numbers that fall together are tried once.
    let few = of(range(form(), 1.0, 3.0, 9, Scale::Linear));
    assert_eq!(few, Ok(vec![1.0, 2.0, 3.0]));
    let seconds = of(range(Axis::from_name("TASK_S"), 0.0, 1.0, 5, Scale::Linear));
    assert_eq!(seconds, Ok(vec![0.0, 0.25, 0.5, 0.75, 1.0]));
    assert!(of(workers(1.0, 65.0)).is_err(), "the slider ends at 64");
    assert!(of(workers(f64::NAN, 3.0)).is_err());
    assert!(of(range(Axis::from_name("NONE"), 0.0, 1.0, 3, Scale::Linear)).is_err());
    assert!(of(range(Axis::Seed, 0.0, 1e9, 3, Scale::Every)).is_err());
}

#[test]
fn every_setting_of_the_machine_can_be_varied() {
    for axis in Axis::MACHINE {
        let (least, ..) = axis.bounds(&first()).expect("bounds");
        let changed = axis.applied(&first(), least.max(3.0)).expect("applied");
        assert_ne!(changed.machine, first().machine, "{axis:?}");
        assert_eq!(Axis::from_name(axis.name()), axis);
    }
}

fn ran(sweep: &Sweep) -> Vec<(Point, Figures)> {
    let points = sweep.points(&first()).expect("points").into_iter();
    points
        .map(|point| {
            let figures = evaluate(&point.scenario);
            (point, figures)
        })
        .collect()
}

#[test]
fn a_sweep_of_workers_falls_levels_off_and_is_exported() {
    let sweep = Sweep {
        range: workers(1.0, 32.0),
        lines: None,
    };
    let ran = ran(&sweep);
    let points: Vec<(f64, f64)> = ran
        .iter()
        .map(|(point, figures)| (point.x, Measure::Makespan.of(figures).expect("it ran")))
        .collect();
    assert_eq!(points.len(), 32);
    let near = |index: usize, seconds: f64| (points[index].1 - seconds).abs() < 0.02;
    assert!(
        near(0, 30.0) && near(2, 10.0) && near(29, 1.0),
        "{points:?}"
    );
    let knee_at = points[knee(&points, false).expect("a knee")].0;
    assert!((3.0..=8.0).contains(&knee_at), "{knee_at}");

    let text = csv(&sweep, &[None], &ran);
    let rows: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(rows.len(), 34, "a header, 32 runs and the end");
    assert!(rows[0].starts_with("WORKERS,ending,makespan_ns,"));
    let columns = rows[0].split(',').count();
    assert!(
        rows[1..33]
            .iter()
            .all(|row| row.split(',').count() == columns)
    );
    assert!(rows[3].starts_with("3,finished,1000"));

    let series = Series {
        name: "a < b".to_owned(),
        points,
    };
    let words = ChartWords {
        title: "t".to_owned(),
        x: "WORKERS".to_owned(),
        y: "s".to_owned(),
        knee: "knee".to_owned(),
        unit: "s".to_owned(),
    };
    let axis = &sweep.range.axis;
    let svg = chart(axis, &[series], Some(knee_at), false, &words, CHART_WIDTH);
    assert_eq!(svg.matches("class=\"point\"").count(), 32);
    assert!(svg.starts_with("<svg") && svg.ends_with("</svg>"));
    assert!(svg.contains("a &lt; b") && svg.contains("class=\"knee\""));
    assert!(!svg.contains("NaN") && !svg.contains("inf"));
}

fn x_labels(svg: &str) -> Vec<f64> {
    let texts = svg.split("text-anchor=\"middle\">").skip(1);
    let texts = texts.filter_map(|rest| rest.split('<').next()?.parse().ok());
    texts.collect()
}

#[test]
fn labels_of_a_narrow_chart_keep_clear_of_each_other_and_lines_are_named_when_there_are_several() {
    let axis = Axis::from_name("WORKERS");
    let series = |name: &str| Series {
        name: name.to_owned(),
        points: (0..10).map(|x| (f64::from(x) * 100_000.0, 1.0)).collect(),
    };
    let of = |series: &[Series], width| {
        let words = ChartWords::default();
        chart(&axis, series, None, false, &words, width)
    };
    let one = [series("alone")];
    assert_eq!(x_labels(&of(&one, CHART_WIDTH)).len(), 10);
    let few = x_labels(&of(&one, 320.0));
    assert!((3..=6).contains(&few.len()), "{few:?}");
    let named = |svg: &str| svg.matches("alone</text>").count();
    assert_eq!(named(&of(&one, 320.0)), 0, "the axis says it");
    let two = of(&[series("alone"), series("other")], 320.0);
    assert_eq!(named(&two), 1);
    // One stop for the Tab key: from there the arrows go on.
    assert_eq!(two.matches("tabindex=\"0\"").count(), 1);
}

#[test]
fn a_share_of_waiting_keeps_how_long_a_task_of_the_script_takes() {
    let workload = Workload::default();
    let script = workload.scenario(Way::Threads, &Machine::default());
    assert_eq!(Axis::IoShare.bounds(&script), Ok((0.0, 100.0, false)));
    let changed = Axis::IoShare.applied(&script, 25.0).expect("applied");
    let forms = interleave_scenario::param::parse(&changed.files[0].text);
    let value = |name: &str| forms.iter().find(|form| form.name == name)?.value.number();
    assert_eq!((value("IO_MS"), value("CPU_MS")), (Some(15.0), Some(45.0)));
    assert!(changed.machine.max_steps > script.machine.max_steps);
    assert!(
        Axis::IoShare.bounds(&first()).is_err(),
        "it has no such forms"
    );
    assert_eq!(Axis::from_name("io_share"), Axis::IoShare);
}

#[test]
fn a_second_setting_gives_a_line_each() {
    let sweep = Sweep {
        range: workers(1.0, 3.0),
        lines: Some(range(Axis::from_name("TASKS"), 3.0, 6.0, 2, Scale::Linear)),
    };
    let points = sweep.points(&first()).expect("points");
    let shape: Vec<(usize, f64)> = points.iter().map(|point| (point.line, point.x)).collect();
    let expected = [(0, 1.0), (0, 2.0), (0, 3.0), (1, 1.0), (1, 2.0), (1, 3.0)];
    assert_eq!(shape, expected);
    assert_eq!(sweep.line_values(&first()), Ok(vec![Some(3.0), Some(6.0)]));
    assert!(points[5].scenario.files[0].text.contains("TASKS = 6 "));
}
