//! A run in figures: the parts of the critical path are the makespan, and the figures say what the script did.

mod running;

use interleave_engine::{
    Ending, Figures, FromEngine, Service, ToEngine, Unit, evaluate, from_bytes, run, to_bytes,
};
use interleave_scenario::ways::{Way, Workload};
use interleave_scenario::{Machine, PythonVersion, gallery, param};
use running::scenario;

fn entry(name: &str, settings: &[&str]) -> Figures {
    let mut scenario = gallery::by_name(name).expect("an entry").scenario();
    for setting in settings {
        scenario.files[0].text = param::set(&scenario.files[0].text, setting).expect("a setting");
    }
    evaluate(&scenario)
}

fn near(value: u64, expected: u64, percent: u64) -> bool {
    value.abs_diff(expected) * 100 <= expected * percent
}

#[test]
fn the_parts_are_the_makespan_of_every_entry_of_the_gallery() {
    for entry in gallery::all() {
        let trace = run(&entry.scenario()).expect("accepted").trace;
        let figures = interleave_engine::evaluate::figures(&trace, &entry.machine);
        assert_eq!(figures.makespan_ns, trace.end_ns, "{}", entry.name);
        let parts = figures.start_up_ns + figures.cpu_ns + figures.waiting_ns + figures.overhead_ns;
        assert_eq!(parts, figures.makespan_ns, "{}: {figures:?}", entry.name);
        assert!(figures.gil_wait_ns <= figures.overhead_ns, "{}", entry.name);
        assert!(figures.efficiency <= 1.0, "{}", entry.name);
    }
}

#[test]
fn what_is_handed_to_a_pool_is_counted_from_the_hand_in_to_the_result() {
    let figures = entry("thread-pool", &[]);
    assert_eq!((figures.unit, figures.items), (Unit::Submitted, 30));
    assert!((figures.throughput_per_s - 3.0).abs() < 0.01);
    // Three at a time, a second each: the 15th is done after 5 s, the 27th after 9, the last after 10.
    let latency = figures.latency.expect("items");
    let seconds =
        [latency.p50_ns, latency.p90_ns, latency.p99_ns].map(|ns| (ns as f64 / 1e9).round() as u64);
    assert_eq!(seconds, [5, 9, 10]);
    assert!(near(figures.waiting_ns, 10_000_000_000, 1));
    let chunked = entry("swap-the-executor", &["CHUNK=4", "NUMBERS=8", "TURNS=1000"]);
    assert_eq!((chunked.unit, chunked.items), (Unit::Submitted, 16));
    let mapped = entry("ten-processes", &[]);
    assert_eq!((mapped.unit, mapped.items), (Unit::Submitted, 10));
}

#[test]
fn what_passes_through_a_queue_is_counted_until_its_taker_is_done_with_it() {
    let figures = evaluate(&scenario(
        "import queue, threading, time\n\
         q = queue.Queue()\n\
         def work():\n\
         \x20   while (item := q.get()) is not None:\n\
         \x20       time.sleep(0.1)\n\
         worker = threading.Thread(target=work)\n\
         worker.start()\n\
         for n in range(4):\n\
         \x20   q.put(n)\n\
         q.put(None)\n\
         worker.join()\n",
    ));
    assert_eq!((figures.unit, figures.items), (Unit::Passed, 5));
    let latency = figures.latency.expect("items");
    assert!(near(latency.p50_ns, 300_000_000, 2), "{latency:?}");
    assert!(near(latency.p99_ns, 400_000_000, 2), "{latency:?}");
}

#[test]
fn tasks_and_threads_are_counted_where_nothing_else_is() {
    let tasks = entry("ten-sleepers", &[]);
    assert_eq!(tasks.unit, Unit::Tasks);
    // The sleepers, main() and the two with which asyncio.run ends.
    assert_eq!(tasks.items, 13);
    let threads = entry("two-styles", &[]);
    assert_eq!((threads.unit, threads.items), (Unit::Threads, 2));
    assert_eq!(
        evaluate(&scenario("x = 1\n")).unit,
        Unit::Nothing,
        "a script alone"
    );
}

#[test]
fn how_a_run_ended_is_told() {
    let ending = |source: &str| evaluate(&scenario(source)).ending;
    assert_eq!(ending("x = 1\n"), Ending::Finished);
    assert_eq!(ending("raise ValueError\n"), Ending::Failed);
    assert_eq!(ending("x = = 1\n"), Ending::Refused);
    assert_eq!(
        ending("import threading\nthreading.Event().wait()\n"),
        Ending::Stuck
    );
    assert_eq!(ending("while True: pass\n"), Ending::Budget);
}

#[test]
fn the_scripts_loop_takes_the_stated_time_on_every_python() {
    let workload = Workload {
        tasks: 1,
        cpu_ms: 1.0,
        io_ms: 0.0,
        payload_bytes: 0,
        workers: 1,
    };
    for python in PythonVersion::ALL {
        let machine = Machine {
            python,
            ..Machine::default()
        };
        for way in Way::ALL {
            if way == Way::FreeThreaded {
                // It gets the same turns, not the same time.
                continue;
            }
            let none = workload.with(interleave_scenario::ways::Field::CpuMs, 0.0);
            let with = evaluate(&workload.scenario(way, &machine));
            let without = evaluate(&none.scenario(way, &machine));
            assert_eq!(with.ending, Ending::Finished, "{way:?} {python:?}");
            let work_ns = with.total_cpu_ns - without.total_cpu_ns;
            assert!(
                near(work_ns, 1_000_000, 2),
                "{way:?} on {}: {work_ns} ns",
                python.name()
            );
        }
    }
}

#[test]
fn an_evaluation_answers_one_by_one_and_stops_when_told() {
    let many = || {
        let scenarios = ["print(1)\n", "x = = 1\n", "import time\ntime.sleep(1)\n"];
        scenarios.map(scenario).to_vec()
    };
    let evaluate_all = |id, scenarios| ToEngine::Evaluate {
        id,
        scenarios,
        first: 4,
    };
    let mut service = Service::new();
    let message = to_bytes(&evaluate_all(9, many()));
    let message = from_bytes(&message).expect("a message");
    assert_eq!(service.receive(message), []);
    let mut heard = Vec::new();
    while service.is_busy() {
        for answer in service.advance().0 {
            let FromEngine::Evaluated {
                id: 9,
                index,
                figures,
            } = answer
            else {
                panic!("{answer:?}");
            };
            heard.push((index, *figures));
        }
    }
    let expected: Vec<(u32, Figures)> = (4..).zip(many().iter().map(evaluate)).collect();
    assert_eq!(heard, expected);

    let endless = vec![scenario("while True: pass\n"); 3];
    service.receive(evaluate_all(1, endless));
    assert_eq!(service.advance(), (Vec::new(), true));
    assert_eq!(service.receive(ToEngine::Stop { id: 1 }), []);
    assert!(!service.is_busy());
    let handed_on = Service::starter().receive(evaluate_all(2, many()));
    assert_eq!(handed_on, [FromEngine::NeedsWhole]);
}

#[test]
fn a_run_whose_library_an_earlier_one_compiled_is_the_same_run() {
    let scenarios: Vec<_> = gallery::all()
        .iter()
        .map(|entry| entry.scenario())
        .collect();
    let mut service = Service::new();
    service.receive(ToEngine::Evaluate {
        id: 1,
        scenarios: scenarios.clone(),
        first: 0,
    });
    let mut told = Vec::new();
    loop {
        let (answers, is_busy) = service.advance();
        for answer in answers {
            if let FromEngine::Evaluated { index, figures, .. } = answer {
                told.push((index as usize, *figures));
            }
        }
        if !is_busy {
            break;
        }
    }
    assert_eq!(told.len(), scenarios.len());
    for (index, figures) in told {
        let alone = evaluate(&scenarios[index]);
        assert_eq!(figures, alone, "{:?}", scenarios[index].gallery);
    }
}
