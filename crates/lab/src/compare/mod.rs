//! **Compare**: one job, several ways, in virtual time and, on request, for real. Owns the panel; what a way costs,
//! which is best and where that flips is the engine's to say, what is measured the conductor's.

mod advice;
mod controls;
mod effects;
mod measuring;
mod search;
mod state;
mod table;

use crate::app::PanelProps;
use crate::engines::{Heard, evaluate};
use crate::real::{self, wording};
use crate::settings::{unread, use_settings};
use crate::words::{t, t_with};
use interleave_engine::ways::FlipSearch;
use interleave_lab::bridge::LabTab;
use interleave_scenario::ways::Field;
use interleave_scenario::{Machine, Scenario};
use search::Hold;
use state::{Comparing, Happened};
use yew::prelude::*;

/// What is varied to see where the answer flips, the last first.
const SEARCHED: [Field; 3] = [Field::CpuMs, Field::Tasks, Field::IoShare];

type Dispatch = UseReducerDispatcher<Comparing>;

/// The panel.
#[component]
pub fn Compare(props: &PanelProps) -> Html {
    let state = use_reducer(Comparing::default);
    let hold = use_memo((), |()| Hold::default());
    effects::use_real_runs(&state, &props.dispatch, &hold);
    let dispatch = state.dispatcher();
    {
        let dispatch = dispatch.clone();
        use_settings(&props.lab, LabTab::Compare, state.words(), move |words| {
            dispatch.dispatch(Happened::Given(words.to_owned()));
        });
    }
    let shown = props.lab.shown.as_ref();
    let machine = shown.map_or_else(Machine::default, |shown| shown.scenario.machine.clone());
    let start = {
        let (state, hold) = (state.clone(), Hold::clone(&hold));
        Callback::from(move |_: MouseEvent| start(&state, &machine, &hold))
    };
    let stop = {
        let (dispatch, hold) = (dispatch.clone(), Hold::clone(&hold));
        Callback::from(move |_: MouseEvent| {
            hold.take();
            dispatch.dispatch(Happened::Stopped);
        })
    };
    html! {
        <section class="compare" data-test="compare" aria-label={t("compare.title")}>
            <p class="lab-note">{ t("compare.intro") }</p>
            { controls::controls(&state, &dispatch, start, stop, props.lab.language) }
            { unread(&state.unread) }
            if let Some(reason) = &state.failed {
                <p class="lab-notice" role="alert">{ t_with("compare.failed", &[("reason", reason)]) }</p>
            }
            { advice::advice(&state) }
            if !state.rows.is_empty() {
                { table::table(&state) }
                { controls::real_controls(&state, &dispatch, &props.lab) }
                if !props.lab.real.isolated {
                    { real::not_isolated() }
                }
                { measured_notes(&state) }
            }
        </section>
    }
}

fn start(state: &UseReducerHandle<Comparing>, machine: &Machine, hold: &Hold) {
    let rows = state.ways(machine);
    let scenarios: Vec<Scenario> = rows.iter().map(|row| row.scenario.clone()).collect();
    let dispatch = state.dispatcher();
    dispatch.dispatch(Happened::Began(rows.clone()));
    // The figures are gathered here too: whoever hears the last of them can't look at the state.
    let mut gathered = Comparing::clone(state);
    gathered.of = Some((state.subject.clone(), state.workload));
    gathered.rows = rows;
    let gathered = std::rc::Rc::new(std::cell::RefCell::new(gathered));
    let (machine, held) = (machine.clone(), hold.clone());
    let heard = Callback::from(move |heard: Heard| {
        if let Heard::Figures(index, figures) = &heard {
            gathered.borrow_mut().rows[*index].figures = Some((**figures).clone());
        }
        let is_over = heard == Heard::Over;
        dispatch.dispatch(Happened::Heard(heard));
        let gathered = gathered.borrow();
        if let (true, Some(best)) = (is_over, gathered.recommendation()) {
            let workload = gathered.workload;
            let search = |field| FlipSearch::new(&workload, &machine, field, best.way);
            dispatch.dispatch(Happened::Searches);
            let searches = SEARCHED.into_iter().map(search).collect();
            search::go_on(searches, held.clone(), dispatch.clone());
        }
    });
    hold.replace(Some(evaluate(scenarios, heard)));
}

/// What is to be known of real runs, once there are some.
fn measured_notes(state: &Comparing) -> Html {
    if state.rows.iter().all(|row| row.real.is_none()) {
        return Html::default();
    }
    let distorted = state.distortions().into_iter();
    let quickest = state.quickest_measured().map(|row| &state.rows[row]);
    html! {
        <div class="compare-notes" data-test="compare-notes">
            <ul class="real-remarks">
                if let (Some(row), true) = (quickest, state.measured_row().is_none()) {
                    <li data-test="compare-real-best">{ t_with("compare.real.best", &[("way", &table::name(row))]) }</li>
                }
                { for distorted.map(|each| html! { <li>{ wording::distortion(each) }</li> }) }
            </ul>
            <details>
                <summary>{ t("real.not_cpython") }</summary>
                <p class="lab-note">{ t("real.not_cpython.text") }</p>
            </details>
        </div>
    }
}
