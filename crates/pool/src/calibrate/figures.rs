//! Medians, quartiles, and nothing that one wild sample could move.

/// The median, if there is a sample; what is not a number is no sample.
pub(super) fn median(samples: &[f64]) -> Option<f64> {
    quantile(samples, 0.5)
}

/// The mean of all but the slowest tenth. Where many follow one another, as in a chain of wakes, their times add up: to
/// means, not to medians.
pub(super) fn mean(samples: &[f64]) -> Option<f64> {
    let bound = quantile(samples, 0.9)?;
    let usual = samples.iter().copied().filter(|&ns| ns <= bound);
    let (sum, count) = usual.fold((0.0, 0.0), |(sum, count), ns| (sum + ns, count + 1.0));
    Some(sum / count)
}

/// The mean, where no sample counts as more than four medians: what is slow now and then counts, a stall of the whole machine
/// hardly does.
pub(super) fn bounded_mean(samples: &[f64]) -> Option<f64> {
    let bound = 4.0 * median(samples)?;
    let bounded = samples.iter().filter(|ns| ns.is_finite());
    let (sum, count) = bounded.fold((0.0, 0.0), |(sum, count), ns| {
        (sum + ns.min(bound), count + 1.0)
    });
    Some(sum / count)
}

/// The middle half over the median: 0 where all samples are the same.
pub(super) fn spread(samples: &[f64]) -> f64 {
    let quartiles = [0.25, 0.5, 0.75].map(|part| quantile(samples, part));
    match quartiles {
        [Some(low), Some(middle), Some(high)] if middle > 0.0 => (high - low) / middle,
        _ => 0.0,
    }
}

/// The value below which `part` of the samples are, between two of them where it must be.
pub(super) fn quantile(samples: &[f64], part: f64) -> Option<f64> {
    let mut sorted: Vec<f64> = samples
        .iter()
        .copied()
        .filter(|ns| ns.is_finite())
        .collect();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    let at = part * last as f64;
    let (low, high) = (sorted[at.floor() as usize], sorted[at.ceil() as usize]);
    Some(low + (high - low) * at.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_what_it_is() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[f64::NAN, 7.0]), Some(7.0));
    }

    #[test]
    fn a_mean_counts_what_happens_often() {
        let mut samples = vec![30.0; 60];
        samples.extend([150.0; 40]);
        assert_eq!(median(&samples), Some(30.0));
        assert_eq!(mean(&samples), Some(78.0));
        assert_eq!(mean(&[f64::NAN, 7.0]), Some(7.0));
        assert_eq!(mean(&[]), None);
    }

    #[test]
    fn a_bounded_mean_counts_what_is_slow_but_no_stall() {
        assert_eq!(bounded_mean(&[10.0, 10.0, 10.0, 30.0]), Some(15.0));
        assert_eq!(bounded_mean(&[10.0, 10.0, 10.0, 1e9]), Some(17.5));
        assert_eq!(bounded_mean(&[f64::NAN, 7.0]), Some(7.0));
        assert_eq!(bounded_mean(&[]), None);
    }

    #[test]
    fn one_wild_sample_moves_nothing() {
        let mut samples = vec![10.0; 20];
        samples.push(1e9);
        assert_eq!(mean(&samples), Some(10.0));
        assert_eq!(median(&samples), Some(10.0));
        assert_eq!(spread(&samples), 0.0);
    }

    #[test]
    fn the_spread_is_of_the_middle_half() {
        let samples: Vec<f64> = (0..=100).map(|index| 50.0 + f64::from(index)).collect();
        assert_eq!(spread(&samples), 0.5);
        assert_eq!(spread(&[]), 0.0);
    }
}
