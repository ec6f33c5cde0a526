//! `hashlib` and `hmac`. Much data is digested without the GIL, as CPython does it; time is charged by the byte.
//! Source of the rules: CPython 3.11, Modules/_hashopenssl.c and Modules/hashlib.h.

mod algorithm;
mod blake2;
mod hasher;
mod object;

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "_hashlib",
        functions: &[
            ("new", object::new),
            ("md5", |vm, args| object::named(vm, args, "md5")),
            ("sha1", |vm, args| object::named(vm, args, "sha1")),
            ("sha224", |vm, args| object::named(vm, args, "sha224")),
            ("sha256", |vm, args| object::named(vm, args, "sha256")),
            ("sha384", |vm, args| object::named(vm, args, "sha384")),
            ("sha512", |vm, args| object::named(vm, args, "sha512")),
            ("sha3_224", |vm, args| object::named(vm, args, "sha3_224")),
            ("sha3_256", |vm, args| object::named(vm, args, "sha3_256")),
            ("sha3_384", |vm, args| object::named(vm, args, "sha3_384")),
            ("sha3_512", |vm, args| object::named(vm, args, "sha3_512")),
            ("shake_128", |vm, args| object::named(vm, args, "shake_128")),
            ("shake_256", |vm, args| object::named(vm, args, "shake_256")),
            ("blake2b", |vm, args| object::blake2(vm, args, "blake2b")),
            ("blake2s", |vm, args| object::blake2(vm, args, "blake2s")),
            ("pbkdf2_hmac", object::pbkdf2_hmac),
            ("compare_digest", object::compare_digest),
        ],
        set_up: Some(object::set_up),
        source: None,
        shown_as: "",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "hashlib",
        functions: &[],
        set_up: None,
        source: Some(include_str!("hashlib.py")),
        shown_as: "/usr/lib/python3.11/hashlib.py",
        support: Support {
            there: "`md5`, `sha1`, `sha224` … `sha512`, `sha3_*`, `shake_*`, `blake2b`, `blake2s`, `new`, `pbkdf2_hmac`, `file_digest`; the GIL is free while 2048 bytes or more are digested",
            partial: &[(
                "`blake2b`, `blake2s`",
                "without the parameters of tree hashing",
            )],
            refused: &[("`scrypt`", "rarely used")],
        },
    },
    ModuleDef {
        name: "hmac",
        functions: &[],
        set_up: None,
        source: Some(include_str!("hmac.py")),
        shown_as: "/usr/lib/python3.11/hmac.py",
        support: Support::whole("`new`, `HMAC`, `digest`, `compare_digest`"),
    },
];
