//! The marks on the browser's record of times, by which the page's speed is measured.

use crate::browser::{after_paint, mark};
use crate::state::State;
use yew::prelude::*;

/// Marks `interleave:painted` for each report that reached the screen, and `interleave:usable`
/// once, when the editor is live and the first timeline is drawn.
#[hook]
pub fn use_marks(state: &UseReducerHandle<State>) {
    use_effect_with(state.report_count, move |&reports| {
        if reports > 0 {
            after_paint(move || mark("interleave:painted"));
        }
    });
    let first_is_drawn = state.report_count > 0;
    use_effect_with(
        (state.editor_live, first_is_drawn),
        move |&(live, drawn)| {
            if live && drawn {
                after_paint(|| mark("interleave:usable"));
            }
        },
    );
}
