//! What parsing says of right and wrong programs.

use super::{DiagnosticKind, Importable, parse, unsupported};

fn messages(text: &str, minor: u8) -> Vec<String> {
    parse("main.py", text, minor)
        .diagnostics
        .into_iter()
        .map(|diagnostic| {
            let kind = match diagnostic.kind {
                DiagnosticKind::Syntax => "syntax",
                DiagnosticKind::Unsupported => "unsupported",
                DiagnosticKind::Warning => "warning",
            };
            let span = &text[diagnostic.start as usize..diagnostic.end as usize];
            format!("{kind}: {} @ {span}", diagnostic.message)
        })
        .collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(messages(text, 11), expected, "{text}");
}

#[test]
fn right_programs_have_no_diagnostic() {
    for text in [
        "",
        "x = 1\n",
        "\u{feff}x = 1\n",
        "def f(a, /, b=1, *c, d, **e):\n    return [a for a in c if (z := a)]\n",
        "def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2\n    return g\n",
        "def f():\n    for i in range(3):\n        if i: break\n    else:\n        return 1\n",
        "class C:\n    x = [y for y in range(3)]\n    def f(self): yield 1\n",
        "def f():\n    global g\n    g = 1\n",
        "f = lambda x: (yield x)\n",
    ] {
        check(text, &[]);
    }
}

#[test]
fn an_error_is_told_on_its_span() {
    for (text, message) in [
        ("x = 1 +\n", "invalid syntax @ \n"),
        (
            "x = 'abc\n",
            "unterminated string literal (detected at line 1) @ 'abc",
        ),
        (
            "f() = 1\n",
            "cannot assign to function call here. Maybe you meant '==' instead of '='? @ f()",
        ),
        ("return 1\n", "'return' outside function @ return 1"),
        (
            "class C:\n    return 1\n",
            "'return' outside function @ return 1",
        ),
        (
            "nonlocal x\n",
            "nonlocal declaration not allowed at module level @ nonlocal x",
        ),
        (
            "def f():\n    nonlocal x\n",
            "no binding for nonlocal 'x' found @ nonlocal x",
        ),
        (
            "def f(a, a): pass\n",
            "duplicate argument 'a' in function definition @ a",
        ),
        ("f(a=1, a=2)\n", "keyword argument repeated: a @ a=2"),
        (
            "def f():\n    await x\n",
            "'await' outside async function @ await x",
        ),
        ("break\n", "'break' outside loop @ break"),
        (
            "for x in y:\n    def f(): continue\n",
            "'continue' not properly in loop @ continue",
        ),
        (
            "def f(x):\n    global x\n",
            "name 'x' is parameter and global @ global x",
        ),
        (
            "def f():\n    x = 1\n    global x\n",
            "name 'x' is assigned to before global declaration @ global x",
        ),
        (
            "[(yield x) for x in y]\n",
            "'yield' inside list comprehension @ yield x",
        ),
        (
            "def f():\n    from x import *\n",
            "import * only allowed at module level @ *",
        ),
    ] {
        check(text, &[&format!("syntax: {message}")]);
    }
}

#[test]
fn a_version_refuses_what_came_later() {
    let text = "match x:\n    case 1: pass\n";
    assert_eq!(
        messages(text, 9),
        [
            "syntax: Cannot use `match` statement on Python 3.9 (syntax was added in Python 3.10) @ match"
        ]
    );
    assert_eq!(messages(text, 10), [""; 0]);
}

#[test]
fn a_named_character_is_told_as_not_supported() {
    for text in ["s = '\\N{BULLET}'\n", "s = f'\\N{BULLET}{x}'\n"] {
        let found = messages(text, 11);
        assert_eq!(found.len(), 1);
        assert!(
            found[0].starts_with("unsupported: NotSupported: the named character \\N{BULLET}"),
            "{found:?}"
        );
    }
}

#[test]
fn deep_nesting_is_refused_and_breadth_is_not() {
    let deep = [
        format!("x = {}1{}", "(".repeat(1000), ")".repeat(1000)),
        format!("x = {}1{}", "[a, ".repeat(150), "]".repeat(150)),
        format!("x = {}1", "-".repeat(1000)),
        format!("x = {}1", "not ".repeat(1000)),
        format!("x = {}1", "lambda a, b: ".repeat(1000)),
        format!("x = 1{}", " + 1".repeat(5000)),
        format!("x = a{}", ".b".repeat(5000)),
        format!("x = a{}", "()".repeat(5000)),
        format!("x = {}1", "1 if a else ".repeat(1000)),
        format!("x = {}", "f'{".repeat(1000)),
        "async ".repeat(1000),
        (0..150).map(|n| " ".repeat(n) + "if x:\n").collect(),
        "(\n".to_string()
            + &(0..150)
                .map(|n| " ".repeat(n) + "if x:\n")
                .collect::<String>(),
    ];
    for text in deep {
        let found = messages(&text, 13);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("too deeply nested"), "{found:?}");
    }
    let broad = [
        format!("x = [{}]", "-1, (a.b + 1) * f(2), ".repeat(1000)),
        format!("x = {{{}}}", "'a': lambda x, y: x.y, ".repeat(1000)),
        "x = a.b + -1\n".repeat(1000),
        format!("x = 1{}", " < 2 and 1 or 3".repeat(1000)),
        format!("if x: pass\n{}", "elif x: pass\n".repeat(1000)),
    ];
    for text in broad {
        assert_eq!(messages(&text, 13), [""; 0]);
    }
    // An unclosed bracket is a plain syntax error, however much code follows.
    let unclosed = format!("f(1\n{}", "x = a.b + 1\nreturn y.z\n".repeat(1000));
    assert!(messages(&unclosed, 13)[0].starts_with("syntax: "));
}

/// What is not supported in a right program, where `time` (with `sleep`), `os` and
/// `os.path` can be imported.
fn check_unsupported(text: &str, expected: &[&str]) {
    let parsed = parse("main.py", text, 14);
    assert_eq!(parsed.diagnostics, [], "{text}");
    let importable = Importable {
        module: &|name| ["time", "os", "os.path"].contains(&name),
        name: &|module, name| [("time", "sleep"), ("os", "path")].contains(&(module, name)),
    };
    let found: Vec<String> = unsupported(&parsed.module, text, importable)
        .into_iter()
        .map(|diagnostic| {
            assert_eq!(diagnostic.kind, DiagnosticKind::Unsupported);
            let span = &text[diagnostic.start as usize..diagnostic.end as usize];
            let message = diagnostic.message.strip_prefix("NotSupported: ");
            format!("{} @ {span}", message.expect("the prefix"))
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn what_is_not_supported_is_named_on_its_span() {
    for (text, expected) in [
        (
            "async def f(x):\n    await x\n    async for y in x: pass\n",
            &[][..],
        ),
        ("x = t'{y}'\n", &["t-strings @ t'{y}'"]),
        (
            "x = ['a', '\\uD800', f'{y}\\udfff', '\\ufffd', '\\ud7ff']\n",
            &[
                "lone surrogates in strings @ '\\uD800'",
                "lone surrogates in strings @ \\udfff",
            ],
        ),
    ] {
        check_unsupported(text, expected);
    }
}

#[test]
fn imports_are_checked_against_what_there_is() {
    for (text, expected) in [
        (
            "import time, os.path as p\nfrom time import sleep\n",
            &[][..],
        ),
        ("from os import path\nfrom time import *\n", &[]),
        ("from __future__ import annotations\n", &[]),
        (
            "import time, numpy.linalg\n",
            &["module 'numpy.linalg' is not available in Interleave yet @ numpy.linalg"],
        ),
        (
            "def f():\n    from numpy import array\n",
            &["module 'numpy' is not available in Interleave yet @ numpy"],
        ),
        (
            "from time import sleep, strptime as s\n",
            &["'strptime' of module 'time' is not available in Interleave yet @ strptime as s"],
        ),
        ("from . import x\n", &[]),
    ] {
        check_unsupported(text, expected);
    }
}

#[test]
fn an_import_whose_failure_is_handled_may_fail() {
    for text in [
        "try:\n    import numpy\nexcept ImportError:\n    numpy = None\n",
        "try:\n    from time import x\nexcept (KeyError, ModuleNotFoundError): pass\n",
        "try:\n    import numpy\nexcept: pass\n",
        "if TYPE_CHECKING:\n    import numpy\n",
    ] {
        check_unsupported(text, &[]);
    }
    check_unsupported(
        "try:\n    import numpy\nexcept KeyError:\n    import scipy\n",
        &[
            "module 'numpy' is not available in Interleave yet @ numpy",
            "module 'scipy' is not available in Interleave yet @ scipy",
        ],
    );
}
