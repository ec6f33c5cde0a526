//! The short form: `<name>?workers=8&cores=4`, the values that differ from the gallery's entry.
//!
//! A written link begins its values with `sum=`, a checksum of what follows, so that a cut
//! one is told from a whole one; a link typed by hand may leave it out. Blind spot: a link cut
//! right after the name is that entry's own link.

use super::{LinkError, packed::checksum};
use crate::gallery::{self, Entry};
use crate::param::{self, Param};
use crate::{Machine, PythonVersion, Scenario, StartMethod, StdoutMode};
use std::str::FromStr;

/// What stands before a tab's name in the key of its settings: no form's key has a dot after `tab`.
const TAB: &str = "tab.";

/// Keys that are not names of forms; a form of such a name is written `p.NAME`.
const RESERVED: [&str; 15] = [
    "sum",
    "cores",
    "python",
    "interval",
    "start",
    "seed",
    "stdout",
    "net",
    "max-ns",
    "max-steps",
    "max-heap",
    "tab",
    "range",
    "select",
    "p",
];

/// The short form of `scenario`, if it differs from its gallery entry by values alone.
pub(super) fn encode(scenario: &Scenario) -> Option<String> {
    let entry = gallery::by_name(scenario.gallery.as_deref()?)?;
    let pairs = differences(scenario, entry)?;
    let written: Vec<String> = pairs
        .iter()
        .map(|(key, value)| format!("{key}={}", escape(value)))
        .collect();
    let values = written.join("&");
    let form = match pairs.is_empty() {
        true => entry.name.clone(),
        false => format!("{}?sum={}&{values}", entry.name, sum(&values)),
    };
    // The way back is the proof that nothing else differs.
    (decode(&form).as_ref() == Ok(scenario)).then_some(form)
}

/// The scenario of a short form.
pub(super) fn decode(form: &str) -> Result<Scenario, LinkError> {
    let (name, values) = match form.split_once('?') {
        None => (form, None),
        Some((name, values)) => (name, Some(values)),
    };
    let known = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let entry = gallery::by_name(name).ok_or_else(|| match known {
        true => LinkError::UnknownGallery(name.to_owned()),
        false => LinkError::Foreign,
    })?;
    let mut scenario = entry.scenario();
    let Some(values) = values else {
        return Ok(scenario);
    };
    let values = match values.strip_prefix("sum=") {
        None => values,
        Some(rest) => {
            let (stated, values) = rest.split_once('&').ok_or(LinkError::Cut)?;
            if stated != sum(values) {
                return Err(LinkError::Cut);
            }
            values
        }
    };
    let params = param::parse(&entry.source);
    for pair in values.split('&') {
        let (key, value) = pair.split_once('=').ok_or(LinkError::Cut)?;
        let value = unescape(value).ok_or(LinkError::Cut)?;
        apply(&mut scenario, &params, key, &value).ok_or(LinkError::Foreign)?;
    }
    Ok(scenario)
}

fn sum(values: &str) -> String {
    format!("{:08x}", checksum(values.as_bytes()))
}

/// What differs, as keys and values; `None` if something does that has no key.
fn differences(scenario: &Scenario, entry: &Entry) -> Option<Vec<(String, String)>> {
    let [file] = scenario.files.as_slice() else {
        return None;
    };
    if !scenario.choices.is_empty() || file.name != "main.py" {
        return None;
    }
    let params = param::parse(&entry.source);
    let mut pairs = Vec::new();
    for (base, now) in params.iter().zip(param::parse(&file.text)) {
        if base.value != now.value {
            pairs.push((key(&params, base), now.value.text()));
        }
    }
    let (base, now) = (&entry.machine, &scenario.machine);
    let mut differ = |key: &str, base: String, now: String| {
        if base != now {
            pairs.push((key.to_owned(), now));
        }
    };
    differ("cores", base.cores.to_string(), now.cores.to_string());
    differ(
        "python",
        base.python.name().into(),
        now.python.name().into(),
    );
    differ(
        "interval",
        base.switch_interval_ns.to_string(),
        now.switch_interval_ns.to_string(),
    );
    differ(
        "start",
        start_name(base.start_method).into(),
        start_name(now.start_method).into(),
    );
    differ("seed", base.seed.to_string(), now.seed.to_string());
    differ(
        "stdout",
        stdout_name(base.stdout).into(),
        stdout_name(now.stdout).into(),
    );
    differ("net", base.network.to_string(), now.network.to_string());
    differ(
        "max-ns",
        base.max_virtual_ns.to_string(),
        now.max_virtual_ns.to_string(),
    );
    differ(
        "max-steps",
        base.max_steps.to_string(),
        now.max_steps.to_string(),
    );
    differ(
        "max-heap",
        base.max_heap_bytes.to_string(),
        now.max_heap_bytes.to_string(),
    );
    let view = &scenario.view;
    pairs.extend(view.tab.clone().map(|tab| ("tab".into(), tab)));
    pairs.extend(
        view.range_ns
            .map(|(from, to)| ("range".into(), format!("{from}-{to}"))),
    );
    pairs.extend(
        view.selection
            .map(|(lane, at)| ("select".into(), format!("{lane}-{at}"))),
    );
    for (tab, words) in &view.settings {
        // A key stands as it is.
        if !tab.bytes().all(|b| b.is_ascii_lowercase()) {
            return None;
        }
        pairs.push((format!("{TAB}{tab}"), words.clone()));
    }
    Some(pairs)
}

/// The key of a form: its name in small letters where that names no other.
fn key(params: &[Param], param: &Param) -> String {
    let small = param.name.to_ascii_lowercase();
    let same = params
        .iter()
        .filter(|other| other.name.to_ascii_lowercase() == small)
        .count();
    match same == 1 && !RESERVED.contains(&small.as_str()) {
        true => small,
        false => format!("p.{}", param.name),
    }
}

fn apply(scenario: &mut Scenario, params: &[Param], name: &str, value: &str) -> Option<()> {
    if let Some(param) = params.iter().find(|param| key(params, param) == name) {
        let literal = param.literal_from(value).ok()?;
        let file = &mut scenario.files[0];
        file.text = param::rewrite(&file.text, &param.name, &literal);
        return Some(());
    }
    if let Some(tab) = name.strip_prefix(TAB) {
        let settings = &mut scenario.view.settings;
        settings.insert(tab.to_owned(), value.to_owned());
        return Some(());
    }
    match name {
        "tab" => scenario.view.tab = Some(value.to_owned()),
        "range" => scenario.view.range_ns = Some(pair(value)?),
        "select" => scenario.view.selection = Some(pair(value)?),
        _ => apply_to_machine(&mut scenario.machine, name, value)?,
    }
    Some(())
}

/// The default machine with the settings of `values`: `cores=2&start=spawn`, by the keys of the short form.
pub(crate) fn machine_of(values: &str) -> Option<Machine> {
    let mut machine = Machine::default();
    for pair in values.split('&') {
        let (key, value) = pair.split_once('=')?;
        apply_to_machine(&mut machine, key, value)?;
    }
    Some(machine)
}

fn apply_to_machine(machine: &mut Machine, name: &str, value: &str) -> Option<()> {
    match name {
        "cores" => machine.cores = number(value).filter(|&cores| cores > 0)?,
        "python" => machine.python = PythonVersion::from_name(value)?,
        "interval" => machine.switch_interval_ns = number(value)?,
        "start" => {
            let all = [
                None,
                Some(StartMethod::Fork),
                Some(StartMethod::Spawn),
                Some(StartMethod::Forkserver),
            ];
            machine.start_method = all
                .into_iter()
                .find(|&method| start_name(method) == value)?;
        }
        "seed" => machine.seed = number(value)?,
        "stdout" => {
            let all = [StdoutMode::Terminal, StdoutMode::Pipe];
            machine.stdout = all.into_iter().find(|&mode| stdout_name(mode) == value)?;
        }
        "net" => machine.network = value.parse().ok()?,
        "max-ns" => machine.max_virtual_ns = number(value)?,
        "max-steps" => machine.max_steps = number(value)?,
        "max-heap" => machine.max_heap_bytes = number(value)?,
        _ => return None,
    }
    Some(())
}

fn number<T: FromStr>(text: &str) -> Option<T> {
    text.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| text.parse().ok())?
}

fn pair<A: FromStr, B: FromStr>(text: &str) -> Option<(A, B)> {
    let (first, second) = text.split_once('-')?;
    Some((number(first)?, number(second)?))
}

fn start_name(method: Option<StartMethod>) -> &'static str {
    match method {
        None => "default",
        Some(StartMethod::Fork) => "fork",
        Some(StartMethod::Spawn) => "spawn",
        Some(StartMethod::Forkserver) => "forkserver",
    }
}

fn stdout_name(mode: StdoutMode) -> &'static str {
    match mode {
        StdoutMode::Terminal => "terminal",
        StdoutMode::Pipe => "pipe",
    }
}

/// Percent-encodes what an address gives another meaning to.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

fn unescape(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let mut digit = || rest.next().and_then(|b| char::from(b).to_digit(16));
                bytes.push((digit()? * 16 + digit()?) as u8);
            }
            byte => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok()
}
