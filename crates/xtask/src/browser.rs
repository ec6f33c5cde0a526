//! Chromium and ChromeDriver: found, or installed through apt where that is allowed. Must not
//! install anything else on the system.

use crate::command::{self, say};
use crate::workspace::Outcome;
use std::path::PathBuf;
use std::process::Command;

const CHROMIUM_NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
const BY_HAND: &str = "sudo apt-get update && sudo apt-get install -y chromium chromium-driver";

/// The browser that tests drive.
pub struct Browser {
    /// The browser's program.
    pub chromium: PathBuf,
    /// Its WebDriver server.
    pub chromedriver: PathBuf,
}

/// Finds the browser; installs it through apt when it is missing and we may.
pub fn ensure() -> Outcome<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    let prefix = apt_prefix().ok_or_else(|| {
        format!(
            "Chromium or ChromeDriver is missing, and this user can't install it. Run:\n  {BY_HAND}"
        )
    })?;
    let apt = |words: &[&str]| {
        let mut all: Vec<&str> = prefix.clone();
        all.push("apt-get");
        all.extend(words);
        let mut command = Command::new(all[0]);
        command
            .args(&all[1..])
            .env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    say("Chromium or ChromeDriver is missing: installing both through apt");
    command::run_timed("apt-get update", &mut apt(&["update", "-qq"]))?;
    command::run_timed(
        "apt-get install chromium chromium-driver",
        &mut apt(&["install", "-y", "-qq", "chromium", "chromium-driver"]),
    )?;
    find().ok_or_else(|| {
        "apt installed chromium and chromium-driver, but they are not on PATH".to_owned()
    })
}

/// The browser as it is installed now; `CHROMEDRIVER` may name another driver.
pub fn find() -> Option<Browser> {
    let chromium = CHROMIUM_NAMES
        .iter()
        .find_map(|name| command::on_path(name))?;
    let chromedriver = match std::env::var_os("CHROMEDRIVER") {
        Some(path) => PathBuf::from(path),
        None => command::on_path("chromedriver")?,
    };
    Some(Browser {
        chromium,
        chromedriver,
    })
}

/// The words before `apt-get`; `None` where apt is missing or needs a password.
fn apt_prefix() -> Option<Vec<&'static str>> {
    command::on_path("apt-get")?;
    if command::output_of("id", &["-u"])? == "0" {
        return Some(Vec::new());
    }
    command::output_of("sudo", &["-n", "true"])?;
    // sudo drops the environment: name the variable again.
    Some(vec!["sudo", "-n", "DEBIAN_FRONTEND=noninteractive"])
}
