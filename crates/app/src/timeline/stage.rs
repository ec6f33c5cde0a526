//! Joins a board to its canvas: when to paint, how large it is, whom to tell. Must not know
//! what gestures mean.

use super::board::{Board, Said};
use super::paint::Painter;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlCanvasElement, HtmlElement};

/// How long the view must rest before the page is told of it, in ms.
const REST_MS: u32 = 250;

/// What the component wants to hear.
pub(super) trait Audience {
    /// A slice was selected, or none is any more.
    fn said(&self, said: Said);
    /// The view has come to rest on this stretch, in virtual ns; `None` is all.
    fn range(&self, range: Option<(u64, u64)>);
    /// The pointer moved, or what is under it.
    fn hover(&self);
}

/// A board on a canvas.
pub(super) struct Stage {
    pub board: RefCell<Board>,
    pub canvas: HtmlCanvasElement,
    /// The element that scrolls rows; the canvas sticks to its top.
    pub frame: HtmlElement,
    painter: RefCell<Painter>,
    audience: RefCell<Option<Rc<dyn Audience>>>,
    on_frame: RefCell<Option<Closure<dyn FnMut()>>>,
    is_due: Cell<bool>,
    is_unseen: Cell<bool>,
    rest: RefCell<Option<Timeout>>,
}

impl Stage {
    /// A stage for `canvas` inside `frame`; `None` where the browser has no 2D canvas.
    pub(super) fn new(canvas: HtmlCanvasElement, frame: HtmlElement) -> Option<Rc<Stage>> {
        let stage = Rc::new(Stage {
            board: RefCell::default(),
            painter: RefCell::new(Painter::new(&canvas)?),
            canvas,
            frame,
            audience: RefCell::default(),
            on_frame: RefCell::default(),
            is_due: Cell::new(false),
            is_unseen: Cell::new(false),
            rest: RefCell::default(),
        });
        let weak: Weak<Stage> = Rc::downgrade(&stage);
        *stage.on_frame.borrow_mut() = Some(Closure::new(move || {
            if let Some(stage) = weak.upgrade() {
                stage.paint();
            }
        }));
        stage.read_theme();
        Some(stage)
    }

    /// Who hears what happens.
    pub(super) fn set_audience(&self, audience: Rc<dyn Audience>) {
        *self.audience.borrow_mut() = Some(audience);
    }

    fn tell(&self, message: impl FnOnce(&dyn Audience)) {
        // The audience may call back: nothing is borrowed while it listens.
        let audience = self.audience.borrow().clone();
        if let Some(audience) = audience {
            message(audience.as_ref());
        }
    }

    /// Changes the board by `change`, tells the page and paints with the next frame.
    pub(super) fn act(self: &Rc<Stage>, change: impl FnOnce(&mut Board) -> Option<Said>) {
        let said = change(&mut self.board.borrow_mut());
        if let Some(said) = said {
            self.show_selected();
            self.tell(|audience| audience.said(said));
        }
        self.tell(|audience| audience.hover());
        if self.board.borrow().view_is_new {
            let stage = Rc::downgrade(self);
            *self.rest.borrow_mut() = Some(Timeout::new(REST_MS, move || {
                let Some(stage) = stage.upgrade() else { return };
                stage.board.borrow_mut().view_is_new = false;
                let range = stage.board.borrow().range();
                stage.tell(|audience| audience.range(range));
            }));
        }
        self.request_paint();
    }

    /// Scrolls the selected row into view.
    pub(super) fn show_selected(&self) {
        let scroll = self.board.borrow().scroll_to_selected();
        if let Some(scroll) = scroll {
            let ratio = self.board.borrow().size.ratio;
            self.frame
                .set_scroll_top((f64::from(scroll) / ratio) as i32);
        }
    }

    /// A new report is shown: its first paint will be marked.
    pub(super) fn expect_first_paint(&self) {
        self.is_unseen.set(true);
    }

    /// Paints with the next frame.
    pub(super) fn request_paint(&self) {
        if self.is_due.replace(true) {
            return;
        }
        let on_frame = self.on_frame.borrow();
        if let (Some(window), Some(on_frame)) = (web_sys::window(), on_frame.as_ref()) {
            let asked = window.request_animation_frame(on_frame.as_ref().unchecked_ref());
            self.is_due.set(asked.is_ok());
        }
    }

    /// Reads the theme's colours again.
    pub(super) fn read_theme(&self) {
        self.painter.borrow_mut().read_theme();
        self.request_paint();
    }

    /// Fits the canvas to its frame.
    pub(super) fn measure(&self) {
        let (width_css, height_css) = (self.frame.client_width(), self.frame.client_height());
        if width_css == 0 || height_css == 0 {
            return;
        }
        let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
        let mut board = self.board.borrow_mut();
        let trace = board.report.clone();
        let trace = trace.as_ref().map(|report| &report.trace);
        let gutter = self
            .painter
            .borrow()
            .gutter_css(trace, f64::from(width_css));
        let px = |css: f64| (css * ratio).round() as u32;
        let size = super::board::Size {
            width: px(f64::from(width_css)),
            height: px(f64::from(height_css)),
            ratio,
            gutter: px(gutter),
        };
        if board.size != size {
            board.resize(size);
        }
        drop(board);
        let style = self.canvas.style();
        // Only a browser without styles refuses, and there is nothing to be done about it.
        let _ = style.set_property("width", &format!("{width_css}px"));
        let _ = style.set_property("height", &format!("{height_css}px"));
        if let Some(extent) = self.canvas.parent_element() {
            let extent: HtmlElement = extent.unchecked_into();
            let high = self.extent_css().max(f64::from(height_css));
            let _ = extent.style().set_property("height", &format!("{high}px"));
        }
        self.request_paint();
    }

    /// The height that axis and rows need, in CSS pixels.
    fn extent_css(&self) -> f64 {
        let board = self.board.borrow();
        let rows = board.scene.as_ref().map_or(0, |scene| scene.height_px());
        f64::from(board.size.axis() + rows) / board.size.ratio
    }

    fn paint(self: &Rc<Stage>) {
        self.is_due.set(false);
        let board = self.board.borrow();
        if self.painter.borrow_mut().paint(&board).is_err() || board.report.is_none() {
            return;
        }
        if self.is_unseen.replace(false) {
            let performance = web_sys::window().and_then(|window| window.performance());
            if let Some(performance) = performance {
                // A mark that can't be set is missed by measurements only.
                let _ = performance.mark("interleave:painted");
            }
        }
    }
}
