//! Level of detail: how long a lane spent in each state before any instant, without adding up
//! every slice. Prefix sums at every sixteenth slice: 3 bytes a slice, and at most sixteen
//! slices to add per question.

use interleave_trace::{Slices, State};

/// Time in each state, indexed by the state's number, in ns.
pub(crate) type StateTimes = [u64; State::ALL.len()];

/// Slices between two sums.
const STRIDE: usize = 16;

/// The sums of one lane.
#[derive(Clone, Debug, Default)]
pub(crate) struct LaneTimes {
    /// `sums[k]`: time in each state over the first `k * STRIDE` slices.
    sums: Vec<StateTimes>,
}

impl LaneTimes {
    pub(crate) fn new(slices: &Slices) -> LaneTimes {
        let (starts, ends, states) = (slices.starts_ns(), slices.ends_ns(), slices.states());
        let mut sums = Vec::with_capacity(slices.len() / STRIDE + 1);
        let mut sum = StateTimes::default();
        for index in 0..slices.len() {
            if index % STRIDE == 0 {
                sums.push(sum);
            }
            sum[states[index] as usize] += ends[index] - starts[index];
        }
        sums.push(sum);
        LaneTimes { sums }
    }

    /// Time in each state before `at_ns`, where `first` is the first slice that ends after it.
    pub(crate) fn before(&self, slices: &Slices, first: usize, at_ns: u64) -> StateTimes {
        let (starts, ends, states) = (slices.starts_ns(), slices.ends_ns(), slices.states());
        let mut times = self.sums.get(first / STRIDE).copied().unwrap_or_default();
        for index in first - first % STRIDE..first {
            times[states[index] as usize] += ends[index] - starts[index];
        }
        if first < starts.len() && starts[first] < at_ns {
            times[states[first] as usize] += at_ns - starts[first];
        }
        times
    }

    /// Time in each state over the whole lane.
    pub(crate) fn total(&self) -> StateTimes {
        self.sums.last().copied().unwrap_or_default()
    }
}

/// The first index at or after `from` where `is_past` holds, looking near `from` first: the
/// answer is usually close.
pub(crate) fn gallop(from: usize, len: usize, is_past: impl Fn(usize) -> bool) -> usize {
    let mut low = from;
    let mut step = 1;
    while low + step <= len && !is_past(low + step - 1) {
        low += step;
        step *= 2;
    }
    let mut high = (low + step - 1).min(len);
    while low < high {
        let middle = low + (high - low) / 2;
        if is_past(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::testing::{lane_slices, slices_of};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sums_agree_with_adding_up(lane in lane_slices(80), at in 0u64..20_000) {
            let slices = slices_of(&lane);
            let times = LaneTimes::new(&slices);
            let mut expected = StateTimes::default();
            for slice in slices.iter() {
                expected[slice.state as usize] +=
                    slice.end_ns.min(at).saturating_sub(slice.start_ns);
            }
            let first = slices.ends_ns().partition_point(|&end| end <= at);
            prop_assert_eq!(times.before(&slices, first, at), expected);
        }

        #[test]
        fn galloping_finds_what_a_binary_search_finds(len in 0usize..200, from in 0usize..200, edge in 0usize..250) {
            let from = from.min(len);
            let expected = edge.clamp(from, len);
            prop_assert_eq!(gallop(from, len, |index| index >= edge), expected);
        }
    }
}
