//! **Sweep**: one setting over a range. Owns the panel; what a run comes to, the knee and the chart are the engine's.

mod controls;
mod result;
mod state;

use crate::app::PanelProps;
use crate::browser::window;
use crate::engines::{Evaluation, Heard, evaluate};
use crate::settings::{unread, use_settings};
use crate::words::{t, t_with};
use interleave_lab::bridge::LabTab;
use interleave_scenario::Scenario;
use state::{Happened, Started, Sweeping};
use std::rc::Rc;
use yew::prelude::*;

type Dispatch = UseReducerDispatcher<Sweeping>;

/// The panel.
#[component]
pub fn Sweep(props: &PanelProps) -> Html {
    let state = use_reducer(Sweeping::default);
    let hold = use_mut_ref(|| None::<Evaluation>);
    {
        let dispatch = state.dispatcher();
        use_settings(&props.lab, LabTab::Sweep, state.words(), move |words| {
            dispatch.dispatch(Happened::Given(words.to_owned()));
        });
    }
    let Some(shown) = &props.lab.shown else {
        return html! { <p class="lab-note">{ t("sweep.no_script") }</p> };
    };
    let scenario = &shown.scenario;
    let on_start = {
        let (state, hold, scenario) = (state.clone(), hold.clone(), scenario.clone());
        Callback::from(move |_: MouseEvent| {
            hold.replace(start(&state, &scenario));
        })
    };
    let on_stop = {
        let dispatch = state.dispatcher();
        Callback::from(move |_: MouseEvent| {
            hold.take();
            dispatch.dispatch(Happened::Stopped);
        })
    };
    html! {
        <section class="sweep" data-test="sweep" aria-label={t("sweep.title")}>
            <p class="lab-note">{ t("sweep.intro") }</p>
            { controls::controls(&state, scenario, &state.dispatcher(), on_start, on_stop) }
            { unread(&state.unread) }
            if let Some(reason) = &state.problem {
                <p class="lab-notice" role="alert">{ t_with("sweep.failed", &[("reason", reason)]) }</p>
            }
            if let Some(started) = &state.started {
                { result::result(&state, started, &state.dispatcher()) }
            }
        </section>
    }
}

fn now_ms() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

fn start(state: &UseReducerHandle<Sweeping>, scenario: &Scenario) -> Option<Evaluation> {
    let dispatch = state.dispatcher();
    let sweep = state.sweep(scenario);
    let planned = sweep.points(scenario);
    let planned = planned.and_then(|points| Ok((points, sweep.line_values(scenario)?)));
    let (points, lines) = match planned {
        Ok(planned) => planned,
        Err(problem) => {
            dispatch.dispatch(Happened::Problem(problem));
            return None;
        }
    };
    let scenarios = points.iter().map(|point| point.scenario.clone()).collect();
    dispatch.dispatch(Happened::Began(Started {
        sweep,
        lines,
        figures: vec![None; points.len()],
        points: Rc::new(points),
        began_ms: now_ms(),
        took_ms: None,
    }));
    let tell = move |heard: Heard| dispatch.dispatch(Happened::Heard(heard, now_ms()));
    Some(evaluate(scenarios, Callback::from(tell)))
}
