//! The conductor: a worker that leads all others. Takes orders from the page, one at a time, and
//! answers each; owns the workers' lives. `inbox` is all that it hears, `crew` the workers, `repeat`
//! one run, `order` the runs of an order, `calibration` the browser's profile, `beside` what is
//! measured with runs.

mod beside;
mod calibration;
mod crew;
mod inbox;
mod job;
mod keeper;
mod order;
mod repeat;
mod staffing;

use super::clock::Clock;
use super::{life, post};
use crate::profile::Profile;
use crate::protocol::{Dropped, FromConductor, ToConductor};
use crew::Crew;
use inbox::{Heard, Inbox};
use std::collections::VecDeque;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageEvent;

/// The conductor's own state.
struct Conductor {
    inbox: Inbox,
    crew: Crew,
    clock: Clock,
    profile: Option<Profile>,
    is_isolated: bool,
    is_visible: bool,
    /// Orders that came while another was under way.
    orders: VecDeque<ToConductor>,
    /// What the computations of all runs came to.
    digest: u64,
    runs: u32,
    /// Workers that died during the order that is under way, and were replaced.
    replaced: u32,
}

/// So many workers may die during an order before it is given up.
const MOST_REPLACED: u32 = 3;

/// A worker that owes an answer for so long is given up.
const ANSWER_WITHIN_MS: f64 = 10_000.0;

/// Why a run gave nothing.
enum Fault {
    /// The page said so, or the order can't be done.
    Dropped(Dropped),
    /// A worker died or failed: it is run again with another.
    Worker {
        /// The browser's words.
        reason: String,
    },
}

fn say(message: &FromConductor) {
    let bytes = post::to_bytes(message);
    let buffers = js_sys::Array::of1(&bytes.buffer());
    if let Err(error) = life::scope().post_message_with_transfer(&bytes, &buffers) {
        web_sys::console::error_1(&error);
    }
}

/// Listens for the page.
pub fn serve() {
    let inbox = Inbox::default();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new({
        let inbox = inbox.clone();
        move |event: MessageEvent| {
            if let Some(message) = post::from_bytes(&event.data()) {
                inbox.put(Heard::Page(message));
            }
        }
    });
    life::scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let is_isolated = js_sys::Reflect::get(&js_sys::global(), &"crossOriginIsolated".into())
        .is_ok_and(|isolated| isolated.is_truthy());
    let clock = Clock::new();
    let conductor = Conductor {
        crew: Crew::new(inbox.clone(), wasm_bindgen::module(), clock.now_ms()),
        inbox,
        clock,
        profile: None,
        is_isolated,
        is_visible: true,
        orders: VecDeque::new(),
        digest: 0,
        runs: 0,
        replaced: 0,
    };
    say(&FromConductor::Ready {
        isolated: is_isolated,
    });
    wasm_bindgen_futures::spawn_local(conductor.lead());
}

impl Conductor {
    async fn lead(mut self) {
        loop {
            let message = match self.orders.pop_front() {
                Some(message) => message,
                None => match self.inbox.take().await {
                    Heard::Page(message) => message,
                    other => {
                        self.crew.hear_of_life(&other);
                        continue;
                    }
                },
            };
            self.replaced = 0;
            match message {
                ToConductor::Calibrate { id } => self.calibrate_for(id).await,
                ToConductor::Run { id, order } => self.carry_out(id, &order).await,
                ToConductor::Perform {
                    id,
                    plan,
                    terms,
                    repeats,
                } => self.perform(id, &plan, terms, repeats).await,
                ToConductor::Staff { id, workers } => self.staff_ahead(id, workers).await,
                // Nothing is under way.
                ToConductor::Stop { .. } => {}
                ToConductor::Visible(is_visible) => self.is_visible = is_visible,
            }
        }
    }

    /// Whether, after this, the order can be tried again with new workers. The others are ended too: they wait for the
    /// dead one, perhaps in its critical section.
    fn replaces(&mut self, fault: &Fault) -> bool {
        if !matches!(fault, Fault::Worker { .. }) || self.replaced == MOST_REPLACED {
            return false;
        }
        self.replaced += 1;
        self.crew.end_all();
        true
    }

    /// What happens next in the order `id`; what the page says meanwhile is taken care of.
    async fn hear(&mut self, id: u32) -> Result<Heard, Fault> {
        loop {
            match self.inbox.take().await {
                Heard::Page(ToConductor::Stop { id: stopped }) => {
                    self.orders.retain(|order| order.id() != Some(stopped));
                    if stopped == id {
                        return Err(Fault::Dropped(Dropped::Stopped));
                    }
                    say(&FromConductor::Dropped {
                        id: stopped,
                        why: Dropped::Stopped,
                    });
                }
                Heard::Page(ToConductor::Visible(is_visible)) => {
                    self.is_visible = is_visible;
                    if !is_visible {
                        return Err(Fault::Dropped(Dropped::Hidden));
                    }
                }
                Heard::Page(order) => self.orders.push_back(order),
                heard => {
                    if let Some(reason) = self.crew.hear_of_life(&heard) {
                        return Err(Fault::Worker { reason });
                    }
                    return Ok(heard);
                }
            }
        }
    }

    /// The timer after which [`Conductor::hear_until`] gives up.
    fn patience(&self) -> u32 {
        self.inbox.after(ANSWER_WITHIN_MS)
    }

    /// As [`Conductor::hear`], where a worker owes an answer; when the timer `limit` is over, it is as good as dead.
    async fn hear_until(&mut self, id: u32, limit: u32) -> Result<Heard, Fault> {
        match self.hear(id).await? {
            Heard::Time(number) if number == limit => {
                let reason = "a worker did not answer".to_owned();
                Err(Fault::Worker { reason })
            }
            heard => Ok(heard),
        }
    }
}

impl ToConductor {
    /// The order's number, if it is one.
    fn id(&self) -> Option<u32> {
        match self {
            ToConductor::Calibrate { id }
            | ToConductor::Run { id, .. }
            | ToConductor::Perform { id, .. }
            | ToConductor::Staff { id, .. } => Some(*id),
            _ => None,
        }
    }
}

/// What a worker hears when there is nothing beside the message.
const NOTHING: JsValue = JsValue::NULL;
