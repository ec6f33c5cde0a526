//! Plans made by hand: each puts one thing to the test.

use interleave_pool::plan::{
    Act, Item, ItemId, Plan, Program, ProgramId, Shared, SharedId, SharedKind, Step,
};
use interleave_trace::{LaneId, Place};

/// A millisecond in ns.
pub const MS: u64 = 1_000_000;

/// A plan in the making.
#[derive(Default)]
pub struct Draft {
    plan: Plan,
}

impl Draft {
    /// A shared object.
    pub fn shared(&mut self, kind: SharedKind) -> SharedId {
        self.plan.shared.push(Shared {
            kind,
            name: String::new(),
            label: String::new(),
        });
        SharedId(self.plan.shared.len() as u32 - 1)
    }

    /// An item.
    pub fn item(&mut self, acts: &[Act], bytes: u32, is_last: bool) -> ItemId {
        self.plan.items.push(Item {
            steps: steps(acts),
            bytes,
            is_last,
        });
        ItemId(self.plan.items.len() as u32 - 1)
    }

    /// The main program, to be written last with [`Draft::main`].
    pub fn new() -> Draft {
        let mut draft = Draft::default();
        draft.program(0, None, &[]);
        draft
    }

    /// A program with a latch for its end.
    pub fn program(&mut self, process: u32, turns_on: Option<u32>, acts: &[Act]) -> ProgramId {
        let number = self.plan.programs.len() as u32;
        let done = (number != 0).then(|| self.shared(SharedKind::Latch));
        self.plan.programs.push(Program {
            name: format!("program {number}"),
            lane: LaneId(number),
            process,
            turns_on: turns_on.map(ProgramId),
            done,
            steps: steps(acts),
        });
        self.plan.processes = self.plan.processes.max(process + 1);
        ProgramId(number)
    }

    /// The main program starts all others, does this, and waits for them.
    pub fn main(mut self, acts: &[Act]) -> Plan {
        let others = 1..self.plan.programs.len() as u32;
        let mut all: Vec<Act> = others.map(|number| Act::Start(ProgramId(number))).collect();
        all.extend(acts);
        let done = self.plan.programs.iter().filter_map(|row| row.done);
        all.extend(done.map(Act::Await));
        self.plan.programs[0].steps = steps(&all);
        self.plan
    }
}

fn steps(acts: &[Act]) -> Vec<Step> {
    let place = Place::NONE;
    acts.iter().map(|act| Step { act: *act, place }).collect()
}

/// So many programs that compute in turns with a lock and meet at a barrier in between.
pub fn locked(programs: u32, rounds: u32) -> Plan {
    let mut draft = Draft::new();
    let lock = draft.shared(SharedKind::Counter { permits: 1 });
    let barrier = draft.shared(SharedKind::Barrier { parties: programs });
    for _ in 0..programs {
        let mut acts = vec![Act::Arrive(barrier)];
        for _ in 0..rounds {
            acts.extend([
                Act::Acquire(lock),
                Act::Compute { ns: MS / 10 },
                Act::Release(lock),
            ]);
        }
        acts.extend([Act::Sleep { ns: 2 * MS }, Act::Arrive(barrier)]);
        acts.push(Act::Io { ns: MS });
        draft.program(0, None, &acts);
    }
    draft.main(&[])
}

/// Consumers that serve a channel, in processes of their own if `apart`; main puts so many items of
/// so many bytes into it, then an end mark for each.
pub fn served(consumers: u32, items: u32, capacity: Option<u32>, bytes: u32, apart: bool) -> Plan {
    let mut draft = Draft::new();
    let all = items + consumers;
    let channel = draft.shared(SharedKind::Channel {
        capacity,
        items: all,
        takes: all,
    });
    for number in 0..consumers {
        let process = if apart { number + 1 } else { 0 };
        draft.program(process, None, &[Act::Serve(channel)]);
    }
    let mut puts = Vec::new();
    for number in 0..all {
        let ns = u64::from(number % 3) * MS / 20;
        let is_last = number >= items;
        let work: &[Act] = if is_last { &[] } else { &[Act::Compute { ns }] };
        let item = draft.item(work, bytes, is_last);
        puts.push(Act::Put(channel, item));
    }
    draft.main(&puts)
}

/// A loop of main's with tasks that sleep, ask a thread by a latch, and a thread beside it.
pub fn mixed() -> Plan {
    let mut draft = Draft::new();
    let asked = draft.shared(SharedKind::Latch);
    let answered = draft.shared(SharedKind::Latch);
    for number in 0..3 {
        let nap = Act::Sleep {
            ns: (number + 1) * MS,
        };
        draft.program(0, Some(0), &[nap, Act::Compute { ns: MS / 5 }, nap]);
    }
    draft.program(0, Some(0), &[Act::Set(asked), Act::Await(answered)]);
    let compute = Act::Compute { ns: MS };
    draft.program(0, None, &[Act::Await(asked), compute, Act::Set(answered)]);
    draft.main(&[Act::Sleep { ns: MS }])
}

/// Two programs that only compute.
pub fn two_that_compute(ns: u64) -> Plan {
    let mut draft = Draft::new();
    for process in [0, 0] {
        draft.program(process, None, &[Act::Compute { ns }; 4]);
    }
    draft.main(&[])
}

/// A server's thread that waits for an item that never comes; nobody waits for it.
pub fn with_a_server_left_behind() -> Plan {
    let mut draft = Draft::new();
    let channel = draft.shared(SharedKind::Channel {
        capacity: None,
        items: 1,
        takes: 2,
    });
    let server = draft.program(0, None, &[Act::Take(channel), Act::Take(channel)]);
    let item = draft.item(&[Act::Compute { ns: MS }], 0, false);
    let mut plan = draft.main(&[Act::Put(channel, item), Act::Sleep { ns: 5 * MS }]);
    let done = plan.programs[server.index()].done.take();
    let main = &mut plan.programs[0].steps;
    main.retain(|step| Some(step.act) != done.map(Act::Await));
    plan
}
