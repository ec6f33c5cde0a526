//! A workload in numbers, and its script in each way.

use super::{Way, turns_per_ms};
use crate::param::{Literal, rewrite};
use crate::{Machine, Scenario, SourceFile, View};
use serde::{Deserialize, Serialize};

/// Interpreter steps that a turn of the scripts' loop may take, generously.
const STEPS_PER_TURN: f64 = 12.0;

/// Tasks that are all alike: each waits, then computes, and is handed some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Workload {
    /// How many tasks there are, at least 1.
    pub tasks: u32,
    /// How long each computes, in ms of CPU time.
    pub cpu_ms: f64,
    /// How long each waits for something outside, in ms.
    pub io_ms: f64,
    /// How many bytes each is handed.
    pub payload_bytes: u64,
    /// How many workers a pool has, at least 1.
    pub workers: u32,
}

impl Default for Workload {
    fn default() -> Workload {
        Workload {
            tasks: 8,
            cpu_ms: 5.0,
            io_ms: 55.0,
            payload_bytes: 1024,
            workers: 4,
        }
    }
}

/// A number of a workload that can be varied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Field {
    /// [`Workload::tasks`].
    Tasks,
    /// [`Workload::cpu_ms`].
    CpuMs,
    /// [`Workload::io_ms`].
    IoMs,
    /// The share of a task's time that is waiting, in %; how long it takes stays.
    IoShare,
    /// [`Workload::payload_bytes`], in KB of 1024 bytes.
    PayloadKb,
    /// [`Workload::workers`].
    Workers,
}

impl Field {
    /// Every field.
    pub const ALL: [Field; 6] = [
        Field::Tasks,
        Field::CpuMs,
        Field::IoMs,
        Field::IoShare,
        Field::PayloadKb,
        Field::Workers,
    ];

    /// Its stable name, in links and locale keys.
    pub fn name(self) -> &'static str {
        match self {
            Field::Tasks => "tasks",
            Field::CpuMs => "cpu_ms",
            Field::IoMs => "io_ms",
            Field::IoShare => "io_share",
            Field::PayloadKb => "payload_kb",
            Field::Workers => "workers",
        }
    }

    /// The field of that name.
    pub fn from_name(name: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.name() == name)
    }

    /// Whether it is counted, not measured.
    pub fn is_whole(self) -> bool {
        matches!(self, Field::Tasks | Field::Workers)
    }

    /// The least and the greatest value that it takes.
    pub fn bounds(self) -> (f64, f64) {
        match self {
            Field::Tasks => (1.0, 500.0),
            Field::CpuMs | Field::IoMs => (0.0, 10_000.0),
            Field::IoShare => (0.0, 100.0),
            Field::PayloadKb => (0.0, 100_000.0),
            Field::Workers => (1.0, 64.0),
        }
    }
}

impl Workload {
    /// What it has in `field`.
    pub fn get(&self, field: Field) -> f64 {
        match field {
            Field::Tasks => f64::from(self.tasks),
            Field::CpuMs => self.cpu_ms,
            Field::IoMs => self.io_ms,
            Field::IoShare if self.cpu_ms + self.io_ms > 0.0 => {
                100.0 * self.io_ms / (self.cpu_ms + self.io_ms)
            }
            Field::IoShare => 0.0,
            Field::PayloadKb => self.payload_bytes as f64 / 1024.0,
            Field::Workers => f64::from(self.workers),
        }
    }

    /// It with another value in `field`, brought within the field's bounds.
    pub fn with(&self, field: Field, value: f64) -> Workload {
        let (least, most) = field.bounds();
        let value = if value.is_nan() {
            least
        } else {
            value.clamp(least, most)
        };
        let mut changed = *self;
        match field {
            Field::Tasks => changed.tasks = value.round() as u32,
            Field::CpuMs => changed.cpu_ms = value,
            Field::IoMs => changed.io_ms = value,
            Field::IoShare => {
                let whole_ms = self.cpu_ms + self.io_ms;
                changed.io_ms = (whole_ms * value / 100.0 * 1e3).round() / 1e3;
                changed.cpu_ms = ((whole_ms - changed.io_ms) * 1e3).round() / 1e3;
            }
            Field::PayloadKb => changed.payload_bytes = (value * 1024.0).round() as u64,
            Field::Workers => changed.workers = value.round() as u32,
        }
        changed
    }

    /// It with every number within its bounds.
    pub fn sound(&self) -> Workload {
        [
            Field::Tasks,
            Field::CpuMs,
            Field::IoMs,
            Field::PayloadKb,
            Field::Workers,
        ]
        .into_iter()
        .fold(*self, |workload, field| {
            workload.with(field, workload.get(field))
        })
    }

    /// Its script in `way`, on `machine` (whose Python the way may change); it may take as many steps as it needs.
    pub fn scenario(&self, way: Way, machine: &Machine) -> Scenario {
        let workload = self.sound();
        let processes = machine.cores.clamp(1, 64).min(workload.tasks);
        let forms = [
            ("TASKS", Literal::Int(workload.tasks.into())),
            ("CPU_MS", number(workload.cpu_ms)),
            ("IO_MS", number(workload.io_ms)),
            ("PAYLOAD_KB", number(workload.get(Field::PayloadKb))),
            ("WORKERS", Literal::Int(workload.workers.into())),
            ("PROCESSES", Literal::Int(processes.into())),
        ];
        let source = forms
            .iter()
            .fold(way.source().to_owned(), |source, (name, value)| {
                rewrite(&source, name, value)
            });
        let turns = turns_per_ms(machine);
        let written = format!("TURNS_PER_MS = {}_{:03}", turns / 1000, turns % 1000);
        let mut machine = machine.clone();
        machine.python = way.python(machine.python);
        let all_turns = f64::from(workload.tasks) * workload.cpu_ms * f64::from(turns);
        let steps = (all_turns * STEPS_PER_TURN) as u64 + Machine::default().max_steps;
        machine.max_steps = machine.max_steps.max(steps);
        Scenario {
            gallery: None,
            files: vec![SourceFile {
                name: "main.py".into(),
                text: source.replace("TURNS_PER_MS = 79_400", &written),
            }],
            machine,
            view: View::default(),
            choices: Vec::new(),
        }
    }
}

/// A number as a person would write it.
fn number(value: f64) -> Literal {
    match value.fract() == 0.0 {
        true => Literal::Int(value as i64),
        false => Literal::Float(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::param;

    #[test]
    fn every_script_holds_the_workload_in_its_forms() {
        let workload = Workload {
            tasks: 12,
            cpu_ms: 2.5,
            io_ms: 40.0,
            payload_bytes: 4096,
            workers: 6,
        };
        for way in Way::ALL {
            let scenario = workload.scenario(way, &Machine::default());
            let forms = param::parse(&scenario.files[0].text);
            let value = |name: &str| forms.iter().find(|form| form.name == name)?.value.number();
            assert_eq!(value("TASKS"), Some(12.0), "{way:?}");
            assert_eq!(value("CPU_MS"), Some(2.5));
            assert_eq!(value("PAYLOAD_KB"), Some(4.0));
            let has_pool = !matches!(way, Way::Sequential | Way::Asyncio);
            assert_eq!(value("WORKERS"), has_pool.then_some(6.0));
            assert_eq!(
                scenario.machine.python.has_gil(),
                way != Way::FreeThreaded,
                "{way:?}"
            );
        }
    }

    #[test]
    fn a_share_of_waiting_keeps_how_long_a_task_takes() {
        let workload = Workload::default();
        for percent in [0.0, 33.0, 50.0, 100.0] {
            let changed = workload.with(Field::IoShare, percent);
            assert!((changed.get(Field::IoShare) - percent).abs() < 0.01);
            assert!((changed.cpu_ms + changed.io_ms - 60.0).abs() < 1e-6);
        }
        assert_eq!(workload.with(Field::Tasks, -3.0).tasks, 1);
        assert_eq!(workload.with(Field::Workers, f64::NAN).workers, 1);
    }

    #[test]
    fn the_gallery_states_its_groups() {
        let rows = |name| -> Vec<&str> {
            let entries = crate::ways::group(name).into_iter();
            entries.map(|entry| &*entry.article_row).collect()
        };
        assert_eq!(crate::ways::groups(), ["laundry", "downloads", "ten-jobs"]);
        assert_eq!(rows("laundry"), ["A3.1", "A3.2"]);
        assert_eq!(rows("downloads"), ["A4.1", "A4.2"]);
        assert_eq!(rows("ten-jobs"), ["A5.1", "A5.2", "A5.3", "A5.4", "A5.5"]);
    }
}
