//! `array`: numbers of one kind. Their bytes, little end first, are made and read here; the class is Python.

use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Raised, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "array",
    functions: &[("_pack", pack), ("_unpack", unpack)],
    set_up: None,
    source: Some(include_str!("array.py")),
    shown_as: "",
    support: Support {
        there: "`array` with its methods, `typecodes`",
        partial: &[(
            "the buffer protocol",
            "not there: `memoryview(array)`, `readinto`",
        )],
        refused: &[],
    },
}];

/// How many bytes an item has, and whether it is signed.
fn kind(vm: &mut Vm, code: Value) -> Result<(char, usize, bool), Raised> {
    let text = vm.text(code).unwrap_or_default();
    let code = text.chars().next().unwrap_or('?');
    let size = match code.to_ascii_lowercase() {
        'b' => 1,
        'h' => 2,
        'i' | 'f' | 'u' => 4,
        'l' | 'q' | 'd' => 8,
        _ => return Err(vm.raise("ValueError", "bad typecode")),
    };
    Ok((code, size, code.is_ascii_lowercase()))
}

/// `_pack(code, items)`
fn pack(vm: &mut Vm, args: Args) -> NativeResult {
    let [code, items] = args.exact(vm, "_pack")?;
    let (code, size, _) = kind(vm, code)?;
    let mut bytes = Vec::new();
    for item in vm.items_of(items)?.unwrap_or_default() {
        match (code, item) {
            ('d', Value::Float(x)) => bytes.extend_from_slice(&x.to_le_bytes()),
            ('f', Value::Float(x)) => bytes.extend_from_slice(&(x as f32).to_le_bytes()),
            ('u', item) => {
                let text = vm.text(item).unwrap_or_default();
                let c = text.chars().next().unwrap_or('\0');
                bytes.extend_from_slice(&(c as u32).to_le_bytes());
            }
            (_, item) => {
                let int = vm.big(item).unwrap_or_default();
                let mut own = int.to_signed_bytes_le();
                let fill = if int.sign() == num_bigint::Sign::Minus {
                    0xff
                } else {
                    0
                };
                own.resize(size.max(own.len()), fill);
                bytes.extend_from_slice(&own[..size]);
            }
        }
    }
    Ok(Flow::Value(vm.heap.value(Object::Bytes(bytes.into()))))
}

/// `_unpack(code, bytes)`: the items as a list.
fn unpack(vm: &mut Vm, args: Args) -> NativeResult {
    let [code, data] = args.exact(vm, "_unpack")?;
    let (code, size, signed) = kind(vm, code)?;
    let bytes: Vec<u8> = match vm.object(vm.unwrap(data)) {
        Some(Object::Bytes(bytes)) => bytes.to_vec(),
        Some(Object::ByteArray(bytes)) => bytes.clone(),
        _ => return Err(vm.type_error("a bytes-like object is required")),
    };
    let mut items = Vec::new();
    for part in bytes.chunks_exact(size) {
        let mut word = [0; 8];
        word[..size].copy_from_slice(part);
        let raw = u64::from_le_bytes(word);
        items.push(match code {
            'd' => Value::Float(f64::from_bits(raw)),
            'f' => Value::Float(f64::from(f32::from_bits(raw as u32))),
            'u' => vm.char_value(char::from_u32(raw as u32).unwrap_or('\u{fffd}')),
            _ if signed => {
                let unused = 64 - 8 * size as u32;
                Value::Int((raw << unused) as i64 >> unused)
            }
            _ => vm.int_value(raw.into()),
        });
    }
    Ok(Flow::Value(vm.heap.list(items)))
}
