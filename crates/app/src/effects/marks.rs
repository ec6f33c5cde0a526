//! The marks on the browser's record of times, by which the page's speed is measured.

use crate::browser::{after_paint, mark};
use crate::state::State;
use yew::prelude::*;

/// Marks `interleave:usable` once, when the editor is live and the first timeline is drawn. (The
/// engine's hook marks `interleave:run`, the timeline `interleave:painted`.)
#[hook]
pub fn use_marks(state: &UseReducerHandle<State>) {
    // A script that can't run has no timeline: its problems are the first answer then.
    let first_is_drawn = state.report.is_some() || state.has_errors();
    use_effect_with(
        (state.editor_live, first_is_drawn),
        move |&(live, drawn)| {
            if live && drawn {
                after_paint(|| mark("interleave:usable"));
            }
        },
    );
}
