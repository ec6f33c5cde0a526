//! What the panel **Sweep** holds and how it changes. Must not touch the browser.

use super::setting::within;
use super::show::Show;
use super::started::Started;
use interleave_engine::Figures;
use interleave_engine::sweep::{Axis, MAX_RUNS, Point, Range, Scale, Sweep};
use interleave_scenario::Scenario;
use interleave_scenario::param::{self, ParamKind};
use std::rc::Rc;
use yew::Reducible;

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The range goes beyond what the axis takes.
    Outside {
        /// What is varied.
        axis: Axis,
        /// The least value.
        least: f64,
        /// The greatest.
        most: f64,
    },
    /// There would be more runs than [`MAX_RUNS`].
    TooMany,
    /// Something else, in the engine's words.
    Failed(String),
}

/// The panel's state.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweeping {
    /// What is varied; by name, for a form of another script may have the same.
    pub axis: Option<String>,
    /// The range's ends and how many values, where a person has set them.
    pub from: Option<f64>,
    /// The last value.
    pub to: Option<f64>,
    /// How many values.
    pub points: u32,
    /// How they lie, where a person has said so.
    pub scale: Option<Scale>,
    /// What is varied beside it.
    pub lines: Option<String>,
    /// How many lines.
    pub line_points: u32,
    /// What the chart shows.
    pub show: Show,
    /// What was last started.
    pub started: Option<Started>,
    /// Whether it is under way.
    pub is_running: bool,
    /// Whether a link asks for the chart of its settings, which is not started yet.
    pub is_due: bool,
    /// What is wrong.
    pub problem: Option<Problem>,
    /// What the page gave that could not be read.
    pub unread: Vec<String>,
}

impl Default for Sweeping {
    fn default() -> Sweeping {
        Sweeping {
            axis: None,
            from: None,
            to: None,
            points: 20,
            scale: None,
            lines: None,
            line_points: 3,
            show: Show::Makespan,
            started: None,
            is_running: false,
            is_due: false,
            problem: None,
            unread: Vec::new(),
        }
    }
}

/// A sweep that can be started.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// What it varies.
    pub sweep: Sweep,
    /// Its runs.
    pub points: Vec<Point>,
    /// Its lines' values.
    pub lines: Vec<Option<f64>>,
}

/// So many whole numbers are not many.
const FEW: f64 = 200.0;
/// The fewest and the most values of a range.
pub const POINTS: (f64, f64) = (2.0, 1000.0);
/// The fewest and the most lines.
pub const LINES: (f64, f64) = (2.0, 6.0);

/// Something that happened to the panel.
#[derive(Clone, Debug)]
pub enum Happened {
    /// Another axis was chosen; its range is its own.
    Axis(String),
    /// The range of the axis of that name begins there.
    From(String, f64),
    /// The range of the axis of that name ends there.
    To(String, f64),
    /// It has so many values.
    Points(f64),
    /// They lie so.
    Scale(Scale),
    /// Another second axis, or none, was chosen.
    Lines(Option<String>),
    /// It has so many values.
    LinePoints(f64),
    /// The chart is to show this.
    Show(Show),
    /// A sweep has begun.
    Began(Started),
    /// The runs of these numbers came to these figures.
    Came(Vec<(usize, Figures)>),
    /// All runs have figures, at that time of the browser's clock, in ms.
    Over(f64),
    /// Stop was pressed.
    Stopped,
    /// It can't be swept, or can't go on: why.
    Problem(Problem),
    /// The page gives it these settings.
    Given(String),
}

impl Reducible for Sweeping {
    type Action = Happened;

    fn reduce(self: Rc<Self>, happened: Happened) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        next.apply(happened);
        Rc::new(next)
    }
}

/// The script's forms that hold a number or a choice of two.
pub fn forms(scenario: &Scenario) -> Vec<String> {
    let text = scenario.files.first().map_or("", |file| &file.text);
    let forms = param::parse(text).into_iter().filter(|form| {
        matches!(
            form.kind,
            ParamKind::Slider { .. } | ParamKind::Number { .. } | ParamKind::Checkbox
        )
    });
    forms.map(|form| form.name).collect()
}

impl Sweeping {
    /// The axis that is chosen, as far as `scenario` has it; else its first form, or its cores.
    pub fn axis_of(&self, scenario: &Scenario) -> Axis {
        let forms = forms(scenario);
        let known = |name: &&String| {
            let axis = Axis::from_name(name);
            forms.contains(name) || !matches!(axis, Axis::Param(_)) && axis.bounds(scenario).is_ok()
        };
        let chosen = self.axis.as_ref().filter(known);
        chosen
            .or(forms.first())
            .map_or(Axis::Cores, |name| Axis::from_name(name))
    }

    /// The range's ends: the person's for this axis, else all that the axis takes, and no more than can be told
    /// apart.
    pub fn ends(&self, scenario: &Scenario) -> (f64, f64) {
        let axis = self.axis_of(scenario);
        let (least, most) = default_ends(&axis, scenario);
        if self.axis.as_deref() != Some(axis.name()) {
            return (least, most);
        }
        (self.from.unwrap_or(least), self.to.unwrap_or(most))
    }

    /// How the values lie: as the person says, else every whole number where these are not many.
    pub fn scale_for(&self, scenario: &Scenario) -> Scale {
        let axis = self.axis_of(scenario);
        let (from, to) = self.ends(scenario);
        let is_whole = axis.bounds(scenario).is_ok_and(|(_, _, whole)| whole);
        let usual = match is_whole && (to - from).abs() <= FEW {
            true => Scale::Every,
            false => Scale::Linear,
        };
        match axis {
            // Versions are few and each is tried.
            Axis::Python => Scale::Every,
            _ => self.scale.unwrap_or(usual),
        }
    }

    /// What the controls describe.
    pub fn plan(&self, scenario: &Scenario) -> Result<Planned, Problem> {
        let sweep = self.sweep(scenario);
        let Range { axis, from, to, .. } = &sweep.range;
        let (least, most, _) = axis.bounds(scenario).map_err(Problem::Failed)?;
        if from.min(*to) < least || from.max(*to) > most {
            let axis = axis.clone();
            return Err(Problem::Outside { axis, least, most });
        }
        let lines = sweep.line_values(scenario).map_err(Problem::Failed)?;
        let each = match sweep.range.scale {
            Scale::Every => (to - from).abs(),
            _ => f64::from(self.points),
        };
        if lines.len() as f64 * each >= MAX_RUNS as f64 {
            return Err(Problem::TooMany);
        }
        let points = sweep.points(scenario).map_err(Problem::Failed)?;
        Ok(Planned {
            sweep,
            points,
            lines,
        })
    }

    /// The same, not yet looked at.
    pub(super) fn sweep(&self, scenario: &Scenario) -> Sweep {
        let axis = self.axis_of(scenario);
        let (from, to) = self.ends(scenario);
        let lines = self.lines.as_ref().map(|name| Axis::from_name(name));
        let lines = lines.filter(|lines| *lines != axis && lines.bounds(scenario).is_ok());
        let lines = lines.map(|axis| {
            let (from, to) = default_ends(&axis, scenario);
            Range {
                axis,
                from,
                to,
                points: self.line_points,
                scale: Scale::Linear,
            }
        });
        let range = Range {
            axis,
            from,
            to,
            points: self.points,
            scale: self.scale_for(scenario),
        };
        Sweep { range, lines }
    }

    pub(super) fn apply(&mut self, happened: Happened) {
        match happened {
            Happened::Axis(name) => {
                self.axis = Some(name);
                (self.from, self.to) = (None, None);
            }
            Happened::From(axis, from) => {
                self.keep_to(axis);
                self.from = Some(from);
            }
            Happened::To(axis, to) => {
                self.keep_to(axis);
                self.to = Some(to);
            }
            Happened::Points(points) => self.points = within(POINTS, points),
            Happened::Scale(scale) => self.scale = Some(scale),
            Happened::Lines(lines) => self.lines = lines,
            Happened::LinePoints(points) => self.line_points = within(LINES, points),
            Happened::Show(show) => self.show = show,
            Happened::Began(started) => {
                self.started = Some(started);
                (self.is_running, self.is_due) = (true, false);
                self.problem = None;
            }
            Happened::Came(came) => {
                let Some(started) = &mut self.started else {
                    return;
                };
                for (index, figures) in came {
                    if let Some(place) = started.figures.get_mut(index) {
                        *place = Some(figures);
                    }
                }
            }
            Happened::Over(now_ms) => {
                self.is_running = false;
                if let Some(started) = &mut self.started {
                    started.took_ms = Some(now_ms - started.began_ms);
                }
            }
            Happened::Problem(problem) => {
                (self.is_running, self.is_due) = (false, false);
                self.problem = Some(problem);
            }
            Happened::Stopped => self.is_running = false,
            Happened::Given(words) => self.set_to(&words),
        }
    }

    /// An end belongs to an axis: another script's ends are its own.
    fn keep_to(&mut self, axis: String) {
        if self.axis.as_ref() != Some(&axis) {
            (self.axis, self.from, self.to) = (Some(axis), None, None);
        }
    }
}

fn default_ends(axis: &Axis, scenario: &Scenario) -> (f64, f64) {
    let (least, most, _) = axis.bounds(scenario).unwrap_or((0.0, 1.0, true));
    match axis {
        Axis::Cores => (1.0, 16.0),
        Axis::Seed => (1.0, 50.0),
        Axis::SwitchIntervalMs => (0.1, 20.0),
        Axis::LatencyMs => (0.0, 500.0),
        _ => (least, most.min(least + 1_000.0)),
    }
}

#[cfg(test)]
mod tests;
