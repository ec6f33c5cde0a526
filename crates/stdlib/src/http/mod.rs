//! `http`: codes and methods as enumerations, and connections to the hosts of the simulated network.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "http",
        functions: &[],
        set_up: None,
        source: Some(include_str!("http.py")),
        shown_as: "/usr/lib/python3.11/http/__init__.py",
        support: Support::whole("`HTTPStatus`, `HTTPMethod`"),
    },
    ModuleDef {
        name: "http.client",
        functions: &[],
        set_up: None,
        source: Some(include_str!("client.py")),
        shown_as: "/usr/lib/python3.11/http/client.py",
        support: Support {
            there: "`HTTPConnection`, `HTTPSConnection`, `HTTPResponse` as a file, the exceptions, `responses`",
            partial: &[(
                "all of it",
                "over the scenario's simulated network; a request goes out when its response is asked for",
            )],
            refused: &[("`set_tunnel`", "there are no proxies")],
        },
    },
];
