//! The engine as the page's worker drives it: messages in, messages out.

mod running;

use interleave_engine::{FromEngine, Service, ToEngine, from_bytes, run, to_bytes};
use interleave_scenario::Scenario;
use interleave_trace::Outcome;
use running::scenario;

/// Drives the service until it has nothing to do.
fn drain(service: &mut Service) -> Vec<FromEngine> {
    let mut answers = Vec::new();
    loop {
        let (more, busy) = service.advance();
        answers.extend(more);
        if !busy {
            return answers;
        }
    }
}

#[test]
fn a_run_answers_with_the_report_of_a_whole_run() {
    let scenario =
        scenario("import time\nfor i in range(300_000): pass\ntime.sleep(1)\nprint(i)\n");
    let mut service = Service::new();
    assert_eq!(
        service.receive(ToEngine::Run {
            id: 7,
            scenario: scenario.clone()
        }),
        []
    );
    assert!(service.is_busy());
    let answers = drain(&mut service);
    let Some(FromEngine::Done { id: 7, report, .. }) = answers.last() else {
        panic!("no report: {answers:?}");
    };
    // Cut into slices or in one piece: the same run.
    assert!(**report == run(&scenario).expect("accepted"));
    assert!(!service.is_busy());
}

#[test]
fn stop_ends_a_loop_without_end_and_reports_what_there_is() {
    let mut service = Service::new();
    let scenario = scenario("print('begun')\nwhile True: pass\n");
    service.receive(ToEngine::Run { id: 1, scenario });
    let mut progress = Vec::new();
    for _ in 0..8 {
        let (answers, busy) = service.advance();
        assert!(busy);
        progress.extend(answers);
    }
    assert!(
        matches!(
            progress[0],
            FromEngine::Progress {
                id: 1,
                steps: 1..,
                ..
            }
        ),
        "{progress:?}"
    );
    assert_eq!(
        service.receive(ToEngine::Stop { id: 99 }),
        [],
        "another run's number"
    );
    let answers = service.receive(ToEngine::Stop { id: 1 });
    let [FromEngine::Done { id: 1, report, .. }] = answers.as_slice() else {
        panic!("no report: {answers:?}");
    };
    assert_eq!(report.trace.outcome, Outcome::Stopped);
    assert_eq!(report.trace.output[0].text, "begun\n");
    assert!(!service.is_busy());
}

#[test]
fn a_new_run_stops_the_one_under_way() {
    let mut service = Service::new();
    service.receive(ToEngine::Run {
        id: 1,
        scenario: scenario("while True: pass\n"),
    });
    let answers = service.receive(ToEngine::Run {
        id: 2,
        scenario: scenario("print(2)\n"),
    });
    assert!(
        matches!(answers.as_slice(), [FromEngine::Done { id: 1, .. }]),
        "{answers:?}"
    );
    let answers = drain(&mut service);
    assert!(
        matches!(answers.last(), Some(FromEngine::Done { id: 2, .. })),
        "{answers:?}"
    );
}

#[test]
fn what_can_not_run_is_refused_and_what_is_checked_is_answered() {
    let mut service = Service::new();
    let bad = scenario("if\n");
    let refused = service.receive(ToEngine::Run {
        id: 3,
        scenario: bad.clone(),
    });
    let [FromEngine::Refused { id: 3, diagnostics }] = refused.as_slice() else {
        panic!("not refused: {refused:?}");
    };
    assert!(!service.is_busy());
    let checked = service.receive(ToEngine::Check {
        id: 4,
        scenario: bad,
    });
    assert_eq!(
        checked,
        [FromEngine::Checked {
            id: 4,
            diagnostics: diagnostics.clone()
        }]
    );
}

#[test]
fn every_message_survives_its_bytes() {
    let mut service = Service::new();
    let run = ToEngine::Run {
        id: 5,
        scenario: scenario("print('x')\n"),
    };
    let back: ToEngine = from_bytes(&to_bytes(&run)).expect("a message");
    assert_eq!(back, run);
    service.receive(back);
    for answer in drain(&mut service) {
        let back: FromEngine = from_bytes(&to_bytes(&answer)).expect("a message");
        assert_eq!(back, answer);
    }
    assert!(from_bytes::<ToEngine>(&[255, 1, 2]).is_err());
    assert!(from_bytes::<ToEngine>(&[]).is_err());
}

#[test]
fn a_service_that_has_warmed_up_answers_as_a_fresh_one() {
    let scenario = scenario("print('once')\n");
    let report = |mut service: Service| {
        let scenario = scenario.clone();
        service.receive(ToEngine::Run { id: 1, scenario });
        service.advance().0
    };
    let mut warm = Service::starter();
    warm.warm_up();
    assert!(!warm.is_busy());
    assert!(report(warm) == report(Service::starter()));
}

#[test]
fn what_ran_before_does_not_change_a_run() {
    let run = |service: &mut Service, scenario: &Scenario| {
        let scenario = scenario.clone();
        service.receive(ToEngine::Run { id: 1, scenario });
        drain(service).pop()
    };
    let asyncio = |seconds: &str| {
        scenario(&format!(
            "import asyncio\nasync def main():\n    await asyncio.sleep({seconds})\nasyncio.run(main())\n"
        ))
    };
    let scripts = [
        asyncio("1"),
        asyncio("2.5"),
        scenario("import queue, asyncio\nqueue.Queue(sleeping=3)\n"),
        asyncio("1"),
    ];
    let mut service = Service::new();
    for scenario in &scripts {
        let fresh = run(&mut Service::new(), scenario);
        assert!(fresh.is_some());
        assert!(run(&mut service, scenario) == fresh);
    }
}

#[test]
fn a_look_tells_what_the_variables_held_at_that_instant() {
    let scenario = scenario(
        "import threading, time\n\
         balance = 100\n\
         class Account:\n    def __init__(self): self.owner = 'Ada'\n\
         account = Account()\n\
         def draw(amount):\n    global balance\n    left = balance - amount\n    time.sleep(1)\n    balance = left\n\
         draw(30)\n\
         threading.Thread(target=draw, args=(5,)).start()\n",
    );
    let mut service = Service::new();
    let mut at = |at_ns: u64| {
        let scenario = scenario.clone();
        let look = ToEngine::Look {
            id: 3,
            scenario,
            at_ns,
        };
        assert_eq!(service.receive(look), []);
        match drain(&mut service).pop() {
            Some(FromEngine::Looked {
                id: 3, processes, ..
            }) => processes,
            other => panic!("{other:?}"),
        }
    };
    let shown = |variables: &[interleave_engine::Variable]| -> Vec<String> {
        let lines = variables.iter().map(|v| format!("{}={}", v.name, v.value));
        lines.collect()
    };
    let first = &at(500_000_000)[0];
    assert_eq!(
        shown(&first.globals),
        ["balance=100", "account=Account(owner='Ada')"]
    );
    let frame = &first.threads[0].frames[0];
    assert_eq!(shown(&frame.variables), ["amount=30", "left=70"]);
    assert_eq!((&*frame.function, frame.place.line()), ("draw", 9));
    let second = &at(1_500_000_000)[0];
    assert_eq!(shown(&second.globals)[0], "balance=70");
    assert_eq!(second.threads[0].thread.0, 1);
    assert_eq!(
        shown(&second.threads[0].frames[0].variables),
        ["amount=5", "left=65"]
    );
    assert_eq!(shown(&at(3_000_000_000)[0].globals)[0], "balance=65");
    // The starter hands looks on.
    let look = ToEngine::Look {
        id: 4,
        scenario: scenario.clone(),
        at_ns: 0,
    };
    assert_eq!(Service::starter().receive(look), [FromEngine::NeedsWhole]);
}
