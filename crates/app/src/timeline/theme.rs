//! The timeline's colours, read from the page's design tokens. Must not know what they paint.

use interleave_trace::State;
use web_sys::Element;

/// A colour: red, green, blue, alpha.
pub(super) type Colour = [u8; 4];

/// Every colour of a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Palette {
    pub ground: Colour,
    pub gutter: Colour,
    pub text: Colour,
    pub muted: Colour,
    pub line: Colour,
    pub grid: Colour,
    pub accent: Colour,
    pub on_accent: Colour,
    pub arrow: Colour,
    pub life: Colour,
    /// Indexed by the state's number.
    pub states: [Colour; State::ALL.len()],
}

impl Palette {
    /// The colours that hold for `element` now.
    pub(super) fn read(element: &Element) -> Palette {
        let style = web_sys::window().and_then(|w| w.get_computed_style(element).ok().flatten());
        let token = |name: &str| {
            let value = style
                .as_ref()
                .and_then(|style| style.get_property_value(name).ok());
            value
                .and_then(|value| parse(value.trim()))
                .unwrap_or([128, 128, 128, 255])
        };
        Palette {
            ground: token("--raised"),
            gutter: token("--raised"),
            text: token("--text"),
            muted: token("--muted"),
            line: token("--line"),
            grid: token("--grid"),
            accent: token("--selection"),
            on_accent: token("--on-accent"),
            arrow: token("--arrow"),
            life: token("--state-done"),
            states: [
                token("--state-running"),
                token("--state-gil"),
                token("--state-core"),
                token("--state-blocked"),
                token("--state-sleeping"),
                token("--state-io"),
            ],
        }
    }
}

/// A colour as canvas and styles write it, `alpha` of 255 opaque.
pub(super) fn css([r, g, b, a]: Colour, alpha: u8) -> String {
    let alpha = f64::from(a) * f64::from(alpha) / 255.0 / 255.0;
    format!("rgba({r},{g},{b},{alpha:.3})")
}

/// `part` of 255 of `over` on `under`.
pub(super) fn mix(under: Colour, over: Colour, part: u8) -> Colour {
    let blend = |under: u8, over: u8| {
        let part = u32::from(part);
        ((u32::from(under) * (255 - part) + u32::from(over) * part) / 255) as u8
    };
    [
        blend(under[0], over[0]),
        blend(under[1], over[1]),
        blend(under[2], over[2]),
        255,
    ]
}

/// `#rgb`, `#rrggbb` or `#rrggbbaa`.
fn parse(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#')?;
    let digits: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 | 8 => digits.to_owned(),
        _ => return None,
    };
    let byte = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    let alpha = if digits.len() == 8 { byte(6)? } else { 255 };
    Some([byte(0)?, byte(2)?, byte(4)?, alpha])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_read_in_each_form() {
        assert_eq!(parse("#2f9e6e"), Some([0x2f, 0x9e, 0x6e, 255]));
        assert_eq!(parse("#fff"), Some([255; 4]));
        assert_eq!(parse("#00000080"), Some([0, 0, 0, 128]));
        assert_eq!(parse("teal"), None);
        assert_eq!(parse("#é00000"), None);
    }

    #[test]
    fn mixing_goes_from_one_colour_to_the_other() {
        let (black, white) = ([0, 0, 0, 255], [255; 4]);
        assert_eq!(mix(black, white, 0), black);
        assert_eq!(mix(black, white, 255), white);
        assert_eq!(mix(black, white, 51), [51, 51, 51, 255]);
    }
}
