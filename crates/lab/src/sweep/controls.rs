//! What a sweep is to be: the setting, its range, a second setting, what the chart shows; Sweep and Stop.

use super::Dispatch;
use super::setting::{SCALES, scale_of};
use super::show::Show;
use super::state::{Happened, LINES, POINTS, Sweeping, forms};
use crate::words::{t, t_with};
use interleave_engine::sweep::{Axis, Scale};
use interleave_scenario::Scenario;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// What an axis is called: a form by its own name.
pub fn axis_name(axis: &Axis) -> String {
    match axis {
        Axis::Param(name) => name.clone(),
        setting => t(&format!("sweep.axis.{}", setting.name())).to_owned(),
    }
}

fn choosing(
    dispatch: &Dispatch,
    happened: impl Fn(String) -> Option<Happened> + 'static,
) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: Event| {
        let menu = event
            .target()
            .map(JsCast::unchecked_into::<HtmlSelectElement>);
        if let Some(happened) = menu.and_then(|menu| happened(menu.value())) {
            dispatch.dispatch(happened);
        }
    })
}

fn number(
    label: &'static str,
    value: f64,
    (least, most): (f64, f64),
    dispatch: &Dispatch,
    happened: impl Fn(f64) -> Happened + 'static,
) -> Html {
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event
            .target()
            .map(JsCast::unchecked_into::<HtmlInputElement>);
        let value = input.map_or(f64::NAN, |input| input.value_as_number());
        if !value.is_nan() {
            dispatch.dispatch(happened(value));
        }
    });
    html! {
        <label>
            <span>{ t(label) }</span>
            <input type="number" step="any" data-test={label.replace('.', "-")} min={least.to_string()} max={most.to_string()} value={value.to_string()} {onchange} />
        </label>
    }
}

fn options(scenario: &Scenario, chosen: Option<&str>) -> Html {
    let option = |name: String, text: String| {
        let selected = chosen == Some(&*name);
        html! { <option key={name.clone()} value={name} {selected}>{ text }</option> }
    };
    let forms = forms(scenario).into_iter();
    let mut forms: Vec<(String, String)> = forms.map(|name| (name.clone(), name)).collect();
    if Axis::IoShare.bounds(scenario).is_ok() {
        forms.push((Axis::IoShare.name().to_owned(), axis_name(&Axis::IoShare)));
    }
    html! {
        <>
            if !forms.is_empty() {
                <optgroup label={t("sweep.axis.form")}>
                    { for forms.into_iter().map(|(name, text)| option(name, text)) }
                </optgroup>
            }
            <optgroup label={t("sweep.axis.machine")}>
                { for Axis::MACHINE.into_iter().map(|axis| option(axis.name().to_owned(), axis_name(&axis))) }
            </optgroup>
        </>
    }
}

/// The controls.
pub fn controls(
    state: &Sweeping,
    scenario: &Scenario,
    dispatch: &Dispatch,
    on_start: Callback<MouseEvent>,
    on_stop: Callback<MouseEvent>,
) -> Html {
    let axis = state.axis_of(scenario);
    let (from, to) = state.ends(scenario);
    let bounds = axis.bounds(scenario);
    let bounds = bounds.map_or((from, to), |(least, most, _)| (least, most));
    let end = |happened: fn(String, f64) -> Happened| {
        let name = axis.name().to_owned();
        move |value| happened(name.clone(), value)
    };
    let scale = state.scale_for(scenario);
    let scales = SCALES.into_iter().map(|(one, name)| {
        html! { <option key={name} value={name} selected={one == scale}>{ t(&format!("sweep.scale.{name}")) }</option> }
    });
    let shows = Show::ALL.into_iter().map(|show| {
        let name = show.name();
        html! { <option key={name} value={name} selected={show == state.show}>{ t(&format!("sweep.measure.{name}")) }</option> }
    });
    let show_of = |value: String| {
        let found = Show::ALL.into_iter().find(|show| show.name() == value);
        found.map(Happened::Show)
    };
    let lines_of = |value: String| Some(Happened::Lines((!value.is_empty()).then_some(value)));
    html! {
        <div class="sweep-controls" role="group" aria-label={t("sweep.controls")}>
            <label>
                <span>{ t("sweep.axis") }</span>
                <select data-test="sweep-axis" onchange={choosing(dispatch, |value| Some(Happened::Axis(value)))}>{ options(scenario, Some(axis.name())) }</select>
            </label>
            if axis != Axis::Python {
            { number("sweep.from", from, bounds, dispatch, end(Happened::From)) }
            { number("sweep.to", to, bounds, dispatch, end(Happened::To)) }
            <label>
                <span>{ t("sweep.scale") }</span>
                <select data-test="sweep-scale" onchange={choosing(dispatch, |value| scale_of(&value).map(Happened::Scale))}>{ for scales }</select>
            </label>
            }
            if scale != Scale::Every && axis != Axis::Python {
                { number("sweep.points", f64::from(state.points), POINTS, dispatch, Happened::Points) }
            }
            <label>
                <span>{ t("sweep.lines") }</span>
                <select data-test="sweep-lines" onchange={choosing(dispatch, lines_of)}>
                    <option value="" selected={state.lines.is_none()}>{ t("sweep.lines.none") }</option>
                    { options(scenario, state.lines.as_deref()) }
                </select>
            </label>
            if state.lines.is_some() {
                { number("sweep.lines.points", f64::from(state.line_points), LINES, dispatch, Happened::LinePoints) }
            }
            <label>
                <span>{ t("sweep.measure") }</span>
                <select data-test="sweep-show" onchange={choosing(dispatch, show_of)}>{ for shows }</select>
            </label>
            <button type="button" class="button primary" data-test="sweep-start" disabled={state.is_running} onclick={on_start}>{ t("sweep.start") }</button>
            <button type="button" class="button" data-test="sweep-stop" disabled={!state.is_running} onclick={on_stop}>{ t("sweep.stop") }</button>
            { progress(state) }
        </div>
    }
}

fn progress(state: &Sweeping) -> Html {
    let Some(started) = &state.started else {
        return Html::default();
    };
    let (done, of) = (started.done().to_string(), started.points.len().to_string());
    let text = match started.took_ms {
        Some(took_ms) => {
            let workers = crate::engines::workers().to_string();
            let time = interleave_lab::figures::duration((took_ms * 1e6) as u64);
            t_with(
                "sweep.done",
                &[("of", &of), ("workers", &workers), ("time", &time)],
            )
        }
        None => t_with("sweep.progress", &[("done", &done), ("of", &of)]),
    };
    html! {
        <span class="real-progress" role="status" data-test="sweep-status">
            if state.is_running { <progress max={of} value={done}></progress> }
            { text }
        </span>
    }
}
