//! `errno`: the numbers of system calls' errors, as the disk has them.

use interleave_python::disk::ERRNOS;
use interleave_python::heap::{Dict, Ref, Value};
use interleave_python::vm::{ModuleDef, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "errno",
    functions: &[],
    set_up: Some(set_up),
    source: None,
    shown_as: "",
    support: Support::whole("the common errors of Linux, `errorcode`"),
}];

fn set_up(vm: &mut Vm, module: Ref) {
    let codes = vm.heap.dict(Dict::default());
    for &(number, name, _) in ERRNOS {
        vm.set_global(module, name, Value::Int(number));
        let name = vm.heap.str(name);
        // Numbers as keys need no Python code, so that nothing can be raised.
        let _ = vm.dict_set(codes, Value::Int(number), name);
    }
    for (name, number) in [("EWOULDBLOCK", 11), ("EDEADLOCK", 35), ("EOPNOTSUPP", 95)] {
        vm.set_global(module, name, Value::Int(number));
    }
    vm.set_global(module, "errorcode", codes);
}
