//! The page's first engine, small so that the first timeline is soon there: which scenarios it can
//! run exactly as the whole engine would. It must never guess: in doubt a scenario does not fit.

use interleave_python::syntax::{imported_modules, parse};
use interleave_scenario::Scenario;

/// Whether every module that the scenario may import, and all that its words may ask for, is the starter's or a file beside the script.
pub(crate) fn fits(scenario: &Scenario) -> bool {
    let is_known = |name: &String| {
        let beside = |file: &str| file.strip_suffix(".py") == Some(name.as_str());
        interleave_stdlib::STARTER_IMPORTS.contains(&name.as_str())
            || scenario.files.iter().any(|file| beside(&file.name))
    };
    let mut programs = scenario
        .files
        .iter()
        .enumerate()
        .filter(|(number, file)| *number == 0 || file.name.ends_with(".py"));
    programs.all(|(_, file)| {
        if !interleave_stdlib::starter_has_all(&file.text) {
            return false;
        }
        let parsed = parse(&file.name, &file.text, scenario.machine.python.minor());
        // Words for errors are the whole engine's.
        if parsed.has_errors() {
            return false;
        }
        imported_modules(&parsed.module).is_some_and(|modules| modules.iter().all(is_known))
    })
}

#[cfg(test)]
mod tests {
    use super::fits;
    use crate::{FromEngine, Report, Service, ToEngine};
    use interleave_scenario::{Scenario, gallery};

    fn with_source(text: &str) -> Scenario {
        let mut scenario = gallery::all()[0].scenario();
        scenario.files[0].text = text.to_owned();
        scenario
    }

    fn done(mut service: Service, scenario: &Scenario) -> Report {
        let scenario = scenario.clone();
        let mut answers = service.receive(ToEngine::Run { id: 1, scenario });
        loop {
            if let Some(answer) = answers.pop() {
                match answer {
                    FromEngine::Done { report, .. } => return *report,
                    FromEngine::Progress { .. } => {}
                    other => panic!("{other:?}"),
                }
            }
            answers = service.advance().0;
        }
    }

    #[test]
    fn the_first_script_fits_and_every_gallery_script_that_fits_gives_the_same_report() {
        assert!(fits(&gallery::all()[0].scenario()));
        for entry in gallery::all() {
            let scenario = entry.scenario();
            if fits(&scenario) {
                assert!(
                    done(Service::starter(), &scenario) == done(Service::new(), &scenario),
                    "{}",
                    entry.name
                );
            }
        }
    }

    #[test]
    fn all_its_modules_can_be_imported() {
        for module in interleave_stdlib::STARTER_IMPORTS {
            let scenario = with_source(&format!("import {module}\nprint('there')\n"));
            let report = done(Service::starter(), &scenario);
            assert_eq!(report.exit_code, 0, "{module}");
        }
    }

    #[test]
    fn what_needs_more_is_handed_on_unanswered() {
        for source in [
            "import json\n",
            "x = __import__('json')\n",
            "import numpy\n",
            "print(eval('1'))\n",
            "code = compile('1', 'x', 'eval')\n",
        ] {
            let scenario = with_source(source);
            let run = ToEngine::Run {
                id: 1,
                scenario: scenario.clone(),
            };
            let check = ToEngine::Check { id: 2, scenario };
            for message in [run, check] {
                assert_eq!(
                    Service::starter().receive(message),
                    [FromEngine::NeedsWhole]
                );
            }
        }
    }
}
