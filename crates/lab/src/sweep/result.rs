//! What a sweep gave: the chart, whose points open their runs, the knee in words, and the files.

use super::Dispatch;
use super::controls::axis_name;
use super::state::{Show, Started, Sweeping};
use crate::browser::tell;
use crate::words::{t, t_with};
use interleave_engine::sweep::{ChartWords, Measure, Scale, chart, csv, stand_alone};
use interleave_lab::bridge::FromLab;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// What was asked for, as far as there is something to show.
pub fn result(state: &Sweeping, started: &Started, _dispatch: &Dispatch) -> Html {
    if started.done() == 0 {
        return Html::default();
    }
    let show = state.show;
    let axis = &started.sweep.range.axis;
    let measure = t(&format!("sweep.measure.{}", show.name()));
    let unit = show.measures(false)[0].unit();
    let lines = started.sweep.lines.as_ref().map(|lines| &lines.axis);
    let name = |measure: Measure, value: Option<f64>| match (lines, value, measure) {
        (Some(lines), Some(value), _) => format!("{} {}", axis_name(lines), lines.label(value)),
        (_, _, Measure::LatencyP50) => "p50".to_owned(),
        (_, _, Measure::LatencyP90) => "p90".to_owned(),
        (_, _, Measure::LatencyP99) => "p99".to_owned(),
        _ => t(&format!("sweep.measure.{}", show.name())).to_owned(),
    };
    let series = started.series(show, name);
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
    };
    let is_log = started.sweep.range.scale == Scale::Log;
    let svg = chart(axis, &series, knee, is_log, &words);
    let knee_text = match knee {
        Some(at) => t_with("sweep.knee.is", &[("at", &axis.label(at))]),
        None => t("sweep.knee.none").to_owned(),
    };
    let unit = t(&format!("sweep.unit.{}", started.unit().name()));
    let unfinished = started.unfinished();
    html! {
        <div class="sweep-result">
            { drawing(&svg, started, show, &title) }
            <p class="lab-note" data-test="sweep-knee">
                { knee_text }
                if matches!(show, Show::Throughput | Show::Latency) {
                    { " " }{ t_with("sweep.counted", &[("unit", unit)]) }
                }
                if unfinished > 0 {
                    { " " }{ t_with("sweep.endings", &[("count", &unfinished.to_string())]) }
                }
            </p>
            if !state.is_running {
                { files(started, &svg) }
            }
        </div>
    }
}

/// The chart. Its points are the SVG's own, so that a saved file is what was seen.
fn drawing(svg: &str, started: &Started, show: Show, title: &str) -> Html {
    let open = {
        let started = started.clone();
        move |target: Option<web_sys::EventTarget>| {
            let element = target.and_then(|target| target.dyn_into::<Element>().ok());
            let point = element.and_then(|element| element.closest(".point").ok().flatten());
            let number = |name: &str| point.as_ref()?.get_attribute(name)?.parse::<usize>().ok();
            let (Some(series), Some(index)) = (number("data-series"), number("data-index")) else {
                return false;
            };
            if let Some(point) = started.point(show, series, index) {
                tell(&FromLab::Open(Box::new(point.scenario.clone())));
            }
            true
        }
    };
    let onclick = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            open(event.target());
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if matches!(&*event.key(), "Enter" | " ") && open(event.target()) {
            event.prevent_default();
        }
    });
    html! {
        <figure class="sweep-chart" data-test="sweep-chart" aria-label={title.to_owned()} {onclick} {onkeydown}>
            { Html::from_html_unchecked(AttrValue::from(svg.to_owned())) }
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
