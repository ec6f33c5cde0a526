//! Words of a browser's memory, shared between workers where the page is isolated.

use crate::objects::Memory;
use js_sys::{Atomics, Int32Array, Object, Reflect, SharedArrayBuffer};
use wasm_bindgen::{JsCast, JsValue};

/// Words of 32 bits.
#[derive(Clone)]
pub struct Words {
    array: Int32Array,
    can_wait: bool,
}

impl Words {
    /// New words that can be handed to other workers; the page must be isolated.
    pub fn shared(words: usize) -> Words {
        let buffer = SharedArrayBuffer::new(words as u32 * 4);
        Words {
            array: Int32Array::new(&buffer),
            can_wait: true,
        }
    }

    /// The words that another worker handed over.
    pub fn handed_over(buffer: &JsValue) -> Words {
        Words {
            array: Int32Array::new(buffer),
            can_wait: true,
        }
    }

    /// New words of the worker's own, nothing more.
    pub fn own(words: usize) -> Words {
        Words {
            array: Int32Array::new_with_length(words as u32),
            can_wait: false,
        }
    }

    /// New words of the worker's own that it can block on. Without isolation a browser offers no
    /// shared buffers but lets a program have a memory of that kind for itself.
    pub fn to_sleep_on(words: usize) -> Words {
        if let Some(buffer) = lonely_buffer(words) {
            let array = Int32Array::new(&buffer);
            // Not every browser lets a worker that is not isolated sleep: ask for no time at all.
            let can_wait = Atomics::wait_with_timeout(&array, 0, 0, 0.0).is_ok();
            return Words { array, can_wait };
        }
        Words::own(words)
    }

    /// What is handed to other workers.
    pub fn buffer(&self) -> JsValue {
        Reflect::get(&self.array, &"buffer".into()).unwrap_or_default()
    }

    /// Sets bits and gives what was there.
    pub fn or(&self, at: usize, bits: i32) -> i32 {
        Atomics::or(&self.array, at as u32, bits).unwrap_or_default()
    }

    /// Keeps only these bits and gives what was there.
    pub fn and(&self, at: usize, bits: i32) -> i32 {
        Atomics::and(&self.array, at as u32, bits).unwrap_or_default()
    }

    /// Sleeps while the word is `value`, for at most so many ms. Where a worker can't sleep it
    /// returns at once: the caller looks at its clock again.
    pub fn wait(&self, at: usize, value: i32, most_ms: Option<f64>) {
        if !self.can_wait {
            return;
        }
        // How it ended does not matter: whoever waits looks again.
        let _ = match most_ms {
            Some(most_ms) => Atomics::wait_with_timeout(&self.array, at as u32, value, most_ms),
            None => Atomics::wait(&self.array, at as u32, value),
        };
    }

    /// As [`Words::wait`]; whether the time was over first.
    pub fn wait_timed(&self, at: usize, value: i32, most_ms: f64) -> bool {
        match Atomics::wait_with_timeout(&self.array, at as u32, value, most_ms) {
            Ok(how) => how == "timed-out",
            Err(_) => true,
        }
    }

    /// Wakes so many of those who sleep on the word.
    pub fn notify(&self, at: usize, count: u32) {
        let _ = Atomics::notify_with_count(&self.array, at as u32, count);
    }
}

fn lonely_buffer(words: usize) -> Option<JsValue> {
    let global = js_sys::global();
    if Reflect::has(&global, &"SharedArrayBuffer".into()).unwrap_or(false) {
        return Some(SharedArrayBuffer::new(words as u32 * 4).into());
    }
    const PAGE_WORDS: usize = 16_384;
    let pages = JsValue::from(words.div_ceil(PAGE_WORDS) as u32);
    let wanted = Object::new();
    for (key, value) in [
        ("initial", &pages),
        ("maximum", &pages),
        ("shared", &JsValue::TRUE),
    ] {
        Reflect::set(&wanted, &key.into(), value).ok()?;
    }
    let memory = js_sys::WebAssembly::Memory::new(wanted.unchecked_ref()).ok()?;
    Some(memory.buffer())
}

impl Memory for Words {
    fn load(&self, at: usize) -> i32 {
        Atomics::load(&self.array, at as u32).unwrap_or_default()
    }

    fn store(&self, at: usize, value: i32) {
        let _ = Atomics::store(&self.array, at as u32, value);
    }

    fn add(&self, at: usize, value: i32) -> i32 {
        Atomics::add(&self.array, at as u32, value).unwrap_or_default()
    }

    fn compare_exchange(&self, at: usize, old: i32, new: i32) -> i32 {
        Atomics::compare_exchange(&self.array, at as u32, old, new).unwrap_or_default()
    }

    fn pause(&self, at: usize, turns: u32) {
        // The stretches that exclude each other are a few words long: whoever is inside for longer
        // has lost its core, and may need this one.
        const SPINS: u32 = 200;
        const NAP_MS: f64 = 0.05;
        if turns > SPINS {
            self.wait(at, 1, Some(NAP_MS));
        }
    }
}
