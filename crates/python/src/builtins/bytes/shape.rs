//! Letters' case, questions about bytes, widening and translation: all of it by ASCII.

use super::{Methods, count_argument, like, made, ok, read};
use crate::heap::Value;
use crate::vm::{Args, NativeResult, Raised, Vm};

pub(super) const METHODS: Methods = &[
    ("upper", |vm, args| {
        mapped(vm, args, "bytes.upper", |bytes| bytes.to_ascii_uppercase())
    }),
    ("lower", |vm, args| {
        mapped(vm, args, "bytes.lower", |bytes| bytes.to_ascii_lowercase())
    }),
    ("capitalize", |vm, args| {
        mapped(vm, args, "bytes.capitalize", |bytes| {
            let mut lower = bytes.to_ascii_lowercase();
            if let Some(first) = lower.first_mut() {
                first.make_ascii_uppercase();
            }
            lower
        })
    }),
    ("title", |vm, args| {
        mapped(vm, args, "bytes.title", |bytes| {
            let mut after_letter = false;
            bytes
                .iter()
                .map(|byte| {
                    let result = if after_letter {
                        byte.to_ascii_lowercase()
                    } else {
                        byte.to_ascii_uppercase()
                    };
                    after_letter = byte.is_ascii_alphabetic();
                    result
                })
                .collect()
        })
    }),
    ("swapcase", |vm, args| {
        mapped(vm, args, "bytes.swapcase", |bytes| {
            let swap = |byte: &u8| match byte {
                b'a'..=b'z' => byte.to_ascii_uppercase(),
                _ => byte.to_ascii_lowercase(),
            };
            bytes.iter().map(swap).collect()
        })
    }),
    ("isalpha", |vm, args| {
        all(vm, args, "bytes.isalpha", u8::is_ascii_alphabetic)
    }),
    ("isalnum", |vm, args| {
        all(vm, args, "bytes.isalnum", u8::is_ascii_alphanumeric)
    }),
    ("isdigit", |vm, args| {
        all(vm, args, "bytes.isdigit", u8::is_ascii_digit)
    }),
    ("isspace", |vm, args| {
        all(vm, args, "bytes.isspace", |byte| {
            matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c)
        })
    }),
    ("isascii", |vm, args| {
        asked(vm, args, "bytes.isascii", |bytes| bytes.is_ascii())
    }),
    ("islower", |vm, args| {
        asked(vm, args, "bytes.islower", |bytes| {
            bytes.iter().any(u8::is_ascii_lowercase) && !bytes.iter().any(u8::is_ascii_uppercase)
        })
    }),
    ("isupper", |vm, args| {
        asked(vm, args, "bytes.isupper", |bytes| {
            bytes.iter().any(u8::is_ascii_uppercase) && !bytes.iter().any(u8::is_ascii_lowercase)
        })
    }),
    ("istitle", |vm, args| {
        asked(vm, args, "bytes.istitle", |bytes| {
            let (mut after_letter, mut any) = (false, false);
            for byte in bytes {
                let wrong = if after_letter {
                    byte.is_ascii_uppercase()
                } else {
                    byte.is_ascii_lowercase()
                };
                if wrong {
                    return false;
                }
                after_letter = byte.is_ascii_alphabetic();
                any |= after_letter;
            }
            any
        })
    }),
    ("center", |vm, args| {
        padded(vm, args, "bytes.center", |missing, width| {
            missing / 2 + (missing & width & 1)
        })
    }),
    ("ljust", |vm, args| {
        padded(vm, args, "bytes.ljust", |_, _| 0)
    }),
    ("rjust", |vm, args| {
        padded(vm, args, "bytes.rjust", |missing, _| missing)
    }),
    ("zfill", |vm, args| {
        let [own, width] = args.exact(vm, "bytes.zfill")?;
        let width = count_argument(vm, width)?;
        let bytes = read(vm, own)?;
        let missing = usize::try_from(width)
            .unwrap_or(0)
            .saturating_sub(bytes.len());
        vm.check_heap_growth(missing as u64)?;
        let signed = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
        let mut filled = bytes[..signed].to_vec();
        filled.resize(signed + missing, b'0');
        filled.extend_from_slice(&bytes[signed..]);
        ok(like(vm, own, filled))
    }),
    ("expandtabs", |vm, args| {
        let [own, size] = args.named(vm, "expandtabs", ["self", "tabsize"], 1)?;
        let size = if size.is_unbound() {
            8
        } else {
            count_argument(vm, size)?
        };
        let size = usize::try_from(size).unwrap_or(0);
        let (mut wide, mut column) = (Vec::new(), 0);
        for byte in read(vm, own)? {
            match byte {
                b'\t' if size > 0 => {
                    let blanks = size - column % size;
                    wide.resize(wide.len() + blanks, b' ');
                    column += blanks;
                }
                b'\t' => {}
                _ => {
                    column = if matches!(byte, b'\n' | b'\r') {
                        0
                    } else {
                        column + 1
                    };
                    wide.push(byte);
                }
            }
        }
        ok(like(vm, own, wide))
    }),
    ("translate", |vm, args| {
        let [own, table, delete] = args.named(vm, "translate", ["self", "table", "delete"], 2)?;
        let bytes = read(vm, own)?;
        let doomed = if delete.is_unbound() {
            Vec::new()
        } else {
            read(vm, delete)?
        };
        let table = if table.is_none() {
            None
        } else {
            Some(read(vm, table)?)
        };
        if table.as_ref().is_some_and(|table| table.len() != 256) {
            return Err(vm.raise(
                "ValueError",
                "translation table must be 256 characters long",
            ));
        }
        let kept = bytes.into_iter().filter(|byte| !doomed.contains(byte));
        let result = kept
            .map(|byte| {
                table
                    .as_ref()
                    .map_or(byte, |table| table[usize::from(byte)])
            })
            .collect();
        ok(like(vm, own, result))
    }),
];

/// `bytes.maketrans(from, to)`
pub(super) fn make_table(vm: &mut Vm, args: Args) -> NativeResult {
    let [from, to] = args.exact(vm, "maketrans")?;
    let (from, to) = (read(vm, from)?, read(vm, to)?);
    if from.len() != to.len() {
        return Err(vm.raise("ValueError", "maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.into_iter().zip(to) {
        table[usize::from(from)] = to;
    }
    ok(made(vm, table, false))
}

fn mapped(vm: &mut Vm, args: Args, name: &str, map: fn(&[u8]) -> Vec<u8>) -> NativeResult {
    let [own] = args.exact(vm, name)?;
    let bytes = map(&read(vm, own)?);
    ok(like(vm, own, bytes))
}

fn asked(vm: &mut Vm, args: Args, name: &str, test: fn(&[u8]) -> bool) -> NativeResult {
    let [own] = args.exact(vm, name)?;
    let bytes = read(vm, own)?;
    ok(Value::Bool(test(&bytes)))
}

fn all(vm: &mut Vm, args: Args, name: &str, test: fn(&u8) -> bool) -> NativeResult {
    let [own] = args.exact(vm, name)?;
    let bytes = read(vm, own)?;
    ok(Value::Bool(!bytes.is_empty() && bytes.iter().all(test)))
}

/// Widens with `left(missing, width)` fill bytes in front.
fn padded(vm: &mut Vm, args: Args, name: &str, left: fn(usize, usize) -> usize) -> NativeResult {
    let [own, width, fill] = args.between(vm, name, 2)?;
    let width = usize::try_from(count_argument(vm, width)?).unwrap_or(0);
    let fill = fill_byte(vm, fill, &name[6..])?;
    let bytes = read(vm, own)?;
    let missing = width.saturating_sub(bytes.len());
    vm.check_heap_growth(missing as u64)?;
    let before = left(missing, width);
    let mut wide = vec![fill; before];
    wide.extend_from_slice(&bytes);
    wide.resize(wide.len() + missing - before, fill);
    ok(like(vm, own, wide))
}

fn fill_byte(vm: &mut Vm, fill: Value, name: &str) -> Result<u8, Raised> {
    if fill.is_unbound() {
        return Ok(b' ');
    }
    if let Ok(bytes) = super::peek(vm, fill)
        && let [byte] = bytes[..]
    {
        return Ok(byte);
    }
    let text = format!(
        "{name}() argument 2 must be a byte string of length 1, not {}",
        vm.type_name(fill)
    );
    Err(vm.type_error(&text))
}
