//! What a real run is to be: the way, the time scale, the repeats; and Run, Stop, how far it is.

use super::state::{Happened, REPEATS, Real, SCALES, Work};
use super::{pressing, wording};
use crate::app::Dispatch;
use crate::state::{Action, Lab};
use crate::words::{t, t_with};
use interleave_lab::figures::duration;
use interleave_pool::protocol::Way;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// A menu's new value, as something that happened.
fn choosing(dispatch: &Dispatch, happened: fn(&str) -> Option<Happened>) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: Event| {
        let target = event.target().map(JsCast::unchecked_into);
        let value = target.map(|menu: HtmlSelectElement| menu.value());
        if let Some(happened) = value.as_deref().and_then(happened) {
            dispatch.dispatch(Action::Real(happened));
        }
    })
}

/// The row of controls, and what the chosen way and scale mean.
pub fn controls(lab: &Lab, dispatch: &Dispatch) -> Html {
    let (real, shown) = (&lab.real, lab.shown.as_deref());
    let scale = real.scale_for(shown);
    let ran = shown.and_then(|shown| shown.ran.as_ref());
    let is_idle = real.work == Work::Idle;
    let lacks_memory = real.lacks_memory_for(real.way);
    let can_run =
        is_idle && !lab.compares && !lacks_memory && ran.is_some_and(|ran| ran.is_current);
    let makespan_ns = ran.map_or(0, |ran| ran.makespan_ns);
    let lasts = duration(makespan_ns / u64::from(scale));
    html! {
        <>
            <div class="real-controls" role="group" aria-label={t("real.controls")}>
                <label title={wording::way_hint(real.way)}>
                    <span>{ t("real.way") }</span>
                    { ways(real, dispatch, is_idle) }
                </label>
                <label title={t("real.scale.hint")}>
                    <span>{ t("real.scale") }</span>
                    <select data-test="real-scale" disabled={!is_idle} onchange={choosing(dispatch, |value| value.parse().ok().map(Happened::ChoseScale))}>
                        { for SCALES.into_iter().map(|each| html! { <option key={each} value={each.to_string()} selected={each == scale}>{ format!("×{each}") }</option> }) }
                    </select>
                </label>
                <label title={t("real.repeats.hint")}>
                    <span>{ t("real.repeats") }</span>
                    <select data-test="real-repeats" disabled={!is_idle} onchange={choosing(dispatch, |value| value.parse().ok().map(Happened::ChoseRepeats))}>
                        { for REPEATS.into_iter().map(|each| html! { <option key={each} value={each.to_string()} selected={each == real.repeats}>{ each }</option> }) }
                    </select>
                </label>
                <button type="button" class="button primary" data-test="real-run" disabled={!can_run} onclick={pressing(dispatch, Happened::Run)}>{ t("real.run") }</button>
                <button type="button" class="button" data-test="real-stop" disabled={is_idle} onclick={pressing(dispatch, Happened::Stop)}>{ t("real.stop") }</button>
                { progress(&real.work, &lasts) }
                if lab.compares {
                    <span class="lab-note" role="status">{ t("real.compares") }</span>
                }
            </div>
            <p class="lab-note" data-test="real-explained">
                { wording::way_hint(real.way) }
                if lacks_memory {
                    { " " }<strong>{ t("real.way.lacks_memory") }</strong>
                }
                { " " }
                { wording::scale(scale) }
            </p>
        </>
    }
}

fn ways(real: &Real, dispatch: &Dispatch, is_idle: bool) -> Html {
    let option = |way: Way| {
        let lacks_memory = real.lacks_memory_for(way);
        let name = match lacks_memory {
            true => t_with("real.way.without", &[("way", wording::way(way))]),
            false => wording::way(way).to_owned(),
        };
        html! { <option key={way.name()} value={way.name()} selected={way == real.way} disabled={lacks_memory}>{ name }</option> }
    };
    let onchange = choosing(dispatch, |value| {
        Way::from_name(value).map(Happened::ChoseWay)
    });
    html! {
        <select data-test="real-way" disabled={!is_idle} {onchange}>
            { for Way::ALL.into_iter().map(option) }
        </select>
    }
}

/// How far it is; `lasts` is how long one repeat takes if it goes as predicted.
fn progress(work: &Work, lasts: &str) -> Html {
    let (text, bar) = match work {
        Work::Idle => return Html::default(),
        Work::Calibrating { .. } => (t("real.calibrating").to_owned(), None),
        Work::Fetching { .. } => (t("real.starting").to_owned(), None),
        Work::Running {
            is_stopping: true, ..
        } => (t("real.stopping").to_owned(), None),
        Work::Running { order, done, .. } => {
            let (done_text, of) = (done.to_string(), order.repeats.to_string());
            let values = [("done", done_text.as_str()), ("of", &of), ("time", lasts)];
            (
                t_with("real.progress", &values),
                Some((*done, order.repeats)),
            )
        }
    };
    html! {
        <span class="real-progress" role="status" data-test="real-progress">
            if let Some((done, of)) = bar {
                <progress value={done.to_string()} max={of.to_string()} aria-hidden="true"></progress>
            }
            { text }
        </span>
    }
}
