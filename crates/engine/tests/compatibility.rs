//! COMPATIBILITY.md says what the library declares.

const LEDGER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../COMPATIBILITY.md");

#[test]
fn the_ledger_is_up_to_date() {
    let written = std::fs::read_to_string(LEDGER).expect("the ledger can be read");
    assert!(
        written == interleave_engine::compatibility(),
        "COMPATIBILITY.md is out of date: write it anew with\n    \
         cargo run -p interleave-cli -- compatibility > COMPATIBILITY.md"
    );
}
