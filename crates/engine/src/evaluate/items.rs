//! A run's pieces of work and how long each took, from its trace alone. Roles and the order of events decide, never
//! a primitive's name.

use super::{Latency, Unit};
use interleave_trace::{LaneKind, ObjectEvent, Role, State, ThreadId, Trace};
use std::collections::BTreeMap;

/// What is counted, how many were done, and how long they took.
pub(super) fn count(trace: &Trace) -> (Unit, u64, Option<Latency>) {
    let counts = [
        (Unit::Submitted, submitted as fn(&Trace) -> Vec<Done>),
        (Unit::Passed, passed),
        (Unit::Tasks, tasks),
        (Unit::Threads, threads),
    ];
    for (unit, done) in counts {
        let mut done = done(trace);
        if !done.is_empty() {
            done.sort_by_key(|done| done.latency_ns);
            let items = done.iter().map(|done| done.items).sum();
            return (unit, items, Some(percentiles(&done, items)));
        }
    }
    (Unit::Nothing, 0, None)
}

/// Pieces of work that were handed in together and done together.
struct Done {
    items: u64,
    latency_ns: u64,
}

fn percentiles(done: &[Done], items: u64) -> Latency {
    let at = |percent: u64| {
        let rank = (items * percent).div_ceil(100).max(1);
        let mut seen = 0;
        let found = done.iter().find(|done| {
            seen += done.items;
            seen >= rank
        });
        found.map_or(0, |done| done.latency_ns)
    };
    Latency {
        p50_ns: at(50),
        p90_ns: at(90),
        p99_ns: at(99),
    }
}

/// What was done to objects of a role, an object at a time.
fn events(trace: &Trace, role: Role) -> BTreeMap<u32, Vec<&ObjectEvent>> {
    let mut events: BTreeMap<u32, Vec<&ObjectEvent>> = BTreeMap::new();
    for event in &trace.object_events {
        if trace.objects[event.object.index()].role == role {
            events.entry(event.object.0).or_default().push(event);
        }
    }
    events
}

/// A future's first event hands in as many pieces of work as its value says; the last one is their result.
fn submitted(trace: &Trace) -> Vec<Done> {
    let futures = events(trace, Role::Future);
    let done = futures.values().filter_map(|events| match events[..] {
        [first, .., last] => Some(Done {
            items: u64::try_from(first.value).unwrap_or(1).max(1),
            latency_ns: last.at_ns - first.at_ns,
        }),
        _ => None,
    });
    done.collect()
}

/// The nth item put is the nth taken. An event after which a channel is deeper is a put; it is a take where the
/// channel is not.
fn passed(trace: &Trace) -> Vec<Done> {
    let channels = events(trace, Role::Channel);
    let busiest = channels.values().map(|events| {
        let mut depth = 0;
        let mut puts = Vec::new();
        let mut takes = Vec::new();
        for event in events {
            match event.value > depth {
                true => puts.push(event.at_ns),
                false => takes.push((event.at_ns, event.thread)),
            }
            depth = event.value;
        }
        let pairs = puts.into_iter().zip(takes);
        pairs.collect::<Vec<_>>()
    });
    let Some(pairs) = busiest.max_by_key(Vec::len) else {
        return Vec::new();
    };
    let mut next: BTreeMap<ThreadId, u64> = BTreeMap::new();
    let mut done = Vec::new();
    for (put_ns, (taken_ns, by)) in pairs.into_iter().rev() {
        let until_ns = next.insert(by, taken_ns);
        done.push(Done {
            items: 1,
            latency_ns: worked_until(trace, by, taken_ns, until_ns).saturating_sub(put_ns),
        });
    }
    done
}

/// When `thread` was done with what it took at `taken_ns`: when it last began to wait for something before it took
/// the next at `next_ns`, that very instant where it never waited, or when it ended.
fn worked_until(trace: &Trace, thread: ThreadId, taken_ns: u64, next_ns: Option<u64>) -> u64 {
    let lane = trace.lane_id_of(thread);
    let slices = &trace.slices[lane.index()];
    let until_ns = match next_ns {
        Some(next_ns) => next_ns,
        None => match slices.len().checked_sub(1).map(|last| slices.get(last)) {
            // It waits for what never comes.
            Some(last) if last.state == State::Blocked && last.start_ns >= taken_ns => {
                return last.start_ns;
            }
            last => return last.map_or(taken_ns, |last| last.end_ns).max(taken_ns),
        },
    };
    let inside = slices.overlapping(taken_ns, until_ns);
    let waits = inside.rev().map(|index| slices.get(index));
    let last_wait = waits
        .take_while(|slice| slice.start_ns >= taken_ns)
        .find(|slice| slice.state == State::Blocked);
    let is_for_it = |wait: &interleave_trace::Slice| {
        // Nothing but getting hold of a core and the GIL lies between that wait and the take.
        let later = slices.overlapping(wait.end_ns, until_ns);
        later
            .map(|index| slices.get(index))
            .all(|slice| !matches!(slice.state, State::Sleeping | State::Io))
    };
    last_wait
        .filter(is_for_it)
        .map_or(until_ns, |wait| wait.start_ns)
}

fn tasks(trace: &Trace) -> Vec<Done> {
    lanes(trace, |kind, _| matches!(kind, LaneKind::Task(_)))
}

fn threads(trace: &Trace) -> Vec<Done> {
    lanes(trace, |kind, has_parent| {
        matches!(kind, LaneKind::Thread(_)) && has_parent
    })
}

/// The lanes of a kind that ended.
fn lanes(trace: &Trace, counts: impl Fn(LaneKind, bool) -> bool) -> Vec<Done> {
    let lanes = trace.lanes.iter().enumerate();
    let lanes = lanes.filter(|(_, lane)| counts(lane.kind, lane.parent.is_some()));
    let ended = lanes.filter_map(|(index, lane)| {
        // A process's main thread ends with its process.
        let process = trace.processes.get(lane.process.index());
        let last_ns = trace.slices[index].ends_ns().last().copied();
        let end_ns = lane
            .end_ns
            .or(process.and_then(|process| process.end_ns).and(last_ns))?;
        Some(Done {
            items: 1,
            latency_ns: end_ns.saturating_sub(lane.start_ns),
        })
    });
    ended.collect()
}
