//! Whole programs that must compile to verified code.

use super::{compile, find};

#[test]
fn a_return_in_a_with_in_a_loop_leaves_all_of_them() {
    let (code, _) = compile(
        "def f(xs):
    for x in xs:
        try:
            with x as y:
                return y.z
        finally:
            print(x)
",
    );
    let f = find(&code, "f");
    assert_eq!(f.positional_count, 1);
    assert!(f.handlers.len() >= 2);
}
