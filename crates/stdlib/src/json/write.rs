//! Texts and numbers as JSON writes them. Knows no containers.

use interleave_python::heap::{Object, Value};
use interleave_python::text;
use interleave_python::vm::{Raised, Vm};

/// Appends `text` in quotes.
pub(super) fn quoted(out: &mut Vec<u8>, text: &str, ascii: bool) {
    out.push(b'"');
    let bytes = text.as_bytes();
    let mut plain_from = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        let short = match byte {
            b'"' => b'"',
            b'\\' => b'\\',
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x08 => b'b',
            0x0c => b'f',
            0..0x20 => 0,
            0x7f.. if ascii => 0,
            _ => continue,
        };
        out.extend_from_slice(&bytes[plain_from..at]);
        plain_from = at + 1;
        if short != 0 {
            out.extend_from_slice(&[b'\\', short]);
        } else if byte < 0x80 {
            out.extend_from_slice(format!("\\u{byte:04x}").as_bytes());
        } else if text.is_char_boundary(at) {
            let c = text[at..].chars().next().expect("a boundary inside");
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.extend_from_slice(format!("\\u{unit:04x}").as_bytes());
            }
        }
    }
    out.extend_from_slice(&bytes[plain_from..]);
    out.push(b'"');
}

/// Writes what JSON calls a number, a constant or a text; false for everything else. `nan`: whether a number may be none,
/// and whether the error says which.
pub(super) fn scalar(
    vm: &mut Vm,
    out: &mut Vec<u8>,
    value: Value,
    ascii: bool,
    nan: (bool, bool),
) -> Result<bool, Raised> {
    match vm.unwrap(value) {
        Value::None => out.extend_from_slice(b"null"),
        Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Int(i) => out.extend_from_slice(i.to_string().as_bytes()),
        Value::Float(f) => out.extend_from_slice(float(vm, f, nan)?.as_bytes()),
        base => match vm.object(base) {
            Some(Object::Str(text)) => quoted(out, &text.text, ascii),
            Some(Object::BigInt(big)) => {
                let digits = text::int::decimal_big(&big.clone());
                let digits = digits.map_err(|error| vm.text_error(error))?;
                out.extend_from_slice(digits.as_bytes());
            }
            _ => return Ok(false),
        },
    }
    Ok(true)
}

fn float(vm: &mut Vm, f: f64, (allow_nan, told): (bool, bool)) -> Result<String, Raised> {
    if f.is_finite() {
        return Ok(text::float::repr(f));
    }
    if !allow_nan {
        let shown = match told {
            false => String::new(),
            true => format!(": {}", text::float::repr(f)),
        };
        let text = format!("Out of range float values are not JSON compliant{shown}");
        return Err(vm.raise("ValueError", &text));
    }
    Ok(match f {
        f if f.is_nan() => "NaN",
        f if f > 0.0 => "Infinity",
        _ => "-Infinity",
    }
    .into())
}

/// A dict's key as the text that stands for it; `None` where it is of a wrong type.
pub(super) fn key_text(
    vm: &mut Vm,
    key: Value,
    nan: (bool, bool),
) -> Result<Option<Vec<u8>>, Raised> {
    if let Some(text) = vm.text(key) {
        return Ok(Some(text.as_bytes().to_vec()));
    }
    let mut out = Vec::new();
    Ok(scalar(vm, &mut out, key, false, nan)?.then_some(out))
}
