//! The permitted arrows between the workspace's crates. A new arrow is a commit of its own that
//! changes this table and says why.

use serde_json::Value;

/// Each crate and the crates that it may depend on, in the order of the data's way.
const ARROWS: [(&str, &[&str]); 15] = [
    ("interleave-trace", &[]),
    ("interleave-kernel", &["trace"]),
    ("interleave-python", &["kernel", "trace"]),
    ("interleave-stdlib", &["python", "kernel", "trace"]),
    ("interleave-scenario", &["trace"]),
    (
        "interleave-engine",
        &["scenario", "stdlib", "python", "kernel", "trace"],
    ),
    ("interleave-timeline", &["trace"]),
    // The rehearsal of a plan is a guest of the kernel: cores and the GIL are simulated once.
    ("interleave-pool", &["kernel", "trace"]),
    ("interleave-lab", &["engine", "pool", "scenario", "trace"]),
    // The page takes the words that it shares with the lab, not the lab: a feature keeps that out.
    (
        "interleave-app",
        &["engine", "lab", "timeline", "scenario", "trace"],
    ),
    ("interleave-cli", &["engine", "scenario", "trace"]),
    ("xtask", &[]),
    ("e2e", &[]),
    ("wasm-tests", &["engine", "timeline", "scenario", "trace"]),
    (
        "benches",
        &[
            "engine", "scenario", "pool", "stdlib", "python", "kernel", "trace",
        ],
    ),
];

/// The arrows that the table does not hold, and the crates that it does not know.
pub fn complaints(metadata: &Value) -> Vec<String> {
    let none = Vec::new();
    let packages = metadata["packages"].as_array().unwrap_or(&none);
    let names: Vec<&str> = packages.iter().filter_map(|p| p["name"].as_str()).collect();
    let mut complaints = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let Some((_, allowed)) = ARROWS.iter().find(|(from, _)| *from == name) else {
            complaints.push(format!("crate `{name}` is not in the table of arrows"));
            continue;
        };
        let dependencies = package["dependencies"].as_array().unwrap_or(&none);
        for dependency in dependencies {
            let to = dependency["name"].as_str().unwrap_or_default();
            // Tests may look anywhere: what ships is what must not know.
            let ships = dependency["kind"] != "dev";
            let short = to.strip_prefix("interleave-").unwrap_or(to);
            if ships && names.contains(&to) && !allowed.contains(&short) {
                complaints.push(format!("crate `{name}` must not depend on `{to}`"));
            }
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::complaints;
    use serde_json::json;

    fn workspace(from: &str, to: &str, kind: Option<&str>) -> serde_json::Value {
        json!({ "packages": [
            { "name": from, "dependencies": [{ "name": to, "kind": kind }] },
            { "name": to, "dependencies": [] },
        ]})
    }

    #[test]
    fn an_arrow_against_the_data_is_a_complaint() {
        let up = workspace("interleave-trace", "interleave-kernel", None);
        assert_eq!(
            complaints(&up),
            ["crate `interleave-trace` must not depend on `interleave-kernel`"]
        );
        let down = workspace("interleave-kernel", "interleave-trace", None);
        assert!(complaints(&down).is_empty());
    }

    #[test]
    fn tests_may_look_anywhere_and_strangers_are_named() {
        let dev = workspace("interleave-trace", "interleave-kernel", Some("dev"));
        assert!(complaints(&dev).is_empty());
        let stranger = workspace("interleave-new", "serde", None);
        assert_eq!(complaints(&stranger).len(), 2);
    }
}
