//! Figures as people read them: times, counts, sizes, shares. Owns the rounding; knows no language.

/// Virtual seconds to a tenth of a millisecond: `10.0032 s`.
pub fn seconds(ns: u64) -> String {
    let tenths = (ns + 50_000) / 100_000;
    format!("{}.{:04} s", tenths / 10_000, tenths % 10_000)
}

/// A time in the unit that suits it: `10.0032 s`, `5.25 ms`, `320 µs`, `80 ns`.
pub fn duration(ns: u64) -> String {
    match ns {
        0 => "0".to_owned(),
        1..1_000 => format!("{ns} ns"),
        1_000..1_000_000 => format!("{} µs", trimmed(ns as f64 / 1e3)),
        1_000_000..1_000_000_000 => format!("{} ms", trimmed(ns as f64 / 1e6)),
        _ => seconds(ns),
    }
}

fn trimmed(value: f64) -> String {
    let digits = match value {
        0.0..10.0 => 2,
        10.0..100.0 => 1,
        _ => 0,
    };
    let text = format!("{value:.digits$}");
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

/// A count with its digits in groups of three: `50,000,000`.
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A size: `512 MiB`.
pub fn bytes(number: u64) -> String {
    match number {
        0..1_024 => format!("{number} B"),
        1_024..1_048_576 => format!("{} KiB", trimmed(number as f64 / 1_024.0)),
        _ => format!("{} MiB", trimmed(number as f64 / 1_048_576.0)),
    }
}

/// A share of 1 in percent: `37 %`.
pub fn percent(share: f64) -> String {
    format!("{} %", trimmed(share * 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_makespan_is_told_to_a_tenth_of_a_millisecond() {
        assert_eq!(seconds(10_003_200_000), "10.0032 s");
        assert_eq!(seconds(10_003_249_999), "10.0032 s");
        assert_eq!(seconds(0), "0.0000 s");
    }

    #[test]
    fn a_duration_takes_the_unit_that_suits_it() {
        assert_eq!(duration(80), "80 ns");
        assert_eq!(duration(320_000), "320 µs");
        assert_eq!(duration(5_250_000), "5.25 ms");
        assert_eq!(duration(200_000_000), "200 ms");
        assert_eq!(duration(1_000_000_000), "1.0000 s");
    }

    #[test]
    fn counts_and_sizes_are_readable() {
        assert_eq!(count(50_000_000), "50,000,000");
        assert_eq!(count(999), "999");
        assert_eq!(bytes(512 * 1024 * 1024), "512 MiB");
        assert_eq!(percent(0.25), "25 %");
    }
}
