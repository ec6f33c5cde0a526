//! A sweep that was started: what its runs came to, as the chart's lines and knee, and what opens a run of it. Must not
//! touch the browser.

use super::show::Show;
use interleave_engine::sweep::{Measure, Point, Series, Sweep, knee};
use interleave_engine::{Ending, Figures, Unit};
use interleave_lab::bridge::FromLab;
use interleave_scenario::{Scenario, param};
use std::rc::Rc;

/// A sweep that was started.
#[derive(Clone, Debug, PartialEq)]
pub struct Started {
    /// What was shown.
    pub base: Rc<Scenario>,
    /// What it varies.
    pub sweep: Sweep,
    /// Its lines' values.
    pub lines: Vec<Option<f64>>,
    /// Its runs.
    pub points: Rc<Vec<Point>>,
    /// What they came to.
    pub figures: Vec<Option<Figures>>,
    /// When it began, in ms of the browser's clock.
    pub began_ms: f64,
    /// How long it took, in ms of the browser's clock, once it is over.
    pub took_ms: Option<f64>,
}

impl Started {
    /// The chart's lines. `name` names one, by its measure or by its line's value.
    pub fn series(&self, show: Show, name: impl Fn(Measure, Option<f64>) -> String) -> Vec<Series> {
        let measures = show.measures(self.sweep.lines.is_some());
        let mut all = Vec::new();
        for (line, value) in self.lines.iter().enumerate() {
            for &measure in measures {
                let ran = self.points.iter().zip(&self.figures);
                let points = ran.filter(|(point, _)| point.line == line);
                let points = points
                    .filter_map(|(point, figures)| Some((point.x, measure.of(figures.as_ref()?)?)));
                all.push(Series {
                    name: name(measure, *value),
                    points: points.collect(),
                });
            }
        }
        all
    }

    /// The run of a point of the chart.
    pub fn point(&self, show: Show, series: usize, index: usize) -> Option<&Point> {
        let measures = show.measures(self.sweep.lines.is_some());
        let (line, measure) = (series / measures.len(), measures[series % measures.len()]);
        let ran = self.points.iter().zip(&self.figures);
        let shown = ran.filter(|(point, figures)| {
            let figures = figures.as_ref();
            point.line == line && figures.and_then(|figures| measure.of(figures)).is_some()
        });
        shown.map(|(point, _)| point).nth(index)
    }

    /// The first line that has a knee, and the value at it.
    pub fn knee(&self, show: Show) -> Option<(usize, f64)> {
        if !self.sweep.range.axis.is_amount() {
            return None;
        }
        let measure = show.measures(self.sweep.lines.is_some())[0];
        let series = self.series(show, |_, _| String::new());
        let mut knees = series.iter().enumerate().filter_map(|(line, series)| {
            let index = knee(&series.points, measure.is_gain())?;
            Some((line, series.points[index].0))
        });
        knees.next()
    }

    /// Whether `shown` is what was swept, or one of its runs.
    pub fn is_of(&self, shown: &Scenario) -> bool {
        let same = |one: &Scenario| one.files == shown.files && one.machine == shown.machine;
        same(&self.base) || self.points.iter().any(|point| same(&point.scenario))
    }

    /// What to tell the page so that it runs `point`, while it shows `shown`. Of what was swept only the varied
    /// values change, so that the editor can take that back and no work is put aside.
    pub fn opening(&self, point: &Point, shown: &Scenario) -> Vec<FromLab> {
        if !self.is_of(shown) {
            return vec![FromLab::Open(Box::new(point.scenario.clone()))];
        }
        let forms = |scenario: &Scenario| {
            let file = scenario.files.first();
            param::parse(file.map_or("", |file| &file.text))
        };
        let (now, then) = (forms(shown), forms(&point.scenario));
        let both = now.iter().zip(then);
        let changed = both.filter(|(now, then)| now.value != then.value);
        let mut messages: Vec<FromLab> = changed
            .map(|(_, then)| FromLab::SetParam {
                literal: then.value.to_string(),
                name: then.name,
            })
            .collect();
        let machine = &point.scenario.machine;
        if *machine != shown.machine {
            messages.push(FromLab::SetMachine(Box::new(machine.clone())));
        }
        if messages.is_empty() {
            messages.push(FromLab::Run);
        }
        messages
    }

    /// The runs that have figures.
    pub fn ran(&self) -> Vec<(Point, Figures)> {
        let ran = self.points.iter().zip(&self.figures);
        ran.filter_map(|(point, figures)| Some((point.clone(), figures.clone()?)))
            .collect()
    }

    /// How many runs have figures.
    pub fn done(&self) -> usize {
        self.figures.iter().flatten().count()
    }

    /// How many did not finish.
    pub fn unfinished(&self) -> usize {
        let figures = self.figures.iter().flatten();
        figures
            .filter(|figures| figures.ending != Ending::Finished)
            .count()
    }

    /// What is counted.
    pub fn unit(&self) -> Unit {
        let first = self.figures.iter().flatten().next();
        first.map_or(Unit::Nothing, |figures| figures.unit)
    }
}
