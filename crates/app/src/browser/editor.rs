//! The editor's bundle as the page's script loaded it: CodeMirror behind one small object.

use crate::browser::{property, window};
use interleave_engine::{Diagnostic, Severity};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// An editor in the page.
    pub type Editor;

    /// Its text.
    #[wasm_bindgen(method, js_name = getDoc)]
    pub fn doc(this: &Editor) -> String;
    /// Shows this file's text, with the undo history that it had; a rename keeps it too.
    #[wasm_bindgen(method, js_name = openFile)]
    pub fn open_file(this: &Editor, name: &str, text: &str);
    /// Replaces what differs of its text.
    #[wasm_bindgen(method, js_name = setDoc)]
    pub fn set_doc(this: &Editor, text: &str);
    #[wasm_bindgen(method, js_name = setDiagnostics)]
    fn set_diagnostics_list(this: &Editor, list: &js_sys::Array);
    /// Marks the line that the selected slice ran; 0 clears.
    #[wasm_bindgen(method, js_name = setRunningLine)]
    pub fn set_running_line(this: &Editor, line: u32);
    /// Brings a 1-based line into view.
    #[wasm_bindgen(method, js_name = revealLine)]
    pub fn reveal_line(this: &Editor, line: u32);
    /// Puts the cursor there and takes the focus.
    #[wasm_bindgen(method, js_name = moveTo)]
    pub fn move_to(this: &Editor, line: u32, column: u32);
    /// Tells it whether the colours are dark.
    #[wasm_bindgen(method, js_name = setTheme)]
    pub fn set_theme(this: &Editor, dark: bool);
    /// Takes it out of the page.
    #[wasm_bindgen(method)]
    pub fn destroy(this: &Editor);
}

/// What an editor needs to be made.
pub struct Options {
    /// The name of the first file that it shows.
    pub file: String,
    /// Its first text.
    pub doc: String,
    /// Its name for screen readers.
    pub label: &'static str,
    /// Whether the colours are dark.
    pub dark: bool,
    /// A person changed the text.
    pub on_change: Closure<dyn Fn(String)>,
    /// The cursor went to another line.
    pub on_cursor_line: Closure<dyn Fn(u32)>,
    /// A person asked for a run.
    pub on_run: Closure<dyn Fn()>,
}

/// Waits for the bundle, then makes an editor in `parent`; `None` where the build has no bundle.
/// The closures must outlive the editor: they come back with it.
pub async fn create(parent: &web_sys::Element, options: Options) -> Option<(Editor, Options)> {
    let boot = property(&window(), "interleaveBoot")?;
    let loaded = property(&boot, "editor")?
        .dyn_into::<js_sys::Promise>()
        .ok()?;
    wasm_bindgen_futures::JsFuture::from(loaded).await.ok()?;
    let bundle = property(&window(), "InterleaveEditor")?;
    let create = property(&bundle, "create")?
        .dyn_into::<js_sys::Function>()
        .ok()?;
    let settings = js_sys::Object::new();
    let set = |name: &str, value: &JsValue| {
        let _ = js_sys::Reflect::set(&settings, &name.into(), value);
    };
    set("file", &options.file.as_str().into());
    set("doc", &options.doc.as_str().into());
    set("label", &options.label.into());
    set("dark", &options.dark.into());
    set("onChange", options.on_change.as_ref());
    set("onCursorLine", options.on_cursor_line.as_ref());
    set("onRun", options.on_run.as_ref());
    let editor = create.call2(&JsValue::NULL, parent, &settings).ok()?;
    Some((editor.unchecked_into(), options))
}

impl Editor {
    /// Marks the diagnostics of this file.
    pub fn set_diagnostics(&self, diagnostics: &[Diagnostic], file: &str) {
        let list = js_sys::Array::new();
        for diagnostic in diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.file == file)
        {
            let entry = js_sys::Object::new();
            let set = |name: &str, value: JsValue| {
                let _ = js_sys::Reflect::set(&entry, &name.into(), &value);
            };
            let severity = match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            set("severity", severity.into());
            set("message", diagnostic.message.as_str().into());
            set("line", diagnostic.line.into());
            set("column", diagnostic.column.into());
            set("endLine", diagnostic.end_line.into());
            set("endColumn", diagnostic.end_column.into());
            list.push(&entry);
        }
        self.set_diagnostics_list(&list);
    }
}
