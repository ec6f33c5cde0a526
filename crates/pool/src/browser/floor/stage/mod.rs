//! The turns of the programs that sit on one worker: who can go on, who waits for what, who sleeps
//! until when. Performs until nobody can go on; what the worker does then is the floor's.

mod running;
mod waiting;

use super::work::Work;
use super::{Ground, Outcome};
use crate::browser::gil::Gil;
use crate::browser::record::Record;
use crate::objects::{Answer, Ask, Attempt};
use crate::perform::{Next, Performer};
use crate::plan::{ItemId, ProgramId, SharedId};
use interleave_trace::State;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};
use waiting::{Queue, Waiter};

struct Sleeper {
    performer: Performer,
    since_ns: u64,
    state: State,
}

/// A program that can go on.
struct Ready {
    performer: Performer,
    /// What it was asked to wait for is over since then: it waits for its turn.
    since_ns: u64,
}

/// A program that was to be started on a worker that is not there yet.
pub type StartElsewhere = Box<dyn Fn(ProgramId, u64)>;

/// The programs of one worker in one run.
pub struct Stage {
    ground: Ground,
    seat: usize,
    seat_of: Vec<usize>,
    gil: Option<Gil>,
    work: Work,
    record: Record,
    /// Whether a sleep blocks the whole worker.
    sleeps_in_place: bool,
    ready: VecDeque<Ready>,
    waiting: BTreeMap<SharedId, Queue>,
    sleeping: BTreeMap<u64, Sleeper>,
    /// Deadlines in µs of the base, with the sleeper's number.
    deadlines: BinaryHeap<Reverse<(u64, u64)>>,
    sleepers: u64,
    not_begun: Vec<ProgramId>,
    arrivals: i32,
    /// The bell after which it last looked who was rung.
    heard_bell: i32,
    under_way: usize,
    /// Objects for which this worker rang itself.
    rung: VecDeque<SharedId>,
    start_elsewhere: StartElsewhere,
}

/// Why a program does not go on.
enum Halt {
    Over,
    Waits {
        ask: Ask,
        asked_ns: u64,
        since_ns: u64,
    },
    Sleeps {
        until_ns: u64,
        state: State,
        since_ns: u64,
    },
}

fn taken(answer: Answer) -> Option<ItemId> {
    match answer {
        Answer::Item(item) => Some(item),
        Answer::Done | Answer::Closed => None,
    }
}

impl Stage {
    /// Nobody has begun.
    pub fn new(
        ground: Ground,
        base_ms: f64,
        sleeps_in_place: bool,
        start_elsewhere: StartElsewhere,
    ) -> Stage {
        let duty = ground.duty.clone();
        let seat = duty.seat as usize;
        Stage {
            seat,
            seat_of: duty.seating.seat_of(),
            gil: ground.gil(),
            work: Work::new(duty.rounds_per_ns, duty.scale),
            record: Record::new(&duty.plan, base_ms),
            sleeps_in_place,
            ready: VecDeque::new(),
            waiting: BTreeMap::new(),
            sleeping: BTreeMap::new(),
            deadlines: BinaryHeap::new(),
            sleepers: 0,
            not_begun: duty.seating.seats[seat].programs.clone(),
            arrivals: 0,
            heard_bell: 0,
            under_way: 0,
            rung: VecDeque::new(),
            start_elsewhere,
            ground,
        }
    }

    /// Begins a program of this worker.
    pub fn begin(&mut self, program: ProgramId) {
        let at_ns = self.now_ns();
        self.begin_at(program, at_ns);
    }

    fn begin_at(&mut self, program: ProgramId, at_ns: u64) {
        self.not_begun.retain(|other| *other != program);
        self.record.began(program, at_ns);
        self.under_way += 1;
        self.ready.push_back(Ready {
            performer: Performer::new(program),
            since_ns: at_ns,
        });
    }

    /// Begins what other workers started here.
    pub fn welcome(&mut self) {
        let arrivals = self.ground.board.arrivals(self.seat);
        if arrivals == self.arrivals {
            return;
        }
        self.arrivals = arrivals;
        let board = &self.ground.board;
        let started: Vec<ProgramId> = self
            .not_begun
            .iter()
            .copied()
            .filter(|program| board.is_started(*program))
            .collect();
        for program in started {
            self.begin(program);
        }
    }

    /// Whether all programs of this worker are over.
    pub fn is_over(&self) -> bool {
        self.not_begun.is_empty() && self.under_way == 0
    }

    /// Until the next sleeper wakes, in ms; `None` when nobody sleeps.
    pub fn next_wake_ms(&self) -> Option<f64> {
        let Reverse((until_ns, _)) = *self.deadlines.peek()?;
        Some((until_ns as f64 - self.now_ns() as f64).max(0.0) / 1e6)
    }

    /// The worker's number of seat.
    pub fn seat(&self) -> usize {
        self.seat
    }

    /// What the programs are performed with.
    pub fn ground(&self) -> &Ground {
        &self.ground
    }

    fn now_ns(&self) -> u64 {
        self.record.now_ns(&self.ground.clock)
    }

    /// Wakes those whose time has come.
    pub fn wake(&mut self) {
        if self.sleeping.is_empty() {
            return;
        }
        let now_ns = self.now_ns();
        while let Some(Reverse((until_ns, number))) = self.deadlines.peek().copied() {
            if until_ns > now_ns {
                return;
            }
            self.deadlines.pop();
            let Some(sleeper) = self.sleeping.remove(&number) else {
                continue;
            };
            let program = sleeper.performer.program();
            let place = sleeper.performer.place();
            self.record.stretch(
                program,
                (sleeper.since_ns, now_ns),
                sleeper.state,
                None,
                place,
            );
            let span = (sleeper.since_ns, now_ns);
            self.record.did(&sleeper.performer, None, span);
            self.ready.push_back(Ready {
                performer: sleeper.performer,
                since_ns: now_ns,
            });
        }
    }

    /// Performs until nobody can go on. The GIL is not held after that.
    pub fn run(&mut self) {
        loop {
            self.attend_all();
            let Some(Ready {
                performer,
                since_ns,
            }) = self.ready.pop_front()
            else {
                break;
            };
            self.turn(performer, since_ns);
            self.wake();
        }
        self.release_gil();
    }

    fn turn(&mut self, mut performer: Performer, since_ns: u64) {
        let program = performer.program();
        let mut from_ns = self.now_ns();
        if self.seat_has_many() {
            let span = (since_ns, from_ns);
            let place = performer.place();
            self.record
                .stretch(program, span, State::WaitingCore, None, place);
        }
        from_ns = self.take_gil(&performer, from_ns);
        let halt = self.go_on(&mut performer, &mut from_ns);
        match halt {
            Halt::Over => {
                let now_ns = self.now_ns();
                self.record.ended(program, now_ns);
                self.under_way -= 1;
            }
            Halt::Waits {
                ask,
                asked_ns,
                since_ns,
            } => self.enqueue(Waiter {
                performer,
                ask,
                asked_ns,
                since_ns,
            }),
            Halt::Sleeps {
                until_ns,
                state,
                since_ns,
            } => {
                self.sleepers += 1;
                self.deadlines.push(Reverse((until_ns, self.sleepers)));
                self.sleeping.insert(
                    self.sleepers,
                    Sleeper {
                        performer,
                        since_ns,
                        state,
                    },
                );
            }
        }
    }

    fn seat_has_many(&self) -> bool {
        self.ground.duty.seating.seats[self.seat].programs.len() > 1
    }

    /// Performs a program until it must stop; `from_ns` is since when it has been running.
    fn go_on(&mut self, performer: &mut Performer, from_ns: &mut u64) -> Halt {
        let duty = self.ground.duty.clone();
        let plan = &duty.plan;
        let program = performer.program();
        let mut place = performer.place();
        let mut last_ns = *from_ns;
        loop {
            if self.gil.as_ref().is_some_and(Gil::is_wanted) {
                *from_ns = self.pass_gil_on(performer, *from_ns);
                last_ns = *from_ns;
            }
            let next = performer.next(plan);
            if performer.place() != place {
                let span = (*from_ns, last_ns);
                self.record
                    .stretch(program, span, State::Running, None, place);
                *from_ns = last_ns;
                place = performer.place();
            }
            let began_ns = last_ns;
            match next {
                Next::Compute(ns) => *from_ns = self.compute(performer, ns, *from_ns),
                Next::Sleep(ns) | Next::Io(ns) | Next::Stall(ns) => {
                    let state = match next {
                        Next::Io(_) => State::Io,
                        _ => State::Sleeping,
                    };
                    let since_ns = self.ran(performer, *from_ns);
                    let until_ns = since_ns + (self.work.ms(ns) * 1e6) as u64;
                    if !self.sleeps_in_place && !matches!(next, Next::Stall(_)) {
                        return Halt::Sleeps {
                            until_ns,
                            state,
                            since_ns,
                        };
                    }
                    self.release_gil();
                    let clock = &self.ground.clock;
                    clock.sleep_until(clock.now_ms() + (until_ns - since_ns) as f64 / 1e6);
                    let now_ns = self.now_ns();
                    let span = (since_ns, now_ns);
                    self.record.stretch(program, span, state, None, place);
                    self.record.did(performer, None, (began_ns, now_ns));
                    *from_ns = self.take_gil(performer, now_ns);
                    last_ns = *from_ns;
                    continue;
                }
                Next::Ask(ask) => {
                    if let Ask::Put(_, item) = ask {
                        self.carry(item);
                    }
                    match self.ground.board.attempt(ask) {
                        Attempt::Done(answer, ring) => {
                            // A step's number is the performer's until it hears the answer.
                            last_ns = self.now_ns();
                            let span = (began_ns, last_ns);
                            self.record.did(performer, taken(answer), span);
                            self.answered(performer, answer);
                            self.ring(ask.shared(), ring);
                            continue;
                        }
                        Attempt::Wait(again, ring) => {
                            self.ring(ask.shared(), ring);
                            let since_ns = self.ran(performer, *from_ns);
                            return Halt::Waits {
                                ask: again,
                                asked_ns: began_ns,
                                since_ns,
                            };
                        }
                    }
                }
                Next::Start(started) => self.start(started),
                Next::Transfer(bytes) => self.transfer(bytes),
                Next::Done => {
                    self.ran(performer, *from_ns);
                    return Halt::Over;
                }
            }
            last_ns = self.now_ns();
            self.record.did(performer, None, (began_ns, last_ns));
        }
    }

    fn start(&mut self, program: ProgramId) {
        let seat = self.seat_of[program.index()];
        let at_ns = self.now_ns();
        self.record.began(program, at_ns);
        if seat == self.seat {
            self.begin_at(program, at_ns);
        } else if self.ground.duty.seating.seats[seat].is_fresh {
            (self.start_elsewhere)(program, at_ns);
        } else {
            self.ground.board.start(program, seat);
        }
    }

    fn answered(&mut self, performer: &mut Performer, answer: Answer) {
        if let Some(item) = taken(answer) {
            self.carry(item);
        }
        performer.answer(&self.ground.duty.plan, answer);
    }

    /// What came of it. Who still waits is written down as waiting until now.
    pub fn finish(mut self) -> Outcome {
        let now_ns = self.now_ns();
        for (shared, queue) in std::mem::take(&mut self.waiting) {
            for waiter in queue.takers.into_iter().chain(queue.putters) {
                let (program, place) = (waiter.performer.program(), waiter.performer.place());
                let span = (waiter.since_ns, now_ns);
                self.record
                    .stretch(program, span, State::Blocked, Some(shared), place);
            }
        }
        Outcome {
            digest: self.work.digest(),
            measured: self.record.into_measured(),
        }
    }
}
