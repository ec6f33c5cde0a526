//! `urllib`: URLs as text, and requests over the simulated network with their errors.

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
    ModuleDef {
        name: "urllib.request",
        functions: &[],
        set_up: None,
        source: Some(include_str!("request.py")),
        shown_as: "/usr/lib/python3.11/urllib/request.py",
        support: Support {
            there: "`urlopen`, `Request`, `urlretrieve`, `build_opener`, `install_opener`, redirects, cookies, basic authentication, `data:` and `file:` URLs",
            partial: &[
                (
                    "all of it",
                    "over the scenario's simulated network: any URL answers, as the network's rules say",
                ),
                ("proxies, `context`", "accepted, and mean nothing here"),
            ],
            refused: &[("`ftp:`", "no such server")],
        },
    },
    ModuleDef {
        name: "urllib.robotparser",
        functions: &[],
        set_up: None,
        source: Some(include_str!("robots.py")),
        shown_as: "/usr/lib/python3.11/urllib/robotparser.py",
        support: Support::whole("`RobotFileParser` without crawl delays by pattern"),
    },
];
