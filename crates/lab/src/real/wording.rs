//! What the workers' answers mean, in the page's language: ways, refusals, causes, distortions. Every
//! value has its text here, so that a new one can't be forgotten.

use crate::words::{t, t_with};
use interleave_lab::figures::{count, duration, percent};
use interleave_pool::calibrate::Notice;
use interleave_pool::compare::{Cause, Distortion};
use interleave_pool::plan::CannotRun;
use interleave_pool::protocol::{Dropped, Way};

/// A way's name.
pub fn way(way: Way) -> &'static str {
    t(match way {
        Way::AsWritten => "way.as_written",
        Way::Gil => "way.gil",
        Way::FreeThreaded => "way.free_threaded",
        Way::Processes => "way.processes",
        Way::EventLoop => "way.event_loop",
        Way::Sequential => "way.sequential",
    })
}

/// What a way does with the script's threads and tasks.
pub fn way_hint(way: Way) -> &'static str {
    t(match way {
        Way::AsWritten => "way.as_written.hint",
        Way::Gil => "way.gil.hint",
        Way::FreeThreaded => "way.free_threaded.hint",
        Way::Processes => "way.processes.hint",
        Way::EventLoop => "way.event_loop.hint",
        Way::Sequential => "way.sequential.hint",
    })
}

/// What a time scale does to a real run.
pub fn scale(scale: u32) -> String {
    match scale {
        1 => t("real.scale.one").to_owned(),
        _ => t_with("real.scale.many", &[("scale", &scale.to_string())]),
    }
}

/// Why a trace can't be run for real, and what to do about it.
pub fn cannot_run(why: &CannotRun) -> [String; 2] {
    let says = |reason: String, remedy: &str| [reason, remedy.to_owned()];
    match why {
        CannotRun::Empty => says(t("cannot.empty").to_owned(), t("cannot.empty.remedy")),
        CannotRun::Unfinished { outcome } => says(
            t_with("cannot.unfinished", &[("outcome", outcome)]),
            t("cannot.unfinished.remedy"),
        ),
        CannotRun::TooManyThreads { threads, limit } => says(
            t_with(
                "cannot.threads",
                &[
                    ("threads", &count(u64::from(*threads))),
                    ("limit", &count(u64::from(*limit))),
                ],
            ),
            t("cannot.threads.remedy"),
        ),
        CannotRun::TooManySteps { steps, limit } => says(
            t_with(
                "cannot.steps",
                &[("steps", &count(*steps)), ("limit", &count(*limit))],
            ),
            t("cannot.steps.remedy"),
        ),
        CannotRun::TooLong { ns, limit_ns } => says(
            t_with(
                "cannot.long",
                &[("time", &duration(*ns)), ("limit", &duration(*limit_ns))],
            ),
            t("cannot.long.remedy"),
        ),
        CannotRun::NeedsIsolation => says(
            t("cannot.isolation").to_owned(),
            t("cannot.isolation.remedy"),
        ),
    }
}

/// Why a run gave nothing.
pub fn dropped(why: &Dropped) -> String {
    match why {
        Dropped::Stopped => t("dropped.stopped").to_owned(),
        Dropped::Hidden => t("dropped.hidden").to_owned(),
        Dropped::TimedOut { after_ns } => {
            t_with("dropped.timed_out", &[("time", &duration(*after_ns))])
        }
        Dropped::Failed { reason } => t_with("dropped.failed", &[("reason", reason)]),
    }
}

/// Why measured and predicted differ.
pub fn cause(cause: Cause) -> &'static str {
    t(match cause {
        Cause::StartUp => "cause.start_up",
        Cause::Timers => "cause.timers",
        Cause::FewerCores => "cause.fewer_cores",
        Cause::GilHandOff => "cause.gil_hand_off",
        Cause::Wakes => "cause.wakes",
        Cause::Copies => "cause.copies",
        Cause::Slower => "cause.slower",
        Cause::OtherOrder => "cause.other_order",
        Cause::Unknown => "cause.unknown",
    })
}

/// What a time scale distorts.
pub fn distortion(distortion: Distortion) -> &'static str {
    t(match distortion {
        Distortion::StartUpWeighsMore => "distortion.start_up",
        Distortion::SleepsNearTimerPrecision => "distortion.sleeps",
        Distortion::StepsNearHandOff => "distortion.steps",
        Distortion::SwitchIntervalScaled => "distortion.switch_interval",
    })
}

/// What is to be known before a profile is trusted.
pub fn notice(notice: Notice) -> String {
    match notice {
        Notice::Busy { spread } => t_with("notice.busy", &[("spread", &percent(spread))]),
        Notice::Throttled { slower } => {
            t_with("notice.throttled", &[("times", &format!("{slower:.1}"))])
        }
        Notice::FewerCores { free, told } => t_with(
            "notice.fewer_cores",
            &[("cores", &format!("{free:.1}")), ("all", &told.to_string())],
        ),
        Notice::LateTimers { late_ns } => {
            t_with("notice.late_timers", &[("time", &duration(late_ns))])
        }
        Notice::Unmeasured => t("notice.unmeasured").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::set_language;
    use interleave_lab::texts::Language;

    /// Every text of this file, in the current language.
    fn all_texts() -> Vec<String> {
        let mut texts = Vec::new();
        for each in Way::ALL {
            texts.extend([way(each).to_owned(), way_hint(each).to_owned()]);
        }
        for why in [
            CannotRun::Empty,
            CannotRun::Unfinished {
                outcome: "hang".to_owned(),
            },
            CannotRun::TooManyThreads {
                threads: 100,
                limit: 64,
            },
            CannotRun::TooManySteps {
                steps: 2_000_000,
                limit: 1_000_000,
            },
            CannotRun::TooLong {
                ns: 90_000_000_000,
                limit_ns: 60_000_000_000,
            },
            CannotRun::NeedsIsolation,
        ] {
            texts.extend(cannot_run(&why));
        }
        for why in [
            Dropped::Stopped,
            Dropped::Hidden,
            Dropped::TimedOut {
                after_ns: 5_000_000_000,
            },
            Dropped::Failed {
                reason: "out of memory".to_owned(),
            },
        ] {
            texts.push(dropped(&why));
        }
        for each in [
            Notice::Busy { spread: 0.3 },
            Notice::Throttled { slower: 1.5 },
            Notice::FewerCores { free: 1.2, told: 4 },
            Notice::LateTimers { late_ns: 9_000_000 },
            Notice::Unmeasured,
        ] {
            texts.push(notice(each));
        }
        for each in [
            Cause::StartUp,
            Cause::Timers,
            Cause::FewerCores,
            Cause::GilHandOff,
            Cause::Wakes,
            Cause::Copies,
            Cause::Slower,
            Cause::OtherOrder,
            Cause::Unknown,
        ] {
            texts.push(cause(each).to_owned());
        }
        for each in [
            Distortion::StartUpWeighsMore,
            Distortion::SleepsNearTimerPrecision,
            Distortion::StepsNearHandOff,
            Distortion::SwitchIntervalScaled,
        ] {
            texts.push(distortion(each).to_owned());
        }
        texts
    }

    #[test]
    fn everything_that_workers_say_has_words_of_its_own_in_both_languages() {
        set_language(Language::En);
        let english = all_texts();
        set_language(Language::Zh);
        let chinese = all_texts();
        for texts in [&english, &chinese] {
            let mut different = (*texts).clone();
            different.sort();
            different.dedup();
            assert_eq!(different.len(), texts.len(), "two values read the same");
            for text in texts {
                assert!(text != "?" && !text.contains(['{', '}']), "{text}");
            }
        }
        for (english, chinese) in english.iter().zip(&chinese) {
            assert_ne!(english, chinese);
            assert!(!chinese.is_ascii(), "{chinese}");
        }
    }

    #[test]
    fn figures_stand_in_the_sentence() {
        set_language(Language::En);
        let [reason, _] = cannot_run(&CannotRun::TooManyThreads {
            threads: 1_000,
            limit: 64,
        });
        assert!(
            reason.contains("1,000") && reason.contains("64"),
            "{reason}"
        );
    }
}
