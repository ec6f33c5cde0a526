//! Small traces for the tests of what reads them.

use interleave_trace::{
    Lane, LaneKind, Object, ObjectId, Outcome, Place, ProcessId, Recorder, Role, ThreadId, Trace,
    Wait,
};

/// A recorder with a lane for each named thread.
pub(crate) fn recorder(names: &[&str]) -> Recorder {
    let mut recorder = Recorder::new(1);
    for (index, name) in names.iter().enumerate() {
        recorder.add_lane(Lane {
            kind: LaneKind::Thread(ThreadId(index as u32)),
            process: ProcessId(0),
            name: (*name).to_owned(),
            parent: (index > 0).then_some(ThreadId(0)),
            daemon: false,
            start_ns: 0,
            end_ns: None,
        });
    }
    recorder
}

/// The trace of a run that ended at `end_ns` after `cpu_ns` of work.
pub(crate) fn finish(recorder: Recorder, outcome: Outcome, end_ns: u64, cpu_ns: u64) -> Trace {
    recorder.finish(outcome, end_ns, cpu_ns, 0)
}

/// The names of the files of a run.
pub(crate) fn files() -> Vec<String> {
    vec!["main.py".into()]
}

/// A row of the table of objects.
pub(crate) fn object(role: Role, kind: &str, label: &str) -> Object {
    Object {
        kind: kind.into(),
        label: label.into(),
        role,
    }
}

/// That `thread` waits for `object`, held by `holder`, on `line` since 5 µs.
pub(crate) fn wait(thread: u32, object: u32, holder: Option<u32>, line: u32) -> Wait {
    Wait {
        thread: ThreadId(thread),
        object: Some(ObjectId(object)),
        holder: holder.map(ThreadId),
        since_ns: 5_000,
        place: Place::new(0, line),
    }
}
