//! Fills rectangles of pixels with each state's pattern. A pattern is laid out once over the
//! full width, so that a rectangle is a copy of memory a row; the canvas gets one picture a
//! frame however many slices there are. Must not know lanes.

use super::theme::{Colour, Palette, mix};
use interleave_trace::State;

/// Every pattern repeats after this many pixels (before scaling).
const PERIOD: u32 = 12;

/// What a rectangle is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// A state's pattern.
    State(State),
    /// A GIL or a core in use: one of three tints, to tell holders apart.
    Held(u8),
    /// A lane that is alive and shows no slice.
    Life,
}

const HELD: usize = State::ALL.len();
const LIFE: usize = HELD + 3;
const FILLS: usize = LIFE + 1;

impl Fill {
    fn index(self) -> usize {
        match self {
            Fill::State(state) => state as usize,
            Fill::Held(tint) => HELD + usize::from(tint % 3),
            Fill::Life => LIFE,
        }
    }

    /// Whether the pattern has its ink at `x`, `y` of the tile: what tells the states apart
    /// without colour.
    fn has_ink(self, x: u32, y: u32) -> bool {
        match self {
            Fill::State(State::Running) | Fill::Held(_) | Fill::Life => false,
            // Diagonal hatch.
            Fill::State(State::WaitingGil) => (x + y) % 6 < 2,
            // Crosses.
            Fill::State(State::WaitingCore) => {
                (x + y).is_multiple_of(6) || (x + 12 - y).is_multiple_of(6)
            }
            // Upright stripes.
            Fill::State(State::Blocked) => x % 4 < 2,
            // Sparse dots.
            Fill::State(State::Sleeping) => {
                x % 6 < 2 && y % 6 < 2 && (x / 6 + y / 6).is_multiple_of(2)
            }
            // Dashes.
            Fill::State(State::Io) => y % 6 < 2 && (x + (y / 6) * 6) % 12 < 7,
        }
    }

    /// Ground and ink.
    fn colours(self, palette: &Palette) -> (Colour, Colour) {
        let ground = palette.ground;
        match self {
            Fill::State(State::Running) => (palette.states[0], palette.states[0]),
            Fill::State(state @ (State::Sleeping | State::Io)) => {
                let colour = palette.states[state as usize];
                (mix(ground, colour, 74), mix(ground, colour, 235))
            }
            // Waiting for another thread is no alarm: it is long, so it is calm.
            Fill::State(State::Blocked) => {
                let colour = palette.states[State::Blocked as usize];
                (mix(ground, colour, 60), mix(ground, colour, 165))
            }
            Fill::State(state) => {
                let colour = palette.states[state as usize];
                (mix(ground, colour, 92), mix(ground, colour, 235))
            }
            Fill::Held(tint) => {
                let part = [235, 200, 165][usize::from(tint % 3)];
                let colour = mix(ground, palette.accent, part);
                (colour, colour)
            }
            Fill::Life => (palette.life, palette.life),
        }
    }

    fn all() -> impl Iterator<Item = Fill> {
        let states = State::ALL.into_iter().map(Fill::State);
        states.chain((0..3).map(Fill::Held)).chain([Fill::Life])
    }
}

/// A picture of `width` × `height` pixels, transparent where nothing is filled.
#[derive(Clone, Debug, Default)]
pub(super) struct Raster {
    width: u32,
    height: u32,
    scale: u32,
    pixels: Vec<u8>,
    /// `rows[fill][y % period]`: that row of the pattern over the full width.
    rows: Vec<Vec<Vec<u8>>>,
    palette: Option<Palette>,
}

impl Raster {
    /// An empty picture; patterns are `scale` times as large as their tiles.
    pub(super) fn begin(&mut self, width: u32, height: u32, scale: u32, palette: &Palette) {
        let same = self.width == width && self.scale == scale;
        if !same || self.palette.as_ref() != Some(palette) {
            self.rows = Fill::all()
                .map(|fill| pattern_rows(fill, width, scale, palette))
                .collect();
            debug_assert_eq!(self.rows.len(), FILLS);
            self.palette = Some(palette.clone());
        }
        (self.width, self.height, self.scale) = (width, height, scale);
        self.pixels.clear();
        self.pixels.resize(width as usize * height as usize * 4, 0);
    }

    /// Fills `[x0, x1)` × `[y0, y1)`, as far as it is in the picture.
    pub(super) fn fill(&mut self, fill: Fill, (x0, x1): (u32, u32), (y0, y1): (u32, u32)) {
        let (x0, x1) = (x0 as usize, x1.min(self.width) as usize);
        if x0 >= x1 {
            return;
        }
        let rows = &self.rows[fill.index()];
        let stride = self.width as usize * 4;
        for y in y0..y1.min(self.height) {
            let row = &rows[y as usize % rows.len()];
            let start = y as usize * stride;
            self.pixels[start + x0 * 4..start + x1 * 4].copy_from_slice(&row[x0 * 4..x1 * 4]);
        }
    }

    /// Red, green, blue, alpha of every pixel, row by row.
    pub(super) fn pixels(&self) -> &[u8] {
        &self.pixels
    }
}

fn pattern_rows(fill: Fill, width: u32, scale: u32, palette: &Palette) -> Vec<Vec<u8>> {
    let (ground, ink) = fill.colours(palette);
    let scale = scale.max(1);
    let row = |y: u32| {
        let colour = |x: u32| {
            if fill.has_ink(x / scale % PERIOD, y / scale % PERIOD) {
                ink
            } else {
                ground
            }
        };
        (0..width).flat_map(colour).collect()
    };
    (0..PERIOD * scale).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn palette() -> Palette {
        let grey = [100, 100, 100, 255];
        Palette {
            ground: [255; 4],
            gutter: [255; 4],
            text: grey,
            muted: grey,
            line: grey,
            grid: grey,
            accent: [0, 0, 200, 255],
            on_accent: grey,
            arrow: grey,
            life: [230, 230, 230, 255],
            states: [grey; State::ALL.len()],
        }
    }

    #[test]
    fn patterns_tell_the_states_apart_without_colour() {
        let tile = |fill: Fill| -> Vec<bool> {
            let at = |index: u32| fill.has_ink(index % PERIOD, index / PERIOD);
            (0..PERIOD * PERIOD).map(at).collect()
        };
        for (index, one) in State::ALL.into_iter().enumerate() {
            for other in &State::ALL[index + 1..] {
                assert_ne!(
                    tile(Fill::State(one)),
                    tile(Fill::State(*other)),
                    "{one:?} {other:?}"
                );
            }
        }
    }

    #[test]
    fn a_fill_stays_in_its_rectangle_and_in_the_picture() {
        let mut raster = Raster::default();
        raster.begin(20, 10, 1, &palette());
        raster.fill(Fill::State(State::Running), (3, 7), (2, 5));
        raster.fill(Fill::Life, (18, 90), (9, 90));
        raster.fill(Fill::Life, (30, 40), (0, 1));
        let opaque = raster
            .pixels()
            .chunks(4)
            .filter(|pixel| pixel[3] == 255)
            .count();
        assert_eq!(opaque, 4 * 3 + 2);
        assert_eq!(
            raster.pixels()[(2 * 20 + 3) * 4..][..4],
            [100, 100, 100, 255]
        );
    }
}
