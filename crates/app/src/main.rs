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
    yew::Renderer::<components::app::App>::new().render();
}
