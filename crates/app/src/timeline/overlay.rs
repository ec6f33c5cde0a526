//! What lies over the spans: the source line's stretches, arrows, the selection, the pointer.
//! Must not know gestures.

use super::board::Board;
use super::paint::{Painter, row_y};
use super::theme::{Colour, css};
use interleave_timeline::{Arrow, Row, Scene, duration_text};
use interleave_trace::Trace;

/// More arrows than these in view say nothing and hide the spans.
const MAX_ARROWS: usize = 80;

impl Painter {
    pub(super) fn highlight(&self, board: &Board, rows: &[Row]) {
        let Some(highlight) = &board.highlight else {
            return;
        };
        let left = f64::from(board.size.gutter);
        let thick = 3.0 * board.size.ratio;
        for row in rows {
            let y = row_y(board, row);
            for (x0, x1) in highlight.columns(row.lane, board.view) {
                let (x, w) = (left + f64::from(x0), f64::from(x1 - x0));
                let high = f64::from(row.height_px);
                self.rect(self.palette.accent, 46, x, y, w, high);
                self.rect(self.palette.accent, 255, x, y + high - thick, w, thick);
            }
        }
    }

    pub(super) fn arrows(&self, board: &Board, scene: &Scene, trace: &Trace) {
        let found = scene.arrows(trace, board.view, board.size.px(3.0));
        if found.left_out == 0 && found.arrows.len() <= MAX_ARROWS {
            for arrow in &found.arrows {
                self.arrow(board, arrow, self.palette.arrow, 150, 1.0);
            }
        }
        let selected = board.selected.and_then(|(lane, at_ns)| {
            let slice = trace.slices[lane.index()].at(at_ns)?;
            scene.arrow(
                trace,
                board.view,
                scene.wake_that_ended(trace, lane, slice)?,
            )
        });
        if let Some(arrow) = selected {
            self.arrow(board, &arrow, self.palette.accent, 255, 2.0);
        }
    }

    fn arrow(&self, board: &Board, arrow: &Arrow, colour: Colour, alpha: u8, width: f64) {
        let ratio = board.size.ratio;
        let left = f64::from(board.size.gutter);
        let down = arrow.to.top_px > arrow.from.top_px;
        let edge = |row: &Row, lower: bool| {
            row_y(board, row) + if lower { f64::from(row.height_px) } else { 0.0 }
        };
        let from = (left + f64::from(arrow.x0_px), edge(&arrow.from, down));
        let to = (left + f64::from(arrow.x1_px), edge(&arrow.to, !down));
        self.line(colour, alpha, width * ratio, from, to);
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy).max(1.0);
        let (ux, uy) = (dx / length * 5.0 * ratio, dy / length * 5.0 * ratio);
        let context = &self.context;
        context.set_fill_style_str(&css(colour, alpha.saturating_add(60)));
        context.begin_path();
        context.move_to(to.0, to.1);
        context.line_to(to.0 - ux - uy * 0.55, to.1 - uy + ux * 0.55);
        context.line_to(to.0 - ux + uy * 0.55, to.1 - uy - ux * 0.55);
        context.fill();
    }

    /// The selection, the marked stretch and the run's end.
    pub(super) fn marks(&self, board: &Board, scene: &Scene, trace: &Trace) {
        let size = board.size;
        let (left, top) = (f64::from(size.gutter), f64::from(size.axis()));
        let bottom = f64::from(size.height);
        let x_of = |at_ns: u64| left + f64::from(board.view.column_of(at_ns));
        if scene.end_ns() < board.view.to_ns() && scene.end_ns() >= board.view.from_ns() {
            let x = x_of(scene.end_ns()) + 0.5;
            self.line(self.palette.muted, 160, 1.0, (x, top), (x, bottom));
        }
        if let Some((from, to)) = board.marked {
            let (x0, x1) = (x_of(from), x_of(to));
            self.rect(
                self.palette.accent,
                40,
                x0,
                top,
                (x1 - x0).max(1.0),
                bottom - top,
            );
            self.font(11.0, size.ratio, "600");
            self.text(
                self.palette.accent,
                &duration_text(to - from),
                x0 + 4.0 * size.ratio,
                top + 9.0 * size.ratio,
            );
        }
        let Some((lane, at_ns)) = board.selected else {
            return;
        };
        let x = x_of(at_ns) + 0.5;
        if at_ns >= board.view.from_ns() && at_ns < board.view.to_ns() {
            self.line(self.palette.accent, 170, 1.0, (x, top), (x, bottom));
        }
        let slices = &trace.slices[lane.index()];
        let (Some(row), Some(index)) = (scene.row_of(lane), slices.at(at_ns)) else {
            return;
        };
        let slice = slices.get(index);
        if slice.end_ns <= board.view.from_ns() || slice.start_ns >= board.view.to_ns() {
            return;
        }
        let (x0, x1) = (
            x_of(slice.start_ns),
            x_of(slice.end_ns).max(x_of(slice.start_ns) + 2.0),
        );
        let edge = 2.0 * size.ratio;
        self.context
            .set_stroke_style_str(&css(self.palette.text, 255));
        self.context.set_line_width(edge);
        let y = row_y(board, &row);
        self.context
            .stroke_rect(x0, y, x1 - x0, f64::from(row.height_px));
    }

    /// The instant under the pointer, on the axis.
    pub(super) fn pointer(&self, board: &Board) {
        let size = board.size;
        let Some((x, _)) = board.pointer.filter(|&(x, _)| x >= size.gutter) else {
            return;
        };
        let (top, bottom) = (f64::from(size.axis()), f64::from(size.height));
        let label = super::wording::instant(board.view.time_at(board.column(x)));
        let x = f64::from(x) + 0.5;
        self.line(self.palette.muted, 130, 1.0, (x, top), (x, bottom));
        self.font(11.0, size.ratio, "600");
        self.context.set_text_align("center");
        let width = self.text_width(&label) + 10.0 * size.ratio;
        let middle = x.clamp(
            f64::from(size.gutter) + width / 2.0,
            f64::from(size.width) - width / 2.0,
        );
        let high = top - 5.0 * size.ratio;
        self.rect(
            self.palette.text,
            255,
            middle - width / 2.0,
            2.0 * size.ratio,
            width,
            high,
        );
        self.text(
            self.palette.ground,
            &label,
            middle,
            2.0 * size.ratio + high / 2.0 + 0.5,
        );
    }
}
