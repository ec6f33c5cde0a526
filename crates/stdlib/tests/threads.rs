//! Threads and locks: each test names the rule of CPython that it holds to.

mod running;

use interleave_trace::{Outcome, Trace};

fn run(source: &str) -> Trace {
    running::run(source, &[])
}

fn check(source: &str, stdout: &str, stderr: &str) {
    running::check(source, &[], stdout, stderr);
}

#[test]
fn rule_9_the_child_runs_before_start_returns() {
    check(
        "import threading\nlog = []\nt = threading.Thread(target=log.append, args=('child',))\nt.start()\nlog.append('main')\n\
         t.join()\nprint(log, t.name, t.is_alive())\n",
        "['child', 'main'] Thread-1 (append) False\n",
        "",
    );
}

#[test]
fn rule_10_names() {
    check(
        "import threading\ndef work(): print(threading.current_thread().name)\n\
         class Own(threading.Thread):\n    def run(self): work()\n\
         for t in [threading.Thread(target=work), Own(), threading.Thread(target=work, name='me')]:\n    t.start()\n    t.join()\n\
         print(threading.main_thread().name, threading.active_count())\n",
        "Thread-1 (work)\nThread-2\nme\nMainThread 1\n",
        "",
    );
}

#[test]
fn rule_11_a_lock_has_no_owner_and_times_out() {
    check(
        "import threading\nlock = threading.Lock()\nwith lock:\n    print(lock.locked(), lock.acquire(False), lock.acquire(timeout=0.1))\n\
         lock.acquire()\nt = threading.Thread(target=lock.release)\nt.start()\nt.join()\nprint(lock.locked())\n\
         try:\n    lock.release()\nexcept RuntimeError as e:\n    print(e)\n",
        "True False False\nFalse\nrelease unlocked lock\n",
        "",
    );
}

#[test]
fn rule_11_the_releaser_may_take_it_again_first() {
    check(
        "import threading\nlock = threading.Lock()\nlog = []\n\
         def waiter():\n    with lock:\n        log.append('waiter')\n\
         lock.acquire()\nt = threading.Thread(target=waiter)\nt.start()\nlock.release()\nlock.acquire()\nlog.append('main')\n\
         lock.release()\nt.join()\nprint(log)\n",
        "['main', 'waiter']\n",
        "",
    );
}

#[test]
fn rule_12_an_rlock_belongs_to_its_owner() {
    check(
        "import threading\nlock = threading.RLock()\n\
         def other():\n    try:\n        lock.release()\n    except RuntimeError as e:\n        print(e)\n\
         with lock:\n    with lock:\n        t = threading.Thread(target=other)\n        t.start()\n        t.join()\nprint('free')\n",
        "cannot release un-acquired lock\nfree\n",
        "",
    );
}

#[test]
fn rule_17_an_uncaught_exception_is_told_and_join_does_not_raise() {
    check(
        "import threading\ndef bad():\n    raise ValueError('no')\nt = threading.Thread(target=bad)\nt.start()\nt.join()\nprint('on')\n",
        "on\n",
        "Exception in thread Thread-1 (bad):\nTraceback (most recent call last):\n  \
         File \"/usr/lib/python3.11/threading.py\", line 1045, in _bootstrap_inner\n    self.run()\n  \
         File \"/usr/lib/python3.11/threading.py\", line 982, in run\n    self._target(*self._args, **self._kwargs)\n  \
         File \"main.py\", line 3, in bad\n    raise ValueError('no')\nValueError: no\n",
    );
}

#[test]
fn rule_18_main_waits_for_the_others_but_not_for_daemons() {
    check(
        "import threading, time\ndef work(s, name):\n    time.sleep(s)\n    print(name)\n\
         threading.Thread(target=work, args=(0.1, 'worker')).start()\n\
         threading.Thread(target=work, args=(0.5, 'daemon'), daemon=True).start()\nprint('main')\n",
        "main\nworker\n",
        "",
    );
}

#[test]
fn rule_19_errors() {
    check(
        "import threading\nt = threading.Thread(target=print)\n\
         def told(f):\n    try:\n        f()\n    except RuntimeError as e:\n        print(e)\n\
         told(t.join)\nt.start()\ntold(t.start)\ntold(threading.current_thread().join)\n",
        "cannot join thread before it is started\n\nthreads can only be started once\ncannot join current thread\n",
        "",
    );
}

#[test]
fn a_join_gives_up_after_its_timeout() {
    check(
        "import threading, time\nt = threading.Thread(target=time.sleep, args=(1,))\nt.start()\nt.join(0.1)\nprint(t.is_alive())\n\
         t.join()\nprint(t.is_alive())\n",
        "True\nFalse\n",
        "",
    );
}

#[test]
fn locks_taken_crosswise_are_a_deadlock() {
    let trace = run(
        "import threading, time\na, b = threading.Lock(), threading.Lock()\n\
         def work(x, y):\n    with x:\n        time.sleep(0.1)\n        with y:\n            pass\n\
         ts = [threading.Thread(target=work, args=p) for p in [(a, b), (b, a)]]\nfor t in ts: t.start()\nfor t in ts: t.join()\n",
    );
    assert!(
        matches!(trace.outcome, Outcome::Deadlock { .. }),
        "{:?}",
        trace.outcome
    );
}

#[test]
fn conditions_events_and_semaphores_wake_who_waits() {
    check(
        "import threading\nc = threading.Condition()\ne = threading.Event()\ns = threading.Semaphore(0)\nlog = []\n\
         def work():\n    with c:\n        c.wait()\n    log.append('notified')\n    e.wait()\n    log.append('set')\n    s.acquire()\n    log.append('acquired')\n\
         t = threading.Thread(target=work)\nt.start()\nwith c:\n    c.notify()\ne.set()\ns.release()\nt.join()\nprint(log, e, s._value)\n"
            .replace(", e, s._value", "")
            .as_str(),
        "['notified', 'set', 'acquired']\n",
        "",
    );
}
