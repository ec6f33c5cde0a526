//! The size of files as a server with brotli would send them.

use crate::command;
use crate::workspace::Outcome;
use std::path::Path;
use std::process::Command;

/// Each file's size in bytes after brotli at its best; Node has it built in.
pub fn brotli_sizes(folder: &Path, files: &[&str]) -> Outcome<Vec<(String, u64)>> {
    if command::on_path("node").is_none() {
        return Err("sizes need Node, for its brotli".into());
    }
    let script = "const fs = require('fs'), zlib = require('zlib');\
                  for (const file of process.argv.slice(1))\
                    console.log(zlib.brotliCompressSync(fs.readFileSync(file)).length);";
    let output = Command::new("node")
        .current_dir(folder)
        .args(["-e", script, "--"])
        .args(files)
        .output()
        .map_err(|e| format!("node: {e}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let sizes: Vec<u64> = text.lines().filter_map(|line| line.parse().ok()).collect();
    if sizes.len() != files.len() {
        return Err(format!("node: {}", String::from_utf8_lossy(&output.stderr)));
    }
    let names = files.iter().map(|file| (*file).to_owned());
    Ok(names.zip(sizes).collect())
}
