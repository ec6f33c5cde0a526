//! CPython's rules of threads, queues and pools (semantics, rules 4–28), a test or more each, named after the rule. Those of
//! the GIL alone have their tests in the kernel; what processes do is tested with them. (Over 400 lines because
//! there is a program a rule.)

mod running;

use interleave_engine::run;
use interleave_scenario::{PythonVersion, StdoutMode};
use interleave_trace::{LaneKind, Stream};
use running::scenario;

/// What `source` prints on a machine with this Python.
fn printed(python: PythonVersion, source: &str) -> String {
    let mut scenario = scenario(source);
    scenario.machine.python = python;
    let report = run(&scenario).expect("the script is accepted");
    let stderr = report.trace.text(Stream::Stderr);
    report.trace.text(Stream::Stdout) + &stderr
}

/// That `source` prints `expected` on every one of these versions.
fn check(versions: &[PythonVersion], source: &str, expected: &str) {
    for &python in versions {
        assert_eq!(printed(python, source), expected, "{}", python.name());
    }
}

use PythonVersion::{V3_9, V3_10, V3_11, V3_12, V3_13, V3_14};
const ALL: &[PythonVersion] = &[V3_9, V3_10, V3_11, V3_12, V3_13, V3_14];

#[test]
fn rule_4_each_process_has_one_gil_in_every_version() {
    for python in [V3_11, V3_13] {
        let mut scenario = scenario(
            "\
import threading
def work():
    for _ in range(200_000): pass
t = threading.Thread(target=work)
t.start()
work()
t.join()
",
        );
        scenario.machine.python = python;
        let trace = run(&scenario).expect("the script is accepted").trace;
        let gils = trace
            .lanes
            .iter()
            .filter(|lane| matches!(lane.kind, LaneKind::Gil(_)));
        assert_eq!(gils.count(), 1);
    }
}

#[test]
fn rule_5_where_a_thread_can_be_switched_decides_which_updates_are_lost() {
    let source = "\
import sys, threading
sys.setswitchinterval(1e-5)
x = y = 0
def f(): pass
def work():
    global x, y
    for _ in range(3000):
        x += 1
    for _ in range(3000):
        t = y
        f()
        y = t + 1
threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(x == 12000, y == 12000)
";
    check(&[V3_9], source, "False False\n");
    check(&[V3_10, V3_11, V3_12, V3_13, V3_14], source, "True False\n");
}

#[test]
fn rule_6_who_sleeps_or_waits_for_a_lock_lets_others_run() {
    let source = "\
import threading, time
lock = threading.Lock()
log = []
def sleeper():
    with lock:
        time.sleep(0.05)
        log.append('slept')
def waiter():
    with lock:
        log.append('got the lock')
for target in (sleeper, waiter):
    threading.Thread(target=target).start()
log.append('main goes on')
for t in threading.enumerate()[1:]: t.join()
print(log)
";
    check(ALL, source, "['main goes on', 'slept', 'got the lock']\n");
}

#[test]
fn rule_7_lines_stay_whole_on_a_terminal() {
    let source = "\
import sys, threading
sys.setswitchinterval(1e-6)
def work(c):
    for n in range(50): print(c * 10, n, c * 10)
threads = [threading.Thread(target=work, args=(c,)) for c in 'abc']
for t in threads: t.start()
for t in threads: t.join()
";
    let mut scenario = scenario(source);
    scenario.machine.stdout = StdoutMode::Terminal;
    let text = run(&scenario).expect("accepted").trace.text(Stream::Stdout);
    assert_eq!(text.lines().count(), 150);
    for line in text.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        assert!(words.len() == 3 && words[0] == words[2], "{line:?}");
    }
}

#[test]
fn rule_8_a_daemon_thread_stops_where_it_is_and_cleans_nothing_up() {
    let source = "\
import threading, time
def work():
    try:
        time.sleep(1)
    finally:
        print('cleanup')
threading.Thread(target=work, daemon=True).start()
print('main ends')
";
    check(ALL, source, "main ends\n");
}

#[test]
fn rule_9_a_short_target_is_done_before_start_returns() {
    let source = "\
import threading
log = []
t = threading.Thread(target=log.append, args=('child',))
t.start()
log.append('start returned')
print(log, t.is_alive())
t.join()
";
    check(ALL, source, "['child', 'start returned'] False\n");
}

#[test]
fn rule_10_names_tell_the_target_from_3_10_on() {
    let source = "\
import threading
from concurrent.futures import ThreadPoolExecutor
def work(): pass
class Own(threading.Thread): pass
print(threading.Thread(target=work).name, Own().name, threading.current_thread().name)
with ThreadPoolExecutor(1) as pool:
    print(pool.submit(lambda: threading.current_thread().name).result())
";
    let pool = "ThreadPoolExecutor-0_0\n";
    check(
        &[V3_9],
        source,
        &format!("Thread-1 Thread-2 MainThread\n{pool}"),
    );
    let named = format!("Thread-1 (work) Thread-2 MainThread\n{pool}");
    check(&[V3_10, V3_11, V3_14], source, &named);
}

#[test]
fn rule_11_a_lock_is_not_fair_before_3_14_which_hands_it_over() {
    let source = "\
import threading, time
lock = threading.Lock()
rounds = 0
def greedy():
    global rounds
    for _ in range(10):
        with lock:
            time.sleep(0.002)
        rounds += 1
def patient():
    with lock:
        print(rounds)
a = threading.Thread(target=greedy)
b = threading.Thread(target=patient)
a.start(); b.start(); a.join(); b.join()
";
    check(&[V3_9, V3_11, V3_13], source, "10\n");
    check(&[V3_14], source, "1\n");
}

#[test]
fn rule_11_waiters_of_a_lock_are_woken_in_order() {
    let source = "\
import threading, time
lock = threading.Lock()
log = []
def work(n):
    with lock:
        log.append(n)
with lock:
    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for t in threads: t.start()
    time.sleep(0.01)
for t in threads: t.join()
print(log)
";
    check(ALL, source, "[0, 1, 2, 3, 4, 5]\n");
}

#[test]
fn rule_12_releases_that_are_not_due_raise() {
    let source = "\
import threading
for lock in (threading.RLock(), threading.Lock()):
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
lock = threading.RLock()
def other():
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
with lock:
    t = threading.Thread(target=other)
    t.start()
    t.join()
";
    let mine = "cannot release un-acquired lock\n";
    check(ALL, source, &format!("{mine}release unlocked lock\n{mine}"));
}

#[test]
fn rule_13_a_condition_notifies_in_order_and_wants_its_lock() {
    let source = "\
import threading, time
condition = threading.Condition()
log = []
def work(n):
    with condition:
        condition.wait()
        log.append(n)
for n in range(4):
    threading.Thread(target=work, args=(n,)).start()
for _ in range(2):
    with condition:
        condition.notify()
    time.sleep(0.01)
print(log)
with condition:
    condition.notify_all()
time.sleep(0.01)
print(sorted(log))
for call in (condition.wait, condition.notify):
    try:
        call()
    except RuntimeError as error:
        print(error)
";
    let expected = "[0, 1]\n[0, 1, 2, 3]\ncannot wait on un-acquired lock\ncannot notify on un-acquired lock\n";
    check(ALL, source, expected);
}

#[test]
fn rule_14_a_semaphore_counts_and_a_bounded_one_no_further() {
    let source = "\
import threading, time
s = threading.Semaphore(0)
log = []
def work(n):
    s.acquire()
    log.append(n)
for n in range(4):
    threading.Thread(target=work, args=(n,)).start()
s.release(3)
time.sleep(0.01)
print(len(log))
s.release()
b = threading.BoundedSemaphore(1)
try:
    b.release()
except ValueError as error:
    print(error)
";
    check(ALL, source, "3\nSemaphore released too many times\n");
}

#[test]
fn rule_15_events_wake_all_and_barriers_number_who_comes() {
    let source = "\
import threading, time
go = threading.Event()
print(go.wait(0.01), go.is_set())
barrier = threading.Barrier(3, action=lambda: print('action'))
log = []
def work(delay):
    go.wait()
    time.sleep(delay)
    log.append((delay, barrier.wait()))
for n in (2, 0, 1):
    threading.Thread(target=work, args=(n / 10,)).start()
go.set()
for t in threading.enumerate()[1:]: t.join()
print(sorted(log))
try:
    barrier.wait(0.01)
except threading.BrokenBarrierError:
    print('broken')
";
    let expected = "False False\naction\n[(0.0, 0), (0.1, 1), (0.2, 2)]\nbroken\n";
    check(ALL, source, expected);
}

#[test]
fn rule_16_a_timer_is_a_thread_that_waits_first() {
    let source = "\
import threading, time
t = threading.Timer(0.1, print, ['late'])
t.start()
time.sleep(0.05)
print(t.is_alive(), isinstance(t, threading.Thread))
u = threading.Timer(0.1, print, ['never'])
u.start()
u.cancel()
t.join()
u.join()
";
    check(ALL, source, "True True\nlate\n");
}

#[test]
fn rule_17_an_uncaught_exception_of_a_thread_is_printed_and_nothing_else() {
    let source = "\
import threading
def work(): raise ValueError('v')
t = threading.Thread(target=work, name='worker')
t.start()
t.join()
print('joined')
";
    let report = running::report(source).expect("accepted");
    let stderr = report.trace.text(Stream::Stderr);
    assert!(stderr.starts_with("Exception in thread worker:\nTraceback"));
    assert!(stderr.ends_with("ValueError: v\n"), "{stderr}");
    assert_eq!(report.trace.text(Stream::Stdout), "joined\n");
    assert_eq!(report.exit_code, 0);
}

#[test]
fn rule_18_pools_then_threads_then_atexit_last_first() {
    let source = "\
import atexit, threading, time
from concurrent.futures import ThreadPoolExecutor
def say(what, after=0):
    time.sleep(after)
    print(what)
atexit.register(say, 'atexit 1')
atexit.register(say, 'atexit 2')
pool = ThreadPoolExecutor(1)
threading.Thread(target=say, args=('thread', 0.2)).start()
threading.Thread(target=say, args=('daemon', 0.4), daemon=True).start()
pool.submit(say, 'pool', 0.1)
print('main')
";
    check(ALL, source, "main\npool\nthread\natexit 2\natexit 1\n");
}

#[test]
fn rule_19_threads_start_once_and_are_joined_by_others_afterwards() {
    let source = "\
import threading
t = threading.Thread(target=int)
for call in (t.join, threading.current_thread().join, t.start, t.start):
    try:
        call()
    except RuntimeError as error:
        print(error)
";
    let expected = "cannot join thread before it is started\ncannot join current thread\nthreads can only be started once\n";
    check(ALL, source, expected);
}

#[test]
fn rule_20_items_are_first_in_first_out_and_done_as_often_as_put() {
    let source = "\
import queue, threading
q = queue.Queue(2)
def produce():
    for n in range(6): q.put(n)
threading.Thread(target=produce).start()
print([q.get() for _ in range(6)])
for _ in range(6): q.task_done()
q.join()
try:
    q.task_done()
except ValueError as error:
    print(error)
print(hasattr(queue.SimpleQueue(), 'task_done'))
";
    let expected = "[0, 1, 2, 3, 4, 5]\ntask_done() called too many times\nFalse\n";
    check(ALL, source, expected);
}

#[test]
fn rule_20_a_queue_can_be_shut_down_from_3_13_on() {
    let source = "\
import queue, threading, time
q = queue.Queue()
def get():
    try:
        q.get()
    except queue.ShutDown as error:
        print('get:', repr(error))
t = threading.Thread(target=get)
t.start()
time.sleep(0.01)
q.shutdown()
t.join()
for call in (lambda: q.put(1), q.get_nowait):
    try:
        call()
    except queue.ShutDown:
        print('shut down')
q = queue.Queue()
q.put(1); q.put(2)
q.shutdown()
print(q.get(), q.is_shutdown, q.qsize())
q.shutdown(immediate=True)
print(q.qsize(), q.unfinished_tasks)
";
    let expected = "get: ShutDown()\nshut down\nshut down\n1 True 1\n0 1\n";
    check(&[V3_13, V3_14], source, expected);
    let before =
        "import queue\nprint(hasattr(queue.Queue, 'shutdown'), hasattr(queue, 'ShutDown'))\n";
    check(&[V3_9, V3_11, V3_12], before, "False False\n");
}

#[test]
fn rule_20_the_depth_of_a_queue_over_time_is_in_the_trace() {
    let source = "\
import queue
q = queue.Queue()
for n in range(3): q.put(n)
q.get()
q.put(9)
";
    let trace = running::report(source).expect("accepted").trace;
    let depth = |event: &interleave_trace::ObjectEvent| {
        let verb = trace.verbs[usize::from(event.verb)].clone();
        (verb, event.value, event.place.line())
    };
    let told: Vec<_> = trace.object_events.iter().map(depth).collect();
    let expected = [
        ("put", 1, 3),
        ("put", 2, 3),
        ("put", 3, 3),
        ("get", 2, 4),
        ("put", 3, 5),
    ];
    let expected = expected.map(|(verb, value, line)| (verb.to_owned(), value, line));
    assert_eq!(told, expected);
    assert_eq!(trace.objects[0].label, "q");
}

#[test]
fn rule_21_a_pool_has_four_workers_more_than_cores_up_to_32() {
    let source = "from concurrent.futures import ThreadPoolExecutor\nprint(ThreadPoolExecutor()._max_workers)\n";
    for (cores, expected) in [(1, "5\n"), (4, "8\n"), (64, "32\n")] {
        let mut scenario = scenario(source);
        scenario.machine.cores = cores;
        let report = run(&scenario).expect("accepted");
        assert_eq!(report.trace.text(Stream::Stdout), expected);
    }
}

#[test]
fn rule_22_idle_workers_are_counted_after_every_item_until_3_11() {
    let source = "\
import time
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(1) as pool:
    for _ in range(5): pool.submit(time.sleep, 0.01)
    time.sleep(0.1)
    print(pool._idle_semaphore._value)
";
    check(&[V3_9, V3_11], source, "5\n");
    check(&[V3_12, V3_13, V3_14], source, "1\n");
}

#[test]
fn rule_22_a_worker_that_is_idle_is_used_again() {
    let source = "\
import time
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(8) as pool:
    for _ in range(4):
        pool.submit(time.sleep, 0.01).result()
        time.sleep(0.01)
    print(len(pool._threads))
    for _ in range(3): pool.submit(time.sleep, 0.05)
    print(len(pool._threads))
with ThreadPoolExecutor(8) as pool:
    for _ in range(5): pool.submit(int)
    print(len(pool._threads))
";
    check(&[V3_12, V3_13, V3_14], source, "1\n3\n2\n");
    // Four idle releases for one worker: over-counted.
    check(&[V3_9, V3_11], source, "1\n3\n2\n");
}

#[test]
fn rule_23_tasks_start_in_order_and_only_pending_ones_are_cancelled() {
    let source = "\
import time
from concurrent.futures import ThreadPoolExecutor
started = []
def work(n):
    started.append(n)
    time.sleep(0.05)
with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(work, n) for n in range(6)]
    time.sleep(0.01)
    print([f._state for f in futures[1:4]], futures[0].cancel(), futures[4].cancel())
print(started, futures[4]._state)
";
    let expected =
        "['RUNNING', 'PENDING', 'PENDING'] False True\n[0, 1, 2, 3, 5] CANCELLED_AND_NOTIFIED\n";
    check(ALL, source, expected);
}

#[test]
fn rule_24_callbacks_run_in_order_where_the_result_is_set() {
    let source = "\
import threading, time
from concurrent.futures import ThreadPoolExecutor
log = []
def told(what):
    def callback(future):
        log.append((what, threading.current_thread().name))
        if what == 2: raise ValueError('dropped')
    return callback
with ThreadPoolExecutor(1, thread_name_prefix='w') as pool:
    future = pool.submit(time.sleep, 0.02)
    for n in (1, 2, 3): future.add_done_callback(told(n))
future.add_done_callback(told('late'))
print(log)
";
    let report = running::report(source).expect("accepted");
    let expected = "[(1, 'w_0'), (2, 'w_0'), (3, 'w_0'), ('late', 'MainThread')]\n";
    assert_eq!(report.trace.text(Stream::Stdout), expected);
    let stderr = report.trace.text(Stream::Stderr);
    assert!(stderr.starts_with("exception calling callback for <Future at"));
}

#[test]
fn rule_25_map_submits_at_once_and_fails_where_the_result_would_be() {
    let source = "\
import time
from concurrent.futures import ThreadPoolExecutor
started = []
def work(n):
    started.append(n)
    time.sleep(0.01)
    if n == 1: raise LookupError(n)
    return n
with ThreadPoolExecutor(4) as pool:
    results = pool.map(work, range(4))
    time.sleep(0.005)
    print(sorted(started), next(results))
    try:
        next(results)
    except LookupError as error:
        print('failed', error)
    print(list(results))
";
    check(ALL, source, "[0, 1, 2, 3] 0\nfailed 1\n[]\n");
}

#[test]
fn rule_25_a_map_can_be_bounded_from_3_14_on() {
    let source = "\
from concurrent.futures import ThreadPoolExecutor
asked = []
def numbers():
    for n in range(6):
        asked.append(n)
        yield n
with ThreadPoolExecutor(2) as pool:
    results = pool.map(str, numbers(), buffersize=2)
    print(asked)
    print(next(results), asked)
    print(list(results))
    for wrong in (0, 'x'):
        try:
            pool.map(str, [], buffersize=wrong)
        except (ValueError, TypeError) as error:
            print(error)
";
    let expected = "[0, 1]\n0 [0, 1, 2]\n['1', '2', '3', '4', '5']\n\
                    buffersize must be None or > 0\nbuffersize must be an integer or None\n";
    check(&[V3_14], source, expected);
    let source = "\
from concurrent.futures import ThreadPoolExecutor
try:
    ThreadPoolExecutor(1).map(str, [], buffersize=2)
except TypeError as error:
    print(error)
";
    let expected = "Executor.map() got an unexpected keyword argument 'buffersize'\n";
    check(&[V3_11, V3_13], source, expected);
}

#[test]
fn rule_26_as_completed_yields_by_completion_and_wait_gives_sets() {
    let source = "\
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_COMPLETED
with ThreadPoolExecutor(3) as pool:
    futures = {pool.submit(time.sleep, n / 10): n for n in (3, 1, 2)}
    done, pending = wait(futures, return_when=FIRST_COMPLETED)
    print(type(done).__name__, [futures[f] for f in done], len(pending))
    print([futures[f] for f in as_completed(futures)])
";
    check(ALL, source, "set [1] 2\n[1, 2, 3]\n");
}

#[test]
fn rule_28_a_pool_that_is_shut_down_takes_nothing_and_cancels_what_is_pending() {
    let source = "\
import time
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(1) as pool:
    future = pool.submit(time.sleep, 0.05)
print(future.done())
try:
    pool.submit(int)
except RuntimeError as error:
    print(error)
pool = ThreadPoolExecutor(1)
futures = [pool.submit(time.sleep, 0.05) for _ in range(3)]
time.sleep(0.01)
pool.shutdown(cancel_futures=True)
print([f.cancelled() for f in futures])
";
    let expected = "True\ncannot schedule new futures after shutdown\n[False, True, True]\n";
    check(ALL, source, expected);
}
