//! The heap: an arena of objects named by index. Cloning it is a checkpoint.
//!
//! Owns allocation, byte accounting and mark-and-sweep collection; knows no instruction.

mod class;
mod collect;
mod dict;
mod exception;
mod function;
mod generator;
mod iterator;
mod module;
mod object;
mod set_order;
mod str;
mod text;
mod value;
mod weak;

pub use class::*;
pub use dict::{Dict, Entry};
pub use exception::*;
pub use function::*;
pub use generator::*;
pub use iterator::*;
pub use module::*;
pub use object::*;
pub use str::Str;
pub use text::Text;
pub use value::{Ref, Value};

use std::rc::Rc;

/// The arena.
#[derive(Clone, Debug)]
pub struct Heap {
    slots: Vec<Object>,
    free: Vec<u32>,
    bytes: u64,
    collect_at_bytes: u64,
    /// The run's bound on bytes.
    pub(crate) limit_bytes: u64,
    weak: weak::WeakTable,
}

/// What a slot costs beside its object's own buffers, in bytes.
const SLOT_BYTES: u64 = 56;
/// No collection below this many bytes.
const FIRST_COLLECTION_BYTES: u64 = 16 << 20;

impl Default for Heap {
    fn default() -> Heap {
        Heap {
            slots: Vec::new(),
            free: Vec::new(),
            bytes: 0,
            collect_at_bytes: FIRST_COLLECTION_BYTES,
            limit_bytes: u64::MAX,
            weak: weak::WeakTable::default(),
        }
    }
}

impl Heap {
    /// An empty heap with room for `count` objects.
    pub fn with_room(count: usize) -> Heap {
        Heap {
            slots: Vec::with_capacity(count),
            ..Heap::default()
        }
    }

    /// Puts `object` into the arena.
    pub fn alloc(&mut self, object: Object) -> Ref {
        self.bytes += SLOT_BYTES + object.buffer_bytes();
        if let Some(index) = self.free.pop() {
            self.slots[index as usize] = object;
            return Ref(index);
        }
        self.slots.push(object);
        Ref(self.slots.len() as u32 - 1)
    }

    /// Puts `object` into the arena and gives the value that refers to it.
    pub fn value(&mut self, object: Object) -> Value {
        Value::Obj(self.alloc(object))
    }

    /// The object at `r`.
    #[inline(always)]
    pub fn get(&self, r: Ref) -> &Object {
        &self.slots[r.0 as usize]
    }

    /// The object at `r`.
    #[inline(always)]
    pub fn get_mut(&mut self, r: Ref) -> &mut Object {
        &mut self.slots[r.0 as usize]
    }

    /// Every slot's object, in order; free slots are empty cells.
    pub fn objects(&self) -> impl Iterator<Item = (Ref, &Object)> {
        let slots = self.slots.iter().enumerate();
        slots.map(|(index, object)| (Ref(index as u32), object))
    }

    /// Notes that an object's buffer grew by about `bytes`.
    #[inline(always)]
    pub fn grew(&mut self, bytes: u64) {
        self.bytes += bytes;
    }

    /// Bytes in use, garbage included.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Whether a collection is due.
    #[inline(always)]
    pub fn wants_collection(&self) -> bool {
        self.bytes >= self.collect_at_bytes
    }

    /// Whether a collection is due or the bound on bytes may be hit.
    #[inline(always)]
    pub(crate) fn wants_attention(&self) -> bool {
        self.bytes >= self.collect_at_bytes.min(self.limit_bytes)
    }

    /// A `str`.
    pub fn str(&mut self, text: &str) -> Value {
        self.value(Object::Str(Str::new(text)))
    }

    /// A `str` whose text others have, too: nothing is copied.
    pub fn shared_str(&mut self, text: &Rc<str>) -> Value {
        self.value(Object::Str(Str::shared(text.clone())))
    }

    /// A `str` that takes its text over.
    pub fn string(&mut self, text: String) -> Value {
        self.value(Object::Str(Str::from_string(text)))
    }

    /// A `tuple`.
    pub fn tuple(&mut self, items: &[Value]) -> Value {
        self.value(Object::Tuple(items.into()))
    }

    /// A `list`.
    pub fn list(&mut self, items: Vec<Value>) -> Value {
        self.value(Object::List(items))
    }

    /// An empty `set` or `frozenset`.
    pub fn new_set(&mut self, frozen: bool) -> Value {
        let table = Box::new(Dict::of_set());
        self.value(if frozen {
            Object::FrozenSet(table)
        } else {
            Object::Set(table)
        })
    }

    /// A `dict`.
    pub fn dict(&mut self, dict: Dict) -> Value {
        self.value(Object::Dict(Box::new(dict)))
    }
}
