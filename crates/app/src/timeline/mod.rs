//! The timeline: a canvas of lanes over virtual time, its legend, its notes and its table.
//! A view of a report; the page owns selection and range and is told of every change. Must not
//! know where the report came from.

mod board;
mod input;
mod label;
mod legend;
mod observe;
mod overlay;
mod paint;
mod raster;
mod stage;
mod table;
mod theme;
mod wording;

use crate::i18n::{Language, t, t_with, use_language};
use board::{Board, Said};
use interleave_engine::Report;
use interleave_timeline::duration_text;
use interleave_trace::{LaneId, Place};
use stage::{Audience, Stage};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use web_sys::{HtmlCanvasElement, HtmlElement};
use wording::Note;
use yew::prelude::*;

/// What the timeline shows and whom it tells. Times are virtual ns.
#[derive(Clone, Properties)]
pub struct TimelineProps {
    /// The run.
    pub report: Option<Rc<Report>>,
    /// Whether the source has changed so that it can't run: the picture is greyed.
    #[prop_or_default]
    pub stale: bool,
    /// The selected slice: its lane and an instant in it.
    #[prop_or_default]
    pub selected: Option<(LaneId, u64)>,
    /// The source line whose spans are marked.
    #[prop_or_default]
    pub highlight: Option<Place>,
    /// The stretch in view; `None` is all of the run.
    #[prop_or_default]
    pub range: Option<(u64, u64)>,
    /// A slice was selected: its lane, an instant in it and its source line.
    #[prop_or_default]
    pub on_select: Callback<(LaneId, u64, Place)>,
    /// Nothing is selected any more.
    #[prop_or_default]
    pub on_clear: Callback<()>,
    /// The view has come to rest on this stretch; `None` is all of the run.
    #[prop_or_default]
    pub on_range: Callback<Option<(u64, u64)>>,
    /// The source line under the pointer.
    #[prop_or_default]
    pub on_hover: Callback<Option<Place>>,
}

impl PartialEq for TimelineProps {
    fn eq(&self, other: &TimelineProps) -> bool {
        same_report(&self.report, &other.report)
            && self.stale == other.stale
            && self.selected == other.selected
            && self.highlight == other.highlight
            && self.range == other.range
            && self.on_select == other.on_select
            && self.on_clear == other.on_clear
            && self.on_range == other.on_range
            && self.on_hover == other.on_hover
    }
}

/// Whether two reports are one: comparing their content would cost more than painting.
fn same_report(one: &Option<Rc<Report>>, other: &Option<Rc<Report>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        (None, None) => true,
        _ => false,
    }
}

/// A report as a dependency of an effect.
#[derive(Clone)]
struct Shown(Option<Rc<Report>>);

impl PartialEq for Shown {
    fn eq(&self, other: &Shown) -> bool {
        same_report(&self.0, &other.0)
    }
}

/// A note beside the pointer, in CSS pixels of the frame.
#[derive(Clone, Debug, PartialEq)]
struct Hover {
    note: Note,
    x: f64,
    y: f64,
    room: (f64, f64),
}

/// Passes what happens on the stage to the page.
struct Hearing {
    stage: Weak<Stage>,
    props: TimelineProps,
    hover: UseStateSetter<Option<Hover>>,
    spoken: UseStateSetter<String>,
    hovered_place: Rc<RefCell<Option<Place>>>,
}

impl Audience for Hearing {
    fn said(&self, said: Said) {
        match said {
            Said::Selected(lane, at_ns, place) => {
                if let Some(stage) = self.stage.upgrade() {
                    let board = stage.board.borrow();
                    if let (Some(report), Some(scene)) = (&board.report, &board.scene) {
                        self.spoken
                            .set(wording::sentence(report, scene, lane, at_ns));
                    }
                }
                self.props.on_select.emit((lane, at_ns, place));
            }
            Said::Cleared => {
                self.spoken.set(String::new());
                self.props.on_clear.emit(());
            }
        }
    }

    fn range(&self, range: Option<(u64, u64)>) {
        self.props.on_range.emit(range);
    }

    fn hover(&self) {
        let Some(stage) = self.stage.upgrade() else {
            return;
        };
        let (hover, place) = hover_of(&stage.board.borrow());
        self.hover.set(hover);
        if self.hovered_place.replace(place) != place {
            self.props.on_hover.emit(place);
        }
    }
}

fn hover_of(board: &Board) -> (Option<Hover>, Option<Place>) {
    let found = board.pointer.and_then(|(x, y)| {
        let (report, scene) = (board.report.as_ref()?, board.scene.as_ref()?);
        let hit = board.hit(x, y)?;
        let ratio = board.size.ratio;
        let css = |px: u32| f64::from(px) / ratio;
        let room = (css(board.size.width), css(board.size.height));
        let note = wording::note(report, scene, hit);
        let place = hit
            .slice
            .and_then(|_| scene.place_at(&report.trace, hit.lane, hit.at_ns));
        Some((
            Hover {
                note,
                x: css(x),
                y: css(y),
                room,
            },
            place,
        ))
    });
    match found {
        Some((hover, place)) => (Some(hover), place),
        None => (None, None),
    }
}

/// The timeline.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let language = use_language();
    let canvas = use_node_ref();
    let frame = use_node_ref();
    let stage = use_mut_ref(|| None::<Rc<Stage>>);
    let hover = use_state_eq(|| None::<Hover>);
    let spoken = use_state_eq(String::new);
    let theme = use_state_eq(|| 0u32);
    let table_open = use_state_eq(|| false);
    let cores = use_state_eq(|| false);
    let hovered_place = use_mut_ref(|| None::<Place>);

    {
        let (canvas, frame, stage) = (canvas.clone(), frame.clone(), stage.clone());
        let theme = theme.setter();
        use_effect_with((), move |()| {
            let made = canvas
                .cast::<HtmlCanvasElement>()
                .zip(frame.cast::<HtmlElement>());
            let made = made.and_then(|(canvas, frame)| Stage::new(canvas, frame));
            let kept = made.as_ref().map(|made| {
                made.measure();
                (input::listen(made), observe::observe(made, theme))
            });
            *stage.borrow_mut() = made;
            move || {
                drop(kept);
                *stage.borrow_mut() = None;
            }
        });
    }
    {
        let (stage, props, hovered_place) = (stage.clone(), props.clone(), hovered_place.clone());
        let (hover, spoken) = (hover.setter(), spoken.setter());
        use_effect(move || {
            if let Some(stage) = stage.borrow().as_ref() {
                let hearing = Hearing {
                    stage: Rc::downgrade(stage),
                    props,
                    hover,
                    spoken,
                    hovered_place,
                };
                stage.set_audience(Rc::new(hearing));
            }
        });
    }
    use_board(
        &stage,
        (Shown(props.report.clone()), props.range),
        |stage, (report, range)| {
            let is_new = !same_report(&stage.board.borrow().report, &report.0);
            if is_new {
                stage.board.borrow_mut().show(report.0.clone(), *range);
                stage.expect_first_paint();
            } else if stage.board.borrow().range() != *range {
                stage.board.borrow_mut().set_range(*range);
            }
            stage.measure();
        },
    );
    use_board(
        &stage,
        (Shown(props.report.clone()), props.selected),
        |stage, (_, selected)| {
            stage.board.borrow_mut().selected = *selected;
            stage.show_selected();
        },
    );
    use_board(
        &stage,
        (Shown(props.report.clone()), props.highlight),
        |stage, (_, place)| {
            stage.board.borrow_mut().set_highlight(*place);
        },
    );
    use_board(&stage, *cores, |stage, cores| {
        stage.board.borrow_mut().show_cores(*cores);
        stage.measure();
    });
    use_board(&stage, (language, *theme), |stage, _| stage.read_theme());

    let act = |change: fn(&mut Board)| {
        let stage = stage.clone();
        Callback::from(move |_: MouseEvent| {
            let stage = stage.borrow().clone();
            if let Some(stage) = stage {
                stage.act(|board| {
                    change(board);
                    None
                });
            }
        })
    };
    let toggle = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.set(!*state))
    };
    let button = |test: &'static str, icon: &'static str, label: &'static str, on| {
        html! {
            <button type="button" class="timeline-button" data-test={test} title={label} aria-label={label} onclick={on}>{icon}</button>
        }
    };
    let has_cores = props.report.as_ref().is_some_and(|report| {
        let mut lanes = report.trace.lanes.iter();
        lanes.any(|lane| matches!(lane.kind, interleave_trace::LaneKind::Core(_)))
    });

    html! {
        <section class="timeline" data-stale={props.stale.to_string()} aria-label={t("timeline.title")}>
            <div class="timeline-bar">
                <legend::Legend theme={*theme} {language} />
                if props.stale {
                    <span class="timeline-stale" data-test="stale">{t("timeline.stale")}</span>
                }
                <span class="timeline-buttons">
                    {button("zoom-in", "+", t("timeline.zoom_in"), act(|board| board.zoom(board.zoom_centre(), 0.6)))}
                    {button("zoom-out", "−", t("timeline.zoom_out"), act(|board| board.zoom(board.zoom_centre(), 1.0 / 0.6)))}
                    {button("zoom-fit", "⤢", t("timeline.fit"), act(Board::fit))}
                    if has_cores {
                        <button type="button" class="timeline-button" data-test="cores-toggle" aria-pressed={cores.to_string()} onclick={toggle(&cores)}>{t("timeline.cores")}</button>
                    }
                    <button type="button" class="timeline-button" data-test="table-toggle" aria-pressed={table_open.to_string()} onclick={toggle(&table_open)}>{t("timeline.table")}</button>
                </span>
            </div>
            <div class="timeline-stack">
                <div class="timeline-frame" ref={frame}>
                    <div class="timeline-extent">
                        <canvas class="timeline-canvas" ref={canvas} data-test="timeline" tabindex="0" role="application" aria-label={canvas_label(props, language)} />
                    </div>
                </div>
                if props.report.is_none() {
                    <p class="timeline-empty">{t("timeline.waiting")}</p>
                }
                if let Some(hover) = &*hover {
                    <HoverNote hover={hover.clone()} />
                }
            </div>
            <table::LanesTable report={Shown(props.report.clone())} open={*table_open} {language} />
            <p class="timeline-spoken" aria-live="polite" data-test="timeline-spoken">{&*spoken}</p>
        </section>
    }
}

/// Runs `change` on the stage when `dependency` changes, then paints.
#[hook]
fn use_board<D: Clone + PartialEq + 'static>(
    stage: &Rc<RefCell<Option<Rc<Stage>>>>,
    dependency: D,
    change: fn(&Rc<Stage>, &D),
) {
    let stage = stage.clone();
    use_effect_with(dependency, move |dependency| {
        let stage = stage.borrow().clone();
        if let Some(stage) = stage {
            change(&stage, dependency);
            stage.request_paint();
        }
    });
}

/// What the canvas is, for those who listen. The language is that of the rendering.
fn canvas_label(props: &TimelineProps, _language: Language) -> String {
    match &props.report {
        None => t("timeline.waiting").to_owned(),
        Some(report) => {
            let threads = report.trace.thread_lanes.len().to_string();
            let time = duration_text(report.trace.end_ns);
            t_with("timeline.label", &[("threads", &threads), ("time", &time)])
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
struct HoverNoteProps {
    hover: Hover,
}

/// The note beside the pointer.
#[component]
fn HoverNote(props: &HoverNoteProps) -> Html {
    let Hover { note, x, y, room } = &props.hover;
    let across = match *x > room.0 / 2.0 {
        true => format!("right:{:.0}px", room.0 - x + 14.0),
        false => format!("left:{:.0}px", x + 14.0),
    };
    let down = match *y > room.1 / 2.0 {
        true => format!("bottom:{:.0}px", room.1 - y + 10.0),
        false => format!("top:{:.0}px", y + 16.0),
    };
    html! {
        <div class="timeline-note" style={format!("{across};{down}")} data-test="timeline-note" aria-hidden="true">
            <strong>{&note.title}</strong>
            { for note.lines.iter().map(|line| html! { <span>{line}</span> }) }
        </div>
    }
}
