//! Prints what the browser must come to as well, in one line: an environment variable carries it.

fn main() {
    print!("{}", wasm_tests::portrait().replace('\n', ";"));
}
