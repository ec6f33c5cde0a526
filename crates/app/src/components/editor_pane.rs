//! The left side: what the example shows, the forms, the editor and its problems.

use super::code_editor::CodeEditor;
use super::diagnostics::Diagnostics;
use super::file_tabs::FileTabs;
use super::forms::Forms;
use crate::browser::now_ms;
use crate::effects::{Dispatch, dispatching};
use crate::i18n::{Language, t};
use crate::state::{Action, State, empty_scenario, entry_of};
use interleave_scenario::param;
use yew::prelude::*;

/// What [`EditorPane`] shows.
#[derive(Properties, PartialEq)]
pub struct EditorPaneProps {
    /// The page's state.
    pub state: State,
    /// Where actions go.
    pub dispatch: Dispatch,
    /// Whether the page is dark.
    pub dark: bool,
}

/// The left side.
#[component]
pub fn EditorPane(props: &EditorPaneProps) -> Html {
    let EditorPaneProps {
        state,
        dispatch,
        dark,
    } = props;
    let params = use_memo(state.source().to_owned(), |source| param::parse(source));
    let entry = entry_of(&state.scenario);
    let files = state.scenario.files.iter();
    let files: Vec<AttrValue> = files.map(|file| file.name.clone().into()).collect();
    let lesson = entry.map(|entry| match state.settings.language {
        Language::En => (&*entry.title_en, &*entry.lesson_en),
        Language::Zh => (&*entry.title_zh, &*entry.lesson_zh),
    });
    let on_new = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            let scenario = Box::new(empty_scenario());
            let notice = "message.new_opened";
            dispatch.dispatch(Action::Open {
                scenario,
                notice,
                now_ms: now_ms(),
            });
        })
    };
    html! {
        <section class="editor-pane" aria-label={t("editor.label")}>
            <div class="editor-head">
                <FileTabs scenario={state.scenario.clone()} open={state.open_index} dispatch={dispatch.clone()} />
                if let Some((title, _)) = lesson {
                    <span class="editor-title">{ title }</span>
                }
                <button class="button quiet" title={t("editor.new.hint")} onclick={on_new}>{ t("editor.new") }</button>
            </div>
            if let Some((_, lesson)) = lesson {
                <p class="editor-lesson">{ lesson.replace('\n', if state.settings.language == Language::Zh { "" } else { " " }) }</p>
            }
            <Forms {params} dispatch={dispatch.clone()} />
            <CodeEditor
                file={AttrValue::from(state.open_name().to_owned())}
                source={AttrValue::from(state.open_source().to_owned())}
                doc_revision={state.doc_revision}
                diagnostics={state.diagnostics.clone()}
                running_line={state.running_line()}
                reveal={state.reveal}
                dark={*dark}
                on_edit={dispatching(dispatch, Action::Edit)}
                on_cursor_line={dispatching(dispatch, Action::CursorLine)}
                on_run={dispatching(dispatch, |()| Action::Run)}
                on_live={dispatching(dispatch, |()| Action::EditorLive)}
            />
            <Diagnostics diagnostics={state.diagnostics.clone()} {files} dispatch={dispatch.clone()} />
        </section>
    }
}
