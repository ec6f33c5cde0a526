//! Unicode 14.0 as CPython 3.11's `unicodedata` has it, read from texts (a browser gets them compressed): names in the order
//! of their characters, properties as runs of equal ones, numbers, and what a character is made of.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The names, a line each; `+n` before one says that so many characters in between have none.
const NAMES: &str = include_str!("names.txt");
const ALIASES: &str = include_str!("aliases.txt");

const HANGUL_FIRST: u32 = 0xAC00;
const HANGUL_LAST: u32 = 0xD7A3;
const IDEOGRAPHS: [(u32, u32); 8] = [
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B738),
    (0x2B740, 0x2B81D),
    (0x2B820, 0x2CEA1),
    (0x2CEB0, 0x2EBE0),
    (0x30000, 0x3134A),
];
const LEADS: [&str; 19] = [
    "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P",
    "H",
];
const VOWELS: [&str; 21] = [
    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE",
    "WI", "YU", "EU", "YI", "I",
];
const TAILS: [&str; 28] = [
    "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M",
    "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H",
];

fn named() -> impl Iterator<Item = (u32, &'static str)> {
    let mut next = 0;
    NAMES.lines().filter_map(move |line| {
        if let Some(gap) = line.strip_prefix('+') {
            next += u32::from_str_radix(gap, 16).unwrap_or(0);
            return None;
        }
        next += 1;
        Some((next - 1, line))
    })
}

/// `unicodedata.name`
pub(super) fn name(c: char) -> Option<String> {
    let code = u32::from(c);
    if (HANGUL_FIRST..=HANGUL_LAST).contains(&code) {
        let index = (code - HANGUL_FIRST) as usize;
        let (lead, vowel, tail) = (
            LEADS[index / 588],
            VOWELS[index % 588 / 28],
            TAILS[index % 28],
        );
        return Some(format!("HANGUL SYLLABLE {lead}{vowel}{tail}"));
    }
    if IDEOGRAPHS
        .iter()
        .any(|(first, last)| (first..=last).contains(&&code))
    {
        return Some(format!("CJK UNIFIED IDEOGRAPH-{code:X}"));
    }
    let found = named().find(|(known, _)| *known >= code)?;
    (found.0 == code).then(|| found.1.to_owned())
}

/// The character of a name or of an alias, whatever its case.
pub(crate) fn character(name: &str) -> Option<char> {
    let name = name.to_ascii_uppercase();
    if let Some(code) = name.strip_prefix("CJK UNIFIED IDEOGRAPH-") {
        let code = u32::from_str_radix(code, 16)
            .ok()
            .filter(|_| matches!(code.len(), 4 | 5))?;
        let is_one = IDEOGRAPHS
            .iter()
            .any(|(first, last)| (first..=last).contains(&&code));
        return char::from_u32(code).filter(|_| is_one);
    }
    if let Some(syllable) = name.strip_prefix("HANGUL SYLLABLE ") {
        let code = (HANGUL_FIRST..=HANGUL_LAST).find(|code| {
            let index = (code - HANGUL_FIRST) as usize;
            let (lead, vowel, tail) = (
                LEADS[index / 588],
                VOWELS[index % 588 / 28],
                TAILS[index % 28],
            );
            let rest = syllable
                .strip_prefix(lead)
                .and_then(|rest| rest.strip_prefix(vowel));
            rest == Some(tail)
        });
        return code.and_then(char::from_u32);
    }
    let alias = || {
        let line = ALIASES
            .lines()
            .find(|line| line.split_once(' ').is_some_and(|(_, alias)| alias == name))?;
        u32::from_str_radix(line.split(' ').next()?, 16).ok()
    };
    let code = named()
        .find(|(_, known)| *known == name)
        .map(|found| found.0)
        .or_else(alias);
    code.and_then(char::from_u32)
}

/// What a character is like.
pub(super) struct Properties {
    pub(super) category: &'static str,
    pub(super) combining: u8,
    pub(super) bidirectional: &'static str,
    pub(super) width: &'static str,
    pub(super) is_mirrored: bool,
}

fn hex(text: &str) -> u32 {
    u32::from_str_radix(text, 16).unwrap_or(0)
}

pub(super) fn properties(c: char) -> &'static Properties {
    static RUNS: OnceLock<Vec<(u32, Properties)>> = OnceLock::new();
    let runs = RUNS.get_or_init(|| {
        let mut end = 0;
        let run = |line: &'static str| {
            let (length, rest) = line.split_once(' ').unwrap_or((line, ""));
            end += hex(length);
            let mut fields = rest.split(',');
            let mut field = || fields.next().unwrap_or("");
            let properties = Properties {
                category: field(),
                combining: field().parse().unwrap_or(0),
                bidirectional: field(),
                width: field(),
                is_mirrored: field() == "1",
            };
            (end, properties)
        };
        include_str!("properties.txt").lines().map(run).collect()
    });
    let at = runs.partition_point(|(end, _)| *end <= u32::from(c));
    &runs[at.min(runs.len() - 1)].1
}

/// A number that a character stands for.
#[derive(Clone, Copy)]
pub(super) struct Number {
    pub(super) numerator: i64,
    pub(super) denominator: i64,
    pub(super) is_digit: bool,
    pub(super) is_decimal: bool,
}

pub(super) fn number(c: char) -> Option<Number> {
    static RUNS: OnceLock<Vec<(u32, u32, Number)>> = OnceLock::new();
    let runs = RUNS.get_or_init(|| {
        let run = |line: &str| {
            let mut fields = line.split(' ');
            let mut field = || fields.next().unwrap_or("");
            let (first, length, kind, value) = (hex(field()), hex(field()), field(), field());
            let (numerator, denominator) = value.split_once('/').unwrap_or((value, "1"));
            let number = Number {
                numerator: numerator.parse().unwrap_or(0),
                denominator: denominator.parse().unwrap_or(1),
                is_digit: kind != "n",
                is_decimal: kind == "d",
            };
            (first, first + length, number)
        };
        include_str!("numbers.txt").lines().map(run).collect()
    });
    let code = u32::from(c);
    let at = runs.partition_point(|run| run.1 <= code);
    let (first, _, mut number) = *runs.get(at).filter(|run| run.0 <= code)?;
    number.numerator += i64::from(code - first);
    Some(number)
}

/// What a character is made of.
pub(super) struct Made {
    /// `<compat>`, `<super>` …; empty when it is the same text.
    pub(super) kind: &'static str,
    pub(super) of: Vec<char>,
}

/// What characters are made of, and what two of them make.
pub(super) struct Compositions {
    pub(super) made: BTreeMap<char, Made>,
    pub(super) pairs: BTreeMap<(char, char), char>,
}

pub(super) fn compositions() -> &'static Compositions {
    static ALL: OnceLock<Compositions> = OnceLock::new();
    ALL.get_or_init(|| {
        let (mut made, mut pairs) = (BTreeMap::new(), BTreeMap::new());
        let mut code = 0;
        for line in include_str!("decompositions.txt").lines() {
            let (gap, rest) = line.split_once(' ').unwrap_or((line, ""));
            code += hex(gap);
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            let composes = rest.starts_with('=');
            let rest = rest.trim_start_matches('=');
            let (kind, codes) = match rest.starts_with('<') {
                true => rest.split_once(' ').unwrap_or((rest, "")),
                false => ("", rest),
            };
            let of: Vec<char> = codes
                .split(' ')
                .filter_map(|code| char::from_u32(hex(code)))
                .collect();
            if composes && let [first, second] = of[..] {
                pairs.insert((first, second), c);
            }
            made.insert(c, Made { kind, of });
        }
        Compositions { made, pairs }
    })
}
