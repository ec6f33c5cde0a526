//! What holds of every trace that a recorder builds, and of every question that it is asked.

use interleave_trace::{
    Lane, LaneId, LaneKind, Outcome, Place, ProcessId, Recorder, Slice, Slices, State, Stream,
    ThreadId, Trace,
};
use proptest::prelude::*;

fn thread_lane(number: u32) -> Lane {
    Lane {
        kind: LaneKind::Thread(ThreadId(number)),
        process: ProcessId(0),
        name: format!("thread {number}"),
        parent: None,
        daemon: false,
        start_ns: 0,
        end_ns: None,
    }
}

/// One thing that happens on a lane, some time after the last.
#[derive(Clone, Debug)]
enum Happening {
    Enter(State, u32),
    Leave,
    Mark(u32),
    Print(String),
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        5 => (prop::sample::select(State::ALL.to_vec()), 0u32..5)
            .prop_map(|(state, line)| Happening::Enter(state, line)),
        1 => Just(Happening::Leave),
        2 => (0u32..5).prop_map(Happening::Mark),
        1 => ".{0,8}".prop_map(Happening::Print),
    ]
}

fn happenings() -> impl Strategy<Value = Vec<(u32, u64, Happening)>> {
    prop::collection::vec((0u32..3, 0u64..4, happening()), 0..80)
}

/// The trace of `story`, cut `early_ns` before its last event, and the recorder's row count.
fn record(story: &[(u32, u64, Happening)], early_ns: u64) -> (Trace, u64) {
    let mut recorder = Recorder::new(2);
    for number in 0..3 {
        recorder.add_lane(thread_lane(number));
    }
    let mut now_ns = 0;
    for (lane, after_ns, what) in story {
        now_ns += after_ns;
        let thread = ThreadId(*lane);
        match what {
            Happening::Enter(state, line) => {
                recorder.enter(
                    LaneId(*lane),
                    now_ns,
                    *state,
                    Place::new(0, *line),
                    None,
                    None,
                );
            }
            Happening::Leave => recorder.leave(LaneId(*lane), now_ns),
            Happening::Mark(line) => recorder.mark(thread, now_ns, Place::new(0, *line)),
            Happening::Print(text) => recorder.output(now_ns, thread, Stream::Stdout, text),
        }
    }
    let rows = recorder.rows();
    let end_ns = now_ns.saturating_sub(early_ns);
    (recorder.finish(Outcome::Stopped, end_ns, 0, 0), rows)
}

/// The state that the story says `lane` is in during the ns that begins at `at_ns`.
fn state_at(story: &[(u32, u64, Happening)], lane: u32, at_ns: u64) -> Option<State> {
    let mut state = None;
    let mut now_ns = 0;
    for (on, after_ns, what) in story {
        now_ns += after_ns;
        if now_ns > at_ns {
            break;
        }
        match what {
            Happening::Enter(entered, _) if *on == lane => state = Some(*entered),
            Happening::Leave if *on == lane => state = None,
            _ => {}
        }
    }
    state
}

proptest! {
    /// Slices are in order, never empty, never overlap, and neighbours differ.
    #[test]
    fn slices_say_exactly_what_happened(story in happenings()) {
        let (trace, _) = record(&story, 0);
        for lane in 0..3u32 {
            let slices: Vec<Slice> = trace.slices[lane as usize].iter().collect();
            for slice in &slices {
                prop_assert!(slice.start_ns < slice.end_ns && slice.end_ns <= trace.end_ns);
            }
            for pair in slices.windows(2) {
                prop_assert!(pair[0].end_ns <= pair[1].start_ns);
                let touching = pair[0].end_ns == pair[1].start_ns;
                prop_assert!(!touching || pair[0].state != pair[1].state, "one slice: {pair:?}");
            }
            for at_ns in 0..trace.end_ns {
                let slice = trace.slices[lane as usize].at(at_ns);
                let state = slice.map(|index| slices[index].state);
                prop_assert_eq!(state, state_at(&story, lane, at_ns), "lane {} at {}", lane, at_ns);
            }
            let times: u64 = trace.state_times_ns(LaneId(lane)).iter().sum();
            let lengths: u64 = slices.iter().map(|slice| slice.end_ns - slice.start_ns).sum();
            prop_assert_eq!(times, lengths);
        }
    }

    /// Marks keep their distance; nothing lies beyond the end; no row is counted that is not there.
    #[test]
    fn what_lies_beyond_the_end_is_cut(story in happenings(), early_ns in 0u64..6) {
        let (trace, rows) = record(&story, early_ns);
        let end_ns = trace.end_ns;
        prop_assert!(trace.output.iter().all(|chunk| chunk.at_ns <= end_ns));
        for marks in &trace.marks {
            let times: Vec<u64> = marks.iter().map(|mark| mark.0).collect();
            prop_assert!(times.iter().all(|&at_ns| at_ns <= end_ns));
            prop_assert!(times.windows(2).all(|pair| pair[1] >= pair[0] + 2));
        }
        let kept = trace.slices.iter().map(|slices| slices.len()).sum::<usize>()
            + trace.marks.iter().map(|marks| marks.len()).sum::<usize>()
            + trace.lanes.len() + trace.output.len();
        let open = trace.lanes.len();
        prop_assert!(early_ns > 0 || (rows as usize..=rows as usize + open).contains(&kept));
    }

    /// A binary search finds what a look at every slice finds.
    #[test]
    fn ranges_find_what_overlaps(
        gaps in prop::collection::vec((0u64..3, 1u64..4), 0..30),
        from_ns in 0u64..100,
        length_ns in 1u64..20,
    ) {
        let mut slices = Slices::default();
        let mut now_ns = 0;
        for (gap_ns, length_ns) in gaps {
            let start_ns = now_ns + gap_ns;
            now_ns = start_ns + length_ns;
            let (state, place) = (State::Running, Place::NONE);
            slices.push(Slice { start_ns, end_ns: now_ns, state, place, object: None, holder: None });
        }
        let to_ns = from_ns + length_ns;
        let overlaps = |slice: &Slice| slice.start_ns < to_ns && slice.end_ns > from_ns;
        let expected: Vec<Slice> = slices.iter().filter(overlaps).collect();
        let found: Vec<Slice> = slices.overlapping(from_ns, to_ns).map(|i| slices.get(i)).collect();
        prop_assert_eq!(found, expected);
    }

    /// A trace survives its bytes, and no bytes make the reader panic.
    #[test]
    fn bytes_round_trip(story in happenings(), cut in any::<prop::sample::Index>(), noise in any::<u8>()) {
        let (trace, _) = record(&story, 0);
        let mut bytes = trace.to_bytes();
        let read = Trace::from_bytes(&bytes);
        prop_assert_eq!(read.as_ref(), Ok(&trace));
        let at = cut.index(bytes.len());
        prop_assert!(Trace::from_bytes(&bytes[..at]).is_err());
        bytes[at] ^= noise;
        let _ = Trace::from_bytes(&bytes);
    }
}
