//! Mark and sweep. Runs only between instructions, when every live value is reachable from the
//! roots that the VM names.

use super::{
    AwaiterAction, BuiltinIterator, FIRST_COLLECTION_BYTES, GeneratorState, Heap, Object, Ref,
    SLOT_BYTES, Value,
};

/// Which objects were reached, and those whose children are still to be seen.
struct Reached {
    marks: Vec<bool>,
    pending: Vec<Ref>,
}

impl Reached {
    fn none_of(count: usize) -> Reached {
        Reached {
            marks: vec![false; count],
            pending: Vec::new(),
        }
    }

    #[inline(always)]
    fn see(&mut self, value: Value) {
        let Value::Obj(r) = value else { return };
        let mark = &mut self.marks[r.0 as usize];
        if !*mark {
            *mark = true;
            self.pending.push(r);
        }
    }

    /// Sees what `object` holds. The one copy of the long match for all who mark.
    #[inline(never)]
    fn see_inside(&mut self, object: &Object) {
        children_of(object, &mut |value| self.see(value));
    }
}

/// What an object holds.
fn inside(object: &Object) -> Vec<Value> {
    let mut found = Vec::new();
    children_of(object, &mut |value| found.push(value));
    found
}

impl Heap {
    /// Frees everything that can't be reached from `roots`.
    pub fn collect(&mut self, roots: impl Iterator<Item = Value>) {
        let mut reached = Reached::none_of(self.slots.len());
        roots.for_each(|root| reached.see(root));
        while let Some(r) = reached.pending.pop() {
            reached.see_inside(self.get(r));
        }
        self.forget_weak(&reached.marks);
        self.sweep(&reached.marks);
    }

    /// Asks for a collection at the next place where one may happen.
    pub fn collect_soon(&mut self) {
        self.collect_at_bytes = 0;
    }

    /// For each slot, whether it can be reached from `roots`.
    pub(super) fn marks_from(&self, roots: Vec<Value>) -> Vec<bool> {
        let mut reached = Reached::none_of(self.slots.len());
        roots.into_iter().for_each(|root| reached.see(root));
        while let Some(r) = reached.pending.pop() {
            reached.see_inside(self.get(r));
        }
        reached.marks
    }

    /// Whether `target` can be reached from `roots`, and how many objects were looked at.
    pub fn reaches(&self, roots: Vec<Value>, target: Ref) -> (bool, usize) {
        let mut looked_at = self.slots.len() / 16;
        let mut reached = Reached::none_of(self.slots.len());
        roots.into_iter().for_each(|root| reached.see(root));
        while let Some(r) = reached.pending.pop() {
            looked_at += 1;
            if r == target {
                return (true, looked_at);
            }
            reached.see_inside(self.get(r));
        }
        (false, looked_at)
    }

    /// Which objects are reached from `roots`.
    pub fn reached_from(&self, roots: Vec<Value>) -> impl Fn(Ref) -> bool + use<> {
        let marks = self.marks_from(roots);
        move |r| marks.get(r.0 as usize).is_some_and(|&mark| mark)
    }

    /// What a value holds, itself first, but for modules and what they hold.
    pub fn held_by(&self, value: Value) -> Vec<Ref> {
        let mut seen = vec![false; self.slots.len()];
        let mut found = Vec::new();
        let mut pending: Vec<Ref> = value.as_ref().into_iter().collect();
        while let Some(r) = pending.pop() {
            let object = self.get(r);
            if matches!(
                object,
                Object::Module(_) | Object::Class(_) | Object::Function(_)
            ) || std::mem::replace(&mut seen[r.0 as usize], true)
            {
                continue;
            }
            found.push(r);
            let first = pending.len();
            pending.extend(inside(object).into_iter().filter_map(Value::as_ref));
            pending[first..].reverse();
        }
        found
    }

    /// Whether an object holds itself, by way of others or not: counting references would not free it.
    pub fn holds_itself(&self, r: Ref) -> bool {
        let held = self.held_by(Value::Obj(r));
        held.into_iter()
            .any(|held| inside(self.get(held)).contains(&Value::Obj(r)))
    }

    fn sweep(&mut self, marks: &[bool]) {
        self.free.clear();
        let before = std::mem::take(&mut self.bytes);
        for (index, (object, &is_live)) in self.slots.iter_mut().zip(marks).enumerate().rev() {
            if is_live {
                self.bytes += SLOT_BYTES + object.buffer_bytes();
            } else {
                *object = Object::Cell(Value::Unbound);
                self.free.push(index as u32);
            }
        }
        // Where nearly everything was alive, more is being built up: the next look may wait longer.
        let times = if self.bytes > before / 4 * 3 { 4 } else { 2 };
        self.collect_at_bytes = (self.bytes * times).max(FIRST_COLLECTION_BYTES);
    }
}

fn children_of(object: &Object, see: &mut impl FnMut(Value)) {
    match object {
        Object::Str(_) | Object::BigInt(_) | Object::Bytes(_) | Object::ByteArray(_) => {}
        Object::Range(_) | Object::Complex { .. } => {}
        Object::Native(native) => native
            .owner
            .iter()
            .for_each(|&owner| see(Value::Obj(owner))),
        Object::Code(code) => code.consts.iter().for_each(|&value| see(value)),
        Object::Tuple(items) => items.iter().for_each(|&item| see(item)),
        Object::List(items) => items.iter().for_each(|&item| see(item)),
        Object::Dict(dict) | Object::Set(dict) | Object::FrozenSet(dict) => {
            dict.owner()
                .iter()
                .for_each(|&owner| see(Value::Obj(owner)));
            dict.iter().for_each(|entry| {
                see(entry.key);
                see(entry.value);
            })
        }
        Object::MemoryView(view) => see(view.owner),
        Object::Slice(parts) => parts.iter().for_each(|&part| see(part)),
        Object::Function(function) => {
            function.code.consts.iter().for_each(|&value| see(value));
            function
                .made_of
                .iter()
                .for_each(|&code| see(Value::Obj(code)));
            function.defaults.iter().for_each(|&value| see(value));
            function
                .keyword_defaults
                .iter()
                .for_each(|&(_, value)| see(value));
            function
                .closure
                .iter()
                .for_each(|&cell| see(Value::Obj(cell)));
            function.attrs.iter().for_each(|(_, value)| see(value));
            for value in [
                function.name,
                function.qualname,
                function.annotations,
                function.doc,
            ] {
                see(value);
            }
            see(Value::Obj(function.module));
        }
        Object::BoundMethod { function, receiver } => {
            see(*function);
            see(*receiver);
        }
        Object::Class(class) => {
            class
                .mro
                .iter()
                .chain(&class.bases)
                .chain(&class.metaclass)
                .chain(&class.subclasses)
                .for_each(|&r| see(Value::Obj(r)));
            class.attrs.iter().for_each(|(_, value)| see(value));
        }
        Object::Instance(instance) => {
            see(Value::Obj(instance.class));
            see(instance.base);
            instance.attrs.iter().for_each(|(_, value)| see(value));
            instance.dict.iter().for_each(|&dict| see(Value::Obj(dict)));
        }
        Object::Exception(exception) => {
            see(Value::Obj(exception.class));
            exception.attrs.iter().for_each(|(_, value)| see(value));
            for value in [
                exception.args,
                exception.cause,
                exception.context,
                exception.payload,
            ] {
                see(value);
            }
            if let Some(hint) = &exception.hint {
                see(hint.1);
            }
        }
        Object::Module(module) => {
            module.globals.iter().for_each(|&value| see(value));
            module.dict.iter().for_each(|&dict| see(Value::Obj(dict)));
        }
        Object::Cell(value) | Object::StaticMethod(value) | Object::ClassMethod(value) => {
            see(*value)
        }
        Object::Generator(generator) => {
            see(generator.name);
            see(generator.qualname);
            see(generator.delegate);
            generator.code.consts.iter().for_each(|&value| see(value));
            if let GeneratorState::Suspended(parts) = &generator.state {
                parts.0.roots(see);
                parts.1.iter().chain(&parts.2).for_each(|&value| see(value));
            }
        }
        Object::Awaiter(awaiter) => {
            see(Value::Obj(awaiter.generator));
            if let AwaiterAction::Send(value) | AwaiterAction::Throw(value) = awaiter.action {
                see(value);
            }
        }
        Object::Iterator(iterator) => match &**iterator {
            BuiltinIterator::Sequence { items, .. } | BuiltinIterator::Reversed { items, .. } => {
                see(*items)
            }
            BuiltinIterator::Dict { dict, .. } => see(Value::Obj(*dict)),
            BuiltinIterator::Enumerate { inner, .. } => see(*inner),
            BuiltinIterator::Zip { inners } => see(*inners),
            BuiltinIterator::Driven { class, generator } => {
                see(Value::Obj(*class));
                see(Value::Obj(*generator));
            }
            _ => {}
        },
        Object::DictView { dict, .. } => see(Value::Obj(*dict)),
        Object::Property(property) => {
            see(property.getter);
            see(property.setter);
            see(property.deleter);
            see(property.doc);
        }
        Object::Super { after, receiver } => {
            see(Value::Obj(*after));
            see(*receiver);
        }
        Object::Stack(stack) => stack.roots(see),
        Object::Host(host) => {
            see(Value::Obj(host.class));
            host.attrs.iter().for_each(|(_, value)| see(value));
            host.values.iter().for_each(|&value| see(value));
        }
    }
}
