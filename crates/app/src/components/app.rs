//! The whole page: the state, what it sets in motion, and where everything stands.

use super::editor_pane::EditorPane;
use super::gallery::Gallery;
use super::help::Help;
use super::machine_panel::MachinePanel;
use super::message::Message;
use super::outcome_banner::OutcomeBanner;
use super::splitter::{Direction, Splitter};
use super::tabs::Tabs;
use super::timeline_pane::TimelinePane;
use super::top_bar::TopBar;
use crate::browser::{document, system_is_dark, window};
use crate::effects::{self, dispatching};
use crate::i18n::{self, Language, t};
use crate::opening;
use crate::state::{Action, Dialog, Settings, Theme};
use wasm_bindgen::prelude::*;
use yew::prelude::*;

/// Whether the page is dark now, by the person's choice or the system's.
#[hook]
fn use_dark(theme: Theme) -> bool {
    let system = use_state(system_is_dark);
    {
        let system = system.setter();
        use_effect_with((), move |()| {
            let Ok(Some(query)) = window().match_media("(prefers-color-scheme: dark)") else {
                return;
            };
            let changed = Closure::<dyn Fn()>::new(move || system.set(system_is_dark()));
            let function = changed.as_ref().unchecked_ref();
            let _ = query.add_event_listener_with_callback("change", function);
            changed.forget();
        });
    }
    let dark = match theme {
        Theme::Auto => *system,
        Theme::Light => false,
        Theme::Dark => true,
    };
    use_effect_with(dark, |&dark| {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-theme", if dark { "dark" } else { "light" });
        }
    });
    dark
}

/// The page.
#[component]
pub fn App() -> Html {
    let state = use_reducer(opening::first_state);
    let latest = effects::use_latest(&state);
    effects::use_engine(&state, &latest);
    effects::use_keeping(&state, &latest);
    effects::use_address(&state, &latest);
    effects::use_keys(&latest);
    effects::use_automation(&state, &latest);
    effects::use_marks(&state);
    effects::use_gallery(&state);
    i18n::set_language(state.settings.language);
    let dark = use_dark(state.settings.theme);
    effects::use_lab(&state, &latest, dark);
    let dispatch = state.dispatcher();
    let on_share = {
        let latest = latest.clone();
        use_callback((), move |(), ()| effects::share(&latest.borrow().clone()))
    };

    let settings = state.settings;
    let resize = |change: fn(Settings, u8) -> Settings| {
        dispatching(&dispatch, move |percent| {
            Action::SetSettings(change(settings, percent))
        })
    };
    let on_columns = resize(|settings, columns_percent| Settings {
        columns_percent,
        ..settings
    });
    let on_rows = resize(|settings, rows_percent| Settings {
        rows_percent,
        ..settings
    });
    let proportions = format!(
        "--columns: {}%; --rows: {}%;",
        settings.columns_percent, settings.rows_percent
    );
    html! {
        <ContextProvider<Language> context={settings.language}>
            <div class="page" style={proportions}>
                <TopBar state={(*state).clone()} dispatch={dispatch.clone()} {on_share} />
                <main class="page-main">
                    <EditorPane state={(*state).clone()} dispatch={dispatch.clone()} {dark} />
                    <Splitter
                        direction={Direction::Columns}
                        label={t("split.columns")}
                        percent={settings.columns_percent}
                        on_change={on_columns}
                    />
                    <div class="page-results">
                        <MachinePanel
                            machine={state.scenario.machine.clone()}
                            dispatch={dispatch.clone()}
                        />
                        <OutcomeBanner state={(*state).clone()} dispatch={dispatch.clone()} />
                        <TimelinePane state={(*state).clone()} dispatch={dispatch.clone()} />
                        <Splitter
                            direction={Direction::Rows}
                            label={t("split.rows")}
                            percent={settings.rows_percent}
                            on_change={on_rows}
                        />
                        <Tabs state={(*state).clone()} dispatch={dispatch.clone()} />
                    </div>
                </main>
                <Message notice={state.notice.clone()} dispatch={dispatch.clone()} />
                <Help open={state.dialog == Some(Dialog::Help)} dispatch={dispatch.clone()} />
                <Gallery open={state.dialog == Some(Dialog::Gallery)} examples={state.examples} language={settings.language} {dispatch} />
            </div>
        </ContextProvider<Language>>
    }
}
