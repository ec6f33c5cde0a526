//! `requests`: HTTP as most people write it, over the simulated network.

use interleave_python::vm::{ModuleDef, Support};

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

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "requests",
        functions: &[],
        set_up: None,
        source: Some(include_str!("requests.py")),
        shown_as: "/usr/lib/python3/dist-packages/requests/__init__.py",
        support: Support {
            there: "`get` and the other verbs, `Session`, `Response` whole, `Request` and `PreparedRequest`, cookies, redirects, basic authentication, streaming, timeouts, `HTTPAdapter` with `Retry`, the exceptions in its own words",
            partial: &[
                (
                    "all of it",
                    "over the scenario's simulated network: any URL answers, as the network's rules say",
                ),
                (
                    "`verify`, `cert`, `proxies`",
                    "accepted, and mean nothing here",
                ),
            ],
            refused: &[],
        },
    },
    part("requests.exceptions", include_str!("exceptions.py")),
    part("requests.structures", include_str!("structures.py")),
    part("requests.cookies", include_str!("cookies.py")),
    part("requests.auth", include_str!("auth.py")),
    part("requests.models", include_str!("models.py")),
    part("requests.adapters", include_str!("adapters.py")),
    part("requests.sessions", include_str!("sessions.py")),
    part("requests.api", include_str!("api.py")),
    part("requests.status_codes", include_str!("status_codes.py")),
    part("requests.utils", include_str!("functions.py")),
    part(
        "requests.packages",
        "\"\"\"The packages that requests once brought along.\n\"\"\"\nimport urllib3\n",
    ),
    part(
        "requests.packages.urllib3",
        "\"\"\"urllib3 by its old name.\n\"\"\"\nfrom urllib3 import *\nfrom urllib3 import disable_warnings, exceptions, util\n",
    ),
    part(
        "requests.packages.urllib3.exceptions",
        "\"\"\"urllib3's exceptions by their old name.\n\"\"\"\nfrom urllib3.exceptions import *\n",
    ),
    part(
        "requests.packages.urllib3.util.retry",
        "\"\"\"urllib3's `Retry` by its old name.\n\"\"\"\nfrom urllib3.util.retry import Retry\n",
    ),
];
