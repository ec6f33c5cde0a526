//! `binascii`, `base64` and checksums: bytes as letters, and sums over them.

mod letters;

use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Raised, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "binascii",
        functions: &[
            ("hexlify", hexlify),
            ("b2a_hex", hexlify),
            ("unhexlify", unhexlify),
            ("a2b_hex", unhexlify),
            ("b2a_base64", b2a_base64),
            ("a2b_base64", a2b_base64),
            ("crc32", crc32),
        ],
        set_up: None,
        source: Some(
            "class Error(ValueError):\n    pass\n\n\nclass Incomplete(Exception):\n    pass\n",
        ),
        shown_as: "",
        support: Support {
            there: "`hexlify`, `unhexlify`, `b2a_base64`, `a2b_base64`, `crc32`, `Error`",
            partial: &[],
            refused: &[("`b2a_uu`, `b2a_qp`, `crc_hqx` and their kin", "rarely used")],
        },
    },
    ModuleDef {
        name: "base64",
        functions: &[],
        set_up: None,
        source: Some(include_str!("base64.py")),
        shown_as: "/usr/lib/python3.11/base64.py",
        support: Support::whole("base 64, 32, 16 and 85"),
    },
];

/// What a byte costs, in ps.
const BYTE_PS: u64 = 900;

/// The bytes of a buffer, or of an ASCII text where `text` may be one.
pub(crate) fn bytes_of(vm: &mut Vm, value: Value, text: bool) -> Result<Vec<u8>, Raised> {
    let bytes = match vm.object(vm.unwrap(value)) {
        Some(Object::Bytes(bytes)) => bytes.to_vec(),
        Some(Object::ByteArray(bytes)) => bytes.clone(),
        Some(Object::Str(string)) if text => {
            if !string.is_ascii() {
                let text = "string argument should contain only ASCII characters";
                return Err(vm.raise("ValueError", text));
            }
            string.text.as_bytes().to_vec()
        }
        Some(Object::MemoryView(_)) => {
            let bytes = Value::Obj(vm.types.bytes);
            let bytes = vm.call_nested(bytes, Args::of(&[value]))?;
            return bytes_of(vm, bytes, text);
        }
        _ => {
            let told = vm.type_name(value);
            let text = match text {
                true => format!("argument should be bytes, buffer or ASCII string, not '{told}'"),
                false => format!("a bytes-like object is required, not '{told}'"),
            };
            return Err(vm.type_error(&text));
        }
    };
    vm.spend(BYTE_PS * bytes.len() as u64);
    vm.check_heap_growth(bytes.len() as u64 * 2)?;
    Ok(bytes)
}

fn error(vm: &mut Vm, text: &str) -> Raised {
    let module = vm.modules["binascii"];
    let class = vm.global(module, "Error").expect("the module has it");
    let text = vm.heap.str(text);
    Raised(vm.new_exception(class.as_ref().expect("a class"), &[text]))
}

fn bytes_value(vm: &mut Vm, bytes: Vec<u8>) -> NativeResult {
    Ok(Flow::Value(vm.heap.value(Object::Bytes(bytes.into()))))
}

/// `hexlify(data, sep, bytes_per_sep)`
fn hexlify(vm: &mut Vm, args: Args) -> NativeResult {
    let names = ["data", "sep", "bytes_per_sep"];
    let [data, separator, group] = args.named(vm, "hexlify", names, 1)?;
    let bytes = bytes_of(vm, data, false)?;
    if !separator.is_unbound() {
        let hex = vm.symbols.intern("hex");
        let method = vm.get_attr_nested(data, hex)?;
        let mut rest = vec![separator];
        rest.extend(Some(group).filter(|group| !group.is_unbound()));
        let text = vm.call_nested(method, Args::of(&rest))?;
        let text = vm.text(text).unwrap_or_default();
        return bytes_value(vm, text.as_bytes().to_vec());
    }
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    bytes_value(vm, hex.into_bytes())
}

/// `unhexlify(hexstr)`
fn unhexlify(vm: &mut Vm, args: Args) -> NativeResult {
    let [text] = args.exact(vm, "unhexlify")?;
    let text = bytes_of(vm, text, true)?;
    if text.len() % 2 == 1 {
        return Err(error(vm, "Odd-length string"));
    }
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let bytes: Option<Vec<u8>> = text
        .chunks(2)
        .map(|pair| Some((digit(pair[0])? * 16 + digit(pair[1])?) as u8))
        .collect();
    match bytes {
        Some(bytes) => bytes_value(vm, bytes),
        None => Err(error(vm, "Non-hexadecimal digit found")),
    }
}

/// `b2a_base64(data, newline=True)`
fn b2a_base64(vm: &mut Vm, args: Args) -> NativeResult {
    let [data, newline] = args.named(vm, "b2a_base64", ["data", "newline"], 1)?;
    let bytes = bytes_of(vm, data, false)?;
    let mut text = letters::encode(&bytes);
    if newline.is_unbound() || vm.truth_nested(newline)? {
        text.push(b'\n');
    }
    bytes_value(vm, text)
}

/// `a2b_base64(text, strict_mode=False)`
fn a2b_base64(vm: &mut Vm, args: Args) -> NativeResult {
    let [text, strict] = args.named(vm, "a2b_base64", ["data", "strict_mode"], 1)?;
    let text = bytes_of(vm, text, true)?;
    let strict = !strict.is_unbound() && vm.truth_nested(strict)?;
    match letters::decode(&text, strict) {
        Ok(bytes) => bytes_value(vm, bytes),
        Err(text) => Err(error(vm, &text)),
    }
}

fn checksum(vm: &mut Vm, args: &Args, name: &str) -> Result<(Vec<u8>, Option<u32>), Raised> {
    let [data, start] = args.between(vm, name, 1)?;
    let bytes = bytes_of(vm, data, false)?;
    let start = match start {
        Value::Unbound => None,
        start => Some(vm.as_index(start)?.unwrap_or(0) as u32),
    };
    Ok((bytes, start))
}

/// `crc32(data, value=0)`
pub(crate) fn crc32(vm: &mut Vm, args: Args) -> NativeResult {
    let (bytes, start) = checksum(vm, &args, "crc32")?;
    let sum = letters::crc32(&bytes, start.unwrap_or(0));
    Ok(Flow::Value(Value::Int(i64::from(sum))))
}

/// `adler32(data, value=1)`
pub(crate) fn adler32(vm: &mut Vm, args: Args) -> NativeResult {
    let (bytes, start) = checksum(vm, &args, "adler32")?;
    let sum = letters::adler32(&bytes, start.unwrap_or(1));
    Ok(Flow::Value(Value::Int(i64::from(sum))))
}
