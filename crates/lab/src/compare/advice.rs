//! What to choose, why, and where that flips: the words for what the engine found.

use super::controls::written;
use super::state::Comparing;
use crate::words::{t, t_with};
use interleave_scenario::ways;
use yew::prelude::*;

/// The advice; nothing before every way of a workload was run.
pub fn advice(state: &Comparing) -> Html {
    let (Some(best), Some((_, workload))) = (state.recommendation(), &state.of) else {
        return Html::default();
    };
    let way = |way: ways::Way| t(&format!("compare.way.{}", way.name()));
    let flips = state.flips.iter().map(|flip| {
        let now = workload.get(flip.field);
        let key = if flip.at > now { "compare.flip.from" } else { "compare.flip.below" };
        let field = t(&format!("compare.field.{}", flip.field.name()));
        let at = written(flip.at);
        let text = t_with(key, &[("field", field), ("at", &at), ("way", way(flip.to))]);
        html! { <li key={flip.field.name()} data-test={format!("compare-flip-{}", flip.field.name())}>{ text }</li> }
    });
    let times = format!("{:.1}", best.times_as_fast);
    let choose = match best.way {
        ways::Way::Sequential => t_with("compare.choose_plain", &[("way", way(best.way))]),
        _ => t_with(
            "compare.choose",
            &[("way", way(best.way)), ("times", &times)],
        ),
    };
    html! {
        <div class="compare-advice" data-test="compare-advice">
            <p>
                <strong>{ choose }</strong>
                { " " }
                { t(&format!("compare.reason.{}", best.reason.name())) }
                if let Some(quicker) = best.quicker {
                    { " " }{ t_with("compare.quicker", &[("way", way(quicker))]) }
                }
            </p>
            <ul>{ for flips }</ul>
        </div>
    }
}
