//! `urllib`: URLs as text, and the errors of requests. There is no network to ask.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "urllib.parse",
        functions: &[],
        set_up: None,
        source: Some(include_str!("parse.py")),
        shown_as: "/usr/lib/python3.11/urllib/parse.py",
        support: Support {
            there: "`urlparse`, `urlsplit`, `urljoin`, `urlunparse`, `urlunsplit`, `urldefrag`, `quote` and `unquote` in every form, `urlencode`, `parse_qs`, `parse_qsl`",
            partial: &[("URLs as `bytes`", "a TypeError: `str` only")],
            refused: &[],
        },
    },
    ModuleDef {
        name: "urllib.error",
        functions: &[],
        set_up: None,
        source: Some(include_str!("error.py")),
        shown_as: "/usr/lib/python3.11/urllib/error.py",
        support: Support::whole("`URLError`, `HTTPError`, `ContentTooShortError`"),
    },
];
