//! What the panel's state sets in motion: traces of the engine workers, orders to the back end of real runs. Each
//! hook watches fields of the state; none changes it but by an action.

use super::search::Hold;
use super::state::{Comparing, Happened, Work};
use crate::app::Dispatch;
use crate::engines;
use crate::runner;
use crate::state::Action;
use yew::prelude::*;

/// Keeps the real runs of a comparison going as the state asks, whichever tab is open.
#[hook]
pub fn use_real_runs(state: &UseReducerHandle<Comparing>, lab: &Dispatch, hold: &Hold) {
    {
        let dispatch = state.dispatcher();
        use_effect_with((), move |()| {
            runner::listen(Callback::from(move |message| {
                dispatch.dispatch(Happened::Conductor(message));
            }));
        });
    }
    {
        let lab = lab.clone();
        use_effect_with(state.measured_row().is_some(), move |&compares| {
            lab.dispatch(Action::Compares(compares));
        });
    }
    {
        let (dispatch, hold) = (state.dispatcher(), hold.clone());
        let wanted = state.traced_row();
        let scenario = wanted.map(|row| state.rows[row].scenario.clone());
        use_effect_with(wanted, move |&wanted| {
            if let (Some(row), Some(scenario)) = (wanted, scenario) {
                let tell = Callback::from(move |traced| {
                    dispatch.dispatch(Happened::Traced(row, traced));
                });
                hold.replace(Some(engines::trace(scenario, tell)));
            }
        });
    }
    {
        let ordered = match &state.work {
            Work::Measuring { id, order, .. } => Some((*id, order.clone())),
            _ => None,
        };
        use_effect_with(state.order_id(), move |_| {
            if let Some((id, order)) = ordered {
                runner::ask(|runner| runner.start(id, (*order).clone()));
            }
        });
    }
    let stopping = match state.work {
        Work::Measuring {
            id,
            is_stopping: true,
            ..
        } => Some(id),
        _ => None,
    };
    runner::use_stop(stopping, state.ends);
}
