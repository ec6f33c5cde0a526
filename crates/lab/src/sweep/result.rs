//! What a sweep gave: the chart, whose points open their runs, the knee in words, and the files.

use super::controls::axis_name;
use super::show::Show;
use super::started::Started;
use super::state::Sweeping;
use crate::browser::tell;
use crate::words::{t, t_with};
use interleave_engine::sweep::{CHART_WIDTH, ChartWords, Measure, Scale, chart, csv, stand_alone};
use interleave_scenario::Scenario;
use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};
use yew::prelude::*;

/// What was asked for, as far as there is something to show, in a chart of that width.
pub fn result(state: &Sweeping, started: &Started, shown: &Scenario, width: f64) -> Html {
    if started.done() == 0 {
        return Html::default();
    }
    let show = state.show;
    let axis = &started.sweep.range.axis;
    let measure = t(&format!("sweep.measure.{}", show.name()));
    let unit = show.measures(false)[0].unit();
    let series = started.series(show, |measure, line| {
        line_name(started, show, measure, line)
    });
    let has_points = series.iter().any(|series| !series.points.is_empty());
    let knee = started.knee(show);
    let title = t_with(
        "sweep.chart",
        &[("measure", measure), ("axis", &axis_name(axis))],
    );
    let words = ChartWords {
        title: title.clone(),
        x: axis_name(axis),
        y: format!("{measure}, {unit}"),
        knee: t("sweep.knee").to_owned(),
        unit: unit.to_owned(),
    };
    let is_log = started.sweep.range.scale == Scale::Log;
    let mark = knee.map(|(_, at)| at);
    let svg = chart(axis, &series, mark, is_log, &words, width);
    let line = |line: usize| series.get(line).filter(|_| series.len() > 1);
    let knee_text = match knee {
        Some((number, at)) => match line(number) {
            Some(line) => t_with(
                "sweep.knee.of",
                &[("line", &line.name), ("at", &axis.label(at))],
            ),
            None => t_with("sweep.knee.is", &[("at", &axis.label(at))]),
        },
        None if axis.is_amount() => t("sweep.knee.none").to_owned(),
        None => String::new(),
    };
    let counted = t(&format!("sweep.unit.{}", started.unit().name()));
    let unfinished = started.unfinished();
    html! {
        <div class="sweep-result">
            if !started.is_of(shown) {
                <p class="lab-notice" data-test="sweep-stale">{ t("sweep.stale") }</p>
            }
            if has_points {
                <Drawing {svg} {title} started={started.clone()} {show} shown={shown.clone()} />
            } else {
                <p class="lab-notice">{ t("sweep.nothing") }</p>
            }
            <p class="lab-note" data-test="sweep-knee">
                if has_points { { knee_text }{ " " } }
                if matches!(show, Show::Throughput | Show::Latency) {
                    { t_with("sweep.counted", &[("unit", counted)]) }{ " " }
                }
                if unfinished > 0 {
                    { t_with("sweep.endings", &[("count", &unfinished.to_string())]) }
                }
            </p>
            if !state.is_running {
                { files(started, &chart(axis, &series, mark, is_log, &words, CHART_WIDTH)) }
            }
        </div>
    }
}

/// What a line is called: by its value, else by what it shows.
fn line_name(started: &Started, show: Show, measure: Measure, value: Option<f64>) -> String {
    let lines = started.sweep.lines.as_ref().map(|lines| &lines.axis);
    match (lines, value, measure) {
        (Some(lines), Some(value), _) => format!("{} {}", axis_name(lines), lines.label(value)),
        (_, _, Measure::LatencyP50) => "p50".to_owned(),
        (_, _, Measure::LatencyP90) => "p90".to_owned(),
        (_, _, Measure::LatencyP99) => "p99".to_owned(),
        _ => t(&format!("sweep.measure.{}", show.name())).to_owned(),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DrawingProps {
    svg: String,
    title: String,
    started: Started,
    show: Show,
    shown: Scenario,
}

/// The point of the chart that an event is about.
fn point_of(target: Option<web_sys::EventTarget>) -> Option<Element> {
    let element = target?.dyn_into::<Element>().ok()?;
    element.closest(".point").ok().flatten()
}

/// Its line's number and its own.
fn place_of(point: &Element) -> Option<(usize, usize)> {
    let number = |name: &str| point.get_attribute(name)?.parse().ok();
    Some((number("data-series")?, number("data-index")?))
}

/// Goes from `point` to the one that an arrow key leads to.
fn go(figure: &Element, point: &Element, key: &str) -> bool {
    let Some((series, index)) = place_of(point) else {
        return false;
    };
    let at = |series: usize, index: usize| {
        let wanted = format!(".point[data-series='{series}'][data-index='{index}']");
        figure.query_selector(&wanted).ok().flatten()
    };
    let next = match key {
        "ArrowLeft" => index.checked_sub(1).and_then(|index| at(series, index)),
        "ArrowRight" => at(series, index + 1),
        "ArrowUp" => series.checked_sub(1).and_then(|series| at(series, index)),
        "ArrowDown" => at(series + 1, index),
        "Home" => at(series, 0),
        _ => return false,
    };
    if let Some(next) = next.and_then(|next| next.dyn_into::<SvgElement>().ok()) {
        let _ = next.focus();
    }
    true
}

/// The chart. Its points are the SVG's own, so that a saved file is what was seen.
#[component]
fn Drawing(props: &DrawingProps) -> Html {
    let looked_at = use_state(String::new);
    let look = {
        let looked_at = looked_at.setter();
        move |target: Option<web_sys::EventTarget>| {
            let title = point_of(target).and_then(|point| point.first_element_child());
            if let Some(text) = title.and_then(|title| title.text_content()) {
                looked_at.set(text);
            }
        }
    };
    let onfocusin = {
        let look = look.clone();
        Callback::from(move |event: FocusEvent| look(event.target()))
    };
    let onmouseover = Callback::from(move |event: MouseEvent| look(event.target()));
    let open = {
        let props = props.clone();
        move |point: &Element| {
            let place = place_of(point);
            let run =
                place.and_then(|(series, index)| props.started.point(props.show, series, index));
            for message in run.map_or_else(Vec::new, |run| props.started.opening(run, &props.shown))
            {
                tell(&message);
            }
        }
    };
    let onclick = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(point) = point_of(event.target()) {
                open(&point);
            }
        })
    };
    let figure = use_node_ref();
    let onkeydown = {
        let figure = figure.clone();
        Callback::from(move |event: KeyboardEvent| {
            let (Some(point), Some(figure)) = (point_of(event.target()), figure.cast::<Element>())
            else {
                return;
            };
            let is_ours = match &*event.key() {
                "Enter" | " " => {
                    open(&point);
                    true
                }
                key => go(&figure, &point, key),
            };
            if is_ours {
                event.prevent_default();
            }
        })
    };
    let hint = match looked_at.is_empty() {
        true => t("sweep.hint").to_owned(),
        false => (*looked_at).clone(),
    };
    html! {
        <figure ref={figure} class="sweep-chart" data-test="sweep-chart" aria-label={props.title.clone()} {onclick} {onkeydown} {onfocusin} {onmouseover}>
            { Html::from_html_unchecked(AttrValue::from(props.svg.clone())) }
            <figcaption class="lab-note" data-test="sweep-point">{ hint }</figcaption>
        </figure>
    }
}

fn files(started: &Started, svg: &str) -> Html {
    let link = |kind: &str, text: &str| {
        let encoded = String::from(js_sys::encode_uri_component(text));
        format!("data:{kind};charset=utf-8,{encoded}")
    };
    let table = csv(&started.sweep, &started.lines, &started.ran());
    html! {
        <p class="sweep-files">
            <a class="button" data-test="sweep-csv" download="sweep.csv" href={link("text/csv", &table)}>{ t("sweep.csv") }</a>
            { " " }
            <a class="button" data-test="sweep-svg" download="sweep.svg" href={link("image/svg+xml", &stand_alone(svg))}>{ t("sweep.svg") }</a>
        </p>
    }
}
