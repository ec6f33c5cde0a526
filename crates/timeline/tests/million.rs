//! A million slices in twenty lanes: what a frame paints is bounded by the pixels at every zoom.

use interleave_timeline::{RowPlan, Scene, Viewport};
use interleave_trace::{
    Lane, LaneId, LaneKind, Outcome, Place, ProcessId, Recorder, State, ThreadId, Trace,
};

const LANES: u32 = 20;
const SLICES_PER_LANE: u64 = 50_000;
const PLAN: RowPlan = RowPlan {
    thread_px: 20,
    resource_px: 12,
    gap_px: 4,
    cores: false,
};

fn trace() -> Trace {
    let mut recorder = Recorder::new(1);
    let mut end_ns = 0;
    for thread in 0..LANES {
        let lane = recorder.add_lane(Lane {
            kind: LaneKind::Thread(ThreadId(thread)),
            process: ProcessId(0),
            name: format!("Thread-{thread}"),
            parent: None,
            daemon: false,
            start_ns: 0,
            end_ns: None,
        });
        let mut at_ns = 0;
        for number in 0..SLICES_PER_LANE {
            let state = State::ALL[((number + u64::from(thread)) % 6) as usize];
            recorder.enter(
                lane,
                at_ns,
                state,
                Place::new(0, number as u32 % 90),
                None,
                None,
            );
            at_ns += 50_000 + (number * 7919 + u64::from(thread) * 104_729) % 300_000;
        }
        end_ns = end_ns.max(at_ns);
    }
    recorder.finish(Outcome::Finished { exit_code: 0 }, end_ns, 0, 0)
}

/// Zooms from everything to single slices and gives the spans of every frame.
fn frames(trace: &Trace, scene: &Scene, width_px: u32) -> Vec<usize> {
    let mut view = Viewport::fit(trace.end_ns, width_px);
    let mut counts = Vec::new();
    for _ in 0..24 {
        let lanes = (0..LANES).map(|lane| scene.spans(trace, LaneId(lane), view).count());
        counts.push(lanes.sum());
        view = view.zoom(width_px / 3, 1, 2, trace.end_ns);
    }
    counts
}

#[test]
fn a_frame_of_a_million_slices_is_bounded_by_its_pixels() {
    let trace = trace();
    let slices: usize = trace.slices.iter().map(|slices| slices.len()).sum();
    assert_eq!(slices as u64, u64::from(LANES) * SLICES_PER_LANE);
    let scene = Scene::new(&trace, PLAN);
    for count in frames(&trace, &scene, 1200) {
        assert!(
            count > 0 && count <= (1200 * LANES) as usize,
            "{count} spans"
        );
    }
}

/// Prints the time of a frame: `cargo test --release -p interleave-timeline -- --ignored --nocapture`.
#[test]
#[ignore = "measures time"]
#[allow(clippy::disallowed_methods)]
fn how_long_a_frame_takes() {
    let trace = trace();
    let start = std::time::Instant::now();
    let scene = Scene::new(&trace, PLAN);
    println!("scene: {:?}", start.elapsed());
    let start = std::time::Instant::now();
    let counts = frames(&trace, &scene, 1200);
    let frame = start.elapsed() / counts.len() as u32;
    println!("frame: {frame:?}, spans {counts:?}");
    assert!(frame.as_millis() < 16, "a frame takes {frame:?}");
}
