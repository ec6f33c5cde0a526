//! The plain text area that stands in for the editor where the build has no bundle.

use super::code_editor::CodeEditorProps;
use crate::i18n::{t, use_language};
use crate::state::Reveal;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

fn area_of(event: &Event) -> Option<HtmlTextAreaElement> {
    event.target()?.dyn_into().ok()
}

/// Counts in UTF-16 units, as the browser does.
fn line_at(text: &str, units: u32) -> u32 {
    let before = text.encode_utf16().take(units as usize);
    1 + before.filter(|&unit| unit == u16::from(b'\n')).count() as u32
}

fn start_of_line(text: &str, line: u32) -> u32 {
    let lines = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1) as usize);
    lines.map(|line| line.encode_utf16().count() as u32).sum()
}

/// A plain text area with the same callbacks as the editor.
#[component]
pub fn PlainEditor(props: &CodeEditorProps) -> Html {
    use_language();
    let area = use_node_ref();
    let oninput = props
        .on_edit
        .reform(|event: InputEvent| area_of(&event).map(|area| area.value()).unwrap_or_default());
    let cursor = {
        let on_cursor_line = props.on_cursor_line.clone();
        Callback::from(move |area: Option<HtmlTextAreaElement>| {
            let Some(area) = area else { return };
            if let Ok(Some(units)) = area.selection_start() {
                on_cursor_line.emit(line_at(&area.value(), units));
            }
        })
    };
    let onkeyup = cursor.reform(|event: KeyboardEvent| area_of(&event));
    let onclick = cursor.reform(|event: MouseEvent| area_of(&event));
    {
        let (area, source) = (area.clone(), props.source.clone());
        use_effect_with(props.reveal, move |reveal: &Reveal| {
            let Some(area) = area.cast::<HtmlTextAreaElement>() else {
                return;
            };
            if reveal.request == 0 || reveal.line == 0 {
                return;
            }
            let units = start_of_line(&source, reveal.line);
            let end = start_of_line(&source, reveal.line + 1);
            let _ = area.set_selection_range(units, end.max(units));
            let lines = source.lines().count().max(1) as i32;
            let line_px = area.scroll_height() / lines;
            area.set_scroll_top((reveal.line as i32 - 4).max(0) * line_px);
        });
    }
    html! {
        <div class="code plain">
            <p class="code-note">{ t("editor.plain") }</p>
            <textarea
                ref={area}
                data-test="editor"
                aria-label={t("editor.label")}
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                wrap="off"
                value={props.source.clone()}
                {oninput}
                {onkeyup}
                {onclick}
            />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_in_the_browsers_units() {
        let text = "a = '😀'\nb = 2\n";
        assert_eq!(start_of_line(text, 2), 9);
        assert_eq!(line_at(text, 8), 1);
        assert_eq!(line_at(text, 9), 2);
    }
}
