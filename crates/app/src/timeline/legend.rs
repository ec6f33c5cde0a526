//! The legend: every state's pattern and its word.

use super::raster::{Fill, Raster};
use super::theme::Palette;
use super::wording::state_name;
use crate::i18n::{Language, t};
use interleave_trace::State;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};
use yew::prelude::*;

const WIDTH: u32 = 44;
const HEIGHT: u32 = 24;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct LegendProps {
    /// Counts themes: the patterns are painted again when it changes.
    pub theme: u32,
    pub language: Language,
}

#[derive(Clone, PartialEq, Properties)]
struct SwatchProps {
    state: State,
    theme: u32,
}

#[component]
fn Swatch(props: &SwatchProps) -> Html {
    let canvas = use_node_ref();
    {
        let canvas = canvas.clone();
        use_effect_with(props.clone(), move |props| {
            if let Some(canvas) = canvas.cast::<HtmlCanvasElement>() {
                paint(&canvas, props.state);
            }
        });
    }
    html! {
        <canvas class="timeline-swatch" ref={canvas} width={WIDTH.to_string()} height={HEIGHT.to_string()} aria-hidden="true" />
    }
}

/// Twice the size that it is shown in, so that it is crisp on dense screens.
fn paint(canvas: &HtmlCanvasElement, state: State) -> Option<()> {
    let context = canvas.get_context("2d").ok()??;
    let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
    let mut raster = Raster::default();
    raster.begin(WIDTH, HEIGHT, 2, &Palette::read(canvas));
    raster.fill(Fill::State(state), (0, WIDTH), (0, HEIGHT));
    let pixels = Clamped(raster.pixels());
    let image = ImageData::new_with_u8_clamped_array_and_sh(pixels, WIDTH, HEIGHT).ok()?;
    context.put_image_data(&image, 0.0, 0.0).ok()
}

/// The legend.
#[component]
pub(super) fn Legend(props: &LegendProps) -> Html {
    let theme = props.theme;
    html! {
        <ul class="timeline-legend" aria-label={t("timeline.legend")}>
            { for State::ALL.into_iter().map(|state| html! {
                <li><Swatch {state} {theme} />{state_name(state)}</li>
            }) }
        </ul>
    }
}
