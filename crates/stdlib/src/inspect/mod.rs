//! `inspect`: what functions, classes and frames are made of. Signatures are one file, the questions another.

use interleave_python::code::CodeKind;
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, LIBRARY_FILE, ModuleDef, NativeResult, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[SIGNATURES, INSPECT];

const SIGNATURES: ModuleDef = ModuleDef {
    name: "_inspect_signature",
    functions: &[("_parameters", parameters)],
    set_up: None,
    source: Some(include_str!("signature.py")),
    shown_as: "/usr/lib/python3.11/inspect.py",
    support: Support::INTERNAL,
};

const INSPECT: ModuleDef = ModuleDef {
    name: "inspect",
    functions: &[("_source", source)],
    set_up: None,
    source: Some(include_str!("inspect.py")),
    shown_as: "/usr/lib/python3.11/inspect.py",
    support: Support {
        there: "`signature`, `Signature`, `Parameter`, the `is…` questions, `getmembers`, `getdoc`, `getsource` of the script's code, `currentframe`, `stack`, `getmodule`, generator and coroutine states",
        partial: &[("`stack`", "the library's own frames are left out")],
        refused: &[],
    },
};

/// `_parameters(function)`: its code's parameters as `(name, kind, default)`, a kind as in `Parameter`; a missing default is
/// the tuple without its last item. None for what is no Python function.
fn parameters(vm: &mut Vm, args: Args) -> NativeResult {
    let [function] = args.exact(vm, "_parameters")?;
    let Some(Object::Function(object)) = vm.object(function) else {
        return Ok(Flow::Value(Value::None));
    };
    let (code, defaults) = (object.code.code.clone(), object.defaults.clone());
    let keyword_defaults = object.keyword_defaults.clone();
    let positional = code.positional_count as usize;
    let named = positional + code.keyword_only_count as usize;
    let first_default = positional - defaults.len().min(positional);
    let mut rows = Vec::new();
    let row = |vm: &mut Vm, at: usize, kind: i64, default: Option<Value>| {
        let name = vm.symbol_value(code.locals[at]);
        let mut parts = vec![name, Value::Int(kind)];
        parts.extend(default);
        vm.heap.tuple(&parts)
    };
    for at in 0..positional {
        let kind = i64::from(at >= code.positional_only_count as usize);
        let default = (at >= first_default).then(|| defaults[at - first_default]);
        rows.push(row(vm, at, kind, default));
    }
    if code.has_varargs {
        rows.push(row(vm, named, 2, None));
    }
    for at in positional..named {
        let known = keyword_defaults
            .iter()
            .find(|pair| pair.0 == code.locals[at]);
        rows.push(row(vm, at, 3, known.map(|pair| pair.1)));
    }
    if code.has_varkeywords {
        rows.push(row(vm, named + usize::from(code.has_varargs), 4, None));
    }
    Ok(Flow::Value(vm.heap.list(rows)))
}

/// `_source(code)`: `(file, whole text, first line, last line)` of a script's code object; None for the library's.
fn source(vm: &mut Vm, args: Args) -> NativeResult {
    let [code] = args.exact(vm, "_source")?;
    let Some(Object::Code(loaded)) = vm.object(code) else {
        return Ok(Flow::Value(Value::None));
    };
    let code = loaded.code.clone();
    if code.file == LIBRARY_FILE {
        return Ok(Flow::Value(Value::None));
    }
    let Some((file, text)) = vm.files.get(code.file as usize).cloned() else {
        return Ok(Flow::Value(Value::None));
    };
    let first = if code.kind == CodeKind::Module {
        1
    } else {
        code.first_line
    };
    let (file, text) = (vm.heap.string(file), vm.heap.string(text));
    let place = [file, text, Value::Int(i64::from(first))];
    Ok(Flow::Value(vm.heap.tuple(&place)))
}
