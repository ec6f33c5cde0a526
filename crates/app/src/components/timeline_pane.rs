//! The timeline's place in the page, and what becomes of what it says.

use crate::effects::{Dispatch, dispatching};
use crate::state::{Action, RunReport, State};
use crate::timeline::Timeline;
use interleave_trace::{LaneId, Place};
use yew::prelude::*;

/// What [`TimelinePane`] shows.
#[derive(Properties, PartialEq)]
pub struct TimelinePaneProps {
    /// The page's state.
    pub state: State,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The timeline in its place.
#[component]
pub fn TimelinePane(props: &TimelinePaneProps) -> Html {
    let state = &props.state;
    // The same callbacks every time, or the timeline would be painted again for nothing.
    let on_select = use_memo((), |()| {
        dispatching(
            &props.dispatch,
            |(lane, at_ns, place): (LaneId, u64, Place)| Action::Select { lane, at_ns, place },
        )
    });
    let on_clear = use_memo((), |()| {
        dispatching(&props.dispatch, |()| Action::ClearSelection)
    });
    let on_range = use_memo((), |()| dispatching(&props.dispatch, Action::SetRange));
    let (on_select, on_clear, on_range) = (
        (*on_select).clone(),
        (*on_clear).clone(),
        (*on_range).clone(),
    );
    html! {
        <div class="timeline-pane">
            <Timeline
                report={state.shown_report().map(RunReport::shared)}
                stale={state.is_stale()}
                selected={state.selected()}
                highlight={state.highlight}
                range={state.scenario.view.range_ns}
                {on_select}
                {on_clear}
                {on_range}
            />
        </div>
    }
}
