//! The format mini-language of `format()`, `str.format` and f-strings: reads
//! `[[fill]align][sign][z][#][0][width][,|_][.precision][type]` and formats text. Numbers
//! are laid out in `format_number`. Follows CPython's `Python/formatter_unicode.c`.

use super::strings::Text;
use super::{TextError, check_result_bytes, value};

/// A format specifier, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatSpec {
    /// What padding is made of.
    pub fill: char,
    /// `<`, `>`, `^` or `=`.
    pub align: char,
    /// `+`, `-` or a space, where given.
    pub sign: Option<char>,
    /// `z`: a negative number that rounds to zero loses its sign.
    pub no_negative_zero: bool,
    /// `#`.
    pub alternate: bool,
    /// Least width in code points.
    pub width: usize,
    /// `,` or `_`, where given.
    pub separator: Option<char>,
    /// After the point; most code points for text.
    pub precision: Option<usize>,
    /// The presentation type, where given.
    pub code: Option<char>,
}

fn is_align(c: char) -> bool {
    matches!(c, '<' | '>' | '=' | '^')
}

/// `'d'`, or `'\x7f'` where printing the character would not help.
fn shown_code(code: char) -> String {
    if (' '..'\u{80}').contains(&code) && code != ' ' {
        format!("'{code}'")
    } else {
        format!("'\\x{:x}'", code as u32)
    }
}

/// The error for a presentation type that the value's type lacks.
pub(super) fn unknown_code<T>(code: char, type_name: &str) -> Result<T, TextError> {
    let code = shown_code(code);
    value(format!(
        "Unknown format code {code} for object of type '{type_name}'"
    ))
}

/// The characters still to be read.
struct Reader<'a> {
    rest: &'a [char],
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.first().copied()
    }

    fn take(&mut self, accept: impl Fn(char) -> bool) -> Option<char> {
        let first = self.peek().filter(|&c| accept(c))?;
        self.rest = &self.rest[1..];
        Some(first)
    }

    fn number(&mut self) -> Result<Option<usize>, TextError> {
        let mut number: Option<i64> = None;
        while let Some(digit) = self.peek().and_then(super::unicode::decimal_value) {
            self.rest = &self.rest[1..];
            let longer = number.unwrap_or(0).checked_mul(10);
            match longer.and_then(|ten| ten.checked_add(i64::from(digit))) {
                Some(read) => number = Some(read),
                None => return value("Too many decimal digits in format string"),
            }
        }
        Ok(number.map(|number| number as usize))
    }
}

impl FormatSpec {
    /// Reads `spec` for a value of type `type_name`, whose padding goes by `default_align`
    /// and whose presentation type, for the check of separators, is `default_code`.
    pub fn parse(
        spec: &str,
        default_align: char,
        default_code: Option<char>,
        type_name: &str,
    ) -> Result<FormatSpec, TextError> {
        let chars: Vec<char> = spec.chars().collect();
        let mut reader = Reader { rest: &chars };
        let (mut fill, mut align) = (None, None);
        match chars[..] {
            [first, second, ..] if is_align(second) => {
                (fill, align) = (Some(first), Some(second));
                reader.rest = &chars[2..];
            }
            _ => align = reader.take(is_align).or(align),
        }
        let sign = reader.take(|c| matches!(c, '+' | '-' | ' '));
        let no_negative_zero = reader.take(|c| c == 'z').is_some();
        let alternate = reader.take(|c| c == '#').is_some();
        if fill.is_none() && reader.take(|c| c == '0').is_some() {
            fill = Some('0');
            if align.is_none() && default_align == '>' {
                align = Some('=');
            }
        }
        let width = reader.number()?.unwrap_or(0);
        let separator = reader.separator()?;
        let precision = match reader.take(|c| c == '.') {
            Some(_) => match reader.number()? {
                None => return value("Format specifier missing precision"),
                given => given,
            },
            None => None,
        };
        if reader.rest.len() > 1 {
            return value(format!(
                "Invalid format specifier '{spec}' for object of type '{type_name}'"
            ));
        }
        let code = reader.peek().or(default_code);
        check_separator(separator, code)?;
        Ok(FormatSpec {
            fill: fill.unwrap_or(' '),
            align: align.unwrap_or(default_align),
            sign,
            no_negative_zero,
            alternate,
            width,
            separator,
            precision,
            code,
        })
    }
}

impl Reader<'_> {
    fn separator(&mut self) -> Result<Option<char>, TextError> {
        let comma = self.take(|c| c == ',');
        let underscore = self.take(|c| c == '_');
        if underscore.is_some() && (comma.is_some() || self.peek() == Some(',')) {
            return value("Cannot specify both ',' and '_'.");
        }
        Ok(comma.or(underscore))
    }
}

fn check_separator(separator: Option<char>, code: Option<char>) -> Result<(), TextError> {
    let (Some(separator), Some(code)) = (separator, code) else {
        return Ok(());
    };
    match code {
        'd' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F' => Ok(()),
        'b' | 'o' | 'x' | 'X' if separator == '_' => Ok(()),
        _ => value(format!(
            "Cannot specify '{separator}' with {}.",
            shown_code(code)
        )),
    }
}

/// `format(text, spec)`, for a value whose class is called `type_name`.
pub fn format_str(text: Text, spec: &str, type_name: &str) -> Result<String, TextError> {
    if spec.is_empty() {
        return Ok(text.as_str().to_owned());
    }
    let spec = FormatSpec::parse(spec, '<', Some('s'), type_name)?;
    if let Some(code) = spec.code
        && code != 's'
    {
        return unknown_code(code, type_name);
    }
    match spec.sign {
        Some(' ') => return value("Space not allowed in string format specifier"),
        Some(_) => return value("Sign not allowed in string format specifier"),
        None => {}
    }
    if spec.no_negative_zero {
        return value("Negative zero coercion (z) not allowed in string format specifier");
    }
    if spec.alternate {
        return value("Alternate form (#) not allowed in string format specifier");
    }
    if spec.align == '=' {
        return value("'=' alignment not allowed in string format specifier");
    }
    let shown = match spec.precision {
        Some(most) if most < text.length() => Text::with_length(text.between(0, most), most),
        _ => text,
    };
    pad(shown, &spec)
}

/// `text` widened as `spec` says; `=` is the number's business and pads nothing here.
fn pad(text: Text, spec: &FormatSpec) -> Result<String, TextError> {
    let missing = spec.width.saturating_sub(text.length());
    check_result_bytes(missing.saturating_mul(spec.fill.len_utf8()))?;
    let left = match spec.align {
        '>' => missing,
        '^' => missing / 2,
        _ => 0,
    };
    let mut out = String::with_capacity(text.as_str().len() + missing);
    out.extend(std::iter::repeat_n(spec.fill, left));
    out.push_str(text.as_str());
    out.extend(std::iter::repeat_n(spec.fill, missing - left));
    Ok(out)
}
