//! The letters on the picture: on spans, and the lanes' names. Must not know gestures.

use super::board::Board;
use super::paint::{Painter, row_y};
use super::wording::name_of;
use interleave_timeline::{Row, Scene, Span, duration_text};
use interleave_trace::{State, Trace};

impl Painter {
    pub(super) fn labels(&self, board: &Board, labels: &[Label]) {
        let size = board.size;
        self.font(10.5, size.ratio, "");
        self.context.set_text_baseline("middle");
        self.context.set_text_align("left");
        let pad = 4.0 * size.ratio;
        for label in labels {
            let width = self.text_width(&label.text);
            if width + 3.0 * pad > label.width {
                continue;
            }
            let x = f64::from(size.gutter) + label.x + pad;
            let y = f64::from(size.axis()) + label.y;
            if label.on_solid {
                self.text(self.palette.ground, &label.text, x, y);
            } else {
                let high = 14.0 * size.ratio;
                let box_x = x - pad * 0.6;
                self.rect(
                    self.palette.ground,
                    215,
                    box_x,
                    y - high / 2.0,
                    width + pad * 1.2,
                    high,
                );
                self.text(self.palette.text, &label.text, x, y + 0.5);
            }
        }
    }

    pub(super) fn names(&self, board: &Board, trace: &Trace, rows: &[Row]) {
        let size = board.size;
        let (width, top) = (f64::from(size.gutter), f64::from(size.axis()));
        self.context.save();
        self.context.begin_path();
        self.context.rect(0.0, top, width, f64::from(size.height));
        self.context.clip();
        self.rect(
            self.palette.gutter,
            255,
            0.0,
            top,
            width,
            f64::from(size.height),
        );
        self.context.set_text_baseline("middle");
        self.context.set_text_align("right");
        let selected = board.selected.map(|(lane, _)| lane);
        for row in rows {
            let lane = &trace.lanes[row.lane.index()];
            let is_thread = lane.kind.shows_states();
            let is_selected = selected == Some(row.lane);
            let px = 12.0_f64
                .min(f64::from(row.height_px) / size.ratio - 2.0)
                .max(9.0);
            self.font(px, size.ratio, if is_selected { "600" } else { "" });
            let text = self.shortened(&trace.lane_title(row.lane), width - 18.0 * size.ratio);
            let colour = if is_selected {
                self.palette.accent
            } else if is_thread {
                self.palette.text
            } else {
                self.palette.muted
            };
            let y = row_y(board, row) + f64::from(row.height_px) / 2.0;
            self.text(colour, &text, width - 8.0 * size.ratio, y + 0.5);
        }
        self.context.restore();
        self.line(
            self.palette.line,
            255,
            1.0,
            (width - 0.5, 0.0),
            (width - 0.5, f64::from(size.height)),
        );
    }

    /// `name` with its middle left out where it is too long: its end tells threads apart.
    fn shortened(&self, name: &str, room: f64) -> String {
        if self.text_width(name) <= room {
            return name.to_owned();
        }
        let letters: Vec<char> = name.chars().collect();
        for kept in (2..letters.len()).rev() {
            let (head, tail) = (kept / 2, kept - kept / 2);
            let mut text: String = letters[..head].iter().collect();
            text.push('…');
            text.extend(&letters[letters.len() - tail..]);
            if self.text_width(&text) <= room {
                return text;
            }
        }
        "…".to_owned()
    }
}

/// A text on a span, in device pixels from the plot's corner.
pub(super) struct Label {
    text: String,
    x: f64,
    y: f64,
    width: f64,
    on_solid: bool,
}

impl Label {
    pub(super) fn of(
        span: &Span,
        scene: &Scene,
        trace: &Trace,
        row: &Row,
        board: &Board,
    ) -> Option<Label> {
        let is_thread = trace.lanes[row.lane.index()].kind.shows_states();
        let width = span.x1_px - span.x0_px;
        if width < board.size.px(22.0) || row.height_px < board.size.px(13.0) {
            return None;
        }
        let slice = trace.slices[row.lane.index()].get(span.slice?);
        let text = match slice.state {
            _ if !is_thread => trace.thread_name(slice.holder?).to_owned(),
            State::Running => {
                let seen = (
                    board.view.time_at(span.x0_px),
                    board.view.time_at(span.x1_px),
                );
                let from_ns = slice.start_ns.max(seen.0);
                lines_text(scene, trace, row, from_ns, slice.end_ns.min(seen.1))?
            }

            State::Blocked => name_of(trace.objects.get(slice.object?.index())?).to_owned(),
            State::Sleeping | State::Io => duration_text(slice.end_ns - slice.start_ns),
            State::WaitingGil | State::WaitingCore => return None,
        };
        let middle = f64::from(row.top_px) + f64::from(row.height_px) / 2.0;
        Some(Label {
            text,
            x: f64::from(span.x0_px),
            y: middle - f64::from(board.scroll),
            width: f64::from(width),
            on_solid: !is_thread || slice.state == State::Running,
        })
    }
}

/// The lines that ran in `[from_ns, to_ns)`, as far as a few samples tell: `L8`, `L8–11`.
fn lines_text(scene: &Scene, trace: &Trace, row: &Row, from_ns: u64, to_ns: u64) -> Option<String> {
    const SAMPLES: u64 = 16;
    let span_ns = to_ns.saturating_sub(from_ns);
    let at = |number: u64| from_ns + (span_ns / SAMPLES) * number + span_ns / (2 * SAMPLES);
    let places = (0..SAMPLES).filter_map(|number| scene.place_at(trace, row.lane, at(number)));
    let lines = places
        .filter(|place| place.file() == 0)
        .map(|place| place.line());
    let (first, last) = lines.fold((u32::MAX, 0), |(first, last), line| {
        (first.min(line), last.max(line))
    });
    match last {
        0 => None,
        _ if first == last => Some(format!("L{first}")),
        _ => Some(format!("L{first}–{last}")),
    }
}
