//! `typing`: the forms that annotations are written in. None of it checks anything, as in CPython.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[FORMS, TYPING, ANNOTATION_TEXT];

const FORMS: ModuleDef = ModuleDef {
    name: "_typing_forms",
    functions: &[],
    set_up: None,
    source: Some(include_str!("forms.py")),
    shown_as: "/usr/lib/python3.11/typing.py",
    support: Support::INTERNAL,
};

const TYPING: ModuleDef = ModuleDef {
    name: "typing",
    functions: &[],
    set_up: None,
    source: Some(include_str!("typing.py")),
    shown_as: "/usr/lib/python3.11/typing.py",
    support: Support {
        there: "every name of 3.11, with CPython's reprs; `Generic`, `Protocol`, `NamedTuple`, `TypedDict`, `NewType`",
        partial: &[(
            "`get_type_hints`",
            "annotations that are text are looked up when they are names, subscripts and unions",
        )],
        refused: &[],
    },
};

const ANNOTATION_TEXT: ModuleDef = ModuleDef {
    name: "_annotation_text",
    functions: &[],
    set_up: None,
    source: Some(include_str!("annotation_text.py")),
    shown_as: "/usr/lib/python3.11/typing.py",
    support: Support::INTERNAL,
};
