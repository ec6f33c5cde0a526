//! A dialog over the page: it opens and closes as the state says, and says when the browser closed it.

use crate::effects::Dispatch;
use crate::state::Action;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What [`Modal`] shows.
#[derive(Properties, PartialEq)]
pub struct ModalProps {
    /// Whether it is open.
    pub open: bool,
    /// Its class.
    pub class: &'static str,
    /// The id of its title.
    pub labelled_by: &'static str,
    /// Where actions go.
    pub dispatch: Dispatch,
    /// What it holds.
    pub children: Html,
}

/// The dialog.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.open, move |&open| {
            let Some(dialog) = dialog.cast::<HtmlDialogElement>() else {
                return;
            };
            match (open, dialog.open()) {
                (true, false) => {
                    let _ = dialog.show_modal();
                }
                (false, true) => dialog.close(),
                _ => {}
            }
        });
    }
    // The browser closes a dialog on Esc by itself.
    let onclose = {
        let (dispatch, open) = (props.dispatch.clone(), props.open);
        Callback::from(move |_: Event| {
            if open {
                dispatch.dispatch(Action::ShowDialog(None));
            }
        })
    };
    html! {
        <dialog class={props.class} ref={dialog} aria-labelledby={props.labelled_by} {onclose}>
            { props.children.clone() }
        </dialog>
    }
}
