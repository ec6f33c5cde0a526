//! `format()` of ints and floats: digits, sign, prefix, grouping and padding. Reads no
//! specifier itself (`format_spec` does). Locale's `n` is the C locale, without grouping.

use super::float::{Style, render};
use super::format_spec::{FormatSpec, unknown_code};
use super::int::{Int, decimal, magnitude_digits, to_float};
use super::{TextError, check_result_bytes, value};

/// `format(n, spec)`, for a value whose class is called `type_name` (`int`, `bool`, …).
pub fn format_int(n: &Int, spec: &str, type_name: &str) -> Result<String, TextError> {
    if spec.is_empty() {
        return decimal(n);
    }
    let spec = FormatSpec::parse(spec, '>', Some('d'), type_name)?;
    match spec.code {
        Some('b' | 'c' | 'd' | 'o' | 'x' | 'X' | 'n') | None => whole(n, &spec),
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => real(to_float(n)?, &spec),
        Some(code) => unknown_code(code, type_name),
    }
}

/// `format(x, spec)`, for a value whose class is called `type_name`.
pub fn format_float(x: f64, spec: &str, type_name: &str) -> Result<String, TextError> {
    if spec.is_empty() {
        return Ok(super::float::repr(x));
    }
    let spec = FormatSpec::parse(spec, '>', None, type_name)?;
    match spec.code {
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%') | None => real(x, &spec),
        Some(code) => unknown_code(code, type_name),
    }
}

fn whole(n: &Int, spec: &FormatSpec) -> Result<String, TextError> {
    if spec.precision.is_some() {
        return value("Precision not allowed in integer format specifier");
    }
    if spec.no_negative_zero {
        return value("Negative zero coercion (z) not allowed in integer format specifier");
    }
    let code = spec.code.unwrap_or('d');
    if code == 'c' {
        return character(n, spec);
    }
    let (radix, prefix) = match code {
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = if radix == 10 {
        decimal(n)?.trim_start_matches('-').to_owned()
    } else {
        magnitude_digits(n, radix)
    };
    if code == 'X' {
        digits.make_ascii_uppercase();
    }
    let number = Number {
        negative: n.is_negative(),
        prefix: if spec.alternate { prefix } else { "" },
        digits: &digits,
        rest: "",
        group: if radix == 10 { 3 } else { 4 },
    };
    number.lay_out(spec)
}

fn character(n: &Int, spec: &FormatSpec) -> Result<String, TextError> {
    if spec.sign.is_some() {
        return value("Sign not allowed with integer format specifier 'c'");
    }
    if spec.alternate {
        return value("Alternate form (#) not allowed with integer format specifier 'c'");
    }
    let mut buffer = [0; 4];
    let number = Number {
        negative: false,
        prefix: "",
        digits: "",
        rest: character_of(n)?.encode_utf8(&mut buffer),
        group: 3,
    };
    number.lay_out(spec)
}

/// `chr(n)` with the errors of `%c`. A lone surrogate, which a Rust text can't hold, becomes
/// the replacement character.
pub(super) fn character_of(n: &Int) -> Result<char, TextError> {
    match n {
        Int::Big(_) => Err(TextError::Overflow(
            "Python int too large to convert to C long".into(),
        )),
        Int::Small(code @ 0..0x11_0000) => {
            Ok(char::from_u32(*code as u32).unwrap_or(char::REPLACEMENT_CHARACTER))
        }
        Int::Small(_) => Err(TextError::Overflow("%c arg not in range(0x110000)".into())),
    }
}

pub(super) fn real(x: f64, spec: &FormatSpec) -> Result<String, TextError> {
    const MOST_PRECISION: usize = i32::MAX as usize;
    if spec.precision.is_some_and(|given| given > MOST_PRECISION) {
        return value("precision too big");
    }
    check_result_bytes(spec.precision.unwrap_or(0))?;
    let (style, default_precision) = match (spec.code, spec.precision) {
        (Some('e' | 'E'), _) => (Style::Exponent, 6),
        (Some('f' | 'F' | '%'), _) => (Style::Fixed, 6),
        (None, None) => (Style::Repr, 0),
        _ => (Style::General, 6),
    };
    let percent = spec.code == Some('%');
    let mut text = render(
        if percent { x * 100.0 } else { x },
        style,
        spec.precision.unwrap_or(default_precision),
        spec.alternate,
        spec.code.is_none(),
    );
    if matches!(spec.code, Some('E' | 'F' | 'G')) {
        text.make_ascii_uppercase();
    }
    if percent {
        text.push('%');
    }
    number_text(&text, spec)
}

/// A number's text, its sign in front, laid out as `spec` says.
pub(super) fn number_text(text: &str, spec: &FormatSpec) -> Result<String, TextError> {
    let unsigned = text.strip_prefix('-');
    let mut negative = unsigned.is_some();
    let body = unsigned.unwrap_or(text);
    if negative && spec.no_negative_zero {
        let mantissa = body.split(['e', 'E']).next().unwrap_or(body);
        negative = mantissa.contains(|c: char| !matches!(c, '0' | '.' | '%'));
    }
    let whole = body.bytes().take_while(u8::is_ascii_digit).count();
    let number = Number {
        negative,
        prefix: "",
        digits: &body[..whole],
        rest: &body[whole..],
        group: 3,
    };
    number.lay_out(spec)
}

/// A number's parts in the order they are shown.
struct Number<'a> {
    negative: bool,
    prefix: &'a str,
    /// The digits that are grouped: ASCII.
    digits: &'a str,
    /// Point, fraction, exponent, `%`; also `nan`, or the character of `c`.
    rest: &'a str,
    /// Digits between separators.
    group: usize,
}

impl Number<'_> {
    fn lay_out(&self, spec: &FormatSpec) -> Result<String, TextError> {
        check_result_bytes(spec.width.saturating_mul(spec.fill.len_utf8()))?;
        let sign = match (self.negative, spec.sign) {
            (true, _) => "-",
            (false, Some('+')) => "+",
            (false, Some(' ')) => " ",
            _ => "",
        };
        let fixed = sign.len() + self.prefix.len() + self.rest.chars().count();
        let zero_filled = spec.fill == '0' && spec.align == '=';
        let least_digits = if zero_filled {
            spec.width.saturating_sub(fixed)
        } else {
            0
        };
        let digits = if self.digits.is_empty() {
            String::new()
        } else {
            grouped(self.digits, spec.separator, self.group, least_digits)
        };
        let missing = spec.width.saturating_sub(fixed + digits.len());
        let (left, inner) = match spec.align {
            '>' => (missing, 0),
            '^' => (missing / 2, 0),
            '=' => (0, missing),
            _ => (0, 0),
        };
        let fill = |count| std::iter::repeat_n(spec.fill, count);
        let mut out = String::with_capacity(fixed + digits.len() + missing);
        out.extend(fill(left));
        out.push_str(sign);
        out.push_str(self.prefix);
        out.extend(fill(inner));
        out.push_str(&digits);
        out.push_str(self.rest);
        out.extend(fill(missing - left - inner));
        Ok(out)
    }
}

/// CPython's `_PyUnicode_InsertThousandsGrouping`: zeros that fill up to `least` are grouped
/// too, and no separator comes first, so the result may be one longer than `least`.
fn grouped(digits: &str, separator: Option<char>, group: usize, least: usize) -> String {
    let Some(separator) = separator else {
        return format!("{}{digits}", "0".repeat(least.saturating_sub(digits.len())));
    };
    let mut backwards = Vec::with_capacity(digits.len().max(least) * 4 / 3 + 1);
    let mut rest = digits.bytes().rev().peekable();
    let mut in_group = 0;
    while rest.peek().is_some() || backwards.len() < least {
        if in_group == group {
            backwards.push(separator as u8);
            in_group = 0;
        }
        backwards.push(rest.next().unwrap_or(b'0'));
        in_group += 1;
    }
    backwards.iter().rev().map(|&byte| byte as char).collect()
}
