//! `aiohttp`'s client over the simulated network.

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
        name: "aiohttp",
        functions: &[],
        set_up: None,
        source: Some(concat!(
            include_str!("aiohttp.py"),
            "\n",
            include_str!("session.py")
        )),
        shown_as: "/usr/lib/python3/dist-packages/aiohttp/__init__.py",
        support: Support {
            there: "`ClientSession` with its verbs, `ClientResponse` whole, `ClientTimeout`, `TCPConnector` with its limits, `BasicAuth`, `FormData`, `request`, streaming, redirects, cookies, the exceptions in its own words",
            partial: &[(
                "all of it",
                "over the scenario's simulated network: any URL answers, as the network's rules say",
            )],
            refused: &[
                ("`ws_connect`", "no web sockets"),
                ("`TraceConfig`", "the timeline shows what it would tell"),
            ],
        },
    },
    part(
        "aiohttp.client_exceptions",
        include_str!("client_exceptions.py"),
    ),
    part(
        "aiohttp.client",
        "\"\"\"aiohttp's client by the name of its part.\n\"\"\"\nfrom aiohttp import ClientResponse, ClientSession, ClientTimeout\n",
    ),
    part(
        "aiohttp.http_exceptions",
        "\"\"\"What aiohttp's parser raises.\n\"\"\"\n\n\nclass HttpProcessingError(Exception):\n    code = 0\n    message = \"\"\n\n\nclass BadHttpMessage(HttpProcessingError):\n    code = 400\n    message = \"Bad Request\"\n",
    ),
    part(
        "aiohttp.client_reqrep",
        "\"\"\"aiohttp's responses by the name of their part.\n\"\"\"\nfrom aiohttp import ClientResponse, RequestInfo\n",
    ),
    part(
        "yarl",
        "\"\"\"yarl: URLs as objects.\n\"\"\"\nfrom _network import URL\n",
    ),
    part(
        "multidict",
        "\"\"\"multidict: mappings with several values of a name.\n\"\"\"\nfrom _network import Fields as CIMultiDict\n\nMultiDict = CIMultiDictProxy = MultiDictProxy = CIMultiDict\n",
    ),
];
