//! The engine inside a browser, by `cargo xtask test`.
#![cfg(target_arch = "wasm32")]

use interleave_scenario::{gallery, link};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// What the native program printed; `cargo xtask test` hands it over.
const NATIVE: Option<&str> = option_env!("INTERLEAVE_NATIVE_PORTRAIT");

#[wasm_bindgen_test]
fn the_browser_comes_to_what_the_desk_does() {
    let native = NATIVE.expect("run by `cargo xtask test`, which hands the native words over");
    assert!(native.contains(" link "), "the native words are {native:?}");
    assert!(
        !native.contains("refused"),
        "a gallery script can't run: {native}"
    );
    for (here, there) in wasm_tests::portrait().lines().zip(native.split(';')) {
        assert_eq!(here, there);
    }
    let lines = wasm_tests::portrait().lines().count();
    assert_eq!(lines, native.split_terminator(';').count());
}

#[wasm_bindgen_test]
fn a_link_opens_in_the_browser() {
    for entry in gallery::all() {
        let scenario = entry.scenario();
        let opened = link::decode(&link::encode(&scenario)).expect("its own link opens");
        assert_eq!(opened, scenario, "{}", entry.name);
    }
}
