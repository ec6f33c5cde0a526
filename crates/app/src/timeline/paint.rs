//! Paints a board on its canvas. One picture of all spans a frame, then lines and letters over
//! it; the cost follows the pixels. Must not change the board.
//!
//! (Over 400 lines because each layer of the picture shares the same measures.)

use super::board::Board;
use super::raster::{Fill, Raster};
use super::theme::{Colour, Palette, css};
use super::wording::name_of;
use interleave_timeline::{Arrow, Axis, Row, Scene, Span, duration_text};
use interleave_trace::{LaneKind, State, Trace};
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

/// More arrows than these in view say nothing and hide the spans.
const MAX_ARROWS: usize = 80;

/// What painting needs besides the board.
pub(super) struct Painter {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    sheet: HtmlCanvasElement,
    sheet_context: CanvasRenderingContext2d,
    raster: Raster,
    palette: Palette,
    sans: String,
}

fn context_of(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

impl Painter {
    /// A painter of `canvas`; `None` where the browser gives no context.
    pub(super) fn new(canvas: &HtmlCanvasElement) -> Option<Painter> {
        let document = canvas.owner_document()?;
        let sheet = document.create_element("canvas").ok()?;
        let sheet: HtmlCanvasElement = sheet.dyn_into().ok()?;
        Some(Painter {
            context: context_of(canvas)?,
            sheet_context: context_of(&sheet)?,
            palette: Palette::read(canvas),
            canvas: canvas.clone(),
            sheet,
            raster: Raster::default(),
            sans: "system-ui, sans-serif".to_owned(),
        })
    }

    /// Reads the theme again.
    pub(super) fn read_theme(&mut self) {
        self.palette = Palette::read(&self.canvas);
        let style = web_sys::window().and_then(|w| w.get_computed_style(&self.canvas).ok()?);
        let family = style.and_then(|style| style.get_property_value("font-family").ok());
        if let Some(family) = family.filter(|family| !family.is_empty()) {
            self.sans = family;
        }
    }

    /// The width that the names on the left take, in CSS pixels.
    pub(super) fn gutter_css(&self, trace: Option<&Trace>, width_css: f64) -> f64 {
        self.font(12.0, 1.0, "");
        let lanes = trace.map_or(&[][..], |trace| &trace.lanes);
        // Names of one kind are about as long as each other: some tell enough.
        let widths = lanes
            .iter()
            .take(64)
            .map(|lane| self.text_width(&lane.name));
        let widest = widths.fold(0.0, f64::max) + 22.0;
        widest.clamp(56.0, (width_css * 0.3).clamp(56.0, 190.0))
    }

    fn font(&self, css_px: f64, ratio: f64, weight: &str) {
        let size = css_px * ratio;
        self.context
            .set_font(&format!("{weight} {size}px {}", self.sans));
    }

    fn text_width(&self, text: &str) -> f64 {
        self.context
            .measure_text(text)
            .map_or(0.0, |metrics| metrics.width())
    }

    fn rect(&self, colour: Colour, alpha: u8, x: f64, y: f64, w: f64, h: f64) {
        self.context.set_fill_style_str(&css(colour, alpha));
        self.context.fill_rect(x, y, w, h);
    }

    fn line(&self, colour: Colour, alpha: u8, width: f64, from: (f64, f64), to: (f64, f64)) {
        let context = &self.context;
        context.set_stroke_style_str(&css(colour, alpha));
        context.set_line_width(width);
        context.begin_path();
        context.move_to(from.0, from.1);
        context.line_to(to.0, to.1);
        context.stroke();
    }

    fn text(&self, colour: Colour, text: &str, x: f64, y: f64) {
        self.context.set_fill_style_str(&css(colour, 255));
        // A text that can't be drawn leaves a gap; the table has it anyway.
        let _ = self.context.fill_text(text, x, y);
    }

    /// Paints a frame.
    pub(super) fn paint(&mut self, board: &Board) -> Result<(), JsValue> {
        let size = board.size;
        if self.canvas.width() != size.width || self.canvas.height() != size.height {
            self.canvas.set_width(size.width);
            self.canvas.set_height(size.height);
        }
        let (width, height) = (f64::from(size.width), f64::from(size.height));
        self.rect(self.palette.ground, 255, 0.0, 0.0, width, height);
        let (Some(scene), Some(report)) = (&board.scene, &board.report) else {
            return Ok(());
        };
        let trace = &report.trace;
        self.grid(board, &Axis::new(board.view, size.px(60.0)));
        let room = size.height.saturating_sub(size.axis());
        let rows = scene.rows_within(board.scroll, board.scroll + room);

        self.context.save();
        self.context.begin_path();
        let (left, top) = (f64::from(size.gutter), f64::from(size.axis()));
        self.context.rect(left, top, width - left, height - top);
        self.context.clip();
        let labels = self.spans(board, scene, trace, rows)?;
        self.labels(board, &labels);
        self.highlight(board, rows);
        self.arrows(board, scene, trace);
        self.marks(board, scene, trace);
        self.context.restore();
        self.names(board, trace, rows);
        self.pointer(board);
        Ok(())
    }

    fn grid(&self, board: &Board, axis: &Axis) {
        let size = board.size;
        let (left, top) = (f64::from(size.gutter), f64::from(size.axis()));
        let (right, bottom) = (f64::from(size.width), f64::from(size.height));
        self.font(11.0, size.ratio, "");
        self.context.set_text_baseline("middle");
        self.context.set_text_align("left");
        let mid = top / 2.0;
        let mut free_from = left;
        if let Some((_, label)) = &axis.anchor {
            self.context.set_text_align("right");
            self.text(self.palette.text, label, left - 8.0 * size.ratio, mid);
            self.context.set_text_align("left");
        }
        for tick in &axis.ticks {
            let x = left + f64::from(tick.x_px) + 0.5;
            self.line(self.palette.grid, 255, 1.0, (x, top), (x, bottom));
            self.line(
                self.palette.line,
                255,
                1.0,
                (x, top - 5.0 * size.ratio),
                (x, top),
            );
            let at = x + 4.0 * size.ratio;
            let end = at + self.text_width(&tick.label);
            if at >= free_from && end <= right {
                self.text(self.palette.muted, &tick.label, at, mid);
                free_from = end + 6.0 * size.ratio;
            }
        }
        self.line(
            self.palette.line,
            255,
            1.0,
            (0.0, top - 0.5),
            (right, top - 0.5),
        );
    }

    /// Fills every span in view; gives the labels that fit.
    fn spans(
        &mut self,
        board: &Board,
        scene: &Scene,
        trace: &Trace,
        rows: &[Row],
    ) -> Result<Vec<Label>, JsValue> {
        let size = board.size;
        let (width, height) = (
            board.view.width_px(),
            size.height.saturating_sub(size.axis()),
        );
        if height == 0 {
            return Ok(Vec::new());
        }
        let scale = (size.ratio.round() as u32).max(1);
        self.raster.begin(width, height, scale, &self.palette);
        let mut labels = Vec::new();
        for row in rows {
            let lane = &trace.lanes[row.lane.index()];
            let is_thread = matches!(lane.kind, LaneKind::Thread(_));
            let (top, bottom) = (
                i64::from(row.top_px) - i64::from(board.scroll),
                row.height_px,
            );
            let bottom = (top + i64::from(bottom)).clamp(0, i64::from(height)) as u32;
            let ys = (top.max(0) as u32, bottom);
            let middle = (top + i64::from(row.height_px) / 2).max(0) as u32;
            let life = if is_thread {
                lane.end_ns.unwrap_or(trace.end_ns)
            } else {
                trace.end_ns
            };
            let alive = (
                board.view.column_of(lane.start_ns),
                board.view.column_of(life),
            );
            self.raster
                .fill(Fill::Life, alive, (middle, (middle + scale).min(bottom)));
            for span in scene.spans(trace, row.lane, board.view) {
                self.span(&span, trace, row, is_thread, ys);
                labels.extend(Label::of(&span, trace, row, is_thread, board));
            }
        }
        if self.sheet.width() != width || self.sheet.height() != height {
            self.sheet.set_width(width);
            self.sheet.set_height(height);
        }
        let pixels = Clamped(self.raster.pixels());
        let image = ImageData::new_with_u8_clamped_array_and_sh(pixels, width, height)?;
        self.sheet_context.put_image_data(&image, 0.0, 0.0)?;
        let at = (f64::from(size.gutter), f64::from(size.axis()));
        self.context
            .draw_image_with_html_canvas_element(&self.sheet, at.0, at.1)?;
        Ok(labels)
    }

    fn span(&mut self, span: &Span, trace: &Trace, row: &Row, is_thread: bool, ys: (u32, u32)) {
        let held = |index: usize| {
            let holder = trace.slices[row.lane.index()].get(index).holder;
            Fill::Held(holder.map_or(0, |thread| thread.0 % 3) as u8)
        };
        if let Some(index) = span.slice {
            let fill = if is_thread {
                Fill::State(span.state)
            } else {
                held(index)
            };
            // Neighbours of one state are told apart by a gap where there is room for one.
            let gap = u32::from(span.x1_px - span.x0_px >= 6);
            self.raster.fill(fill, (span.x0_px, span.x1_px - gap), ys);
            return;
        }
        // Shares stack from the bottom: running first.
        let height = ys.1.saturating_sub(ys.0);
        let units = u32::from(interleave_timeline::SHARE_UNITS);
        let mut stacked = 0;
        for state in State::ALL {
            let share = u32::from(span.shares[state as usize]);
            if share == 0 {
                continue;
            }
            // A GIL or a core has one state: its share needs no room for others.
            let share = if is_thread { share } else { share.max(5) };
            let bottom = ys.1 - stacked * height / units;
            stacked += share;
            let top = ys.1 - stacked.min(units) * height / units;
            let fill = if is_thread {
                Fill::State(state)
            } else {
                Fill::Held(1)
            };
            self.raster
                .fill(fill, (span.x0_px, span.x1_px), (top, bottom));
        }
    }

    fn labels(&self, board: &Board, labels: &[Label]) {
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

    fn highlight(&self, board: &Board, rows: &[Row]) {
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

    fn arrows(&self, board: &Board, scene: &Scene, trace: &Trace) {
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
    fn marks(&self, board: &Board, scene: &Scene, trace: &Trace) {
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

    fn names(&self, board: &Board, trace: &Trace, rows: &[Row]) {
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
            let is_thread = matches!(lane.kind, LaneKind::Thread(_));
            let is_selected = selected == Some(row.lane);
            let px = 12.0_f64
                .min(f64::from(row.height_px) / size.ratio - 2.0)
                .max(9.0);
            self.font(px, size.ratio, if is_selected { "600" } else { "" });
            let text = self.shortened(&lane.name, width - 18.0 * size.ratio);
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

    /// The instant under the pointer, on the axis.
    fn pointer(&self, board: &Board) {
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

fn row_y(board: &Board, row: &Row) -> f64 {
    f64::from(board.size.axis()) + f64::from(row.top_px) - f64::from(board.scroll)
}

/// A text on a span, in device pixels from the plot's corner.
struct Label {
    text: String,
    x: f64,
    y: f64,
    width: f64,
    on_solid: bool,
}

impl Label {
    fn of(span: &Span, trace: &Trace, row: &Row, is_thread: bool, board: &Board) -> Option<Label> {
        let width = span.x1_px - span.x0_px;
        if width < board.size.px(22.0) || row.height_px < board.size.px(13.0) {
            return None;
        }
        let slice = trace.slices[row.lane.index()].get(span.slice?);
        let text = match slice.state {
            _ if !is_thread => trace.thread_name(slice.holder?).to_owned(),
            State::Running => {
                (slice.place.line() > 0).then(|| format!("L{}", slice.place.line()))?
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
