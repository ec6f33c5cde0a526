//! The lab: fetched when one of its tabs is first opened, then told what the page holds while one is
//! open.

use super::Latest;
use crate::browser::lab::{Lab, reason_of};
use crate::browser::now_ms;
use crate::state::{Action, LabPhase, State};
use interleave_lab::bridge::{FromLab, ToLab};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

type Client = Rc<RefCell<Option<Lab>>>;

/// Keeps the lab informed.
#[hook]
pub fn use_lab(state: &UseReducerHandle<State>, latest: &Latest, dark: bool) {
    let client: Client = use_mut_ref(|| None);
    let attempts = use_mut_ref(|| 0u32);
    let open = state.lab_tab();
    let is_wanted = open.is_some() && state.lab == LabPhase::Absent;
    {
        let dispatch = state.dispatcher();
        use_effect_with(is_wanted, move |&is_wanted| {
            if is_wanted {
                dispatch.dispatch(Action::LabIs(LabPhase::Coming));
            }
        });
    }
    {
        let (client, latest, dispatch) = (client.clone(), latest.clone(), state.dispatcher());
        use_effect_with(state.lab == LabPhase::Coming, move |&is_coming| {
            if !is_coming {
                return;
            }
            client.take();
            let attempt = attempts.replace_with(|attempts| *attempts + 1);
            let hear = {
                let client = Rc::downgrade(&client);
                move |message| {
                    if let Some(client) = client.upgrade() {
                        hear(message, &latest, &client);
                    }
                }
            };
            wasm_bindgen_futures::spawn_local(async move {
                let phase = match Lab::open(attempt, hear).await {
                    Ok(lab) => {
                        client.replace(Some(lab));
                        LabPhase::Here
                    }
                    Err(error) => LabPhase::Failed(reason_of(&error)),
                };
                dispatch.dispatch(Action::LabIs(phase));
            });
        });
    }
    let is_here = state.lab == LabPhase::Here;
    {
        let (client, latest) = (client.clone(), latest.clone());
        let language = state.settings.language;
        use_effect_with((is_here, language, dark), move |&(_, language, dark)| {
            tell(&client, &latest, || ToLab::Look { language, dark });
        });
    }
    {
        let (client, latest) = (client.clone(), latest.clone());
        let holds = (
            state.scenario.clone(),
            state.report.clone(),
            state.outdated,
            state.is_running(),
            state.measured.is_some(),
        );
        use_effect_with((is_here && open.is_some(), holds), move |(is_open, _)| {
            if *is_open {
                let shown = || ToLab::Shown(Box::new(latest.borrow().shown_to_lab()));
                tell(&client, &latest, shown);
            }
        });
    }
    {
        let (client, latest) = (client.clone(), latest.clone());
        use_effect_with((is_here, state.opened), move |_| {
            let settings = || latest.borrow().scenario.view.settings.clone();
            tell(&client, &latest, || ToLab::Settings(settings()));
        });
    }
    let latest = latest.clone();
    use_effect_with((is_here, open), move |&(_, open)| {
        tell(&client, &latest, || ToLab::Open(open));
    });
}

fn tell(client: &Client, latest: &Latest, message: impl FnOnce() -> ToLab) {
    let told = match client.borrow().as_ref() {
        Some(lab) => lab.tell(&message()),
        None => return,
    };
    if let Err(error) = told {
        let state = latest.borrow().clone();
        state.dispatch(Action::LabIs(LabPhase::Failed(reason_of(&error))));
    }
}

fn hear(message: FromLab, latest: &Latest, client: &Client) {
    let state = latest.borrow().clone();
    match message {
        FromLab::WantTrace { run } => {
            if let Some(report) = state.report.as_ref().filter(|_| run == state.reported) {
                let bytes = report.trace.to_bytes();
                tell(client, latest, || ToLab::Trace { run, bytes });
            }
        }
        FromLab::Open(scenario) => state.dispatch(Action::Open {
            scenario,
            notice: "message.lab_opened",
            now_ms: now_ms(),
        }),
        message => state.dispatch(Action::Lab(message)),
    }
}
