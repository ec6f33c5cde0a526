//! The scenario's files as tabs above the editor: open, add, rename, remove.

use crate::browser::now_ms;
use crate::effects::{Dispatch, dispatching};
use crate::i18n::{t, t_with, use_language};
use crate::state::{Action, FileAction};
use interleave_scenario::Scenario;
use std::rc::Rc;
use yew::prelude::*;

/// What [`FileTabs`] shows.
#[derive(Properties, PartialEq)]
pub struct FileTabsProps {
    /// The work.
    pub scenario: Rc<Scenario>,
    /// Which file the editor shows.
    pub open: usize,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// A tab a file; the open one can be renamed and removed, but for `main.py`.
#[component]
pub fn FileTabs(props: &FileTabsProps) -> Html {
    use_language();
    let FileTabsProps {
        scenario,
        open,
        dispatch,
    } = props;
    let tabs = scenario.files.iter().enumerate().map(|(index, file)| {
        let is_open = index == *open;
        if is_open && index > 0 {
            return own_tab(index, &file.name, dispatch);
        }
        let onclick = dispatching(dispatch, move |_: MouseEvent| {
            Action::File(FileAction::Open(index))
        });
        html! {
            <button
                key={file.name.clone()}
                type="button"
                class="file-tab"
                aria-pressed={is_open.to_string()}
                data-test={format!("file-{}", file.name)}
                {onclick}
            >
                { &file.name }
            </button>
        }
    });
    let on_add = dispatching(dispatch, |_: MouseEvent| Action::File(FileAction::Add));
    html! {
        <div class="file-tabs" role="group" aria-label={t("files.label")}>
            { for tabs }
            <button type="button" class="file-add" data-test="file-add" title={t("files.add")} aria-label={t("files.add")} onclick={on_add}>{ "+" }</button>
        </div>
    }
}

/// The open file that is not `main.py`: its name is a field.
fn own_tab(index: usize, name: &str, dispatch: &Dispatch) -> Html {
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let field = event.target_unchecked_into::<web_sys::HtmlInputElement>();
            dispatch.dispatch(Action::File(FileAction::Rename(index, field.value())));
        })
    };
    let on_remove = dispatching(dispatch, move |_: MouseEvent| {
        let now_ms = now_ms();
        Action::File(FileAction::Remove { index, now_ms })
    });
    let remove = t_with("files.remove", &[("name", name)]);
    html! {
        <span key={name.to_owned()} class="file-tab file-own" data-test={format!("file-{name}")}>
            <input
                type="text"
                data-test="file-name"
                aria-label={t("files.name")}
                spellcheck="false"
                size={(name.chars().count().max(6) as u32).to_string()}
                value={name.to_owned()}
                {onchange}
            />
            <button type="button" class="file-remove" data-test="file-remove" title={remove.clone()} aria-label={remove} onclick={on_remove}>{ "×" }</button>
        </span>
    }
}
