//! `datetime`: dates, times and durations, in Python over the virtual clock; `zoneinfo` knows UTC alone.

use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "datetime",
        functions: &[("_entitle", entitle)],
        set_up: None,
        source: Some(concat!(
            include_str!("numbers.py"),
            "\n",
            include_str!("timedelta.py"),
            "\n",
            include_str!("date.py"),
            "\n",
            include_str!("zone.py"),
            "\n",
            include_str!("time.py"),
            "\n",
            include_str!("moment.py"),
            "\n",
            include_str!("iso.py"),
            "\n"
        )),
        shown_as: "/usr/lib/python3.11/datetime.py",
        support: Support {
            there: "`date`, `time`, `datetime`, `timedelta`, `timezone`, `tzinfo`, `UTC`",
            partial: &[("the local time zone", "UTC")],
            refused: &[],
        },
    },
    ModuleDef {
        name: "zoneinfo",
        functions: &[],
        set_up: None,
        source: Some(include_str!("zoneinfo.py")),
        shown_as: "/usr/lib/python3.11/zoneinfo/__init__.py",
        support: Support {
            there: "`ZoneInfo(\"UTC\")`, `ZoneInfoNotFoundError`, `available_timezones`",
            partial: &[],
            refused: &[("other zones", "their rules are not here")],
        },
    },
];

/// `_entitle(classes)`: their names in messages are CPython's.
pub(crate) fn entitle(vm: &mut Vm, args: Args) -> NativeResult {
    let [classes] = args.exact(vm, "_entitle")?;
    for class in vm.items_of(classes)?.unwrap_or_default() {
        if let (Some(Object::Class(_)), Some(class)) = (vm.object(class), class.as_ref()) {
            vm.entitle(class);
        }
    }
    Ok(Flow::Value(Value::None))
}
