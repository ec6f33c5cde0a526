//! The simulated network of a scenario: rules by URL, first match first. Owns the rules, their text form and their
//! bounds; what a client makes of an answer, and what a URL answers that no rule speaks of, is the library's affair.

mod parse;
mod text;

pub use parse::{ParseError, Problem, parse_duration_ns, parse_rate, parse_share, parse_size};
pub use text::{duration_text, rate_text, share_text, size_text};

use serde::{Deserialize, Serialize};

/// The most rules that a network has.
pub const MAX_RULES: usize = 100;
/// The longest pattern, in bytes.
pub const MAX_PATTERN_BYTES: usize = 500;
/// The longest latency, in virtual ns: an hour.
pub const MAX_LATENCY_NS: u64 = 3_600_000_000_000;
/// The widest spread of a lognormal latency, in thousandths.
pub const MAX_SIGMA_MILLI: u32 = 3_000;
/// The largest body, in bytes.
pub const MAX_BODY_BYTES: u64 = 256 * 1024 * 1024;
/// The slowest and the fastest line, in bytes per second.
pub const BANDWIDTHS: std::ops::RangeInclusive<u64> = 1..=1_000_000_000_000;
/// All of a share: shares are millionths.
pub const WHOLE_PPM: u32 = 1_000_000;

/// How long an answer takes, from the call over a fresh connection to its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Latency {
    /// Always the same.
    Fixed {
        /// In virtual ns.
        ns: u64,
    },
    /// Anything between two bounds.
    Uniform {
        /// The shortest, in virtual ns.
        from_ns: u64,
        /// The longest, in virtual ns.
        to_ns: u64,
    },
    /// A bell curve, cut off at 0.
    Normal {
        /// Its middle, in virtual ns.
        mean_ns: u64,
        /// Its standard deviation, in virtual ns.
        deviation_ns: u64,
    },
    /// What networks mostly show: never below 0, with a long tail.
    Lognormal {
        /// Half of the answers are faster, in virtual ns.
        median_ns: u64,
        /// The spread of its logarithm, in thousandths.
        sigma_milli: u32,
    },
}

/// What an answer carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BodyKind {
    /// A page.
    Html,
    /// An object.
    Json,
    /// Plain text.
    Text,
    /// Bytes that mean nothing.
    Bytes,
}

impl BodyKind {
    /// Every kind and its name.
    pub const NAMED: [(&'static str, BodyKind); 4] = [
        ("html", BodyKind::Html),
        ("json", BodyKind::Json),
        ("text", BodyKind::Text),
        ("bytes", BodyKind::Bytes),
    ];

    /// Its name in rules.
    pub fn name(self) -> &'static str {
        let named = BodyKind::NAMED.iter().find(|(_, kind)| *kind == self);
        named.map_or("html", |(name, _)| name)
    }
}

/// What URLs of a pattern answer. What a rule leaves open is as it would be without it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Which URLs: `*` stands for anything, `?` for one character; without `://` it is compared with what follows that.
    pub pattern: String,
    /// How long the first byte takes.
    pub latency: Option<Latency>,
    /// The status of its answers, 100 to 599.
    pub status: Option<u16>,
    /// How many connections fail, in millionths.
    pub fail_ppm: u32,
    /// How many requests are never answered, in millionths.
    pub silent_ppm: u32,
    /// How fast bodies arrive, in bytes per second.
    pub bytes_per_s: Option<u64>,
    /// What its answers carry.
    pub body: Option<BodyKind>,
    /// How large their bodies are, in bytes.
    pub body_bytes: Option<u64>,
}

/// The rules; a URL follows the first whose pattern it matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Network {
    /// In order.
    pub rules: Vec<Rule>,
}

impl Network {
    /// The rules as numbers for the library, a line each, fields between tabs: pattern, latency's kind and its two
    /// numbers, status, failing and silent shares in millionths, bytes per second, kind and bytes of the body. What a
    /// rule leaves open is `-`.
    pub fn table(&self) -> String {
        let open = || "-".to_owned();
        let number = |value: Option<u64>| value.map_or_else(open, |value| value.to_string());
        let line = |rule: &Rule| {
            let latency = match rule.latency {
                None => "-\t-\t-".to_owned(),
                Some(Latency::Fixed { ns }) => format!("fixed\t{ns}\t0"),
                Some(Latency::Uniform { from_ns, to_ns }) => {
                    format!("uniform\t{from_ns}\t{to_ns}")
                }
                Some(Latency::Normal {
                    mean_ns,
                    deviation_ns,
                }) => format!("normal\t{mean_ns}\t{deviation_ns}"),
                Some(Latency::Lognormal {
                    median_ns,
                    sigma_milli,
                }) => format!("lognormal\t{median_ns}\t{sigma_milli}"),
            };
            [
                rule.pattern.replace(['\t', '\n', '\r'], " "),
                latency,
                number(rule.status.map(u64::from)),
                rule.fail_ppm.to_string(),
                rule.silent_ppm.to_string(),
                number(rule.bytes_per_s),
                rule.body.map_or_else(open, |body| body.name().to_owned()),
                number(rule.body_bytes),
            ]
            .join("\t")
        };
        let lines: Vec<String> = self.rules.iter().map(line).collect();
        lines.join("\n")
    }
}
