//! Reading JSON's texts and numbers. Knows bytes of UTF-8 only, neither values nor containers.

/// What is wrong with a document, and at which byte.
pub(super) struct Problem {
    pub(super) message: &'static str,
    pub(super) at: usize,
}

/// A number's text: its end, and whether it is an integer.
pub(super) struct Number {
    pub(super) end: usize,
    pub(super) whole: bool,
}

/// A text that stands in quotes.
pub(super) enum Quoted {
    /// Its value and the byte behind it.
    Text(String, usize),
    /// It holds half of a surrogate pair.
    HalfPair,
}

fn problem<T>(message: &'static str, at: usize) -> Result<T, Problem> {
    Err(Problem { message, at })
}

/// The first byte from `at` on that is no white space.
pub(super) fn skip_space(text: &[u8], mut at: usize) -> usize {
    while matches!(text.get(at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
        at += 1;
    }
    at
}

/// The number at `start`, if one is there.
pub(super) fn number(text: &[u8], start: usize) -> Option<Number> {
    let digits = |mut at: usize| {
        while text.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        at
    };
    let mut end = start + usize::from(text.get(start) == Some(&b'-'));
    end = match text.get(end)? {
        b'0' => end + 1,
        b'1'..=b'9' => digits(end),
        _ => return None,
    };
    let mut whole = true;
    if text.get(end) == Some(&b'.') && text.get(end + 1).is_some_and(u8::is_ascii_digit) {
        whole = false;
        end = digits(end + 1);
    }
    if matches!(text.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(text.get(end + 1), Some(b'+' | b'-')));
        if text.get(end + 1 + sign).is_some_and(u8::is_ascii_digit) {
            whole = false;
            end = digits(end + 1 + sign);
        }
    }
    Some(Number { end, whole })
}

/// The text whose opening quote is at `open`.
pub(super) fn quoted(text: &str, open: usize, strict: bool) -> Result<Quoted, Problem> {
    const UNTERMINATED: &str = "Unterminated string starting at";
    let bytes = text.as_bytes();
    let mut value = String::new();
    let mut at = open + 1;
    loop {
        let plain = at;
        let stop = loop {
            match bytes.get(at) {
                None => return problem(UNTERMINATED, open),
                Some(&byte @ (b'"' | b'\\')) => break byte,
                Some(0..0x20) if strict => return problem("Invalid control character at", at),
                Some(_) => at += 1,
            }
        };
        value.push_str(&text[plain..at]);
        if stop == b'"' {
            return Ok(Quoted::Text(value, at + 1));
        }
        let Some(&escape) = bytes.get(at + 1) else {
            return problem(UNTERMINATED, open);
        };
        if escape != b'u' {
            value.push(match escape {
                b'"' | b'\\' | b'/' => char::from(escape),
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                _ => return problem("Invalid \\escape", at),
            });
            at += 2;
            continue;
        }
        let Some(unit) = hex_unit(bytes, at) else {
            return problem("Invalid \\uXXXX escape", at + 1);
        };
        at += 6;
        let mut units = vec![unit];
        let pair = unit & 0xfc00 == 0xd800 && bytes.get(at..at + 2) == Some(b"\\u");
        let second = hex_unit(bytes, at).filter(|&second| pair && second & 0xfc00 == 0xdc00);
        if let Some(second) = second {
            units.push(second);
            at += 6;
        }
        match String::from_utf16(&units) {
            Ok(c) => value.push_str(&c),
            Err(_) => return Ok(Quoted::HalfPair),
        }
    }
}

/// The four digits after the `\u` at `at`. CPython wants a byte behind them.
fn hex_unit(text: &[u8], at: usize) -> Option<u16> {
    let digits = text.get(at + 2..at + 6)?;
    text.get(at + 6)?;
    if !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}
