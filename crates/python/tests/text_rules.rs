//! The rules of `text` against CPython 3.11: every line of `text/cases.tsv` is a call and
//! what CPython answered (`text/generate.py` writes it). Knows no VM.

use interleave_python::text::TextError;
use interleave_python::text::float;
use interleave_python::text::format_number::{format_float, format_int};
use interleave_python::text::format_spec::format_str;
use interleave_python::text::int::{self, Int, Power};
use interleave_python::text::number_hash;
use interleave_python::text::repr;
use interleave_python::text::slices::slice_indices;
use interleave_python::text::strings::{
    Text, case, classify, pad, remove_prefix, remove_suffix, replace, split,
};

const CASES: &str = include_str!("text/cases.tsv");

/// Reverses Python's `unicode_escape`.
fn unescape(field: &str) -> String {
    let mut out = String::new();
    let mut chars = field.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let digits = match chars.next() {
            Some('n') => "a",
            Some('r') => "d",
            Some('t') => "9",
            Some('\\') => "5c",
            Some(size @ ('x' | 'u' | 'U')) => {
                let count = match size {
                    'x' => 2,
                    'u' => 4,
                    _ => 8,
                };
                let rest = chars.as_str();
                chars = rest[count..].chars();
                &rest[..count]
            }
            other => panic!("unknown escape {other:?} in {field}"),
        };
        let code = u32::from_str_radix(digits, 16).expect("hexadecimal digits");
        out.push(char::from_u32(code).expect("a code point"));
    }
    out
}

/// Reads `float.hex` back.
fn float_of(hex: &str) -> f64 {
    let (size, negative) = match hex.strip_prefix('-') {
        Some(rest) => (rest, true),
        None => (hex, false),
    };
    let value = match size {
        "nan" => f64::NAN,
        "inf" => f64::INFINITY,
        _ => {
            let (mantissa, exponent) = size.split_once('p').expect("an exponent");
            let bits = u64::from_str_radix(&mantissa[4..], 16).expect("a fraction");
            let fraction = if mantissa.len() == 5 { 0 } else { bits };
            let exponent: i64 = exponent.parse().expect("a number");
            let normal = mantissa.starts_with("0x1");
            let biased = if normal { (exponent + 1023) as u64 } else { 0 };
            f64::from_bits(biased << 52 | fraction)
        }
    };
    if negative { -value } else { value }
}

/// A case's arguments, read by type.
struct Arguments(Vec<String>);

impl Arguments {
    fn text(&self, at: usize) -> &str {
        &self.0[at]
    }
    fn maybe_text(&self, at: usize) -> Option<&str> {
        Some(self.text(at)).filter(|&text| text != "None")
    }
    fn small(&self, at: usize) -> i64 {
        self.0[at].parse().expect("a number")
    }
    fn bound(&self, at: usize) -> Option<i64> {
        self.maybe_text(at).map(|_| self.small(at))
    }
    fn int(&self, at: usize) -> Int {
        int::parse(&self.0[at], 10).expect("an int")
    }
    fn float(&self, at: usize) -> f64 {
        float_of(&self.0[at])
    }
}

fn truth(answer: bool) -> Answer {
    Ok(if answer { "True" } else { "False" }.into())
}

fn position(found: Option<usize>) -> Answer {
    Ok(found.map_or("-1".into(), |position| position.to_string()))
}

fn triple(parts: (&str, &str, &str)) -> String {
    [parts.0, parts.1, parts.2].join("|")
}

type Answer = Result<String, TextError>;

fn number(name: &str, a: &Arguments) -> Answer {
    let hex = |x: f64| float::hex(x);
    let text = |n: Int| int::decimal(&n).expect("few digits");
    match name {
        "float.repr" => Ok(float::repr(a.float(0))),
        "float.hex" => Ok(hex(a.float(0))),
        "float.hash" => Ok(number_hash::hash_float(a.float(0)).to_string()),
        "float.to_int" => float::to_int(a.float(0)).map(text),
        "float.round_to_int" => float::round_to_int(a.float(0)).map(text),
        "float.round_to" => float::round_to(a.float(0), a.small(1)).map(hex),
        "float.//" => float::floor_divide(a.float(0), a.float(1)).map(hex),
        "float.%" => float::modulo(a.float(0), a.float(1)).map(hex),
        "float./" => float::true_divide(a.float(0), a.float(1)).map(hex),
        "float.divmod" => float::divide_with_rest(a.float(0), a.float(1))
            .map(|(quotient, rest)| format!("{}|{}", hex(quotient), hex(rest))),
        "float.parse" => float::parse(a.text(0)).map(hex),
        "int.//" => int::floor_divide(&a.int(0), &a.int(1)).map(text),
        "int.%" => int::modulo(&a.int(0), &a.int(1)).map(text),
        "int./" => int::true_divide(&a.int(0), &a.int(1)).map(hex),
        "int.float" => int::to_float(&a.int(0)).map(hex),
        "int.hash" => Ok(number_hash::hash(&a.int(0)).to_string()),
        "int.bin" => Ok(int::prefixed(&a.int(0), 2)),
        "int.oct" => Ok(int::prefixed(&a.int(0), 8)),
        "int.hex" => Ok(int::prefixed(&a.int(0), 16)),
        "int.str" => int::decimal(&a.int(0)),
        "int.<<" => int::shift_left(&a.int(0), &a.int(1)).map(text),
        "int.>>" => int::shift_right(&a.int(0), &a.int(1)).map(text),
        "int.**" => int::power(&a.int(0), &a.int(1)).map(|power| match power {
            Power::Int(n) => text(n),
            Power::Float(x) => hex(x),
        }),
        "int.pow" => int::modular_power(&a.int(0), &a.int(1), &a.int(2)).map(text),
        "int.parse" => int::parse(a.text(0), a.small(1)).map(text),
        "format.int" => format_int(&a.int(0), a.text(1), "int"),
        "format.float" => format_float(a.float(0), a.text(1), "float"),
        "format.str" => format_str(Text::new(a.text(0)), a.text(1), "str"),
        _ => panic!("no such operation: {name}"),
    }
}

fn string(method: &str, a: &Arguments) -> Answer {
    let subject = a.text(0);
    let text = Text::new(subject);
    let needle = || a.text(1);
    let fill = || a.text(2).chars().next().expect("a fill");
    match method {
        "isdecimal" => truth(classify::is_decimal(subject)),
        "isdigit" => truth(classify::is_digit(subject)),
        "isnumeric" => truth(classify::is_numeric(subject)),
        "isalpha" => truth(classify::is_alpha(subject)),
        "isalnum" => truth(classify::is_alnum(subject)),
        "isspace" => truth(classify::is_space(subject)),
        "isprintable" => truth(classify::is_printable(subject)),
        "isascii" => truth(classify::is_ascii(subject)),
        "isidentifier" => truth(classify::is_identifier(subject)),
        "islower" => truth(classify::is_lower(subject)),
        "isupper" => truth(classify::is_upper(subject)),
        "istitle" => truth(classify::is_title(subject)),
        "lower" => Ok(case::lower(subject)),
        "upper" => Ok(case::upper(subject)),
        "casefold" => Ok(case::casefold(subject)),
        "capitalize" => Ok(case::capitalize(subject)),
        "title" => Ok(case::title(subject)),
        "swapcase" => Ok(case::swapcase(subject)),
        "find" => position(text.find(needle(), a.bound(2), a.bound(3))),
        "rfind" => position(text.rfind(needle(), a.bound(2), a.bound(3))),
        "index" => position(Some(text.index(needle(), a.bound(2), a.bound(3))?)),
        "rindex" => position(Some(text.rindex(needle(), a.bound(2), a.bound(3))?)),
        "count" => position(Some(text.count(needle(), a.bound(2), a.bound(3)))),
        "startswith" => truth(text.starts_with(needle(), a.bound(2), a.bound(3))),
        "endswith" => truth(text.ends_with(needle(), a.bound(2), a.bound(3))),
        "split" => Ok(split::split(subject, a.maybe_text(1), a.small(2))?.join("|")),
        "rsplit" => Ok(split::rsplit(subject, a.maybe_text(1), a.small(2))?.join("|")),
        "splitlines" => Ok(split::splitlines(subject, a.small(1) == 1).join("|")),
        "partition" => split::partition(subject, needle()).map(triple),
        "rpartition" => split::rpartition(subject, needle()).map(triple),
        "removeprefix" => Ok(remove_prefix(subject, needle()).into()),
        "removesuffix" => Ok(remove_suffix(subject, needle()).into()),
        "strip" => Ok(split::strip(subject, a.maybe_text(1)).into()),
        "lstrip" => Ok(split::lstrip(subject, a.maybe_text(1)).into()),
        "rstrip" => Ok(split::rstrip(subject, a.maybe_text(1)).into()),
        "replace" => replace(subject, needle(), a.text(2), a.small(3)),
        "ljust" => pad::ljust(text, a.small(1), fill()),
        "rjust" => pad::rjust(text, a.small(1), fill()),
        "center" => pad::center(text, a.small(1), fill()),
        "zfill" => pad::zfill(text, a.small(1)),
        "expandtabs" => pad::expandtabs(subject, a.small(1)),
        "[:]" => text.slice(a.bound(1), a.bound(2), a.bound(3)),
        "[]" => text.at(a.small(1)).map(str::to_owned),
        _ => panic!("no such method: {method}"),
    }
}

fn answer(name: &str, a: &Arguments) -> Answer {
    match name {
        "repr" => Ok(repr::text(a.text(0))),
        "ascii" => Ok(repr::ascii(a.text(0))),
        "bytes.repr" => {
            let byte = |at| u8::from_str_radix(&a.text(0)[at..at + 2], 16).expect("a byte");
            let bytes: Vec<u8> = (0..a.text(0).len()).step_by(2).map(byte).collect();
            Ok(repr::bytes(&bytes))
        }
        "slice" => slice_indices(a.bound(0), a.bound(1), a.bound(2), a.small(3) as usize)
            .map(|r| format!("{}|{}|{}|{}", r.start, r.stop, r.step, r.count)),
        _ => match name.strip_prefix("str.") {
            Some(method) => string(method, a),
            None => number(name, a),
        },
    }
}

#[test]
fn every_rule_answers_as_cpython() {
    let mut wrong = Vec::new();
    for line in CASES.lines() {
        let mut fields: Vec<String> = line.split('\t').map(unescape).collect();
        let expected = fields.pop().expect("an outcome");
        let name = fields.remove(0);
        let arguments = Arguments(fields);
        let got = match answer(&name, &arguments) {
            Ok(result) => format!("={result}"),
            Err(error) => {
                let (class, message) = error.parts();
                format!("!{class}: {message}")
            }
        };
        if got != expected {
            wrong.push(format!(
                "{name}{:?}\n  CPython {expected:?}\n  here    {got:?}",
                arguments.0
            ));
        }
    }
    let shown = wrong
        .iter()
        .take(60)
        .cloned()
        .collect::<Vec<_>>()
        .join("\n");
    assert!(wrong.is_empty(), "{} differ:\n{shown}", wrong.len());
}
