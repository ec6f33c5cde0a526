//! Runs small scripts on the bare VM (no library) under the kernel: the VM's own boundary.

use interleave_kernel::{Config, FirstCome, Kernel};
use interleave_python::vm::{Options, Processes, Registry, RunLimits, Vm};
use interleave_trace::{Outcome, Stream};
use std::rc::Rc;

/// Runs `source` and compares what it prints.
fn check(source: &str, expected: &str) {
    let limits = RunLimits {
        steps: 5_000_000,
        heap_bytes: 64 << 20,
        output_bytes: 1 << 20,
    };
    let options = Options {
        minor: 11,
        gil: true,
        cores: 4,
        start_method: None,
        seed: 1,
        stdout_is_pipe: false,
        switch_interval_ns: 5_000_000,
        limits,
        told: Default::default(),
    };
    let files = vec![("main.py".to_owned(), source.to_owned())];
    let vm = Vm::new(files, options, Rc::new(Registry::default())).expect("it compiles");
    let mut kernel = Kernel::new(
        Config::default(),
        Processes::new(vm),
        FirstCome,
        "MainThread",
    );
    let mut outcome = None;
    while outcome.is_none() {
        outcome = kernel.advance(1_000_000);
    }
    let (trace, _) = kernel.finish(false);
    assert_eq!(trace.text(Stream::Stdout), expected, "{:?}", trace.outcome);
    assert!(
        matches!(trace.outcome, Outcome::Finished { .. }),
        "{:?}",
        trace.outcome
    );
}

#[test]
fn functions_and_loops() {
    check(
        "def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\nprint(f(15))\n",
        "610\n",
    );
    check(
        "t = 0\nfor i in range(10):\n    t += i\nprint(t, [x * x for x in range(4)])\n",
        "45 [0, 1, 4, 9]\n",
    );
    check(
        "def g(*a, k=1, **kw):\n    print(a, k, kw)\ng(1, 2, k=3, z=4)\n",
        "(1, 2) 3 {'z': 4}\n",
    );
}

#[test]
fn classes() {
    check(
        "class A:\n    def __init__(self, x):\n        self.x = x\n    def __repr__(self):\n        return f'A({self.x})'\n\
         class B(A):\n    def __init__(self):\n        super().__init__(7)\n    @property\n    def y(self):\n        return self.x + 1\n\
         b = B()\nprint(b, b.y, isinstance(b, A), [b])\n",
        "A(7) 8 True [A(7)]\n",
    );
}

#[test]
fn exceptions() {
    check(
        "def f():\n    try:\n        raise ValueError('no')\n    except ValueError as e:\n        print('caught', e)\n        return 1\n\
         \x20   finally:\n        print('finally')\nprint(f())\n",
        "caught no\nfinally\n1\n",
    );
}

#[test]
fn generators() {
    check(
        "def g():\n    x = yield 1\n    print('got', x)\n    yield from [2, 3]\n    return 9\n\
         def h():\n    r = yield from g()\n    print('r', r)\n\
         i = h()\nprint(next(i))\nprint(i.send('a'))\nprint(list(i))\nprint(sum(x for x in range(5)))\n",
        "1\ngot a\n2\nr 9\n[3]\n10\n",
    );
    check(
        "print(list(map(lambda x: x + 1, [1, 2])), list(zip('ab', [1, 2])), sorted([3, 1, 2], key=lambda x: -x))\n",
        "[2, 3] [('a', 1), ('b', 2)] [3, 2, 1]\n",
    );
}

#[test]
fn with_blocks() {
    check(
        "class C:\n    def __enter__(self):\n        print('in')\n        return 5\n    def __exit__(self, *a):\n        print('out', a[0])\n        return True\n\
         with C() as c:\n    print(c)\n    1 / 0\nprint('after')\n",
        "in\n5\nout <class 'ZeroDivisionError'>\nafter\n",
    );
}
