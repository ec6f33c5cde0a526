//! What the panel **Sweep** holds and how it changes. Must not touch the browser.

use crate::engines::Heard;
use crate::settings::{Words, number, read};
use interleave_engine::sweep::{Axis, Measure, Point, Range, Scale, Series, Sweep, knee};
use interleave_engine::{Ending, Figures, Unit};
use interleave_scenario::Scenario;
use interleave_scenario::param::{self, ParamKind};
use std::rc::Rc;
use yew::Reducible;

/// What the chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Makespan.
    Makespan,
    /// Throughput.
    Throughput,
    /// Efficiency.
    Efficiency,
    /// Percentiles of latency.
    Latency,
}

impl Show {
    /// Everything that it can show.
    pub const ALL: [Show; 4] = [
        Show::Makespan,
        Show::Throughput,
        Show::Efficiency,
        Show::Latency,
    ];

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Show::Makespan => "makespan",
            Show::Throughput => "throughput",
            Show::Efficiency => "efficiency",
            Show::Latency => "latency",
        }
    }

    /// The measures of the lines; with a second setting there is a line for each of its values, so there is one.
    pub fn measures(self, has_lines: bool) -> &'static [Measure] {
        match (self, has_lines) {
            (Show::Makespan, _) => &[Measure::Makespan],
            (Show::Throughput, _) => &[Measure::Throughput],
            (Show::Efficiency, _) => &[Measure::Efficiency],
            (Show::Latency, true) => &[Measure::LatencyP90],
            (Show::Latency, false) => &[
                Measure::LatencyP50,
                Measure::LatencyP90,
                Measure::LatencyP99,
            ],
        }
    }
}

/// A sweep that was started.
#[derive(Clone, Debug, PartialEq)]
pub struct Started {
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
    /// How they lie.
    pub scale: Scale,
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
    /// What is wrong.
    pub problem: Option<String>,
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
            scale: Scale::Every,
            lines: None,
            line_points: 3,
            show: Show::Makespan,
            started: None,
            is_running: false,
            problem: None,
            unread: Vec::new(),
        }
    }
}

/// The fewest and the most values of a range.
pub const POINTS: (f64, f64) = (2.0, 1000.0);
/// The fewest and the most lines.
pub const LINES: (f64, f64) = (2.0, 6.0);

fn within((least, most): (f64, f64), value: f64) -> u32 {
    value.clamp(least, most) as u32
}

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
    /// The engines said something, at that time of the browser's clock, in ms.
    Heard(Heard, f64),
    /// Stop was pressed.
    Stopped,
    /// It can't be swept: why.
    Problem(String),
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
            forms.contains(name) || !matches!(Axis::from_name(name), Axis::Param(_))
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

    /// The sweep that the controls describe.
    pub fn sweep(&self, scenario: &Scenario) -> Sweep {
        let axis = self.axis_of(scenario);
        let (from, to) = self.ends(scenario);
        let lines = self.lines.as_ref().map(|name| Axis::from_name(name));
        let lines = lines.filter(|lines| *lines != axis).map(|axis| {
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
            scale: self.scale,
        };
        Sweep { range, lines }
    }

    fn apply(&mut self, happened: Happened) {
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
            Happened::Scale(scale) => self.scale = scale,
            Happened::Lines(lines) => self.lines = lines,
            Happened::LinePoints(points) => self.line_points = within(LINES, points),
            Happened::Show(show) => self.show = show,
            Happened::Began(started) => {
                self.started = Some(started);
                self.is_running = true;
                self.problem = None;
            }
            Happened::Heard(Heard::Figures(index, figures), _) => {
                let started = self.started.as_mut();
                if let Some(place) = started.and_then(|started| started.figures.get_mut(index)) {
                    *place = Some(*figures);
                }
            }
            Happened::Heard(Heard::Over, now_ms) => {
                self.is_running = false;
                if let Some(started) = &mut self.started {
                    started.took_ms = Some(now_ms - started.began_ms);
                }
            }
            Happened::Heard(Heard::Failed(reason), _) | Happened::Problem(reason) => {
                self.is_running = false;
                self.problem = Some(reason);
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

    /// What it is set to, as words of a link.
    pub fn words(&self) -> String {
        let came = Sweeping::default();
        let other = |points: u32, came: u32| (points != came).then_some(points);
        Words::default()
            .say("axis", self.axis.as_ref())
            .say("from", self.from)
            .say("to", self.to)
            .say(
                "scale",
                (self.scale != came.scale).then(|| scale_name(self.scale)),
            )
            .say("points", other(self.points, came.points))
            .say("lines", self.lines.as_ref())
            .say("each", other(self.line_points, came.line_points))
            .say("show", (self.show != came.show).then(|| self.show.name()))
            .text()
    }

    /// What was swept stays.
    fn set_to(&mut self, words: &str) {
        *self = Sweeping {
            started: self.started.take(),
            is_running: self.is_running,
            ..Sweeping::default()
        };
        self.unread = read(words, |key, value| {
            match key {
                "axis" => self.axis = Some(axis_name(value)?),
                "from" => self.from = Some(number(value)?),
                "to" => self.to = Some(number(value)?),
                "scale" => self.scale = scale_of(value)?,
                "points" => self.points = within(POINTS, number(value)?),
                "lines" => self.lines = Some(axis_name(value)?),
                "each" => self.line_points = within(LINES, number(value)?),
                "show" => self.show = Show::ALL.into_iter().find(|show| show.name() == value)?,
                _ => return None,
            }
            Some(())
        });
    }
}

/// Every scale, with its name in links and locale keys.
pub const SCALES: [(Scale, &str); 3] = [
    (Scale::Every, "every"),
    (Scale::Linear, "linear"),
    (Scale::Log, "log"),
];

fn scale_name(scale: Scale) -> &'static str {
    let named = SCALES.into_iter().find(|(one, _)| *one == scale);
    named.map_or("", |(_, name)| name)
}

/// The scale of that name.
pub fn scale_of(name: &str) -> Option<Scale> {
    let named = SCALES.into_iter().find(|(_, one)| *one == name);
    named.map(|(scale, _)| scale)
}

/// A name that a form or a setting of the machine can have.
fn axis_name(name: &str) -> Option<String> {
    let is_name = |c: char| c == '_' || c.is_alphanumeric();
    (!name.is_empty() && name.chars().all(is_name)).then(|| name.to_owned())
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

    /// The value at the knee of the first line.
    pub fn knee(&self, show: Show) -> Option<f64> {
        let measure = show.measures(self.sweep.lines.is_some())[0];
        let series = self.series(show, |_, _| String::new());
        let points = &series.first()?.points;
        knee(points, measure.is_gain()).map(|index| points[index].0)
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

#[cfg(test)]
mod tests {
    use super::*;
    use interleave_scenario::gallery;

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
    fn ends_are_those_of_their_axis() {
        let scenario = gallery::all()[0].scenario();
        let mut state = Sweeping::default();
        state.apply(Happened::To("SOMETHING_ELSE".to_owned(), 7.0));
        assert_eq!(state.ends(&scenario), (1.0, 32.0));
        state.apply(Happened::To("WORKERS".to_owned(), 7.0));
        assert_eq!(state.ends(&scenario), (1.0, 7.0));
    }

    #[test]
    fn a_point_of_the_chart_is_the_run_that_it_shows() {
        let scenario = gallery::all()[0].scenario();
        let mut state = Sweeping::default();
        assert_eq!(state.axis_of(&scenario), Axis::Param("WORKERS".to_owned()));
        assert_eq!(state.ends(&scenario), (1.0, 32.0));
        let sweep = state.sweep(&scenario);
        let points = sweep.points(&scenario).expect("points");
        state.apply(Happened::Began(Started {
            lines: sweep.line_values(&scenario).expect("lines"),
            sweep,
            figures: vec![None; points.len()],
            points: Rc::new(points),
            began_ms: 5.0,
            took_ms: None,
        }));
        for index in [4, 2, 9] {
            let figures = Figures {
                makespan_ns: 30_000_000_000 / (index as u64 + 1),
                ending: Ending::Finished,
                ..Figures::default()
            };
            let heard = Heard::Figures(index, Box::new(figures));
            state.apply(Happened::Heard(heard, 6.0));
        }
        state.apply(Happened::Heard(Heard::Over, 25.0));
        let started = state.started.expect("it was started");
        assert_eq!((started.done(), started.took_ms), (3, Some(20.0)));
        let series = started.series(Show::Makespan, |_, _| "m".to_owned());
        assert_eq!(series[0].points, [(3.0, 10.0), (5.0, 6.0), (10.0, 3.0)]);
        let shown = started.point(Show::Makespan, 0, 1).expect("a point");
        assert_eq!(shown.x, 5.0);
        assert!(shown.scenario.files[0].text.contains("WORKERS = 5 "));
        assert_eq!(started.point(Show::Makespan, 0, 3), None);
    }
}
