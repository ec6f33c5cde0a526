//! What must come out the same on a desk and in a browser. The native program prints it, and the
//! test in the browser, built with those words, compares.

use interleave_engine::run;
use interleave_scenario::{gallery, link};

/// Two lines for each gallery scenario: the digest of its link, and that of its trace.
pub fn portrait() -> String {
    let mut lines = String::new();
    for entry in gallery::all() {
        let mut scenario = entry.scenario();
        // Not the gallery's own: the link carries the whole source, deflated.
        scenario.gallery = None;
        let link = link::encode(&scenario);
        let link = digest(link.as_bytes());
        let trace = match run(&entry.scenario()) {
            Ok(report) => format!("{:016x}", digest(&report.trace.to_bytes())),
            Err(diagnostics) => format!("refused: {diagnostics:?}"),
        };
        let name = &entry.name;
        lines.push_str(&format!("{name} link {link:016x}\n{name} trace {trace}\n"));
    }
    lines
}

/// FNV-1a in 64 bits: tells one run from another, no more.
pub fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
