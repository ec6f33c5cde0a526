//! Python's `float`: its text both ways, rounding, division rules, `hex`. Digits come from
//! Rust's exact decimal conversions, which round half to even as David Gay's code in
//! CPython (`Python/dtoa.c`) does. Knows no format mini-language.

use super::{TextError, repr, unicode, value};
use num_bigint::BigInt;
use num_traits::FromPrimitive;

/// `repr(x)`: the shortest text that reads back as `x`.
pub fn repr(x: f64) -> String {
    render(x, Style::Repr, 0, false, true)
}

/// How [`render`] lays digits out: the codes of CPython's `PyOS_double_to_string`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `e`: exponent always.
    Exponent,
    /// `f`: never an exponent.
    Fixed,
    /// `g`: whichever is shorter, trailing zeros dropped.
    General,
    /// `r`: shortest text that round-trips; `precision` is ignored.
    Repr,
}

/// The most digits an exact decimal expansion of an `f64` has after its point.
const MOST_FRACTION_DIGITS: usize = 1074;

/// Decimal digits without trailing zeros, and where the point stands among them.
struct Digits {
    digits: Vec<u8>,
    point: i64,
}

impl Digits {
    fn from_exponent_text(text: &str) -> Digits {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let mut digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).collect();
        while digits.len() > 1 && digits.last() == Some(&b'0') {
            digits.pop();
        }
        let exponent: i64 = exponent.parse().unwrap_or(0);
        let zero = digits == b"0";
        let point = if zero { 1 } else { exponent + 1 };
        Digits { digits, point }
    }

    /// The fewest digits that read back as `size`. Of two such texts equally near, which only
    /// long ones can be, Rust takes the upper and CPython the even one.
    fn shortest(size: f64) -> Digits {
        let text = format!("{size:e}");
        let shortest = Digits::from_exponent_text(&text);
        let count = shortest.digits.len();
        if count >= 15 {
            let even = format!("{size:.*e}", count - 1);
            if even != text && even.parse() == Ok(size) {
                return Digits::from_exponent_text(&even);
            }
        }
        shortest
    }

    fn from_fixed_text(text: &str) -> Digits {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let all: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
        let leading = all.iter().take_while(|&&digit| digit == b'0').count();
        let mut digits = all[leading..].to_vec();
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        let point = whole.len() as i64 - leading as i64;
        Digits { digits, point }
    }
}

/// `x` with `precision` digits after the point, where it is the float nearest to such a number: then no other number of
/// as many digits is as near. (Below 2⁵⁰ units of the last digit a float is within an eighth of a unit of it.)
fn short_fixed(x: f64, size: f64, precision: usize) -> Option<String> {
    let scale = 10_u64.pow(precision as u32);
    let units = (size * scale as f64).round();
    if units >= (1_u64 << 50) as f64 || units / scale as f64 != size {
        return None;
    }
    let units = units as u64;
    let sign = if x.is_sign_negative() { "-" } else { "" };
    let (whole, rest) = (units / scale, units % scale);
    Some(format!("{sign}{whole}.{rest:0precision$}"))
}

/// `PyOS_double_to_string`: `x` in `style`; `alternate` keeps the point and the zeros of
/// `g`, `dot_zero` appends `.0` to a finite whole result.
pub fn render(x: f64, style: Style, precision: usize, alternate: bool, dot_zero: bool) -> String {
    if x.is_nan() {
        return "nan".into();
    }
    if x.is_infinite() {
        return if x < 0.0 { "-inf" } else { "inf" }.into();
    }
    let size = x.abs();
    if style == Style::Fixed
        && (1..=15).contains(&precision)
        && let Some(text) = short_fixed(x, size, precision)
    {
        return text;
    }
    let precision = if style == Style::General {
        precision.max(1)
    } else {
        precision
    };
    let exact = |digits: usize| digits.min(MOST_FRACTION_DIGITS + 20);
    let Digits { digits, point } = match style {
        Style::Repr => Digits::shortest(size),
        Style::Exponent => Digits::from_exponent_text(&format!("{size:.*e}", exact(precision))),
        Style::General => Digits::from_exponent_text(&format!("{size:.*e}", exact(precision - 1))),
        Style::Fixed => Digits::from_fixed_text(&format!("{size:.*}", exact(precision))),
    };
    let wide = precision as i64;
    let mut end = digits.len() as i64;
    let mut with_exponent = false;
    match style {
        Style::Exponent => {
            with_exponent = true;
            end = wide + 1;
        }
        Style::Fixed => end = point + wide,
        Style::General => {
            with_exponent = point <= -4 || point > wide - i64::from(dot_zero);
            if alternate {
                end = wide;
            }
        }
        Style::Repr => with_exponent = point <= -4 || point > 16,
    }
    let shown_point = if with_exponent { 1 } else { point };
    let start = if shown_point <= 0 { shown_point - 1 } else { 0 };
    end = if !with_exponent && dot_zero {
        end.max(shown_point + 1)
    } else {
        end.max(shown_point)
    };
    let mut text = String::with_capacity((end - start) as usize + 8);
    if x.is_sign_negative() {
        text.push('-');
    }
    for position in start..end {
        if position == shown_point {
            text.push('.');
        }
        let digit = usize::try_from(position).ok().and_then(|at| digits.get(at));
        text.push(digit.map_or('0', |&digit| digit as char));
    }
    if end == shown_point && alternate {
        text.push('.');
    }
    if with_exponent {
        let exponent = point - 1;
        let sign = if exponent < 0 { '-' } else { '+' };
        text.push_str(&format!("e{sign}{:02}", exponent.abs()));
    }
    text
}

/// `float(text)`.
pub fn parse(text: &str) -> Result<f64, TextError> {
    let fault = || {
        TextError::Value(format!(
            "could not convert string to float: {}",
            repr::text(text)
        ))
    };
    let plain = unicode::decimal_and_space_to_ascii(text);
    let trimmed = plain.trim_matches(unicode::is_space);
    let without_sign = trimmed.trim_start_matches(['+', '-']);
    let bytes = trimmed.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        if byte == b'_' {
            let before = at > 0 && bytes[at - 1].is_ascii_digit();
            let after = bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
            if !before || !after {
                return Err(fault());
            }
        }
    }
    if without_sign.is_empty() {
        return Err(fault());
    }
    let parsed = if trimmed.contains('_') {
        trimmed.replace('_', "").parse()
    } else {
        trimmed.parse()
    };
    parsed.map_err(|_| fault())
}

/// `round(x, ndigits)`: correctly rounded on the exact decimal value, ties to even.
pub fn round_to(x: f64, ndigits: i64) -> Result<f64, TextError> {
    if !x.is_finite() || x == 0.0 || ndigits > 323 {
        return Ok(x);
    }
    if ndigits < -309 {
        return Ok(0.0 * x);
    }
    let rounded = if ndigits >= 0 {
        let text = format!("{x:.*}", ndigits as usize);
        text.parse().unwrap_or(x)
    } else {
        round_left_of_point(x, ndigits.unsigned_abs() as usize)
    };
    if f64::is_infinite(rounded) {
        return Err(TextError::Overflow(
            "rounded value too large to represent".into(),
        ));
    }
    Ok(rounded)
}

fn round_left_of_point(x: f64, dropped: usize) -> f64 {
    let exact = format!("{:.*}", MOST_FRACTION_DIGITS, x.abs());
    let (whole, fraction) = exact.split_once('.').unwrap_or((&exact, ""));
    let padded = format!("{whole:0>width$}", width = dropped + 1);
    let (kept, rest) = padded.split_at(padded.len() - dropped);
    let above_half = |tail: &str| tail.bytes().any(|digit| digit != b'0');
    let last_is_odd = kept
        .bytes()
        .last()
        .is_some_and(|digit| (digit - b'0') % 2 == 1);
    let up = match rest.as_bytes()[0] {
        b'6'..=b'9' => true,
        b'5' => above_half(&rest[1..]) || above_half(fraction) || last_is_odd,
        _ => false,
    };
    let kept: BigInt = kept.parse().unwrap_or_default();
    let kept = if up { kept + 1 } else { kept };
    let size: f64 = format!("{kept}e{dropped}").parse().unwrap_or(f64::INFINITY);
    size.copysign(x)
}

/// `round(x)`, ties to even; the errors of `int(x)`.
pub fn round_to_int(x: f64) -> Result<super::int::Int, TextError> {
    to_int(x.round_ties_even())
}

/// `int(x)`: truncation towards zero.
pub fn to_int(x: f64) -> Result<super::int::Int, TextError> {
    if x.is_nan() {
        return value("cannot convert float NaN to integer");
    }
    if x.is_infinite() {
        return Err(TextError::Overflow(
            "cannot convert float infinity to integer".into(),
        ));
    }
    // Below 2^63 in size the cast is exact.
    if x.abs() < 9_223_372_036_854_775_808.0 {
        return Ok(super::int::Int::Small(x as i64));
    }
    Ok(BigInt::from_f64(x).unwrap_or_default().into())
}

fn zero<T>(message: &str) -> Result<T, TextError> {
    Err(TextError::Zero(message.into()))
}

/// `x / y`.
pub fn true_divide(x: f64, y: f64) -> Result<f64, TextError> {
    if y == 0.0 {
        return zero("float division by zero");
    }
    Ok(x / y)
}

/// `x // y`.
pub fn floor_divide(x: f64, y: f64) -> Result<f64, TextError> {
    if y == 0.0 {
        return zero("float floor division by zero");
    }
    Ok(quotient_and_rest(x, y).0)
}

/// `x % y`: the sign of the divisor.
pub fn modulo(x: f64, y: f64) -> Result<f64, TextError> {
    if y == 0.0 {
        return zero("float modulo");
    }
    Ok(quotient_and_rest(x, y).1)
}

/// `divmod(x, y)`.
pub fn divide_with_rest(x: f64, y: f64) -> Result<(f64, f64), TextError> {
    if y == 0.0 {
        return zero("float divmod()");
    }
    Ok(quotient_and_rest(x, y))
}

/// CPython's `_float_div_mod` (`Objects/floatobject.c`).
fn quotient_and_rest(x: f64, y: f64) -> (f64, f64) {
    let mut rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest == 0.0 {
        rest = 0.0f64.copysign(y);
    } else if (y < 0.0) != (rest < 0.0) {
        rest += y;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0f64.copysign(x / y), rest);
    }
    let mut floor = quotient.floor();
    if quotient - floor > 0.5 {
        floor += 1.0;
    }
    (floor, rest)
}

/// `x ** y`; `None` where Python answers with a complex number.
pub fn power(x: f64, y: f64) -> Result<Option<f64>, TextError> {
    if x == 0.0 && y < 0.0 {
        return zero("0.0 cannot be raised to a negative power");
    }
    if x < 0.0 && x.is_finite() && y.is_finite() && y != y.floor() {
        return Ok(None);
    }
    let result = crate::elementary::pow(x, y);
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(TextError::Overflow(
            "(34, 'Numerical result out of range')".into(),
        ));
    }
    Ok(Some(result))
}

/// `x.hex()`.
pub fn hex(x: f64) -> String {
    if !x.is_finite() {
        return repr(x);
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    let bits = x.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    let exponent = ((bits >> 52) & 0x7ff) as i64;
    match (exponent, fraction) {
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, _) => format!("{sign}0x0.{fraction:013x}p-1022"),
        _ => format!("{sign}0x1.{fraction:013x}p{:+}", exponent - 1023),
    }
}

/// `float.fromhex(text)`
pub fn from_hex(text: &str) -> Result<f64, TextError> {
    const INVALID: &str = "invalid hexadecimal floating-point string";
    const TOO_LARGE: &str = "hexadecimal value too large to represent as a float";
    let body = text.trim().to_ascii_lowercase();
    let (negative, body) = match body.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, body.strip_prefix('+').unwrap_or(&body)),
    };
    let sign = if negative { -1.0 } else { 1.0 };
    match body {
        "inf" | "infinity" => return Ok(sign * f64::INFINITY),
        "nan" => return Ok(f64::NAN),
        _ => {}
    }
    let body = body.strip_prefix("0x").unwrap_or(body);
    let (mantissa, exponent) = body.split_once('p').unwrap_or((body, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let Ok(mut power) = exponent.parse::<i64>() else {
        return value(INVALID);
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return value(INVALID);
    }
    let number = BigInt::parse_bytes(digits.as_bytes(), 16).unwrap_or_default();
    power = power.saturating_sub(4 * fraction.len() as i64);
    let bits = number.bits() as i64;
    if bits == 0 {
        return Ok(sign * 0.0);
    }
    if bits.saturating_add(power) > 1024 {
        return Err(TextError::Overflow(TOO_LARGE.into()));
    }
    if bits.saturating_add(power) < -1100 {
        return Ok(sign * 0.0);
    }
    // The quotient of exact integers is rounded once, half to even.
    let one = BigInt::from(1);
    let (top, bottom) = if power >= 0 {
        (number << power, one)
    } else {
        (number, one << -power)
    };
    match super::int::true_divide(&top.into(), &bottom.into()) {
        Ok(read) => Ok(sign * read),
        Err(_) => Err(TextError::Overflow(TOO_LARGE.into())),
    }
}
