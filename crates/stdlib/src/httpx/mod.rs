//! `httpx`: clients for threads and for tasks over the simulated network.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "httpx",
    functions: &[],
    set_up: None,
    source: Some(concat!(
        include_str!("exceptions.py"),
        "\n",
        include_str!("messages.py"),
        "\n",
        include_str!("clients.py")
    )),
    shown_as: "/usr/lib/python3/dist-packages/httpx/__init__.py",
    support: Support {
        there: "`get` and the other verbs, `stream`, `Client`, `AsyncClient`, `Request`, `Response` whole, `Timeout`, `Limits`, `BasicAuth`, `MockTransport`, event hooks, redirects, cookies, the exceptions in its own words",
        partial: &[(
            "all of it",
            "over the scenario's simulated network: any URL answers, as the network's rules say; `verify`, `cert`, `proxy`, `http2` are accepted and mean nothing",
        )],
        refused: &[("`ASGITransport`, `WSGITransport`", "no servers behind it")],
    },
}];
