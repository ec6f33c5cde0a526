//! `re`: regular expressions with CPython's semantics: parser, compiler to words, a backtracking matcher whose steps are
//! counted, and the objects that Python sees.

mod code;
mod compile;
mod data;
mod escape;
mod group;
mod letters;
mod matched;
mod matcher;
mod parse;
mod pattern;
mod source;
mod subject;
mod substitute;
mod template;
mod tree;

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "re",
    functions: &[("_compile_new", pattern::compile_new)],
    set_up: Some(|vm, module| {
        pattern::set_up(vm, module);
        matched::set_up(vm, module);
    }),
    source: Some(include_str!("re.py")),
    shown_as: "/usr/lib/python3.11/re/__init__.py",
    support: Support {
        there: "every function, flag and syntax of Python 3.11 (atomic groups and possessive quantifiers too), `Pattern`, `Match`, `error` with its position, for `str` and `bytes`",
        partial: &[
            ("`RegexFlag`", "an `int` of its own, not an `enum.IntFlag`"),
            ("`LOCALE`", "the locale is \"C\""),
        ],
        refused: &[("`Scanner`, `Pattern.scanner`, `DEBUG`", "not documented")],
    },
}];
