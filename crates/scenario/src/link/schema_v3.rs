//! Version 3 of what a link holds: version 2's, then what the tabs are set to. These types never change: a later
//! version gets its own file.

use super::{LinkError, schema_v2};
use crate::Scenario;

/// A tab's name and its words.
type SettingV3 = (String, String);

/// `scenario` in this version's bytes.
pub(super) fn to_bytes(scenario: &Scenario) -> Vec<u8> {
    let mut bytes = schema_v2::to_bytes(scenario);
    let settings: Vec<SettingV3> = scenario.view.settings.clone().into_iter().collect();
    // Writing to memory fails for no value of these types.
    bytes.extend(postcard::to_allocvec(&settings).expect("the schema is serialisable"));
    bytes
}

/// The scenario of this version's bytes.
pub(super) fn from_bytes(bytes: &[u8]) -> Result<Scenario, LinkError> {
    let (mut scenario, rest) = schema_v2::read(bytes)?;
    let (settings, rest): (Vec<SettingV3>, &[u8]) =
        postcard::take_from_bytes(rest).map_err(|_| LinkError::Foreign)?;
    if !rest.is_empty() {
        return Err(LinkError::Foreign);
    }
    scenario.view.settings = settings.into_iter().collect();
    Ok(scenario)
}
