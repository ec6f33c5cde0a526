//! `struct`: values as bytes by a format. Source of the rules: CPython 3.11, Modules/_struct.c.

mod format;
mod value;

use format::{Field, Format};
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Raised, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "_struct",
        functions: &[
            ("calcsize", calcsize),
            ("pack", pack),
            ("pack_into", pack_into),
            ("unpack", unpack),
            ("unpack_from", unpack_from),
            ("_all", all),
        ],
        set_up: None,
        source: Some("class error(Exception):\n    __module__ = \"struct\"\n"),
        shown_as: "",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "struct",
        functions: &[],
        set_up: None,
        source: Some(include_str!("struct.py")),
        shown_as: "/usr/lib/python3.11/struct.py",
        support: Support::whole("every format in every byte order, `Struct`, `iter_unpack`"),
    },
];

/// What a call and a field cost, in ps.
const CALL_PS: u64 = 90_000;
const FIELD_PS: u64 = 18_000;

/// `struct.error`
fn error(vm: &mut Vm, text: &str) -> Raised {
    let module = vm.modules["_struct"];
    let class = vm.global(module, "error").expect("the module has it");
    let text = vm.heap.str(text);
    Raised(vm.new_exception(class.as_ref().expect("a class"), &[text]))
}

fn read_format(vm: &mut Vm, value: Value) -> Result<Format, Raised> {
    let text = match vm.object(vm.unwrap(value)) {
        Some(Object::Str(text)) => text.text.to_string(),
        Some(Object::Bytes(bytes)) => bytes.iter().map(|&byte| char::from(byte)).collect(),
        _ => {
            let text = format!(
                "Struct() argument 1 must be a str or bytes object, not {}",
                vm.type_name(value)
            );
            return Err(vm.type_error(&text));
        }
    };
    let format = format::parse(&text).map_err(|text| error(vm, text))?;
    vm.spend(CALL_PS + FIELD_PS * format.count as u64);
    vm.check_heap_growth(format.size as u64)?;
    Ok(format)
}

fn buffer(vm: &mut Vm, value: Value) -> Result<Vec<u8>, Raised> {
    match vm.object(vm.unwrap(value)) {
        Some(Object::Bytes(bytes)) => Ok(bytes.to_vec()),
        Some(Object::ByteArray(bytes)) => Ok(bytes.clone()),
        Some(Object::MemoryView(_)) => {
            let bytes = Value::Obj(vm.types.bytes);
            let bytes = vm.call_nested(bytes, Args::of(&[value]))?;
            buffer(vm, bytes)
        }
        _ => {
            let text = format!(
                "a bytes-like object is required, not '{}'",
                vm.type_name(value)
            );
            Err(vm.type_error(&text))
        }
    }
}

/// `calcsize(format)`
fn calcsize(vm: &mut Vm, args: Args) -> NativeResult {
    let [format] = args.exact(vm, "calcsize")?;
    let format = read_format(vm, format)?;
    Ok(Flow::Value(Value::Int(format.size as i64)))
}

fn packed(vm: &mut Vm, format: &Format, values: &[Value], name: &str) -> Result<Vec<u8>, Raised> {
    if values.len() != format.count {
        let text = format!(
            "{name} expected {} items for packing (got {})",
            format.count,
            values.len()
        );
        return Err(error(vm, &text));
    }
    let mut out = Vec::with_capacity(format.size);
    let mut values = values.iter().copied();
    for field in &format.fields {
        out.resize(field.offset, 0);
        for _ in 0..field.values() {
            let value = values.next().expect("as many as were counted");
            value::pack(vm, format, field, value, &mut out)?;
        }
    }
    out.resize(format.size, 0);
    Ok(out)
}

/// `pack(format, *values)`
fn pack(vm: &mut Vm, args: Args) -> NativeResult {
    let Some((&format, values)) = args.positional.split_first() else {
        return Err(vm.type_error("pack expected at least 1 argument, got 0"));
    };
    let format = read_format(vm, format)?;
    let bytes = packed(vm, &format, values, "pack")?;
    Ok(Flow::Value(vm.heap.value(Object::Bytes(bytes.into()))))
}

/// Where a format's bytes begin in a buffer of `length`.
fn place(
    vm: &mut Vm,
    format: &Format,
    offset: Value,
    length: usize,
    verb: &str,
) -> Result<usize, Raised> {
    let offset = match offset {
        Value::Unbound => 0,
        offset => vm.as_index(offset)?.unwrap_or(i64::MAX),
    };
    let (size, long) = (format.size as i64, length as i64);
    let (function, doing) = match verb {
        "pack" => ("pack_into", "packing"),
        _ => ("unpack_from", "unpacking"),
    };
    let mut start = offset;
    if offset < 0 {
        if offset.saturating_add(size) > 0 {
            let text = match verb {
                "pack" => format!("no space to pack {size} bytes at offset {offset}"),
                _ => format!("not enough data to unpack {size} bytes at offset {offset}"),
            };
            return Err(error(vm, &text));
        }
        if offset.saturating_add(long) < 0 {
            let text = format!("offset {offset} out of range for {length}-byte buffer");
            return Err(error(vm, &text));
        }
        start = offset + long;
    }
    if start.saturating_add(size) > long {
        let text = format!(
            "{function} requires a buffer of at least {} bytes for {doing} {size} bytes at offset {start} (actual buffer size is {length})",
            start.saturating_add(size)
        );
        return Err(error(vm, &text));
    }
    Ok(start as usize)
}

/// `pack_into(format, buffer, offset, *values)`
fn pack_into(vm: &mut Vm, args: Args) -> NativeResult {
    let [format, target, offset, values @ ..] = args.positional.as_slice() else {
        let got = args.positional.len();
        let text = match got {
            0 | 1 => "pack_into expected buffer argument",
            _ => "pack_into expected offset argument",
        };
        return Err(vm.type_error(text));
    };
    let format = read_format(vm, *format)?;
    let Some(Object::ByteArray(bytes)) = vm.object(*target) else {
        let text = "argument must be read-write bytes-like object, not ";
        let text = format!("{text}{}", vm.type_name(*target));
        return Err(vm.type_error(&text));
    };
    let length = bytes.len();
    let start = place(vm, &format, *offset, length, "pack")?;
    let made = packed(vm, &format, values, "pack_into")?;
    if let Some(Object::ByteArray(bytes)) = target.as_ref().map(|r| vm.heap.get_mut(r)) {
        bytes[start..start + made.len()].copy_from_slice(&made);
    }
    Ok(Flow::Value(Value::None))
}

fn unpacked(vm: &mut Vm, format: &Format, bytes: &[u8]) -> Value {
    let mut values = Vec::with_capacity(format.count);
    for field in &format.fields {
        let Field { offset, size, .. } = *field;
        for index in 0..field.values() {
            let part = &bytes[offset + index * size..][..size];
            values.push(value::unpack(vm, format, field, part));
        }
    }
    vm.heap.tuple(&values)
}

/// `unpack(format, buffer)`
fn unpack(vm: &mut Vm, args: Args) -> NativeResult {
    let [format, data] = args.exact(vm, "unpack")?;
    let format = read_format(vm, format)?;
    let bytes = buffer(vm, data)?;
    if bytes.len() != format.size {
        let text = format!("unpack requires a buffer of {} bytes", format.size);
        return Err(error(vm, &text));
    }
    Ok(Flow::Value(unpacked(vm, &format, &bytes)))
}

/// `unpack_from(format, buffer, offset=0)`
fn unpack_from(vm: &mut Vm, args: Args) -> NativeResult {
    let names = ["format", "buffer", "offset"];
    let [format, data, offset] = args.named(vm, "unpack_from", names, 2)?;
    let format = read_format(vm, format)?;
    let bytes = buffer(vm, data)?;
    let start = place(vm, &format, offset, bytes.len(), "unpack")?;
    Ok(Flow::Value(unpacked(vm, &format, &bytes[start..])))
}

/// `_all(format, buffer)`: a list of tuples.
fn all(vm: &mut Vm, args: Args) -> NativeResult {
    let [format, data] = args.exact(vm, "iter_unpack")?;
    let format = read_format(vm, format)?;
    let bytes = buffer(vm, data)?;
    if format.size == 0 {
        return Err(error(
            vm,
            "cannot iteratively unpack with a struct of length 0",
        ));
    }
    if bytes.len() % format.size != 0 {
        let text = format!(
            "iterative unpacking requires a buffer of a multiple of {} bytes",
            format.size
        );
        return Err(error(vm, &text));
    }
    let list = vm.heap.list(Vec::new());
    for part in bytes.chunks(format.size) {
        let values = unpacked(vm, &format, part);
        vm.push_item(list, values);
    }
    Ok(Flow::Value(list))
}
