//! What does not compile, and with which message.

use super::compile_with;
use crate::code::Symbols;

/// The message for `source`, and the text that it points at.
fn check(source: &str, message: &str, at: &str) {
    let error = compile_with(source, &mut Symbols::default()).expect_err(source);
    assert_eq!(error.message, message, "{source}");
    let place = &source[error.start as usize..error.end as usize];
    assert_eq!(place, at, "{source}");
}

#[test]
fn statements_out_of_place() {
    check("break\n", "'break' outside loop", "break");
    check(
        "for x in y:\n    def f():\n        continue\n",
        "'continue' not properly in loop",
        "continue",
    );
    check(
        "class C:\n    return 1\n",
        "'return' outside function",
        "return 1",
    );
    check("x = (yield 1)\n", "'yield' outside function", "yield 1");
    check(
        "try:\n    a\nexcept:\n    b\nexcept T:\n    c\n",
        "default 'except:' must be last",
        "except:\n    b",
    );
    check(
        "def f():\n    from m import *\n",
        "import * only allowed at module level",
        "from m import *",
    );
}

#[test]
fn declarations_that_contradict() {
    check(
        "def f(x):\n    global x\n",
        "name 'x' is parameter and global",
        "x",
    );
    check(
        "def f():\n    nonlocal x\n",
        "no binding for nonlocal 'x' found",
        "x",
    );
    check(
        "def f():\n    global x\n    nonlocal x\n",
        "name 'x' is nonlocal and global",
        "x",
    );
}

#[test]
fn walrus_where_it_would_mislead() {
    check(
        "[x := 1 for x in y]\n",
        "assignment expression cannot rebind comprehension iteration variable 'x'",
        "x := 1",
    );
    check(
        "[x for x in (y := z)]\n",
        "assignment expression cannot be used in a comprehension iterable expression",
        "y := z",
    );
    check(
        "class C:\n    [(y := x) for x in z]\n",
        "assignment expression within a comprehension cannot be used in a class body",
        "y := x",
    );
}

#[test]
fn what_is_not_supported_is_named() {}

#[test]
fn deep_nesting_is_refused_and_long_sums_are_not() {
    let attributes = format!("x = a{}\n", ".b".repeat(2_000));
    let error = compile_with(&attributes, &mut Symbols::default()).expect_err("2,000 deep");
    assert_eq!(error.message, "too many nested expressions or blocks");
    let sum = format!("x = a{}\n", " + a".repeat(2_000));
    let code = compile_with(&sum, &mut Symbols::default()).expect("a sum of 2,001");
    assert_eq!(code.max_stack, 2);
}
