//! Where instructions come from, as CPython 3.11 places them.

use super::compile;
use crate::code::Instr;

/// The line and text of the first instruction of `source` that `wanted` picks.
fn check(source: &str, wanted: fn(&Instr) -> bool, line: u32, text: &str) {
    let (code, _) = compile(source);
    let index = code.instrs.iter().position(wanted).expect(source);
    let span = code.spans[index];
    assert_eq!(&source[span.start as usize..span.end as usize], text);
    assert_eq!(code.lines[index], line, "{source}");
}

#[test]
fn operations_point_at_the_whole_expression() {
    check(
        "x = a + b * c\n",
        |i| matches!(i, Instr::Binary(_)),
        1,
        "b * c",
    );
    check(
        "x = f(1, k=2)\n",
        |i| matches!(i, Instr::CallKeywords { .. }),
        1,
        "f(1, k=2)",
    );
    check("x = a.b.c\n", |i| matches!(i, Instr::LoadAttr(_)), 1, "a.b");
    check(
        "x = a[0][1]\n",
        |i| matches!(i, Instr::LoadSubscript),
        1,
        "a[0]",
    );
    check(
        "x = f(y for y in z)\n",
        |i| matches!(i, Instr::GetIter),
        1,
        "(y for y in z)",
    );
}

#[test]
fn a_method_call_over_lines_is_on_the_line_of_its_name() {
    let source = "(a\n  .b()\n  .c(1))\n";
    check(source, |i| matches!(i, Instr::CallMethod(1)), 3, "c(1)");
}

#[test]
fn statements_that_raise_by_themselves() {
    check(
        "if x:\n    raise E(1) from y\n",
        |i| matches!(i, Instr::Raise(2)),
        2,
        "raise E(1) from y",
    );
    check(
        "assert a < b, m\n",
        |i| matches!(i, Instr::Raise(1)),
        1,
        "a < b",
    );
    check(
        "assert a, m\n",
        |i| matches!(i, Instr::Raise(1)),
        1,
        "assert a, m",
    );
    check(
        "a, b = c\n",
        |i| matches!(i, Instr::UnpackSequence(2)),
        1,
        "a, b",
    );
    check(
        "for x in 5: pass\n",
        |i| matches!(i, Instr::GetIter),
        1,
        "for x in 5: pass",
    );
    check(
        "import a.b\n",
        |i| matches!(i, Instr::Import { .. }),
        1,
        "import a.b",
    );
}

#[test]
fn a_definition_starts_after_its_decorators() {
    let source = "@d(1)  # why\n# more\n@e\ndef f(): pass\n";
    check(
        source,
        |i| matches!(i, Instr::MakeFunction { .. }),
        4,
        "def f(): pass",
    );
    let (code, _) = compile(source);
    let calls: Vec<_> = (0..code.instrs.len())
        .filter(|&index| matches!(code.instrs[index], Instr::Call(1)))
        .map(|index| code.lines[index])
        .collect();
    assert_eq!(calls, [1, 3, 1]);
}
