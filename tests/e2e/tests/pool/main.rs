//! Real runs in a real browser: what holds whatever the machine's speed. The conductor and its
//! workers are driven from a bare page, without the app.
#![allow(
    clippy::disallowed_methods,
    reason = "the engine reads no clock; tests of the page measure real time"
)]

mod plans;
mod talk;

use e2e::{Visitor, origin, visit};
use interleave_pool::plan::Plan;
use interleave_pool::protocol::{FromConductor, Measured, ToConductor, Way};
use interleave_pool::rehearse::Terms;
use plans::MS;

fn terms(way: Way) -> Terms {
    Terms {
        way,
        scale: 1,
        switch_interval_ns: MS,
        has_gil: true,
    }
}

/// Orders the plan and gives what came of it.
async fn order(visitor: &Visitor, plan: &Plan, terms: Terms, repeats: u32) -> FromConductor {
    let perform = ToConductor::Perform {
        id: 7,
        plan: Box::new(plan.clone()),
        terms,
        repeats,
    };
    talk::say(visitor, &perform).await;
    talk::outcome(visitor).await
}

/// The same, which must come to its end.
async fn run(visitor: &Visitor, plan: &Plan, terms: Terms, repeats: u32) -> Vec<Measured> {
    match order(visitor, plan, terms, repeats).await {
        FromConductor::Performed { id: 7, runs } => {
            assert_eq!(runs.len(), repeats as usize);
            runs
        }
        other => panic!("{:?}: {other:?}", terms.way),
    }
}

#[test]
fn every_way_gives_a_whole_trace() {
    visit("pool-ways", |visitor| async move {
        talk::open(&visitor, origin()).await;
        let plans = [
            ("locked", plans::locked(3, 4)),
            ("unbounded", plans::served(3, 30, None, 1_000, false)),
            ("bounded", plans::served(2, 30, Some(3), 70_000, true)),
            ("mixed", plans::mixed()),
        ];
        for (name, plan) in &plans {
            for way in Way::ALL {
                for measured in run(&visitor, plan, terms(way), 2).await {
                    println!("{name} {way:?}: {} ms", measured.makespan_ns / MS);
                    assert!(measured.makespan_ns > 0, "{name} {way:?}");
                    assert_eq!(measured.gil_faults, 0, "{name} {way:?}");
                    assert_eq!(measured.cut, 0, "{name} {way:?}");
                }
            }
        }
    });
}
