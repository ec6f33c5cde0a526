//! The Chrome trace event format, which Perfetto and `chrome://tracing` open.
//!
//! Source: "Trace Event Format" (Chromium): `M` metadata, `X` complete events with `ts` and `dur`
//! in µs, `s`/`f` flow events, `i` instants. Times keep their ns as three decimals.
//! Blind spot: a viewer binds a flow event to the slice that is open at its time on its track; a
//! wake whose woken thread never ran again points at the end of its last slice.

use crate::{LaneId, LaneKind, Place, Stream, ThreadId, Trace};
use std::fmt::Write;

/// The viewer's thread number of a lane: threads from 1 (0 means "idle" to viewers), GILs and
/// cores far above.
fn track(kind: LaneKind) -> u32 {
    match kind {
        LaneKind::Thread(thread) => thread.0 + 1,
        LaneKind::Task(task) => 500_000_000 + task.0,
        LaneKind::Gil(process) => 1_000_000_000 + process.0,
        LaneKind::Core(core) => 1_100_000_000 + core.0,
    }
}

/// The trace as Chrome trace JSON. The machine's processes keep their order, with 1 added to their
/// numbers; each lane is a track, GIL and core lanes included; wakes are flow arrows; what was
/// printed is an instant on its thread's track.
pub fn chrome_trace_json(trace: &Trace) -> String {
    let mut json = Json {
        text: String::from("{\"traceEvents\":[\n"),
        first: true,
    };
    metadata(trace, &mut json);
    for lane in 0..trace.lanes.len() {
        slices(trace, LaneId(lane as u32), &mut json);
    }
    wakes(trace, &mut json);
    output(trace, &mut json);
    json.text
        .push_str("\n],\"displayTimeUnit\":\"ns\",\"otherData\":{");
    let _ = writeln!(
        json.text,
        "\"outcome\":\"{}\",\"end_ns\":\"{}\",\"cpu_ns\":\"{}\"}}}}",
        trace.outcome.name(),
        trace.end_ns,
        trace.cpu_ns
    );
    json.text
}

/// Events written one a line.
struct Json {
    text: String,
    first: bool,
}

impl Json {
    /// Begins an event of type `phase` on the track of `lane`.
    fn begin(&mut self, trace: &Trace, lane: LaneId, phase: &str) {
        if !std::mem::replace(&mut self.first, false) {
            self.text.push_str(",\n");
        }
        let lane = &trace.lanes[lane.index()];
        let (process, thread) = (lane.process.0 + 1, track(lane.kind));
        let _ = write!(
            self.text,
            "{{\"ph\":\"{phase}\",\"pid\":{process},\"tid\":{thread}"
        );
    }

    fn time(&mut self, key: &str, ns: u64) {
        let _ = write!(self.text, ",\"{key}\":{}.{:03}", ns / 1_000, ns % 1_000);
    }

    fn number(&mut self, key: &str, value: u64) {
        let _ = write!(self.text, ",\"{key}\":{value}");
    }

    fn string(&mut self, key: &str, value: &str) {
        let _ = write!(self.text, ",\"{key}\":");
        quote(value, &mut self.text);
    }

    /// Writes `"args":{…}` from pairs, those with an empty text left out.
    fn args(&mut self, pairs: &[(&str, &str)]) {
        self.text.push_str(",\"args\":{");
        let given = pairs.iter().filter(|(_, value)| !value.is_empty());
        for (index, (key, value)) in given.enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            let _ = write!(self.text, "\"{key}\":");
            quote(value, &mut self.text);
        }
        self.text.push('}');
    }

    fn end(&mut self) {
        self.text.push('}');
    }
}

fn metadata(trace: &Trace, json: &mut Json) {
    let mut processes = Vec::new();
    for (index, lane) in trace.lanes.iter().enumerate() {
        let id = LaneId(index as u32);
        if !processes.contains(&lane.process) {
            processes.push(lane.process);
            json.begin(trace, id, "M");
            json.string("name", "process_name");
            let known = trace.processes.get(lane.process.index());
            let unnamed = format!("Process {}", lane.process.0);
            json.args(&[("name", known.map_or(&unnamed, |process| &process.name))]);
            json.end();
        }
        json.begin(trace, id, "M");
        json.string("name", "thread_name");
        json.args(&[("name", &lane.name)]);
        json.end();
        json.begin(trace, id, "M");
        json.string("name", "thread_sort_index");
        let _ = write!(json.text, ",\"args\":{{\"sort_index\":{index}}}");
        json.end();
    }
}

fn slices(trace: &Trace, lane: LaneId, json: &mut Json) {
    let is_thread = trace.lanes[lane.index()].kind.shows_states();
    for slice in trace.slices[lane.index()].iter() {
        let object = slice
            .object
            .and_then(|object| trace.objects.get(object.index()));
        let object = object.map_or(String::new(), |object| match object.label.is_empty() {
            true => object.kind.clone(),
            false => format!("{} {}", object.kind, object.label),
        });
        let holder = slice.holder.map_or("", |holder| trace.thread_name(holder));
        json.begin(trace, lane, "X");
        json.time("ts", slice.start_ns);
        json.time("dur", slice.end_ns - slice.start_ns);
        json.string(
            "name",
            if is_thread {
                slice.state.name()
            } else {
                holder
            },
        );
        json.string("cat", if is_thread { "thread" } else { "machine" });
        json.args(&[
            ("line", &line(slice.place)),
            ("object", &object),
            ("holder", holder),
        ]);
        json.end();
    }
}

/// A place as `file:line`, with the file's number where it is not `main.py`.
fn line(place: Place) -> String {
    match (place.line(), place.file()) {
        (0, _) => String::new(),
        (line, 0) => line.to_string(),
        (line, file) => format!("{file}:{line}"),
    }
}

fn wakes(trace: &Trace, json: &mut Json) {
    for (number, wake) in trace.wakes.iter().enumerate() {
        let ends = [("s", wake.from, wake.at_ns), ("f", wake.to, wake.ready_ns)];
        for (phase, thread, at_ns) in ends {
            let lane = trace.thread_lanes[thread.index()];
            json.begin(trace, lane, phase);
            json.time("ts", anchor_ns(trace, thread, at_ns));
            json.string("name", "wake");
            json.string("cat", "wake");
            json.number("id", number as u64);
            if phase == "f" {
                json.string("bp", "e");
            }
            json.end();
        }
    }
}

/// A time at or after `at_ns` (before it only at the end of the run) at which `thread` has a slice
/// that an arrow can be tied to.
fn anchor_ns(trace: &Trace, thread: ThreadId, at_ns: u64) -> u64 {
    let slices = &trace.slices[trace.thread_lanes[thread.index()].index()];
    let next = slices.overlapping(at_ns, u64::MAX);
    if next.is_empty() {
        return slices.iter().last().map_or(at_ns, |slice| slice.end_ns - 1);
    }
    slices.get(next.start).start_ns.max(at_ns)
}

fn output(trace: &Trace, json: &mut Json) {
    for chunk in &trace.output {
        let lane = trace.thread_lanes[chunk.thread.index()];
        json.begin(trace, lane, "i");
        json.time("ts", chunk.at_ns);
        let name = match chunk.stream {
            Stream::Stdout => "stdout",
            Stream::Stderr => "stderr",
        };
        json.string("name", name);
        json.string("cat", "output");
        json.string("s", "t");
        json.args(&[("text", &chunk.text)]);
        json.end();
    }
}

/// Writes `value` as a JSON string.
fn quote(value: &str, text: &mut String) {
    text.push('"');
    for character in value.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\u{0}'..='\u{1f}' | '\u{7f}' => {
                let _ = write!(text, "\\u{:04x}", character as u32);
            }
            _ => text.push(character),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lane, Object, ObjectId, Outcome, ProcessId, Recorder, Role, State, Wake};
    use serde_json::Value;

    fn lane(kind: LaneKind, name: &str) -> Lane {
        let process = ProcessId(0);
        let (parent, daemon) = (None, false);
        Lane {
            kind,
            process,
            name: name.to_owned(),
            parent,
            daemon,
            start_ns: 0,
            end_ns: None,
        }
    }

    fn sample() -> Trace {
        let mut recorder = Recorder::new(0);
        let gil = recorder.add_lane(lane(LaneKind::Gil(ProcessId(0)), "GIL"));
        let main = recorder.add_lane(lane(LaneKind::Thread(ThreadId(0)), "Main\"Thread\\\n\u{1}"));
        let child = recorder.add_lane(lane(LaneKind::Thread(ThreadId(1)), "子线程"));
        let kind = "toy.Lock".to_owned();
        let lock = Object {
            kind,
            label: "lock".to_owned(),
            role: Role::Mutex,
        };
        let lock = recorder.add_object(lock);
        let (first, second) = (Place::new(0, 3), Place::new(2, 7));
        recorder.enter(gil, 0, State::Running, first, None, Some(ThreadId(0)));
        recorder.enter(main, 0, State::Running, first, None, None);
        recorder.enter(
            child,
            500,
            State::Blocked,
            second,
            Some(lock),
            Some(ThreadId(0)),
        );
        recorder.wake(Wake {
            at_ns: 1_500,
            from: ThreadId(0),
            to: ThreadId(1),
            ready_ns: 10_500,
        });
        recorder.output(1_600, ThreadId(0), Stream::Stdout, "tab\there\n");
        recorder.close(main, 1_501);
        recorder.enter(child, 10_500, State::Running, second, None, None);
        recorder.finish(Outcome::Finished { exit_code: 0 }, 2_000_012, 1_000, 5)
    }

    fn events(phase: &str) -> Vec<Value> {
        let json: Value = serde_json::from_str(&chrome_trace_json(&sample())).expect("valid JSON");
        let events = json["traceEvents"].as_array().unwrap().clone();
        events
            .into_iter()
            .filter(|event| event["ph"] == phase)
            .collect()
    }

    #[test]
    fn every_slice_is_a_complete_event_on_its_own_track() {
        let slices = events("X");
        let name = |event: &Value| event["name"].as_str().unwrap().to_owned();
        let names: Vec<String> = slices.iter().map(name).collect();
        assert_eq!(
            names,
            ["Main\"Thread\\\n\u{1}", "running", "blocked", "running"]
        );
        let tracks: Vec<u64> = slices
            .iter()
            .map(|event| event["tid"].as_u64().unwrap())
            .collect();
        assert_eq!(tracks, [1_000_000_000, 1, 2, 2]);
        let blocked = &slices[2];
        assert_eq!(
            (blocked["ts"].as_f64(), blocked["dur"].as_f64()),
            (Some(0.5), Some(10.0))
        );
        assert_eq!(blocked["args"]["object"], "toy.Lock lock");
        assert_eq!(blocked["args"]["line"], "2:7");
        assert_eq!(blocked["args"]["holder"], "Main\"Thread\\\n\u{1}");
        assert_eq!(slices[3]["dur"].as_f64(), Some(1_989.512), "ns are kept");
    }

    #[test]
    fn names_survive_escaping() {
        let named: Vec<Value> = events("M");
        let named = named.iter().filter(|event| event["name"] == "thread_name");
        let names: Vec<&str> = named.map(|e| e["args"]["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["GIL", "Main\"Thread\\\n\u{1}", "子线程"]);
        assert_eq!(events("i")[0]["args"]["text"], "tab\there\n");
    }

    #[test]
    fn an_arrow_leaves_the_waker_and_meets_a_slice_of_the_woken() {
        let (from, to) = (&events("s")[0], &events("f")[0]);
        assert_eq!(
            (from["tid"].as_u64(), from["ts"].as_f64()),
            (Some(1), Some(1.5))
        );
        assert_eq!(
            (to["tid"].as_u64(), to["ts"].as_f64()),
            (Some(2), Some(10.5))
        );
        assert_eq!(from["id"], to["id"]);
    }

    #[test]
    fn an_object_that_the_trace_does_not_know_is_left_out() {
        let mut trace = sample();
        trace.objects.clear();
        let blocked = trace.slices[2].get(0);
        assert_eq!(blocked.object, Some(ObjectId(0)));
        assert!(!chrome_trace_json(&trace).contains("\"object\""));
    }
}
