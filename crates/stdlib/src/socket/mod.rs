//! `socket`, `select`, `selectors`, `socketserver`: sockets of the simulated machine, Python over a part of the world.

mod natives;
mod sockets;

use interleave_python::vm::{ModuleDef, Support};

const fn python(
    name: &'static str,
    shown_as: &'static str,
    source: &'static str,
    support: Support,
) -> ModuleDef {
    ModuleDef {
        name,
        functions: &[],
        set_up: None,
        source: Some(source),
        shown_as,
        support,
    }
}

/// The modules of this folder.
pub(crate) const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "_socket",
        functions: natives::FUNCTIONS,
        set_up: None,
        source: None,
        shown_as: "",
        support: Support::INTERNAL,
    },
    python(
        "socket",
        "/usr/lib/python3.11/socket.py",
        concat!(
            include_str!("names.py"),
            "\n\n",
            include_str!("socket.py"),
            "\n\n",
            include_str!("socket_file.py")
        ),
        Support {
            there: "streams, datagrams and Unix sockets between the threads and processes of the script; time-outs, `makefile`, `socketpair`, `create_connection`, `create_server`, `getaddrinfo`, `gethostbyname`, the errors",
            partial: &[(
                "hosts of the outside",
                "names are resolved; a connection to them is refused: `requests`, `urllib`, `aiohttp` and `httpx` answer for the simulated network",
            )],
            refused: &[(
                "raw sockets",
                "the machine has no network below its streams",
            )],
        },
    ),
    python(
        "select",
        "",
        include_str!("select.py"),
        Support::whole("`select`, `poll`, `epoll`, the constants"),
    ),
    python(
        "selectors",
        "/usr/lib/python3.11/selectors.py",
        include_str!("selectors.py"),
        Support::whole("everything"),
    ),
    python(
        "socketserver",
        "/usr/lib/python3.11/socketserver.py",
        include_str!("socketserver.py"),
        Support {
            there: "`TCPServer`, `UDPServer`, their threading and forking kinds, `ThreadingMixIn`, `BaseRequestHandler`, `StreamRequestHandler`, `DatagramRequestHandler`",
            partial: &[],
            refused: &[],
        },
    ),
];
