//! The tabs below the timeline. All panels stay in the page, so that a tab opens at once and the
//! hidden ones keep their place.

use super::console::Console;
use super::findings::Findings;
use super::lab_panel::LabPanel;
use super::summary::Summary;
use super::variables::Variables;
use crate::effects::Dispatch;
use crate::i18n::t;
use crate::state::{Action, State, Tab};
use interleave_lab::bridge::LabTab;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// What [`Tabs`] shows.
#[derive(Properties, PartialEq)]
pub struct TabsProps {
    /// The page's state.
    pub state: State,
    /// Where actions go.
    pub dispatch: Dispatch,
}

fn title(tab: Tab) -> &'static str {
    match tab {
        Tab::Console => t("tabs.console"),
        Tab::Findings => t("tabs.findings"),
        Tab::Summary => t("tabs.summary"),
        Tab::Variables => t("tabs.variables"),
        Tab::Lab(LabTab::Real) => t("tabs.real"),
        Tab::Lab(LabTab::Compare) => t("tabs.compare"),
        Tab::Lab(LabTab::Sweep) => t("tabs.sweep"),
    }
}

/// The panel that a tab opens: the lab's tabs share one.
fn panel_name(tab: Tab) -> &'static str {
    match tab {
        Tab::Lab(_) => "lab",
        _ => tab.name(),
    }
}

/// The tabs and the open one's panel.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let TabsProps { state, dispatch } = props;
    let open = state.tab();
    let findings = state
        .report
        .as_ref()
        .map_or(0, |report| report.findings.len());
    let buttons = Tab::ALL.into_iter().enumerate().map(|(index, tab)| {
        let onclick = {
            let dispatch = dispatch.clone();
            Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ShowTab(tab)))
        };
        let onkeydown = {
            let dispatch = dispatch.clone();
            Callback::from(move |event: KeyboardEvent| {
                let step = match event.key().as_str() {
                    "ArrowRight" => 1,
                    "ArrowLeft" => Tab::ALL.len() - 1,
                    _ => return,
                };
                event.prevent_default();
                let next = Tab::ALL[(index + step) % Tab::ALL.len()];
                dispatch.dispatch(Action::ShowTab(next));
                focus_tab(next);
            })
        };
        let name = tab.name();
        html! {
            <button
                key={name}
                type="button"
                role="tab"
                id={format!("tab-{name}")}
                data-test={format!("tab-{name}")}
                aria-selected={(tab == open).to_string()}
                aria-controls={format!("panel-{}", panel_name(tab))}
                tabindex={if tab == open { "0" } else { "-1" }}
                {onclick}
                {onkeydown}
            >
                { title(tab) }
                if tab == Tab::Findings && findings > 0 {
                    <span class="tabs-count">{ findings }</span>
                }
            </button>
        }
    });
    let panel = |tab: Tab, content: Html| {
        let name = panel_name(tab);
        html! {
            <div
                key={name}
                role="tabpanel"
                class="tabs-panel"
                id={format!("panel-{name}")}
                aria-labelledby={format!("tab-{}", tab.name())}
                hidden={tab != open}
            >
                { content }
            </div>
        }
    };
    let report = &state.report;
    html! {
        <section class={classes!("tabs", state.is_stale().then_some("stale"))}>
            <div class="tabs-list" role="tablist" aria-label={t("tabs.label")}>{ for buttons }</div>
            { panel(Tab::Console, html! { <Console report={report.clone()} dispatch={dispatch.clone()} /> }) }
            { panel(Tab::Findings, html! { <Findings report={report.clone()} dispatch={dispatch.clone()} /> }) }
            { panel(Tab::Variables, html! { <Variables report={report.clone()} look={state.look.clone()} wanted={state.wanted_look()} dispatch={dispatch.clone()} /> }) }
            { panel(Tab::Summary, html! { <Summary report={report.clone()} cores={state.scenario.machine.cores} took_us={state.took_us} /> }) }
            { panel(state.lab_tab().map_or(Tab::Lab(LabTab::Real), Tab::Lab), html! { <LabPanel phase={state.lab.clone()} dispatch={dispatch.clone()} /> }) }
        </section>
    }
}

/// Puts the focus on a tab, which brings it into view.
pub fn focus_tab(tab: Tab) {
    let element = crate::browser::document().get_element_by_id(&format!("tab-{}", tab.name()));
    if let Some(element) =
        element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}
