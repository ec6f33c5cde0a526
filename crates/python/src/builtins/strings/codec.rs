//! Text to bytes and back: UTF-8, ASCII, Latin-1, cp1252, UTF-16 and UTF-32, with CPython's error handlers. Other codecs are
//! named as not supported.
//!
//! (Over 400 lines because all codecs share one walk over what does not fit and its handlers.)

use super::arguments::{own, text_argument};
use crate::builtins::ok;
use crate::heap::{Object, Value};
use crate::vm::{Args, NativeResult, Raised, Vm};
use std::fmt::Write;
use std::rc::Rc;

#[derive(Clone, Copy, PartialEq)]
enum Codec {
    Utf8,
    Ascii,
    Latin1,
    Cp1252,
    /// UTF-8 with a byte order mark first.
    Utf8Signed,
    Utf32 {
        big_endian: bool,
        mark: bool,
    },
    /// `mark`: a byte order mark comes first.
    Utf16 {
        big_endian: bool,
        mark: bool,
    },
}

impl Codec {
    /// The name in error messages.
    fn name(self) -> &'static str {
        match self {
            Codec::Utf8 => "utf-8",
            Codec::Ascii => "ascii",
            Codec::Latin1 => "latin-1",
            Codec::Cp1252 => "charmap",
            Codec::Utf8Signed => "utf-8-sig",
            Codec::Utf32 { .. } => "utf-32",
            Codec::Utf16 { mark: true, .. } => "utf-16",
            Codec::Utf16 {
                big_endian: true, ..
            } => "utf-16-be",
            Codec::Utf16 { .. } => "utf-16-le",
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Handler {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    XmlCharRefReplace,
}

/// `text.encode(encoding="utf-8", errors="strict")`
pub(super) fn str_encode(vm: &mut Vm, args: Args) -> NativeResult {
    let [value, encoding, errors] = args.named(vm, "encode", ["self", "encoding", "errors"], 1)?;
    own(vm, value, "encode")?;
    let bytes = encode(vm, value, "encode", encoding, errors)?;
    vm.check_heap_growth(bytes.len() as u64)?;
    ok(vm.heap.value(Object::Bytes(bytes.into())))
}

/// Which codec and handler the arguments of `caller` name.
fn choice(
    vm: &mut Vm,
    caller: &str,
    encoding: Value,
    errors: Value,
) -> Result<(Codec, Result<Handler, Rc<str>>), Raised> {
    let mut read = |value: Value, name: &str, default: &str| -> Result<Rc<str>, Raised> {
        if value.is_unbound() {
            return Ok(default.into());
        }
        let told = format!("{caller}() argument '{name}' must be str");
        text_argument(vm, value, &told)
    };
    let encoding = read(encoding, "encoding", "utf-8")?;
    let errors = read(errors, "errors", "strict")?;
    let codec = codec_named(vm, &encoding)?;
    let handler = match &*errors {
        "strict" => Handler::Strict,
        "ignore" => Handler::Ignore,
        "replace" => Handler::Replace,
        "backslashreplace" => Handler::BackslashReplace,
        "xmlcharrefreplace" => Handler::XmlCharRefReplace,
        _ => return Ok((codec, Err(errors))),
    };
    Ok((codec, Ok(handler)))
}

fn codec_named(vm: &mut Vm, encoding: &str) -> Result<Codec, Raised> {
    let plain = encoding.to_lowercase().replace(['_', ' '], "-");
    Ok(match &*plain {
        "utf-8" | "utf8" | "u8" | "cp65001" => Codec::Utf8,
        "ascii" | "us-ascii" | "646" => Codec::Ascii,
        "latin-1" | "latin1" | "latin" | "l1" | "iso-8859-1" | "iso8859-1" | "8859" => {
            Codec::Latin1
        }
        "utf-16" | "utf16" | "u16" => Codec::Utf16 {
            big_endian: false,
            mark: true,
        },
        "utf-8-sig" | "utf8-sig" => Codec::Utf8Signed,
        "cp1252" | "windows-1252" | "1252" => Codec::Cp1252,
        "utf-32" | "utf32" | "u32" | "utf-32-le" | "utf-32le" | "utf-32-be" | "utf-32be" => {
            Codec::Utf32 {
                big_endian: plain.ends_with("be"),
                mark: !plain.ends_with('e'),
            }
        }
        "utf-16-le" | "utf-16le" => Codec::Utf16 {
            big_endian: false,
            mark: false,
        },
        "utf-16-be" | "utf-16be" => Codec::Utf16 {
            big_endian: true,
            mark: false,
        },
        _ if [
            "utf", "cp", "iso", "mac", "koi8", "big5", "gb", "shift", "euc",
        ]
        .iter()
        .any(|family| plain.starts_with(family))
            || [
                "idna",
                "punycode",
                "rot13",
                "hex",
                "base64",
                "unicode-escape",
            ]
            .contains(&&*plain) =>
        {
            return Err(vm.not_supported(&format!("the codec '{encoding}'")));
        }
        _ => {
            let text = format!("unknown encoding: {encoding}");
            return Err(vm.raise("LookupError", &text));
        }
    })
}

fn unknown_handler(vm: &mut Vm, name: &str) -> Raised {
    let text = format!("unknown error handler name '{name}'");
    vm.raise("LookupError", &text)
}

/// The bytes of a `str` value.
pub(in crate::builtins) fn encode(
    vm: &mut Vm,
    value: Value,
    caller: &str,
    encoding: Value,
    errors: Value,
) -> Result<Vec<u8>, Raised> {
    let (codec, handler) = choice(vm, caller, encoding, errors)?;
    let text = vm.text(value).unwrap_or_default();
    let limit = match codec {
        Codec::Utf8 => return Ok(text.as_bytes().to_vec()),
        Codec::Utf8Signed => return Ok([UTF_8_MARK, text.as_bytes()].concat()),
        Codec::Utf32 { big_endian, mark } => {
            let mark = mark.then_some('\u{feff}');
            let units = mark.into_iter().chain(text.chars()).map(u32::from);
            return Ok(units
                .flat_map(|unit| match big_endian {
                    true => unit.to_be_bytes(),
                    false => unit.to_le_bytes(),
                })
                .collect());
        }
        Codec::Cp1252 => 0x80,
        Codec::Ascii => 0x80,
        Codec::Latin1 => 0x100,
        Codec::Utf16 { big_endian, mark } => return Ok(utf_16(&text, big_endian, mark)),
    };
    let single = |c: &char| match codec {
        Codec::Cp1252 => CP_1252
            .iter()
            .position(|known| known == c)
            .map(|place| 0x80 + place as u8)
            .or(u8::try_from(*c)
                .ok()
                .filter(|byte| !(0x80..0xa0).contains(byte))),
        _ => u8::try_from(*c)
            .ok()
            .filter(|&byte| u32::from(byte) < limit),
    };
    let fits = |c: &char| single(c).is_some();
    let mut out = Vec::with_capacity(text.len());
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        if let Some(byte) = single(&chars[at]) {
            out.push(byte);
            at += 1;
            continue;
        }
        let end = chars[at..]
            .iter()
            .position(fits)
            .map_or(chars.len(), |length| at + length);
        let handler = match &handler {
            Ok(handler) => *handler,
            Err(name) => return Err(unknown_handler(vm, name)),
        };
        match handler {
            Handler::Strict => {
                let reason = match codec {
                    Codec::Cp1252 => "character maps to <undefined>".to_owned(),
                    _ => format!("ordinal not in range({limit})"),
                };
                let (name, span) = (codec.name(), (at, end));
                return Err(unicode_error(
                    vm,
                    "UnicodeEncodeError",
                    name,
                    value,
                    span,
                    &reason,
                ));
            }
            Handler::Ignore => {}
            Handler::Replace => out.extend(std::iter::repeat_n(b'?', end - at)),
            Handler::BackslashReplace => {
                let escaped: String = chars[at..end].iter().collect();
                let escaped = escape_all(&escaped);
                out.extend(escaped.as_bytes());
            }
            Handler::XmlCharRefReplace => {
                for &c in &chars[at..end] {
                    out.extend(format!("&#{};", c as u32).as_bytes());
                }
            }
        }
        at = end;
    }
    Ok(out)
}

fn escape_all(text: &str) -> String {
    let mut out = String::new();
    for code in text.chars().map(|c| c as u32) {
        // Writing to a String cannot fail.
        let _ = match code {
            0..=0xff => write!(out, "\\x{code:02x}"),
            0x100..=0xffff => write!(out, "\\u{code:04x}"),
            _ => write!(out, "\\U{code:08x}"),
        };
    }
    out
}

fn utf_16(text: &str, big_endian: bool, mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xfeff);
    let units = mark.into_iter().chain(text.encode_utf16());
    units
        .flat_map(|unit: u16| {
            if big_endian {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        })
        .collect()
}

const UTF_8_MARK: &[u8] = b"\xef\xbb\xbf";

/// What cp1252 has where Latin-1 has control characters; those bytes that it leaves open stand for themselves.
const CP_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn from_utf_32(bytes: &[u8], big_endian: bool, mark: bool) -> Option<String> {
    let units = bytes.chunks(4).map(|unit| {
        let unit: [u8; 4] = unit.try_into().ok()?;
        char::from_u32(match big_endian {
            true => u32::from_be_bytes(unit),
            false => u32::from_le_bytes(unit),
        })
    });
    let text: String = units.collect::<Option<_>>()?;
    match text.strip_prefix('\u{feff}') {
        Some(rest) if mark => Some(rest.to_owned()),
        _ => Some(text),
    }
}

/// The text of `bytes`.
pub(in crate::builtins) fn decode(
    vm: &mut Vm,
    bytes: &[u8],
    caller: &str,
    encoding: Value,
    errors: Value,
) -> Result<String, Raised> {
    let (mut codec, handler) = choice(vm, caller, encoding, errors)?;
    let mut bytes = bytes;
    if codec == Codec::Utf8Signed {
        codec = Codec::Utf8;
        bytes = bytes.strip_prefix(UTF_8_MARK).unwrap_or(bytes);
    }
    let mut out = String::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let (length, reason) = match codec {
            Codec::Latin1 => {
                out.extend(bytes.iter().map(|&byte| char::from(byte)));
                break;
            }
            Codec::Cp1252 => match bytes[at] {
                0x81 | 0x8d | 0x8f | 0x90 | 0x9d => (1, "character maps to <undefined>"),
                byte => {
                    out.push(match byte {
                        0x80..0xa0 => CP_1252[usize::from(byte) - 0x80],
                        _ => char::from(byte),
                    });
                    at += 1;
                    continue;
                }
            },
            Codec::Utf32 { big_endian, mark } => {
                match from_utf_32(bytes, big_endian, mark) {
                    Some(text) => out = text,
                    None => return Err(vm.not_supported("decoding broken UTF-32")),
                }
                break;
            }
            Codec::Utf8Signed => unreachable!("taken for plain UTF-8 above"),
            Codec::Utf16 { big_endian, mark } => {
                match from_utf_16(bytes, big_endian, mark) {
                    Some(text) => out = text,
                    None => return Err(vm.not_supported("decoding broken UTF-16")),
                }
                break;
            }
            Codec::Ascii if bytes[at].is_ascii() => {
                out.push(char::from(bytes[at]));
                at += 1;
                continue;
            }
            Codec::Ascii => (1, "ordinal not in range(128)"),
            Codec::Utf8 => match std::str::from_utf8(&bytes[at..]) {
                Ok(rest) => {
                    out.push_str(rest);
                    break;
                }
                Err(error) => {
                    let valid = &bytes[at..at + error.valid_up_to()];
                    out.push_str(&String::from_utf8_lossy(valid));
                    at += valid.len();
                    match error.error_len() {
                        None => (bytes.len() - at, "unexpected end of data"),
                        Some(1) if !matches!(bytes[at], 0xc2..=0xf4) => (1, "invalid start byte"),
                        Some(length) => (length, "invalid continuation byte"),
                    }
                }
            },
        };
        let handler = match &handler {
            Ok(handler) => *handler,
            Err(name) => return Err(unknown_handler(vm, name)),
        };
        match handler {
            Handler::Ignore => {}
            Handler::Replace => out.push(char::REPLACEMENT_CHARACTER),
            Handler::BackslashReplace => {
                for byte in &bytes[at..at + length] {
                    // Writing to a String cannot fail.
                    let _ = write!(out, "\\x{byte:02x}");
                }
            }
            Handler::Strict => {
                let object = vm.heap.value(Object::Bytes(bytes.into()));
                let (name, span) = (codec.name(), (at, at + length));
                return Err(unicode_error(
                    vm,
                    "UnicodeDecodeError",
                    name,
                    object,
                    span,
                    reason,
                ));
            }
            Handler::XmlCharRefReplace => {
                return Err(
                    vm.type_error("don't know how to handle UnicodeDecodeError in error callback")
                );
            }
        }
        at += length;
    }
    Ok(out)
}

fn from_utf_16(bytes: &[u8], big_endian: bool, mark: bool) -> Option<String> {
    let (mut big_endian, mut bytes) = (big_endian, bytes);
    if mark && bytes.len() >= 2 {
        match bytes[..2] {
            [0xff, 0xfe] => bytes = &bytes[2..],
            [0xfe, 0xff] => (big_endian, bytes) = (true, &bytes[2..]),
            _ => {}
        }
    }
    let (pairs, []) = bytes.as_chunks::<2>() else {
        return None;
    };
    let units = pairs.iter().map(|&pair| {
        if big_endian {
            u16::from_be_bytes(pair)
        } else {
            u16::from_le_bytes(pair)
        }
    });
    char::decode_utf16(units)
        .collect::<Result<String, _>>()
        .ok()
}

/// `UnicodeEncodeError` or `UnicodeDecodeError` with its attributes; `span` is what could not be read.
fn unicode_error(
    vm: &mut Vm,
    class: &str,
    codec: &str,
    object: Value,
    span: (usize, usize),
    reason: &str,
) -> Raised {
    let encoding = vm.heap.str(codec);
    let reason = vm.heap.str(reason);
    let (start, end) = (Value::Int(span.0 as i64), Value::Int(span.1 as i64));
    let raised = vm.raise_value(class, &[encoding, object, start, end, reason]);
    for (name, value) in [
        ("encoding", encoding),
        ("object", object),
        ("start", start),
        ("end", end),
        ("reason", reason),
    ] {
        let name = vm.symbols.intern(name);
        if let Some(exception) = vm.exception_mut(raised.0) {
            exception.attrs.set(name, value);
        }
    }
    raised
}

impl Vm {
    /// `str()` of a `UnicodeEncodeError` or `UnicodeDecodeError` from its five arguments.
    pub(crate) fn unicode_error_text(&mut self, args: &[Value]) -> Result<String, Raised> {
        let [encoding, object, Value::Int(start), Value::Int(end), reason] = *args else {
            let tuple = self.heap.tuple(args);
            return self.repr_nested(tuple);
        };
        let (encoding, reason) = (self.str_nested(encoding)?, self.str_nested(reason)?);
        let single = end == start + 1;
        let at = start as usize;
        let text = self.text(object);
        let (verb, unit) = match text {
            Some(_) => ("encode", "character"),
            None => ("decode", "byte"),
        };
        let culprit = match (text, self.object(object)) {
            (Some(text), _) => text
                .chars()
                .nth(at)
                .map(|c| format!("'{}'", escape_all(&c.to_string()))),
            (_, Some(Object::Bytes(bytes))) => bytes.get(at).map(|byte| format!("0x{byte:02x}")),
            _ => None,
        };
        Ok(match culprit.filter(|_| single) {
            Some(culprit) => format!(
                "'{encoding}' codec can't {verb} {unit} {culprit} in position {start}: {reason}"
            ),
            None => format!(
                "'{encoding}' codec can't {verb} {unit}s in position {start}-{}: {reason}",
                end - 1
            ),
        })
    }
}
