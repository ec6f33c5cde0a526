//! Runs, checks and Stop, by messages to the engine's worker.

use super::Latest;
use crate::browser::engine_client::{EngineClient, Heard};
use crate::browser::mark;
use crate::state::{Action, Notice, Phase, State};
use gloo_timers::callback::Timeout;
use interleave_engine::ToEngine;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How long the engine may take to answer Stop before it is replaced, in ms of real time.
const STOP_PATIENCE_MS: u32 = 500;
/// How long the source must rest before it is checked, in ms of real time.
const CHECK_PAUSE_MS: u32 = 120;
/// How long a form must rest before the script runs again, in ms of real time.
const RERUN_PAUSE_MS: u32 = 90;

/// Keeps the engine at work as the state asks.
#[hook]
pub fn use_engine(state: &UseReducerHandle<State>, latest: &Latest) {
    let client: Rc<RefCell<Option<Rc<EngineClient>>>> = use_mut_ref(|| None);
    {
        let (client, state) = (client.clone(), state.clone());
        use_effect_with((), move |()| {
            let dispatch = state.dispatcher();
            let tell = Callback::from(move |heard| match heard {
                Heard::Message(message) => dispatch.dispatch(Action::Engine(message)),
                Heard::Crashed {
                    reason,
                    for_good: false,
                } => dispatch.dispatch(Action::EngineReplaced(
                    Notice::error("message.crashed").with("reason", reason),
                )),
                Heard::Crashed {
                    reason,
                    for_good: true,
                } => {
                    let notice = Notice::error("message.crashed_for_good").with("reason", reason);
                    dispatch.dispatch(Action::EngineReplaced(notice));
                }
            });
            client.replace(Some(EngineClient::take_over(tell)));
            if state.run_id == 0 {
                state.dispatch(Action::Run);
            }
        });
    }
    {
        let (client, state) = (client.clone(), state.clone());
        use_effect_with(state.run_id, move |&id| {
            if id == 0 {
                return;
            }
            mark("interleave:run");
            if let Some(client) = client.borrow().as_ref() {
                client.revive();
                client.send(&ToEngine::Run {
                    id,
                    scenario: (*state.scenario).clone(),
                });
            }
        });
    }
    {
        let client = client.clone();
        let latest = latest.clone();
        let stopping = (state.phase == Phase::Stopping).then_some(state.run_id);
        use_effect_with(stopping, move |&stopping| {
            let timeout = stopping.map(|id| {
                if let Some(client) = client.borrow().as_ref() {
                    client.send(&ToEngine::Stop { id });
                }
                Timeout::new(STOP_PATIENCE_MS, move || {
                    let state = latest.borrow().clone();
                    if state.phase == Phase::Stopping && state.run_id == id {
                        if let Some(client) = client.borrow().as_ref() {
                            client.replace();
                        }
                        let notice = Notice::warning("message.no_answer");
                        state.dispatch(Action::EngineReplaced(notice));
                    }
                })
            });
            move || drop(timeout)
        });
    }
    {
        let (client, latest) = (client.clone(), latest.clone());
        use_effect_with(state.touched, move |&id| {
            let pause = Timeout::new(CHECK_PAUSE_MS, move || {
                let scenario = (*latest.borrow().scenario).clone();
                if let Some(client) = client.borrow().as_ref() {
                    client.send(&ToEngine::Check { id, scenario });
                }
            });
            move || drop(pause)
        });
    }
    {
        let (client, latest) = (client.clone(), latest.clone());
        use_effect_with(state.wanted_look(), move |&wanted| {
            let Some((id, at_ns)) = wanted else { return };
            if let Some(client) = client.borrow().as_ref() {
                let scenario = (*latest.borrow().scenario).clone();
                client.send(&ToEngine::Look {
                    id,
                    scenario,
                    at_ns,
                });
            }
        });
    }
    let latest = latest.clone();
    use_effect_with(state.rerun, move |&rerun| {
        let pause = (rerun > 0).then(|| {
            Timeout::new(RERUN_PAUSE_MS, move || {
                let state = latest.borrow().clone();
                if state.outdated {
                    state.dispatch(Action::Run);
                }
            })
        });
        move || drop(pause)
    });
}
