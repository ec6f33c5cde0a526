//! The link codec: a scenario as the part of an address after `#`, and back.
//!
//! `v1/<base64url(deflate(schema))>` carries everything; `v1/g/<name>?…` names a gallery entry
//! and the values that differ from it. Owns both forms; the schema stands apart from the live
//! types, so that these may change while every earlier link still opens.

mod error;
mod gallery_form;
mod packed;
mod schema_v1;

pub(crate) use gallery_form::machine_of;

pub use error::LinkError;

use crate::Scenario;

/// The version that is written today.
const VERSION: &str = "v1/";
/// What marks a gallery link, after the version.
const GALLERY: &str = "g/";
/// The longest link that is read, in bytes.
const MAX_LINK_BYTES: usize = 2_000_000;

/// The link of `scenario`, without a leading `#`. The same scenario always gives the same link.
pub fn encode(scenario: &Scenario) -> String {
    if let Some(short) = gallery_form::encode(scenario) {
        return format!("{VERSION}{GALLERY}{short}");
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
    let rest = body(link)?;
    match rest.strip_prefix(GALLERY) {
        Some(form) => gallery_form::decode(form),
        None if rest.is_empty() || rest == "g" => Err(LinkError::Cut),
        None => schema_v1::from_bytes(&packed::decode(rest)?),
    }
}

/// What follows the version.
fn body(link: &str) -> Result<&str, LinkError> {
    if link == "v" || VERSION.trim_end_matches('/') == link {
        return Err(LinkError::Cut);
    }
    let (version, rest) = link.split_once('/').ok_or(LinkError::Foreign)?;
    let number = version
        .strip_prefix('v')
        .filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    match number.and_then(|digits| digits.parse::<u32>().ok()) {
        Some(1) if version == "v1" => Ok(rest),
        Some(number) => Err(LinkError::UnknownVersion(number)),
        None => Err(LinkError::Foreign),
    }
}
