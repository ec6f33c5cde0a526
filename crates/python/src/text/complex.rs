//! Python's `complex`: its text both ways and its arithmetic. Source: CPython 3.11, Objects/complexobject.c and
//! Python/formatter_unicode.c.

use super::float::{Style, parse as parse_float, render};
use super::format_number::number_text;
use super::format_spec::{FormatSpec, format_str, unknown_code};
use super::strings::Text;
use super::{TextError, value};

/// A complex number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Complex {
    /// Real part.
    pub real: f64,
    /// Imaginary part.
    pub imag: f64,
}

/// From its parts.
pub fn complex(real: f64, imag: f64) -> Complex {
    Complex { real, imag }
}

fn shown(x: f64) -> String {
    render(x, Style::Repr, 0, false, false)
}

fn signed(text: String) -> String {
    if text.starts_with('-') {
        text
    } else {
        format!("+{text}")
    }
}

/// `repr(z)`
pub fn repr(z: Complex) -> String {
    if z.real == 0.0 && z.real.is_sign_positive() {
        return format!("{}j", shown(z.imag));
    }
    format!("({}{}j)", shown(z.real), signed(shown(z.imag)))
}

/// `format(z, spec)`
pub fn format(z: Complex, spec: &str, type_name: &str) -> Result<String, TextError> {
    if spec.is_empty() {
        return Ok(repr(z));
    }
    let read = FormatSpec::parse(spec, '>', None, type_name)?;
    if let Some(code) = read.code
        && !matches!(code, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n')
    {
        return unknown_code(code, type_name);
    }
    if read.no_negative_zero {
        return value("Negative zero coercion (z) not allowed in complex format specifier");
    }
    if read.fill == '0' {
        return value("Zero padding is not allowed in complex format specifier");
    }
    if read.align == '=' {
        return value("'=' alignment flag is not allowed in complex format specifier");
    }
    let skip_real = read.code.is_none() && z.real == 0.0 && z.real.is_sign_positive();
    let part = |x: f64, sign: Option<char>| {
        let spec = FormatSpec {
            width: 0,
            align: '>',
            sign,
            ..read.clone()
        };
        match (read.code, read.precision) {
            (None, None) => number_text(&shown(x), &spec),
            _ => super::format_number::real(
                x,
                &FormatSpec {
                    code: Some(read.code.unwrap_or('g')),
                    ..spec
                },
            ),
        }
    };
    let imag = part(z.imag, if skip_real { read.sign } else { Some('+') })?;
    let body = match (skip_real, read.code) {
        (true, _) => format!("{imag}j"),
        (false, None) => format!("({}{imag}j)", part(z.real, read.sign)?),
        (false, Some(_)) => format!("{}{imag}j", part(z.real, read.sign)?),
    };
    let padding = format!("{}{}{}", read.fill, read.align, read.width);
    format_str(Text::new(&body), &padding, type_name)
}

/// `complex(text)`
pub fn parse(text: &str) -> Result<Complex, TextError> {
    const MALFORMED: &str = "complex() arg is a malformed string";
    let mut body = text.trim();
    if let Some(inner) = body.strip_prefix('(') {
        body = match inner.strip_suffix(')') {
            Some(inner) => inner.trim(),
            None => return value(MALFORMED),
        };
    }
    let number = |part: &str| -> Result<f64, TextError> {
        if part.chars().any(char::is_whitespace) {
            return value(MALFORMED);
        }
        parse_float(part).or_else(|_| value(MALFORMED))
    };
    let Some(before) = body.strip_suffix(['j', 'J']) else {
        return Ok(complex(number(body)?, 0.0));
    };
    let bytes = before.as_bytes();
    let split = (1..bytes.len()).rev().find(|&at| {
        matches!(bytes[at], b'+' | b'-') && !matches!(bytes[at - 1], b'e' | b'E' | b'+' | b'-')
    });
    let imaginary = |part: &str| match part {
        "" | "+" => Ok(1.0),
        "-" => Ok(-1.0),
        part => number(part),
    };
    match split {
        Some(at) => Ok(complex(number(&before[..at])?, imaginary(&before[at..])?)),
        None => Ok(complex(0.0, imaginary(before)?)),
    }
}

/// `a * b`
pub fn multiply(a: Complex, b: Complex) -> Complex {
    complex(
        a.real * b.real - a.imag * b.imag,
        a.real * b.imag + a.imag * b.real,
    )
}

/// `a / b`
pub fn divide(a: Complex, b: Complex) -> Result<Complex, TextError> {
    if b.real.abs() >= b.imag.abs() {
        if b.real == 0.0 {
            return Err(TextError::Zero("complex division by zero".into()));
        }
        let ratio = b.imag / b.real;
        let bottom = b.real + b.imag * ratio;
        return Ok(complex(
            (a.real + a.imag * ratio) / bottom,
            (a.imag - a.real * ratio) / bottom,
        ));
    }
    if b.imag.abs() >= b.real.abs() {
        let ratio = b.real / b.imag;
        let bottom = b.real * ratio + b.imag;
        return Ok(complex(
            (a.real * ratio + a.imag) / bottom,
            (a.imag * ratio - a.real) / bottom,
        ));
    }
    Ok(complex(f64::NAN, f64::NAN))
}

/// `a ** b`
pub fn power(a: Complex, b: Complex) -> Result<Complex, TextError> {
    const MOST_WHOLE_EXPONENT: f64 = 100.0;
    let whole = b.imag == 0.0 && b.real == b.real.floor() && b.real.abs() <= MOST_WHOLE_EXPONENT;
    let result = if whole && b.real > 0.0 {
        whole_power(a, b.real as u32)
    } else if whole {
        divide(complex(1.0, 0.0), whole_power(a, -b.real as u32)).map_err(|_| no_power())?
    } else if a.real == 0.0 && a.imag == 0.0 {
        if b.imag != 0.0 || b.real < 0.0 {
            return Err(no_power());
        }
        complex(0.0, 0.0)
    } else {
        let size = a.real.hypot(a.imag);
        let angle = a.imag.atan2(a.real);
        let mut length = size.powf(b.real);
        let mut phase = angle * b.real;
        if b.imag != 0.0 {
            length *= (-angle * b.imag).exp();
            phase += b.imag * size.ln();
        }
        complex(length * phase.cos(), length * phase.sin())
    };
    if result.real.is_infinite() || result.imag.is_infinite() {
        return Err(TextError::Overflow("complex exponentiation".into()));
    }
    Ok(result)
}

fn no_power() -> TextError {
    TextError::Zero("0.0 to a negative or complex power".into())
}

fn whole_power(base: Complex, exponent: u32) -> Complex {
    let (mut result, mut square, mut rest) = (complex(1.0, 0.0), base, exponent);
    while rest > 0 {
        if rest & 1 == 1 {
            result = multiply(result, square);
        }
        rest >>= 1;
        square = multiply(square, square);
    }
    result
}
