//! Methods of exceptions.

use super::ok;
use crate::heap::{Object, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    let base = vm.types.exception("BaseException");
    vm.add_methods(
        base,
        &[
            ("__init__", |vm, args| {
                let (own, rest) = (args.positional[0], &args.positional[1..]);
                vm.set_exception_args(own, rest);
                for &(name, value) in &args.keywords {
                    vm.set_exception_keyword(own, name, value)?;
                }
                ok(Value::None)
            }),
            ("__str__", |vm, args| {
                let [own] = args.exact(vm, "BaseException.__str__")?;
                let text = vm.exception_text(own)?;
                ok(vm.heap.string(text))
            }),
            ("with_traceback", |vm, args| {
                let [own, traceback] = args.exact(vm, "BaseException.with_traceback")?;
                vm.set_traceback(own, traceback)?;
                ok(own)
            }),
            ("add_note", |vm, args| {
                let [own, note] = args.exact(vm, "BaseException.add_note")?;
                if vm.text(note).is_none() {
                    let text = format!("note must be a str, not '{}'", vm.type_name(note));
                    return Err(vm.type_error(&text));
                }
                let name = vm.names.notes;
                let notes = match vm.own_attribute(own, name) {
                    Some(notes) => notes,
                    None => {
                        let notes = vm.heap.list(Vec::new());
                        if let Some(e) = vm.exception_mut(own) {
                            e.attrs.set(name, notes);
                        }
                        notes
                    }
                };
                vm.push_item(notes, note);
                ok(Value::None)
            }),
        ],
    );
    debug_assert!(matches!(vm.heap.get(base), Object::Class(_)));
}
