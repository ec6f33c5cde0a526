//! `interleave`: the engine on the command line. Owns what the user types and sees; everything
//! about a run comes from the engine.

mod arguments;
mod json;
mod script;
mod sweep;

use arguments::{Command, Run};
use interleave_engine::{Diagnostic, Report, Severity, check, exit_code, run, syntax_error};
use interleave_scenario::link;
use interleave_trace::{Stream, chrome_trace_json};
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let code = match arguments::parse() {
        Ok(Command::Help) => {
            print!("{}", arguments::HELP);
            0
        }
        Ok(Command::Version) => {
            println!("interleave {}", env!("CARGO_PKG_VERSION"));
            0
        }
        Ok(Command::Compatibility) => {
            print!("{}", interleave_engine::compatibility());
            0
        }
        Ok(Command::Run(options)) => run_script(&options).unwrap_or_else(usage),
        Ok(Command::Check(options)) => check_script(&options).unwrap_or_else(usage),
        Ok(Command::Sweep(options)) => sweep_script(&options).unwrap_or_else(usage),
        Ok(Command::Link(options)) => link_script(&options).unwrap_or_else(usage),
        Err(error) => usage(error.to_string()),
    };
    // A process's exit code is a byte, as for Python's.
    ExitCode::from((code & 0xff) as u8)
}

fn usage(message: String) -> i32 {
    eprintln!("interleave: {message}");
    exit_code::USAGE
}

fn run_script(options: &Run) -> Result<i32, String> {
    let scenario = script::scenario(options)?;
    let report = match run(&scenario) {
        Ok(report) => report,
        Err(diagnostics) => {
            if options.json {
                println!("{}", json::refused(&diagnostics));
            }
            if let Some(shown) = syntax_error(&scenario) {
                eprint!("{shown}");
                return Ok(1);
            }
            print_diagnostics(&diagnostics);
            return Ok(exit_code::USAGE);
        }
    };
    if let Some(path) = &options.trace {
        let json = chrome_trace_json(&report.trace);
        std::fs::write(path, json).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    if options.json {
        println!("{}", json::report(&report));
    } else {
        print_output(&report);
    }
    if let Some(verdict) = report.verdict() {
        eprintln!("interleave: {verdict}");
    }
    Ok(report.exit_code)
}

fn check_script(options: &Run) -> Result<i32, String> {
    let diagnostics = check(&script::scenario(options)?);
    print_diagnostics(&diagnostics);
    let refused = diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error);
    Ok(if refused { exit_code::USAGE } else { 0 })
}

fn link_script(options: &Run) -> Result<i32, String> {
    let mut scenario = script::scenario(options)?;
    scenario.files[0].name = "main.py".to_owned();
    println!("#{}", link::encode(&scenario));
    Ok(0)
}

fn sweep_script(options: &Run) -> Result<i32, String> {
    print!("{}", sweep::sweep(options, &script::scenario(options)?)?);
    Ok(0)
}

/// What the script printed, each stream in its own, in the order in which it was written.
fn print_output(report: &Report) {
    let (mut stdout, mut stderr) = (std::io::stdout().lock(), std::io::stderr().lock());
    for chunk in &report.trace.output {
        // A reader that has gone away (`| head`) is no failure of the run.
        let _ = match chunk.stream {
            Stream::Stdout => stdout.write_all(chunk.text.as_bytes()),
            Stream::Stderr => {
                let _ = stdout.flush();
                stderr.write_all(chunk.text.as_bytes())
            }
        };
    }
    let _ = stdout.flush();
}

fn print_diagnostics(diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        let Diagnostic {
            file,
            line,
            column,
            message,
            ..
        } = diagnostic;
        let severity = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        eprintln!("{file}:{line}:{}: {severity}: {message}", column + 1);
    }
}
