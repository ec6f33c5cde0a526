//! Version 2 of what a link holds: version 1's, then the network's rules. These types never change: a later version gets
//! its own file.

use super::{LinkError, schema_v1};
use crate::Scenario;
use crate::network::{BodyKind, Latency, Network, Rule};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct RuleV2 {
    pattern: String,
    latency: Option<LatencyV2>,
    status: Option<u16>,
    fail_ppm: u32,
    silent_ppm: u32,
    bytes_per_s: Option<u64>,
    body: Option<BodyKindV2>,
    body_bytes: Option<u64>,
}

#[derive(Serialize, Deserialize)]
enum LatencyV2 {
    Fixed { ns: u64 },
    Uniform { from_ns: u64, to_ns: u64 },
    Normal { mean_ns: u64, deviation_ns: u64 },
    Lognormal { median_ns: u64, sigma_milli: u32 },
}

#[derive(Serialize, Deserialize)]
enum BodyKindV2 {
    Html,
    Json,
    Text,
    Bytes,
}

/// `scenario` in this version's bytes.
pub(super) fn to_bytes(scenario: &Scenario) -> Vec<u8> {
    let mut bytes = schema_v1::to_bytes(scenario);
    let rules: Vec<RuleV2> = scenario
        .machine
        .network
        .rules
        .iter()
        .map(RuleV2::from)
        .collect();
    // Writing to memory fails for no value of these types.
    bytes.extend(postcard::to_allocvec(&rules).expect("the schema is serialisable"));
    bytes
}

/// The scenario of this version's bytes.
pub(super) fn from_bytes(bytes: &[u8]) -> Result<Scenario, LinkError> {
    match read(bytes)? {
        (scenario, []) => Ok(scenario),
        _ => Err(LinkError::Foreign),
    }
}

/// The scenario that `bytes` begin with, and what follows it.
pub(super) fn read(bytes: &[u8]) -> Result<(Scenario, &[u8]), LinkError> {
    let (mut scenario, rest) = schema_v1::read(bytes)?;
    let (rules, rest): (Vec<RuleV2>, &[u8]) =
        postcard::take_from_bytes(rest).map_err(|_| LinkError::Foreign)?;
    let network = Network {
        rules: rules.into_iter().map(RuleV2::live).collect(),
    };
    if !network.is_sound() {
        return Err(LinkError::Foreign);
    }
    scenario.machine.network = network;
    Ok((scenario, rest))
}

impl From<&Rule> for RuleV2 {
    fn from(rule: &Rule) -> RuleV2 {
        RuleV2 {
            pattern: rule.pattern.clone(),
            latency: rule.latency.map(|latency| match latency {
                Latency::Fixed { ns } => LatencyV2::Fixed { ns },
                Latency::Uniform { from_ns, to_ns } => LatencyV2::Uniform { from_ns, to_ns },
                Latency::Normal {
                    mean_ns,
                    deviation_ns,
                } => LatencyV2::Normal {
                    mean_ns,
                    deviation_ns,
                },
                Latency::Lognormal {
                    median_ns,
                    sigma_milli,
                } => LatencyV2::Lognormal {
                    median_ns,
                    sigma_milli,
                },
            }),
            status: rule.status,
            fail_ppm: rule.fail_ppm,
            silent_ppm: rule.silent_ppm,
            bytes_per_s: rule.bytes_per_s,
            body: rule.body.map(|body| match body {
                BodyKind::Html => BodyKindV2::Html,
                BodyKind::Json => BodyKindV2::Json,
                BodyKind::Text => BodyKindV2::Text,
                BodyKind::Bytes => BodyKindV2::Bytes,
            }),
            body_bytes: rule.body_bytes,
        }
    }
}

impl RuleV2 {
    fn live(self) -> Rule {
        Rule {
            pattern: self.pattern,
            latency: self.latency.map(|latency| match latency {
                LatencyV2::Fixed { ns } => Latency::Fixed { ns },
                LatencyV2::Uniform { from_ns, to_ns } => Latency::Uniform { from_ns, to_ns },
                LatencyV2::Normal {
                    mean_ns,
                    deviation_ns,
                } => Latency::Normal {
                    mean_ns,
                    deviation_ns,
                },
                LatencyV2::Lognormal {
                    median_ns,
                    sigma_milli,
                } => Latency::Lognormal {
                    median_ns,
                    sigma_milli,
                },
            }),
            status: self.status,
            fail_ppm: self.fail_ppm,
            silent_ppm: self.silent_ppm,
            bytes_per_s: self.bytes_per_s,
            body: self.body.map(|body| match body {
                BodyKindV2::Html => BodyKind::Html,
                BodyKindV2::Json => BodyKind::Json,
                BodyKindV2::Text => BodyKind::Text,
                BodyKindV2::Bytes => BodyKind::Bytes,
            }),
            body_bytes: self.body_bytes,
        }
    }
}
