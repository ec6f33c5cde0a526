//! Paints a board on its canvas. One picture of all spans a frame, then lines and letters over
//! it; the cost follows the pixels. Must not change the board.
//!
//! (Over 400 lines because each layer of the picture shares the same measures.)

use super::board::Board;
use super::label::Label;
use super::raster::{Fill, Raster};
use super::theme::{Colour, Palette, css};
use interleave_timeline::{Axis, Row, Scene, Span};
use interleave_trace::{LaneId, State, Trace};
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

/// What painting needs besides the board.
pub(super) struct Painter {
    canvas: HtmlCanvasElement,
    pub(super) context: CanvasRenderingContext2d,
    sheet: HtmlCanvasElement,
    sheet_context: CanvasRenderingContext2d,
    raster: Raster,
    pub(super) palette: Palette,
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
        self.font(12.0, 1.0, "600");
        // Names of one kind are about as long as each other: some tell enough.
        let widths = trace.into_iter().flat_map(|trace| {
            let lanes = (0..trace.lanes.len().min(64) as u32).map(LaneId);
            lanes.map(|lane| self.text_width(&trace.lane_title(lane)))
        });
        let widest = widths.fold(0.0, f64::max) + 22.0;
        widest.clamp(56.0, (width_css * 0.3).clamp(56.0, 190.0))
    }

    pub(super) fn font(&self, css_px: f64, ratio: f64, weight: &str) {
        let size = css_px * ratio;
        self.context
            .set_font(&format!("{weight} {size}px {}", self.sans));
    }

    pub(super) fn text_width(&self, text: &str) -> f64 {
        self.context
            .measure_text(text)
            .map_or(0.0, |metrics| metrics.width())
    }

    pub(super) fn rect(&self, colour: Colour, alpha: u8, x: f64, y: f64, w: f64, h: f64) {
        self.context.set_fill_style_str(&css(colour, alpha));
        self.context.fill_rect(x, y, w, h);
    }

    pub(super) fn line(
        &self,
        colour: Colour,
        alpha: u8,
        width: f64,
        from: (f64, f64),
        to: (f64, f64),
    ) {
        let context = &self.context;
        context.set_stroke_style_str(&css(colour, alpha));
        context.set_line_width(width);
        context.begin_path();
        context.move_to(from.0, from.1);
        context.line_to(to.0, to.1);
        context.stroke();
    }

    pub(super) fn text(&self, colour: Colour, text: &str, x: f64, y: f64) {
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
        self.highlight(board, rows);
        self.labels(board, &labels);
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
            let is_thread = lane.kind.shows_states();
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
                labels.extend(Label::of(&span, scene, trace, row, board));
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
}

/// The upper edge of `row` on the canvas.
pub(super) fn row_y(board: &Board, row: &Row) -> f64 {
    f64::from(board.size.axis()) + f64::from(row.top_px) - f64::from(board.scroll)
}
