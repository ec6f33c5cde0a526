//! Version 1 of what a link holds. These types never change: a later version gets its own file.

use super::LinkError;
use crate::{Machine, Network, PythonVersion, Scenario, SourceFile, StartMethod, StdoutMode, View};
use interleave_trace::{Choice, ChoiceKind};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct ScenarioV1 {
    gallery: Option<String>,
    files: Vec<FileV1>,
    machine: MachineV1,
    tab: Option<String>,
    range_ns: Option<(u64, u64)>,
    selection: Option<(u32, u64)>,
    choices: Vec<ChoiceV1>,
}

#[derive(Serialize, Deserialize)]
struct FileV1 {
    name: String,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct MachineV1 {
    cores: u32,
    /// The version's name, as `3.13t`.
    python: String,
    switch_interval_ns: u64,
    start_method: Option<StartMethodV1>,
    seed: u64,
    stdout: StdoutV1,
    max_virtual_ns: u64,
    max_steps: u64,
    max_heap_bytes: u64,
}

#[derive(Serialize, Deserialize)]
enum StartMethodV1 {
    Fork,
    Spawn,
    Forkserver,
}

#[derive(Serialize, Deserialize)]
enum StdoutV1 {
    Terminal,
    Pipe,
}

#[derive(Serialize, Deserialize)]
struct ChoiceV1 {
    kind: ChoiceKindV1,
    options: u32,
    picked: u32,
}

#[derive(Serialize, Deserialize)]
enum ChoiceKindV1 {
    Gil,
    Core,
    Wake,
    Guest,
}

/// `scenario` in this version's bytes.
pub(super) fn to_bytes(scenario: &Scenario) -> Vec<u8> {
    let schema = ScenarioV1 {
        gallery: scenario.gallery.clone(),
        files: scenario.files.iter().map(FileV1::from).collect(),
        machine: MachineV1::from(&scenario.machine),
        tab: scenario.view.tab.clone(),
        range_ns: scenario.view.range_ns,
        selection: scenario.view.selection,
        choices: scenario.choices.iter().map(ChoiceV1::from).collect(),
    };
    // Writing to memory fails for no value of these types.
    postcard::to_allocvec(&schema).expect("the schema is serialisable")
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
    let (schema, rest): (ScenarioV1, &[u8]) =
        postcard::take_from_bytes(bytes).map_err(|_| LinkError::Foreign)?;
    if schema.files.is_empty() {
        return Err(LinkError::Foreign);
    }
    let files = schema.files.into_iter();
    let scenario = Scenario {
        gallery: schema.gallery,
        files: files
            .map(|file| SourceFile {
                name: file.name,
                text: file.text,
            })
            .collect(),
        machine: schema.machine.live()?,
        view: View {
            tab: schema.tab,
            range_ns: schema.range_ns,
            selection: schema.selection,
            ..View::default()
        },
        choices: schema.choices.into_iter().map(ChoiceV1::live).collect(),
    };
    Ok((scenario, rest))
}

impl From<&SourceFile> for FileV1 {
    fn from(file: &SourceFile) -> FileV1 {
        FileV1 {
            name: file.name.clone(),
            text: file.text.clone(),
        }
    }
}

impl From<&Machine> for MachineV1 {
    fn from(machine: &Machine) -> MachineV1 {
        MachineV1 {
            cores: machine.cores,
            python: machine.python.name().to_owned(),
            switch_interval_ns: machine.switch_interval_ns,
            start_method: machine.start_method.map(|method| match method {
                StartMethod::Fork => StartMethodV1::Fork,
                StartMethod::Spawn => StartMethodV1::Spawn,
                StartMethod::Forkserver => StartMethodV1::Forkserver,
            }),
            seed: machine.seed,
            stdout: match machine.stdout {
                StdoutMode::Terminal => StdoutV1::Terminal,
                StdoutMode::Pipe => StdoutV1::Pipe,
            },
            max_virtual_ns: machine.max_virtual_ns,
            max_steps: machine.max_steps,
            max_heap_bytes: machine.max_heap_bytes,
        }
    }
}

impl MachineV1 {
    fn live(self) -> Result<Machine, LinkError> {
        Ok(Machine {
            cores: self.cores,
            python: PythonVersion::from_name(&self.python).ok_or(LinkError::Foreign)?,
            switch_interval_ns: self.switch_interval_ns,
            start_method: self.start_method.map(|method| match method {
                StartMethodV1::Fork => StartMethod::Fork,
                StartMethodV1::Spawn => StartMethod::Spawn,
                StartMethodV1::Forkserver => StartMethod::Forkserver,
            }),
            seed: self.seed,
            stdout: match self.stdout {
                StdoutV1::Terminal => StdoutMode::Terminal,
                StdoutV1::Pipe => StdoutMode::Pipe,
            },
            network: Network::default(),
            max_virtual_ns: self.max_virtual_ns,
            max_steps: self.max_steps,
            max_heap_bytes: self.max_heap_bytes,
        })
    }
}

impl From<&Choice> for ChoiceV1 {
    fn from(choice: &Choice) -> ChoiceV1 {
        let kind = match choice.kind {
            ChoiceKind::Gil => ChoiceKindV1::Gil,
            ChoiceKind::Core => ChoiceKindV1::Core,
            ChoiceKind::Wake => ChoiceKindV1::Wake,
            ChoiceKind::Guest => ChoiceKindV1::Guest,
        };
        ChoiceV1 {
            kind,
            options: choice.options,
            picked: choice.picked,
        }
    }
}

impl ChoiceV1 {
    fn live(self) -> Choice {
        let kind = match self.kind {
            ChoiceKindV1::Gil => ChoiceKind::Gil,
            ChoiceKindV1::Core => ChoiceKind::Core,
            ChoiceKindV1::Wake => ChoiceKind::Wake,
            ChoiceKindV1::Guest => ChoiceKind::Guest,
        };
        Choice {
            kind,
            options: self.options,
            picked: self.picked,
        }
    }
}
