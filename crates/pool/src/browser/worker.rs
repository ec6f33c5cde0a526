//! A worker: hears the conductor, takes its part, performs and reports.

use super::clock::Clock;
use super::floor::apart::{Apart, Say};
use super::floor::stage::Stage;
use super::floor::{Ground, Outcome, blocking, event_loop};
use super::words::Words;
use super::{life, post, probe};
use crate::protocol::{Duty, FromWorker, ToWorker};
use crate::seating::{Floor, Keeper};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageEvent;

/// What the worker is about.
enum Doing {
    Nothing,
    /// It is seated and waits for its beginning.
    Seated {
        run: u32,
        stage: Box<Stage>,
    },
    /// It performs a program by messages.
    Apart {
        run: u32,
        apart: Box<Apart>,
    },
}

struct Worker {
    clock: Clock,
    duty: Option<(Rc<Duty>, Option<Words>)>,
    doing: Doing,
    /// What it was told before others could see that it lives: while it is at work it may not come to say so, and if it
    /// died then nobody would know.
    early: Option<Vec<(ToWorker, JsValue)>>,
}

fn say(message: &FromWorker, beside: &JsValue) {
    if let Err(error) = life::scope().post_message(&post::with(message, beside)) {
        web_sys::console::error_1(&error);
    }
}

fn report(run: u32, outcome: Outcome) {
    let message = FromWorker::Performed {
        run,
        measured: Box::new(outcome.measured),
        digest: outcome.digest,
    };
    say(&message, &JsValue::NULL);
}

impl Worker {
    fn hear(&mut self, message: ToWorker, beside: JsValue) {
        match &mut self.early {
            Some(early) => early.push((message, beside)),
            None => self.act(message, &beside),
        }
    }

    fn act(&mut self, message: ToWorker, beside: &JsValue) {
        match message {
            ToWorker::Join(duty) => {
                let words =
                    (duty.seating.keeper == Keeper::Shared).then(|| Words::handed_over(beside));
                self.duty = Some((Rc::from(duty), words));
                self.doing = Doing::Nothing;
            }
            ToWorker::Perform { run, base_ms } => self.sit_down(run, base_ms),
            ToWorker::Go { run } => self.go(run),
            ToWorker::Answer {
                run,
                answer,
                has_waited,
            } => self.step(run, |apart| apart.answered(answer, has_waited)),
            ToWorker::Finish { run } => self.step(run, |_| true),
            ToWorker::Echo => say(&FromWorker::Echo, &JsValue::NULL),
            ToWorker::Measure(probe) => probe::measure(probe, &self.clock, beside, |sample| {
                say(&FromWorker::Probed(sample), &JsValue::NULL);
            }),
        }
    }

    /// Others see from now on that it lives, or this browser lets nobody see it.
    fn be_seen(&mut self) {
        for (message, beside) in self.early.take().into_iter().flatten() {
            self.act(message, &beside);
        }
    }

    fn sit_down(&mut self, run: u32, base_ms: f64) {
        let Some((duty, words)) = self.duty.clone() else {
            return;
        };
        let floor = duty.seating.seats[duty.seat as usize].floor;
        let clock = self.clock.clone();
        if floor == Floor::Apart {
            let say: Say = Box::new(say);
            let apart = Box::new(Apart::new(duty, clock, (run, base_ms), say));
            self.doing = Doing::Apart { run, apart };
            return say_seated(run);
        }
        let ground = Ground::new(duty, clock, words);
        let sleeps_in_place = match floor {
            Floor::Sequential => true,
            Floor::EventLoop | Floor::Apart => false,
            Floor::Threads => ground.seat().programs.len() == 1,
        };
        let start_elsewhere = Box::new(move |program, at_ns| {
            let message = FromWorker::Start {
                run,
                program,
                at_ns,
            };
            say(&message, &JsValue::NULL);
        });
        let stage = Stage::new(ground, base_ms, sleeps_in_place, start_elsewhere);
        say_seated(run);
        if floor == Floor::Threads {
            report(run, blocking::perform(stage, None));
        } else {
            let stage = Box::new(stage);
            self.doing = Doing::Seated { run, stage };
        }
    }

    fn go(&mut self, run: u32) {
        match std::mem::replace(&mut self.doing, Doing::Nothing) {
            Doing::Seated { run: seated, stage } if seated == run => {
                let first = stage.ground().seat().programs[0];
                match stage.ground().seat().floor {
                    Floor::EventLoop => {
                        let on_over = Box::new(move |outcome| report(run, outcome));
                        event_loop::perform(*stage, first, on_over);
                    }
                    _ => report(run, blocking::perform(*stage, Some(first))),
                }
            }
            other => {
                self.doing = other;
                self.step(run, Apart::begin);
            }
        }
    }

    /// Lets the program that is performed by messages go on, and reports when it is over.
    fn step(&mut self, heard: u32, go_on: impl FnOnce(&mut Apart) -> bool) {
        let Doing::Apart { run, apart } = &mut self.doing else {
            return;
        };
        if *run != heard || !go_on(apart) {
            return;
        }
        if let Doing::Apart { run, apart } = std::mem::replace(&mut self.doing, Doing::Nothing) {
            report(run, apart.finish());
        }
    }
}

fn say_seated(run: u32) {
    say(&FromWorker::Seated { run }, &JsValue::NULL);
}

/// Listens for the conductor.
pub fn serve() {
    let worker = Rc::new(RefCell::new(Worker {
        clock: Clock::new(),
        duty: None,
        doing: Doing::Nothing,
        early: Some(Vec::new()),
    }));
    let on_message = Closure::<dyn Fn(MessageEvent)>::new({
        let worker = worker.clone();
        move |event: MessageEvent| {
            if let Some((message, beside)) = post::parted::<ToWorker>(&event.data()) {
                worker.borrow_mut().hear(message, beside);
            }
        }
    });
    life::scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    life::on_seen(move |by_lock| {
        say(&FromWorker::Seen { by_lock }, &JsValue::NULL);
        worker.borrow_mut().be_seen();
    });
    say(&FromWorker::Ready, &JsValue::NULL);
}
