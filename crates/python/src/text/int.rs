//! Python's `int`: an `i64` until it overflows, a `BigInt` after. Owns its text in every
//! base, division, power, shifts and the hash that ints and floats share. Knows no VM value.

use super::{TextError, check_result_bytes, repr, unicode, value};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Num, One, Signed, ToPrimitive, Zero};

/// An integer; `Big` only where `i64` can't hold it, so equal numbers have equal variants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Int {
    /// Fits 64 bits.
    Small(i64),
    /// Does not.
    Big(BigInt),
}

impl From<i64> for Int {
    fn from(small: i64) -> Int {
        Int::Small(small)
    }
}

impl From<BigInt> for Int {
    fn from(big: BigInt) -> Int {
        match big.to_i64() {
            Some(small) => Int::Small(small),
            None => Int::Big(big),
        }
    }
}

impl Int {
    /// The number as a `BigInt`.
    pub fn to_big(&self) -> BigInt {
        match self {
            Int::Small(small) => BigInt::from(*small),
            Int::Big(big) => big.clone(),
        }
    }

    /// Below zero.
    pub fn is_negative(&self) -> bool {
        match self {
            Int::Small(small) => *small < 0,
            Int::Big(big) => big.is_negative(),
        }
    }
}

/// CPython's default limit on decimal digits (`sys.int_info.default_max_str_digits`).
const MOST_DECIMAL_DIGITS: usize = 4300;

/// `int(text, base)`; base 0 reads the prefix.
pub fn parse(text: &str, base: i64) -> Result<Int, TextError> {
    if base != 0 && !(2..=36).contains(&base) {
        return value("int() base must be >= 2 and <= 36, or 0");
    }
    match digits_of(text, base as u32) {
        Some((negative, radix, digits)) => read_digits(negative, radix, &digits),
        None => {
            let shown: String = repr::text(text).chars().take(200).collect();
            value(format!(
                "invalid literal for int() with base {base}: {shown}"
            ))
        }
    }
}

/// Sign, radix and bare digits of a literal as `PyLong_FromString` accepts it.
fn digits_of(text: &str, base: u32) -> Option<(bool, u32, String)> {
    let plain = unicode::decimal_and_space_to_ascii(text);
    let trimmed = plain.trim_matches(unicode::is_space);
    let (negative, unsigned) = match trimmed.as_bytes().first()? {
        b'-' => (true, &trimmed[1..]),
        b'+' => (false, &trimmed[1..]),
        _ => (false, trimmed),
    };
    let bytes = unsigned.as_bytes();
    let named = match (bytes.first(), bytes.get(1).map(u8::to_ascii_lowercase)) {
        (Some(b'0'), Some(b'x')) => 16,
        (Some(b'0'), Some(b'o')) => 8,
        (Some(b'0'), Some(b'b')) => 2,
        _ => 0,
    };
    let has_prefix = named != 0 && (base == 0 || base == named);
    let radix = match (base, named) {
        (0, 0) => 10,
        (0, named) => named,
        (base, _) => base,
    };
    let mut body = if has_prefix { &unsigned[2..] } else { unsigned };
    if has_prefix {
        body = body.strip_prefix('_').unwrap_or(body);
    }
    let well_placed = !body.is_empty()
        && !body.starts_with('_')
        && !body.ends_with('_')
        && !body.contains("__")
        && body.chars().all(|c| c == '_' || c.is_digit(radix));
    if !well_placed {
        return None;
    }
    let digits = body.replace('_', "");
    // `int("010", 0)` is refused: an old octal literal.
    if base == 0 && named == 0 && digits.starts_with('0') && digits.bytes().any(|d| d != b'0') {
        return None;
    }
    Some((negative, radix, digits))
}

fn read_digits(negative: bool, radix: u32, digits: &str) -> Result<Int, TextError> {
    if let Ok(size) = i64::from_str_radix(digits, radix) {
        return Ok(Int::Small(if negative { -size } else { size }));
    }
    if !radix.is_power_of_two() && digits.len() > MOST_DECIMAL_DIGITS {
        return value(format!(
            "Exceeds the limit ({MOST_DECIMAL_DIGITS} digits) for integer string conversion: \
             value has {} digits; use sys.set_int_max_str_digits() to increase the limit",
            digits.len()
        ));
    }
    let size = BigInt::from_str_radix(digits, radix).unwrap_or_default();
    Ok(if negative { -size } else { size }.into())
}

/// `str(n)`; raises past 4300 digits as CPython does.
pub fn decimal(n: &Int) -> Result<String, TextError> {
    match n {
        Int::Small(small) => Ok(small.to_string()),
        Int::Big(big) => decimal_big(big),
    }
}

/// `str(n)` of a big number.
pub fn decimal_big(n: &BigInt) -> Result<String, TextError> {
    let too_long = || {
        value(format!(
            "Exceeds the limit ({MOST_DECIMAL_DIGITS} digits) for integer string conversion; \
             use sys.set_int_max_str_digits() to increase the limit"
        ))
    };
    // Conversion is quadratic, so numbers that are certainly too long don't start it.
    if n.bits() > 4 * MOST_DECIMAL_DIGITS as u64 {
        return too_long();
    }
    let text = n.to_string();
    if text.len() - usize::from(n.is_negative()) > MOST_DECIMAL_DIGITS {
        return too_long();
    }
    Ok(text)
}

/// Digits of `n` in base 2, 8 or 16 without sign or prefix, in lower case.
pub fn magnitude_digits(n: &Int, radix: u32) -> String {
    match (n, radix) {
        (Int::Small(small), 2) => format!("{:b}", small.unsigned_abs()),
        (Int::Small(small), 8) => format!("{:o}", small.unsigned_abs()),
        (Int::Small(small), 16) => format!("{:x}", small.unsigned_abs()),
        (Int::Small(small), _) => small.unsigned_abs().to_string(),
        (Int::Big(big), radix) => big.magnitude().to_str_radix(radix),
    }
}

/// `bin(n)`, `oct(n)`, `hex(n)` by radix 2, 8, 16.
pub fn prefixed(n: &Int, radix: u32) -> String {
    let sign = if n.is_negative() { "-" } else { "" };
    let letter = match radix {
        2 => 'b',
        8 => 'o',
        _ => 'x',
    };
    format!("{sign}0{letter}{}", magnitude_digits(n, radix))
}

/// `float(n)`, correctly rounded.
pub fn to_float(n: &Int) -> Result<f64, TextError> {
    match n {
        Int::Small(small) => Ok(*small as f64),
        Int::Big(big) => divide_big(big, &BigInt::one())
            .ok_or_else(|| TextError::Overflow("int too large to convert to float".into())),
    }
}

/// `a / b`, correctly rounded.
pub fn true_divide(a: &Int, b: &Int) -> Result<f64, TextError> {
    const EXACT: i64 = 1 << 53;
    match (a, b) {
        (_, Int::Small(0)) => Err(TextError::Zero("division by zero".into())),
        (Int::Small(a), Int::Small(b))
            if (-EXACT..=EXACT).contains(a) && (-EXACT..=EXACT).contains(b) =>
        {
            Ok(*a as f64 / *b as f64)
        }
        _ => divide_big(&a.to_big(), &b.to_big()).ok_or_else(|| {
            TextError::Overflow("integer division result too large for a float".into())
        }),
    }
}

/// CPython's `long_true_divide`: a quotient with two guard bits and a sticky one, rounded
/// half to even once, subnormals included; `None` on overflow.
fn divide_big(a: &BigInt, b: &BigInt) -> Option<f64> {
    const MANTISSA_BITS: i64 = 53;
    const LEAST_EXPONENT: i64 = -1021;
    if a.is_zero() {
        return Some(if b.is_negative() { -0.0 } else { 0.0 });
    }
    let negative = a.is_negative() != b.is_negative();
    let (a, b) = (a.magnitude(), b.magnitude());
    let distance = a.bits() as i64 - b.bits() as i64;
    if distance > 1024 {
        return None;
    }
    if distance < LEAST_EXPONENT - MANTISSA_BITS - 1 {
        return Some(if negative { -0.0 } else { 0.0 });
    }
    let shift = distance.max(LEAST_EXPONENT) - MANTISSA_BITS - 2;
    let (quotient, rest) = if shift <= 0 {
        (a << shift.unsigned_abs()).div_rem(b)
    } else {
        a.div_rem(&(b << shift.unsigned_abs()))
    };
    let quotient = quotient.to_u64()?;
    let extra = (64 - i64::from(quotient.leading_zeros())).max(LEAST_EXPONENT - shift);
    let half = 1u64 << (extra - MANTISSA_BITS - 1);
    let mut rounded = quotient | u64::from(!rest.is_zero());
    if rounded & half != 0 && rounded & (3 * half - 1) != 0 {
        rounded += half;
    }
    rounded &= !(2 * half - 1);
    let size = scale(rounded as f64, shift);
    if size.is_infinite() {
        return None;
    }
    Some(if negative { -size } else { size })
}

/// `x * 2**exponent`, exact where the result is representable.
fn scale(mut x: f64, mut exponent: i64) -> f64 {
    while exponent > 1000 {
        x *= 2f64.powi(1000);
        exponent -= 1000;
    }
    while exponent < -1000 {
        x *= 2f64.powi(-1000);
        exponent += 1000;
    }
    x * 2f64.powi(exponent as i32)
}

/// `a // b`.
pub fn floor_divide(a: &Int, b: &Int) -> Result<Int, TextError> {
    match (a, b) {
        (_, Int::Small(0)) => Err(TextError::Zero("integer division or modulo by zero".into())),
        (Int::Small(a), Int::Small(b)) if *b != -1 => Ok(Int::Small(Integer::div_floor(a, b))),
        _ => Ok(a.to_big().div_floor(&b.to_big()).into()),
    }
}

/// `a % b`: the sign of the divisor.
pub fn modulo(a: &Int, b: &Int) -> Result<Int, TextError> {
    match (a, b) {
        (_, Int::Small(0)) => Err(TextError::Zero("integer modulo by zero".into())),
        (Int::Small(_), Int::Small(-1)) => Ok(Int::Small(0)),
        (Int::Small(a), Int::Small(b)) => Ok(Int::Small(Integer::mod_floor(a, b))),
        _ => Ok(a.to_big().mod_floor(&b.to_big()).into()),
    }
}

/// What `a ** b` of two ints is.
#[derive(Clone, Debug, PartialEq)]
pub enum Power {
    /// For an exponent of at least zero.
    Int(Int),
    /// For a negative exponent.
    Float(f64),
}

/// `a ** b`.
pub fn power(a: &Int, b: &Int) -> Result<Power, TextError> {
    if b.is_negative() {
        let result = super::float::power(to_float(a)?, to_float(b)?)?;
        return Ok(Power::Float(result.unwrap_or(f64::NAN)));
    }
    let power_of = |n: Int| Ok(Power::Int(n));
    match (a, b) {
        (_, Int::Small(0)) | (Int::Small(1), _) => power_of(Int::Small(1)),
        (Int::Small(0), _) => power_of(Int::Small(0)),
        (Int::Small(-1), Int::Small(b)) => power_of(Int::Small(if b % 2 == 0 { 1 } else { -1 })),
        (Int::Small(-1), Int::Big(b)) => power_of(Int::Small(if b.is_even() { 1 } else { -1 })),
        (_, Int::Big(_)) => Err(TextError::Memory),
        (a, Int::Small(b)) => {
            let exponent = u32::try_from(*b).map_err(|_| TextError::Memory)?;
            if let Int::Small(a) = a
                && let Some(small) = a.checked_pow(exponent)
            {
                return power_of(Int::Small(small));
            }
            let base = a.to_big();
            let bits = base.bits().saturating_mul(u64::from(exponent));
            check_result_bytes(usize::try_from(bits / 8).unwrap_or(usize::MAX))?;
            power_of(base.pow(exponent).into())
        }
    }
}

/// `pow(a, b, modulus)`.
pub fn modular_power(a: &Int, b: &Int, modulus: &Int) -> Result<Int, TextError> {
    let (base, exponent, modulus) = (a.to_big(), b.to_big(), modulus.to_big());
    if modulus.is_zero() {
        return value("pow() 3rd argument cannot be 0");
    }
    let size = modulus.abs();
    let (base, exponent) = if exponent.is_negative() {
        match base.modinv(&size) {
            Some(inverse) => (inverse, -exponent),
            None => return value("base is not invertible for the given modulus"),
        }
    } else {
        (base, exponent)
    };
    Ok(base.modpow(&exponent, &size).mod_floor(&modulus).into())
}

/// `a << count`.
pub fn shift_left(a: &Int, count: &Int) -> Result<Int, TextError> {
    match (a, count) {
        (_, count) if count.is_negative() => value("negative shift count"),
        (Int::Small(0), _) => Ok(Int::Small(0)),
        (_, Int::Big(_)) => Err(TextError::Overflow("too many digits in integer".into())),
        (a, Int::Small(count)) => {
            if let Int::Small(a) = a
                && *count < 63
                && (a << count) >> count == *a
            {
                return Ok(Int::Small(a << count));
            }
            check_result_bytes(usize::try_from(count / 8).unwrap_or(usize::MAX))?;
            Ok((a.to_big() << *count as u64).into())
        }
    }
}

/// `a >> count`, towards minus infinity.
pub fn shift_right(a: &Int, count: &Int) -> Result<Int, TextError> {
    let sign = if a.is_negative() { -1 } else { 0 };
    match (a, count) {
        (_, count) if count.is_negative() => value("negative shift count"),
        (_, Int::Big(_)) => Ok(Int::Small(sign)),
        (Int::Small(a), Int::Small(count)) => Ok(Int::Small(a >> (*count).min(63))),
        (Int::Big(a), Int::Small(count)) if *count as u64 > a.bits() => Ok(Int::Small(sign)),
        (Int::Big(a), Int::Small(count)) => Ok((a >> *count as u64).into()),
    }
}
