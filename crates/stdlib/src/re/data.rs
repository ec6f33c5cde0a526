//! What a pattern is asked about: a text or bytes of the script, and running a program over it with the run's budget.

use super::matcher::{Exhausted, Found, Matcher};
use super::subject::Subject;
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Raised, Vm};
use std::rc::Rc;

/// What a step of the matcher costs, in ps.
const STEP_PS: u64 = 6_000;
/// Beginning a search and keeping what it found, in ps.
const RUN_PS: u64 = 90_000;
/// So many of the matcher's steps take as long as one of the interpreter's.
const STEPS_A_STEP: u64 = 4;

/// A text or bytes.
#[derive(Clone)]
pub(super) enum Data {
    Text(Rc<str>, bool),
    Bytes(Rc<[u8]>),
}

impl Data {
    /// The data behind a value, if a pattern can be asked about it.
    pub(super) fn of(vm: &Vm, value: Value) -> Option<Data> {
        match vm.object(vm.unwrap(value))? {
            Object::Str(text) => Some(Data::Text(text.text.clone(), text.is_ascii())),
            Object::Bytes(bytes) => Some(Data::Bytes(bytes.clone())),
            Object::ByteArray(bytes) => Some(Data::Bytes(bytes.as_slice().into())),
            _ => None,
        }
    }

    pub(super) fn is_text(&self) -> bool {
        matches!(self, Data::Text(..))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Data::Text(text, _) => text.as_bytes(),
            Data::Bytes(bytes) => bytes,
        }
    }

    /// As the matcher sees it, up to the byte `end`.
    pub(super) fn subject(&self, end: usize) -> Subject<'_> {
        Subject {
            bytes: self.bytes(),
            narrow: !matches!(self, Data::Text(_, false)),
            end,
        }
    }

    pub(super) fn whole(&self) -> Subject<'_> {
        self.subject(self.bytes().len())
    }

    /// The part between two byte offsets as a value.
    pub(super) fn part(&self, vm: &mut Vm, start: usize, end: usize) -> Value {
        match self {
            Data::Text(text, _) => vm.heap.str(&text[start..end]),
            Data::Bytes(bytes) => {
                let part: Rc<[u8]> = bytes[start..end].into();
                vm.heap.value(Object::Bytes(part))
            }
        }
    }
}

/// How a program is run over data.
#[derive(Clone, Copy)]
pub(super) struct Run {
    /// The first byte at which a match may begin.
    pub(super) from: usize,
    /// The byte at which the data ends.
    pub(super) end: usize,
    /// Whether a match may begin later than there.
    pub(super) anywhere: bool,
    /// Whether it must reach the end.
    pub(super) whole: bool,
    /// Whether it must not be empty there.
    pub(super) advance: bool,
}

/// Runs a pattern; its steps are the run's steps, so that a pattern without an end ends with them.
pub(super) fn run(
    vm: &mut Vm,
    pattern: Value,
    data: &Data,
    run: Run,
) -> Result<Option<Found>, Raised> {
    let Some(host) = vm.host(pattern) else {
        return Ok(None);
    };
    let (code, groups) = (host.words.clone(), host.numbers[1] as u32);
    let left = vm.options.limits.steps.saturating_sub(vm.steps);
    let limit = left.saturating_mul(STEPS_A_STEP);
    let mut matcher = Matcher::new(&code, groups, data.subject(run.end), run.whole, limit);
    let found = match run.anywhere {
        true => matcher.search(run.from, run.advance),
        false => matcher.match_at(run.from, run.advance),
    };
    let steps = matcher.steps;
    vm.spend(RUN_PS + steps * STEP_PS);
    vm.charge_steps(steps / STEPS_A_STEP)?;
    match found {
        Ok(found) => Ok(found),
        Err(Exhausted::Steps) => {
            vm.charge_steps(u64::MAX)?;
            Err(vm.raise_value("MemoryError", &[]))
        }
        Err(Exhausted::Memory) => {
            vm.check_heap_growth(u64::MAX / 2)?;
            Err(vm.raise_value("MemoryError", &[]))
        }
    }
}
