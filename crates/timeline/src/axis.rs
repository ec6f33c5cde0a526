//! The time axis: round instants, far enough apart to be labelled.

use crate::Viewport;
use crate::duration::tick_text;

/// One mark of the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Its column.
    pub x_px: u32,
    /// Its instant, in virtual ns.
    pub at_ns: u64,
    /// Its label, with its unit; counted from the axis's anchor where it has one (`+20 µs`).
    pub label: String,
}

/// The marks in view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// Where labels count from when the view is narrow and far from 0, and its label.
    pub anchor: Option<(u64, String)>,
    /// The time between two marks, in ns: 1, 2 or 5 times a power of ten.
    pub step_ns: u64,
    /// The marks, left to right.
    pub ticks: Vec<Tick>,
}

/// Labels count from 0 as long as they need no more digits than this many steps take.
const MAX_STEPS_FROM_ZERO: u64 = 10_000;

impl Axis {
    /// The axis of `view` with marks at least `min_gap_px` apart.
    pub fn new(view: Viewport, min_gap_px: u32) -> Axis {
        let step_ns = step_ns(view, min_gap_px.max(1));
        let anchor_ns = (view.from_ns() / step_ns > MAX_STEPS_FROM_ZERO).then(|| {
            let grain = power_of_ten_above(view.span_ns());
            view.from_ns() - view.from_ns() % grain.max(step_ns)
        });
        let first = view.from_ns().div_ceil(step_ns) * step_ns;
        let ticks = (0u64..)
            .map_while(|index| first.checked_add(index.checked_mul(step_ns)?))
            .take_while(|&at_ns| at_ns < view.to_ns())
            .map(|at_ns| Tick {
                x_px: view.column_of(at_ns),
                at_ns,
                label: match anchor_ns {
                    Some(anchor) => format!("+{}", tick_text(at_ns - anchor, step_ns)),
                    None => tick_text(at_ns, step_ns),
                },
            })
            .collect();
        let anchor = anchor_ns.map(|at_ns| (at_ns, tick_text(at_ns, 1_000_000_000)));
        Axis {
            anchor,
            step_ns,
            ticks,
        }
    }
}

/// The smallest of 1, 2, 5, 10, 20 … ns that spans `min_gap_px` columns or more.
fn step_ns(view: Viewport, min_gap_px: u32) -> u64 {
    let least = (u128::from(view.span_ns()) * u128::from(min_gap_px))
        .div_ceil(u128::from(view.width_px()))
        .min(u128::from(u64::MAX / 20)) as u64;
    let mut decade = 1u64;
    loop {
        for factor in [1, 2, 5] {
            if decade * factor >= least {
                return decade * factor;
            }
        }
        decade *= 10;
    }
}

/// The smallest power of ten at or above `ns`.
fn power_of_ten_above(ns: u64) -> u64 {
    let power = 10u64.pow(ns.max(1).ilog10());
    if power >= ns {
        power
    } else {
        power.saturating_mul(10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ten_seconds_are_marked_by_the_second() {
        let axis = Axis::new(Viewport::new(0, 10_000_000_000, 1000), 80);
        assert_eq!(axis.anchor, None);
        assert_eq!(axis.step_ns, 1_000_000_000);
        let labels: Vec<&str> = axis.ticks.iter().map(|tick| tick.label.as_str()).collect();
        assert_eq!(labels[..3], ["0 s", "1 s", "2 s"]);
        assert_eq!(axis.ticks[3].x_px, 300);
    }

    #[test]
    fn far_from_zero_labels_count_from_an_anchor() {
        let view = Viewport::new(7_250_010_000, 7_250_110_000, 1000);
        let axis = Axis::new(view, 80);
        assert_eq!(axis.anchor, Some((7_250_000_000, "7.25 s".to_owned())));
        assert_eq!(axis.ticks[0].label, "+10 µs");
    }

    proptest! {
        #[test]
        fn marks_are_in_view_apart_and_few(from in 0u64..1 << 56, span in 0u64..1 << 56, width in 1u32..5000, gap in 1u32..200) {
            let view = Viewport::new(from, from.saturating_add(span), width);
            let axis = Axis::new(view, gap);
            prop_assert!(axis.ticks.len() as u32 <= width / gap + 2);
            for pair in axis.ticks.windows(2) {
                prop_assert!(pair[1].x_px + 1 >= pair[0].x_px + gap);
            }
            for tick in &axis.ticks {
                prop_assert!(tick.at_ns >= view.from_ns() && tick.at_ns < view.to_ns());
            }
        }
    }
}
