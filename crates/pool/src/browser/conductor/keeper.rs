//! The objects that the conductor keeps for isolated workers: answers what can be answered, and
//! keeps the others in order of asking.

use crate::browser::words::Words;
use crate::objects::{Answer, Ask, Attempt, Objects, Ring};
use crate::plan::{ItemId, Plan, ProgramId, SharedId};
use std::collections::{BTreeMap, VecDeque};
use wasm_bindgen::JsValue;

/// The objects, who waits for them, and the bytes of items on their way.
pub struct Keeper {
    objects: Objects<Words>,
    waiting: BTreeMap<SharedId, VecDeque<(ProgramId, Ask)>>,
    payloads: BTreeMap<ItemId, JsValue>,
}

/// An answer to be sent.
pub struct Reply {
    /// To whom.
    pub program: ProgramId,
    /// What it had asked.
    pub ask: Ask,
    /// The answer.
    pub answer: Answer,
    /// Whether it had to wait.
    pub has_waited: bool,
    /// The taken item's bytes.
    pub beside: JsValue,
}

impl Keeper {
    /// The objects of the plan in their first state.
    pub fn new(plan: &Plan) -> Keeper {
        let words = Words::own(Objects::<Words>::words_for(plan));
        let objects = Objects::new(plan, words, 0);
        objects.reset();
        Keeper {
            objects,
            waiting: BTreeMap::new(),
            payloads: BTreeMap::new(),
        }
    }

    /// Whether the program waits for an answer.
    pub fn is_waiting(&self, program: ProgramId) -> bool {
        let mut all = self.waiting.values().flatten();
        all.any(|(other, _)| *other == program)
    }

    /// What follows from what is asked, in the order in which it came about.
    pub fn ask(&mut self, program: ProgramId, ask: Ask, beside: JsValue) -> Vec<Reply> {
        let mut replies = Vec::new();
        if let Ask::Put(_, item) = ask {
            self.payloads.insert(item, beside);
        }
        self.attempt(program, ask, false, &mut replies);
        replies
    }

    /// Whether it was done.
    fn attempt(
        &mut self,
        program: ProgramId,
        ask: Ask,
        has_waited: bool,
        replies: &mut Vec<Reply>,
    ) -> bool {
        let shared = ask.shared();
        match self.objects.attempt(ask) {
            Attempt::Wait(again, ring) => {
                let queue = self.waiting.entry(shared).or_default();
                if has_waited {
                    queue.push_front((program, again));
                } else {
                    queue.push_back((program, again));
                }
                debug_assert_eq!(ring, Ring::None);
                false
            }
            Attempt::Done(answer, ring) => {
                let beside = match answer {
                    Answer::Item(item) => self.payloads.remove(&item).unwrap_or(JsValue::NULL),
                    _ => JsValue::NULL,
                };
                replies.push(Reply {
                    program,
                    ask,
                    answer,
                    has_waited,
                    beside,
                });
                if ring != Ring::None {
                    self.look_again(shared, replies);
                }
                true
            }
        }
    }

    /// Lets all who wait for the object try once: a message is dearer than an attempt.
    fn look_again(&mut self, shared: SharedId, replies: &mut Vec<Reply>) {
        let waiting = self.waiting.remove(&shared).unwrap_or_default();
        let mut still = VecDeque::new();
        for (program, ask) in waiting {
            if !self.attempt(program, ask, true, replies) {
                let queue = self.waiting.get_mut(&shared);
                still.extend(queue.and_then(VecDeque::pop_front));
            }
        }
        if !still.is_empty() {
            let queue = self.waiting.entry(shared).or_default();
            still.append(queue);
            *queue = still;
        }
    }
}
