//! The virtual machine: the state of one simulated process's interpreter, all of it `Clone`.
//!
//! A native function never blocks: it gives a [`Flow`] back and the machine acts on it.
//! (Over 400 lines because the state of a process is one struct, and its parts are listed once.)

mod args;
mod assign_item;
mod attribute;
mod attribute_computed;
mod attribute_store;
mod awaiter;
mod binding;
mod call;
mod catch;
mod class;
mod class_checks;
mod class_making;
mod compare;
mod compiled_library;
mod complex_operators;
mod construct;
mod convert;
mod coroutine;
mod descriptors;
mod exception;
mod exception_fields;
mod exception_group;
mod execute;
mod execute_other;
mod finalize;
mod frame;
mod frame_object;
mod function_parts;
mod generator;
mod generator_attribute;
mod guest;
mod hashing;
mod import;
mod import_beside;
mod import_statement;
mod instruction_steps;
mod iterate;
mod lane;
mod limits;
mod load;
mod membership;
mod names;
mod namespaces;
mod nested;
mod operators;
mod os_error;
mod pattern;
mod processes;
mod report;
mod sequence_operators;
mod set_operators;
mod stack;
mod stack_switch;
mod start;
mod subscript;
mod support;
mod tables;
mod thread;
mod truth;
mod types;
mod unwind;
mod variables;
mod waking;
mod weak;

pub use args::Args;
pub use attribute::Attribute;
pub use awaiter::ASYNC_GENERATOR_HOOKS;
pub use call::Called;
pub use catch::{Came, Catch, Caught, Tried};
pub use compiled_library::Compiled;
pub use exception_group::Condition;
pub use execute::Shortcut;
pub(crate) use execute::{Opcode, cost_sums, ops_of};
pub use frame::{Frame, Kept, OnReturn, Then};
pub use guest::{PENDING_CALL, RunLimits, SIGNALS_DUE};
pub use import::{Evaluation, LIBRARY_FILE, ModuleDef, Registry};
pub use import_statement::MODULES_ROOT;
pub use iterate::Step;
pub use lane::LaneNote;
pub use names::Names;
pub use processes::Processes;
pub use stack::ValueStack;
pub use stack_switch::{ParkedStack, StackEntry, StackSwitch};
pub use support::Support;
pub use thread::{Blocking, OnWakeFn, ResumeFn, ThreadState};
pub use types::Types;
pub use variables::{FrameVariables, ProcessVariables, ThreadVariables, Variable};

use crate::code::{Named, Symbol, Symbols};
use crate::costs::Costs;
use crate::heap::{Attrs, Heap, Object, Ref, Value};
use crate::world::{OpenFiles, World};
use interleave_trace::{Place, ProcessId, Stream};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

/// An exception on its way; the value is the exception object.
#[derive(Clone, Copy, Debug)]
pub struct Raised(pub Value);

/// One step of an `await` of an object of the host: what it yields, or [`Flow::Ended`] with what it gives.
pub type AwaitStep = fn(&mut Vm, Value) -> NativeResult;

/// What a native function asks the machine to do.
pub enum Flow {
    /// The result.
    Value(Value),
    /// Call this instead; its result is the result.
    Call(Box<(Value, Args)>),
    /// Call this and hand its result on.
    CallThen(Box<(Value, Args, Then)>),
    /// Ask the kernel, then go on with [`Blocking::resume`].
    Block(Box<Blocking>),
    /// Resume a generator; what it yields is the result.
    Resume(Box<Resume>),
    /// The same, and hand what it yields on.
    ResumeThen(Box<(Resume, Then)>),
    /// Call a `__next__` and hand its result on: [`Vm::exhausted`] when it raises StopIteration.
    NextThen(Box<(Value, Args, Then)>),
    /// Let another stack of this thread go on.
    Switch(Box<StackSwitch>),
    /// Call or resume this and hand on what comes of it, an exception too.
    Caught(Box<Caught>),
    /// The iterator that was asked is over with this value: `StopIteration(value)`, made only where somebody looks at it.
    Ended(Value),
}

/// How a generator is resumed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Resumption {
    /// `send(value)`; `next()` sends `None`.
    Send(Value),
    /// `throw(exception)`
    Throw(Value),
    /// `close()`
    Close,
}

/// A generator to be resumed by native code.
#[derive(Clone, Debug)]
pub struct Resume {
    /// The generator.
    pub generator: Ref,
    /// How.
    pub how: Resumption,
    /// What to give instead of StopIteration; [`Value::Unbound`]: raise it.
    pub default: Value,
}

/// A native function's answer.
pub type NativeResult = Result<Flow, Raised>;

/// A function of the host.
pub type NativeFn = fn(&mut Vm, Args) -> NativeResult;

impl From<Value> for Flow {
    fn from(value: Value) -> Flow {
        Flow::Value(value)
    }
}

/// Something to tell the trace, noted while a thread runs and handed over when it stops.
#[derive(Clone, Debug)]
pub enum Note {
    /// Text was written.
    Output(Stream, Rc<str>),
    /// A synchronisation object was made (rows are numbered in this order).
    Object {
        /// The primitive's own name.
        kind: Rc<str>,
        /// Its label.
        label: String,
        /// Its role.
        role: interleave_trace::Role,
    },
    /// An object got a better label.
    Label(interleave_trace::ObjectId, String),
    /// Something was done to an object.
    Event {
        /// To which.
        object: interleave_trace::ObjectId,
        /// The verb.
        verb: Cow<'static, str>,
        /// The measure after it.
        value: i64,
    },
    /// Somebody looked whether there is anything to wait for, and did not wait. Looks in a row are one note.
    Poll {
        /// At which object.
        object: interleave_trace::ObjectId,
        /// How often.
        count: u64,
    },
    /// The line changed.
    Mark(Place),
    /// The thread of that number in this process has a new name.
    Rename(u32, String),
    /// Something about the lane of a task.
    Task(interleave_trace::TaskId, LaneNote),
    /// The process has a new name.
    RenameProcess(String),
}

/// How the script is run.
#[derive(Clone, Debug)]
pub struct Options {
    /// Python's minor version.
    pub minor: u8,
    /// Whether there is a GIL.
    pub gil: bool,
    /// The machine's cores.
    pub cores: u32,
    /// The name of the machine's way to start processes; the version's own where there is none.
    pub start_method: Option<&'static str>,
    /// The seed of everything random.
    pub seed: u64,
    /// Whether stdout is a pipe (block-buffered) rather than a terminal.
    pub stdout_is_pipe: bool,
    /// The GIL's switch interval, in virtual ns.
    pub switch_interval_ns: u64,
    /// Bounds.
    pub limits: RunLimits,
    /// What the scenario says to modules of the library, by what each asks for. The language does not read it.
    pub told: BTreeMap<&'static str, Rc<str>>,
}

/// A stream's buffer.
#[derive(Clone, Debug, Default)]
pub struct StreamBuffer {
    /// Text not written yet.
    pub pending: String,
}

/// Every run begins at this time: 2026-01-05 09:00:00 UTC, a Monday. In ns since 1970.
pub const EPOCH_NS: u64 = 1_767_603_600_000_000_000;

/// One process's interpreter.
#[derive(Clone, Debug)]
pub struct Vm {
    /// The heap.
    pub heap: Heap,
    /// Interned names.
    pub symbols: Symbols,
    /// The builtin classes.
    pub types: Types,
    /// Names that the machine itself looks up.
    pub names: Names,
    /// How it is run.
    pub options: Options,
    /// What things cost.
    pub costs: Rc<Costs>,
    /// The modules loaded so far, by dotted name.
    pub modules: BTreeMap<Rc<str>, Ref>,
    /// The module of builtins.
    pub builtins: Ref,
    /// The library.
    pub registry: Rc<Registry>,
    /// What of it this run has compiled.
    compiled: BTreeMap<&'static str, compiled_library::CompiledModule>,
    /// The script's files: name and text; the number is a `Place`'s.
    pub files: Rc<Vec<(String, String)>>,
    /// The value stack of the running thread.
    pub stack: ValueStack,
    /// The frames of the running thread, innermost last.
    pub frames: Vec<Frame>,
    /// The exceptions being handled by the running thread.
    pub handled: Vec<Value>,
    /// Which process of the machine it is.
    pub process: ProcessId,
    /// What it shares with the others; it has it while it runs.
    pub world: World,
    /// The thread in which signals are handled: the first, in a copied process the one that was copied.
    pub main_thread: usize,
    /// The other threads' state; the running one's is in the fields above.
    pub threads: Vec<ThreadState>,
    /// The running thread.
    pub current: usize,
    /// CPU time used since the running thread was resumed, in ps.
    pub spent_ps: u64,
    /// When it was resumed, in virtual ns.
    pub resumed_at_ns: u64,
    /// Steps taken by all threads.
    pub steps: u64,
    /// Notes for the trace with the CPU time at which they were made, in ps.
    pub notes: Vec<(u64, Place, Note)>,
    /// The most frames that a thread may have on top of each other, `sys.getrecursionlimit()`.
    pub recursion_limit: usize,
    /// What it has opened.
    pub open_files: OpenFiles,
    /// Whether descriptor 1 or 2 leads elsewhere than to the run's own output.
    pub is_redirected: bool,
    /// stdout's buffer.
    pub stdout: StreamBuffer,
    /// Values that native code keeps alive by name (a module's own state).
    pub roots: Named<Value>,
    /// Classes of the host whose objects an `await` drives themselves, with one step of it.
    pub awaited_directly: Vec<(Ref, AwaitStep)>,
    /// How many nested, indivisible calls are under way.
    nested: u32,
    reraising: bool,
    /// Generators that are suspended in a `try` or a `with`.
    guarded_generators: u32,
    /// How many more objects may be looked at to find out whether somebody still knows a generator.
    search_budget: usize,
    /// Where a coroutine was said to be never awaited: once a line.
    told_unawaited: Vec<(Place, Rc<str>)>,
    nested_result: Option<Result<Value, Raised>>,
    sites: execute::Sites,
    has_cached_methods: bool,
    method_cache: Rc<Vec<Option<(Ref, Symbol, Option<Value>)>>>,
    /// Stands for the end of an iteration where a result is expected.
    pub exhausted: Value,
    single_chars: Vec<Value>,
    /// Room to build a text in.
    scratch: String,
    interned: Vec<Value>,
    /// How many ids have been handed out, for stable default `repr`s.
    pub next_queue: u32,
    pub(crate) end: Option<interleave_kernel::Stop>,
    carry_ps: u64,
    /// When the running thread had used up its budget, if that is why it stopped.
    stopped_at_ns: Option<u64>,
    next_mark_ps: u64,
    /// The earlier of budget and mark: where the loop must look up.
    pause_at_ps: u64,
    budget_ps: u64,
    last_place: Place,
}

impl Vm {
    /// The text of a `str` value (also of a subclass's instance).
    pub fn text(&self, value: Value) -> Option<Rc<str>> {
        match self.object(value)? {
            Object::Str(text) => Some(text.text.clone()),
            Object::Instance(instance) if !instance.base.is_unbound() => self.text(instance.base),
            _ => None,
        }
    }

    /// The heap object of a value.
    #[inline(always)]
    pub fn object(&self, value: Value) -> Option<&Object> {
        value.as_ref().map(|r| self.heap.get(r))
    }

    /// The name of `symbol`.
    pub fn symbol_name(&self, symbol: Symbol) -> Rc<str> {
        self.symbols.name(symbol).clone()
    }

    /// The `str` object of an interned name.
    pub fn symbol_value(&mut self, symbol: Symbol) -> Value {
        let index = symbol.0 as usize;
        if self.interned.len() <= index {
            self.interned.resize(self.symbols.len(), Value::Unbound);
        }
        if self.interned[index].is_unbound() {
            self.interned[index] = self.heap.shared_str(self.symbols.name(symbol));
        }
        self.interned[index]
    }

    /// Charges CPU time to the running thread, in ps.
    #[inline(always)]
    pub fn spend(&mut self, ps: u64) {
        self.spent_ps += ps;
    }

    /// Virtual time now, in ns.
    pub fn now_ns(&self) -> u64 {
        self.resumed_at_ns + (self.spent_ps + self.carry_ps) / 1000
    }

    /// The time of day, in ns since 1970.
    pub fn epoch_ns(&self) -> u64 {
        EPOCH_NS + self.now_ns()
    }

    /// Tells the trace something.
    pub fn note(&mut self, note: Note) {
        let place = match note {
            Note::Event { .. } | Note::Poll { .. } => self.place_here(),
            _ => Place::NONE,
        };
        if let (
            Note::Poll { object, .. },
            Some((
                _,
                last_place,
                Note::Poll {
                    object: last,
                    count,
                    ..
                },
            )),
        ) = (&note, self.notes.last_mut())
            && (*object, place) == (*last, *last_place)
        {
            *count += 1;
            return;
        }
        self.notes.push((self.spent_ps, place, note));
    }

    /// A fresh wait queue of the kernel.
    pub fn new_queue(&mut self) -> interleave_kernel::QueueId {
        self.next_queue += 1;
        interleave_kernel::QueueId(self.next_queue - 1)
    }

    /// Registers a synchronisation object in the trace.
    pub fn trace_object(
        &mut self,
        kind: Rc<str>,
        label: Option<String>,
        role: interleave_trace::Role,
    ) -> interleave_trace::ObjectId {
        let count = self.world.traced_kinds.entry(kind.clone()).or_default();
        *count += 1;
        let label = label.unwrap_or_else(|| format!("#{count}"));
        self.note(Note::Object { kind, label, role });
        self.world.traced_objects += 1;
        interleave_trace::ObjectId(self.world.traced_objects - 1)
    }

    /// A `str` of one character, shared for Latin-1.
    pub fn char_value(&mut self, c: char) -> Value {
        match self.single_chars.get(c as usize) {
            Some(&value) => value,
            None => self.heap.str(c.encode_utf8(&mut [0; 4])),
        }
    }

    /// An instance of a Python class without attributes.
    pub fn new_instance(&mut self, class: Ref) -> Value {
        let instance = crate::heap::Instance {
            class,
            attrs: Attrs::default(),
            base: Value::Unbound,
            dict: None,
            awaits_del: self.class(class).has_del,
        };
        self.guarded_generators += u32::from(instance.awaits_del);
        self.heap.value(Object::Instance(Box::new(instance)))
    }

    /// The address that `repr` and `id` show: stable from run to run.
    pub fn address_of(&self, r: Ref) -> u64 {
        0x7f3a_2c00_0000 + u64::from(r.0) * 0x30 + 0x10
    }
}
