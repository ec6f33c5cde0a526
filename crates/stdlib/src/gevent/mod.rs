//! gevent: a hub, its loop and what waits by switching to it, in Python over `greenlet` and one native wait.

mod r#loop;

use interleave_python::vm::{ModuleDef, Support};

/// A module of the folder that scripts do not need to know of by itself.
const fn part(name: &'static str, source: &'static str) -> ModuleDef {
    ModuleDef {
        name,
        functions: &[],
        set_up: None,
        source: Some(source),
        shown_as: "",
        support: Support::INTERNAL,
    }
}

/// The modules of this folder.
pub(crate) const MODULES: &[ModuleDef] = &[
    ModuleDef {
        support: Support {
            there: "`spawn`, `spawn_later`, `spawn_raw`, `Greenlet` with its links, `joinall`, `wait`, `iwait`, `kill`, `killall`, `sleep`, `idle`, `Timeout`, `with_timeout`, `get_hub`, `signal_handler`; `event`, `lock`, `queue`, `pool`, `local`, `threadpool`, `monkey`, `select`, `subprocess`, `os`, `socket`, `server`, `pywsgi`",
            partial: &[
                (
                    "a failure on stderr",
                    "the traceback leaves gevent's own frames out",
                ),
                (
                    "clients of the network",
                    "a patched one waits in its greenlet; `gevent.subprocess` reads a program's output in a real thread",
                ),
            ],
            refused: &[
                ("`backdoor`", "a run takes no input from outside"),
                ("`ssl`", "not here yet"),
            ],
        },
        ..part("gevent", include_str!("gevent.py"))
    },
    ModuleDef {
        functions: &[
            ("_bell", r#loop::new_bell),
            ("_ring", r#loop::ring),
            ("_wait", r#loop::wait),
            ("_ready", r#loop::ready_now),
            ("_clock", r#loop::clock),
            ("_spend", r#loop::spend),
        ],
        set_up: Some(|vm, _| r#loop::set_up(vm)),
        ..part("gevent._loop", include_str!("loop.py"))
    },
    part("gevent.exceptions", include_str!("exceptions.py")),
    part("gevent.hub", include_str!("hub.py")),
    part("gevent.timeout", include_str!("timeout.py")),
    part("gevent.greenlet", include_str!("greenlet.py")),
    part("gevent._abstract_linkable", include_str!("linkable.py")),
    part("gevent.event", include_str!("event.py")),
    part("gevent.lock", include_str!("lock.py")),
    part(
        "gevent._semaphore",
        "from gevent.lock import Semaphore, BoundedSemaphore\n",
    ),
    part("gevent.queue", include_str!("queue.py")),
    part("gevent.pool", include_str!("pool.py")),
    part("gevent.local", include_str!("local.py")),
    part("gevent._native", include_str!("native.py")),
    part("gevent.thread", include_str!("thread.py")),
    part("gevent.threading", include_str!("gthreading.py")),
    part("gevent.threadpool", include_str!("threadpool.py")),
    part("gevent.time", include_str!("time.py")),
    part("gevent.util", include_str!("util.py")),
    part("gevent._names", include_str!("names.py")),
    part("gevent._sockets", include_str!("sockets.py")),
    part("gevent.socket", include_str!("socket.py")),
    part("gevent.server", include_str!("server.py")),
    part(
        "gevent.baseserver",
        "from gevent.server import BaseServer, _address as parse_address\n",
    ),
    part("gevent.pywsgi", include_str!("pywsgi.py")),
    part("gevent.select", include_str!("select.py")),
    part("gevent.os", include_str!("os.py")),
    part("gevent.signal", include_str!("signal.py")),
    part("gevent.subprocess", include_str!("subprocess.py")),
    part("gevent.core", include_str!("core.py")),
    part("gevent.monkey", include_str!("monkey.py")),
];
