//! The page's few drawings, in the colour of the text around them.

use yew::prelude::*;

/// Which drawing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// The project's mark: two strands that take turns.
    Mark,
    /// A triangle.
    Run,
    /// A square.
    Stop,
    /// Two joined links.
    Share,
    /// Two sheets.
    Copy,
    /// A cross.
    Close,
    /// A tick.
    Good,
    /// A triangle with an exclamation mark.
    Warning,
    /// A circle with a cross.
    Error,
}

/// What [`Icon`] shows.
#[derive(Properties, PartialEq)]
pub struct IconProps {
    /// Which drawing.
    pub picture: Picture,
}

/// A drawing; the text beside it says what it means.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    let path = match props.picture {
        Picture::Mark => "M1 4.5h3.2c3 0 4.600 7 7.600 7H15M1 11.500h3.200c3 0 4.600-7 7.600-7H15",
        Picture::Run => "M4.500 2.800v10.400L13 8z",
        Picture::Stop => "M4 4h8v8H4z",
        Picture::Share => {
            "M6.700 9.300a2.600 2.600 0 0 0 3.700 0l2.300-2.300a2.600 2.600 0 0 0-3.700-3.700l-1 1M9.300 6.700a2.600 2.600 0 0 0-3.700 0L3.300 9a2.600 2.600 0 0 0 3.700 3.700l1-1"
        }
        Picture::Copy => "M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3",
        Picture::Close => "M4 4l8 8M12 4l-8 8",
        Picture::Good => "M3 8.500l3.300 3.300L13 5",
        Picture::Warning => "M8 2.200L14.500 13.500h-13zM8 6.500v3.200M8 11.600v.3",
        Picture::Error => {
            "M8 1.800a6.200 6.200 0 1 1 0 12.400a6.200 6.200 0 1 1 0-12.400M5.800 5.800l4.400 4.400M10.200 5.800l-4.400 4.400"
        }
    };
    let filled = matches!(props.picture, Picture::Run | Picture::Stop);
    html! {
        <svg class={classes!("icon", filled.then_some("filled"))} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d={path} />
        </svg>
    }
}
