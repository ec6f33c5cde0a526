//! What is told of scripts that hang or waste: the pattern, the names, the lines and the remedy.

mod running;

use running::report;

/// What one finding says.
struct Told {
    pattern: &'static str,
    /// Words of the message.
    says: &'static [&'static str],
    /// Words of the remedy.
    advises: &'static str,
    /// The lines that it leads to.
    lines: &'static [u32],
}

/// Runs `source` and looks at every finding, in both languages.
fn check(source: &str, expected: &[Told]) {
    let report = report(source).expect("the script is accepted");
    let found: Vec<&str> = report.findings.iter().map(|f| &*f.pattern).collect();
    let wanted: Vec<&str> = expected.iter().map(|told| told.pattern).collect();
    assert_eq!(found, wanted, "{:#?}", report.findings);
    for (finding, told) in report.findings.iter().zip(expected) {
        for words in told.says {
            assert!(
                finding.message.en.contains(words),
                "{words:?} is not in {:?}",
                finding.message.en
            );
        }
        assert!(
            finding.remedy.en.contains(told.advises),
            "{:?}",
            finding.remedy.en
        );
        let lines: Vec<u32> = finding.places.iter().map(|place| place.line()).collect();
        assert_eq!(lines, told.lines, "{:?}", finding.message.en);
        for text in [&finding.message.zh, &finding.remedy.zh] {
            assert!(text.chars().any(|c| c > '\u{4e00}'), "no Chinese: {text:?}");
        }
    }
}

#[test]
fn non_daemon_threads_that_get_for_ever_outlive_main() {
    check(
        "\
import queue, threading, time
dishes = queue.Queue()
def dry():
    while True:
        dishes.get()
        time.sleep(0.1)
for _ in range(2):
    threading.Thread(target=dry).start()
dishes.put('plate')
",
        &[Told {
            pattern: "outlives-main",
            says: &[
                "2 non-daemon threads",
                "Thread-1 (dry) (main.py:5) waits for queue.Queue dishes since 100",
            ],
            advises: "2 × `dishes.put(None)`",
            lines: &[5],
        }],
    );
}

#[test]
fn a_lock_that_its_taker_never_released_is_told_with_the_line_that_took_it() {
    check(
        "\
import threading
lock = threading.Lock()
def first():
    lock.acquire()
def second():
    with lock:
        pass
a = threading.Thread(target=first, name='a')
b = threading.Thread(target=second, name='b')
a.start()
a.join()
b.start()
b.join()
",
        &[Told {
            pattern: "never-released",
            says: &[
                "a took threading.Lock lock (main.py:4)",
                "b (main.py:6) waits for threading.Lock lock",
            ],
            advises: "`with lock:`",
            lines: &[4, 6],
        }],
    );
}

#[test]
fn everybody_asleep_on_get_is_told() {
    check(
        "\
import queue, threading
jobs = queue.Queue()
def work():
    jobs.get()
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
",
        &[Told {
            pattern: "hang",
            says: &[
                "MainThread (main.py:7) waits for threading.Thread Thread-1 (work)",
                "Thread-2 (work) (main.py:4) waits for queue.Queue jobs",
            ],
            advises: "asleep on jobs",
            lines: &[7, 4],
        }],
    );
}

#[test]
fn a_lock_held_across_a_sleep_is_told_with_what_it_cost() {
    check(
        "\
import threading, time
lock = threading.Lock()
def work():
    with lock:
        time.sleep(0.2)
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
",
        &[Told {
            pattern: "held-asleep",
            says: &[
                "Thread-1 (work) and another thread sleep (main.py:5)",
                "others waited 200",
            ],
            advises: "outside of `with lock:`",
            lines: &[5, 4],
        }],
    );
}

#[test]
fn a_lock_that_nobody_waits_for_may_be_held_asleep() {
    check(
        "\
import threading, time
lock = threading.Lock()
with lock:
    time.sleep(0.2)
",
        &[],
    );
}

#[test]
fn a_main_thread_that_spins_until_a_queue_is_empty_burns_its_time() {
    check(
        "\
import queue, threading, time
jobs = queue.Queue()
def work():
    while jobs.get() is not None:
        time.sleep(0.01)
t = threading.Thread(target=work)
t.start()
for n in range(3):
    jobs.put(n)
while not jobs.empty():
    pass
jobs.put(None)
t.join()
",
        &[Told {
            pattern: "busy-wait",
            says: &[
                "MainThread (main.py:10) asked",
                "queue.Queue jobs without waiting",
            ],
            advises: "`jobs.join()`",
            lines: &[10],
        }],
    );
}

#[test]
fn a_loop_that_asks_whether_a_thread_is_alive_should_join() {
    check(
        "\
import threading, time
t = threading.Thread(target=time.sleep, args=(0.05,), name='sleeper')
t.start()
while t.is_alive():
    pass
",
        &[Told {
            pattern: "busy-wait",
            says: &["MainThread (main.py:4)", "threading.Thread sleeper"],
            advises: "`join()`",
            lines: &[4],
        }],
    );
}

#[test]
fn workers_that_nap_between_looks_into_a_queue_should_get() {
    check(
        "\
import queue, threading, time
jobs = queue.Queue()
done = []
def work():
    while not done:
        if jobs.empty():
            time.sleep(0.1)
        else:
            jobs.get()
t = threading.Thread(target=work, name='worker')
t.start()
time.sleep(0.55)
done.append(1)
t.join()
",
        &[Told {
            pattern: "polling",
            says: &["worker (main.py:6) looked into queue.Queue jobs 6 times"],
            advises: "`jobs.get()`",
            lines: &[6],
        }],
    );
}

#[test]
fn an_event_that_nobody_sets_and_a_barrier_that_too_few_reach_are_told() {
    check(
        "\
import threading
go = threading.Event()
go.wait()
",
        &[Told {
            pattern: "hang",
            says: &["MainThread (main.py:3) waits for threading.Event go"],
            advises: "set or notify go",
            lines: &[3],
        }],
    );
    check(
        "\
import threading
meeting = threading.Barrier(3)
t = threading.Thread(target=meeting.wait, name='early')
t.start()
meeting.wait()
",
        &[Told {
            pattern: "hang",
            says: &["MainThread (main.py:5) waits for threading.Barrier meeting"],
            advises: "number of parties",
            lines: &[5],
        }],
    );
}

#[test]
fn a_future_that_nobody_sets_is_told() {
    check(
        "\
from concurrent.futures import Future
answer = Future()
answer.result()
",
        &[Told {
            pattern: "hang",
            says: &["MainThread (main.py:3) waits for concurrent.futures.Future answer"],
            advises: "Nobody will set the result of answer",
            lines: &[3],
        }],
    );
}

#[test]
fn two_locks_in_two_orders_are_a_deadlock_with_who_holds_what_since_when() {
    check(
        "\
import threading, time
a, b = threading.Lock(), threading.Lock()
def one():
    with a:
        time.sleep(0.1)
        with b:
            pass
def two():
    with b:
        time.sleep(0.1)
        with a:
            pass
x = threading.Thread(target=one, name='x')
y = threading.Thread(target=two, name='y')
x.start()
y.start()
",
        &[Told {
            pattern: "deadlock",
            says: &[
                "x (main.py:6) waits for threading.Lock b since 100",
                "held by y since",
                "(main.py:9)",
            ],
            advises: "same order",
            lines: &[6, 11],
        }],
    );
}
