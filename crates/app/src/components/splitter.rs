//! A bar between two parts of the page that moves by mouse, finger and arrow keys.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The least and the greatest share of the first part, in percent.
const LEAST: f64 = 15.0;
const GREATEST: f64 = 85.0;
/// How far an arrow key moves it, in percent.
const STEP: f64 = 2.0;

/// Which way the parts lie.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Side by side.
    Columns,
    /// One above the other.
    Rows,
}

/// What [`Splitter`] shows.
#[derive(Properties, PartialEq)]
pub struct SplitterProps {
    /// Which way the parts lie.
    pub direction: Direction,
    /// What it changes, for screen readers.
    pub label: &'static str,
    /// The first part's share, in percent.
    pub percent: u8,
    /// It moved: the first part's new share, in percent.
    pub on_change: Callback<u8>,
}

/// The bar.
#[component]
pub fn Splitter(props: &SplitterProps) -> Html {
    let dragging = use_state(|| false);
    let columns = props.direction == Direction::Columns;
    let set = {
        let on_change = props.on_change.clone();
        Callback::from(move |percent: f64| {
            on_change.emit(percent.clamp(LEAST, GREATEST).round() as u8);
        })
    };
    let onpointerdown = {
        let dragging = dragging.clone();
        Callback::from(move |event: PointerEvent| {
            event.prevent_default();
            let bar = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(bar) = bar {
                let _ = bar.set_pointer_capture(event.pointer_id());
            }
            dragging.set(true);
        })
    };
    let onpointermove = {
        let (dragging, set) = (dragging.clone(), set.clone());
        Callback::from(move |event: PointerEvent| {
            if !*dragging {
                return;
            }
            let bar = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            let Some(whole) = bar.and_then(|bar| bar.parent_element()) else {
                return;
            };
            let area = whole.get_bounding_client_rect();
            let share = match columns {
                true => (f64::from(event.client_x()) - area.left()) / area.width(),
                false => (f64::from(event.client_y()) - area.top()) / area.height(),
            };
            set.emit(share * 100.0);
        })
    };
    let stop = {
        let dragging = dragging.clone();
        Callback::from(move |_: PointerEvent| dragging.set(false))
    };
    let onkeydown = {
        let percent = f64::from(props.percent);
        Callback::from(move |event: KeyboardEvent| {
            let change = match (columns, event.key().as_str()) {
                (true, "ArrowLeft") | (false, "ArrowUp") => -STEP,
                (true, "ArrowRight") | (false, "ArrowDown") => STEP,
                _ => return,
            };
            event.prevent_default();
            set.emit(percent + change);
        })
    };
    html! {
        <div
            class={classes!("splitter", if columns { "columns" } else { "rows" }, dragging.then_some("dragging"))}
            role="separator"
            tabindex="0"
            aria-label={props.label}
            aria-orientation={if columns { "vertical" } else { "horizontal" }}
            aria-valuemin="15"
            aria-valuemax="85"
            aria-valuenow={props.percent.to_string()}
            {onpointerdown}
            {onpointermove}
            onpointerup={stop.clone()}
            onpointercancel={stop}
            {onkeydown}
        ></div>
    }
}
