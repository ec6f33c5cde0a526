//! Wheel, pointer, touch and keys become changes of the board.

use super::board::{Board, Said};
use super::stage::Stage;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, EventTarget, KeyboardEvent, PointerEvent, WheelEvent};

/// Pointer travel, in CSS pixels, up to which a press is a click.
const CLICK_SLACK: f64 = 4.0;

/// A listener that goes when it is dropped.
pub(super) struct Listener {
    target: EventTarget,
    name: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub(super) fn new(
        target: &EventTarget,
        name: &'static str,
        handle: impl FnMut(Event) + 'static,
    ) -> Listener {
        let closure: Closure<dyn FnMut(Event)> = Closure::new(handle);
        // Adding a listener to an element that exists can't fail.
        let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        Listener {
            target: target.clone(),
            name,
            closure,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.closure.as_ref().unchecked_ref();
        let _ = self
            .target
            .remove_event_listener_with_callback(self.name, callback);
    }
}

/// One finger or the mouse, pressed. Positions in CSS pixels of the canvas.
#[derive(Clone, Copy, Debug)]
struct Press {
    id: i32,
    x: f64,
    y: f64,
    travel: f64,
    /// The instant where a stretch began, if the drag marks one.
    mark_from_ns: Option<u64>,
}

#[derive(Default)]
struct Hands {
    presses: Vec<Press>,
    /// Whether there were two fingers since the last one came down alone.
    pinched: bool,
}

/// Listens to everything that a person can do to the canvas.
pub(super) fn listen(stage: &Rc<Stage>) -> Vec<Listener> {
    let hands = Rc::new(RefCell::new(Hands::default()));
    let canvas: &EventTarget = stage.canvas.as_ref();
    let on =
        |target: &EventTarget, name: &'static str, handle: fn(&Rc<Stage>, &mut Hands, &Event)| {
            let stage: Weak<Stage> = Rc::downgrade(stage);
            let hands = hands.clone();
            Listener::new(target, name, move |event| {
                if let Some(stage) = stage.upgrade() {
                    handle(&stage, &mut hands.borrow_mut(), &event);
                }
            })
        };
    vec![
        on(canvas, "wheel", |stage, _, event| {
            wheel(stage, event.unchecked_ref())
        }),
        on(canvas, "pointerdown", |stage, hands, event| {
            down(stage, hands, event.unchecked_ref())
        }),
        on(canvas, "pointermove", |stage, hands, event| {
            moved(stage, hands, event.unchecked_ref())
        }),
        on(canvas, "pointerup", |stage, hands, event| {
            up(stage, hands, event.unchecked_ref())
        }),
        on(canvas, "pointercancel", |_, hands, _| hands.presses.clear()),
        on(canvas, "pointerleave", |stage, _, _| {
            stage.act(|board| {
                board.pointer = None;
                None
            });
        }),
        on(canvas, "keydown", |stage, _, event| {
            key(stage, event.unchecked_ref())
        }),
        on(stage.frame.as_ref(), "scroll", |stage, _, _| {
            let top = f64::from(stage.frame.scroll_top());
            stage.act(|board| {
                board.scroll = board.size.px(top);
                None
            });
        }),
    ]
}

fn position(board: &Board, x_css: f64, y_css: f64) -> (u32, u32) {
    (board.size.px(x_css), board.size.px(y_css))
}

fn wheel(stage: &Rc<Stage>, event: &WheelEvent) {
    let lines = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE {
        18.0
    } else {
        1.0
    };
    let (dx, dy) = (event.delta_x() * lines, event.delta_y() * lines);
    let x_css = f64::from(event.offset_x());
    let gutter = f64::from(stage.board.borrow().size.gutter) / stage.board.borrow().size.ratio;
    // Over the names the wheel scrolls rows.
    if x_css < gutter && !event.ctrl_key() && !event.meta_key() {
        return;
    }
    event.prevent_default();
    stage.act(|board| {
        if event.shift_key() || dx.abs() > dy.abs() {
            let travel = if dx.abs() > dy.abs() { dx } else { dy };
            board.pan((travel * board.size.ratio) as i64);
        } else {
            // A pinch on a touchpad comes as small steps with Ctrl.
            let pace = if event.ctrl_key() { 0.01 } else { 0.0018 };
            let about = board.column(board.size.px(x_css));
            board.zoom(about, (dy * pace).exp());
        }
        None
    });
}

fn down(stage: &Rc<Stage>, hands: &mut Hands, event: &PointerEvent) {
    if event.button() > 0 {
        return;
    }
    // The pointer may be gone already; then there is nothing to capture.
    let _ = stage.canvas.set_pointer_capture(event.pointer_id());
    let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
    let board = stage.board.borrow();
    let mark_from_ns = board.marking.then(|| {
        let (x, _) = position(&board, x, y);
        board.view.time_at(board.column(x))
    });
    if hands.presses.is_empty() {
        hands.pinched = false;
    }
    hands.presses.push(Press {
        id: event.pointer_id(),
        x,
        y,
        travel: 0.0,
        mark_from_ns,
    });
    hands.pinched |= hands.presses.len() > 1;
}

fn moved(stage: &Rc<Stage>, hands: &mut Hands, event: &PointerEvent) {
    let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
    let count = hands.presses.len();
    let fixed = hands
        .presses
        .iter()
        .find(|press| press.id != event.pointer_id())
        .copied();
    let Some(press) = hands
        .presses
        .iter_mut()
        .find(|press| press.id == event.pointer_id())
    else {
        stage.act(|board| {
            board.pointer = Some(position(board, x, y));
            None
        });
        return;
    };
    let (from_x, dx) = (press.x, x - press.x);
    press.travel += dx.abs() + (y - press.y).abs();
    let is_drag = press.travel > CLICK_SLACK;
    let mark_from_ns = press.mark_from_ns;
    (press.x, press.y) = (x, y);
    stage.act(|board| {
        board.pointer =
            (count == 1 && event.pointer_type() != "touch").then(|| position(board, x, y));
        if let (2, Some(fixed)) = (count, fixed) {
            let (before, after) = ((from_x - fixed.x).abs(), (x - fixed.x).abs());
            let about = board.column(board.size.px(fixed.x));
            board.zoom(about, before.max(12.0) / after.max(12.0));
        } else if let Some(from_ns) = mark_from_ns {
            let at_ns = board.view.time_at(board.column(position(board, x, y).0));
            board.marked = (from_ns != at_ns).then(|| (from_ns.min(at_ns), from_ns.max(at_ns)));
        } else if is_drag && count == 1 {
            board.pan(-(dx * board.size.ratio) as i64);
        }
        None
    });
}

fn up(stage: &Rc<Stage>, hands: &mut Hands, event: &PointerEvent) {
    let index = hands
        .presses
        .iter()
        .position(|press| press.id == event.pointer_id());
    let Some(press) = index.map(|index| hands.presses.remove(index)) else {
        return;
    };
    let is_click = press.travel <= CLICK_SLACK && !hands.pinched && press.mark_from_ns.is_none();
    stage.act(|board| {
        if press.mark_from_ns.is_some() {
            board.marking = false;
        }
        let (x, y) = position(board, press.x, press.y);
        if is_click {
            board.select_at(x, y)
        } else {
            None
        }
    });
}

/// Keys by their place on the keyboard, so that they are where the hand expects them.
fn key(stage: &Rc<Stage>, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let code = event.code();
    let known = change_of(&code, event.shift_key());
    if let Some(change) = known {
        event.prevent_default();
        event.stop_propagation();
        stage.act(change);
    }
}

type Change = Box<dyn FnOnce(&mut Board) -> Option<Said>>;

fn change_of(code: &str, shift: bool) -> Option<Change> {
    fn zoom(factor: f64) -> Change {
        Box::new(move |board| {
            board.zoom(board.zoom_centre(), factor);
            None
        })
    }
    fn pan(eighths: i64) -> Change {
        Box::new(move |board| {
            board.pan(i64::from(board.view.width_px()) * eighths / 8);
            None
        })
    }
    fn silent(change: fn(&mut Board)) -> Change {
        Box::new(move |board| {
            change(board);
            None
        })
    }
    Some(match (code, shift) {
        ("ArrowUp", true) | ("PageUp", _) => Box::new(|board| board.change_lane(-1)),
        ("ArrowDown", true) | ("PageDown", _) => Box::new(|board| board.change_lane(1)),
        ("KeyW" | "ArrowUp" | "Equal" | "NumpadAdd", _) => zoom(0.7),
        ("KeyS" | "ArrowDown" | "Minus" | "NumpadSubtract", _) => zoom(1.0 / 0.7),
        ("KeyA" | "ArrowLeft", false) => pan(-1),
        ("KeyD" | "ArrowRight", false) => pan(1),
        ("KeyA" | "ArrowLeft", true) => pan(-6),
        ("KeyD" | "ArrowRight", true) => pan(6),
        ("Period", _) => Box::new(|board| board.step(true)),
        ("Comma", _) => Box::new(|board| board.step(false)),
        ("KeyF", _) => silent(Board::focus),
        ("Home" | "Digit0" | "Numpad0", _) => silent(Board::fit),
        ("KeyR", _) => silent(|board| board.marking = true),
        ("Escape", _) => Box::new(Board::clear),
        _ => return None,
    })
}
