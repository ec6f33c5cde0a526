//! Orders for the conductor of real runs, as the page sends them, and what its answers say: `cargo xtask bench` hands
//! both between this program and a browser. Must not know what a figure is compared with.

use interleave_engine::{ToEngine, from_bytes, run, to_bytes};
use interleave_pool::plan::{
    Act, Item, ItemId, Plan, Program, ProgramId, Shared, SharedId, SharedKind, Step,
};
use interleave_pool::protocol::{FromConductor, Order, ToConductor, Way};
use interleave_pool::rehearse::Terms;
use interleave_scenario::{Scenario, gallery};
use interleave_trace::{LaneId, Place};

/// Rows of the gallery whose real runs are compared with what was predicted.
const SHAPES: [&str; 6] = ["A1.1", "A4.2", "A5.1", "A5.3", "A5.4", "A5.5"];
const SHAPE_SCALE: u32 = 10;
const SHAPE_REPEATS: u32 = 5;

const SWITCH_INTERVAL_NS: u64 = 5_000_000;
/// How long each of two computes, long enough for the start of a worker to weigh little.
const COMPUTE_NS: u64 = 800_000_000;
const SWEPT: &str = "A1.1";
const SWEEP_RUNS: u32 = 200;
/// As many as the panel has each of its engines run before it is asked for anything.
const WARM_RUNS: usize = 60;
const SWEEP_WORKERS: u32 = 2;
const READY: u32 = 4;
const EMPTY_TASKS: u32 = 20_000;
const TASKS_ONE_BY_ONE: u32 = 2_000;

/// A line an order: its name, then the message as hexadecimal digits.
pub fn orders() -> Result<String, String> {
    let two = together(&[&[Act::Compute { ns: COMPUTE_NS }][..]; 2]);
    let mut orders = vec![
        ("calibrate".to_owned(), ToConductor::Calibrate { id: 1 }),
        (
            "ready".to_owned(),
            ToConductor::Staff {
                id: 1,
                workers: READY,
            },
        ),
        (
            "empty".to_owned(),
            perform(empty_tasks(), Way::FreeThreaded),
        ),
        (
            "one_by_one".to_owned(),
            perform(one_by_one(), Way::FreeThreaded),
        ),
        (
            "sequential".to_owned(),
            perform(two.clone(), Way::Sequential),
        ),
        ("gil".to_owned(), perform(two.clone(), Way::Gil)),
        ("processes".to_owned(), perform(two, Way::Processes)),
    ];
    for row in SHAPES {
        orders.push((format!("shape/{row}"), shape(row)?));
    }
    let orders = orders
        .iter()
        .map(|(name, message)| line(name, &to_bytes(message)));
    let sweeps = (0..SWEEP_WORKERS).map(|worker| {
        let sweep = sweep(worker)?;
        Ok(line(&format!("sweep/{worker}"), &to_bytes(&sweep)))
    });
    let sweeps: Result<Vec<String>, String> = sweeps.collect();
    let warm = ToEngine::Evaluate {
        id: 1,
        scenarios: vec![swept()?; WARM_RUNS],
        first: 0,
    };
    let orders = orders.chain([line("warm", &to_bytes(&warm))]);
    Ok(orders.chain(sweeps?).collect::<Vec<String>>().join("\n"))
}

fn line(name: &str, message: &[u8]) -> String {
    let digits: String = message.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{name} {digits}")
}

/// The script that is swept.
fn swept() -> Result<Scenario, String> {
    let entry = gallery::all()
        .iter()
        .find(|entry| entry.article_row == SWEPT);
    let entry = entry.ok_or_else(|| format!("the gallery has no {SWEPT}"))?;
    Ok(entry.scenario())
}

/// One engine's share of a sweep over two parameters of the first script.
fn sweep(worker: u32) -> Result<ToEngine, String> {
    let (workers, seconds) = ("WORKERS = 3 ", "TASK_S = 1.0 ");
    let scenario = swept()?;
    let text = &scenario.files[0].text;
    if !text.contains(workers) || !text.contains(seconds) {
        return Err(format!("{SWEPT} has other parameters"));
    }
    let share = (0..SWEEP_RUNS).filter(|point| point % SWEEP_WORKERS == worker);
    let scenarios = share.map(|point| {
        let mut scenario = scenario.clone();
        scenario.files[0].text = text
            .replace(workers, &format!("WORKERS = {} ", 1 + point % 25))
            .replace(seconds, &format!("TASK_S = {}.5 ", point / 25));
        scenario
    });
    Ok(ToEngine::Evaluate {
        id: 1,
        scenarios: scenarios.collect(),
        first: 0,
    })
}

/// A run of a script of the gallery, to be done for real.
fn shape(row: &str) -> Result<ToConductor, String> {
    let entry = gallery::all().iter().find(|entry| entry.article_row == row);
    let entry = entry.ok_or_else(|| format!("the gallery has no {row}"))?;
    let report = run(&entry.scenario()).map_err(|why| format!("{row}: {why:?}"))?;
    let order = Order {
        trace: report.trace.to_bytes(),
        way: Way::AsWritten,
        scale: SHAPE_SCALE,
        repeats: SHAPE_REPEATS,
        switch_interval_ns: entry.machine.switch_interval_ns,
        has_gil: entry.machine.python.has_gil(),
        cores: entry.machine.cores,
        title: "Measured".to_owned(),
    };
    Ok(ToConductor::Run {
        id: 1,
        order: Box::new(order),
    })
}

fn perform(plan: Plan, way: Way) -> ToConductor {
    let terms = Terms {
        way,
        scale: 1,
        switch_interval_ns: SWITCH_INTERVAL_NS,
        has_gil: true,
    };
    ToConductor::Perform {
        id: 1,
        plan: Box::new(plan),
        terms,
        repeats: 1,
    }
}

fn steps(acts: impl IntoIterator<Item = Act>) -> Vec<Step> {
    let place = Place::NONE;
    acts.into_iter().map(|act| Step { act, place }).collect()
}

fn program(name: String, steps: Vec<Step>) -> Program {
    Program {
        name,
        lane: LaneId(0),
        process: 0,
        turns_on: None,
        done: None,
        steps,
    }
}

fn shared(kind: SharedKind) -> Shared {
    Shared {
        kind,
        name: String::new(),
        label: String::new(),
    }
}

fn channel(items: u32) -> Shared {
    shared(SharedKind::Channel {
        capacity: None,
        items,
        takes: items,
    })
}

/// Main starts a program of each of these and waits for them.
fn together(programs: &[&[Act]]) -> Plan {
    let count = programs.len() as u32;
    let starts = (1..=count).map(|number| Act::Start(ProgramId(number)));
    let waits = (0..count).map(|number| Act::Await(SharedId(number)));
    let main = program("main".to_owned(), steps(starts.chain(waits)));
    let others = programs.iter().zip(0..).map(|(acts, number)| Program {
        done: Some(SharedId(number)),
        ..program(format!("worker {number}"), steps(acts.iter().copied()))
    });
    Plan {
        programs: [main].into_iter().chain(others).collect(),
        shared: (0..count).map(|_| shared(SharedKind::Latch)).collect(),
        items: Vec::new(),
        processes: 1,
    }
}

/// Two workers do tasks that do nothing, as fast as main puts them.
fn empty_tasks() -> Plan {
    let serve = [Act::Serve(SharedId(2))];
    let mut plan = together(&[&serve[..]; 2]);
    plan.shared.push(channel(EMPTY_TASKS));
    plan.items = vec![Item::default(); EMPTY_TASKS as usize];
    let puts = (0..EMPTY_TASKS).map(|item| Act::Put(SharedId(2), ItemId(item)));
    let main = &mut plan.programs[0].steps;
    let waits = main.split_off(2);
    main.extend(steps(puts));
    main.extend(waits);
    plan
}

/// One worker does tasks that do nothing but answer; main puts the next one when the answer is there.
fn one_by_one() -> Plan {
    let (tasks, answers) = (SharedId(1), SharedId(2));
    let serve = [Act::Serve(tasks)];
    let mut plan = together(&[&serve[..]]);
    plan.shared.push(channel(TASKS_ONE_BY_ONE));
    plan.shared.push(channel(TASKS_ONE_BY_ONE));
    let count = TASKS_ONE_BY_ONE;
    let answering = |task| Item {
        steps: steps([Act::Put(answers, ItemId(count + task))]),
        ..Item::default()
    };
    plan.items = (0..count).map(answering).collect();
    plan.items.resize(2 * count as usize, Item::default());
    let main = &mut plan.programs[0].steps;
    let waits = main.split_off(1);
    let asks = (0..count).flat_map(|task| [Act::Put(tasks, ItemId(task)), Act::Take(answers)]);
    main.extend(steps(asks));
    main.extend(waits);
    plan
}

/// What an answer says, a line a figure; `line` is the order's name and the message as digits.
pub fn told(line: &str) -> Result<String, String> {
    let (name, digits) = line.split_once(' ').ok_or("an answer has a name")?;
    let digit = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..digits.len()).step_by(2).map(digit).collect();
    let bytes = bytes.ok_or_else(|| format!("{name}: no digits"))?;
    let message = from_bytes(&bytes).map_err(|why| format!("{name}: {why}"))?;
    let ms = |ns: u64| (ns as f64 / 1e6).to_string();
    let all = |values: Vec<u64>| values.into_iter().map(ms).collect::<Vec<_>>().join(" ");
    Ok(match message {
        FromConductor::Calibrated { profile, .. } => format!(
            "measured profile/cores {}\nmeasured profile/hand_off_us {}\nmeasured profile/ask_us {}\n\
             measured profile/process_start_ms {}\nprofile {profile:?}",
            profile.cores,
            profile.gil_handoff_ns as f64 / 1e3,
            profile.ask_ns as f64 / 1e3,
            ms(profile.process_start_ns),
        ),
        FromConductor::Staffed { took_ns, .. } => {
            format!("measured {name}/staffed_ms {}", ms(took_ns))
        }
        FromConductor::Performed { runs, .. } => {
            let makespans = runs.iter().map(|run| run.makespan_ns).collect();
            let starts = runs.iter().map(|run| run.start_up_ns).collect();
            format!(
                "measured {name}/makespan_ms {}\nmeasured {name}/start_up_ms {}",
                all(makespans),
                all(starts)
            )
        }
        FromConductor::Measured { result, .. } => format!(
            "measured {name}/makespan_ms {}\nmeasured {name}/predicted_ms {}\nmeasured {name}/cores {}\n\
             gaps {name} {:?}",
            all(result.makespans_ns),
            ms(result.predicted_ns),
            result.profile.cores,
            result.gaps,
        ),
        FromConductor::Refused { why, .. } => format!("refused {name} {why:?}"),
        FromConductor::Dropped { why, .. } => format!("refused {name} {why:?}"),
        other => format!("refused {name} {other:?}"),
    })
}
