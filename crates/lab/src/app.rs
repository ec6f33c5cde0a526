//! The lab's root: the state, what it sets in motion, and the open tab's panel. A panel that was
//! opened once stays, so that it keeps what it holds.

use crate::browser;
use crate::compare::Compare;
use crate::real::{self, RealRun};
use crate::state::{Action, Lab};
use crate::sweep::Sweep;
use crate::words;
use interleave_lab::bridge::LabTab;
use yew::prelude::*;

/// Where actions go.
pub type Dispatch = UseReducerDispatcher<Lab>;

/// What every panel is given.
#[derive(Clone, PartialEq, Properties)]
pub struct PanelProps {
    /// The lab's state.
    pub lab: Lab,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The styles of every panel, a file each.
const STYLES: [&str; 4] = [
    include_str!("../../../www/lab/lab.css"),
    include_str!("../../../www/lab/real.css"),
    include_str!("../../../www/lab/compare.css"),
    include_str!("../../../www/lab/sweep.css"),
];

/// The lab.
#[component]
pub fn App() -> Html {
    let state = use_reducer(|| Lab::new(browser::is_isolated()));
    {
        let dispatch = state.dispatcher();
        use_effect_with((), move |()| {
            browser::listen(Callback::from(move |message| {
                dispatch.dispatch(Action::Page(message));
            }));
        });
    }
    real::use_runs(&state);
    words::set_language(state.language);
    let visited = use_mut_ref(Vec::new);
    if let Some(tab) = state.open.filter(|tab| !visited.borrow().contains(tab)) {
        visited.borrow_mut().push(tab);
    }
    let panel = |tab: LabTab, panel: fn(PanelProps) -> Html| {
        let props = PanelProps {
            lab: (*state).clone(),
            dispatch: state.dispatcher(),
        };
        let was_opened = visited.borrow().contains(&tab);
        html! {
            if was_opened {
                <div class="lab-panel" hidden={state.open != Some(tab)}>{ panel(props) }</div>
            }
        }
    };
    html! {
        <>
            <style>{ STYLES.concat() }</style>
            { panel(LabTab::Real, |props| html! { <RealRun ..props /> }) }
            { panel(LabTab::Compare, |props| html! { <Compare ..props /> }) }
            { panel(LabTab::Sweep, |props| html! { <Sweep ..props /> }) }
        </>
    }
}
