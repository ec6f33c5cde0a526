//! The small library of the page's first engine: its modules, and which scripts it is enough for.

use crate::{concurrent_futures, queue, start, sys, threading, time};
use interleave_python::vm::Registry;

/// Marks of what the language itself takes from the library: names of characters, help, aliases of types.
const ALIASES: [&str; 11] = [
    "\\N{",
    "help(",
    "= help",
    "breakpoint(",
    "= breakpoint",
    "|",
    "list[",
    "dict[",
    "tuple[",
    "set[",
    "type[",
];

/// A name that one of its modules takes from a module that it lacks.
const LATER: [&str; 1] = ["ProcessPoolExecutor"];

/// What a script may import for the page's first, small engine to run it: enough for most first
/// scripts.
pub const STARTER_IMPORTS: [&str; 6] = [
    "time",
    "sys",
    "threading",
    "concurrent.futures",
    "concurrent.futures.thread",
    "concurrent.futures._base",
];

/// The modules that the starter brings: those, and what they may import themselves.
pub fn starter_registry() -> Registry {
    let modules = [
        start::MODULES,
        time::MODULES,
        sys::MODULES,
        threading::MODULES,
        queue::NATIVE,
        concurrent_futures::MODULES,
    ];
    Registry {
        modules: modules.concat(),
        cpython_names: include_str!("starter_names.txt"),
        // Of what it does not have itself, a script that it is enough for imports files beside it alone.
        elsewhere: Some(|name| {
            let top = name.split('.').next().unwrap_or(name);
            ["time", "sys", "threading", "concurrent"].contains(&top)
        }),
        evaluation: None,
        compiled: Vec::new(),
    }
}

/// Whether nothing in this source may ask for a module that the starter lacks, imports aside. In
/// doubt it says no: it looks for words, not for what they mean.
pub fn starter_has_all(source: &str) -> bool {
    let mut words = ALIASES.iter().chain(threading::DEPRECATED).chain(&LATER);
    !words.any(|word| source.contains(word))
}

#[cfg(test)]
mod tests {
    use super::starter_registry;
    use crate::registry;

    #[test]
    fn the_starter_knows_of_cpythons_names_what_the_whole_library_knows() {
        let (starter, whole) = (starter_registry(), registry());
        let lines = |text: &str, module: &str| -> Vec<String> {
            let lines = text
                .lines()
                .filter(|line| line.split(':').next() == Some(module));
            lines.map(str::to_owned).collect()
        };
        for module in &starter.modules {
            assert_eq!(
                lines(starter.cpython_names, module.name),
                lines(whole.cpython_names, module.name),
                "{}",
                module.name
            );
        }
    }
}
