//! Rehearsals of the gallery's runs: on a machine that costs nothing a plan takes about as long as the
//! trace that it was taken from, and in every way it comes to its end and is whole.

use interleave_engine::run;
use interleave_pool::compare::validate;
use interleave_pool::plan::{Plan, take};
use interleave_pool::profile::Profile;
use interleave_pool::protocol::Way;
use interleave_pool::rehearse::{Rehearsal, Terms, rehearse};
use interleave_scenario::{Scenario, gallery};
use interleave_trace::Trace;

fn rehearsed(scenario: &Scenario, plan: &Plan, way: Way) -> Result<Rehearsal, String> {
    let has_gil = scenario.machine.python.has_gil();
    let terms = Terms {
        way,
        scale: 1,
        switch_interval_ns: scenario.machine.switch_interval_ns,
        has_gil,
    };
    let machine = Profile::ideal(scenario.machine.cores);
    let rehearsal = rehearse(plan, &terms, &machine).map_err(|why| format!("{why:?}"))?;
    validate(plan, &rehearsal.run, way, has_gil, 0)?;
    Ok(rehearsal)
}

/// What is wrong with how long the rehearsal as written takes. What start-up and wakes cost in the
/// trace costs nothing here: a run that waits takes as long, one that mostly computes a little less.
fn off(trace: &Trace, plan: &Plan, makespan_ns: u64) -> Option<String> {
    let [compute_ns, ..] = plan.work_ns();
    let least = match compute_ns < trace.end_ns / 10 {
        true => 0.99,
        false => 0.85,
    };
    let ratio = makespan_ns as f64 / trace.end_ns as f64;
    (!(least..1.01).contains(&ratio)).then(|| format!("{ratio:.3} of the trace's makespan"))
}

#[test]
fn plans_of_the_gallery_take_as_long_as_their_traces_and_are_whole_in_every_way() {
    let mut complaints = Vec::new();
    let mut plans = 0;
    for entry in gallery::all() {
        let scenario = entry.scenario();
        let trace = run(&scenario).expect("the gallery runs").trace;
        let Ok(plan) = take(&trace) else {
            continue;
        };
        plans += 1;
        for way in Way::ALL {
            let wrong = match rehearsed(&scenario, &plan, way) {
                Err(wrong) => Some(wrong),
                Ok(rehearsal) if way == Way::AsWritten => off(&trace, &plan, rehearsal.makespan_ns),
                Ok(_) => None,
            };
            complaints.extend(wrong.map(|wrong| format!("{} {way:?}: {wrong}", entry.name)));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    assert!(plans > 30, "{plans} plans");
}
