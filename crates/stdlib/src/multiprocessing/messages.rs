//! What the trace tells of messages between processes: a pipe that carries them is an object whose items they are.

use crate::io::pipes::messages_of;
use crate::threading::trace_row::traced;
use interleave_python::heap::Value;
use interleave_python::vm::{Args, Flow, NativeResult, Note, Vm};
use interleave_trace::{ObjectId, Role};

/// `_message(descriptor, verb, size, row)`: a message of `size` bytes was put or got. The first time that something is told
/// of a pipe, `row` says what it is called; None: a pipe.
pub(super) fn message(vm: &mut Vm, args: Args) -> NativeResult {
    let [descriptor, verb, size, row] = args.exact(vm, "_message")?;
    let puts = vm.text(verb).is_some_and(|verb| &*verb == "put");
    let Some(object) = row_of(vm, descriptor, row) else {
        return Ok(Flow::Value(Value::None));
    };
    let mut under_way = 0;
    if let Some(messages) = messages_of(vm, descriptor) {
        messages.under_way += if puts { 1 } else { -1 };
        under_way = messages.under_way;
    }
    let verb = if puts { "put" } else { "get" };
    vm.note(Note::Event {
        object,
        verb: verb.into(),
        value: under_way,
    });
    if let (true, Value::Int(bytes)) = (puts, size) {
        vm.note(Note::Event {
            object,
            verb: "send".into(),
            value: bytes,
        });
    }
    Ok(Flow::Value(Value::None))
}

/// `_name_messages(descriptor, row)`: what a pipe is called, while whoever knows its name is at work.
pub(super) fn name_messages(vm: &mut Vm, args: Args) -> NativeResult {
    let [descriptor, row] = args.exact(vm, "_name_messages")?;
    row_of(vm, descriptor, row);
    Ok(Flow::Value(Value::None))
}

/// The row of a pipe, the same one in all processes.
fn row_of(vm: &mut Vm, descriptor: Value, row: Value) -> Option<ObjectId> {
    if let Some(known) = messages_of(vm, descriptor)?.row {
        return Some(known);
    }
    let made = match row {
        Value::None => vm.trace_object("multiprocessing.Pipe".into(), None, Role::Channel),
        row => traced(vm, row)?,
    };
    messages_of(vm, descriptor)?.row = Some(made);
    Some(made)
}
