//! One real run: seats the workers, begins, answers what is asked, and gathers what they report.

use super::inbox::Heard;
use super::job::Job;
use super::keeper::{Keeper as Objects, Reply};
use super::{Conductor, Fault, NOTHING};
use crate::browser::board::Board;
use crate::objects::Answer;
use crate::plan::ProgramId;
use crate::protocol::{Dropped, FromWorker, Measured, ToWorker};
use crate::seating::{Keeper, Seating};
use wasm_bindgen::JsValue;

/// How often it is looked whether all wait for each other.
const LOOK_EVERY_MS: f64 = 20.0;

/// A seat in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    /// Nobody asked for it yet.
    Empty,
    /// Its worker is asked for.
    Called,
    /// Its worker performs.
    Seated,
    /// Its worker has reported.
    Done,
}

/// A run under way.
struct Run<'a> {
    number: u32,
    base_ms: f64,
    job: &'a Job,
    workers: Vec<Option<u32>>,
    stands: Vec<Stand>,
    seat_of: Vec<usize>,
    objects: Objects,
    measured: Measured,
    is_begun: bool,
    /// What was seen at the last look, if all were still then.
    stillness: Option<Vec<i32>>,
}

impl Conductor {
    /// Runs `job` once for the order `id`.
    pub async fn repeat(&mut self, id: u32, job: &Job) -> Result<Measured, Fault> {
        let asked_ms = self.clock.now_ms();
        self.runs += 1;
        let workers = self.staff(id, &job.seating).await?;
        let start_up_ns = ((self.clock.now_ms() - asked_ms) * 1e6) as u64;
        if let Some(board) = &job.board {
            board.reset();
        }
        let programs = job.plan.programs.len();
        let mut run = Run {
            number: self.runs,
            base_ms: self.clock.now_ms(),
            job,
            stands: vec![Stand::Empty; workers.len()],
            workers,
            seat_of: job.seating.seat_of(),
            objects: Objects::new(&job.plan),
            measured: Measured {
                began_ns: vec![u64::MAX; programs],
                ended_ns: vec![u64::MAX; programs],
                start_up_ns,
                ..Measured::default()
            },
            is_begun: false,
            stillness: None,
        };
        for seat in 0..run.workers.len() {
            self.call(&mut run, seat);
        }
        let limit = self.inbox.after(job.limit_ns as f64 / 1e6);
        let mut look = self.inbox.after(LOOK_EVERY_MS);
        while !run.is_over() {
            match self.hear(id).await? {
                Heard::Worker {
                    id,
                    message,
                    beside,
                } => self.answer(&mut run, id, message, beside)?,
                Heard::Time(number) if number == limit => {
                    let after_ns = job.limit_ns;
                    return Err(Fault::Dropped(Dropped::TimedOut { after_ns }));
                }
                Heard::Time(number) if number == look => {
                    run.look_whether_all_wait();
                    look = self.inbox.after(LOOK_EVERY_MS);
                }
                _ => {}
            }
        }
        self.crew.end_fresh();
        Ok(run.into_measured())
    }

    /// The workers that must be there before the run: a number for each seat that is not started
    /// in the run itself.
    async fn staff(&mut self, id: u32, seating: &Seating) -> Result<Vec<Option<u32>>, Fault> {
        let failed = |reason| Fault::Worker { reason };
        let is_there = |number: usize| number == 0 || !seating.seats[number].is_fresh;
        let kept = self.crew.kept();
        let mut kept = kept.into_iter();
        let mut workers = Vec::new();
        for number in 0..seating.seats.len() {
            let is_fresh = seating.seats[number].is_fresh;
            workers.push(match is_there(number) {
                false => None,
                true if is_fresh => Some(self.crew.hire(true).map_err(failed)?),
                true => match kept.next() {
                    Some(worker) => Some(worker),
                    None => Some(self.crew.hire(false).map_err(failed)?),
                },
            });
        }
        let needed: Vec<u32> = workers.iter().copied().flatten().collect();
        self.wait_until_ready(id, &needed).await?;
        Ok(workers)
    }

    /// Waits until all of them listen.
    pub async fn wait_until_ready(&mut self, id: u32, needed: &[u32]) -> Result<(), Fault> {
        if needed.iter().all(|worker| self.crew.is_ready(*worker)) {
            return Ok(());
        }
        let limit = self.patience();
        while !needed.iter().all(|worker| self.crew.is_ready(*worker)) {
            self.hear_until(id, limit).await?;
        }
        Ok(())
    }

    /// Calls the worker of a seat, if it is there.
    fn call(&mut self, run: &mut Run<'_>, seat: usize) {
        let Some(worker) = run.workers[seat] else {
            return;
        };
        let beside = run.job.board.as_ref().map(|board| board.words().buffer());
        let beside = beside.unwrap_or(JsValue::NULL);
        self.crew.say(worker, &run.job.duty(seat), &beside);
        let perform = ToWorker::Perform {
            run: run.number,
            base_ms: run.base_ms,
        };
        self.crew.say(worker, &perform, &NOTHING);
        run.stands[seat] = Stand::Called;
    }

    fn answer(
        &mut self,
        run: &mut Run<'_>,
        worker: u32,
        message: FromWorker,
        beside: JsValue,
    ) -> Result<(), Fault> {
        match message {
            FromWorker::Ready => {
                // A worker that was asked for in the run itself.
                let seat = run.workers.iter().position(|other| *other == Some(worker));
                if let Some(seat) = seat.filter(|seat| run.stands[*seat] == Stand::Called) {
                    self.call(run, seat);
                }
            }
            FromWorker::Seated { run: number } if number == run.number => {
                self.seat(run, worker);
            }
            FromWorker::Start {
                run: number,
                program,
                at_ns,
            } if number == run.number => {
                let seat = run.seat_of[program.index()];
                let began_ns = &mut run.measured.began_ns[program.index()];
                *began_ns = at_ns.min(*began_ns);
                let hired = self.crew.hire(true);
                run.workers[seat] = Some(hired.map_err(|reason| Fault::Worker { reason })?);
                run.stands[seat] = Stand::Called;
            }
            FromWorker::Ask {
                run: number,
                program,
                ask,
            } if number == run.number => {
                for reply in run.objects.ask(program, ask, beside) {
                    self.reply(run, &reply);
                }
                run.finish_if_all_wait(self);
            }
            FromWorker::Copy { run: number, .. } if number == run.number => {
                let answer = answer(run.number, Answer::Done, false);
                self.crew.say(worker, &answer, &beside);
            }
            FromWorker::Performed {
                run: number,
                measured,
                digest,
            } if number == run.number => {
                self.digest ^= digest;
                run.gather(worker, *measured);
                run.finish_if_all_wait(self);
            }
            // Of an earlier run, or of no run.
            _ => {}
        }
        Ok(())
    }

    fn reply(&mut self, run: &Run<'_>, reply: &Reply) {
        if crate::browser::floor::apart::is_never_refused(reply.ask) {
            return;
        }
        let seat = run.seat_of[reply.program.index()];
        if let Some(worker) = run.workers[seat] {
            let answer = answer(run.number, reply.answer, reply.has_waited);
            self.crew.say(worker, &answer, &reply.beside);
        }
    }

    /// A worker is seated: the run begins when all are that must be there before, and a program
    /// that was started meanwhile begins at once.
    fn seat(&mut self, run: &mut Run<'_>, worker: u32) {
        let seat = run.workers.iter().position(|other| *other == Some(worker));
        let Some(seat) = seat else {
            return;
        };
        run.stands[seat] = Stand::Seated;
        if run.is_begun {
            return self.go(run, seat);
        }
        let is_missing = |stand: &Stand| *stand == Stand::Called;
        if !run.stands.iter().any(is_missing) {
            run.is_begun = true;
            self.go(run, 0);
        }
    }

    fn go(&mut self, run: &Run<'_>, seat: usize) {
        match (&run.job.board, run.workers[seat]) {
            (Some(board), _) => {
                board.start(run.job.seating.seats[seat].programs[0], seat);
            }
            (None, Some(worker)) => {
                let go = ToWorker::Go { run: run.number };
                self.crew.say(worker, &go, &NOTHING);
            }
            (None, None) => {}
        }
    }
}

fn answer(run: u32, answer: Answer, has_waited: bool) -> ToWorker {
    ToWorker::Answer {
        run,
        answer,
        has_waited,
    }
}

impl Run<'_> {
    fn is_over(&self) -> bool {
        let is_out = |stand: &Stand| matches!(stand, Stand::Empty | Stand::Done);
        self.is_begun && self.stands.iter().all(is_out)
    }

    fn gather(&mut self, worker: u32, part: Measured) {
        let seat = self.workers.iter().position(|other| *other == Some(worker));
        let Some(seat) = seat else {
            return;
        };
        self.stands[seat] = Stand::Done;
        let all = &mut self.measured;
        all.stretches.extend(part.stretches);
        all.done.extend(part.done);
        all.steps += part.steps;
        all.cut += part.cut;
        for (mine, theirs) in all.began_ns.iter_mut().zip(part.began_ns) {
            *mine = theirs.min(*mine);
        }
        for (mine, theirs) in all.ended_ns.iter_mut().zip(part.ended_ns) {
            *mine = theirs.min(*mine);
        }
    }

    /// Programs that wait for what never comes (a server's thread at the end of its script) are
    /// over when all others are: seen twice in a row, with not one bell rung in between.
    fn look_whether_all_wait(&mut self) {
        let Some(board) = self.job.board.as_ref().filter(|_| self.is_begun) else {
            return;
        };
        let seats = 0..self.stands.len();
        let called = seats.filter(|seat| self.stands[*seat] != Stand::Empty);
        let looks: Vec<(bool, i32)> = called.map(|seat| board.is_still(seat)).collect();
        let bells = looks.iter().map(|look| look.1).collect();
        let stillness = looks.iter().all(|look| look.0).then_some(bells);
        let is_over = stillness.is_some() && stillness == self.stillness;
        self.stillness = stillness;
        if is_over {
            board.finish();
        }
    }

    /// The same where the conductor keeps the objects: then it knows at once.
    fn finish_if_all_wait(&self, conductor: &Conductor) {
        if self.job.seating.keeper != Keeper::Conductor || self.is_over() {
            return;
        }
        let waits = |seat: usize| {
            let program: ProgramId = self.job.seating.seats[seat].programs[0];
            self.objects.is_waiting(program)
        };
        let is_still = |seat: usize| match self.stands[seat] {
            Stand::Empty | Stand::Done => true,
            Stand::Called => false,
            Stand::Seated => waits(seat),
        };
        if !(0..self.stands.len()).all(is_still) {
            return;
        }
        for (seat, worker) in self.workers.iter().enumerate() {
            if let (Stand::Seated, Some(worker)) = (self.stands[seat], worker) {
                let finish = ToWorker::Finish { run: self.number };
                conductor.crew.say(*worker, &finish, &NOTHING);
            }
        }
    }

    /// What was measured, with the main program's start as time 0.
    fn into_measured(self) -> Measured {
        let mut all = self.measured;
        all.gil_faults = self.job.board.as_ref().map_or(0, Board::gil_faults);
        let zero_ns = all.began_ns.first().copied().unwrap_or(0);
        let shift = |ns: &mut u64| {
            if *ns != u64::MAX {
                *ns = ns.saturating_sub(zero_ns);
            }
        };
        for stretch in &mut all.stretches {
            shift(&mut stretch.start_ns);
            shift(&mut stretch.end_ns);
        }
        for did in &mut all.done {
            shift(&mut did.from_ns);
            shift(&mut did.at_ns);
        }
        all.began_ns.iter_mut().for_each(shift);
        all.ended_ns.iter_mut().for_each(shift);
        let ends = all.ended_ns.iter().filter(|ns| **ns != u64::MAX);
        all.makespan_ns = ends.copied().max().unwrap_or(0);
        all
    }
}
