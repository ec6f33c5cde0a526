//! The link codec: a scenario as the part of an address after `#`, and back.
//!
//! `v1/<base64url(deflate(schema))>` carries everything, `v2/…` rules of the network as well, `v3/…` what the tabs
//! are set to; `v1/g/<name>?…` names a gallery entry and the values that differ from it. Owns both forms; the schema stands apart from the live
//! types, so that these may change while every earlier link still opens.

mod error;
mod gallery_form;
mod packed;
mod schema_v1;
mod schema_v2;
mod schema_v3;

pub(crate) use gallery_form::machine_of;

pub use error::LinkError;

use crate::{Network, Scenario};

/// The version that is written where it says everything.
const VERSION: &str = "v1/";
/// The version that is written for a scenario with rules of its own for the network.
const WITH_NETWORK: &str = "v2/";
/// The version that is written where a tab has settings.
const WITH_SETTINGS: &str = "v3/";
/// What marks a gallery link, after the version.
const GALLERY: &str = "g/";
/// The longest link that is read, in bytes.
const MAX_LINK_BYTES: usize = 2_000_000;

/// The link of `scenario`, without a leading `#`. The same scenario always gives the same link.
pub fn encode(scenario: &Scenario) -> String {
    if let Some(short) = gallery_form::encode(scenario) {
        return format!("{VERSION}{GALLERY}{short}");
    }
    if !scenario.view.settings.is_empty() {
        let bytes = schema_v3::to_bytes(scenario);
        return format!("{WITH_SETTINGS}{}", packed::encode(&bytes));
    }
    if scenario.machine.network != Network::default() {
        let bytes = schema_v2::to_bytes(scenario);
        return format!("{WITH_NETWORK}{}", packed::encode(&bytes));
    }
    format!(
        "{VERSION}{}",
        packed::encode(&schema_v1::to_bytes(scenario))
    )
}

/// The scenario of `link`, with or without its leading `#`.
pub fn decode(link: &str) -> Result<Scenario, LinkError> {
    let link = link.trim();
    let link = link.strip_prefix('#').unwrap_or(link);
    if link.len() > MAX_LINK_BYTES {
        return Err(LinkError::TooLarge);
    }
    let (version, rest) = body(link)?;
    match rest.strip_prefix(GALLERY) {
        _ if rest.is_empty() => Err(LinkError::Cut),
        _ if version == 2 => schema_v2::from_bytes(&packed::decode(rest)?),
        _ if version == 3 => schema_v3::from_bytes(&packed::decode(rest)?),
        Some(form) => gallery_form::decode(form),
        None if rest == "g" => Err(LinkError::Cut),
        None => schema_v1::from_bytes(&packed::decode(rest)?),
    }
}

/// The version and what follows it.
fn body(link: &str) -> Result<(u32, &str), LinkError> {
    if matches!(link, "v" | "v1" | "v2" | "v3") {
        return Err(LinkError::Cut);
    }
    let (version, rest) = link.split_once('/').ok_or(LinkError::Foreign)?;
    let number = version
        .strip_prefix('v')
        .filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    match number.and_then(|digits| digits.parse::<u32>().ok()) {
        Some(number @ 1..=3) if version.len() == 2 => Ok((number, rest)),
        Some(number) => Err(LinkError::UnknownVersion(number)),
        None => Err(LinkError::Foreign),
    }
}
