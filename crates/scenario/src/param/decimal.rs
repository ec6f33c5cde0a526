//! Decimal numbers, rounded as IEEE 754 has it. The standard library reads them by a table of powers that is 10 KB in
//! the page and can't be compressed; here long division does it. Knows no signs and no white space.

/// Digits beyond these can only tell whether a number is a tie.
const DIGITS: usize = 800;

/// The nearest number to `1`, `1.5`, `.5` or `15e-1`; infinite where it is too large.
pub fn decimal(text: &str) -> Option<f64> {
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => (&text[..at], exponent(&text[at + 1..])?),
        None => (text, 0),
    };
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = || whole.bytes().chain(part.bytes());
    if whole.len() + part.len() == 0 || !digits().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let zeros = digits().take_while(|&b| b == b'0').count();
    let count = digits().skip(zeros).count();
    let mut number = Natural::default();
    for digit in digits().skip(zeros).take(DIGITS) {
        number.multiply_add(10, u32::from(digit - b'0'));
    }
    let mut power = exponent - part.len() as i64 + count.saturating_sub(DIGITS) as i64;
    if digits().skip(zeros + DIGITS).any(|b| b != b'0') {
        number.multiply_add(10, 1);
        power -= 1;
    }
    Some(number.times_power_of_ten(power))
}

/// A whole number after an `e`, cut off where it no longer matters.
fn exponent(text: &str) -> Option<i64> {
    const FAR: i64 = 1 << 40;
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let size = digits.bytes().fold(0, |size: i64, digit| {
        (size * 10 + i64::from(digit - b'0')).min(FAR)
    });
    Some(if text.starts_with('-') { -size } else { size })
}

/// A number without an upper bound, its lowest 32 bits first.
#[derive(Default)]
struct Natural {
    words: Vec<u32>,
}

impl Natural {
    fn multiply_add(&mut self, factor: u32, more: u32) {
        let mut carry = u64::from(more);
        for word in &mut self.words {
            let product = u64::from(*word) * u64::from(factor) + carry;
            *word = product as u32;
            carry = product >> 32;
        }
        if carry > 0 {
            self.words.push(carry as u32);
        }
    }

    /// Divides by ten; whether there was a rest.
    fn divide_by_ten(&mut self) -> bool {
        let mut rest = 0;
        for word in self.words.iter_mut().rev() {
            let dividend = rest << 32 | u64::from(*word);
            *word = (dividend / 10) as u32;
            rest = dividend % 10;
        }
        while self.words.last() == Some(&0) {
            self.words.pop();
        }
        rest > 0
    }

    fn bits(&self) -> i64 {
        let top = self.words.last().map_or(0, |word| word.leading_zeros());
        self.words.len() as i64 * 32 - i64::from(top)
    }

    fn times_power_of_ten(mut self, power: i64) -> f64 {
        // Larger than every number there is, or smaller.
        if self.words.is_empty() || power < -1200 {
            return 0.0;
        }
        if power > 400 {
            return f64::INFINITY;
        }
        for _ in 0..power {
            self.multiply_add(10, 0);
        }
        // Enough bits that 64 are left after the division.
        let spare_words = ((64 - self.bits() + (-power).max(0) * 10 / 3 + 34).max(0) / 32) as usize;
        self.words.splice(0..0, vec![0; spare_words]);
        let mut is_more = false;
        for _ in power..0 {
            is_more |= self.divide_by_ten();
        }
        self.rounded(-32 * spare_words as i64, is_more)
    }

    /// This times two to the power of `exponent`, and a little more, to the nearest number, ties to even.
    fn rounded(&self, exponent: i64, is_more: bool) -> f64 {
        // The last bit that a number of this size has; the smallest numbers have fewer.
        let last = (self.bits() + exponent - 53).max(-1074);
        let dropped = (last - exponent).max(0);
        let bit = |at: i64| self.words[(at / 32) as usize] >> (at % 32) & 1 == 1;
        let is_set = |at: i64| at < self.bits() && bit(at);
        let mut kept = (dropped..self.bits())
            .rev()
            .fold(0_u64, |kept, at| kept << 1 | u64::from(bit(at)));
        if dropped > 0 && is_set(dropped - 1) {
            let is_tie = !is_more && !(0..dropped - 1).any(is_set);
            kept += u64::from(!is_tie || kept & 1 == 1);
        }
        // Both steps are exact, or the number is too large.
        let scale = exponent + dropped;
        let half = scale / 2;
        kept as f64 * 2_f64.powi(half as i32) * 2_f64.powi((scale - half) as i32)
    }
}

#[cfg(test)]
mod tests {
    use super::decimal;
    use proptest::prelude::*;

    fn check(text: &str) {
        let expected: Option<f64> = text.parse().ok();
        assert_eq!(
            decimal(text).map(f64::to_bits),
            expected.map(f64::to_bits),
            "{text}"
        );
    }

    #[test]
    fn hard_ones_are_read_as_the_standard_library_reads_them() {
        for text in [
            "0",
            "0.0",
            "1",
            "1.",
            ".5",
            ".",
            "",
            "e5",
            "1e",
            "1e+",
            "1.5.2",
            "1e400",
            "1e-400",
            "123456789012345678",
            "9007199254740993",
            "9007199254740993.0000000000000001",
            "1e23",
            "8.5e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "4.9406564584124654e-324",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "0.1",
            "0.30000000000000004",
            "1e99999999999999999999",
            "1e-99999999999999999999",
            "0e99999999999999999999",
            "00012.500",
        ] {
            check(text);
        }
        check(&format!("0.{}1", "0".repeat(300)));
        check(&format!("{}e-1500", "7".repeat(1500)));
        check(&format!("9007199254740993.{}1", "0".repeat(1200)));
    }

    proptest! {
        #[test]
        fn every_number_is_read_as_the_standard_library_reads_it(
            text in "[0-9]{0,25}(\\.[0-9]{0,25})?(e[-+]?[0-9]{1,3})?", bits in any::<u64>()
        ) {
            check(&text);
            let number = f64::from_bits(bits).abs();
            if number.is_finite() {
                check(&format!("{number:e}"));
            }
        }
    }
}
