//! The starter answers what it answers at all as the whole engine does: shown on the corpus.

mod running;

use interleave_engine::{FromEngine, Service, ToEngine};
use interleave_scenario::Scenario;
use running::{corpus_programs, files_of, scenario};

fn answer(mut service: Service, scenario: &Scenario) -> FromEngine {
    let scenario = scenario.clone();
    let mut answers = service.receive(ToEngine::Run { id: 1, scenario });
    loop {
        answers.retain(|answer| !matches!(answer, FromEngine::Progress { .. }));
        if let Some(answer) = answers.pop() {
            return answer;
        }
        answers = service.advance().0;
    }
}

#[test]
fn a_program_that_fits_gives_the_same_report() {
    let mut fitting = 0;
    for program in corpus_programs() {
        let mut scenario = scenario("");
        scenario.files = files_of(&program).expect("the program can be read");
        let starter = answer(Service::starter(), &scenario);
        if starter != FromEngine::NeedsWhole {
            fitting += 1;
            let whole = answer(Service::new(), &scenario);
            assert!(starter == whole, "{}", program.display());
        }
    }
    assert!(fitting > 100, "only {fitting} programs fit");
}
