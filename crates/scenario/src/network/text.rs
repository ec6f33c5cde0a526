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

/// `whole` in the largest unit that shows it exactly with at most three decimals.
fn in_units(whole: u64, units: &[(&str, u64)]) -> String {
    if whole == 0 {
        return format!("0{}", units[1].0);
    }
    for &(name, each) in units {
        let thousandth = (each / 1000).max(1);
        if whole >= each && whole % thousandth == 0 {
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

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.pattern)?;
        if let Some(latency) = self.latency {
            write!(f, " latency={latency}")?;
        }
        if let Some(status) = self.status {
            write!(f, " status={status}")?;
        }
        for (name, ppm) in [("fail", self.fail_ppm), ("silent", self.silent_ppm)] {
            if ppm > 0 {
                write!(f, " {name}={}", share_text(ppm))?;
            }
        }
        if let Some(rate) = self.bytes_per_s {
            write!(f, " bandwidth={}", rate_text(rate))?;
        }
        if let Some(body) = self.body {
            write!(f, " body={}", body.name())?;
        }
        if let Some(bytes) = self.body_bytes {
            write!(f, " size={}", size_text(bytes))?;
        }
        Ok(())
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rules.iter().try_for_each(|rule| writeln!(f, "{rule}"))
    }
}
