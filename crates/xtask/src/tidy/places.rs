//! No committed file knows the machine that it was written on: no path of a workplace, no host
//! that packages came from.

use super::TextFile;

/// What betrays a machine. Put together here, so that this file does not complain of itself.
const BETRAYALS: [(&str, &str); 4] = [
    (concat!("/wo", "rk/"), "a path of one machine"),
    (concat!("/ro", "ot/"), "a path of one machine"),
    (concat!("registry.npm", "js.org"), "a registry's host"),
    (concat!("files.python", "hosted.org"), "a registry's host"),
];

/// What this file betrays, and download addresses in the npm lock file.
pub fn complaints(file: &TextFile) -> Vec<String> {
    let path = &file.path;
    let mut complaints = Vec::new();
    for (number, line) in (1..).zip(file.text.lines()) {
        for (mark, what) in BETRAYALS {
            if line.contains(mark) {
                complaints.push(format!("{path}:{number}: names {what} (`{mark}`)"));
            }
        }
    }
    if path.ends_with("package-lock.json") && file.text.contains("\"resolved\": \"http") {
        complaints.push(format!(
            "{path}: holds download addresses; `.npmrc` needs omit-lockfile-registry-resolved=true"
        ));
    }
    if path == "Cargo.lock" {
        let strange = file.text.lines().find(|line| {
            line.starts_with("source = ")
                && *line != "source = \"registry+https://github.com/rust-lang/crates.io-index\""
        });
        if let Some(line) = strange {
            complaints.push(format!(
                "Cargo.lock: not from the standard registry: {line}"
            ));
        }
    }
    complaints
}
