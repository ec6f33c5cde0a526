//! A bar of parts for each way, predicted, and measured under it: told apart by the word beside it and an outline, its
//! parts by their patterns.

use super::measuring::{Measured, Real};
use super::state::{Comparing, Row, Work};
use crate::browser::tell;
use crate::real::{ratio, wording};
use crate::words::{language, t, t_with};
use interleave_engine::{Ending, Figures};
use interleave_lab::bridge::{FromLab, LabTab};
use interleave_lab::figures::{duration, percent};
use interleave_lab::texts::Language;
use yew::prelude::*;

/// The parts of a makespan, in the order in which they are drawn: look and text.
const PARTS: [(&str, &str); 4] = [
    ("start", "compare.part.start_up"),
    ("work", "compare.part.cpu"),
    ("wait", "compare.part.waiting"),
    ("over", "compare.part.overhead"),
];

type Parts = [u64; 4];

fn predicted_parts(figures: &Figures) -> Parts {
    [
        figures.start_up_ns,
        figures.cpu_ns,
        figures.waiting_ns,
        figures.overhead_ns,
    ]
}

fn measured_parts(measured: &Measured) -> Parts {
    let parts = &measured.parts;
    [
        parts.start_up_ns,
        parts.work_ns,
        parts.waiting_ns,
        parts.overhead_ns,
    ]
}

/// What a row is called in the page's language.
pub fn name(row: &Row) -> String {
    match (&row.titles, row.way) {
        (Some((_, zh)), _) if language() == Language::Zh => zh.clone(),
        (Some((en, _)), _) => en.clone(),
        (None, Some(way)) => t(&format!("compare.way.{}", way.name())).to_owned(),
        (None, None) => String::new(),
    }
}

/// The table.
pub fn table(state: &Comparing) -> Html {
    let longest_ns = state.longest_ns();
    let best = state.recommendation().map(|best| best.way);
    let has_real =
        state.measured_row().is_some() || state.rows.iter().any(|row| row.real.is_some());
    let legend = PARTS.into_iter().map(|(class, name)| {
        html! { <li key={class}><span class={classes!("part", class)}></span>{ t(name) }</li> }
    });
    let is_over = state.rows.iter().all(|row| row.figures.is_some());
    let quickest = state
        .quickest()
        .filter(|_| is_over && state.work != Work::Running);
    let bodies = state.rows.iter().enumerate().map(|(index, row)| {
        let is_best = match best {
            Some(best) => row.way == Some(best),
            None => quickest == Some(index),
        };
        let now = state.measured_row() == Some(index);
        body(row, longest_ns, is_best, has_real.then_some(now))
    });
    html! {
        <>
            <ul class="parts-legend">{ for legend }</ul>
            <div class="lab-scroll" tabindex="0" role="group" aria-label={t("compare.table")}>
                <table class="lab-table" data-test="compare-table">
                    <thead><tr>
                        <th scope="col">{ t("compare.way") }</th>
                        if has_real {
                            <th scope="col" class="compare-kind"></th>
                        }
                        <th scope="col" class="lanes-bars">{ t("compare.bars") }</th>
                        <th scope="col">{ t("compare.makespan") }</th>
                        if has_real {
                            <th scope="col" title={t("compare.ratio.hint")}>{ t("compare.ratio") }</th>
                        }
                        { for PARTS.into_iter().map(|(_, name)| html! { <th key={name} scope="col">{ t(name) }</th> }) }
                        if !has_real {
                            <th scope="col">{ t("compare.efficiency") }</th>
                        }
                    </tr></thead>
                    { for bodies }
                </table>
            </div>
        </>
    }
}

fn bar(parts: Parts, longest_ns: u64, class: &'static str) -> Html {
    let drawn = PARTS.into_iter().zip(parts).filter(|(_, ns)| *ns > 0);
    let drawn = drawn.map(|((class, name), ns)| {
        let width = ns as f64 * 100.0 / longest_ns.max(1) as f64;
        let title = format!("{}: {}", t(name), duration(ns));
        html! { <span key={class} class={classes!("part", class)} style={format!("width:{width:.2}%")} {title}></span> }
    });
    // The outline is as long as what was measured, not as its place.
    let whole = parts.iter().sum::<u64>() as f64 * 100.0 / longest_ns.max(1) as f64;
    html! {
        <div class={classes!("parts", class)} aria-hidden="true">
            if class == "measured" {
                <i class="outline" style={format!("width:{whole:.2}%")}></i>
            }
            { for drawn }
        </div>
    }
}

/// One way; `is_now` is whether its real run is under way, where there are real runs at all.
fn body(row: &Row, longest_ns: u64, is_best: bool, is_now: Option<bool>) -> Html {
    let figures = row.figures.as_ref();
    let cell = |of: &dyn Fn(&Figures) -> String| figures.map_or("…".to_owned(), of);
    let ended = figures.filter(|figures| figures.ending != Ending::Finished);
    let rowspan = if is_now.is_some() { "2" } else { "1" };
    let name = name(row);
    html! {
        <tbody key={name.clone()} class={classes!(is_best.then_some("best"))}>
            <tr>
                <th scope="rowgroup" class="compare-way" {rowspan}>
                    { &name }
                    if is_best { <span class="compare-best">{ t("compare.best") }</span> }
                    if let Some(figures) = ended {
                        <span class="compare-ended">{ t(&format!("compare.ending.{}", figures.ending.name())) }</span>
                    }
                    <div class="compare-open">{ opening(row, &name) }</div>
                </th>
                if is_now.is_some() {
                    <th scope="row" class="compare-kind">{ t("compare.predicted") }</th>
                }
                <td class="lanes-bars">{ figures.map(|figures| bar(predicted_parts(figures), longest_ns, "predicted")) }</td>
                <td>{ cell(&|figures| duration(figures.makespan_ns)) }</td>
                if is_now.is_some() {
                    <td></td>
                }
                { for PARTS.into_iter().enumerate().map(|(part, (key, _))| html! { <td {key}>{ cell(&|figures| duration(predicted_parts(figures)[part])) }</td> }) }
                if is_now.is_none() {
                    <td>{ cell(&|figures| percent(figures.efficiency)) }</td>
                }
            </tr>
            if let Some(is_now) = is_now {
                { measured_row(row, longest_ns, is_now) }
            }
        </tbody>
    }
}

/// The ways out of the panel: the script alone, or with the panel of real runs.
fn opening(row: &Row, name: &str) -> Html {
    let open = |tab: Option<LabTab>| {
        let scenario = row.scenario.clone();
        Callback::from(move |_: MouseEvent| {
            tell(&FromLab::Open(Box::new(scenario.clone())));
            if let Some(tab) = tab {
                tell(&FromLab::ShowTab(tab));
            }
        })
    };
    let label = |key| t_with(key, &[("way", name)]);
    html! {
        <>
            <button type="button" class="link" data-test="compare-open" title={label("compare.open.script.hint")} aria-label={label("compare.open.script.hint")} onclick={open(None)}>{ t("compare.open.script") }</button>
            <button type="button" class="link" data-test="compare-open-real" title={label("compare.open.real.hint")} aria-label={label("compare.open.real.hint")} onclick={open(Some(LabTab::Real))}>{ t("compare.open.real") }</button>
        </>
    }
}

/// What came of a way's real run, under its prediction.
fn measured_row(row: &Row, longest_ns: u64, is_now: bool) -> Html {
    let kind = html! { <th scope="row" class="compare-kind">{ t("compare.measured") }</th> };
    // All columns from the bars on.
    let said = |test: &'static str, text: String| {
        html! { <td class="compare-said" colspan="7" data-test={test}>{ text }</td> }
    };
    let cells = match &row.real {
        Some(Real::Measured(measured)) => measured_cells(row, measured, longest_ns),
        Some(Real::Refused(why)) => {
            let [reason, remedy] = wording::cannot_run(why);
            said("compare-refused", format!("{reason} {remedy}"))
        }
        Some(Real::Endless(ending)) => {
            let outcome = t(&format!("compare.ending.{}", ending.name()));
            let reason = t_with("cannot.unfinished", &[("outcome", outcome)]);
            let remedy = t("cannot.unfinished.remedy");
            said("compare-refused", format!("{reason} {remedy}"))
        }
        Some(Real::Dropped(why)) => said("compare-dropped", wording::dropped(why)),
        Some(Real::NoTrace(reason)) => said(
            "compare-refused",
            t_with("compare.real.no_trace", &[("reason", reason)]),
        ),
        None if is_now => said("compare-now", t("compare.real.now").to_owned()),
        None => said("compare-not", t("compare.real.not").to_owned()),
    };
    html! { <tr class="compare-measured">{ kind }{ cells }</tr> }
}

fn measured_cells(row: &Row, measured: &Measured, longest_ns: u64) -> Html {
    let predicted_ns = row
        .figures
        .as_ref()
        .map_or(0, |figures| figures.makespan_ns);
    let (fastest_ns, slowest_ns) = measured.spread_ns;
    let expected = ratio(measured.makespan_ns, measured.expected_ns);
    let hint = t_with(
        "compare.measured.hint",
        &[
            ("repeats", &measured.repeats.to_string()),
            ("scale", &measured.scale.to_string()),
            ("fastest", &duration(fastest_ns)),
            ("slowest", &duration(slowest_ns)),
            ("ready", &duration(measured.ready_ns)),
        ],
    );
    let replaced = (measured.replaced > 0).then(|| {
        let count = measured.replaced.to_string();
        html! { <span class="compare-ended">{ t_with("outcome.replaced", &[("count", &count)]) }</span> }
    });
    let parts = measured_parts(measured);
    html! {
        <>
            <td class="lanes-bars" data-test="compare-measured">{ bar(parts, longest_ns, "measured") }{ replaced }</td>
            <td title={hint}>{ duration(measured.makespan_ns) }</td>
            <td data-test="compare-ratio" title={t_with("compare.expected.hint", &[("ratio", &expected)])}>{ ratio(measured.makespan_ns, predicted_ns) }</td>
            { for parts.into_iter().zip(PARTS).map(|(ns, (key, _))| html! { <td {key}>{ duration(ns) }</td> }) }
        </>
    }
}
