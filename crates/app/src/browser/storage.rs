//! What the browser keeps between visits: work, drafts and settings. The work of this tab comes
//! first (two tabs must not overwrite each other's on reload), then the last saved one.

use crate::browser::window;
use crate::i18n::Language;
use crate::state::{Draft, Settings};
use interleave_scenario::{Scenario, link, param};
use web_sys::Storage;

/// The source as it is, so that no codec stands between a person and their text.
const SOURCE: &str = "interleave.source";
/// Everything else, as a link.
const SCENARIO: &str = "interleave.scenario";
const DRAFTS: &str = "interleave.drafts";
const SETTINGS: &str = "interleave.settings";

fn stores() -> impl Iterator<Item = Storage> {
    let window = window();
    [window.session_storage(), window.local_storage()]
        .into_iter()
        .filter_map(|store| store.ok().flatten())
}

fn local(key: &str) -> Option<String> {
    let store = window().local_storage().ok().flatten()?;
    store.get_item(key).ok().flatten()
}

/// Saves the work; whether the browser took it.
pub fn save_work(scenario: &Scenario) -> bool {
    let source = scenario.files.first().map_or("", |file| &file.text);
    let rest = link::encode(scenario);
    let mut kept = false;
    for store in stores() {
        kept |= store.set_item(SOURCE, source).is_ok() && store.set_item(SCENARIO, &rest).is_ok();
    }
    kept
}

/// The saved work, if there is any.
pub fn saved_work() -> Option<Scenario> {
    stores().find_map(|store| {
        let source = store.get_item(SOURCE).ok().flatten()?;
        let rest = store.get_item(SCENARIO).ok().flatten();
        let mut scenario = rest
            .and_then(|rest| link::decode(&rest).ok())
            .unwrap_or_else(crate::state::empty_scenario);
        if let Some(file) = scenario.files.first_mut() {
            file.text = source;
        }
        Some(scenario)
    })
}

/// Saves the drafts, a line each: the date and the link.
pub fn save_drafts(drafts: &[Draft]) {
    let lines: Vec<String> = drafts
        .iter()
        .map(|draft| format!("{} {}", draft.at_ms, link::encode(&draft.scenario)))
        .collect();
    if let Ok(Some(store)) = window().local_storage() {
        // Without room the drafts of this visit stay in memory.
        let _ = store.set_item(DRAFTS, &lines.join("\n"));
    }
}

/// The saved drafts; a line that can't be read is left out.
pub fn saved_drafts() -> Vec<Draft> {
    let text = local(DRAFTS).unwrap_or_default();
    let drafts = text.lines().filter_map(|line| {
        let (at_ms, fragment) = line.split_once(' ')?;
        Some(Draft {
            at_ms: param::decimal(at_ms)?,
            scenario: link::decode(fragment).ok()?,
        })
    });
    drafts.collect()
}

/// Saves the settings.
pub fn save_settings(settings: Settings) {
    if let Ok(Some(store)) = window().local_storage() {
        let _ = store.set_item(SETTINGS, &settings.to_line());
    }
}

/// The saved settings; on a first visit the language is the browser's.
pub fn saved_settings() -> Settings {
    let wanted = window().navigator().languages();
    let mut known = wanted
        .iter()
        .filter_map(|tag| Language::from_tag(&tag.as_string()?));
    let language = known.next().unwrap_or_default();
    let default = Settings {
        language,
        ..Settings::default()
    };
    local(SETTINGS).map_or(default, |line| Settings::from_line(&line, default))
}
