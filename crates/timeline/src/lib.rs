//! The timeline's scene: which row, which columns, which state. A view of a trace in whole
//! pixels and virtual nanoseconds.
//!
//! Owns the viewport, the axis, the rows, level of detail, arrows, hit testing and the facts
//! behind a description.
//!
//! Invariant: integers only, no DOM, no colours, no strings for people beyond numbers with
//! their units. The cost of a frame follows the pixels, not the slices.

mod account;
mod arrow;
mod axis;
mod duration;
mod highlight;
mod hit;
mod lod;
mod scene;
mod span;
mod viewport;

pub use account::{Account, LaneAccount};
pub use arrow::{Arrow, Arrows};
pub use axis::{Axis, Tick};
pub use duration::duration_text;
pub use highlight::Highlight;
pub use hit::Hit;
pub use scene::{Row, RowPlan, Scene};
pub use span::{SHARE_UNITS, Span, Spans};
pub use viewport::Viewport;
