//! `warnings` and `linecache`: where a warning belongs in the script, and the script's lines.

use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, LIBRARY_FILE, ModuleDef, NativeResult, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[WARNINGS, LINECACHE];

const WARNINGS: ModuleDef = ModuleDef {
    name: "warnings",
    functions: &[("_caller", caller)],
    set_up: None,
    source: Some(include_str!("warnings.py")),
    shown_as: "/usr/lib/python3.11/warnings.py",
    support: Support::whole(
        "`warn`, `warn_explicit`, `filterwarnings`, `simplefilter`, `resetwarnings`, `catch_warnings`, `showwarning`, `formatwarning`",
    ),
};

const LINECACHE: ModuleDef = ModuleDef {
    name: "linecache",
    functions: &[("_text", text)],
    set_up: None,
    source: Some(include_str!("linecache.py")),
    shown_as: "/usr/lib/python3.11/linecache.py",
    support: Support::whole("all of it"),
};

/// Where a library function was called: `(file, line, function, module)` of the script's `depth`-th frame, 0 the innermost;
/// where there are fewer, of none.
pub(crate) fn place_of_caller(vm: &mut Vm, depth: usize) -> Option<(String, u32, String, String)> {
    let mut frames = vm.frames.iter().rev();
    let frame = frames
        .by_ref()
        .filter(|frame| frame.code.code.file != LIBRARY_FILE)
        .nth(depth)?;
    let code = &frame.code.code;
    let line = code.lines.get(frame.ip.saturating_sub(1)).copied();
    let file = vm.files.get(code.file as usize)?.0.clone();
    let module = match vm.heap.get(frame.module) {
        Object::Module(module) => module.name.to_string(),
        _ => String::new(),
    };
    Some((file, line.unwrap_or(0), code.name.to_string(), module))
}

/// `_caller(depth)`: file, line and module.
fn caller(vm: &mut Vm, args: Args) -> NativeResult {
    let [depth] = args.exact(vm, "_caller")?;
    let depth = vm.as_index(depth)?.unwrap_or(0).max(0) as usize;
    let (file, line, _, module) = place_of_caller(vm, depth).unwrap_or_else(|| {
        let nowhere = "sys".to_owned();
        (nowhere.clone(), 1, String::new(), nowhere)
    });
    let (file, module) = (vm.heap.string(file), vm.heap.string(module));
    let place = [file, Value::Int(i64::from(line)), module];
    Ok(Flow::Value(vm.heap.tuple(&place)))
}

/// `_text(name)`: a file of the scenario, or nothing.
fn text(vm: &mut Vm, args: Args) -> NativeResult {
    let [name] = args.exact(vm, "_text")?;
    let name = vm.text(name).unwrap_or_default();
    let same = |known: &str| *known == *name || name.ends_with(&format!("/{known}"));
    let file = vm.files.iter().find(|file| same(&file.0));
    let text = file.map(|file| file.1.clone()).unwrap_or_default();
    Ok(Flow::Value(vm.heap.string(text)))
}
