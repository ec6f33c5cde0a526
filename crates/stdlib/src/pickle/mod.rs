//! `pickle` and `copyreg`: values as bytes in CPython's format. [`dumps`] and [`loads`] are for other primitives too:
//! what goes from one process to another goes through them.

mod global;
mod load;
mod opcode;
mod output;
mod reduce;
mod save;

pub(crate) use load::loads;
pub(crate) use save::dumps;

use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Raised, Support, Vm};
use std::rc::Rc;

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "_pickle",
        functions: &[("_dumps", native_dumps), ("_loads", native_loads)],
        set_up: Some(|vm, module| {
            let highest = Value::Int(i64::from(opcode::HIGHEST));
            let default = Value::Int(i64::from(opcode::DEFAULT));
            vm.set_global(module, "HIGHEST_PROTOCOL", highest);
            vm.set_global(module, "DEFAULT_PROTOCOL", default);
        }),
        source: Some(include_str!("errors.py")),
        shown_as: "",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "pickle",
        functions: &[],
        set_up: None,
        source: Some(include_str!("pickle.py")),
        shown_as: "/usr/lib/python3.11/pickle.py",
        support: Support {
            there: "`dumps`, `loads`, `dump`, `load`, protocols 0 to 5 byte for byte, `Pickler`, `Unpickler`, `__reduce__`, `__getstate__`, `__setstate__`, `__getnewargs__`, `__slots__`, CPython's errors",
            partial: &[(
                "`__reduce__` and its kin",
                "may not wait: they run in one piece",
            )],
            refused: &[
                (
                    "`persistent_id`, `find_class`, `reducer_override`",
                    "not here yet",
                ),
                ("`buffer_callback`, `PickleBuffer`", "not here yet"),
            ],
        },
    },
    ModuleDef {
        name: "copyreg",
        functions: &[],
        set_up: None,
        source: Some(include_str!("copyreg.py")),
        shown_as: "/usr/lib/python3.11/copyreg.py",
        support: Support::whole("`pickle`, `constructor`, `dispatch_table`"),
    },
];

/// `_dumps(value, protocol)`
fn native_dumps(vm: &mut Vm, args: Args) -> NativeResult {
    let [value, protocol] = args.exact(vm, "dumps")?;
    let protocol = match protocol {
        Value::None => i64::from(opcode::DEFAULT),
        protocol => vm.as_index(protocol)?.unwrap_or(0),
    };
    let highest = i64::from(opcode::HIGHEST);
    if protocol > highest {
        let text = format!("pickle protocol must be <= {highest}");
        return Err(vm.raise("ValueError", &text));
    }
    let protocol = if protocol < 0 { highest } else { protocol };
    let bytes = dumps(vm, value, protocol as u8)?;
    Ok(Flow::Value(vm.heap.value(Object::Bytes(bytes.into()))))
}

/// `_loads(data)`: the value, and how many bytes it took.
fn native_loads(vm: &mut Vm, args: Args) -> NativeResult {
    let [data] = args.exact(vm, "loads")?;
    let bytes = bytes_of(vm, data)?;
    let (value, length) = loads(vm, &bytes)?;
    let result = vm.heap.tuple(&[value, Value::Int(length as i64)]);
    Ok(Flow::Value(result))
}

fn bytes_of(vm: &mut Vm, data: Value) -> Result<Rc<[u8]>, Raised> {
    match vm.object(vm.unwrap(data)) {
        Some(Object::Bytes(bytes)) => Ok(bytes.clone()),
        Some(Object::ByteArray(bytes)) => Ok(bytes.as_slice().into()),
        _ => {
            let text = format!(
                "a bytes-like object is required, not '{}'",
                vm.type_name(data)
            );
            Err(vm.type_error(&text))
        }
    }
}
