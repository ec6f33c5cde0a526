//! What a sweep varies and over which values: a form of the script, a setting of the machine or a number of a
//! workload.

use interleave_scenario::network::Rule;
use interleave_scenario::param::{self, Literal, ParamKind};
use interleave_scenario::ways::{Field, Way, Workload};
use interleave_scenario::{PythonVersion, Scenario};

/// What is varied.
#[derive(Clone, Debug, PartialEq)]
pub enum Axis {
    /// The form of that name.
    Param(String),
    /// Cores of the machine.
    Cores,
    /// The GIL's switch interval, in ms.
    SwitchIntervalMs,
    /// The seed.
    Seed,
    /// Python's version: values count [`PythonVersion::ALL`] from 0.
    Python,
    /// How long every URL takes to answer, in ms.
    LatencyMs,
    /// The share of waiting in what a task of the script takes, in %: forms named `IO_MS` and `CPU_MS` say
    /// how long each of its tasks waits and computes, and their sum stays.
    IoShare,
    /// A number of a workload, done in that way.
    Workload(Workload, Way, Field),
}

/// The form that says how many ms a task of a workload's script waits.
const WAITS: &str = "IO_MS";
/// The form that says how many ms it computes.
const COMPUTES: &str = "CPU_MS";

impl Axis {
    /// The settings of every machine, by name.
    pub const MACHINE: [Axis; 5] = [
        Axis::Cores,
        Axis::SwitchIntervalMs,
        Axis::Seed,
        Axis::Python,
        Axis::LatencyMs,
    ];

    /// Its name: a form's own, a setting's as links have it.
    pub fn name(&self) -> &str {
        match self {
            Axis::Param(name) => name,
            Axis::Cores => "cores",
            Axis::SwitchIntervalMs => "interval_ms",
            Axis::Seed => "seed",
            Axis::Python => "python",
            Axis::LatencyMs => "latency_ms",
            Axis::IoShare => Field::IoShare.name(),
            Axis::Workload(_, _, field) => field.name(),
        }
    }

    /// Whether its values say how much of something there is, so that there can be too much or enough of it.
    pub fn is_amount(&self) -> bool {
        !matches!(self, Axis::Python | Axis::Seed)
    }

    /// The setting of that name, else the form.
    pub fn from_name(name: &str) -> Axis {
        let settings = Axis::MACHINE.into_iter().chain([Axis::IoShare]);
        let setting = settings.into_iter().find(|axis| axis.name() == name);
        setting.unwrap_or_else(|| Axis::Param(name.to_owned()))
    }

    /// A value as a person reads it.
    pub fn label(&self, value: f64) -> String {
        match self {
            Axis::Python => PythonVersion::ALL
                .get(value as usize)
                .map_or_else(String::new, |version| version.name().to_owned()),
            _ => plain(value),
        }
    }

    /// The least and the greatest value that `scenario` takes, and whether they are whole.
    pub fn bounds(&self, scenario: &Scenario) -> Result<(f64, f64, bool), String> {
        Ok(match self {
            Axis::Param(name) => return bounds_of_param(scenario, name),
            Axis::Cores => (1.0, 1024.0, true),
            Axis::SwitchIntervalMs => (0.001, 10_000.0, false),
            Axis::Seed => (0.0, 1e9, true),
            Axis::Python => (0.0, (PythonVersion::ALL.len() - 1) as f64, true),
            Axis::LatencyMs => (0.0, 600_000.0, false),
            Axis::IoShare => {
                bounds_of_param(scenario, WAITS)?;
                bounds_of_param(scenario, COMPUTES)?;
                (0.0, 100.0, false)
            }
            Axis::Workload(_, _, field) => {
                let (least, most) = field.bounds();
                (least, most, field.is_whole())
            }
        })
    }

    /// `scenario` with that value. Choices belong to the schedule that they were recorded on, and go.
    pub fn applied(&self, scenario: &Scenario, value: f64) -> Result<Scenario, String> {
        let mut scenario = scenario.clone();
        scenario.choices.clear();
        let machine = &mut scenario.machine;
        match self {
            Axis::Param(name) => set_param(&mut scenario, name, value).map(drop)?,
            Axis::IoShare => {
                let waited_ms = set_param(&mut scenario, WAITS, 0.0)?;
                let computed_ms = set_param(&mut scenario, COMPUTES, 0.0)?;
                let whole_ms = waited_ms + computed_ms;
                let waits_ms = (whole_ms * value / 100.0 * 1e3).round() / 1e3;
                let computes_ms = ((whole_ms - waits_ms) * 1e3).round() / 1e3;
                set_param(&mut scenario, WAITS, waits_ms)?;
                set_param(&mut scenario, COMPUTES, computes_ms)?;
                // Who computes longer may take more steps.
                let times = computes_ms / computed_ms.max(whole_ms / 100.0);
                if times > 1.0 {
                    let most = scenario.machine.max_steps;
                    scenario.machine.max_steps = most.saturating_mul(times.ceil() as u64);
                }
            }
            Axis::Cores => machine.cores = value as u32,
            Axis::SwitchIntervalMs => machine.switch_interval_ns = (value * 1e6).round() as u64,
            Axis::Seed => machine.seed = value as u64,
            Axis::Python => {
                let version = PythonVersion::ALL.get(value as usize);
                machine.python = *version.ok_or("there is no such version of Python")?;
            }
            Axis::LatencyMs => {
                let mut rule = Rule::of("*").map_err(|problem| problem.to_string())?;
                rule.set("latency", &format!("{}ms", plain(value)))
                    .map_err(|problem| problem.to_string())?;
                // The first rule that speaks of a URL decides.
                machine.network.rules.insert(0, rule);
            }
            Axis::Workload(workload, way, field) => {
                return Ok(workload.with(*field, value).scenario(*way, machine));
            }
        }
        Ok(scenario)
    }
}

/// Sets a form to `value`; what it was before.
fn set_param(scenario: &mut Scenario, name: &str, value: f64) -> Result<f64, String> {
    let file = scenario.files.first_mut().ok_or("there is no script")?;
    let forms = param::parse(&file.text);
    let form = forms.iter().find(|form| form.name == name);
    let form = form.ok_or_else(|| format!("the script has no form named {name}"))?;
    let literal = match (&form.value, value.fract() == 0.0) {
        (Literal::Bool(_), _) => Literal::Bool(value != 0.0),
        (Literal::Float(_), _) | (_, false) => Literal::Float(value),
        _ => Literal::Int(value as i64),
    };
    file.text = param::rewrite(&file.text, name, &literal);
    Ok(form.value.number().unwrap_or(0.0))
}

fn bounds_of_param(scenario: &Scenario, name: &str) -> Result<(f64, f64, bool), String> {
    let text = scenario.files.first().map_or("", |file| &file.text);
    let forms = param::parse(text);
    let form = forms.iter().find(|form| form.name == name);
    let form = form.ok_or_else(|| format!("the script has no form named {name}"))?;
    let is_float = matches!(form.value, Literal::Float(_));
    match &form.kind {
        ParamKind::Slider { min, max, step } => {
            let whole = min.fract() == 0.0 && step.fract() == 0.0 && !is_float;
            Ok((*min, *max, whole))
        }
        ParamKind::Number {
            min, max, integer, ..
        } => {
            let now = form.value.number().unwrap_or(0.0);
            let least = min.unwrap_or(now.min(0.0));
            let most = max.unwrap_or((now * 10.0).max(now + 10.0));
            Ok((least, most, *integer))
        }
        ParamKind::Checkbox => Ok((0.0, 1.0, true)),
        _ => Err(format!("{name} is no number")),
    }
}

/// How values lie between the ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// The same distance between any two.
    Linear,
    /// The same ratio between any two.
    Log,
    /// Every whole number.
    Every,
}

/// An axis and its values.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// What is varied.
    pub axis: Axis,
    /// The first value.
    pub from: f64,
    /// The last value.
    pub to: f64,
    /// How many values there are, at least 2; with [`Scale::Every`] it has no meaning.
    pub points: u32,
    /// How they lie.
    pub scale: Scale,
}

/// The values of `range`, ascending, within what the axis takes, none twice.
pub fn values(range: &Range, scenario: &Scenario) -> Result<Vec<f64>, String> {
    let (least, most, whole) = range.axis.bounds(scenario)?;
    let name = range.axis.name();
    let (from, to) = (range.from.min(range.to), range.from.max(range.to));
    let is_finite = range.from.is_finite() && range.to.is_finite();
    if !is_finite || from < least || to > most {
        return Err(format!("{name} is between {least} and {most}"));
    }
    let points = f64::from(range.points.clamp(2, super::MAX_RUNS as u32) - 1);
    let count = match range.scale {
        Scale::Every => (to.floor() - from.ceil()).max(0.0),
        _ => points,
    };
    if count >= super::MAX_RUNS as f64 {
        return Err(format!("{name} has too many values"));
    }
    let at = |index: f64| match range.scale {
        Scale::Every => from.ceil() + index,
        Scale::Linear => from + (to - from) * index / points,
        Scale::Log => {
            // A range that begins at 0 has no ratio: its logarithm begins at a thousandth of its end.
            let from = from.max(to / 1000.0).max(f64::MIN_POSITIVE);
            from * (to / from).powf(index / points)
        }
    };
    let mut values: Vec<f64> = (0..=count as u32)
        .map(|index| match whole {
            true => at(f64::from(index)).round(),
            // Six digits are more than any chart shows, and read better in a script.
            false => format!("{:.5e}", at(f64::from(index)))
                .parse()
                .unwrap_or(from),
        })
        .map(|value| value.clamp(from, to))
        .collect();
    values.dedup();
    Ok(values)
}

/// A number without needless digits.
pub(super) fn plain(value: f64) -> String {
    let text = format!("{value:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text.is_empty() || text == "-0" {
        "0"
    } else {
        text
    }
    .to_owned()
}
