//! Watches what changes the picture from outside: the frame's size and the page's theme.

use super::stage::Stage;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MutationObserver, MutationObserverInit, ResizeObserver};
use yew::UseStateSetter;

/// Observers that stop when they are dropped.
pub(super) struct Observers {
    resize: Option<ResizeObserver>,
    theme: Option<MutationObserver>,
    _closures: [Closure<dyn FnMut()>; 2],
}

impl Drop for Observers {
    fn drop(&mut self) {
        if let Some(resize) = &self.resize {
            resize.disconnect();
        }
        if let Some(theme) = &self.theme {
            theme.disconnect();
        }
    }
}

/// Keeps `stage` fitting and in the theme's colours; `theme` counts the themes seen.
pub(super) fn observe(stage: &Rc<Stage>, theme: UseStateSetter<u32>) -> Observers {
    let weak = Rc::downgrade(stage);
    let on_resize: Closure<dyn FnMut()> = Closure::new(move || {
        if let Some(stage) = weak.upgrade() {
            stage.measure();
        }
    });
    let mut themes = 0;
    let on_theme: Closure<dyn FnMut()> = Closure::new(move || {
        themes += 1;
        theme.set(themes);
    });
    let resize = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
    if let Some(resize) = &resize {
        resize.observe(&stage.frame);
    }
    let theme = MutationObserver::new(on_theme.as_ref().unchecked_ref()).ok();
    let root = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.document_element());
    if let (Some(theme), Some(root)) = (&theme, root) {
        let options = MutationObserverInit::new();
        options.set_attributes(true);
        // The root element exists and the options are complete: this can't fail.
        let _ = theme.observe_with_options(&root, &options);
    }
    Observers {
        resize,
        theme,
        _closures: [on_resize, on_theme],
    }
}
