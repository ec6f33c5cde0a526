//! The console: what was printed, with virtual times and threads, stdout and stderr told apart by
//! a word as well as a colour.

use super::console_rows::{Row, hidden, rows};
use super::icon::{Icon, Picture};
use crate::browser::address;
use crate::effects::Dispatch;
use crate::i18n::{t, t_with, use_language};
use crate::state::{Action, Notice, RunReport};
use crate::words;
use interleave_engine::Report;
use interleave_trace::{Place, Stream};
use yew::prelude::*;

/// How many rows are shown at first, and how many more with each press of the button.
const ROWS: usize = 1_000;
/// How much of one line is shown, in characters.
const MAX_CHARACTERS: usize = 4_000;

/// What [`Console`] shows.
#[derive(Properties, PartialEq)]
pub struct ConsoleProps {
    /// The run.
    pub report: Option<RunReport>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The console.
#[component]
pub fn Console(props: &ConsoleProps) -> Html {
    use_language();
    let limit = use_state(|| ROWS);
    {
        let limit = limit.setter();
        use_effect_with(props.report.clone(), move |_| limit.set(ROWS));
    }
    let all = use_memo(props.report.clone(), |report| {
        report
            .as_ref()
            .map_or_else(Vec::new, |report| rows(&report.trace.output))
    });
    let Some(report) = &props.report else {
        return html! { <p class="console-empty" data-test="console">{ t("console.none") }</p> };
    };
    let gap = hidden(all.len(), *limit);
    let more = {
        let limit = limit.clone();
        Callback::from(move |_: MouseEvent| limit.set(*limit + ROWS))
    };
    let count = match all.len() {
        1 => t("console.one_line").to_owned(),
        lines => t_with("console.lines", &[("count", &words::count(lines as u64))]),
    };
    html! {
        <div class="console">
            <div class="console-head">
                <span class="console-count">{ count }</span>
                <button type="button" class="button quiet" title={t("console.copy.hint")} disabled={all.is_empty()} onclick={copying(report, &props.dispatch)}>
                    <Icon picture={Picture::Copy} />
                    <span>{ t("console.copy") }</span>
                </button>
            </div>
            <div class="console-scroll" data-test="console" role="log" aria-label={t("console.label")} tabindex="0">
                if all.is_empty() {
                    <p class="console-empty">{ t("console.empty") }</p>
                }
                { for all[..gap.start].iter().map(|row| line(report, row, &props.dispatch)) }
                if !gap.is_empty() {
                    <p class="console-gap">
                        { t_with("console.hidden", &[("count", &words::count(gap.len() as u64))]) }
                        <button type="button" class="button quiet" onclick={more}>
                            { t_with("console.show_more", &[("count", &words::count(ROWS.min(gap.len()) as u64))]) }
                        </button>
                    </p>
                }
                { for all[gap.end..].iter().map(|row| line(report, row, &props.dispatch)) }
            </div>
        </div>
    }
}

fn line(report: &Report, row: &Row, dispatch: &Dispatch) -> Html {
    let (class, word) = match row.stream {
        Stream::Stdout => ("stdout", t("console.stdout")),
        Stream::Stderr => ("stderr", t("console.stderr")),
    };
    let trace = &report.trace;
    let lane = trace.thread_lanes.get(row.thread.index()).copied();
    let at_ns = row.at_ns;
    let place = lane
        .and_then(|lane| trace.marks.get(lane.index()))
        .and_then(|marks| marks.at(at_ns))
        .unwrap_or(Place::NONE);
    let jump = lane.map(|lane| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Select { lane, at_ns, place });
        })
    });
    html! {
        <div class={classes!("console-row", class)}>
            // Out of the order of Tab: a thousand of them would bar the way. The timeline has keys.
            <button type="button" class="console-time" tabindex="-1" title={t("console.jump")} onclick={jump}>{ words::seconds(at_ns) }</button>
            <span class="console-thread">{ words::thread_name(trace, row.thread) }</span>
            <span class="console-stream">{ word }</span>
            <span class="console-text">{ shortened(&row.text) }</span>
        </div>
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MAX_CHARACTERS) {
        None => text.to_owned(),
        Some((end, _)) => {
            let left = words::count(text[end..].chars().count() as u64);
            text[..end].to_owned() + &t_with("console.cut", &[("count", &left)])
        }
    }
}

fn copying(report: &RunReport, dispatch: &Dispatch) -> Callback<MouseEvent> {
    let (report, dispatch) = (report.clone(), dispatch.clone());
    Callback::from(move |_| {
        let text: String = report
            .trace
            .output
            .iter()
            .map(|chunk| chunk.text.as_str())
            .collect();
        let dispatch = dispatch.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if address::copy(&text).await {
                dispatch.dispatch(Action::Say(Notice::info("console.copied")));
            } else {
                dispatch.dispatch(Action::Say(Notice::warning("console.not_copied")));
            }
        });
    })
}
