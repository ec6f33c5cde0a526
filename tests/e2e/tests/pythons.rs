//! The programs of `tests/bench/loops` on each Python of the browser, for `cargo xtask bench`, which puts a folder with
//! all of them together and reads the lines that begin with `measured`. It expects nothing of the figures.

use e2e::visit;
use std::time::Duration;

const PYTHONS: [&str; 4] = ["interleave", "pyodide", "skulpt", "brython"];
/// For all programs on one Python.
const PATIENCE_S: u32 = 900;

#[test]
#[ignore = "a measurement: cargo xtask bench runs it"]
fn every_python_of_the_browser_runs_the_programs() {
    for python in PYTHONS {
        visit("pythons", move |visitor| async move {
            visitor.open(&format!("?python={python}")).await;
            let mut figures = visitor.js("window.figures").await;
            for _ in 0..PATIENCE_S {
                if figures.is_object() {
                    break;
                }
                tokio::time::sleep(Duration::from_secs(1)).await;
                figures = visitor.js("window.figures").await;
            }
            let figures = figures.as_object().expect("the page gives its figures");
            for (program, figure) in figures {
                match figure.as_f64() {
                    Some(seconds) => println!("measured {python}/{program} {seconds:.6}"),
                    None => println!("refused {python}/{program} {figure}"),
                }
            }
        });
    }
}
