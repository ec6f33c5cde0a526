//! Help: what the page is, and its keys.

use super::modal::Modal;
use crate::effects::Dispatch;
use crate::i18n::{t, use_language};
use crate::state::Action;
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
    let close = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ShowDialog(None)))
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
        <Modal open={props.open} class="help" labelled_by="help-title" dispatch={props.dispatch.clone()}>
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
        </Modal>
    }
}
