//! The command line: what may be typed, and what it means.

use interleave_scenario::network::Rule;
use interleave_scenario::{Machine, Network, PythonVersion, StartMethod, StdoutMode};
use lexopt::prelude::*;
use std::fmt::Display;
use std::path::PathBuf;
use std::str::FromStr;

pub(crate) const HELP: &str = "\
Runs a Python script on a simulated machine, over virtual time.

Usage: interleave run FILE.py [options]     run it
       interleave check FILE.py [options]   say what is wrong with it, without a run
       interleave link FILE.py [options]    print the link that opens it in the page
       interleave sweep FILE.py --over WORKERS=1..32 [options]
                                            run it for each value: CSV, or a chart
       interleave compatibility             print which Python is supported, as Markdown

Options:
  --cores N                  cores of the machine (4)
  --python VERSION           3.9, 3.10, 3.11, 3.12, 3.13, 3.14, 3.13t or 3.14t (3.11)
  --switch-interval-ms X     the GIL's switch interval (5)
  --start-method METHOD      fork, spawn or forkserver (the version's own)
  --seed N                   seed of everything random (1)
  --max-virtual-s X          the most virtual time (3600)
  --max-steps N              the most interpreter steps (50000000)
  --stdout terminal|pipe     what stdout is (terminal)
  --network FILE             rules of the simulated network, a line each:
                               PATTERN latency=200ms status=503 fail=5% silent=1%
                               bandwidth=1MB/s body=json size=20KB
  --latency X                how long every URL takes that no rule speaks of: 200ms,
                               uniform(100ms,300ms), normal(…,…) or lognormal(180ms,0.35)
  --set NAME=VALUE           set a #@param form's value; may be given again
  --json                     print one JSON object instead of the script's output
  --over NAME=FROM..TO[:N]   sweep: a #@param form, or cores, interval_ms, seed, latency_ms;
                               every whole number, or N values
  --svg                      sweep: print a chart of the makespan instead of CSV
  --trace OUT.json           write the trace for Perfetto
  --help, --version

Exit code: the script's own; 2 for a wrong command line or Python that is not supported,
3 for a deadlock or a hang, 4 for a budget that was hit.
";

/// What to do.
pub(crate) enum Command {
    Run(Run),
    Check(Run),
    Link(Run),
    Sweep(Run),
    Compatibility,
    Help,
    Version,
}

/// A script and how it is run.
pub(crate) struct Run {
    pub(crate) file: PathBuf,
    pub(crate) machine: Machine,
    /// `NAME=VALUE`, in order.
    pub(crate) settings: Vec<String>,
    pub(crate) json: bool,
    pub(crate) trace: Option<PathBuf>,
    /// What a sweep varies, as it was typed.
    pub(crate) over: Option<String>,
    /// Whether a sweep is drawn.
    pub(crate) svg: bool,
}

/// Reads the command line.
pub(crate) fn parse() -> Result<Command, lexopt::Error> {
    let mut parser = lexopt::Parser::from_env();
    let mut command: Option<fn(Run) -> Command> = None;
    let mut file = None;
    let mut run = Run {
        file: PathBuf::new(),
        machine: Machine::default(),
        settings: Vec::new(),
        json: false,
        trace: None,
        over: None,
        svg: false,
    };
    while let Some(argument) = parser.next()? {
        let machine = &mut run.machine;
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Long("cores") => machine.cores = number(&mut parser, "--cores", 1, 1024)?,
            Long("python") => {
                let known = PythonVersion::ALL.map(|version| (version.name(), version));
                machine.python = one_of(&mut parser, "--python", &known)?;
            }
            Long("switch-interval-ms") => {
                let ms: f64 = number(&mut parser, "--switch-interval-ms", 0.001, 1e6)?;
                machine.switch_interval_ns = (ms * 1e6).round() as u64;
            }
            Long("start-method") => {
                let known = [
                    ("fork", StartMethod::Fork),
                    ("spawn", StartMethod::Spawn),
                    ("forkserver", StartMethod::Forkserver),
                ];
                machine.start_method = Some(one_of(&mut parser, "--start-method", &known)?);
            }
            Long("seed") => machine.seed = number(&mut parser, "--seed", 0, u64::MAX)?,
            Long("max-virtual-s") => {
                let seconds: f64 = number(&mut parser, "--max-virtual-s", 1e-9, 1e9)?;
                machine.max_virtual_ns = (seconds * 1e9).round() as u64;
            }
            Long("max-steps") => {
                machine.max_steps = number(&mut parser, "--max-steps", 1, u64::MAX)?;
            }
            Long("stdout") => {
                let known = [
                    ("terminal", StdoutMode::Terminal),
                    ("pipe", StdoutMode::Pipe),
                ];
                machine.stdout = one_of(&mut parser, "--stdout", &known)?;
            }
            Long("network") => {
                let path = PathBuf::from(parser.value()?);
                let read = std::fs::read_to_string(&path);
                let text = read.map_err(|error| format!("{}: {error}", path.display()))?;
                let rules: Network = text
                    .parse()
                    .map_err(|error| format!("{}: {error}", path.display()))?;
                // Rules of files come before `--latency`, which speaks of everything.
                machine.network.rules.splice(0..0, rules.rules);
            }
            Long("latency") => {
                let text = parser.value()?.string()?;
                let mut rule = Rule::of("*").map_err(|problem| problem.to_string())?;
                rule.set("latency", &text)
                    .map_err(|problem| format!("--latency {text}: {problem}"))?;
                machine.network.rules.push(rule);
            }
            Long("set") => run.settings.push(parser.value()?.string()?),
            Long("over") => run.over = Some(parser.value()?.string()?),
            Long("svg") => run.svg = true,
            Long("json") => run.json = true,
            Long("trace") => run.trace = Some(parser.value()?.into()),
            Value(word) if command.is_none() => {
                command = Some(match word.to_str() {
                    Some("run") => Command::Run,
                    Some("check") => Command::Check,
                    Some("link") => Command::Link,
                    Some("sweep") => Command::Sweep,
                    Some("help") => return Ok(Command::Help),
                    Some("compatibility") => return Ok(Command::Compatibility),
                    _ => {
                        return Err(
                            "the first word is run, check, link, sweep or compatibility (see --help)"
                                .into(),
                        );
                    }
                });
            }
            Value(path) if file.is_none() => file = Some(path),
            other => return Err(other.unexpected()),
        }
    }
    let command = command.ok_or("say what to do: run, check, link or sweep (see --help)")?;
    run.file = file.ok_or("name a script: FILE.py")?.into();
    Ok(command(run))
}

fn number<T>(
    parser: &mut lexopt::Parser,
    option: &str,
    least: T,
    most: T,
) -> Result<T, lexopt::Error>
where
    T: FromStr + PartialOrd + Display,
{
    let text = parser.value()?.string()?;
    let value = text
        .parse()
        .ok()
        .filter(|value| *value >= least && *value <= most);
    value.ok_or_else(|| format!("{option} is a number from {least} to {most}, not {text:?}").into())
}

fn one_of<T: Copy>(
    parser: &mut lexopt::Parser,
    option: &str,
    known: &[(&str, T)],
) -> Result<T, lexopt::Error> {
    let text = parser.value()?.string()?;
    let found = known.iter().find(|(name, _)| *name == text);
    found.map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        format!("{option} is one of {}, not {text:?}", names.join(", ")).into()
    })
}
