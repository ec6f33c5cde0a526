//! What the page's two programs share: the messages between them, and how texts and figures are
//! worded. The lab itself (real runs, comparisons, sweeps) is this crate's program, fetched when one
//! of its tabs is first opened.
//!
//! Invariant: the page's program takes nothing but this from here, so that the lab costs it nothing.

pub mod bridge;
pub mod figures;
pub mod texts;
