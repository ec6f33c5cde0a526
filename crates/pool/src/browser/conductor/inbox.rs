//! All that the conductor hears, in order: the page, its workers, its own timers.

use crate::browser::life;
use crate::protocol::{FromWorker, ToConductor};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Something that was heard.
pub enum Heard {
    /// The page.
    Page(ToConductor),
    /// A worker, and what came beside the message.
    Worker {
        /// The worker's number.
        id: u32,
        /// What it said.
        message: FromWorker,
        /// What came beside it.
        beside: JsValue,
    },
    /// A worker threw an error or could not be started.
    Failed {
        /// The worker's number.
        id: u32,
        /// The browser's words.
        reason: String,
    },
    /// A worker is gone without a word.
    Died {
        /// The worker's number.
        id: u32,
    },
    /// A timer is over.
    Time(u32),
}

#[derive(Default)]
struct Content {
    heard: VecDeque<Heard>,
    waker: Option<Waker>,
    timers: u32,
}

/// The conductor's inbox.
#[derive(Clone, Default)]
pub struct Inbox(Rc<RefCell<Content>>);

impl Inbox {
    /// Puts something in.
    pub fn put(&self, heard: Heard) {
        let mut content = self.0.borrow_mut();
        content.heard.push_back(heard);
        if let Some(waker) = content.waker.take() {
            waker.wake();
        }
    }

    /// Takes the next out, when there is one.
    pub async fn take(&self) -> Heard {
        poll_fn(|context| {
            let mut content = self.0.borrow_mut();
            match content.heard.pop_front() {
                Some(heard) => Poll::Ready(heard),
                None => {
                    content.waker = Some(context.waker().clone());
                    Poll::Pending
                }
            }
        })
        .await
    }

    /// Puts a [`Heard::Time`] with the number that is given back in after so many ms.
    pub fn after(&self, ms: f64) -> u32 {
        let number = {
            let mut content = self.0.borrow_mut();
            content.timers += 1;
            content.timers
        };
        let inbox = self.clone();
        let on_time = Closure::once_into_js(move || inbox.put(Heard::Time(number)));
        let _ = life::scope().set_timeout_with_callback_and_timeout_and_arguments_0(
            on_time.unchecked_ref(),
            ms.ceil() as i32,
        );
        number
    }
}
