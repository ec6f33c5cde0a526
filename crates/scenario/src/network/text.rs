//! Rules as text: what `--network FILE` reads and the page's fields show. Must stay what `parse` reads back.

use super::{Latency, Network, Rule, WHOLE_PPM};
use std::fmt;

/// Units of time, longest first, with their ns.
pub(super) const TIMES: [(&str, u64); 4] = [
    ("s", 1_000_000_000),
    ("ms", 1_000_000),
    ("us", 1_000),
    ("ns", 1),
];
/// Units of size, largest first, with their bytes.
pub(super) const SIZES: [(&str, u64); 4] = [
    ("GB", 1_000_000_000),
    ("MB", 1_000_000),
    ("KB", 1_000),
    ("B", 1),
];

/// What may follow a rule's pattern, in the order in which it is written.
const WORDS: [&str; 7] = [
    "latency",
    "status",
    "fail",
    "silent",
    "bandwidth",
    "body",
    "size",
];

/// `whole` in the largest unit that shows it exactly with at most three decimals.
fn in_units(whole: u64, units: &[(&str, u64)]) -> String {
    if whole == 0 {
        return format!("0{}", units[1].0);
    }
    for &(name, each) in units {
        let thousandth = (each / 1000).max(1);
        if whole >= each && whole.is_multiple_of(thousandth) {
            let decimals = format!("{:03}", whole % each / thousandth);
            let decimals = decimals.trim_end_matches('0');
            return match decimals.is_empty() || each == 1 {
                true => format!("{}{name}", whole / each),
                false => format!("{}.{decimals}{name}", whole / each),
            };
        }
    }
    format!("{whole}{}", units[units.len() - 1].0)
}

/// A duration of so many ns: `250ms`.
pub fn duration_text(ns: u64) -> String {
    in_units(ns, &TIMES)
}

/// A size in bytes: `20KB`.
pub fn size_text(bytes: u64) -> String {
    in_units(bytes, &SIZES)
}

/// A rate in bytes per second: `1MB/s`.
pub fn rate_text(bytes_per_s: u64) -> String {
    format!("{}/s", size_text(bytes_per_s))
}

/// A share in millionths: `12.5%`.
pub fn share_text(ppm: u32) -> String {
    let percent = WHOLE_PPM / 100;
    let decimals = format!("{:04}", ppm % percent);
    let decimals = decimals.trim_end_matches('0');
    match decimals.is_empty() {
        true => format!("{}%", ppm / percent),
        false => format!("{}.{decimals}%", ppm / percent),
    }
}

impl fmt::Display for Latency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Latency::Fixed { ns } => f.write_str(&duration_text(ns)),
            Latency::Uniform { from_ns, to_ns } => {
                let (from, to) = (duration_text(from_ns), duration_text(to_ns));
                write!(f, "uniform({from},{to})")
            }
            Latency::Normal {
                mean_ns,
                deviation_ns,
            } => {
                let (mean, deviation) = (duration_text(mean_ns), duration_text(deviation_ns));
                write!(f, "normal({mean},{deviation})")
            }
            Latency::Lognormal {
                median_ns,
                sigma_milli,
            } => {
                let median = duration_text(median_ns);
                let decimals = format!("{:03}", sigma_milli % 1000);
                let decimals = decimals.trim_end_matches('0');
                let dot = if decimals.is_empty() { "" } else { "." };
                write!(
                    f,
                    "lognormal({median},{}{dot}{decimals})",
                    sigma_milli / 1000
                )
            }
        }
    }
}

impl Rule {
    /// The text of what `word` (`pattern`, `latency` …) names; empty where the rule leaves it open.
    pub fn text_of(&self, word: &str) -> String {
        let share = |ppm: u32| match ppm {
            0 => String::new(),
            ppm => share_text(ppm),
        };
        match word {
            "pattern" => Some(self.pattern.clone()),
            "latency" => self.latency.map(|latency| latency.to_string()),
            "status" => self.status.map(|status| status.to_string()),
            "fail" => Some(share(self.fail_ppm)),
            "silent" => Some(share(self.silent_ppm)),
            "bandwidth" => self.bytes_per_s.map(rate_text),
            "body" => self.body.map(|body| body.name().to_owned()),
            "size" => self.body_bytes.map(size_text),
            _ => None,
        }
        .unwrap_or_default()
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.pattern)?;
        for word in WORDS {
            let text = self.text_of(word);
            if !text.is_empty() {
                write!(f, " {word}={text}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rules.iter().try_for_each(|rule| writeln!(f, "{rule}"))
    }
}
