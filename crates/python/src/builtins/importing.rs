//! `__import__` and what the library's part of importing asks of the machine.

use super::ok;
use crate::heap::Value;
use crate::vm::{Args, NativeFn, NativeResult, Vm};

/// Functions of the builtins' library part.
pub(super) const FUNCTIONS: [(&str, NativeFn); 5] = [
    ("_import_done", |vm, args| {
        let [name] = args.exact(vm, "_import_done")?;
        let name = vm.text(name).unwrap_or_default();
        vm.finish_module(&name);
        ok(Value::None)
    }),
    ("_import_failed", |vm, args| {
        let [name] = args.exact(vm, "_import_failed")?;
        let name = vm.text(name).unwrap_or_default();
        vm.forget_module(&name)?;
        ok(Value::None)
    }),
    ("_import_module", |vm, args| {
        let [name] = args.exact(vm, "_import_module")?;
        let name = vm.text(name).unwrap_or_default();
        vm.import_flow(&name, true)
    }),
    ("_reload_module", |vm, args| {
        let [module] = args.exact(vm, "reload")?;
        vm.reload_flow(module)
    }),
    ("_module_exists", |vm, args| {
        let [name] = args.exact(vm, "_module_exists")?;
        let name = vm.text(name).unwrap_or_default();
        let exists = vm.module_exists(&name)?;
        ok(Value::Bool(exists))
    }),
];

pub(super) fn install(vm: &mut Vm) {
    let module = vm.builtins;
    vm.add_function(module, "__import__", import);
}

/// `__import__(name, globals=None, locals=None, fromlist=(), level=0)`
fn import(vm: &mut Vm, args: Args) -> NativeResult {
    let names = ["name", "globals", "locals", "fromlist", "level"];
    let [name, _, _, wanted, level] = args.named(vm, "__import__", names, 1)?;
    let Some(name) = vm.text(name) else {
        return Err(vm.type_error("module name must be a string"));
    };
    let dots = match level {
        Value::Int(level) => level.max(0) as usize,
        _ => 0,
    };
    let name = vm.absolute_module_name(&format!("{}{name}", ".".repeat(dots)))?;
    let last = vm.truth_nested(wanted)?;
    vm.import_flow(&name, last)
}
