//! `urllib3`: pools of connections over the simulated network, with its errors' own words; `requests` is made over them.

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
        name: "urllib3",
        functions: &[],
        set_up: None,
        source: Some(include_str!("urllib3.py")),
        shown_as: "/usr/lib/python3/dist-packages/urllib3/__init__.py",
        support: Support {
            there: "`PoolManager`, `HTTPConnectionPool`, `HTTPSConnectionPool`, `request`, `Timeout`, `Retry`, `HTTPResponse`, the exceptions, `disable_warnings`",
            partial: &[(
                "all of it",
                "over the scenario's simulated network; proxies and certificates are accepted and mean nothing",
            )],
            refused: &[],
        },
    },
    part("urllib3.exceptions", include_str!("exceptions.py")),
    part(
        "urllib3.util",
        "\"\"\"What urllib3's users find in its `util`.\n\"\"\"\nfrom urllib3.util.retry import Retry\nfrom urllib3.util.timeout import Timeout\n",
    ),
    part("urllib3.util.retry", include_str!("retry.py")),
    part("urllib3.util.timeout", include_str!("timeout.py")),
];
