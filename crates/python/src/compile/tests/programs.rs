//! Whole programs as text: the instructions, the jumps and the exception table.
//!
//! Long because it is a list of programs with their code.

use super::compile;
use crate::compile::disassemble;

/// Compares the disassembly of `source` with `expected`.
fn check(source: &str, expected: &str) {
    let (code, symbols) = compile(source);
    let text = disassemble(&code, &symbols);
    assert_eq!(text, expected.trim_start_matches('\n'), "\n{text}");
}

#[test]
fn loops_test_at_the_bottom_and_conditions_make_no_bools() {
    check(
        "\
while a and not b:
    c()
    if a < b < c:
        continue
",
        r#"
<module>:
   1 >  0 LoadGlobal a
        1 PopJumpIfFalse(25)
        2 LoadGlobal b
        3 PopJumpIfTrue(25)
   2 >  4 LoadGlobal c
        5 Call(0)
        6 Pop
   3    7 LoadGlobal a
        8 LoadGlobal b
        9 Dup
       10 RotateThree
       11 Compare(Lt)
       12 PopJumpIfFalse(17)
       13 LoadGlobal c
       14 Compare(Lt)
       15 PopJumpIfFalse(20)
       16 Jump(19)
     > 17 Pop
       18 Jump(20)
   4 > 19 JumpBack(0)
   1 > 20 LoadGlobal a
       21 PopJumpIfFalse(25)
       22 LoadGlobal b
       23 PopJumpIfTrue(25)
       24 JumpBack(4)
     > 25 LoadConst None
       26 Return
"#,
    );
}

#[test]
fn a_return_leaves_the_finally_and_the_loop() {
    check(
        "\
def f():
    for x in y:
        try:
            return x.z
        finally:
            g()
",
        r#"
<module>:
   1    0 LoadConst code f
        1 MakeFunction { defaults: false, keyword_defaults: false, annotations: false, closure: false }
        2 StoreGlobal f
        3 LoadConst None
        4 Return
f:
   2    0 LoadGlobal y
        1 GetIter
        2 ForIter(16)
        3 StoreFast x
   4    4 LoadFast x
        5 LoadAttr z
   6    6 LoadGlobal g
        7 Call(0)
        8 Pop
   4    9 Swap
       10 DropIterator
       11 Return
   6 > 12 LoadGlobal g
       13 Call(0)
       14 Pop
       15 Reraise
     > 16 LoadConst None
       17 Return
     4..6 -> 12 stack 1 handled 0
"#,
    );
}

#[test]
fn an_except_clause_unbinds_its_name() {
    check(
        "\
try:
    a
except T as e:
    b
",
        r#"
<module>:
   2    0 LoadGlobal a
        1 Pop
        2 Jump(21)
   3 >  3 LoadGlobal T
        4 CheckExcMatch
        5 PopJumpIfFalse(20)
        6 Dup
        7 StoreGlobal e
   4    8 LoadGlobal b
        9 Pop
       10 PopExcept
       11 Pop
       12 LoadConst None
       13 StoreGlobal e
       14 DeleteGlobal e
       15 Jump(21)
     > 16 LoadConst None
       17 StoreGlobal e
       18 DeleteGlobal e
       19 Reraise
   3 > 20 Reraise
     > 21 LoadConst None
       22 Return
     0..2 -> 3 stack 0 handled 0
     8..10 -> 16 stack 1 handled 1
"#,
    );
}

#[test]
fn a_return_in_finally_drops_the_exception() {
    check(
        "\
def f():
    try:
        a
    finally:
        return 1
",
        r#"
<module>:
   1    0 LoadConst code f
        1 MakeFunction { defaults: false, keyword_defaults: false, annotations: false, closure: false }
        2 StoreGlobal f
        3 LoadConst None
        4 Return
f:
   3    0 LoadGlobal a
        1 Pop
   5    2 LoadConst Int(1)
        3 Return
     >  4 PopExcept
        5 Pop
        6 LoadConst Int(1)
        7 Return
     0..2 -> 4 stack 0 handled 0
"#,
    );
}

#[test]
fn break_and_continue_leave_the_with() {
    check(
        "\
for x in y:
    with a:
        if x: break
        continue
else:
    b
",
        r#"
<module>:
   1    0 LoadGlobal y
        1 GetIter
     >  2 ForIter(29)
        3 StoreGlobal x
   2    4 LoadGlobal a
        5 BeforeWith
        6 Pop
   3    7 LoadGlobal x
        8 PopJumpIfFalse(16)
   2    9 LoadConst None
       10 LoadConst None
       11 LoadConst None
       12 Call(3)
       13 Pop
   3   14 DropIterator
       15 Jump(31)
   2 > 16 LoadConst None
       17 LoadConst None
       18 LoadConst None
       19 Call(3)
       20 Pop
   4   21 JumpBack(2)
   2 > 22 WithExceptStart
       23 PopJumpIfTrue(25)
       24 Reraise
     > 25 PopExcept
       26 Pop
       27 Pop
       28 JumpBack(2)
   6 > 29 LoadGlobal b
       30 Pop
     > 31 LoadConst None
       32 Return
     6..9 -> 22 stack 2 handled 0
"#,
    );
}

#[test]
fn augmented_assignment_evaluates_its_target_once() {
    check(
        "\
x[i] += 1
o.a -= 2
",
        r#"
<module>:
   1    0 LoadGlobal x
        1 LoadGlobal i
        2 Dup2
        3 LoadSubscript
        4 LoadConst Int(1)
        5 InPlace(Add)
        6 RotateThree
        7 StoreSubscript
   2    8 LoadGlobal o
        9 Dup
       10 LoadAttr a
       11 LoadConst Int(2)
       12 InPlace(Sub)
       13 Swap
       14 StoreAttr a
       15 LoadConst None
       16 Return
"#,
    );
}

#[test]
fn fstrings_join_their_pieces() {
    check(
        "\
f'{a!r:>{w}} {b=}c'
",
        r#"
<module>:
   1    0 LoadGlobal a
        1 LoadConst Str(">")
        2 LoadGlobal w
        3 FormatValue { conversion: None, has_spec: false }
        4 BuildString(2)
        5 FormatValue { conversion: Repr, has_spec: true }
        6 LoadConst Str(" b=")
        7 LoadGlobal b
        8 FormatValue { conversion: Repr, has_spec: false }
        9 LoadConst Str("c")
       10 BuildString(4)
       11 Pop
       12 LoadConst None
       13 Return
"#,
    );
}

#[test]
fn starred_calls_collect_their_arguments() {
    check(
        "\
f(*a, k=1, **m)
",
        r#"
<module>:
   1    0 LoadGlobal f
        1 LoadGlobal a
        2 LoadConst Str("k")
        3 LoadConst Int(1)
        4 BuildMap(1)
        5 LoadGlobal m
        6 DictMerge(1)
        7 CallStarred { keywords: true }
        8 Pop
        9 LoadConst None
       10 Return
"#,
    );
}

#[test]
fn a_chain_compares_its_middle_once() {
    check(
        "\
x = a < b < c
",
        r#"
<module>:
   1    0 LoadGlobal a
        1 LoadGlobal b
        2 Dup
        3 RotateThree
        4 Compare(Lt)
        5 JumpIfFalseOrPop(9)
        6 LoadGlobal c
        7 Compare(Lt)
        8 Jump(11)
     >  9 Swap
       10 Pop
     > 11 StoreGlobal x
       12 LoadConst None
       13 Return
"#,
    );
}

#[test]
fn yield_from_loops_over_send() {
    check(
        "\
def g():
    x = yield from h()
",
        r#"
<module>:
   1    0 LoadConst code g
        1 MakeFunction { defaults: false, keyword_defaults: false, annotations: false, closure: false }
        2 StoreGlobal g
        3 LoadConst None
        4 Return
g:
   1    0 Nop
   2    1 LoadGlobal h
        2 Call(0)
        3 GetYieldFromIter
        4 LoadConst None
     >  5 Send(8)
        6 YieldFromItem
        7 JumpBack(5)
     >  8 StoreFast x
        9 LoadConst None
       10 Return
"#,
    );
}

#[test]
fn constants_are_folded() {
    check(
        "\
[*a, 60 * 60, -1, 9223372036854775808 - 0, 2 ** 10, 'ab' * 2, 1 / 4, (1, None), 1 / 0]
",
        r#"
<module>:
   1    0 BuildList(0)
        1 LoadGlobal a
        2 ListExtend(1)
        3 LoadConst Int(3600)
        4 ListAppend(1)
        5 LoadConst Int(-1)
        6 ListAppend(1)
        7 LoadConst BigInt("9223372036854775808")
        8 LoadConst Int(0)
        9 Binary(Sub)
       10 ListAppend(1)
       11 LoadConst Int(1024)
       12 ListAppend(1)
       13 LoadConst Str("abab")
       14 ListAppend(1)
       15 LoadConst Float(0.25)
       16 ListAppend(1)
       17 LoadConst Tuple([Int(1), None])
       18 ListAppend(1)
       19 LoadConst Int(1)
       20 LoadConst Int(0)
       21 Binary(Div)
       22 ListAppend(1)
       23 Pop
       24 LoadConst None
       25 Return
"#,
    );
}

#[test]
fn comprehensions_are_functions_of_an_iterator() {
    check(
        "\
[x for y in z if a < b for x in y]
",
        r#"
<module>:
   1    0 LoadConst code <listcomp>
        1 MakeFunction { defaults: false, keyword_defaults: false, annotations: false, closure: false }
        2 LoadGlobal z
        3 GetIter
        4 Call(1)
        5 Pop
        6 LoadConst None
        7 Return
<listcomp>:
   1    0 BuildList(0)
        1 LoadFast .0
     >  2 ForIter(16)
        3 StoreFast y
        4 LoadGlobal a
        5 LoadGlobal b
        6 Compare(Lt)
        7 PopJumpIfFalse(15)
        8 LoadFast y
        9 GetIter
     > 10 ForIter(15)
       11 StoreFast x
       12 LoadFast x
       13 ListAppend(3)
       14 JumpBack(10)
     > 15 JumpBack(2)
     > 16 Return
"#,
    );
}

#[test]
fn a_definition_evaluates_decorators_defaults_and_annotations() {
    check(
        "\
@d
def f(a, b=1, *, c: int=2):
    'doc'
",
        r#"
<module>:
   1    0 LoadGlobal d
   2    1 LoadConst Int(1)
        2 BuildTuple(1)
        3 LoadConst Str("c")
        4 LoadConst Int(2)
        5 BuildMap(1)
        6 LoadConst Str("c")
        7 LoadGlobal int
        8 BuildMap(1)
        9 LoadConst code f
       10 MakeFunction { defaults: true, keyword_defaults: true, annotations: true, closure: false }
   1   11 Call(1)
   2   12 StoreGlobal f
       13 LoadConst None
       14 Return
f:
   1    0 LoadConst None
        1 Return
"#,
    );
}

#[test]
fn a_class_body_fills_its_namespace() {
    check(
        "\
class C(B, metaclass=M):
    'doc'
    x: int = 1
    def m(self): super().m(k=1)
",
        r#"
<module>:
   1    0 LoadBuildClass
        1 LoadConst code C
        2 MakeFunction { defaults: false, keyword_defaults: false, annotations: false, closure: false }
        3 LoadConst Str("C")
        4 LoadGlobal B
        5 LoadGlobal M
        6 CallKeywords 4 Tuple([Str("metaclass")])
        7 StoreGlobal C
        8 LoadConst None
        9 Return
C:
   1    0 LoadName __name__
        1 StoreName __module__
        2 LoadConst Str("C")
        3 StoreName __qualname__
        4 BuildMap(0)
        5 StoreName __annotations__
   2    6 LoadConst Str("doc")
        7 StoreName __doc__
   3    8 LoadConst Int(1)
        9 StoreName x
       10 LoadName int
       11 LoadName __annotations__
       12 LoadConst Str("x")
       13 StoreSubscript
   4   14 PushCell __class__
       15 BuildTuple(1)
       16 LoadConst code C.m
       17 MakeFunction { defaults: false, keyword_defaults: false, annotations: false, closure: true }
       18 StoreName m
       19 PushCell __class__
       20 Return
C.m:
   4    0 LoadGlobal super
        1 Call(0)
        2 LoadMethod m
        3 LoadConst Int(1)
        4 CallMethodKeywords 1 Tuple([Str("k")])
        5 Pop
        6 LoadConst None
        7 Return
"#,
    );
}

#[test]
fn imports_bind_the_top_or_the_last_part() {
    check(
        "\
from a.b import c as d
import e.f, g.h as i
",
        r#"
<module>:
   1    0 Import a.b last
        1 ImportFrom c
        2 StoreGlobal d
        3 Pop
   2    4 Import e.f
        5 StoreGlobal e
        6 Import g.h last
        7 StoreGlobal i
        8 LoadConst None
        9 Return
"#,
    );
}
