//! The timeline as a table: a row a lane. Always in the page for those who listen, on request
//! for everyone.

use super::Shown;
use super::wording::{instant, state_name};
use crate::i18n::{Language, t, t_with};
use interleave_timeline::duration_text;
use interleave_trace::{Lane, LaneId, LaneKind, Outcome, State, Trace, put_in_order};
use yew::prelude::*;

/// Rows that the table shows at most.
const MAX_ROWS: usize = 300;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct LanesTableProps {
    pub report: Shown,
    pub open: bool,
    pub language: Language,
}

/// The table.
#[component]
pub(super) fn LanesTable(props: &LanesTableProps) -> Html {
    let rows = use_memo((props.report.clone(), props.language), |(report, _)| {
        report
            .0
            .as_ref()
            .map(|report| rows(&report.trace))
            .unwrap_or_default()
    });
    let class = if props.open {
        "timeline-table"
    } else {
        "timeline-table timeline-table-hidden"
    };
    html! {
        <div class={class}>
            <table data-test="lanes-table">
                <caption>{t("timeline.table_caption")}</caption>
                <thead><tr>
                    <th scope="col">{t("timeline.lane")}</th>
                    { for State::ALL.into_iter().map(|state| html! { <th scope="col">{state_name(state)}</th> }) }
                    <th scope="col">{t("timeline.end")}</th>
                </tr></thead>
                <tbody>{(*rows).clone()}</tbody>
            </table>
        </div>
    }
}

fn rows(trace: &Trace) -> Html {
    // As on the canvas: GILs, threads, cores.
    let rank = |lane: &Lane| match lane.kind {
        LaneKind::Gil(_) => 0,
        LaneKind::Thread(_) | LaneKind::Task(_) => 1,
        LaneKind::Core(_) => 2,
    };
    let mut order: Vec<usize> = (0..trace.lanes.len()).collect();
    put_in_order(&mut order, |&index| rank(&trace.lanes[index]));
    let left_out = order.len().saturating_sub(MAX_ROWS);
    let row = |index: &usize| {
        let lane = &trace.lanes[*index];
        let times = trace.state_times_ns(LaneId(*index as u32));
        let cell = |ns: u64| {
            if ns == 0 {
                "–".to_owned()
            } else {
                duration_text(ns)
            }
        };
        // A lane that the run's end closed ended with its last slice.
        let is_over = matches!(
            trace.outcome,
            Outcome::Finished { .. } | Outcome::UncaughtException { .. }
        );
        let last = trace.slices[*index].ends_ns().last().copied();
        let end = lane.end_ns.or(last.filter(|_| is_over));
        html! {
            <tr>
                <th scope="row">{trace.lane_title(LaneId(*index as u32)).into_owned()}</th>
                { for times.into_iter().map(|ns| html! { <td>{cell(ns)}</td> }) }
                <td>{end.map_or_else(|| t("timeline.never").to_owned(), instant)}</td>
            </tr>
        }
    };
    html! {
        <>
            { for order.iter().take(MAX_ROWS).map(row) }
            if left_out > 0 {
                <tr><td colspan="8">{t_with("timeline.more", &[("count", &left_out.to_string())])}</td></tr>
            }
        </>
    }
}
