//! One workload in every way: what it takes, which way is recommended, and where that flips.

mod running;

use interleave_engine::ways::{FlipSearch, Reason, Recommendation, recommend};
use interleave_engine::{Ending, Figures, evaluate};
use interleave_scenario::Machine;
use interleave_scenario::ways::{Field, Way, Workload};

fn workload(tasks: u32, cpu_ms: f64, io_ms: f64) -> Workload {
    Workload {
        tasks,
        cpu_ms,
        io_ms,
        payload_bytes: 64,
        workers: 4,
    }
}

fn all(workload: &Workload) -> Vec<(Way, Figures)> {
    let machine = Machine::default();
    // Threads without a GIL take long to simulate: a test of their own has them.
    let ways = Way::ALL.into_iter().filter(|way| *way != Way::FreeThreaded);
    let ran: Vec<(Way, Figures)> = ways
        .map(|way| (way, evaluate(&workload.scenario(way, &machine))))
        .collect();
    for (way, figures) in &ran {
        assert_eq!(figures.ending, Ending::Finished, "{way:?}");
    }
    ran
}

fn best(workload: &Workload) -> Recommendation {
    recommend(workload, &all(workload)).expect("every way finished")
}

fn ms(ran: &[(Way, Figures)], way: Way) -> f64 {
    let (_, figures) = ran.iter().find(|(of, _)| *of == way).expect("it ran");
    figures.makespan_ns as f64 / 1e6
}

#[test]
fn computing_overlaps_in_processes_and_waiting_in_threads() {
    let ran = all(&workload(4, 4.0, 0.0));
    let (in_turn, threads) = (ms(&ran, Way::Sequential), ms(&ran, Way::Threads));
    assert!((16.0..16.5).contains(&in_turn), "{in_turn}");
    // One at a time under the GIL, and what handing it over costs.
    assert!((0.98..1.1).contains(&(threads / in_turn)), "{threads}");
    let processes = ms(&ran, Way::Processes);
    assert!((4.0..14.0).contains(&processes), "{processes}");
    let ran = all(&workload(8, 0.1, 50.0));
    assert!((400.0..406.0).contains(&ms(&ran, Way::Sequential)));
    assert!((100.0..106.0).contains(&ms(&ran, Way::Threads)));
    assert!((50.0..56.0).contains(&ms(&ran, Way::Asyncio)));
}

#[test]
fn without_a_gil_threads_compute_side_by_side() {
    let machine = Machine::default();
    let one = workload(1, 0.5, 0.0).scenario(Way::FreeThreaded, &machine);
    let two = workload(2, 0.5, 0.0).scenario(Way::FreeThreaded, &machine);
    let (one, two) = (evaluate(&one).makespan_ns, evaluate(&two).makespan_ns);
    assert!(two * 10 < one * 13, "{one} ns, then {two} ns");
}

#[test]
fn the_recommendation_is_that_of_the_usual_table() {
    let of = |workload: Workload| {
        let best = best(&workload);
        (best.way, best.reason)
    };
    let computes = of(workload(4, 4.0, 0.0));
    assert_eq!(computes, (Way::Processes, Reason::ComputesUnderGil));
    let waits = of(workload(4, 0.05, 100.0));
    assert_eq!(waits, (Way::Threads, Reason::WaitsOverlap));
    let waits_a_lot = of(workload(40, 0.05, 100.0));
    assert_eq!(waits_a_lot, (Way::Asyncio, Reason::AllWaitAtOnce));
    let small = of(workload(4, 0.2, 0.0));
    assert_eq!(small, (Way::Sequential, Reason::StartUpDominates));
    let alone = of(workload(1, 1.0, 50.0));
    assert_eq!(alone, (Way::Sequential, Reason::TooFewTasks));
}

#[test]
fn nearly_as_quick_and_simpler_is_better() {
    let took = |makespan_ns| Figures {
        makespan_ns,
        ending: Ending::Finished,
        ..Figures::default()
    };
    let waits = workload(4, 0.0, 100.0);
    let ran = [
        (Way::Sequential, took(400)),
        (Way::Threads, took(104)),
        (Way::Asyncio, took(100)),
    ];
    let best = recommend(&waits, &ran).expect("they finished");
    assert_eq!((best.way, best.quicker), (Way::Threads, Some(Way::Asyncio)));
    assert_eq!(
        recommend(&waits, &[(Way::Threads, Figures::default())]),
        None
    );
}

#[test]
fn the_answer_flips_where_computing_pays_for_processes() {
    let base = workload(4, 0.5, 0.0);
    let now = best(&base).way;
    assert_eq!(now, Way::Sequential);
    let mut search = FlipSearch::new(&base, &Machine::default(), Field::CpuMs, now);
    while let Some(scenarios) = search.next() {
        let figures: Vec<Figures> = scenarios.iter().map(evaluate).collect();
        search.tell(&figures);
    }
    let flip = search.found().expect("it flips");
    assert_eq!(flip.field, Field::CpuMs);
    assert_ne!(flip.to, now);
    let there = best(&base.with(Field::CpuMs, flip.at));
    assert_eq!(there.way, flip.to);
    assert!(flip.at > 0.5 && flip.at < 8.0, "{flip:?}");
    let before = best(&base.with(Field::CpuMs, flip.at / 1.15));
    assert_eq!(before.way, now, "{flip:?}");
}

/// What the machine's own CPython prints; `None` where there is none.
fn on_cpython(way: Way, source: &str) -> Option<String> {
    let name = format!("interleave-{}-{}.py", way.name(), std::process::id());
    let path = std::env::temp_dir().join(name);
    std::fs::write(&path, source).expect("a temporary file");
    let output = std::process::Command::new("python3").arg(&path).output();
    std::fs::remove_file(&path).expect("the temporary file");
    let text = String::from_utf8(output.ok()?.stdout);
    Some(text.expect("UTF-8").replace("\r\n", "\n"))
}

#[test]
fn the_scripts_print_in_our_machine_what_they_print_on_cpython() {
    for way in Way::ALL {
        let scenario = workload(3, 1.0, 2.0).scenario(way, &Machine::default());
        let source = &scenario.files[0].text;
        let ours = running::run_source(source).expect("it runs").stdout;
        assert_eq!(ours, "3 tasks, 192 bytes\n", "{way:?}");
        if let Some(theirs) = on_cpython(way, source) {
            assert_eq!(theirs, ours, "{way:?}");
        }
    }
}
