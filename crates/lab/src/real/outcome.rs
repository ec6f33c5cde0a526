//! What came of a real run: predicted beside measured, where they differ, and why.

use super::state::{Happened, Outcome};
use super::{bars, lanes, pressing, strip, wording};
use crate::app::Dispatch;
use crate::browser::tell;
use crate::words::{t, t_with};
use interleave_lab::bridge::FromLab;
use interleave_lab::figures::{duration, percent};
use interleave_lab::texts::Language;
use interleave_pool::compare::{Comparison, Gap};
use interleave_scenario::Machine;
use yew::prelude::*;

/// What [`OutcomeView`] shows.
#[derive(Properties, PartialEq)]
pub struct OutcomeProps {
    /// The outcome.
    pub outcome: Outcome,
    /// Whether the page still holds the run that it was taken from.
    pub is_of_this_run: bool,
    /// Whether the timeline shows measured lanes.
    pub shows_measured: bool,
    /// The shown scenario's machine.
    pub machine: Option<Machine>,
    /// Where actions go.
    pub dispatch: Dispatch,
    /// The language of the rendering.
    pub language: Language,
}

/// The outcome.
#[component]
pub fn OutcomeView(props: &OutcomeProps) -> Html {
    let comparison = &*props.outcome.comparison;
    html! {
        <div class={classes!("real-outcome", (!props.is_of_this_run).then_some("old"))} data-test="real-outcome">
            if !props.is_of_this_run {
                <p class="lab-notice">{ t("outcome.old") }</p>
            }
            <dl class="lab-figures">
                { figure(t("outcome.predicted"), t("outcome.predicted.hint"), "real-predicted", duration(comparison.predicted_ns)) }
                { figure(t("outcome.measured"), t("outcome.measured.hint"), "real-measured", duration(comparison.median_ns)) }
                { figure(t("outcome.ratio"), t("outcome.ratio.hint"), "real-ratio", lanes::ratio(comparison.median_ns, comparison.predicted_ns)) }
                { figure(t("outcome.spread"), t("outcome.spread.hint"), "real-spread", spread(&comparison.makespans_ns, comparison.median_ns)) }
                { figure(t("outcome.start_up"), t("outcome.start_up.hint"), "real-start-up", duration(comparison.start_up_ns)) }
            </dl>
            <p class="lab-note">{ how(comparison, props.outcome.repeats) }</p>
            { strip::strip(&comparison.makespans_ns, comparison.median_ns, comparison.predicted_ns) }
            { actions(props) }
            { bars::legend() }
            { lanes::table(comparison) }
            <h3>{ t("gaps.title") }</h3>
            if comparison.gaps.is_empty() {
                <p data-test="real-gaps">{ t("gaps.none") }</p>
            } else {
                <p class="lab-note">{ t_with("gaps.intro", &[("ideal", &duration(comparison.ideal_ns)), ("median", &duration(comparison.median_ns))]) }</p>
                <ul class="real-gaps" data-test="real-gaps">{ for comparison.gaps.iter().map(gap) }</ul>
            }
            { remarks(comparison) }
        </div>
    }
}

fn figure(label: &'static str, hint: &'static str, test: &'static str, value: String) -> Html {
    html! {
        <div title={hint}>
            <dt>{ label }</dt>
            <dd data-test={test}>{ value }</dd>
        </div>
    }
}

/// From the fastest repeat to the slowest, in percent of the median.
fn spread(makespans_ns: &[u64], median_ns: u64) -> String {
    match (makespans_ns.iter().min(), makespans_ns.iter().max()) {
        (Some(fastest), Some(slowest)) if makespans_ns.len() > 1 && median_ns > 0 => {
            percent((slowest - fastest) as f64 / median_ns as f64)
        }
        _ => "–".to_owned(),
    }
}

/// Which way it ran, how often, and on which clock.
fn how(comparison: &Comparison, repeats: u32) -> String {
    let done = comparison.makespans_ns.len().to_string();
    let values = [
        ("way", wording::way(comparison.way)),
        ("done", &done),
        ("of", &repeats.to_string()),
        ("scale", &comparison.scale.to_string()),
    ];
    match comparison.scale {
        1 => t_with("outcome.how", &values),
        _ => t_with("outcome.how_scaled", &values),
    }
}

/// The timeline's lanes, and the simulated machine like this browser.
fn actions(props: &OutcomeProps) -> Html {
    let shows = props.is_of_this_run && props.shows_measured;
    let cores = props.outcome.comparison.profile.cores.round().max(1.0) as u32;
    let adopt = props.machine.clone().map(|machine| {
        let is_already = machine.cores == cores;
        let onclick = Callback::from(move |_: MouseEvent| {
            let machine = Machine { cores, ..machine.clone() };
            tell(&FromLab::SetMachine(Box::new(machine)));
        });
        let label = t_with("outcome.adopt", &[("cores", &cores.to_string())]);
        html! { <button type="button" class="button" data-test="real-adopt" title={t("outcome.adopt.hint")} disabled={is_already} {onclick}>{ label }</button> }
    });
    html! {
        <div class="real-actions">
            <button type="button" class="button" data-test="real-timeline" aria-pressed={shows.to_string()} disabled={!props.is_of_this_run} onclick={pressing(&props.dispatch, Happened::ShowMeasured(!shows))}>{ t("outcome.in_timeline") }</button>
            { adopt }
        </div>
    }
}

fn gap(gap: &Gap) -> Html {
    let sign = if gap.ns < 0 { "−" } else { "+" };
    html! {
        <li><strong>{ format!("{sign}{}", duration(gap.ns.unsigned_abs())) }</strong>{ " " }{ wording::cause(gap.cause) }</li>
    }
}

/// Replaced workers, repeats that were thrown away, what the scale distorts.
fn remarks(comparison: &Comparison) -> Html {
    let mut remarks: Vec<String> = Vec::new();
    if comparison.replaced > 0 {
        let workers = comparison.replaced.to_string();
        remarks.push(t_with("outcome.replaced", &[("count", &workers)]));
    }
    let dropped = comparison.dropped.iter();
    remarks.extend(dropped.map(|why| {
        let why = wording::dropped(why);
        t_with("outcome.dropped", &[("why", &why)])
    }));
    let distorted = comparison.distorted.iter();
    remarks.extend(distorted.map(|each| wording::distortion(*each).to_owned()));
    html! {
        if !remarks.is_empty() {
            <ul class="real-remarks" data-test="real-remarks">{ for remarks.iter().map(|remark| html! { <li>{ remark }</li> }) }</ul>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn the_spread_is_a_share_of_the_median_and_one_repeat_has_none() {
        assert_eq!(spread(&[95, 100, 105], 100), "10 %");
        assert_eq!(spread(&[100], 100), "–");
    }
}
