//! Who sits where: which worker performs which programs of a plan in which way, and where the shared
//! objects are kept. Pure; must not know how a worker is started.

use crate::plan::{CannotRun, MAX_WORKERS, Plan, ProgramId};
use crate::protocol::Way;
use serde::{Deserialize, Serialize};

/// How a worker performs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Floor {
    /// It blocks; what it shares lies in shared memory. With several programs these take turns.
    Threads,
    /// Its programs take turns between the browser's own timers; objects in its own memory.
    EventLoop,
    /// It performs one program and asks the conductor by messages.
    Apart,
    /// It blocks in every sleep; one program after the other; objects in its own memory.
    Sequential,
}

/// Where the shared objects are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Keeper {
    /// In memory that all workers share.
    Shared,
    /// In the only worker's own memory.
    Worker,
    /// With the conductor, who is asked by messages.
    Conductor,
}

/// One worker's part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// What it performs, in order of start.
    pub programs: Vec<ProgramId>,
    /// How.
    pub floor: Floor,
    /// The number of its process, from 0.
    pub process: u32,
    /// Whether it runs only with its process's GIL.
    pub has_gil: bool,
    /// Whether a new worker is started for it in every run, when its program is started.
    pub is_fresh: bool,
}

/// Every worker's part. The first performs the main program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seating {
    /// A worker each.
    pub seats: Vec<Seat>,
    /// Where the shared objects are.
    pub keeper: Keeper,
}

impl Seating {
    /// How many workers are started while the plan is performed.
    pub fn started(&self) -> usize {
        let after_main = self.seats.iter().skip(1);
        after_main.filter(|seat| seat.is_fresh).count()
    }

    /// Who performs what of `plan`. `has_gil`: the scenario's machine has a GIL.
    pub fn of(
        plan: &Plan,
        way: Way,
        has_gil: bool,
        is_isolated: bool,
    ) -> Result<Seating, CannotRun> {
        let mut seats: Vec<Seat> = Vec::new();
        let mut seat_of: Vec<usize> = Vec::new();
        for program in (0..plan.programs.len() as u32).map(ProgramId) {
            let host = way.worker_of(plan, program).index();
            if host < seat_of.len() {
                let seat = seat_of[host];
                seats[seat].programs.push(program);
                seat_of.push(seat);
                continue;
            }
            let process = way.process_of(plan, program);
            let is_first = seats.iter().all(|seat| seat.process != process);
            seat_of.push(seats.len());
            seats.push(Seat {
                programs: vec![program],
                floor: Floor::Threads,
                process,
                has_gil: way.has_gil(has_gil),
                is_fresh: is_first && (process != 0 || way.by_messages()),
            });
        }
        let workers = seats.len() as u32;
        if workers > MAX_WORKERS {
            return Err(CannotRun::TooManyThreads {
                threads: workers,
                limit: MAX_WORKERS,
            });
        }
        let keeper = keeper(&seats, way, is_isolated);
        if keeper == Keeper::Shared && !is_isolated {
            return Err(CannotRun::NeedsIsolation);
        }
        for seat in &mut seats {
            seat.floor = match (keeper, way) {
                (Keeper::Shared, _) => Floor::Threads,
                (Keeper::Conductor, _) => Floor::Apart,
                (Keeper::Worker, Way::Sequential) => Floor::Sequential,
                (Keeper::Worker, Way::EventLoop) => Floor::EventLoop,
                (Keeper::Worker, _) if seat.programs.len() == 1 => Floor::Sequential,
                (Keeper::Worker, _) => Floor::EventLoop,
            };
            seat.has_gil &= keeper == Keeper::Shared;
            // Nothing outlives its run on a worker that shares nothing.
            seat.is_fresh |= keeper == Keeper::Conductor;
        }
        Ok(Seating { seats, keeper })
    }

    /// The seat of every program, by its number.
    pub fn seat_of(&self) -> Vec<usize> {
        let programs = self.seats.iter().map(|seat| seat.programs.len()).sum();
        let mut seat_of = vec![0; programs];
        for (number, seat) in self.seats.iter().enumerate() {
            for program in &seat.programs {
                seat_of[program.index()] = number;
            }
        }
        seat_of
    }
}

/// Where nothing needs memory in common, none is used: a single worker keeps the objects itself, and
/// without isolation single-threaded processes ask the conductor. All others keep them in shared
/// memory, since a thread that blocks can hear no message; in a mix, what crosses between processes
/// is copied by whoever puts and whoever takes it.
fn keeper(seats: &[Seat], way: Way, is_isolated: bool) -> Keeper {
    let is_alone = seats.len() == 1 && !matches!(way, Way::Gil | Way::FreeThreaded);
    let is_thread = |(number, seat): (usize, &Seat)| number != 0 && !seat.is_fresh;
    let has_threads = seats.iter().enumerate().any(is_thread);
    let has_tasks = seats.iter().any(|seat| seat.programs.len() > 1);
    let by_messages = !is_isolated && way == Way::AsWritten && !has_threads && !has_tasks;
    match way {
        _ if way.by_messages() => Keeper::Conductor,
        _ if is_alone => Keeper::Worker,
        _ if by_messages => Keeper::Conductor,
        _ => Keeper::Shared,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Program;
    use interleave_trace::LaneId;

    /// A plan of programs given by their process and the program on whose worker they take turns.
    fn plan_of(rows: &[(u32, Option<u32>)]) -> Plan {
        let programs = rows.iter().enumerate().map(|(number, row)| Program {
            name: String::new(),
            lane: LaneId(number as u32),
            process: row.0,
            turns_on: row.1.map(ProgramId),
            done: None,
            steps: Vec::new(),
        });
        Plan {
            programs: programs.collect(),
            ..Plan::default()
        }
    }

    fn seated(rows: &[(u32, Option<u32>)], way: Way, is_isolated: bool) -> Seating {
        Seating::of(&plan_of(rows), way, true, is_isolated).expect("it can be seated")
    }

    #[test]
    fn every_program_sits_once_in_every_way() {
        let rows = [(0, None), (0, Some(0)), (0, None), (1, None), (1, Some(3))];
        for way in Way::ALL {
            let seating = seated(&rows, way, true);
            let mut all: Vec<u32> = seating
                .seats
                .iter()
                .flat_map(|seat| seat.programs.iter().map(|program| program.0))
                .collect();
            all.sort_unstable();
            assert_eq!(all, [0, 1, 2, 3, 4], "{way:?}");
        }
    }

    #[test]
    fn a_mix_is_seated_as_the_trace_has_it() {
        let rows = [(0, None), (0, Some(0)), (0, None), (1, None)];
        let seating = seated(&rows, Way::AsWritten, true);
        assert_eq!(seating.keeper, Keeper::Shared);
        assert_eq!(seating.seat_of(), [0, 0, 1, 2]);
        let fresh: Vec<bool> = seating.seats.iter().map(|seat| seat.is_fresh).collect();
        assert_eq!(fresh, [false, false, true]);
    }

    #[test]
    fn what_needs_no_common_memory_runs_without_isolation() {
        let tasks = seated(&[(0, None), (0, Some(0))], Way::AsWritten, false);
        assert_eq!(tasks.seats[0].floor, Floor::EventLoop);
        let processes = seated(&[(0, None), (1, None)], Way::AsWritten, false);
        assert_eq!(processes.keeper, Keeper::Conductor);
        let threads = plan_of(&[(0, None), (0, None)]);
        for way in [Way::Gil, Way::FreeThreaded, Way::AsWritten] {
            let refused = Seating::of(&threads, way, true, false);
            assert_eq!(refused, Err(CannotRun::NeedsIsolation), "{way:?}");
        }
        for way in [Way::Processes, Way::EventLoop, Way::Sequential] {
            assert!(Seating::of(&threads, way, true, false).is_ok(), "{way:?}");
        }
    }

    #[test]
    fn more_than_the_limit_is_refused_but_not_on_one_worker() {
        let many = plan_of(&[(0, None); 65]);
        let refused = CannotRun::TooManyThreads {
            threads: 65,
            limit: 64,
        };
        assert_eq!(
            Seating::of(&many, Way::FreeThreaded, true, true),
            Err(refused)
        );
        assert!(Seating::of(&many, Way::EventLoop, true, true).is_ok());
    }
}
