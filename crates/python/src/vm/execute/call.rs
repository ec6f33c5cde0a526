//! Calls as the instruction loop makes them: callable and arguments lie on the stack, and a plain function's arguments
//! become its locals where they lie. Knows no instruction.

use super::super::{Args, Called, Flow, Frame, OnReturn, Raised, Vm};
use crate::heap::{GeneratorState, Layout, Object, Ref, Value};

/// What a call led to.
pub(super) enum Entered {
    /// A frame was pushed.
    Frame,
    /// Its result is on the stack.
    Done,
    /// Something rarer.
    Called(Called),
}

impl From<Called> for Entered {
    fn from(called: Called) -> Entered {
        match called {
            Called::Done => Entered::Done,
            Called::Pushed => Entered::Frame,
            other => Entered::Called(other),
        }
    }
}

impl Vm {
    /// Calls the callable at `at` of the stack with the arguments from `first` on; all of them go.
    pub(super) fn call_at(&mut self, at: usize, mut first: usize) -> Result<Entered, Raised> {
        let mut callable = self.stack.slots[at];
        if let Value::Obj(r) = callable
            && let &Object::BoundMethod { function, receiver } = self.heap.get(r)
        {
            first -= 1;
            self.stack.slots[first] = receiver;
            callable = function;
        }
        if let Value::Obj(r) = callable {
            match self.heap.get(r) {
                Object::Function(_) => {
                    if let Some(entered) = self.enter(r, first, at, OnReturn::Push)? {
                        return Ok(entered);
                    }
                }
                Object::Native(native) => {
                    let function = native.function;
                    let (name, owner) = (native.name, native.owner.filter(|_| native.binds));
                    if let Some(shortcut) = native.shortcut
                        && let Some(value) = self.take_shortcut(shortcut, first)
                    {
                        self.stack.slots[at] = value;
                        self.stack.len = at + 1;
                        self.spent_ps += self.costs.native_call;
                        return Ok(Entered::Done);
                    }
                    let args = Args::of(&self.stack[first..]);
                    self.stack.len = at;
                    self.spent_ps += self.costs.native_call;
                    self.check_native(name, owner, &args)?;
                    return match function(self, args)? {
                        Flow::Value(value) => {
                            self.stack.push(value);
                            Ok(Entered::Done)
                        }
                        flow => self.act(flow, OnReturn::Push).map(Entered::from),
                    };
                }
                Object::Class(_) => {
                    if let Some(entered) = self.make_instance(r, at, first)? {
                        return Ok(entered);
                    }
                }
                _ => {}
            }
        }
        let args = Args::of(&self.stack[first..]);
        self.stack.len = at;
        self.call_here(callable, args).map(Entered::from)
    }

    /// Pushes the frame of a function whose arguments fit by position; `None`: they must be bound first.
    fn enter(
        &mut self,
        function: Ref,
        first: usize,
        bottom: usize,
        on_return: OnReturn,
    ) -> Result<Option<Entered>, Raised> {
        let Object::Function(object) = self.heap.get(function) else {
            return Ok(None);
        };
        let shape = object.code.shape;
        let given = self.stack.len - first;
        let wanted = shape.positional as usize;
        if !shape.is_simple {
            return Ok(None);
        }
        if given != wanted {
            let missing = wanted.wrapping_sub(given);
            let Some(from) = object.defaults.len().checked_sub(missing) else {
                return Ok(None);
            };
            self.stack.extend_from_slice(&object.defaults[from..]);
        }
        let is_ready = object.code.is_ready();
        if !(shape.is_plain && is_ready) || self.frames.len() > self.recursion_limit {
            return self
                .push_function(function, first, bottom, on_return)
                .map(|called| Some(called.into()));
        }
        let (code, module) = (object.code.clone(), object.module);
        let len = first + shape.locals as usize;
        self.stack.reserve(first, shape.locals as usize);
        self.stack.slots[first + wanted..len].fill(Value::Unbound);
        self.stack.len = len;
        self.spent_ps += self.costs.call;
        self.frames.push(Frame {
            code,
            ip: 0,
            base: first,
            bottom,
            module,
            cells: Vec::new(),
            namespace: None,
            handled_base: self.handled.len(),
            on_return,
            generator: None,
        });
        Ok(Some(Entered::Frame))
    }

    /// Calls a plain class: its `__init__`'s frame is pushed. `None`: the general way must be gone.
    fn make_instance(
        &mut self,
        class: Ref,
        at: usize,
        first: usize,
    ) -> Result<Option<Entered>, Raised> {
        let object = self.class(class);
        if matches!(object.layout, Layout::Builtin(_))
            && let Some(value) = self.convert_shortly(class, first)
        {
            self.stack.slots[at] = value;
            self.stack.len = at + 1;
            self.spent_ps += self.costs.native_call;
            return Ok(Some(Entered::Done));
        }
        let object = self.class(class);
        if object.layout != Layout::Plain || object.metaclass.is_some() {
            return Ok(None);
        }
        let (new, init) = (
            self.lookup(class, self.names.new),
            self.lookup(class, self.names.init),
        );
        let Some(Value::Obj(init)) = init else {
            return Ok(None);
        };
        let made_here = new.is_none_or(|new| {
            matches!(
                self.object(self.behind_static(new)),
                Some(Object::Native(_))
            )
        });
        let fits = match self.heap.get(init) {
            Object::Function(function) => {
                let shape = function.code.shape;
                let given = self.stack.len - first + 1;
                let least = (shape.positional as usize).wrapping_sub(function.defaults.len());
                shape.is_simple && (least..=shape.positional as usize).contains(&given)
            }
            _ => false,
        };
        if !made_here || !fits {
            return Ok(None);
        }
        self.spent_ps += self.costs.new_instance;
        let instance = self.new_instance(class);
        self.stack.slots[first - 1] = instance;
        self.enter(init, first - 1, at, OnReturn::Init(instance))
    }

    /// The innermost frame ends with this result.
    #[inline]
    pub(super) fn leave_frame(&mut self, value: Value) -> Result<Called, Raised> {
        let frame = self.frames.pop().expect("a frame runs");
        self.stack.len = frame.bottom;
        self.handled.truncate(frame.handled_base);
        if let Some(generator) = frame.generator {
            if let Object::Generator(object) = self.heap.get_mut(generator) {
                object.state = GeneratorState::Finished;
                object.spare = None;
            }
            return self.generator_ended(value, frame.on_return);
        }
        match frame.on_return {
            OnReturn::Push => {
                self.stack.slots[frame.bottom] = value.copied();
                self.stack.len += 1;
                Ok(Called::Done)
            }
            other => self.deliver(value, other),
        }
    }
}
