//! `bench`: measures the page and the engine, both sides of every ratio in the same run.

use crate::workspace::Outcome;

/// Runs every measurement that this machine can make.
pub fn run(_words: &[String]) -> Outcome {
    Err("nothing to measure yet".into())
}
