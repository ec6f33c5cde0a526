//! Where names live: fast locals, cells, globals, class namespaces.

use super::{compile, find};
use crate::code::{Code, Instr, Symbols};

fn names(symbols: &Symbols, code: &Code) -> (Vec<String>, Vec<String>) {
    let all = |list: &[crate::code::Symbol]| {
        list.iter()
            .map(|&name| symbols.name(name).to_string())
            .collect()
    };
    (all(&code.locals), all(&code.cells))
}

/// Checks the locals and cells of the code called `qualname` in `source`.
fn check(source: &str, qualname: &str, locals: &[&str], cells: &[&str]) {
    let (code, symbols) = compile(source);
    let (found_locals, found_cells) = names(&symbols, &find(&code, qualname));
    assert_eq!(found_locals, locals, "locals of {qualname} in\n{source}");
    assert_eq!(found_cells, cells, "cells of {qualname} in\n{source}");
}

#[test]
fn a_captured_parameter_is_a_cell_and_keeps_its_slot() {
    let source = "def f(a, b, *c, d=1, **e):\n    x = b\n    return lambda: (b, x, e)\n";
    check(source, "f", &["a", "b", "d", "c", "e"], &["b", "e", "x"]);
    check(source, "f.<locals>.<lambda>", &[], &["b", "x", "e"]);
    let (code, _) = compile(source);
    let f = find(&code, "f");
    assert_eq!(f.cell_parameters, [Some(1), Some(4), None]);
    assert_eq!((f.positional_count, f.keyword_only_count), (2, 1));
    assert!(f.has_varargs && f.has_varkeywords);
}

#[test]
fn nonlocal_passes_through_scopes_and_classes() {
    let source = "def f():\n    n = 0\n    class C:\n        n = 5\n        def m(self):\n            nonlocal n\n            n += 1\n    return C\n";
    check(source, "f", &["C"], &["n"]);
    check(source, "f.<locals>.C", &[], &["n"]);
    check(source, "f.<locals>.C.m", &["self"], &["n"]);
    let (code, symbols) = compile(source);
    let class = find(&code, "f.<locals>.C");
    let n = symbols.find("n").expect("n is interned");
    assert!(class.instrs.contains(&Instr::StoreName(n)));
    assert_eq!(class.own_cell_count, 0);
}

#[test]
fn a_class_body_reads_a_cell_after_its_own_namespace() {
    let (code, _) = compile("def f(x):\n    class C:\n        y = x\n");
    let class = find(&code, "f.<locals>.C");
    assert!(class.instrs.contains(&Instr::LoadClassCell { cell: 0 }));
}

#[test]
fn super_needs_the_class_cell() {
    let source = "class C:\n    def m(self):\n        super().m()\n";
    check(source, "C", &[], &["__class__"]);
    check(source, "C.m", &["self"], &["__class__"]);
    let (code, _) = compile(source);
    let class = find(&code, "C");
    let end = &class.instrs[class.instrs.len() - 2..];
    assert_eq!(end, [Instr::PushCell(0), Instr::Return]);
}

#[test]
fn walrus_binds_around_the_comprehension() {
    let source = "def f(xs):\n    [y := x for x in xs]\n    return y\n";
    check(source, "f", &["xs"], &["y"]);
    check(source, "f.<locals>.<listcomp>", &[".0", "x"], &["y"]);
}

#[test]
fn globals_are_globals_everywhere() {
    let (code, symbols) = compile("class C:\n    global x\n    x = 1\ny = [x for x in x]\n");
    let x = symbols.find("x").expect("x is interned");
    assert!(find(&code, "C").instrs.contains(&Instr::StoreGlobal(x)));
    assert!(code.instrs.contains(&Instr::LoadGlobal(x)));
}

#[test]
fn private_names_are_mangled() {
    let (code, symbols) = compile("class _C:\n    def m(self, __a):\n        self.__x = __a\n");
    let method = find(&code, "_C.m");
    let x = symbols.find("_C__x").expect("the attribute is mangled");
    assert!(method.instrs.contains(&Instr::StoreAttr(x)));
    assert_eq!(&**symbols.name(method.locals[1]), "_C__a");
}
