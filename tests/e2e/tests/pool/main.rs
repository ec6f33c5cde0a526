//! Real runs in a real browser: what holds whatever the machine's speed. The conductor and its
//! workers are driven from a bare page, without the app.
#![allow(
    clippy::disallowed_methods,
    reason = "the engine reads no clock; tests of the page measure real time"
)]

mod plans;
mod talk;

use e2e::{ReplacedFile, Visitor, origin, plain_origin, visit};
use interleave_pool::compare::validate;
use interleave_pool::plan::{CannotRun, Plan};
use interleave_pool::protocol::{Dropped, FromConductor, Measured, ToConductor, Way};
use interleave_pool::rehearse::Terms;
use plans::MS;

/// Workers' clocks differ by no more, their steps of 5 us included; without isolation by far more.
const TOLERANCE_NS: u64 = 300_000;

fn terms(way: Way) -> Terms {
    Terms {
        way,
        scale: 1,
        switch_interval_ns: MS,
        has_gil: true,
    }
}

fn perform(plan: &Plan, terms: Terms, repeats: u32) -> ToConductor {
    ToConductor::Perform {
        id: 7,
        plan: Box::new(plan.clone()),
        terms,
        repeats,
    }
}

/// Runs the plan, which must come to its end.
async fn run(visitor: &Visitor, plan: &Plan, terms: Terms, repeats: u32) -> Vec<Measured> {
    talk::say(visitor, &perform(plan, terms, repeats)).await;
    match talk::outcome(visitor).await {
        FromConductor::Performed { id: 7, runs } => {
            assert_eq!(runs.len(), repeats as usize);
            runs
        }
        other => panic!("{:?}: {other:?}", terms.way),
    }
}

/// Runs the plan in every one of these ways and judges each run.
async fn run_whole(visitor: &Visitor, name: &str, plan: &Plan, ways: &[Way]) {
    for way in ways {
        for measured in run(visitor, plan, terms(*way), 3).await {
            let whole = validate(plan, &measured, *way, true, TOLERANCE_NS);
            assert_eq!(whole, Ok(()), "{name}, {way:?}");
            assert_eq!(measured.gil_faults, 0, "{name}, {way:?}");
            assert_eq!(measured.cut, 0, "{name}, {way:?}");
        }
    }
}

#[test]
fn every_way_gives_a_whole_trace() {
    visit("pool-ways", |visitor| async move {
        talk::open(&visitor, origin()).await;
        let tested = [
            ("locked", plans::locked(3, 4)),
            ("unbounded", plans::served(3, 30, None, 1_000, false)),
            ("bounded", plans::served(2, 30, Some(3), 70_000, true)),
            ("mixed", plans::mixed()),
            ("computing", plans::two_that_compute(8 * MS)),
        ];
        for (name, plan) in &tested {
            run_whole(&visitor, name, plan, &Way::ALL).await;
        }
    });
}

#[test]
fn channels_lose_and_double_nothing_under_load() {
    visit("pool-channels", |visitor| async move {
        talk::open(&visitor, origin()).await;
        for capacity in [None, Some(1), Some(16)] {
            let plan = plans::served(4, 3_000, capacity, 0, false);
            let name = format!("{capacity:?}");
            run_whole(&visitor, &name, &plan, &[Way::FreeThreaded, Way::Gil]).await;
        }
    });
}

#[test]
fn two_that_compute_pass_the_gil_and_never_hold_it_together() {
    visit("pool-gil", |visitor| async move {
        talk::open(&visitor, origin()).await;
        let plan = plans::two_that_compute(20 * MS);
        for measured in run(&visitor, &plan, terms(Way::Gil), 3).await {
            let whole = validate(&plan, &measured, Way::Gil, true, TOLERANCE_NS);
            assert_eq!(whole, Ok(()));
            assert_eq!(measured.gil_faults, 0);
            // 160 ms of work at a switch interval of 1 ms.
            let turns = measured.stretches.len();
            assert!(turns > 20, "it passes from one to the other: {turns}");
        }
    });
}

#[test]
fn what_is_left_waiting_for_ever_does_not_hold_up_a_run() {
    visit("pool-left", |visitor| async move {
        talk::open(&visitor, origin()).await;
        let plan = plans::with_a_server_left_behind();
        for way in Way::ALL {
            for measured in run(&visitor, &plan, terms(way), 2).await {
                assert_eq!(measured.ended_ns[1], u64::MAX, "{way:?}");
                assert_eq!(measured.makespan_ns, measured.ended_ns[0], "{way:?}");
            }
        }
    });
}

#[test]
fn without_isolation_it_runs_what_it_can_and_says_what_it_lacks() {
    visit("pool-plain", |visitor| async move {
        talk::open(&visitor, plain_origin()).await;
        let ready = talk::hear(&visitor).await;
        assert_eq!(ready, FromConductor::Ready { isolated: false });
        let plan = plans::served(2, 12, Some(3), 20_000, true);
        for way in [Way::Gil, Way::FreeThreaded] {
            talk::say(&visitor, &perform(&plan, terms(way), 1)).await;
            let refused = FromConductor::Refused {
                id: 7,
                why: CannotRun::NeedsIsolation,
            };
            assert_eq!(talk::outcome(&visitor).await, refused, "{way:?}");
        }
        for way in [Way::Processes, Way::EventLoop, Way::Sequential] {
            let measured = run(&visitor, &plan, terms(way), 1).await.remove(0);
            let whole = validate(&plan, &measured, way, true, 10 * TOLERANCE_NS);
            assert_eq!(whole, Ok(()), "{way:?}");
        }
    });
}

/// A loader whose second worker dies in the middle of its work: `death` is what it does after having looked at the clock
/// often enough to be at work. It takes `lock_ms` until others can see that a worker lives.
fn mortal(looks: u32, lock_ms: u32, death: &str) -> String {
    format!(
        "importScripts('pool_worker.js');
        if (location.search === '?worker') {{
          if (self.name.endsWith('-{VICTIM}')) {{
            const now = performance.now.bind(performance);
            let looks = 0;
            performance.now = () => {{ if (++looks === {looks}) {{ {death} }} return now(); }};
          }}
          self.is_seen = new Promise(settle => {{
            setTimeout(() => {{
              navigator.locks.request(self.name, () => (settle(true), new Promise(() => {{}})));
            }}, {lock_ms});
          }});
          self.onmessage = ({{ data }}) => {{
            self.onmessage = null;
            wasm_bindgen.initSync({{ module: data }});
          }};
        }} else {{
          const early = [];
          self.onmessage = event => early.push(event);
          wasm_bindgen({{ module_or_path: 'pool_worker_bg.wasm' }})
            .then(() => early.forEach(event => self.onmessage(event)));
        }}"
    )
}

/// The first of the workers that are never used again, but kept: the conductor's second.
const VICTIM: u32 = 2;
/// The calibration looks at its clock less often, a run does sooner.
const LOOKS: u32 = 3_000;
/// In the middle of the calibration.
const LOOKS_EARLY: u32 = 10;
/// A worker listens long before.
const SLOW_LOCK_MS: u32 = 400;

#[test]
fn a_worker_that_dies_is_replaced_and_the_run_says_so() {
    let unheard =
        "self.onerror = () => true; self.close(); throw new Error('nobody hears of this');";
    let deaths = [
        (
            "pool-throws",
            (LOOKS, 0),
            "throw new Error('killed by the test');",
        ),
        ("pool-dies", (LOOKS, 0), unheard),
        ("pool-dies-early", (LOOKS_EARLY, SLOW_LOCK_MS), unheard),
    ];
    for (name, (looks, lock_ms), death) in deaths {
        visit(name, move |visitor| async move {
            let loader = mortal(looks, lock_ms, death);
            let _loader = ReplacedFile::new("pool_worker_loader.js", loader);
            talk::open(&visitor, origin()).await;
            let plan = plans::served(3, 6_000, Some(4), 0, false);
            let runs = run(&visitor, &plan, terms(Way::FreeThreaded), 2).await;
            let replaced: u32 = runs.iter().map(|measured| measured.replaced).sum();
            assert_eq!(replaced, 1, "{name}");
            for measured in runs {
                let whole = validate(&plan, &measured, Way::FreeThreaded, true, TOLERANCE_NS);
                assert_eq!(whole, Ok(()), "{name}");
            }
        });
    }
}

#[test]
fn a_run_that_hangs_is_thrown_away_and_the_others_stand() {
    visit("pool-hangs", |visitor| async move {
        let loader = mortal(LOOKS, 0, "for (;;);");
        let _loader = ReplacedFile::new("pool_worker_loader.js", loader);
        talk::open(&visitor, origin()).await;
        let plan = plans::served(3, 6_000, Some(4), 0, false);
        let order = perform(&plan, terms(Way::FreeThreaded), 3);
        talk::say(&visitor, &order).await;
        let FromConductor::Performed { id: 7, runs } = talk::outcome(&visitor).await else {
            panic!("two of the runs come to their end");
        };
        assert_eq!(runs.len(), 2);
        for measured in runs {
            let whole = validate(&plan, &measured, Way::FreeThreaded, true, TOLERANCE_NS);
            assert_eq!(whole, Ok(()));
        }
    });
}

/// What takes a minute and is stopped long before.
fn a_minute() -> Plan {
    plans::two_that_compute(7_500 * MS)
}

/// Waits until workers perform.
async fn wait_until_at_work(visitor: &Visitor, workers: u64) {
    for _ in 0..500 {
        if talk::living(visitor).await >= workers {
            // They live; now they compute.
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("no workers were started");
}

#[test]
fn stop_and_a_closed_page_leave_no_worker_behind() {
    visit("pool-stop", |visitor| async move {
        talk::open(&visitor, origin()).await;
        for way in [Way::Gil, Way::Processes, Way::EventLoop] {
            let workers = if way == Way::EventLoop { 1 } else { 3 };
            talk::say(&visitor, &perform(&a_minute(), terms(way), 1)).await;
            wait_until_at_work(&visitor, workers).await;
            talk::say(&visitor, &ToConductor::Stop { id: 7 }).await;
            let dropped = FromConductor::Dropped {
                id: 7,
                why: Dropped::Stopped,
            };
            assert_eq!(talk::outcome(&visitor).await, dropped, "{way:?}");
            talk::wait_until_none_lives(&visitor).await;
        }
        talk::say(&visitor, &perform(&a_minute(), terms(Way::Gil), 1)).await;
        wait_until_at_work(&visitor, 3).await;
        // The next page of the same origin sees whoever outlives this one.
        visitor.go_bare(&format!("{}/another-page", origin())).await;
        talk::wait_until_none_lives(&visitor).await;
    });
}

#[test]
fn what_ran_while_the_page_was_hidden_is_discarded() {
    visit("pool-hidden", |visitor| async move {
        talk::open(&visitor, origin()).await;
        talk::say(&visitor, &perform(&a_minute(), terms(Way::Gil), 1)).await;
        wait_until_at_work(&visitor, 3).await;
        talk::say(&visitor, &ToConductor::Visible(false)).await;
        let dropped = FromConductor::Dropped {
            id: 7,
            why: Dropped::Hidden,
        };
        assert_eq!(talk::outcome(&visitor).await, dropped);
        talk::wait_until_none_lives(&visitor).await;
        let plan = plans::locked(2, 1);
        talk::say(&visitor, &perform(&plan, terms(Way::Gil), 1)).await;
        assert_eq!(talk::outcome(&visitor).await, dropped, "still hidden");
        talk::say(&visitor, &ToConductor::Visible(true)).await;
        run_whole(&visitor, "shown again", &plan, &[Way::Gil]).await;
    });
}

#[test]
fn workers_are_used_again_and_new_ones_only_come_where_more_are_needed() {
    visit("pool-reuse", |visitor| async move {
        talk::open(&visitor, origin()).await;
        // One more than the browser is measured with.
        let locked = plans::locked(4, 1);
        let first = run(&visitor, &locked, terms(Way::FreeThreaded), 4).await;
        assert!(first[0].start_up_ns > 0);
        assert_eq!(talk::living(&visitor).await, 5);
        run_whole(&visitor, "again", &plans::locked(2, 1), &[Way::Gil]).await;
        assert_eq!(talk::living(&visitor).await, 5);
        // Processes are new each time and gone afterwards.
        run_whole(&visitor, "apart", &locked, &[Way::Processes]).await;
        assert_eq!(talk::living(&visitor).await, 5);
    });
}

#[test]
fn the_browser_is_measured_and_every_figure_is_there() {
    visit("pool-profile", |visitor| async move {
        for (page, is_isolated) in [(origin(), true), (plain_origin(), false)] {
            talk::open(&visitor, page).await;
            talk::say(&visitor, &ToConductor::Calibrate { id: 3 }).await;
            let FromConductor::Calibrated { id: 3, profile } = talk::outcome(&visitor).await else {
                panic!("it is measured");
            };
            eprintln!("{profile:?}");
            assert_eq!(profile.isolated, is_isolated);
            assert!(profile.rounds_per_ns > 0.0 && profile.cores >= 1.0);
            assert!(profile.process_start_ns > profile.message_ns);
            assert!(profile.message_ns > 0);
            let needs_memory = [profile.wake_ns, profile.gil_handoff_ns];
            assert_eq!(needs_memory.map(|ns| ns > 0), [is_isolated; 2]);
        }
    });
}
