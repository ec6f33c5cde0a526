//! **Compare**: one job, several ways. Owns the panel; what a way costs is the engine's to say.

use crate::app::PanelProps;
use crate::words::t;
use yew::prelude::*;

/// The panel.
#[component]
pub fn Compare(_props: &PanelProps) -> Html {
    html! { <section class="compare" data-test="compare" aria-label={t("compare.title")}><p>{ t("compare.intro") }</p></section> }
}
