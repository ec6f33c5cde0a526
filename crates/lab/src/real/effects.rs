//! What the panel's state sets in motion: orders to the back end, the question for the trace, the
//! timeline's lanes. Each hook watches fields of the state; none changes it but by an action.

use super::state::{Happened, Work};
use crate::browser::{self, tell};
use crate::runner;
use crate::settings::use_settings;
use crate::state::{Action, Lab};
use interleave_lab::bridge::{FromLab, LabTab};
use interleave_pool::runner::Runner;
use yew::prelude::*;

/// Gives the back end what is under way.
fn order(work: &Work, runner: &mut dyn Runner) {
    match work {
        Work::Calibrating { id } => runner.calibrate(*id),
        Work::Running { id, order, .. } => runner.start(*id, (**order).clone()),
        Work::Idle | Work::Fetching { .. } => {}
    }
}

/// Keeps real runs going as the state asks, whichever tab is open.
#[hook]
pub fn use_runs(state: &UseReducerHandle<Lab>) {
    let real = &state.real;
    {
        let dispatch = state.dispatcher();
        use_settings(state, LabTab::Real, real.words(), move |words| {
            dispatch.dispatch(Action::Real(Happened::Given(words.to_owned())));
        });
    }
    {
        let dispatch = state.dispatcher();
        use_effect_with((), move |()| {
            runner::listen(Callback::from(move |message| {
                dispatch.dispatch(Action::Conductor(message));
            }));
            browser::on_visibility(runner::set_visible);
        });
    }
    {
        let dispatch = state.dispatcher();
        let is_first_use = state.open == Some(LabTab::Real)
            && real.profile.is_none()
            && real.ended.is_none()
            && real.work == Work::Idle
            && !state.compares;
        use_effect_with(is_first_use, move |&is_first_use| {
            if is_first_use {
                dispatch.dispatch(Action::Real(Happened::Calibrate));
            }
        });
    }
    {
        let work = real.work.clone();
        use_effect_with(real.order_id(), move |id| {
            if id.is_some() {
                runner::ask(|runner| order(&work, runner));
            }
        });
    }
    let stopping = match real.work {
        Work::Running {
            id,
            is_stopping: true,
            ..
        } => Some(id),
        _ => None,
    };
    runner::use_stop(stopping, real.ends);
    let fetching = match real.work {
        Work::Fetching { run } => Some(run),
        _ => None,
    };
    use_effect_with(fetching, |&fetching| {
        if let Some(run) = fetching {
            tell(&FromLab::WantTrace { run });
        }
    });
    let outcome = real.outcome.clone();
    use_effect_with(
        (outcome, real.shows_measured),
        |(outcome, shows_measured)| match outcome {
            Some(outcome) if *shows_measured => tell(&FromLab::ShowTrace {
                run: outcome.run,
                bytes: outcome.comparison.trace.to_bytes(),
            }),
            Some(_) => tell(&FromLab::ShowPredicted),
            None => {}
        },
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use interleave_pool::protocol::{Order, Way};
    use std::rc::Rc;

    #[derive(Default)]
    struct Noted(Vec<String>);

    impl Runner for Noted {
        fn name(&self) -> &'static str {
            "noted"
        }

        fn ways(&self) -> Option<Vec<Way>> {
            None
        }

        fn calibrate(&mut self, id: u32) {
            self.0.push(format!("calibrate {id}"));
        }

        fn start(&mut self, id: u32, order: Order) {
            self.0.push(format!("start {id} {}", order.way.name()));
        }

        fn stop(&mut self, id: u32) {
            self.0.push(format!("stop {id}"));
        }

        fn set_visible(&mut self, is_visible: bool) {
            self.0.push(format!("visible {is_visible}"));
        }
    }

    #[test]
    fn the_back_end_hears_of_orders_and_of_nothing_else() {
        let mut noted = Noted::default();
        let ordered = Order {
            trace: Vec::new(),
            way: Way::Gil,
            scale: 1,
            repeats: 1,
            switch_interval_ns: 5_000_000,
            has_gil: true,
            cores: 4,
            title: String::new(),
        };
        let running = Work::Running {
            id: 3,
            run: 1,
            order: Rc::new(ordered),
            done: 0,
            is_stopping: false,
        };
        for work in [
            Work::Idle,
            Work::Calibrating { id: 2 },
            Work::Fetching { run: 9 },
            running,
        ] {
            order(&work, &mut noted);
        }
        assert_eq!(noted.0, ["calibrate 2", "start 3 gil"]);
    }
}
