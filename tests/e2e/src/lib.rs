//! A visitor in headless Chromium: serves the built page, starts the browser, and looks and acts as
//! a person would. Owns no expectation: those are the tests'.
#![allow(
    clippy::disallowed_methods,
    reason = "the engine reads no clock; tests of the page measure real time"
)]

mod driver;
mod server;
mod visitor;

pub use server::{MissingFile, ReplacedFile, SlowFile, origin, plain_origin, served};
pub use visitor::{Visitor, visit};

use std::path::PathBuf;

/// The workspace's root folder.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors()
        .nth(2)
        .expect("the tests lie two folders deep")
        .to_path_buf()
}

/// The built page.
fn dist() -> PathBuf {
    std::env::var_os("INTERLEAVE_DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

/// Where screenshots go.
fn shots() -> PathBuf {
    std::env::var_os("INTERLEAVE_SHOTS").map_or_else(|| root().join("target/e2e"), PathBuf::from)
}
