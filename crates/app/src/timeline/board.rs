//! What the timeline shows and what a gesture does to it. Owns the view, the selection and the
//! geometry in device pixels; must not know the DOM.

use interleave_engine::Report;
use interleave_timeline::{Highlight, Hit, RowPlan, Scene, Viewport};
use interleave_trace::{LaneId, LaneKind, Place, Trace};
use std::rc::Rc;

/// The canvas's size, in device pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Size {
    pub width: u32,
    pub height: u32,
    /// Device pixels in a CSS pixel.
    pub ratio: f64,
    /// Width of the names on the left.
    pub gutter: u32,
}

impl Size {
    /// `css` CSS pixels in device pixels.
    pub(super) fn px(self, css: f64) -> u32 {
        (css * self.ratio).round().max(0.0) as u32
    }

    /// Height of the time axis.
    pub(super) fn axis(self) -> u32 {
        self.px(24.0)
    }

    /// Width of the part that shows time.
    pub(super) fn plot(self) -> u32 {
        self.width.saturating_sub(self.gutter + self.px(8.0)).max(1)
    }
}

/// What the page is told after a gesture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// A slice was selected, at this instant and line.
    Selected(LaneId, u64, Place),
    /// Nothing is selected any more.
    Cleared,
}

/// The state of the picture.
pub(super) struct Board {
    pub report: Option<Rc<Report>>,
    pub scene: Option<Scene>,
    pub view: Viewport,
    pub size: Size,
    /// Device pixels of rows above the visible ones.
    pub scroll: u32,
    pub selected: Option<(LaneId, u64)>,
    pub highlight: Option<Highlight>,
    /// The pointer, in device pixels of the canvas.
    pub pointer: Option<(u32, u32)>,
    /// A stretch that was marked with the pointer, in virtual ns.
    pub marked: Option<(u64, u64)>,
    /// Whether the next drag marks a stretch.
    pub marking: bool,
    pub cores: bool,
    /// Whether the view changed since the page was told.
    pub view_is_new: bool,
}

impl Default for Board {
    fn default() -> Board {
        Board {
            report: None,
            scene: None,
            view: Viewport::fit(0, 1),
            size: Size {
                width: 1,
                height: 1,
                ratio: 1.0,
                gutter: 0,
            },
            scroll: 0,
            selected: None,
            highlight: None,
            pointer: None,
            marked: None,
            marking: false,
            cores: false,
            view_is_new: false,
        }
    }
}

impl Board {
    /// Shows `report`, all of it or the stretch `range`.
    pub(super) fn show(&mut self, report: Option<Rc<Report>>, range: Option<(u64, u64)>) {
        let plan = self.row_plan(report.as_deref());
        self.scene = report
            .as_ref()
            .map(|report| Scene::new(&report.trace, plan));
        self.report = report;
        self.marked = None;
        self.highlight = None;
        self.set_range(range);
    }

    /// Shows the stretch `range`, in virtual ns, or all.
    pub(super) fn set_range(&mut self, range: Option<(u64, u64)>) {
        let width = self.size.plot();
        self.view = match range {
            Some((from, to)) => Viewport::new(from, to, width).clamp(self.end_ns()),
            None => Viewport::fit(self.end_ns(), width),
        };
    }

    /// The stretch in view; `None` where that is all.
    pub(super) fn range(&self) -> Option<(u64, u64)> {
        let all = Viewport::fit(self.end_ns(), self.view.width_px());
        (self.view != all).then(|| (self.view.from_ns(), self.view.to_ns()))
    }

    /// The canvas has this size now.
    pub(super) fn resize(&mut self, size: Size) {
        let range = self.range();
        self.size = size;
        self.set_range(range);
        self.lay_out();
    }

    /// Shows or hides core lanes.
    pub(super) fn show_cores(&mut self, cores: bool) {
        self.cores = cores;
        self.lay_out();
    }

    fn lay_out(&mut self) {
        let plan = self.row_plan(self.report.as_deref());
        if let (Some(scene), Some(report)) = (&mut self.scene, &self.report) {
            scene.lay_out(&report.trace, plan);
        }
    }

    /// Marks the stretches of `place`.
    pub(super) fn set_highlight(&mut self, place: Option<Place>) {
        if self.highlight.as_ref().map(Highlight::place) != place {
            let trace = self.report.as_ref().map(|report| &report.trace);
            self.highlight = trace
                .zip(place)
                .map(|(trace, place)| Highlight::new(trace, place));
        }
    }

    /// Rows as high as there is room for, within what is readable.
    fn row_plan(&self, report: Option<&Report>) -> RowPlan {
        let px = |css: f64| self.size.px(css).max(1);
        let lanes = report.map_or(&[][..], |report| &report.trace.lanes);
        let count = |wanted: fn(LaneKind) -> bool| {
            lanes.iter().filter(|lane| wanted(lane.kind)).count() as u32
        };
        let rows = count(LaneKind::shows_states).max(1);
        let cores = count(|kind| matches!(kind, LaneKind::Core(_)));
        let gils = count(|kind| matches!(kind, LaneKind::Gil(_)));
        let others = gils + if self.cores { cores } else { 0 };
        let gap_px = if rows > 24 { px(2.0) } else { px(5.0) };
        let room = self.size.height.saturating_sub(self.size.axis() + px(12.0));
        let room = room.saturating_sub(others * (px(16.0) + gap_px));
        let thread_px = (room / rows)
            .saturating_sub(gap_px)
            .clamp(px(15.0), px(34.0));
        RowPlan {
            thread_px,
            resource_px: px(15.0),
            gap_px,
            cores: self.cores,
        }
    }

    /// When the run ended, in virtual ns.
    pub(super) fn end_ns(&self) -> u64 {
        self.scene.as_ref().map_or(0, Scene::end_ns)
    }

    fn shown(&self) -> Option<(&Scene, &Trace)> {
        Some((self.scene.as_ref()?, &self.report.as_ref()?.trace))
    }

    /// The column of the plot at `x` of the canvas.
    pub(super) fn column(&self, x: u32) -> u32 {
        x.saturating_sub(self.size.gutter).min(self.size.plot() - 1)
    }

    /// What is at `x`, `y` of the canvas.
    pub(super) fn hit(&self, x: u32, y: u32) -> Option<Hit> {
        if x < self.size.gutter || y < self.size.axis() {
            return None;
        }
        let (scene, trace) = self.shown()?;
        let column = x - self.size.gutter;
        scene.hit(trace, self.view, column, y - self.size.axis() + self.scroll)
    }

    fn look(&mut self, view: Viewport) {
        self.view_is_new |= self.view != view;
        self.view = view;
    }

    /// Scales the span by `factor` about column `about`.
    pub(super) fn zoom(&mut self, about: u32, factor: f64) {
        let num = (factor.clamp(1e-3, 1e3) * 4096.0) as u32;
        self.look(self.view.zoom(about, num.max(1), 4096, self.end_ns()));
    }

    /// Moves by columns.
    pub(super) fn pan(&mut self, columns: i64) {
        self.look(self.view.pan(columns, self.end_ns()));
    }

    /// Shows all.
    pub(super) fn fit(&mut self) {
        self.look(Viewport::fit(self.end_ns(), self.size.plot()));
    }

    /// Shows the marked stretch or the selected slice large.
    pub(super) fn focus(&mut self) {
        let stretch = self.marked.or_else(|| {
            let (lane, at_ns) = self.selected?;
            let slices = &self.report.as_ref()?.trace.slices[lane.index()];
            let slice = slices.get(slices.at(at_ns)?);
            Some((slice.start_ns, slice.end_ns))
        });
        if let Some((from, to)) = stretch {
            self.look(self.view.focus(from, to, self.end_ns()));
        }
    }

    /// Where zooming by key happens: the selection if it is in view, else the middle.
    pub(super) fn zoom_centre(&self) -> u32 {
        let selected = self.selected.map(|(_, at_ns)| self.view.column_of(at_ns));
        let width = self.view.width_px();
        selected
            .filter(|&x| x > 0 && x < width)
            .unwrap_or(width / 2)
    }

    /// Selects what is at `x`, `y` of the canvas; nothing where no slice is.
    pub(super) fn select_at(&mut self, x: u32, y: u32) -> Option<Said> {
        let hit = self.hit(x, y);
        match hit.filter(|hit| hit.slice.is_some()) {
            Some(hit) => self.select(hit.lane, hit.at_ns),
            None => self.clear(),
        }
    }

    /// Selects the slice of `lane` at `at_ns`.
    pub(super) fn select(&mut self, lane: LaneId, at_ns: u64) -> Option<Said> {
        let (scene, trace) = self.shown()?;
        let place = scene.place_at(trace, lane, at_ns).unwrap_or(Place::NONE);
        self.selected = Some((lane, at_ns));
        Some(Said::Selected(lane, at_ns, place))
    }

    /// Selects nothing; a marked stretch goes first.
    pub(super) fn clear(&mut self) -> Option<Said> {
        self.marking = false;
        if self.marked.take().is_some() {
            return None;
        }
        self.selected.take().map(|_| Said::Cleared)
    }

    /// Selects the next slice of the selected lane (the previous one if not `forward`); with
    /// nothing selected, the first slice in view of the first thread.
    pub(super) fn step(&mut self, forward: bool) -> Option<Said> {
        let (scene, trace) = self.shown()?;
        let Some((lane, at_ns)) = self.selected else {
            let lane = trace.thread_lane_ids().next()?;
            let slices = &trace.slices[lane.index()];
            let first = slices
                .overlapping(self.view.from_ns(), self.view.to_ns())
                .next()?;
            let at_ns = slices.get(first).start_ns;
            return self.select(lane, at_ns);
        };
        let slice = match forward {
            true => scene.next_slice(trace, lane, at_ns),
            false => scene.previous_slice(trace, lane, at_ns),
        }?;
        let slice = trace.slices[lane.index()].get(slice);
        self.look(
            self.view
                .reveal(slice.start_ns, slice.end_ns, self.end_ns()),
        );
        self.select(lane, slice.start_ns)
    }

    /// Selects what the lane `rows` rows below does at the selected instant, or next after it.
    pub(super) fn change_lane(&mut self, rows: i32) -> Option<Said> {
        let Some((lane, at_ns)) = self.selected else {
            return self.step(true);
        };
        let (scene, trace) = self.shown()?;
        let lane = scene.neighbour(lane, rows)?;
        let slices = &trace.slices[lane.index()];
        let index = slices
            .at(at_ns)
            .or_else(|| scene.next_slice(trace, lane, at_ns));
        let index = index.or_else(|| slices.len().checked_sub(1))?;
        let slice = slices.get(index);
        let at_ns = at_ns.clamp(slice.start_ns, slice.end_ns - 1);
        self.look(self.view.reveal(at_ns, at_ns + 1, self.end_ns()));
        self.select(lane, at_ns)
    }

    /// How far rows must be scrolled, in device pixels, so that the selected one is in view.
    pub(super) fn scroll_to_selected(&self) -> Option<u32> {
        let row = self.scene.as_ref()?.row_of(self.selected?.0)?;
        let room = self.size.height.saturating_sub(self.size.axis());
        let bottom = row.top_px + row.height_px;
        if row.top_px < self.scroll {
            Some(row.top_px)
        } else if bottom > self.scroll + room {
            Some(bottom - room)
        } else {
            None
        }
    }
}
