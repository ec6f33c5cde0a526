//! Tables by name, for names that are known when the program is built, and the hash of a name.

use hashbrown::HashTable;
use std::ops::Index;

/// A hash of a name, eight bytes at a time. Source: the multiplier and the rotation of rustc's FxHash,
/// <https://github.com/rust-lang/rustc-hash>.
pub(super) fn hash(name: &str) -> u64 {
    let mix =
        |hash: u64, word: u64| (hash.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    let words = name.as_bytes().chunks_exact(8);
    let mut last = [0; 8];
    last[..words.remainder().len()].copy_from_slice(words.remainder());
    let word = |bytes: &[u8]| u64::from_le_bytes(bytes.try_into().expect("eight bytes"));
    let first = mix(name.len() as u64, u64::from_le_bytes(last));
    let hash = words.map(word).fold(first, mix);
    // The table takes its place from the low bits and its tag from the high ones.
    hash ^ (hash >> 32)
}

/// Values by name. What is walked through has no order that means anything.
#[derive(Clone, Debug)]
pub struct Named<T> {
    pairs: HashTable<(&'static str, T)>,
}

impl<T> Default for Named<T> {
    fn default() -> Named<T> {
        Named {
            pairs: HashTable::new(),
        }
    }
}

impl<T> Named<T> {
    /// The value of `name`.
    #[inline]
    pub fn get(&self, name: &str) -> Option<&T> {
        let found = self.pairs.find(hash(name), |pair| pair.0 == name);
        found.map(|pair| &pair.1)
    }

    /// Whether `name` has a value.
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Gives `name` this value; the one that it had.
    pub fn insert(&mut self, name: &'static str, value: T) -> Option<T> {
        let hashed = hash(name);
        if let Some(pair) = self.pairs.find_mut(hashed, |pair| pair.0 == name) {
            return Some(std::mem::replace(&mut pair.1, value));
        }
        let rehash = |pair: &(&'static str, T)| hash(pair.0);
        self.pairs.insert_unique(hashed, (name, value), rehash);
        None
    }

    /// Takes the value of `name` away.
    pub fn remove(&mut self, name: &str) -> Option<T> {
        let entry = self.pairs.find_entry(hash(name), |pair| pair.0 == name);
        entry.ok().map(|entry| entry.remove().0.1)
    }

    /// All names with their values, by name.
    pub fn sorted(&self) -> Vec<(&'static str, T)>
    where
        T: Copy,
    {
        let mut pairs: Vec<_> = self.pairs.iter().copied().collect();
        pairs.sort_by_key(|pair| pair.0);
        pairs
    }

    /// All values.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.pairs.iter().map(|pair| &pair.1)
    }
}

impl<T> Index<&str> for Named<T> {
    type Output = T;

    fn index(&self, name: &str) -> &T {
        match self.get(name) {
            Some(value) => value,
            None => panic!("nothing is named {name:?}"),
        }
    }
}
