//! `ipaddress`: addresses and networks as numbers and texts.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "ipaddress",
    functions: &[],
    set_up: None,
    source: Some(include_str!("ipaddress.py")),
    shown_as: "/usr/lib/python3.11/ipaddress.py",
    support: Support {
        there: "`ip_address`, `ip_network`, `ip_interface`, `IPv4Address`, `IPv6Address`, `IPv4Network`, `IPv6Network`, `IPv4Interface`, `IPv6Interface`: texts, comparisons, hosts, subnets, supernets, containment, the special ranges",
        partial: &[],
        refused: &[(
            "`summarize_address_range`, `collapse_addresses`, `address_exclude`",
            "rarely used",
        )],
    },
}];
