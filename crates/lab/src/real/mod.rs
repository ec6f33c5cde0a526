//! **Real run**: the shown script's work on this browser's own cores, beside what was predicted. Owns
//! the panel; what is run and measured is the conductor's.

use crate::app::PanelProps;
use crate::words::{t, t_with};
use interleave_lab::figures::seconds;
use yew::prelude::*;

/// The panel.
#[component]
pub fn RealRun(props: &PanelProps) -> Html {
    let ran = props
        .lab
        .shown
        .as_ref()
        .and_then(|shown| shown.ran.as_ref());
    html! {
        <section class="real" data-test="real" aria-label={t("real.title")}>
            if let Some(ran) = ran {
                <p>{ t_with("real.predicted_is", &[("time", &seconds(ran.makespan_ns))]) }</p>
            }
            <p class="lab-note">{ t("real.not_cpython") }</p>
        </section>
    }
}
