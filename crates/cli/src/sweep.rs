//! `interleave sweep`: one setting over a range, as CSV or as a chart. Owns what is typed after `--over`; the sweep is
//! the engine's.

use crate::arguments::Run;
use interleave_engine::sweep::{
    Axis, CHART_WIDTH, ChartWords, Measure, Point, Range, Scale, Series, Sweep, chart, csv, knee,
    stand_alone,
};
use interleave_engine::{Figures, evaluate_all};
use interleave_scenario::Scenario;

const SHAPE: &str = "--over is written as NAME=FROM..TO or NAME=FROM..TO:VALUES";

/// What `sweep` prints for `scenario`.
pub(crate) fn sweep(options: &Run, scenario: &Scenario) -> Result<String, String> {
    let over = options.over.as_deref().ok_or(SHAPE)?;
    let sweep = Sweep {
        range: range(over)?,
        lines: None,
    };
    let points = sweep.points(scenario)?;
    let scenarios = points.iter().map(|point| point.scenario.clone()).collect();
    let ran: Vec<(Point, Figures)> = points.into_iter().zip(evaluate_all(scenarios)).collect();
    match options.svg {
        true => Ok(drawn(&sweep, &ran)),
        false => Ok(csv(&sweep, &[None], &ran)),
    }
}

fn range(over: &str) -> Result<Range, String> {
    let (name, values) = over.split_once('=').ok_or(SHAPE)?;
    let (from, rest) = values.split_once("..").ok_or(SHAPE)?;
    let (to, points) = match rest.split_once(':') {
        Some((to, points)) => (to, Some(points.parse().map_err(|_| SHAPE)?)),
        None => (rest, None),
    };
    Ok(Range {
        axis: Axis::from_name(name.trim()),
        from: from.trim().parse().map_err(|_| SHAPE)?,
        to: to.trim().parse().map_err(|_| SHAPE)?,
        points: points.unwrap_or(2),
        scale: match points {
            Some(_) => Scale::Linear,
            None => Scale::Every,
        },
    })
}

fn drawn(sweep: &Sweep, ran: &[(Point, Figures)]) -> String {
    let points = ran
        .iter()
        .filter_map(|(point, figures)| Some((point.x, Measure::Makespan.of(figures)?)));
    let series = Series {
        name: "makespan".to_owned(),
        points: points.collect(),
    };
    let axis = &sweep.range.axis;
    let words = ChartWords {
        title: format!("makespan over {}", axis.name()),
        x: axis.name().to_owned(),
        y: "makespan, s".to_owned(),
        knee: "knee at".to_owned(),
        unit: Measure::Makespan.unit().to_owned(),
    };
    let knee = knee(&series.points, false).map(|index| series.points[index].0);
    let mut svg = stand_alone(&chart(axis, &[series], knee, false, &words, CHART_WIDTH));
    svg.push('\n');
    svg
}
