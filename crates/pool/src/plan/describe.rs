//! A plan in a few lines of plain text: who does what, so that whoever is about to run it sees what
//! will be run.

use super::{Act, Plan, Program, SharedKind, Step};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What a program or an item does, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Work {
    compute_ns: u64,
    sleep_ns: u64,
    io_ns: u64,
    waits: u32,
    serves: bool,
}

impl Work {
    fn of(steps: &[Step]) -> Work {
        let mut work = Work::default();
        for step in steps {
            match step.act {
                Act::Compute { ns } => work.compute_ns += ns,
                Act::Sleep { ns } | Act::Stall { ns } => work.sleep_ns += ns,
                Act::Io { ns } => work.io_ns += ns,
                Act::Acquire(_) | Act::Await(_) | Act::Take(_) | Act::Arrive(_) => work.waits += 1,
                Act::Serve(_) => work.serves = true,
                _ => {}
            }
        }
        work
    }

    /// The same, so coarse that programs that do alike are alike: two digits of each time.
    fn coarse(self) -> Work {
        Work {
            compute_ns: two_digits(self.compute_ns),
            sleep_ns: two_digits(self.sleep_ns),
            io_ns: two_digits(self.io_ns),
            ..self
        }
    }

    fn say(self) -> String {
        let times = [
            ("computes", self.compute_ns),
            ("sleeps", self.sleep_ns),
            ("I/O", self.io_ns),
        ];
        let times = times.iter().filter(|(_, ns)| *ns > 0);
        let mut parts: Vec<String> = times
            .map(|(what, ns)| format!("{what} {}", time(*ns)))
            .collect();
        match self.waits {
            0 => {}
            1 => parts.push("may wait once".into()),
            waits => parts.push(format!("may wait {waits} times")),
        }
        if self.serves {
            parts.push("serves a channel".into());
        }
        match parts.is_empty() {
            true => "nothing".into(),
            false => parts.join(", "),
        }
    }
}

fn two_digits(ns: u64) -> u64 {
    let mut unit = 1;
    while ns / unit >= 100 {
        unit *= 10;
    }
    (ns + unit / 2) / unit * unit
}

fn time(ns: u64) -> String {
    match two_digits(ns) {
        ns @ 0..1_000 => format!("{ns} ns"),
        ns @ 1_000..1_000_000 => format!("{} µs", ns as f64 / 1e3),
        ns @ 1_000_000..1_000_000_000 => format!("{} ms", ns as f64 / 1e6),
        ns => format!("{} s", ns as f64 / 1e9),
    }
}

/// What `plan` does: a line for the whole, then one for the programs and one for the items that do
/// alike.
pub fn describe(plan: &Plan) -> String {
    let workers = plan.programs.iter().filter(|one| one.turns_on.is_none());
    let objects = plan
        .shared
        .iter()
        .filter(|one| one.kind != SharedKind::Latch);
    let mut text = format!(
        "{} programs on {} workers in {} processes, {} shared objects, {} steps\n",
        plan.programs.len(),
        workers.count(),
        plan.processes,
        objects.count(),
        plan.all_steps().count(),
    );
    // In order of birth; those that do alike stand with the first of them.
    let mut firsts: Vec<(&Program, Work, usize)> = Vec::new();
    let mut known: BTreeMap<(u32, bool, Work), usize> = BTreeMap::new();
    for program in &plan.programs {
        let work = Work::of(&program.steps).coarse();
        let key = (program.process, program.turns_on.is_some(), work);
        let at = *known.entry(key).or_insert(firsts.len());
        match firsts.get_mut(at) {
            Some((.., count)) => *count += 1,
            None => firsts.push((program, work, 1)),
        }
    }
    for (program, work, count) in firsts {
        let _ = match count {
            1 => writeln!(text, "{}: {}", program.name, work.say()),
            _ => writeln!(
                text,
                "{} and {} more: {}",
                program.name,
                count - 1,
                work.say()
            ),
        };
    }
    let mut items: BTreeMap<Work, usize> = BTreeMap::new();
    let carrying = plan.items.iter().filter(|item| !item.steps.is_empty());
    for item in carrying {
        *items.entry(Work::of(&item.steps).coarse()).or_default() += 1;
    }
    for (work, count) in items.into_iter().rev() {
        let _ = writeln!(text, "{count} × item: {}", work.say());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{describe, time};
    use crate::plan::{Act, Item, Plan, Program, ProgramId, Shared, SharedId, SharedKind, Step};
    use interleave_trace::{LaneId, Place};

    fn steps(acts: &[Act]) -> Vec<Step> {
        let place = Place::NONE;
        acts.iter().map(|&act| Step { act, place }).collect()
    }

    fn program(name: &str, acts: &[Act]) -> Program {
        Program {
            name: name.into(),
            lane: LaneId(0),
            process: 0,
            turns_on: None,
            done: None,
            steps: steps(acts),
        }
    }

    #[test]
    fn programs_that_do_alike_share_a_line() {
        let channel = SharedId(0);
        let kind = SharedKind::Channel {
            capacity: None,
            items: 2,
            takes: 2,
        };
        let main = [
            Act::Start(ProgramId(1)),
            Act::Start(ProgramId(2)),
            Act::Compute { ns: 1_500_000 },
        ];
        let nap = Item {
            steps: steps(&[Act::Sleep { ns: 1_000_106_000 }]),
            ..Item::default()
        };
        let plan = Plan {
            programs: vec![
                program("MainThread", &main),
                program("A", &[Act::Serve(channel)]),
                program("B", &[Act::Serve(channel)]),
            ],
            shared: vec![Shared {
                kind,
                name: String::new(),
                label: String::new(),
            }],
            items: vec![nap.clone(), nap],
            processes: 1,
        };
        assert_eq!(
            describe(&plan),
            "3 programs on 3 workers in 1 processes, 1 shared objects, 7 steps\n\
             MainThread: computes 1.5 ms\n\
             A and 1 more: serves a channel\n\
             2 × item: sleeps 1 s\n"
        );
    }

    #[test]
    fn times_have_two_digits() {
        assert_eq!(time(999), "1 µs");
        assert_eq!(time(123_456), "120 µs");
        assert_eq!(time(10_049_000_000), "10 s");
    }
}
