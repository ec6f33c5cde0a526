//! Reading rules: a line each, `PATTERN [latency=…] [status=…] [fail=…] [silent=…] [bandwidth=…] [body=…] [size=…]`;
//! `#` begins a comment. Every problem says its line and what would be right.

use super::text::{SIZES, TIMES};
use super::{
    BANDWIDTHS, BodyKind, Latency, MAX_BODY_BYTES, MAX_LATENCY_NS, MAX_PATTERN_BYTES, MAX_RULES,
    MAX_SIGMA_MILLI, Network, Rule, WHOLE_PPM,
};
use std::fmt;
use std::str::FromStr;

/// What is wrong with a part of a rule; [`Problem::key`] names its text in locale files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No pattern, or one that is too long or has blanks in it.
    Pattern,
    /// Not a latency.
    Latency,
    /// Not a status.
    Status,
    /// Not a share.
    Share,
    /// Not a rate.
    Bandwidth,
    /// Not a kind of body.
    Body,
    /// Not a size.
    Size,
    /// A word that no rule knows.
    Word,
    /// More rules than a network has.
    TooMany,
}

impl Problem {
    /// The key of its text in locale files.
    pub fn key(self) -> &'static str {
        match self {
            Problem::Pattern => "network.problem.pattern",
            Problem::Latency => "network.problem.latency",
            Problem::Status => "network.problem.status",
            Problem::Share => "network.problem.share",
            Problem::Bandwidth => "network.problem.bandwidth",
            Problem::Body => "network.problem.body",
            Problem::Size => "network.problem.size",
            Problem::Word => "network.problem.word",
            Problem::TooMany => "network.problem.too_many",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Problem::Pattern => "a rule begins with a URL pattern without blanks, of at most 500 bytes",
            Problem::Latency => {
                "a latency is a time up to an hour (200ms), uniform(100ms,300ms), normal(200ms,50ms) or lognormal(180ms,0.35)"
            }
            Problem::Status => "a status is a number from 100 to 599",
            Problem::Share => "a share is a percentage from 0% to 100%",
            Problem::Bandwidth => "a bandwidth is a size per second (1MB/s)",
            Problem::Body => "a body is html, json, text or bytes",
            Problem::Size => "a size is a number of bytes up to 256MB (20KB)",
            Problem::Word => "after the pattern come latency=, status=, fail=, silent=, bandwidth=, body= and size=",
            Problem::TooMany => "a network has at most 100 rules",
        })
    }
}

/// Why a text is no list of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// The 1-based line.
    pub line: usize,
    /// What is wrong there.
    pub problem: Problem,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.problem)
    }
}

impl std::error::Error for ParseError {}

/// A decimal number times `unit`, if it is one below `most`.
fn scaled(number: &str, unit: u64, most: u64) -> Option<u64> {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let digits = |text: &str| text.len() <= 18 && text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(decimals) {
        return None;
    }
    let mut all = u128::from(whole.parse::<u64>().ok()?) * u128::from(unit);
    if !decimals.is_empty() {
        let part = u128::from(decimals.parse::<u64>().ok()?) * u128::from(unit);
        all += part / 10_u128.pow(decimals.len() as u32);
    }
    u64::try_from(all).ok().filter(|all| *all <= most)
}

fn with_unit(text: &str, units: &[(&str, u64)], most: u64) -> Option<u64> {
    let end = text.find(|c: char| c != '.' && !c.is_ascii_digit())?;
    let (number, unit) = text.split_at(end);
    let named = units
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(unit.trim()));
    scaled(number.trim(), named?.1, most)
}

/// `250ms` in ns.
pub fn parse_duration_ns(text: &str) -> Option<u64> {
    with_unit(text.trim(), &TIMES, MAX_LATENCY_NS)
}

/// `20KB` in bytes; a bare number is bytes.
pub fn parse_size(text: &str) -> Option<u64> {
    let text = text.trim();
    scaled(text, 1, MAX_BODY_BYTES).or_else(|| with_unit(text, &SIZES, MAX_BODY_BYTES))
}

/// `1MB/s` in bytes per second.
pub fn parse_rate(text: &str) -> Option<u64> {
    let text = text.trim();
    let size = text.strip_suffix("/s").unwrap_or(text);
    let rate = with_unit(size, &SIZES, *BANDWIDTHS.end())?;
    BANDWIDTHS.contains(&rate).then_some(rate)
}

/// `12.5%` in millionths.
pub fn parse_share(text: &str) -> Option<u32> {
    let number = text.trim().strip_suffix('%')?;
    let ppm = scaled(number, u64::from(WHOLE_PPM / 100), u64::from(WHOLE_PPM))?;
    u32::try_from(ppm).ok()
}

impl FromStr for Latency {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Latency, Problem> {
        read_latency(text.trim()).ok_or(Problem::Latency)
    }
}

fn read_latency(text: &str) -> Option<Latency> {
    let Some((name, rest)) = text.split_once('(') else {
        return parse_duration_ns(text).map(|ns| Latency::Fixed { ns });
    };
    let (first, second) = rest.strip_suffix(')')?.split_once(',')?;
    let first = parse_duration_ns(first)?;
    match name.trim() {
        "uniform" => {
            let to_ns = parse_duration_ns(second)?;
            (first <= to_ns).then_some(Latency::Uniform {
                from_ns: first,
                to_ns,
            })
        }
        "normal" => Some(Latency::Normal {
            mean_ns: first,
            deviation_ns: parse_duration_ns(second)?,
        }),
        "lognormal" => {
            let sigma = scaled(second.trim(), 1000, u64::from(MAX_SIGMA_MILLI))?;
            Some(Latency::Lognormal {
                median_ns: first,
                sigma_milli: u32::try_from(sigma).ok()?,
            })
        }
        _ => None,
    }
}

/// Whether a rule may have this pattern.
fn is_pattern(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= MAX_PATTERN_BYTES
        && !text.contains(char::is_whitespace)
        && !text.starts_with('#')
}

impl Rule {
    /// A rule of this pattern that leaves everything open.
    pub fn of(pattern: &str) -> Result<Rule, Problem> {
        let pattern = pattern.trim();
        match is_pattern(pattern) {
            true => Ok(Rule {
                pattern: pattern.to_owned(),
                ..Rule::default()
            }),
            false => Err(Problem::Pattern),
        }
    }

    /// Sets what `word` (`pattern`, `latency` …) names; an empty text leaves it open again.
    pub fn set(&mut self, word: &str, text: &str) -> Result<(), Problem> {
        let text = text.trim();
        let given = (!text.is_empty()).then_some(text);
        let share = |problem| match given {
            None => Ok(0),
            Some(text) => parse_share(text).ok_or(problem),
        };
        match word {
            "pattern" => self.pattern = Rule::of(text)?.pattern,
            "latency" => self.latency = given.map(Latency::from_str).transpose()?,
            "status" => {
                let read = |text: &str| {
                    let status = text.parse().ok().filter(|s| (100..600).contains(s));
                    status.ok_or(Problem::Status)
                };
                self.status = given.map(read).transpose()?;
            }
            "fail" => self.fail_ppm = share(Problem::Share)?,
            "silent" => self.silent_ppm = share(Problem::Share)?,
            "bandwidth" => {
                let read = |text: &str| parse_rate(text).ok_or(Problem::Bandwidth);
                self.bytes_per_s = given.map(read).transpose()?;
            }
            "body" => {
                let read = |text: &str| {
                    let known = BodyKind::NAMED.iter().find(|(name, _)| *name == text);
                    known.map(|(_, kind)| *kind).ok_or(Problem::Body)
                };
                self.body = given.map(read).transpose()?;
            }
            "size" => {
                let read = |text: &str| parse_size(text).ok_or(Problem::Size);
                self.body_bytes = given.map(read).transpose()?;
            }
            _ => return Err(Problem::Word),
        }
        Ok(())
    }
}

impl FromStr for Rule {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Rule, Problem> {
        let mut words = text.split_whitespace();
        let mut rule = Rule::of(words.next().unwrap_or_default())?;
        for word in words {
            let (name, value) = word.split_once('=').ok_or(Problem::Word)?;
            if name == "pattern" {
                return Err(Problem::Word);
            }
            rule.set(name, value)?;
        }
        Ok(rule)
    }
}

impl FromStr for Network {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Network, ParseError> {
        let mut rules = Vec::new();
        for (line, text) in (1..).zip(text.lines()) {
            let text = text.trim();
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            let at = |problem| ParseError { line, problem };
            if rules.len() == MAX_RULES {
                return Err(at(Problem::TooMany));
            }
            rules.push(text.parse().map_err(at)?);
        }
        Ok(Network { rules })
    }
}

impl Network {
    /// Whether every value lies in its bounds, as after reading a text; a link could hold others.
    pub fn is_sound(&self) -> bool {
        self.rules.len() <= MAX_RULES && self.rules.iter().all(Rule::is_sound)
    }
}

impl Rule {
    fn is_sound(&self) -> bool {
        let is_short = |ns: u64| ns <= MAX_LATENCY_NS;
        let latency = match self.latency {
            None => true,
            Some(Latency::Fixed { ns }) => is_short(ns),
            Some(Latency::Uniform { from_ns, to_ns }) => from_ns <= to_ns && is_short(to_ns),
            Some(Latency::Normal {
                mean_ns,
                deviation_ns,
            }) => is_short(mean_ns) && is_short(deviation_ns),
            Some(Latency::Lognormal {
                median_ns,
                sigma_milli,
            }) => is_short(median_ns) && sigma_milli <= MAX_SIGMA_MILLI,
        };
        latency
            && is_pattern(&self.pattern)
            && self.status.is_none_or(|s| (100..600).contains(&s))
            && self.fail_ppm <= WHOLE_PPM
            && self.silent_ppm <= WHOLE_PPM
            && self.bytes_per_s.is_none_or(|r| BANDWIDTHS.contains(&r))
            && self.body_bytes.is_none_or(|b| b <= MAX_BODY_BYTES)
    }
}
