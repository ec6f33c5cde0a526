//! The timeline's place in the page: its frame, the mark of a stale one, and its callbacks.

use crate::effects::Dispatch;
use crate::i18n::t;
use crate::state::State;
use yew::prelude::*;

/// What [`TimelinePane`] shows.
#[derive(Properties, PartialEq)]
pub struct TimelinePaneProps {
    /// The page's state.
    pub state: State,
    /// Where actions go.
    pub dispatch: Dispatch,
    /// Whether the page is dark.
    pub dark: bool,
}

/// The timeline in its frame.
#[component]
pub fn TimelinePane(props: &TimelinePaneProps) -> Html {
    let state = &props.state;
    let stale = state.is_stale();
    html! {
        <section class={classes!("timeline-pane", stale.then_some("stale"))} data-stale={stale.to_string()} aria-label={t("timeline.title")}>
            if stale {
                <p class="timeline-stale">{ t("timeline.stale") }</p>
            }
            if state.report.is_none() {
                <p class="timeline-waiting">{ t("timeline.waiting") }</p>
            }
        </section>
    }
}
