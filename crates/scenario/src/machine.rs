//! The machine that a person describes.

use crate::Network;
use serde::{Deserialize, Serialize};

/// A Python version; the `t` ones are free-threaded builds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PythonVersion {
    /// 3.9
    V3_9,
    /// 3.10
    V3_10,
    /// 3.11
    V3_11,
    /// 3.12
    V3_12,
    /// 3.13
    V3_13,
    /// 3.14
    V3_14,
    /// 3.13, free-threaded
    V3_13t,
    /// 3.14, free-threaded
    V3_14t,
}

impl PythonVersion {
    /// Every version, oldest first.
    pub const ALL: [PythonVersion; 8] = [
        PythonVersion::V3_9,
        PythonVersion::V3_10,
        PythonVersion::V3_11,
        PythonVersion::V3_12,
        PythonVersion::V3_13,
        PythonVersion::V3_14,
        PythonVersion::V3_13t,
        PythonVersion::V3_14t,
    ];

    /// As written on the command line: `3.11`, `3.13t`.
    pub fn name(self) -> &'static str {
        match self {
            PythonVersion::V3_9 => "3.9",
            PythonVersion::V3_10 => "3.10",
            PythonVersion::V3_11 => "3.11",
            PythonVersion::V3_12 => "3.12",
            PythonVersion::V3_13 => "3.13",
            PythonVersion::V3_14 => "3.14",
            PythonVersion::V3_13t => "3.13t",
            PythonVersion::V3_14t => "3.14t",
        }
    }

    /// The version of that name.
    pub fn from_name(name: &str) -> Option<PythonVersion> {
        PythonVersion::ALL
            .into_iter()
            .find(|version| version.name() == name)
    }

    /// The minor version number.
    pub fn minor(self) -> u8 {
        match self {
            PythonVersion::V3_9 => 9,
            PythonVersion::V3_10 => 10,
            PythonVersion::V3_11 => 11,
            PythonVersion::V3_12 => 12,
            PythonVersion::V3_13 | PythonVersion::V3_13t => 13,
            PythonVersion::V3_14 | PythonVersion::V3_14t => 14,
        }
    }

    /// Whether it has a GIL.
    pub fn has_gil(self) -> bool {
        !matches!(self, PythonVersion::V3_13t | PythonVersion::V3_14t)
    }
}

/// How `multiprocessing` starts a process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StartMethod {
    /// Copy the parent.
    Fork,
    /// A fresh interpreter.
    Spawn,
    /// Copy a clean server process.
    Forkserver,
}

/// What stdout is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StdoutMode {
    /// A terminal: line-buffered.
    Terminal,
    /// A pipe: block-buffered.
    Pipe,
}

/// The machine that a person describes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Machine {
    /// How many cores it has, at least 1.
    pub cores: u32,
    /// Which Python runs on it.
    pub python: PythonVersion,
    /// The GIL's switch interval, in virtual ns.
    pub switch_interval_ns: u64,
    /// How processes start; `None` is the version's own default.
    pub start_method: Option<StartMethod>,
    /// The seed of everything random.
    pub seed: u64,
    /// What stdout is.
    pub stdout: StdoutMode,
    /// The network that it is on.
    pub network: Network,
    /// The most virtual time that a run may take, in ns.
    pub max_virtual_ns: u64,
    /// The most interpreter steps that a run may take.
    pub max_steps: u64,
    /// The most heap that a run may use, in bytes.
    pub max_heap_bytes: u64,
}

impl Default for Machine {
    fn default() -> Machine {
        Machine {
            cores: 4,
            python: PythonVersion::V3_11,
            switch_interval_ns: 5_000_000,
            start_method: None,
            seed: 1,
            stdout: StdoutMode::Terminal,
            network: Network::default(),
            max_virtual_ns: 3_600_000_000_000,
            max_steps: 50_000_000,
            max_heap_bytes: 512 * 1024 * 1024,
        }
    }
}
