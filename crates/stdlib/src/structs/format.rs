//! Formats of `struct`: `<2hI4s` as fields with their places.

/// More than any script has room for, in bytes.
const MAX_STRUCT_BYTES: u64 = 1 << 40;

/// A format.
#[derive(Debug)]
pub(super) struct Format {
    pub(super) fields: Vec<Field>,
    /// Bytes of the whole.
    pub(super) size: usize,
    /// Values of the whole.
    pub(super) count: usize,
    pub(super) big_endian: bool,
    /// Whether sizes, places and rounding are the machine's own.
    pub(super) native: bool,
}

/// A letter of a format with its count.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) letter: char,
    pub(super) count: usize,
    pub(super) offset: usize,
    /// Bytes of one value.
    pub(super) size: usize,
}

impl Field {
    /// How many values it stands for.
    pub(super) fn values(&self) -> usize {
        match self.letter {
            'x' => 0,
            's' | 'p' => 1,
            _ => self.count,
        }
    }
}

/// A letter's size in bytes; natively or in the standard form.
fn size_of(letter: char, native: bool) -> Option<usize> {
    Some(match letter {
        'x' | 'b' | 'B' | 'c' | 's' | 'p' | '?' => 1,
        'h' | 'H' | 'e' => 2,
        'i' | 'I' | 'f' => 4,
        'l' | 'L' => {
            if native {
                8
            } else {
                4
            }
        }
        'q' | 'Q' | 'd' => 8,
        'n' | 'N' | 'P' if native => 8,
        _ => return None,
    })
}

/// Reads a format.
pub(super) fn parse(text: &str) -> Result<Format, &'static str> {
    let mut rest = text;
    let order = text.chars().next().filter(|c| "@=<>!".contains(*c));
    if order.is_some() {
        rest = &text[1..];
    }
    let native = matches!(order, None | Some('@'));
    let mut format = Format {
        fields: Vec::new(),
        size: 0,
        count: 0,
        big_endian: matches!(order, Some('>' | '!')),
        native,
    };
    let mut chars = rest.chars().filter(|c| !c.is_ascii_whitespace()).peekable();
    while let Some(mut letter) = chars.next() {
        let mut count = 1;
        if let Some(digit) = letter.to_digit(10) {
            count = digit as usize;
            loop {
                match chars.next() {
                    Some(c) if c.is_ascii_digit() => {
                        let digit = c.to_digit(10).expect("a digit") as usize;
                        let more = count.checked_mul(10).and_then(|n| n.checked_add(digit));
                        count = more.ok_or("overflow in item count")?;
                    }
                    Some(c) => {
                        letter = c;
                        break;
                    }
                    None => return Err("repeat count given without format specifier"),
                }
            }
        }
        let size = size_of(letter, native).ok_or("bad char in struct format")?;
        if native {
            format.size = format.size.next_multiple_of(size);
        }
        let is_text = matches!(letter, 's' | 'p');
        let field = Field {
            letter,
            count,
            offset: format.size,
            size: if is_text { count } else { size },
        };
        let bytes = count
            .checked_mul(size)
            .and_then(|n| n.checked_add(format.size));
        format.size = bytes
            .filter(|&bytes| bytes as u64 <= MAX_STRUCT_BYTES)
            .ok_or("total struct size too long")?;
        format.count += field.values();
        if letter != 'x' {
            format.fields.push(field);
        }
    }
    Ok(format)
}
