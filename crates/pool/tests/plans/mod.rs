//! Plans made by hand, and machines that cost nothing, for tests.

#![allow(dead_code)]

use interleave_pool::plan::{
    Act, Item, ItemId, Plan, Program, ProgramId, Shared, SharedId, SharedKind, Step,
};
use interleave_pool::profile::Profile;
use interleave_pool::protocol::Way;
use interleave_pool::rehearse::{Rehearsal, Terms, rehearse};
use interleave_trace::{LaneId, Place};

/// A ms in ns.
pub const MS: u64 = 1_000_000;

/// Builds a plan.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    pub plan: Plan,
}

impl Builder {
    /// A plan whose main program does nothing yet.
    pub fn new() -> Builder {
        let mut builder = Builder::default();
        builder.plan.processes = 1;
        builder.program("MainThread");
        builder
    }

    pub fn program(&mut self, name: &str) -> ProgramId {
        let program = ProgramId(self.plan.programs.len() as u32);
        self.plan.programs.push(Program {
            name: name.to_owned(),
            lane: LaneId(program.0),
            process: 0,
            turns_on: None,
            done: None,
            steps: Vec::new(),
        });
        program
    }

    pub fn shared(&mut self, kind: SharedKind) -> SharedId {
        let shared = SharedId(self.plan.shared.len() as u32);
        self.plan.shared.push(Shared {
            kind,
            name: "thing".to_owned(),
            label: format!("thing {}", shared.0),
        });
        shared
    }

    pub fn item(&mut self, acts: &[Act], is_last: bool) -> ItemId {
        let item = ItemId(self.plan.items.len() as u32);
        self.plan.items.push(Item {
            steps: steps(item.0 + 100, acts),
            bytes: 2_048,
            is_last,
        });
        item
    }

    pub fn acts(&mut self, program: ProgramId, acts: &[Act]) {
        let line = self.plan.programs[program.index()].steps.len() as u32;
        let steps = steps(line, acts);
        self.plan.programs[program.index()].steps.extend(steps);
    }

    /// A program for each of `bodies`, all started and waited for by the main one.
    pub fn crew(bodies: &[Vec<Act>]) -> Builder {
        let mut builder = Builder::new();
        builder.hire(bodies);
        builder
    }

    /// Adds a program for each of `bodies`, all started and waited for by the main one.
    pub fn hire(&mut self, bodies: &[Vec<Act>]) {
        let mut ends = Vec::new();
        for (number, body) in bodies.iter().enumerate() {
            let program = self.program(&format!("Thread-{}", number + 1));
            let done = self.shared(SharedKind::Latch);
            self.plan.programs[program.index()].done = Some(done);
            self.acts(program, body);
            self.acts(ProgramId(0), &[Act::Start(program)]);
            ends.push(Act::Await(done));
        }
        self.acts(ProgramId(0), &ends);
    }
}

fn steps(line: u32, acts: &[Act]) -> Vec<Step> {
    let places = (line + 1..).map(|line| Place::new(0, line));
    let acts = acts.iter().copied().zip(places);
    acts.map(|(act, place)| Step { act, place }).collect()
}

pub fn compute(ns: u64) -> Act {
    Act::Compute { ns }
}

pub fn sleep(ns: u64) -> Act {
    Act::Sleep { ns }
}

/// A browser whose costs are so many ns each.
pub fn browser(cores: f64, cost_ns: u64) -> Profile {
    Profile {
        rounds_per_ns: 1.0,
        cores,
        hardware_concurrency: cores as u32,
        thread_start_ns: cost_ns,
        process_start_ns: cost_ns,
        process_start_each_ns: cost_ns,
        process_start_shared: 0.0,
        sleep_late_ns: cost_ns,
        timer_late_ns: cost_ns,
        wake_ns: cost_ns,
        ask_ns: cost_ns,
        message_ns: cost_ns,
        clone_ns_per_kb: cost_ns,
        gil_handoff_ns: cost_ns,
        spread: 0.01,
        isolated: true,
        notices: Vec::new(),
    }
}

pub fn terms(way: Way) -> Terms {
    Terms {
        way,
        scale: 1,
        switch_interval_ns: 5 * MS,
        has_gil: true,
    }
}

/// The rehearsal of `plan` on a machine of so many cores that costs nothing.
pub fn ideal(plan: &Plan, way: Way, cores: u32) -> Rehearsal {
    let profile = browser(f64::from(cores), 0);
    rehearse(plan, &terms(way), &profile).expect("the plan can be rehearsed")
}

/// Producers, a channel and servers that stop at an end mark each; items compute and sleep.
pub fn pipeline(servers: usize, items: usize, capacity: Option<u32>) -> Plan {
    let mut builder = Builder::new();
    let all = (items + servers) as u32;
    let channel = builder.shared(SharedKind::Channel {
        capacity,
        items: all,
        takes: all,
    });
    let mutex = builder.shared(SharedKind::Counter { permits: 1 });
    let body = [
        compute(MS),
        Act::Acquire(mutex),
        compute(MS / 4),
        Act::Release(mutex),
        sleep(MS),
    ];
    builder.hire(&vec![vec![Act::Serve(channel)]; servers]);
    let awaits = builder.plan.programs[0].steps.split_off(servers);
    for _ in 0..items {
        let item = builder.item(&body, false);
        builder.acts(ProgramId(0), &[Act::Put(channel, item)]);
    }
    for _ in 0..servers {
        let item = builder.item(&[], true);
        builder.acts(ProgramId(0), &[Act::Put(channel, item)]);
    }
    builder.plan.programs[0].steps.extend(awaits);
    builder.plan
}
