//! How the run stands or ended, in words: one line, and who waits for whom where nobody can go on.

use super::icon::{Icon, Picture};
use crate::effects::Dispatch;
use crate::i18n::{t, t_with};
use crate::state::{Action, Phase, State};
use crate::words;
use interleave_engine::Report;
use interleave_trace::{Trace, Wait};
use yew::prelude::*;

/// What [`OutcomeBanner`] shows.
#[derive(Properties, PartialEq)]
pub struct OutcomeBannerProps {
    /// The page's state.
    pub state: State,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// How the run stands or ended.
#[component]
pub fn OutcomeBanner(props: &OutcomeBannerProps) -> Html {
    let OutcomeBannerProps { state, dispatch } = props;
    let (tone, content) = match (state.phase, &state.report) {
        (Phase::Stopping, _) => ("busy", html! { t("outcome.stopping") }),
        (Phase::Running { steps: 0, .. }, None) => ("busy", html! { t("outcome.first") }),
        // A short run ends before anybody could read "Running…": the old outcome stays till then.
        (Phase::Running { steps, virtual_ns }, _) if steps > 0 => {
            ("busy", progress(steps, virtual_ns))
        }
        (_, _) if state.has_errors() => ("error", refused(state)),
        (_, Some(report)) => (
            words::outcome_tone(&report.trace.outcome),
            ended(state, report, dispatch),
        ),
        (_, None) => ("busy", html! { t("outcome.starting") }),
    };
    let picture = match tone {
        "good" => Some(Picture::Good),
        "warning" => Some(Picture::Warning),
        "error" => Some(Picture::Error),
        _ => None,
    };
    html! {
        <div class={classes!("outcome", tone)} data-test="outcome" role="status" aria-live="polite" aria-label={t("outcome.label")}>
            if let Some(picture) = picture {
                <Icon {picture} />
            } else {
                <span class="outcome-spinner" aria-hidden="true"></span>
            }
            <div class="outcome-text">{ content }</div>
        </div>
    }
}

/// Places in the library have this file number.
const LIBRARY_FILE: usize = 255;

fn progress(steps: u64, virtual_ns: u64) -> Html {
    let virtual_time = words::duration(virtual_ns);
    let steps = words::count(steps);
    html! { t_with("outcome.running", &[("steps", &steps), ("virtual", &virtual_time)]) }
}

fn refused(state: &State) -> Html {
    let problems = state.diagnostics.len();
    html! {
        if problems > 1 {
            { t_with("outcome.refused_lines", &[("count", &problems.to_string())]) }
        } else {
            { t("outcome.refused") }
        }
    }
}

fn ended(state: &State, report: &Report, dispatch: &Dispatch) -> Html {
    let trace = &report.trace;
    let (first, others) = words::waits(&trace.outcome);
    html! {
        <>
            <p>
                { words::outcome(report) }
                if state.outdated {
                    <span class="outcome-edited">{ t("outcome.edited") }</span>
                }
            </p>
            if !first.is_empty() {
                <ul class="outcome-waits">{ for first.iter().map(|wait| row(trace, wait, dispatch)) }</ul>
            }
            if !others.is_empty() {
                <p>{ t("outcome.others") }</p>
                <ul class="outcome-waits">{ for others.iter().map(|wait| row(trace, wait, dispatch)) }</ul>
            }
        </>
    }
}

/// One wait; its line is a button that selects it in the timeline and the source.
fn row(trace: &Trace, wait: &Wait, dispatch: &Dispatch) -> Html {
    let line = wait.place.line();
    let lane = trace.thread_lanes.get(wait.thread.index()).copied();
    let select = lane.map(|lane| Action::Select {
        lane,
        at_ns: wait.since_ns,
        place: wait.place,
    });
    let onclick = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(select) = &select {
                dispatch.dispatch(select.clone());
            }
        })
    };
    html! {
        <li>
            { words::wait(trace, wait) }
            if line > 0 && usize::from(wait.place.file()) != LIBRARY_FILE {
                <button type="button" class="line-link" {onclick}>{ t_with("wait.line", &[("line", &line.to_string())]) }</button>
            }
        </li>
    }
}
