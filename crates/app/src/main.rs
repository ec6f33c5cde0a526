//! The page's program: one component over one reducer. It never runs the engine; that is the
//! worker's.

mod browser;
mod components;
mod effects;
mod i18n;
mod opening;
mod state;
mod timeline;
mod words;

fn main() {
    let speaks = i18n::speaks(browser::storage::saved_settings().language);
    if speaks && !browser::gallery_files::is_asked_for() {
        yew::Renderer::<components::app::App>::new().render();
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        // What can't be fetched is missed where it is needed: the page opens in English, or says that it knows no
        // such example.
        if !speaks && let Ok(text) = browser::fetched(i18n::ZH_FILE).await {
            i18n::learn_zh(&text);
        }
        if browser::gallery_files::is_asked_for() {
            let _ = browser::gallery_files::load().await;
        }
        yew::Renderer::<components::app::App>::new().render();
    });
}
