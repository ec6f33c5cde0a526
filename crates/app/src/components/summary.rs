//! The run in numbers: the whole, then a row a thread.

use crate::i18n::{t, t_with, use_language};
use crate::state::RunReport;
use crate::words;
use interleave_engine::ThreadSummary;
use interleave_trace::State;
use yew::prelude::*;

/// The most threads that the table lists.
const MAX_ROWS: usize = 200;

/// What [`Summary`] shows.
#[derive(Properties, PartialEq)]
pub struct SummaryProps {
    /// The run.
    pub report: Option<RunReport>,
    /// How many cores the machine has.
    pub cores: u32,
    /// Real time that the run took, in µs.
    pub took_us: u64,
}

/// The run in numbers.
#[component]
pub fn Summary(props: &SummaryProps) -> Html {
    use_language();
    let Some(report) = &props.report else {
        return html! { <p class="console-empty">{ t("console.none") }</p> };
    };
    let summary = &report.summary;
    let cores = props.cores.to_string();
    let figure = |label: &'static str, hint: String, test: &'static str, value: String| {
        html! {
            <div class="figure" title={hint}>
                <dt>{ label }</dt>
                <dd data-test={test}>{ value }</dd>
            </div>
        }
    };
    let hint = |key: &str| t(key).to_owned();
    let took = words::duration(props.took_us * 1_000);
    let steps = words::count(report.trace.steps);
    html! {
        <div class="summary" aria-label={t("summary.label")}>
            <dl class="figures">
                { figure(t("summary.makespan"), hint("summary.makespan.hint"), "summary-makespan", words::seconds(summary.makespan_ns)) }
                { figure(t("summary.cpu"), hint("summary.cpu.hint"), "summary-cpu", words::duration(summary.cpu_ns)) }
                { figure(t("summary.efficiency"), t_with("summary.efficiency.hint", &[("cores", &cores)]), "summary-efficiency", words::percent(summary.efficiency)) }
                { figure(t("summary.gil"), hint("summary.gil.hint"), "summary-gil", words::duration(summary.gil_wait_ns)) }
                { figure(t("summary.core"), hint("summary.core.hint"), "summary-core", words::duration(summary.core_wait_ns)) }
            </dl>
            { table(&summary.threads) }
            <p class="summary-real">{ t_with("summary.real", &[("took", &took), ("steps", &steps)]) }</p>
        </div>
    }
}

fn table(threads: &[ThreadSummary]) -> Html {
    let heads = State::ALL.into_iter().map(|state| {
        html! { <th scope="col"><span class={classes!("swatch", state.name())}></span>{ words::state_name(state) }</th> }
    });
    let longest_ns = threads.iter().map(total_ns).max().unwrap_or(0).max(1);
    let hidden = threads.len().saturating_sub(MAX_ROWS);
    html! {
        <div class="summary-scroll" tabindex="0" role="group" aria-label={t("summary.threads")}>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ t("summary.thread") }</th>
                        <th scope="col" class="summary-bars">{ t("summary.share") }</th>
                        { for heads }
                    </tr>
                </thead>
                <tbody>{ for threads.iter().take(MAX_ROWS).map(|thread| row(thread, longest_ns)) }</tbody>
            </table>
            if hidden > 0 {
                <p class="summary-real">{ t_with("console.hidden", &[("count", &words::count(hidden as u64))]) }</p>
            }
        </div>
    }
}

fn total_ns(thread: &ThreadSummary) -> u64 {
    thread.state_times_ns.iter().sum()
}

fn row(thread: &ThreadSummary, longest_ns: u64) -> Html {
    let time_ns = |state: State| {
        thread
            .state_times_ns
            .get(state as usize)
            .copied()
            .unwrap_or(0)
    };
    let parts = State::ALL.into_iter().filter(|state| time_ns(*state) > 0).map(|state| {
        let width = time_ns(state) as f64 * 100.0 / longest_ns as f64;
        html! { <span class={classes!("swatch", state.name())} style={format!("width:{width:.2}%")}></span> }
    });
    let cells = State::ALL.into_iter().map(|state| match time_ns(state) {
        0 => html! { <td class="none">{ "–" }</td> },
        time_ns => html! { <td>{ words::duration(time_ns) }</td> },
    });
    html! {
        <tr>
            <th scope="row">{ &thread.name }</th>
            <td class="summary-bars" aria-hidden="true"><div class="bars">{ for parts }</div></td>
            { for cells }
        </tr>
    }
}
