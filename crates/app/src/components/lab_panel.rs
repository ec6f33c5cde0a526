//! The place that the lab fills, and what stands there until it is here or when it can't come.

use crate::browser::lab::HOST;
use crate::effects::Dispatch;
use crate::i18n::{t, t_with, use_language};
use crate::state::{Action, LabPhase};
use yew::prelude::*;

/// What [`LabPanel`] shows.
#[derive(Properties, PartialEq)]
pub struct LabPanelProps {
    /// Where the lab's program stands.
    pub phase: LabPhase,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The lab's place.
#[component]
pub fn LabPanel(props: &LabPanelProps) -> Html {
    use_language();
    let again = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::LabIs(LabPhase::Coming)))
    };
    let instead = match &props.phase {
        LabPhase::Here => Html::default(),
        LabPhase::Absent | LabPhase::Coming => {
            html! { <p class="console-empty" role="status">{ t("lab.coming") }</p> }
        }
        LabPhase::Failed(reason) => html! {
            <div class="console-empty" role="alert" data-test="lab-failed">
                <p>{ t_with("lab.failed", &[("reason", reason)]) }</p>
                <button type="button" class="button" data-test="lab-again" onclick={again}>{ t("lab.again") }</button>
            </div>
        },
    };
    html! {
        <>
            { instead }
            <div id={HOST} hidden={props.phase != LabPhase::Here}></div>
        </>
    }
}
