//! `dataclasses`: classes written from their fields. The methods' source is Python text; compiling it is native.

use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "dataclasses",
    functions: &[("_define", define)],
    set_up: None,
    source: Some(include_str!("dataclasses.py")),
    shown_as: "/usr/lib/python3.11/dataclasses.py",
    support: Support::whole(
        "`dataclass` with all its options, `field`, `InitVar`, `KW_ONLY`, `fields`, `asdict`, `astuple`, `replace`, `make_dataclass`, `is_dataclass`, `FrozenInstanceError`",
    ),
}];

/// `_define(source, name)`: runs the source of a function; the global `name` that it defines.
pub(crate) fn define(vm: &mut Vm, args: Args) -> NativeResult {
    let [source, name] = args.exact(vm, "_define")?;
    let source = vm.text(source).unwrap_or_default();
    let name = vm.text(name).unwrap_or_default();
    Ok(Flow::Value(vm.define(&source, &name)?))
}
