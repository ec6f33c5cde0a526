//! **Sweep**: one setting over a range. Owns the panel; what a run costs is the engine's to say.

use crate::app::PanelProps;
use crate::words::t;
use yew::prelude::*;

/// The panel.
#[component]
pub fn Sweep(_props: &PanelProps) -> Html {
    html! { <section class="sweep" data-test="sweep" aria-label={t("sweep.title")}><p>{ t("sweep.intro") }</p></section> }
}
