//! A sweep's chart as SVG text that stands alone: axes with units, a line a series told by dashes and markers as well
//! as colour, the knee marked. Ink is `currentColor`, and the series' colours read on light and on dark. Owns the
//! geometry; words come from outside. Must not know a document.

use super::axis::plain;
use super::{Axis, Series};
use std::fmt::Write;

/// How wide a chart is that has the room, in its own units: a letter is 12 of them high.
pub const CHART_WIDTH: f64 = 720.0;
const LEFT: f64 = 56.0;
const RIGHT: f64 = 16.0;
const BOTTOM: f64 = 46.0;
/// The vertical axis' name stands above it, and below that a row for every few names of lines.
const HEAD: f64 = 28.0;
const LEGEND_ROW: f64 = 18.0;
const LEGEND_COLUMN: f64 = 150.0;
/// How wide a letter of a label is, generously.
const LETTER: f64 = 7.5;
/// Colours that differ in lightness too, with 3:1 on white and on near-black.
const COLOURS: [&str; 6] = [
    "#2f7fd6", "#c2571a", "#2c8f5a", "#9a5fd0", "#b0782a", "#6f7b8a",
];
const DASHES: [&str; 6] = ["", "7 4", "2 3", "10 3 2 3", "1 5", "12 5"];

/// The words of a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartWords {
    /// What it shows, for those who can't see it.
    pub title: String,
    /// What the horizontal axis is.
    pub x: String,
    /// What the vertical axis is, with its unit.
    pub y: String,
    /// What the knee is called.
    pub knee: String,
    /// The unit of what it shows.
    pub unit: String,
}

/// Where a chart has what.
struct Frame {
    width: f64,
    height: f64,
    top: f64,
    /// How many names of lines stand in a row.
    columns: usize,
}

impl Frame {
    fn new(width: f64, series: usize) -> Frame {
        let columns = ((width - LEFT - RIGHT) / LEGEND_COLUMN).max(1.0) as usize;
        // A line that is alone is what the axis says.
        let rows = if series > 1 {
            series.div_ceil(columns)
        } else {
            0
        };
        let top = HEAD + LEGEND_ROW * rows as f64;
        Frame {
            width,
            height: top + BOTTOM + (width * 0.4).max(180.0),
            top,
            columns,
        }
    }

    fn base(&self) -> f64 {
        self.height - BOTTOM
    }

    fn right(&self) -> f64 {
        self.width - RIGHT
    }
}

/// The chart of `series` over `axis`; `knee` is the value at which to mark one, `is_log` whether equal ratios are
/// equally far apart, and `width` how wide it is drawn: a label that would touch its neighbour is left out. A point's group has the class `point` and says in `data-index` and `data-series` which it is.
pub fn chart(
    axis: &Axis,
    series: &[Series],
    knee: Option<f64>,
    is_log: bool,
    words: &ChartWords,
    width: f64,
) -> String {
    let frame = Frame::new(width, series.len());
    let (height, right, base, above) = (frame.height, frame.right(), frame.base(), frame.top);
    let points = || {
        series
            .iter()
            .flat_map(|series| series.points.iter().copied())
    };
    let span = |values: &mut dyn Iterator<Item = f64>| {
        values.fold(
            (f64::INFINITY, f64::NEG_INFINITY),
            |(least, most), value| (least.min(value), most.max(value)),
        )
    };
    let (least_x, most_x) = span(&mut points().map(|point| point.0));
    let most_y = span(&mut points().map(|point| point.1)).1;
    let is_log = is_log && least_x > 0.0;
    let project = |x: f64| if is_log { x.ln() } else { x };
    let ticks_y = ticks(0.0, if most_y > 0.0 { most_y } else { 1.0 });
    let top = ticks_y.last().copied().unwrap_or(1.0);
    let at_x = |x: f64| {
        let share = (project(x) - project(least_x)) / (project(most_x) - project(least_x));
        LEFT + (right - LEFT) * if share.is_finite() { share } else { 0.5 }
    };
    let at_y = |y: f64| base - (base - above) * y / top;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"group\" \
         font-family=\"system-ui,sans-serif\" font-size=\"12\" fill=\"currentColor\">\
         <title>{}</title>",
        escaped(&words.title)
    );
    // Writing to a String can't fail.
    let mut put = |text: String| svg.push_str(&text);
    for tick in &ticks_y {
        let y = at_y(*tick);
        put(format!(
            "<path d=\"M{LEFT} {y:.1}H{:.1}\" stroke=\"currentColor\" stroke-opacity=\".15\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            right,
            LEFT - 8.0,
            y + 4.0,
            plain(*tick)
        ));
    }
    let mut free_from = 0.0;
    for x in ticks_x(axis, series, is_log, least_x, most_x) {
        let at = at_x(x);
        let half = axis.label(x).chars().count() as f64 * LETTER / 2.0;
        if at - half < free_from {
            continue;
        }
        free_from = at + half + LETTER;
        put(format!(
            "<path d=\"M{at:.1} {base}v5\" stroke=\"currentColor\"/>\
             <text x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            base + 18.0,
            escaped(&axis.label(x))
        ));
    }
    put(format!(
        "<path d=\"M{LEFT} {above}V{base}H{right}\" fill=\"none\" stroke=\"currentColor\"/>\
         <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>\
         <text x=\"4\" y=\"14\">{}</text>",
        (LEFT + right) / 2.0,
        height - 8.0,
        escaped(&words.x),
        escaped(&words.y)
    ));
    if let Some(x) = knee {
        let at = at_x(x);
        let is_late = at > width * 0.6;
        let (anchor, by) = if is_late {
            ("end", -6.0)
        } else {
            ("start", 6.0)
        };
        put(format!(
            "<g class=\"knee\"><path d=\"M{at:.1} {above}V{base}\" stroke=\"currentColor\" stroke-dasharray=\"3 3\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{}</text></g>",
            at + by,
            above + 10.0,
            escaped(&format!("{} {}", words.knee, axis.label(x)))
        ));
    }
    for (number, series) in series.iter().enumerate() {
        put(line(number, series, axis, words, &frame, &at_x, &at_y));
    }
    if series.len() > 1 {
        for (number, series) in series.iter().enumerate() {
            put(named(number, series, &frame));
        }
    }
    svg.push_str("</svg>");
    svg
}

/// `svg` as a file of its own: its ink follows whoever looks at it, light or dark.
pub fn stand_alone(svg: &str) -> String {
    let style = "</title><style>svg{color:#1c2430}@media(prefers-color-scheme:dark){svg{color:#e4e8ee}}</style>";
    svg.replacen("</title>", style, 1)
}

fn line(
    number: usize,
    series: &Series,
    axis: &Axis,
    words: &ChartWords,
    frame: &Frame,
    at_x: &dyn Fn(f64) -> f64,
    at_y: &dyn Fn(f64) -> f64,
) -> String {
    let colour = COLOURS[number % COLOURS.len()];
    let dash = DASHES[number % DASHES.len()];
    let mut path = String::new();
    for (index, &(x, y)) in series.points.iter().enumerate() {
        let letter = if index == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{letter}{:.1} {:.1}", at_x(x), at_y(y));
    }
    let mut text = format!(
        "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/>"
    );
    let radius = (frame.width * 0.25 / series.points.len().max(1) as f64).clamp(1.5, 3.5);
    for (index, &(x, y)) in series.points.iter().enumerate() {
        let label = format!(
            "{}, {} {}: {} {}",
            series.name,
            words.x,
            axis.label(x),
            plain(y),
            words.unit
        );
        // One stop for the Tab key: whoever shows the chart lets the arrows go from point to point.
        let tab = if number + index == 0 { 0 } else { -1 };
        let (at, up) = (at_x(x), at_y(y));
        let _ = write!(
            text,
            "<g class=\"point\" tabindex=\"{tab}\" role=\"button\" data-series=\"{number}\" data-index=\"{index}\" fill=\"{colour}\" color=\"{colour}\">\
             <title>{}</title><circle cx=\"{at:.1}\" cy=\"{up:.1}\" r=\"{:.1}\" fill-opacity=\"0\" stroke=\"none\"/>{}</g>",
            escaped(&label),
            radius * 2.5,
            marker(number, at, up, radius)
        );
    }
    text
}

/// A line's name above the chart, with a piece of the line.
fn named(number: usize, series: &Series, frame: &Frame) -> String {
    let colour = COLOURS[number % COLOURS.len()];
    let dash = DASHES[number % DASHES.len()];
    let x = LEFT + LEGEND_COLUMN * (number % frame.columns) as f64;
    let y = HEAD + 8.0 + LEGEND_ROW * (number / frame.columns) as f64;
    format!(
        "<path d=\"M{x:.1} {:.1}h26\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/>\
         <g fill=\"{colour}\">{}</g><text x=\"{:.1}\" y=\"{y:.1}\">{}</text>",
        y - 4.0,
        marker(number, x + 13.0, y - 4.0, 3.5),
        x + 32.0,
        escaped(&series.name)
    )
}

/// A series' marker: a circle, a square, a triangle, a diamond, in turn.
fn marker(number: usize, x: f64, y: f64, r: f64) -> String {
    match number % 4 {
        0 => format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r}\"/>"),
        1 => format!(
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{}\" height=\"{}\"/>",
            x - r,
            y - r,
            2.0 * r,
            2.0 * r
        ),
        2 => format!(
            "<path d=\"M{x:.1} {:.1}l{r} {}h{}z\"/>",
            y - r,
            2.0 * r,
            -2.0 * r
        ),
        _ => format!(
            "<path d=\"M{x:.1} {:.1}l{r} {r}l-{r} {r}l-{r} -{r}z\"/>",
            y - r
        ),
    }
}

/// About five round numbers from `least` to at least `most`: steps of 1, 2 or 5 times a power of ten.
fn ticks(least: f64, most: f64) -> Vec<f64> {
    let raw = (most - least) / 5.0;
    let power = 10f64.powf(raw.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|times| times * power)
        .find(|step| *step >= raw * 0.999)
        .unwrap_or(raw);
    let count = ((most - least) / step - 1e-9).ceil().max(1.0) as u32;
    (0..=count)
        .map(|index| least + step * f64::from(index))
        .collect()
}

/// The values that have a tick below the chart: those that were run where these are few, else round ones.
fn ticks_x(axis: &Axis, series: &[Series], is_log: bool, least: f64, most: f64) -> Vec<f64> {
    let mut tried: Vec<f64> = series
        .iter()
        .flat_map(|series| series.points.iter().map(|point| point.0))
        .collect();
    tried.sort_by(f64::total_cmp);
    tried.dedup();
    if tried.len() <= 10 || matches!(axis, Axis::Python) {
        return tried;
    }
    if is_log {
        let every = tried.len().div_ceil(8);
        return tried.into_iter().step_by(every).collect();
    }
    let round = ticks(0.0, most - least).into_iter();
    let step = round.clone().nth(1).unwrap_or(1.0);
    let first = (least / step).ceil() * step;
    round
        .map(|tick| first + tick)
        .filter(|tick| *tick <= most)
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
