//! The workers that the conductor has: started once, used again, ended when they are no longer to
//! be trusted. Must not know what they perform.

use super::inbox::{Heard, Inbox};
use crate::browser::life::{self, NAME};
use crate::browser::post;
use crate::protocol::{FromWorker, ToWorker};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions};

/// A worker's program, beside the conductor's: where the conductor's loader holds none in memory.
const LOADER: &str = "pool_worker_loader.js?worker";
/// What the loader calls the address of the one in memory.
const SCRIPT: &str = "worker_script";

/// One worker.
struct Member {
    id: u32,
    worker: Worker,
    is_ready: bool,
    /// New for one run only.
    is_fresh: bool,
}

/// The workers.
pub struct Crew {
    inbox: Inbox,
    module: JsValue,
    /// What tells this conductor's workers from those of other tabs.
    mark: String,
    members: Vec<Member>,
    hired: u32,
}

impl Crew {
    /// Nobody yet. `module` is the compiled program.
    pub fn new(inbox: Inbox, module: JsValue, now_ms: f64) -> Crew {
        let chance = js_sys::Math::random().to_bits();
        Crew {
            inbox,
            module,
            mark: format!("{:x}-{chance:x}", now_ms.to_bits()),
            members: Vec::new(),
            hired: 0,
        }
    }

    /// The workers that are kept from run to run.
    pub fn kept(&self) -> Vec<u32> {
        let kept = self.members.iter().filter(|member| !member.is_fresh);
        kept.map(|member| member.id).collect()
    }

    /// Starts a worker; it says [`FromWorker::Ready`] when it listens. Gives its number.
    pub fn hire(&mut self, is_fresh: bool) -> Result<u32, String> {
        self.hired += 1;
        let id = self.hired;
        let name = format!("{NAME}{}-{id}", self.mark);
        let options = WorkerOptions::new();
        options.set_name(&name);
        let worker =
            Worker::new_with_options(&script(), &options).map_err(|error| words(&error))?;
        let on_message = Closure::<dyn Fn(MessageEvent)>::new({
            let inbox = self.inbox.clone();
            move |event: MessageEvent| {
                if let Some((message, beside)) = post::parted::<FromWorker>(&event.data()) {
                    if message == (FromWorker::Seen { by_lock: true }) {
                        watch(&inbox, &name, id);
                    }
                    inbox.put(Heard::Worker {
                        id,
                        message,
                        beside,
                    });
                }
            }
        });
        worker.set_onmessage(Some(on_message.into_js_value().unchecked_ref()));
        let on_error = Closure::<dyn Fn(ErrorEvent)>::new({
            let inbox = self.inbox.clone();
            move |event: ErrorEvent| {
                // It is reported to the page as an event of the run; the console need not hold it.
                event.prevent_default();
                let reason = event.message();
                inbox.put(Heard::Failed { id, reason });
            }
        });
        worker.set_onerror(Some(on_error.into_js_value().unchecked_ref()));
        worker
            .post_message(&self.module)
            .map_err(|error| words(&error))?;
        self.members.push(Member {
            id,
            worker,
            is_ready: false,
            is_fresh,
        });
        Ok(id)
    }

    /// Whether the worker listens.
    pub fn is_ready(&self, id: u32) -> bool {
        self.members
            .iter()
            .any(|member| member.id == id && member.is_ready)
    }

    /// Says something to a worker, with something beside it.
    pub fn say(&self, id: u32, message: &ToWorker, beside: &JsValue) {
        if let Some(member) = self.members.iter().find(|member| member.id == id)
            && let Err(error) = member.worker.post_message(&post::with(message, beside))
        {
            let reason = words(&error);
            self.inbox.put(Heard::Failed { id, reason });
        }
    }

    /// Notes who is ready, and ends whoever failed or died: the browser's words then.
    pub fn hear_of_life(&mut self, heard: &Heard) -> Option<String> {
        let (id, reason) = match heard {
            Heard::Worker {
                id,
                message: FromWorker::Ready,
                ..
            } => {
                if let Some(member) = self.members.iter_mut().find(|member| member.id == *id) {
                    member.is_ready = true;
                }
                return None;
            }
            Heard::Failed { id, reason } => (*id, reason.clone()),
            Heard::Died { id } => (*id, String::new()),
            _ => return None,
        };
        self.end(id).then_some(reason)
    }

    /// Ends a worker; whether it was there.
    pub fn end(&mut self, id: u32) -> bool {
        let at = self.members.iter().position(|member| member.id == id);
        let member = at.map(|at| self.members.swap_remove(at));
        if let Some(member) = &member {
            member.worker.set_onmessage(None);
            member.worker.set_onerror(None);
            member.worker.terminate();
        }
        member.is_some()
    }

    /// Ends those that were new for one run.
    pub fn end_fresh(&mut self) {
        let fresh = self.members.iter().filter(|member| member.is_fresh);
        for id in fresh.map(|member| member.id).collect::<Vec<u32>>() {
            self.end(id);
        }
    }

    /// Ends all.
    pub fn end_all(&mut self) {
        for id in self
            .members
            .iter()
            .map(|member| member.id)
            .collect::<Vec<u32>>()
        {
            self.end(id);
        }
    }
}

fn script() -> String {
    let script = js_sys::Reflect::get(&js_sys::global(), &SCRIPT.into());
    let script = script.ok().and_then(|script| script.as_string());
    script.unwrap_or_else(|| LOADER.to_owned())
}

fn watch(inbox: &Inbox, name: &str, id: u32) {
    let inbox = inbox.clone();
    life::on_death(name, move || inbox.put(Heard::Died { id }));
}

/// The browser's words for what it threw.
fn words(error: &JsValue) -> String {
    let text: js_sys::JsString = js_sys::Object::from(error.clone()).to_string();
    text.into()
}
