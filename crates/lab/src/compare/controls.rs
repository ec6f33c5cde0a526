//! What is compared: the job, its form and what that does not take; and the real runs' scale, repeats, start and
//! stop, and how far they are.

use super::Dispatch;
use super::state::{Comparing, FORM, Happened, MOST_CPU_MS, MOST_DATA_KB, Problem, Subject, Work};
use super::table;
use crate::real::{self, REPEATS, SCALES, wording};
use crate::state::Lab;
use crate::words::{t, t_with};
use interleave_lab::figures::{bytes, duration};
use interleave_lab::texts::Language;
use interleave_scenario::ways::{self, Field};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

const WORKLOAD: &str = "workload";
/// Where the form's problem is told: its fields point there.
const PROBLEM_ID: &str = "compare-problem";

/// The first row: what is compared.
pub fn controls(
    state: &Comparing,
    dispatch: &Dispatch,
    start: Callback<MouseEvent>,
    stop: Callback<MouseEvent>,
    language: Language,
) -> Html {
    let is_idle = state.work == Work::Idle;
    let is_comparing = matches!(state.work, Work::Running | Work::Searching);
    let problem = state.problem();
    let can_start = is_idle && !problem.is_some_and(Problem::forbids);
    let is_old = !state.rows.is_empty() && !state.is_current();
    html! {
        <>
            <div class="compare-controls" role="group" aria-label={t("compare.controls")}>
                { subjects(state, dispatch, language) }
                if state.subject == Subject::Workload {
                    { for FORM.into_iter().map(|field| number(state, field, dispatch)) }
                }
                <button type="button" class="button primary" data-test="compare-start" disabled={!can_start} onclick={start}>{ t("compare.start") }</button>
                <button type="button" class="button" data-test="compare-stop" disabled={!is_comparing} onclick={stop}>{ t("compare.stop") }</button>
                <span role="status" class="lab-note" data-test="compare-progress">
                    { match state.work {
                        Work::Running => t("compare.running"),
                        Work::Searching => t("compare.searching"),
                        _ => "",
                    } }
                </span>
            </div>
            if let Some(problem) = problem {
                <p class="lab-notice" role="alert" id={PROBLEM_ID} data-test="compare-problem">{ told(problem) }</p>
            }
            if is_old && is_idle {
                <p class="lab-notice" role="status" data-test="compare-old">{ t("compare.old") }</p>
            }
        </>
    }
}

/// What is wrong with the form, and what became of it.
fn told(problem: Problem) -> String {
    let of = |field: Field| t(&format!("compare.field.{}", field.name()));
    match problem {
        Problem::Beyond(field) => {
            let (least, most) = field.bounds();
            t_with(
                "compare.beyond",
                &[
                    ("field", of(field)),
                    ("least", &written(least)),
                    ("most", &written(most)),
                ],
            )
        }
        Problem::NoNumber(field) => t_with("compare.no_number", &[("field", of(field))]),
        Problem::TooMuchComputing(ms) => t_with(
            "compare.too_much_computing",
            &[
                ("time", &duration((ms * 1e6) as u64)),
                ("most", &duration((MOST_CPU_MS * 1e6) as u64)),
            ],
        ),
        Problem::TooMuchData(kb) => t_with(
            "compare.too_much_data",
            &[
                ("size", &bytes((kb * 1024.0) as u64)),
                ("most", &bytes((MOST_DATA_KB * 1024.0) as u64)),
            ],
        ),
    }
}

fn menu_value(event: &Event) -> String {
    let menu = event
        .target()
        .map(JsCast::unchecked_into::<HtmlSelectElement>);
    menu.map(|menu| menu.value()).unwrap_or_default()
}

fn subjects(state: &Comparing, dispatch: &Dispatch, language: Language) -> Html {
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let value = menu_value(&event);
        dispatch.dispatch(Happened::Chose(match &*value {
            WORKLOAD => Subject::Workload,
            _ => Subject::Group(value),
        }));
    });
    let groups = ways::groups().into_iter().map(|name| {
        let is_chosen = matches!(&state.subject, Subject::Group(chosen) if chosen == name);
        html! { <option key={name} value={name} selected={is_chosen}>{ t(&format!("compare.group.{name}")) }</option> }
    });
    html! {
        <label key={language.tag()}>
            <span>{ t("compare.subject") }</span>
            <select data-test="compare-subject" disabled={state.work != Work::Idle} {onchange}>
                <option value={WORKLOAD} selected={state.subject == Subject::Workload}>{ t("compare.workload") }</option>
                { for groups }
            </select>
        </label>
    }
}

/// A number as a person would write it.
pub fn written(value: f64) -> String {
    let text = format!("{value:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn number(state: &Comparing, field: Field, dispatch: &Dispatch) -> Html {
    let (dispatch, workload) = (dispatch.clone(), state.workload);
    let onchange = Callback::from(move |event: Event| {
        let input = event
            .target()
            .map(JsCast::unchecked_into::<HtmlInputElement>);
        let Some(input) = input else { return };
        let value = input.value_as_number();
        let taken = match value.is_nan() {
            true => workload,
            false => workload.with(field, value),
        };
        // Where the state stays as it was the field would keep what was typed.
        input.set_value(&written(taken.get(field)));
        dispatch.dispatch(Happened::Set(field, value));
    });
    let (least, most) = field.bounds();
    let step = if field.is_whole() { "1" } else { "any" };
    let is_wrong = state.problem().is_some_and(|problem| match problem {
        Problem::Beyond(of) | Problem::NoNumber(of) => of == field,
        Problem::TooMuchComputing(_) => matches!(field, Field::Tasks | Field::CpuMs),
        Problem::TooMuchData(_) => matches!(field, Field::Tasks | Field::PayloadKb),
    });
    html! {
        <label key={field.name()}>
            <span>{ t(&format!("compare.field.{}", field.name())) }</span>
            <input
                type="number"
                data-test={format!("compare-{}", field.name())}
                min={written(least)}
                max={written(most)}
                {step}
                value={written(state.workload.get(field))}
                disabled={state.work != Work::Idle}
                aria-invalid={is_wrong.then_some("true")}
                aria-describedby={is_wrong.then_some(PROBLEM_ID)}
                {onchange}
            />
        </label>
    }
}

/// The second row: real runs of what was compared.
pub fn real_controls(state: &Comparing, dispatch: &Dispatch, lab: &Lab) -> Html {
    let is_idle = state.work == Work::Idle;
    let is_measuring = state.measured_row().is_some();
    let is_taken = lab.real.work != real::Work::Idle;
    let can_run = state.can_measure() && !is_taken;
    let on = |happened: Happened| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(happened.clone()))
    };
    let menu = |happened: fn(u32) -> Happened| {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            if let Ok(value) = menu_value(&event).parse() {
                dispatch.dispatch(happened(value));
            }
        })
    };
    let scale = state.scale();
    html! {
        <>
            <div class="compare-controls" role="group" aria-label={t("compare.real.controls")}>
                <label title={t("real.scale.hint")}>
                    <span>{ t("real.scale") }</span>
                    <select data-test="compare-scale" disabled={!is_idle} onchange={menu(Happened::ChoseScale)}>
                        { for SCALES.into_iter().map(|each| html! { <option key={each} value={each.to_string()} selected={each == scale}>{ format!("×{each}") }</option> }) }
                    </select>
                </label>
                <label title={t("real.repeats.hint")}>
                    <span>{ t("real.repeats") }</span>
                    <select data-test="compare-repeats" disabled={!is_idle} onchange={menu(Happened::ChoseRepeats)}>
                        { for REPEATS.into_iter().map(|each| html! { <option key={each} value={each.to_string()} selected={each == state.repeats}>{ each }</option> }) }
                    </select>
                </label>
                <button type="button" class="button primary" data-test="compare-real" disabled={!can_run} onclick={on(Happened::Measure)}>{ t("compare.real.run") }</button>
                <button type="button" class="button" data-test="compare-real-stop" disabled={!is_measuring} onclick={on(Happened::Stopped)}>{ t("compare.stop") }</button>
                { progress(state) }
                if is_taken && !is_measuring {
                    <span class="lab-note" role="status">{ t("compare.real.taken") }</span>
                }
            </div>
            <p class="lab-note">
                { t("compare.real.intro") }
                { " " }
                { wording::scale(scale) }
            </p>
        </>
    }
}

fn progress(state: &Comparing) -> Html {
    let Some(row) = state.measured_row() else {
        return Html::default();
    };
    let (at, of) = ((row + 1).to_string(), state.rows.len().to_string());
    let name = table::name(&state.rows[row]);
    let values = [("way", &*name), ("at", &*at), ("of", &*of)];
    let text = match &state.work {
        Work::Measuring {
            is_stopping: true, ..
        } => t("real.stopping").to_owned(),
        Work::Measuring { done, order, .. } => {
            let repeats = order.repeats.to_string();
            let done = done.to_string();
            let more = [("done", &*done), ("repeats", &*repeats)];
            t_with("compare.real.progress", &[&values[..], &more[..]].concat())
        }
        _ => t_with("compare.real.tracing", &values),
    };
    html! {
        <span class="real-progress" role="status" data-test="compare-real-progress">
            <progress value={row.to_string()} max={of.clone()} aria-hidden="true"></progress>
            { text }
        </span>
    }
}
