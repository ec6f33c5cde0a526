//! A thread's value stack: a run of slots, of which the first `len` hold values. The instruction loop keeps its own count
//! while it runs a frame and writes the slots directly; everyone else pushes and pops. Knows no frames.

use crate::heap::Value;
use std::ops::{Deref, DerefMut};

/// A stack of values.
#[derive(Clone, Debug, Default)]
pub struct ValueStack {
    /// The slots; those from `len` on are free.
    pub(super) slots: Vec<Value>,
    /// How many hold values.
    pub(super) len: usize,
}

impl ValueStack {
    /// Makes sure that `count` values beyond the first `from` have slots.
    #[inline]
    pub(super) fn reserve(&mut self, from: usize, count: usize) {
        if self.slots.len() < from + count {
            self.grow(from + count);
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, count: usize) {
        self.slots.resize((count * 2).max(256), Value::Unbound);
    }

    /// Puts a value on top.
    #[inline]
    pub fn push(&mut self, value: Value) {
        self.reserve(self.len, 1);
        self.slots[self.len] = value;
        self.len += 1;
    }

    /// Takes the top value.
    #[inline]
    pub fn pop(&mut self) -> Option<Value> {
        self.len = self.len.checked_sub(1)?;
        Some(self.slots[self.len])
    }

    /// Drops all but the first `len` values.
    #[inline]
    pub fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len);
    }

    /// Makes it `len` values long; new ones are `value`.
    pub fn resize(&mut self, len: usize, value: Value) {
        if len > self.len {
            self.reserve(self.len, len - self.len);
            self.slots[self.len..len].fill(value);
        }
        self.len = len;
    }

    /// Pushes them all, the last one on top.
    pub fn extend_from_slice(&mut self, values: &[Value]) {
        self.reserve(self.len, values.len());
        self.slots[self.len..self.len + values.len()].copy_from_slice(values);
        self.len += values.len();
    }

    /// Pushes them all, the last one on top.
    pub fn extend<I: IntoIterator<Item = V>, V: Into<Value>>(&mut self, values: I) {
        values.into_iter().for_each(|value| self.push(value.into()));
    }

    /// Takes all but the first `at` values.
    pub fn split_off(&mut self, at: usize) -> Vec<Value> {
        let values = self[at..].to_vec();
        self.truncate(at);
        values
    }
}

impl From<&Value> for Value {
    fn from(value: &Value) -> Value {
        *value
    }
}

impl Deref for ValueStack {
    type Target = [Value];

    #[inline]
    fn deref(&self) -> &[Value] {
        &self.slots[..self.len]
    }
}

impl DerefMut for ValueStack {
    #[inline]
    fn deref_mut(&mut self) -> &mut [Value] {
        &mut self.slots[..self.len]
    }
}
