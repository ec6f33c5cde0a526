//! The strip plot of the repeats: a mark a repeat, the median, and the prediction, on one axis.

use crate::words::{t, t_with};
use interleave_lab::figures::duration;
use yew::prelude::*;

/// The stretch that the axis shows, in ns: all values with a tenth of room at each side.
fn axis(values_ns: impl Iterator<Item = u64>) -> (f64, f64) {
    let (mut low, mut high) = (f64::MAX, f64::MIN);
    for value_ns in values_ns {
        low = low.min(value_ns as f64);
        high = high.max(value_ns as f64);
    }
    // Equal values would have no room to stand apart from the axis' ends.
    let room = ((high - low) / 10.0).max(high / 200.0).max(1.0);
    ((low - room).max(0.0), high + room)
}

/// The plot.
pub fn strip(makespans_ns: &[u64], median_ns: u64, predicted_ns: u64) -> Html {
    let all = makespans_ns.iter().copied();
    let (low, high) = axis(all.chain([median_ns, predicted_ns]));
    let at = |ns: u64| format!("{:.2}%", (ns as f64 - low) * 100.0 / (high - low));
    let told: Vec<String> = makespans_ns.iter().map(|ns| duration(*ns)).collect();
    let label = t_with(
        "strip.label",
        &[
            ("repeats", &told.join(", ")),
            ("median", &duration(median_ns)),
            ("predicted", &duration(predicted_ns)),
        ],
    );
    html! {
        <figure class="strip">
            <svg width="100%" height="34" role="img" aria-label={label} data-test="real-strip">
                <line x1="0" x2="100%" y1="24" y2="24" class="strip-axis" />
                <line x1={at(predicted_ns)} x2={at(predicted_ns)} y1="4" y2="32" class="strip-predicted" />
                <line x1={at(median_ns)} x2={at(median_ns)} y1="12" y2="32" class="strip-median" />
                { for makespans_ns.iter().map(|ns| html! { <circle cx={at(*ns)} cy="24" r="4" class="strip-repeat"><title>{ duration(*ns) }</title></circle> }) }
            </svg>
            <figcaption>
                <span>{ duration(low as u64) }</span>
                <span class="strip-keys">
                    <span><i class="strip-key repeat"></i>{ t("strip.repeat") }</span>
                    <span><i class="strip-key median"></i>{ t("strip.median") }</span>
                    <span><i class="strip-key predicted"></i>{ t("strip.predicted") }</span>
                </span>
                <span>{ duration(high as u64) }</span>
            </figcaption>
        </figure>
    }
}

#[cfg(test)]
mod tests {
    use super::axis;

    #[test]
    fn every_value_lies_inside_the_axis_and_equal_ones_have_room() {
        for values in [&[100, 100, 100][..], &[90, 110], &[0], &[5, 5_000_000_000]] {
            let (low, high) = axis(values.iter().copied());
            assert!(low < high, "{values:?}: {low} {high}");
            for value in values {
                let value = *value as f64;
                assert!(low <= value && value < high, "{values:?}: {low} {high}");
            }
        }
    }
}
