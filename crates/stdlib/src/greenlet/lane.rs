//! What the timeline shows of a greenlet: a lane of its own under its thread's. The library says when one gets it and what
//! it waits for; a greenlet without one (a hub, a thread's first) is its thread's own lane.

use super::class::{LANE, PLACE, WAITS, current, part, set_part};
use crate::threading::traced_row;
use crate::threading::waiting::{number, set_number};
use interleave_python::heap::Value;
use interleave_python::vm::{Args, Flow, NativeResult, Vm};
use interleave_trace::{Place, State, TaskId};

/// What a greenlet waits for, where that is no object with a row.
const SLEEP: i64 = 1;
const NETWORK: i64 = 2;
const ITS_TURN: i64 = 3;

fn lane_of(vm: &Vm, own: Value) -> Option<TaskId> {
    match number(vm, own, LANE) {
        0 => None,
        number => Some(TaskId(number as u32 - 1)),
    }
}

/// `_lane(greenlet, name)`: it has a lane of this name and waits for its first turn.
pub(super) fn begin(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, name] = args.exact(vm, "_lane")?;
    let name = vm.text(name).unwrap_or_default();
    if number(vm, own, LANE) == 0
        && let Some(lane) = vm.begin_task(name.to_string())
    {
        set_number(vm, own, LANE, i64::from(lane.0) + 1);
        let place = vm.place_here();
        vm.enter_task(lane, State::WaitingCore, place, None);
    }
    Ok(Flow::Value(Value::None))
}

/// `_waits(what)`: what the running greenlet waits for when it lets others go on the next time.
pub(super) fn waits(vm: &mut Vm, args: Args) -> NativeResult {
    let [what] = args.exact(vm, "_waits")?;
    let own = current(vm);
    set_part(vm, own, WAITS, what);
    Ok(Flow::Value(Value::None))
}

/// It is another greenlet's turn.
pub(super) fn leave(vm: &mut Vm, own: Value) {
    let Some(lane) = lane_of(vm, own) else {
        return;
    };
    let place = vm.place_here();
    set_number(vm, own, PLACE, i64::from(place.0));
    let (state, object) = match part(vm, own, WAITS) {
        Value::Int(SLEEP) => (State::Sleeping, None),
        Value::Int(NETWORK) => (State::Io, None),
        Value::Int(ITS_TURN) => (State::WaitingCore, None),
        row => (State::Blocked, traced_row(vm, row)),
    };
    vm.enter_task(lane, state, place, object);
}

/// It is this greenlet's turn.
pub(super) fn enter(vm: &mut Vm, own: Value) {
    set_part(vm, own, WAITS, Value::None);
    if let Some(lane) = lane_of(vm, own) {
        let place = Place(number(vm, own, PLACE) as u32);
        vm.enter_task(lane, State::Running, place, None);
    }
}

/// It is over.
pub(super) fn end(vm: &mut Vm, own: Value) {
    if let Some(lane) = lane_of(vm, own) {
        vm.end_task(lane);
        set_number(vm, own, LANE, 0);
    }
}
