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
    if !browser::gallery_files::is_asked_for() {
        yew::Renderer::<components::app::App>::new().render();
        return;
    }
    wasm_bindgen_futures::spawn_local(async {
        // Where they can't be fetched the page opens and says that it knows no such example.
        let _ = browser::gallery_files::load().await;
        yew::Renderer::<components::app::App>::new().render();
    });
}
