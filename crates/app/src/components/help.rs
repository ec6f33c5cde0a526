//! Help: what the page is, and its keys.

use crate::effects::Dispatch;
use crate::i18n::{t, use_language};
use crate::state::Action;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What [`Help`] shows.
#[derive(Properties, PartialEq)]
pub struct HelpProps {
    /// Whether it is open.
    pub open: bool,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The dialog.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    use_language();
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
    let close = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ShowHelp(false)))
    };
    // The browser closes a dialog on Esc by itself.
    let onclose = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: Event| dispatch.dispatch(Action::ShowHelp(false)))
    };
    let keys: [(&[&str], &str); 10] = [
        (&["Ctrl/⌘ Enter"], t("help.key.run")),
        (&["Ctrl/⌘ S"], t("help.key.share")),
        (&["W", "S"], t("help.key.zoom")),
        (&["A", "D"], t("help.key.pan")),
        (&[".", ","], t("help.key.next")),
        (&["F"], t("help.key.focus")),
        (&["R"], t("help.key.range")),
        (&["Esc"], t("help.key.clear")),
        (&["Esc"], t("help.key.leave")),
        (&["?"], t("help.key.help")),
    ];
    html! {
        <dialog class="help" ref={dialog} aria-labelledby="help-title" {onclose}>
            <h2 id="help-title">{ t("help.title") }</h2>
            <p>{ t("help.intro") }</p>
            <p>{ t("help.forms") }</p>
            <p>{ t("help.timeline") }</p>
            <h3>{ t("help.keys") }</h3>
            <dl class="help-keys">
                { for keys.iter().map(|(names, meaning)| html! {
                    <div>
                        <dt>{ for names.iter().map(|name| html! { <kbd>{ *name }</kbd> }) }</dt>
                        <dd>{ *meaning }</dd>
                    </div>
                }) }
            </dl>
            <button type="button" class="button primary" onclick={close}>{ t("help.close") }</button>
        </dialog>
    }
}
