//! The editor in the page: CodeMirror where the build has it, a plain text area where not.

use super::plain_editor::PlainEditor;
use crate::browser::editor::{self, Editor, Options};
use crate::i18n::{t, use_language};
use crate::state::Reveal;
use interleave_engine::Diagnostic;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

/// What [`CodeEditor`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct CodeEditorProps {
    /// The file's name.
    pub file: AttrValue,
    /// The source.
    pub source: AttrValue,
    /// Grows when the page, not the person, changes the source.
    pub doc_revision: u32,
    /// What there is to say about the source.
    pub diagnostics: Rc<Vec<Diagnostic>>,
    /// The line that the selected slice ran, 0 for none.
    pub running_line: u32,
    /// The line to bring into view.
    pub reveal: Reveal,
    /// Whether the page is dark.
    pub dark: bool,
    /// The person typed.
    pub on_edit: Callback<String>,
    /// The cursor went to another line.
    pub on_cursor_line: Callback<u32>,
    /// The person asked for a run.
    pub on_run: Callback<()>,
    /// The editor takes input.
    pub on_live: Callback<()>,
}

/// An editor and the closures that it calls.
struct Live {
    editor: Editor,
    _options: Options,
}

#[derive(Clone)]
enum Stage {
    Loading,
    Live(Rc<Live>),
    Plain,
}

/// The editor.
#[component]
pub fn CodeEditor(props: &CodeEditorProps) -> Html {
    let language = use_language();
    let host = use_node_ref();
    let stage = use_state(|| Stage::Loading);
    {
        let (host, stage, props) = (host.clone(), stage.setter(), props.clone());
        use_effect_with((), move |()| {
            let Some(host) = host.cast::<web_sys::Element>() else {
                return;
            };
            wasm_bindgen_futures::spawn_local(async move {
                let options = options(&props);
                let next = match editor::create(&host, options).await {
                    Some((editor, options)) => Stage::Live(Rc::new(Live {
                        editor,
                        _options: options,
                    })),
                    None => Stage::Plain,
                };
                stage.set(next);
                props.on_live.emit(());
            });
        });
    }
    let live = match &*stage {
        Stage::Live(live) => Some(live.clone()),
        _ => None,
    };
    let is_live = live.is_some();
    use_editor(&live, (is_live, props.doc_revision, props.file.clone()), {
        let (file, source) = (props.file.clone(), props.source.clone());
        move |editor| {
            editor.open_file(&file, &source);
            editor.set_doc(&source);
        }
    });
    use_editor(
        &live,
        (is_live, props.diagnostics.clone(), props.file.clone()),
        {
            let (diagnostics, file) = (props.diagnostics.clone(), props.file.clone());
            move |editor| editor.set_diagnostics(&diagnostics, &file)
        },
    );
    use_editor(&live, (is_live, props.running_line, props.file.clone()), {
        let line = props.running_line;
        move |editor| editor.set_running_line(line)
    });
    use_editor(&live, (is_live, props.dark), {
        let dark = props.dark;
        move |editor| editor.set_theme(dark)
    });
    use_editor(&live, (is_live, props.reveal), {
        let reveal = props.reveal;
        move |editor| match reveal {
            Reveal { request: 0, .. } | Reveal { line: 0, .. } => {}
            Reveal {
                line,
                cursor_column: Some(column),
                ..
            } => editor.move_to(line, column),
            Reveal { line, .. } => editor.reveal_line(line),
        }
    });
    let _ = language;
    match &*stage {
        Stage::Plain => html! { <PlainEditor ..props.clone() /> },
        stage => html! {
            <div class="code" ref={host} title="">
                if matches!(stage, Stage::Loading) {
                    <pre class="code-first" aria-hidden="true">{ &props.source }</pre>
                }
            </div>
        },
    }
}

/// Calls `then` with the editor when `deps` change.
#[hook]
fn use_editor<Deps: PartialEq + 'static>(
    live: &Option<Rc<Live>>,
    deps: Deps,
    then: impl FnOnce(&Editor) + 'static,
) {
    let live = live.clone();
    use_effect_with(deps, move |_| {
        if let Some(live) = live {
            then(&live.editor);
        }
    });
}

fn options(props: &CodeEditorProps) -> Options {
    let on_edit = props.on_edit.clone();
    let on_cursor_line = props.on_cursor_line.clone();
    let on_run = props.on_run.clone();
    Options {
        file: props.file.to_string(),
        doc: props.source.to_string(),
        label: t("editor.label"),
        dark: props.dark,
        on_change: Closure::new(move |text| on_edit.emit(text)),
        on_cursor_line: Closure::new(move |line| on_cursor_line.emit(line)),
        on_run: Closure::new(move || on_run.emit(())),
    }
}
