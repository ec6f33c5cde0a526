//! A sweep's chart as SVG text that stands alone: axes with units, a line a series told by dashes and markers as well
//! as colour, the knee marked. Ink is `currentColor`, and the series' colours read on light and on dark. Owns the
//! geometry; words come from outside. Must not know a document.

use super::axis::plain;
use super::{Axis, Series};
use std::fmt::Write;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 360.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 28.0;
const BOTTOM: f64 = 46.0;
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
}

/// The chart of `series` over `axis`; `knee` is the value at which to mark one, `is_log` whether equal ratios are
/// equally far apart. A point's group has the class `point` and says in `data-index` and `data-series` which it is.
pub fn chart(
    axis: &Axis,
    series: &[Series],
    knee: Option<f64>,
    is_log: bool,
    words: &ChartWords,
) -> String {
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
        LEFT + (WIDTH - LEFT - RIGHT) * if share.is_finite() { share } else { 0.5 }
    };
    let at_y = |y: f64| HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * y / top;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
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
            WIDTH - RIGHT,
            LEFT - 8.0,
            y + 4.0,
            plain(*tick)
        ));
    }
    let base = HEIGHT - BOTTOM;
    for x in ticks_x(axis, series, is_log, least_x, most_x) {
        let at = at_x(x);
        put(format!(
            "<path d=\"M{at:.1} {base}v5\" stroke=\"currentColor\"/>\
             <text x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            base + 18.0,
            escaped(&axis.label(x))
        ));
    }
    put(format!(
        "<path d=\"M{LEFT} {TOP}V{base}H{:.1}\" fill=\"none\" stroke=\"currentColor\"/>\
         <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>\
         <text x=\"{LEFT}\" y=\"14\">{}</text>",
        WIDTH - RIGHT,
        (LEFT + WIDTH - RIGHT) / 2.0,
        HEIGHT - 8.0,
        escaped(&words.x),
        escaped(&words.y)
    ));
    if let Some(x) = knee {
        let at = at_x(x);
        let anchor = if at > WIDTH * 0.7 { "end" } else { "start" };
        let by = if at > WIDTH * 0.7 { -6.0 } else { 6.0 };
        put(format!(
            "<g class=\"knee\"><path d=\"M{at:.1} {TOP}V{base}\" stroke=\"currentColor\" stroke-dasharray=\"3 3\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{}</text></g>",
            at + by,
            TOP + 10.0,
            escaped(&format!("{} {}", words.knee, axis.label(x)))
        ));
    }
    for (number, series) in series.iter().enumerate() {
        put(line(number, series, axis, &at_x, &at_y));
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
    let radius = if series.points.len() > 100 { 2.0 } else { 3.5 };
    for (index, &(x, y)) in series.points.iter().enumerate() {
        let label = format!("{}: {} – {}", series.name, axis.label(x), plain(y));
        let _ = write!(
            text,
            "<g class=\"point\" tabindex=\"0\" role=\"button\" data-series=\"{number}\" data-index=\"{index}\" fill=\"{colour}\" color=\"{colour}\">\
             <title>{}</title>{}</g>",
            escaped(&label),
            marker(number, at_x(x), at_y(y), radius)
        );
    }
    let (x, y) = (
        LEFT + 150.0 * (number % 3 + 1) as f64,
        14.0 + 14.0 * (number / 3) as f64,
    );
    let _ = write!(
        text,
        "<path d=\"M{x:.1} {:.1}h26\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/>\
         <g fill=\"{colour}\">{}</g><text x=\"{:.1}\" y=\"{y:.1}\">{}</text>",
        y - 4.0,
        marker(number, x + 13.0, y - 4.0, 3.5),
        x + 32.0,
        escaped(&series.name)
    );
    text
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
