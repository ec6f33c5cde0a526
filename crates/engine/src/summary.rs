//! A run's account, from its trace alone.

use crate::{Summary, ThreadSummary};
use interleave_trace::{State, Trace};

/// The account of `trace` on a machine of `cores` cores.
pub(crate) fn summary(trace: &Trace, cores: u32) -> Summary {
    let threads: Vec<ThreadSummary> = trace
        .thread_lane_ids()
        .map(|lane| ThreadSummary {
            name: trace.lane_title(lane).into_owned(),
            state_times_ns: trace.state_times_ns(lane).to_vec(),
        })
        .collect();
    let total_ns = |state: State| {
        threads
            .iter()
            .map(|thread| thread.state_times_ns[state as usize])
            .sum()
    };
    // In f64: a long run on many cores has more core-nanoseconds than a u64 counts.
    let capacity_ns = trace.end_ns as f64 * f64::from(cores.max(1));
    Summary {
        makespan_ns: trace.end_ns,
        cpu_ns: trace.cpu_ns,
        efficiency: if capacity_ns > 0.0 {
            trace.cpu_ns as f64 / capacity_ns
        } else {
            0.0
        },
        gil_wait_ns: total_ns(State::WaitingGil),
        core_wait_ns: total_ns(State::WaitingCore),
        threads,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{finish, recorder};
    use interleave_trace::{LaneId, Outcome, Place};

    #[test]
    fn every_state_is_accounted_for() {
        let mut recorder = recorder(&["MainThread", "Thread-1"]);
        let (main, other) = (LaneId(0), LaneId(1));
        let mut enter =
            |lane, at_ns, state| recorder.enter(lane, at_ns, state, Place::NONE, None, None);
        enter(main, 0, State::Running);
        enter(other, 0, State::WaitingGil);
        enter(main, 30, State::WaitingCore);
        enter(other, 30, State::Running);
        let trace = finish(recorder, Outcome::Finished { exit_code: 0 }, 100, 100);
        let summary = summary(&trace, 2);
        assert_eq!((summary.makespan_ns, summary.cpu_ns), (100, 100));
        assert_eq!((summary.gil_wait_ns, summary.core_wait_ns), (30, 70));
        assert_eq!(summary.efficiency, 0.5);
        assert_eq!(summary.threads[1].state_times_ns, [70, 30, 0, 0, 0, 0]);
        for thread in &summary.threads {
            assert_eq!(
                thread.state_times_ns.iter().sum::<u64>(),
                100,
                "{}",
                thread.name
            );
        }
    }
}
