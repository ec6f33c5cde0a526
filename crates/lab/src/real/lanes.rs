//! A row a lane: predicted beside measured, and where the time went.

use super::bars::{self, PARTS, times_ns, total_ns};
use crate::words::{t, t_with};
use interleave_lab::figures::{count, duration};
use interleave_pool::compare::{Account, Comparison, LaneRow};
use yew::prelude::*;

/// The most lanes that the table lists.
const MAX_ROWS: usize = 100;

/// How measured stands to predicted: `1.03 ×`; a dash where nothing was predicted.
pub fn ratio(measured_ns: u64, predicted_ns: u64) -> String {
    match predicted_ns {
        0 => "–".to_owned(),
        _ => format!("{:.2} ×", measured_ns as f64 / predicted_ns as f64),
    }
}

/// The table: all lanes together first.
pub fn table(comparison: &Comparison) -> Html {
    let longest_ns = |accounts: &mut dyn Iterator<Item = &Account>| accounts.map(total_ns).max();
    let lanes = &comparison.lanes;
    let full_ns = longest_ns(&mut lanes.iter().flat_map(|row| [&row.predicted, &row.measured]));
    let whole = LaneRow {
        name: t("lanes.all").to_owned(),
        predicted: comparison.predicted,
        measured: comparison.measured,
        predicted_ns: comparison.predicted_ns,
        measured_ns: comparison.median_ns,
    };
    let whole_ns = longest_ns(&mut [&whole.predicted, &whole.measured].into_iter());
    let hidden = lanes.len().saturating_sub(MAX_ROWS);
    html! {
        <div class="lab-scroll" tabindex="0" role="group" aria-label={t("lanes.label")}>
            <table class="lab-table" data-test="real-lanes">
                <thead>
                    <tr>
                        <th scope="col">{ t("lanes.lane") }</th>
                        <th scope="col" class="lanes-bars">{ t("lanes.bars") }</th>
                        <th scope="col">{ t("lanes.predicted") }</th>
                        <th scope="col">{ t("lanes.measured") }</th>
                        <th scope="col">{ t("lanes.ratio") }</th>
                        { for PARTS.into_iter().map(|(class, name)| html! { <th scope="col"><span class={classes!("part", class)}></span>{ t(name) }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { row(&whole, whole_ns.unwrap_or(0)) }
                    { for lanes.iter().take(MAX_ROWS).map(|lane| row(lane, full_ns.unwrap_or(0))) }
                </tbody>
            </table>
            if hidden > 0 {
                <p class="lab-note">{ t_with("lanes.hidden", &[("count", &count(hidden as u64))]) }</p>
            }
        </div>
    }
}

fn row(row: &LaneRow, full_ns: u64) -> Html {
    let parts = times_ns(&row.measured)
        .into_iter()
        .zip(times_ns(&row.predicted));
    html! {
        <tr>
            <th scope="row">{ &row.name }</th>
            <td class="lanes-bars">{ bars::bar(&row.predicted, full_ns) }{ bars::bar(&row.measured, full_ns) }</td>
            <td>{ duration(row.predicted_ns) }</td>
            <td>{ duration(row.measured_ns) }</td>
            <td>{ ratio(row.measured_ns, row.predicted_ns) }</td>
            { for parts.map(|(measured_ns, predicted_ns)| html! { <td title={t_with("lanes.was_predicted", &[("time", &duration(predicted_ns))])}>{ duration(measured_ns) }</td> }) }
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::ratio;

    #[test]
    fn a_ratio_has_two_digits_and_none_without_a_prediction() {
        assert_eq!(ratio(103, 100), "1.03 ×");
        assert_eq!(ratio(5, 0), "–");
    }
}
