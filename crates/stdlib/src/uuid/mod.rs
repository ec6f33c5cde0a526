//! `uuid` and `secrets`: what must be unique or secret elsewhere, drawn from the scenario's seed here.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "uuid",
        functions: &[],
        set_up: None,
        source: Some(include_str!("uuid.py")),
        shown_as: "/usr/lib/python3.11/uuid.py",
        support: Support {
            there: "`UUID` whole, `uuid1`, `uuid3`, `uuid4`, `uuid5`, `getnode`, the namespaces",
            partial: &[(
                "`uuid1`, `uuid4`",
                "by the scenario's seed, so that a run repeats",
            )],
            refused: &[],
        },
    },
    ModuleDef {
        name: "secrets",
        functions: &[],
        set_up: None,
        source: Some(include_str!("secrets.py")),
        shown_as: "/usr/lib/python3.11/secrets.py",
        support: Support {
            there: "`token_bytes`, `token_hex`, `token_urlsafe`, `randbelow`, `randbits`, `choice`, `compare_digest`, `SystemRandom`",
            partial: &[("all of it", "by the scenario's seed, so that a run repeats")],
            refused: &[],
        },
    },
];
