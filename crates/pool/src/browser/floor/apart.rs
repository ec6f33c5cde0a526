//! One program on a worker that shares nothing: it computes and sleeps by itself, and asks the
//! conductor for everything else by messages.

use super::work::Work;
use super::{Outcome, payload};
use crate::browser::clock::Clock;
use crate::browser::record::Record;
use crate::objects::{Answer, Ask};
use crate::perform::{Next, Performer};
use crate::plan::{ProgramId, SharedId};
use crate::protocol::{Duty, FromWorker};
use interleave_trace::State;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Says something to the conductor, with something beside it.
pub type Say = Box<dyn Fn(&FromWorker, &JsValue)>;

/// The program under way.
pub struct Apart {
    duty: Rc<Duty>,
    clock: Clock,
    run: u32,
    performer: Performer,
    work: Work,
    record: Record,
    asked: Option<Asked>,
    say: Say,
}

struct Asked {
    /// What of the objects, if it was that.
    shared: Option<SharedId>,
    since_ns: u64,
}

impl Apart {
    /// The program of the duty's seat, not yet begun.
    pub fn new(duty: Rc<Duty>, clock: Clock, (run, base_ms): (u32, f64), say: Say) -> Apart {
        let program = duty.seating.seats[duty.seat as usize].programs[0];
        Apart {
            run,
            performer: Performer::new(program),
            work: Work::new(duty.rounds_per_ns, duty.scale),
            record: Record::new(&duty.plan, base_ms),
            asked: None,
            duty,
            clock,
            say,
        }
    }

    fn program(&self) -> ProgramId {
        self.performer.program()
    }

    fn now_ns(&self) -> u64 {
        self.record.now_ns(&self.clock)
    }

    /// Begins; whether it is over.
    pub fn begin(&mut self) -> bool {
        let now_ns = self.now_ns();
        let program = self.program();
        self.record.began(program, now_ns);
        self.go_on(now_ns)
    }

    /// The conductor's answer; whether it is over.
    pub fn answered(&mut self, answer: Answer, has_waited: bool) -> bool {
        let now_ns = self.now_ns();
        let Some(asked) = self.asked.take() else {
            return false;
        };
        if has_waited {
            self.note(asked.since_ns, now_ns, State::Blocked, asked.shared);
        }
        let item = match answer {
            Answer::Item(item) => Some(item),
            Answer::Done | Answer::Closed => None,
        };
        self.record
            .did(&self.performer, item, (asked.since_ns, now_ns));
        if asked.shared.is_some() {
            let duty = self.duty.clone();
            self.performer.answer(&duty.plan, answer);
        }
        self.go_on(now_ns)
    }

    fn note(&mut self, from_ns: u64, to_ns: u64, state: State, shared: Option<SharedId>) {
        let (program, place) = (self.program(), self.performer.place());
        self.record
            .stretch(program, (from_ns, to_ns), state, shared, place);
    }

    fn go_on(&mut self, mut from_ns: u64) -> bool {
        let duty = self.duty.clone();
        let program = self.program();
        let run = self.run;
        loop {
            let next = self.performer.next(&duty.plan);
            let began_ns = from_ns;
            match next {
                Next::Compute(ns) => {
                    self.work.compute(self.work.rounds(ns));
                    let now_ns = self.now_ns();
                    self.note(from_ns, now_ns, State::Running, None);
                    from_ns = now_ns;
                }
                Next::Sleep(ns) | Next::Io(ns) | Next::Stall(ns) => {
                    let state = match next {
                        Next::Io(_) => State::Io,
                        _ => State::Sleeping,
                    };
                    self.clock
                        .sleep_until(self.clock.now_ms() + self.work.ms(ns));
                    let now_ns = self.now_ns();
                    self.note(from_ns, now_ns, state, None);
                    from_ns = now_ns;
                }
                Next::Ask(ask) => {
                    let message = FromWorker::Ask { run, program, ask };
                    let beside = match ask {
                        Ask::Put(_, item) => {
                            payload::of(duty.plan.items[item.index()].bytes).into()
                        }
                        _ => JsValue::NULL,
                    };
                    // Said after the clock is read: the conductor may be quicker than this worker.
                    let asked_ns = self.now_ns();
                    (self.say)(&message, &beside);
                    if is_never_refused(ask) {
                        from_ns = self.now_ns();
                        self.record.did(&self.performer, None, (began_ns, from_ns));
                        self.performer.answer(&duty.plan, Answer::Done);
                        continue;
                    } else {
                        return self.wait(Some(ask.shared()), asked_ns);
                    }
                }
                Next::Start(program) => {
                    let at_ns = self.now_ns();
                    let message = FromWorker::Start {
                        run,
                        program,
                        at_ns,
                    };
                    (self.say)(&message, &JsValue::NULL);
                    self.record.began(program, at_ns);
                    from_ns = at_ns;
                }
                Next::Transfer(bytes) => {
                    let message = FromWorker::Copy { run, program };
                    let asked_ns = self.now_ns();
                    (self.say)(&message, &payload::of(bytes).into());
                    return self.wait(None, asked_ns);
                }
                Next::Done => {
                    let now_ns = self.now_ns();
                    self.record.ended(program, now_ns);
                    return true;
                }
            }
            self.record.did(&self.performer, None, (began_ns, from_ns));
        }
    }

    fn wait(&mut self, shared: Option<SharedId>, since_ns: u64) -> bool {
        self.asked = Some(Asked { shared, since_ns });
        false
    }

    /// What came of it.
    pub fn finish(mut self) -> Outcome {
        if let Some(asked) = self.asked.take() {
            let now_ns = self.now_ns();
            self.note(asked.since_ns, now_ns, State::Blocked, asked.shared);
        }
        Outcome {
            digest: self.work.digest(),
            measured: self.record.into_measured(),
        }
    }
}

/// Whether the answer is known before it comes: then nobody waits for it.
pub fn is_never_refused(ask: Ask) -> bool {
    matches!(ask, Ask::Release(_) | Ask::Set(_))
}
