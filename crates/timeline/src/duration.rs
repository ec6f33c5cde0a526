//! Numbers with their units, the same in every language.

/// The units, largest first: ns in one, symbol.
const UNITS: [(u64, &str); 4] = [
    (1_000_000_000, "s"),
    (1_000_000, "ms"),
    (1_000, "µs"),
    (1, "ns"),
];

/// A length of time in about three significant digits: `1.25 ms`, `10 s`, `340 ns`.
pub fn duration_text(ns: u64) -> String {
    let (unit_ns, symbol) = unit_for(ns);
    let decimals = match ns / unit_ns {
        _ if unit_ns == 1 => 0,
        0..=9 => 2,
        10..=99 => 1,
        // Seconds have no larger unit here, and 123.4 s is no longer than 1.234 s.
        _ if symbol == "s" => 1,
        _ => 0,
    };
    let scale = 10u64.pow(decimals);
    let step_ns = (unit_ns / scale).max(1);
    let rounded = ns.saturating_add(step_ns / 2) / step_ns * step_ns;
    in_unit(rounded, unit_for(rounded), decimals as usize)
}

/// The largest unit that `ns` holds at least once.
fn unit_for(ns: u64) -> (u64, &'static str) {
    UNITS
        .into_iter()
        .find(|&(unit_ns, _)| ns >= unit_ns)
        .unwrap_or(UNITS[3])
}

/// `ns` in the unit that suits steps of `step_ns`, exact to the step.
pub(crate) fn tick_text(ns: u64, step_ns: u64) -> String {
    let unit = UNITS
        .into_iter()
        .find(|&(unit_ns, _)| step_ns >= unit_ns / 10)
        .unwrap_or(UNITS[3]);
    in_unit(ns, unit, 9)
}

/// `ns` in `unit` with at most `decimals` digits after the point and no zeros at the end.
fn in_unit(ns: u64, (unit_ns, symbol): (u64, &str), decimals: usize) -> String {
    let digits = unit_ns.ilog10() as usize;
    let mut text = (ns / unit_ns).to_string();
    if digits > 0 {
        let fraction = format!("{:0digits$}", ns % unit_ns);
        let fraction = fraction[..decimals.min(digits)].trim_end_matches('0');
        if !fraction.is_empty() {
            text.push('.');
            text.push_str(fraction);
        }
    }
    text + " " + symbol
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_write_them() {
        let cases = [
            (0, "0 ns"),
            (340, "340 ns"),
            (1_000, "1 µs"),
            (1_254, "1.25 µs"),
            (999_999, "1 ms"),
            (12_345_678, "12.3 ms"),
            (123_456_789, "123 ms"),
            (10_000_000_000, "10 s"),
            (10_004_200_000, "10 s"),
            (123_456_789_000, "123.5 s"),
        ];
        for (ns, text) in cases {
            assert_eq!(duration_text(ns), text, "{ns}");
        }
        duration_text(u64::MAX);
    }

    #[test]
    fn ticks_are_exact() {
        assert_eq!(tick_text(2_500_000_000, 500_000_000), "2.5 s");
        assert_eq!(tick_text(1_250_000, 50_000), "1250 µs");
        assert_eq!(tick_text(1_200_000, 200_000), "1.2 ms");
        assert_eq!(tick_text(0, 1), "0 ns");
    }
}
