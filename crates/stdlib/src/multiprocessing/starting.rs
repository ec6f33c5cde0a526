//! `_multiprocessing`: what starting a process needs of the machine: the start method, the script's module once more, and
//! descriptors on their way from one process to another.

use super::semaphores;
use interleave_python::heap::{Ref, Value};
use interleave_python::vm::{Args, Flow, NativeFn, NativeResult, Vm};
use interleave_python::world::{OpenFiles, WorldPart};

/// The part's name.
const PART: &str = "descriptors on their way";
/// What a process that imports the script again does besides: the library's own modules. Source: costs.tsv,
/// `Process(spawn) start+join noop` and `Process(forkserver) start+join noop`, less a fresh interpreter's start and end.
const IMPORTS_PS: u64 = 34_600_000_000;

/// Handing descriptors to the server over its socket. Source: costs.tsv, `Process(forkserver) start() returns`, less what
/// Python does.
const HAND_OVER_PS: u64 = 220_000_000;

/// What a parent pays on top for each worker of a pool: it goes on at once with memory that it shares with a copy, or
/// beside interpreters that are starting. Source: costs.tsv, `Pool(4) [fork] ctor` and `Pool(4) [spawn] ctor`, a quarter
/// each, less the start.
const FORKED_WORKER_PS: u64 = 1_450_000_000;
const FRESH_WORKER_PS: u64 = 2_800_000_000;

/// The module's functions.
pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("_start_method", |vm, args| {
        let [] = args.exact(vm, "_start_method")?;
        let method = match (vm.options.start_method, vm.options.minor) {
            (Some(method), _) => method,
            (None, ..=13) => "fork",
            (None, _) => "forkserver",
        };
        Ok(Flow::Value(vm.heap.str(method)))
    }),
    ("_main_path", |vm, args| {
        let [] = args.exact(vm, "_main_path")?;
        let path = vm.files.first().map_or("", |file| &file.0).to_owned();
        Ok(Flow::Value(vm.heap.str(&path)))
    }),
    ("_main_again", |vm, args| {
        let [] = args.exact(vm, "_main_again")?;
        Ok(Flow::Value(vm.main_again("__mp_main__")?))
    }),
    ("_charge_imports", |vm, args| {
        let [] = args.exact(vm, "_charge_imports")?;
        vm.spend(IMPORTS_PS);
        Ok(Flow::Value(Value::None))
    }),
    ("_charge_worker", |vm, args| {
        let [is_copy] = args.exact(vm, "_charge_worker")?;
        vm.spend(match is_copy {
            Value::Bool(true) => FORKED_WORKER_PS,
            _ => FRESH_WORKER_PS,
        });
        Ok(Flow::Value(Value::None))
    }),
    ("_hand_over", hand_over),
    ("_take_over", take_over),
    ("_rebuild", semaphores::rebuild),
];

/// Makes the module's classes.
pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    semaphores::set_up(vm, module);
}

/// Descriptors that were handed over and not taken yet, by number.
#[derive(Clone, Debug, Default)]
struct OnTheirWay {
    all: Vec<Option<(OpenFiles, Vec<i64>)>>,
}

impl WorldPart for OnTheirWay {
    fn copy(&self) -> Box<dyn WorldPart> {
        Box::new(self.clone())
    }
}

/// `_hand_over(descriptors)`: a number under which another process can take copies of them.
fn hand_over(vm: &mut Vm, args: Args) -> NativeResult {
    let [descriptors] = args.exact(vm, "_hand_over")?;
    let mut numbers = Vec::new();
    for value in vm.items_of(descriptors)?.unwrap_or_default() {
        if let Value::Int(number) = value {
            numbers.push(number);
        }
    }
    let lent = vm.world.lend(&vm.open_files, &numbers);
    let all = &mut vm.world.part::<OnTheirWay>(PART).all;
    all.push(Some((lent, numbers)));
    let ticket = all.len() as i64 - 1;
    vm.spend(HAND_OVER_PS);
    Ok(Flow::Value(Value::Int(ticket)))
}

/// `_take_over(number)`: the copies, as descriptors of this process in the order in which they were handed over.
fn take_over(vm: &mut Vm, args: Args) -> NativeResult {
    let [ticket] = args.exact(vm, "_take_over")?;
    let all = &mut vm.world.part::<OnTheirWay>(PART).all;
    let lent = match ticket {
        Value::Int(ticket) => all.get_mut(ticket as usize).and_then(Option::take),
        _ => None,
    };
    let Some((lent, numbers)) = lent else {
        return Err(vm.raise(
            "ValueError",
            "no descriptors were handed over under that number",
        ));
    };
    let taken = vm.world.adopt(&mut vm.open_files, &lent, &numbers);
    let taken = taken.into_iter().map(Value::Int).collect();
    Ok(Flow::Value(vm.heap.list(taken)))
}
