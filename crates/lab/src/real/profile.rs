//! **This browser**: what the calibration measured, in a compact table, and what to think of it.

use super::state::Happened;
use super::{pressing, wording};
use crate::app::Dispatch;
use crate::words::{t, t_with};
use interleave_lab::figures::{count, duration, percent};
use interleave_lab::texts::Language;
use interleave_pool::profile::Profile;
use std::rc::Rc;
use yew::prelude::*;

/// What [`ProfileTable`] shows.
#[derive(Properties, PartialEq)]
pub struct ProfileTableProps {
    /// The profile, once it was measured.
    pub profile: Option<Rc<Profile>>,
    /// Whether something is under way.
    pub is_busy: bool,
    /// Whether the browser is being measured.
    pub is_measuring: bool,
    /// Where actions go.
    pub dispatch: Dispatch,
    /// The language of the rendering.
    pub language: Language,
}

/// The table.
#[component]
pub fn ProfileTable(props: &ProfileTableProps) -> Html {
    let again = pressing(&props.dispatch, Happened::Calibrate);
    html! {
        <section class="real-profile" data-test="real-profile">
            <h3>{ t("profile.title") }</h3>
            if let Some(profile) = &props.profile {
                <table class="lab-table pairs"><tbody>
                    { for rows(profile).map(|(name, value)| html! { <tr><th scope="row">{ name }</th><td>{ value }</td></tr> }) }
                </tbody></table>
                { for profile.notices.iter().map(|notice| html! { <p class="lab-notice">{ wording::notice(*notice) }</p> }) }
            } else if props.is_measuring {
                <p class="lab-note" role="status">{ t("real.calibrating") }</p>
            } else {
                <p class="lab-note">{ t("profile.none") }</p>
            }
            <button type="button" class="button" data-test="real-calibrate" disabled={props.is_busy} onclick={again}>{ t("profile.again") }</button>
        </section>
    }
}

fn rows(profile: &Profile) -> impl Iterator<Item = (&'static str, String)> {
    let cores = format!("{:.1}", profile.cores);
    let all = profile.hardware_concurrency.to_string();
    let start = duration(profile.process_start_ns);
    let each = duration(profile.process_start_each_ns);
    [
        (
            t("profile.cores"),
            t_with("profile.cores.of", &[("cores", &cores), ("all", &all)]),
        ),
        (
            t("profile.rate"),
            t_with(
                "profile.rate.is",
                &[("rate", &count((profile.rounds_per_ns * 1_000.0) as u64))],
            ),
        ),
        (t("profile.thread_start"), duration(profile.thread_start_ns)),
        (
            t("profile.process_start"),
            t_with(
                "profile.process_start.is",
                &[("time", &start), ("each", &each)],
            ),
        ),
        (t("profile.sleep_late"), duration(profile.sleep_late_ns)),
        (t("profile.timer_late"), duration(profile.timer_late_ns)),
        (t("profile.wake"), duration(profile.wake_ns)),
        (t("profile.message"), duration(profile.message_ns)),
        (t("profile.clone"), duration(profile.clone_ns_per_kb)),
        (t("profile.gil"), duration(profile.gil_handoff_ns)),
        (t("profile.spread"), percent(profile.spread)),
    ]
    .into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_tells_every_figure() {
        let profile = Profile {
            rounds_per_ns: 0.3,
            cores: 3.8,
            process_start_ns: 30_000_000,
            spread: 0.02,
            ..Profile::ideal(4)
        };
        let rows: Vec<_> = rows(&profile).collect();
        assert_eq!(rows.len(), 11);
        let shown = |value: &str| rows.iter().any(|(_, row)| row.contains(value));
        assert!(shown("3.8") && shown("300") && shown("30 ms") && shown("2 %"));
    }
}
