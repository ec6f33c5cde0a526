//! **Real run**: the shown script's work on this browser's own cores, beside what was predicted. Owns
//! the panel; what is run and measured is the conductor's.

mod bars;
mod controls;
mod effects;
mod lanes;
mod outcome;
mod profile;
mod state;
mod strip;
pub mod wording;

pub use effects::use_runs;
pub use lanes::ratio;
pub use state::{Happened, PATIENCE_NS, REPEATS, Real, SCALES, Work};

use crate::app::{Dispatch, PanelProps};
use crate::browser::{self, tell};
use crate::settings::unread;
use crate::state::Action;
use crate::words::t;
use interleave_lab::bridge::FromLab;
use state::Ended;
use yew::prelude::*;

/// A callback for a press that makes something happen to the panel.
fn pressing(dispatch: &Dispatch, happened: Happened) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Real(happened.clone())))
}

/// The panel.
#[component]
pub fn RealRun(props: &PanelProps) -> Html {
    let PanelProps { lab, dispatch } = props;
    let real = &lab.real;
    let shown = lab.shown.as_deref();
    let ran = shown.and_then(|shown| shown.ran.as_ref());
    let is_current = ran.is_some_and(|ran| ran.is_current);
    let outcome = real.outcome.as_ref().map(|outcome| {
        let is_of_this_run = ran.is_some_and(|ran| ran.run == outcome.run);
        let shows_measured = shown.is_some_and(|shown| shown.shows_measured);
        let machine = shown.map(|shown| shown.scenario.machine.clone());
        html! { <outcome::OutcomeView outcome={outcome.clone()} {is_of_this_run} {shows_measured} {machine} dispatch={dispatch.clone()} language={lab.language} /> }
    });
    html! {
        <section class="real" data-test="real" aria-label={t("real.title")}>
            { controls::controls(lab, dispatch) }
            { unread(&real.unread) }
            if !is_current {
                { not_current(shown.is_some_and(|shown| shown.is_running)) }
            }
            if !real.isolated {
                { not_isolated() }
            }
            { ended(real.ended.as_ref()) }
            { outcome }
            <div class="real-below">
                <profile::ProfileTable profile={real.profile.clone()} is_busy={real.work != Work::Idle} is_measuring={matches!(real.work, Work::Calibrating { .. })} dispatch={dispatch.clone()} language={lab.language} />
                <section class="real-note">
                    <h3>{ t("real.not_cpython") }</h3>
                    <p class="lab-note">{ t("real.not_cpython.text") }</p>
                </section>
            </div>
        </section>
    }
}

fn not_current(is_running: bool) -> Html {
    let run = Callback::from(|_: MouseEvent| tell(&FromLab::Run));
    html! {
        <p class="lab-notice">
            { t("real.run_first") }
            { " " }
            <button type="button" class="button" data-test="real-simulate" disabled={is_running} onclick={run}>{ t("real.simulate") }</button>
        </p>
    }
}

/// What is missing without isolation, and the reload that may bring it: the page's service worker
/// takes effect on the second load.
pub fn not_isolated() -> Html {
    let reload = Callback::from(|_: MouseEvent| browser::reload());
    let can_help = browser::awaits_isolation();
    html! {
        <div class="lab-notice" data-test="not-isolated">
            <p>{ t("real.not_isolated") }{ " " }{ if can_help { t("real.reload") } else { t("real.cannot_isolate") } }</p>
            if can_help {
                <button type="button" class="button" data-test="real-reload" onclick={reload}>{ t("real.reload.now") }</button>
            }
        </div>
    }
}

fn ended(ended: Option<&Ended>) -> Html {
    match ended {
        None => Html::default(),
        Some(Ended::Refused(why)) => {
            let [reason, remedy] = wording::cannot_run(why);
            html! {
                <div class="lab-notice" role="alert" data-test="real-refused"><strong>{ reason }</strong>{ " " }{ remedy }</div>
            }
        }
        Some(Ended::Dropped(why)) => html! {
            <p class="lab-notice" role="status" data-test="real-dropped">{ wording::dropped(why) }</p>
        },
    }
}
