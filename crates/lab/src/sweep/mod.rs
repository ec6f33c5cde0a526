//! **Sweep**: one setting over a range. Owns the panel; what a run comes to, the knee and the chart are the engine's.

mod controls;
mod result;
mod setting;
mod show;
mod started;
mod state;

use crate::app::PanelProps;
use crate::browser::{tell, window};
use crate::engines::{Evaluation, Heard, evaluate, warm};
use crate::settings::{unread, use_settings};
use crate::words::{t, t_with};
use interleave_engine::sweep::{Axis, CHART_WIDTH, MAX_RUNS};
use interleave_lab::bridge::{FromLab, LabTab};
use interleave_scenario::Scenario;
use interleave_scenario::ways::{Way, Workload};
use started::Started;
use state::{Happened, Problem, Sweeping};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// A chart that is less wide has no room for its labels.
const LEAST_WIDTH: f64 = 300.0;
/// While runs come in, the chart is drawn anew no more often than this.
const REDRAW_MS: f64 = 120.0;

type Dispatch = UseReducerDispatcher<Sweeping>;

/// The panel.
#[component]
pub fn Sweep(props: &PanelProps) -> Html {
    let state = use_reducer(Sweeping::default);
    let node = use_node_ref();
    let hold = use_mut_ref(|| None::<Evaluation>);
    {
        let dispatch = state.dispatcher();
        use_settings(&props.lab, LabTab::Sweep, state.words(), move |words| {
            dispatch.dispatch(Happened::Given(words.to_owned()));
        });
    }
    use_effect_with((), |()| warm());
    {
        let is_open = props.lab.open == Some(LabTab::Sweep);
        let scenario = props.lab.shown.clone().filter(|_| is_open && state.is_due);
        let (state, hold) = (state.clone(), hold.clone());
        use_effect_with(scenario, move |shown| {
            if let Some(shown) = shown {
                hold.replace(start(&state, &shown.scenario));
            }
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
    let room = node
        .cast::<Element>()
        .map(|panel| f64::from(panel.client_width()));
    let width = room.unwrap_or(CHART_WIDTH).clamp(LEAST_WIDTH, CHART_WIDTH);
    html! {
        <section class="sweep" data-test="sweep" aria-label={t("sweep.title")} ref={node}>
            <p class="lab-note">
                { t("sweep.intro") }
                if Axis::IoShare.bounds(scenario).is_err() {
                    { " " }{ workload(scenario) }
                }
            </p>
            { controls::controls(&state, scenario, &state.dispatcher(), on_start, on_stop) }
            { unread(&state.unread) }
            if let Some(problem) = &state.problem {
                <p class="lab-notice" role="alert" data-test="sweep-problem">{ wording(problem) }</p>
            }
            if let Some(started) = &state.started {
                { result::result(&state, started, scenario, width) }
            }
        </section>
    }
}

fn now_ms() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// A script whose tasks wait and compute as its forms say: the share of waiting can be swept there.
fn workload(scenario: &Scenario) -> Html {
    let machine = scenario.machine.clone();
    let open = Callback::from(move |_: MouseEvent| {
        let mut scenario = Workload::default().scenario(Way::Threads, &machine);
        scenario.view.tab = Some(LabTab::Sweep.name().to_owned());
        tell(&FromLab::Open(Box::new(scenario)));
    });
    html! { <button type="button" class="button" data-test="sweep-workload" onclick={open}>{ t("sweep.workload") }</button> }
}

fn wording(problem: &Problem) -> String {
    match problem {
        Problem::Outside { axis, least, most } => {
            let name = controls::axis_name(axis);
            let (least, most) = (axis.label(*least), axis.label(*most));
            let values = [("name", &*name), ("least", &least), ("most", &most)];
            t_with("sweep.outside", &values)
        }
        Problem::TooMany => t_with("sweep.too_many", &[("most", &MAX_RUNS.to_string())]),
        Problem::Failed(reason) => t_with("sweep.failed", &[("reason", reason)]),
    }
}

fn start(state: &UseReducerHandle<Sweeping>, scenario: &Scenario) -> Option<Evaluation> {
    let dispatch = state.dispatcher();
    let planned = match state.plan(scenario) {
        Ok(planned) => planned,
        Err(problem) => {
            dispatch.dispatch(Happened::Problem(problem));
            return None;
        }
    };
    let runs = planned.points.iter();
    let scenarios = runs.map(|point| point.scenario.clone()).collect();
    let began_ms = now_ms();
    dispatch.dispatch(Happened::Began(Started {
        base: Rc::new(scenario.clone()),
        sweep: planned.sweep,
        lines: planned.lines,
        figures: vec![None; planned.points.len()],
        points: Rc::new(planned.points),
        began_ms,
        took_ms: None,
    }));
    // Drawing a chart takes longer than many a run: what comes meanwhile is shown together.
    let waiting = RefCell::new(Vec::new());
    let shown_ms = Cell::new(began_ms);
    let tell = move |heard: Heard| {
        let now_ms = now_ms();
        let end = match heard {
            Heard::Figures(index, figures) => {
                waiting.borrow_mut().push((index, *figures));
                None
            }
            Heard::Over => Some(Happened::Over(now_ms)),
            Heard::Failed(reason) => Some(Happened::Problem(Problem::Failed(reason))),
        };
        if end.is_some() || now_ms - shown_ms.get() >= REDRAW_MS {
            shown_ms.set(now_ms);
            dispatch.dispatch(Happened::Came(waiting.take()));
        }
        if let Some(end) = end {
            dispatch.dispatch(end);
        }
    };
    Some(evaluate(scenarios, Callback::from(tell)))
}
