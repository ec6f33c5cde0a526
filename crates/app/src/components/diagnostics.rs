//! The list of problems in the source, below the editor.

use crate::effects::Dispatch;
use crate::i18n::{t, t_with, use_language};
use crate::state::Action;
use interleave_engine::{Diagnostic, Severity};
use std::rc::Rc;
use yew::prelude::*;

/// What [`Diagnostics`] shows.
#[derive(Properties, PartialEq)]
pub struct DiagnosticsProps {
    /// The problems.
    pub diagnostics: Rc<Vec<Diagnostic>>,
    /// The files' names, in order.
    pub files: Vec<AttrValue>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The list of problems; empty, it takes no room.
#[component]
pub fn Diagnostics(props: &DiagnosticsProps) -> Html {
    use_language();
    let rows = props.diagnostics.iter().enumerate().map(|(index, diagnostic)| {
        let Diagnostic { line, column, .. } = *diagnostic;
        let dispatch = props.dispatch.clone();
        let file = props
            .files
            .iter()
            .position(|name| **name == diagnostic.file);
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::GoTo { file, line, column });
        });
        let (severity, word) = match diagnostic.severity {
            Severity::Error => ("error", t("diagnostics.error")),
            Severity::Warning => ("warning", t("diagnostics.warning")),
        };
        html! {
            <li key={index} data-severity={severity}>
                <button type="button" {onclick}>
                    <span class={classes!("diagnostics-word", severity)}>{ word }</span>
                    if props.files.len() > 1 {
                        <span class="diagnostics-file">{ &diagnostic.file }</span>
                    }
                    <span class="diagnostics-line">{ t_with("diagnostics.line", &[("line", &line.to_string())]) }</span>
                    <span class="diagnostics-text">{ &diagnostic.message }</span>
                </button>
            </li>
        }
    });
    html! {
        <ul class="diagnostics" data-test="diagnostics" aria-label={t("diagnostics.label")} aria-live="polite">
            { for rows }
        </ul>
    }
}
