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
        lines.push_str(&format!(
            "{} link {:016x}\n",
            entry.name,
            digest(link.as_bytes())
        ));
    }
    lines
}

/// FNV-1a in 64 bits: tells one run from another, no more.
pub fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
