//! Syntax that came after CPython 3.11, which the corpus is compared with: what it prints is written here.

mod running;

use interleave_engine::run;
use interleave_scenario::PythonVersion;
use interleave_trace::Stream;
use running::scenario;

fn check(source: &str, expected: &str) {
    let mut scenario = scenario(source);
    scenario.machine.python = PythonVersion::V3_13;
    let report = run(&scenario).expect("the script is accepted");
    assert_eq!(report.trace.text(Stream::Stderr), "");
    assert_eq!(report.trace.text(Stream::Stdout), expected);
}

#[test]
fn type_aliases_are_evaluated_when_asked() {
    check(
        "type Tree = dict[str, Tree] | Later\n\
         print(Tree, Tree.__name__)\n\
         Later = int\n\
         print(Tree.__value__)\n\
         type Pair[T] = tuple[T, T]\n\
         print(Pair.__type_params__[0].__name__, Pair[int])\n\
         type = 5\n\
         print(type)\n",
        "Tree Tree\ndict[str, Tree] | int\nT Pair[int]\n5\n",
    );
}

#[test]
fn functions_and_classes_have_type_parameters() {
    check(
        "def first[T](items: list[T]) -> T:\n    return items[0]\n\n\
         class Stack[T]:\n    def __init__(self):\n        self.items: list[T] = []\n    \
         def push[U](self, item: T, other: U = None) -> 'Stack[T]':\n        \
         self.items.append(item)\n        return self\n    \
         def who(self):\n        return T.__name__, super().__class__.__name__\n\n\
         print(first([3, 4]), first.__qualname__, first.__type_params__[0].__name__)\n\
         stack = Stack[int]().push(1).push(2)\n\
         print(stack.items, stack.who(), Stack.__qualname__, Stack.push.__qualname__)\n\
         try:\n    T\nexcept NameError as error:\n    print(error)\n",
        "3 first T\n[1, 2] ('T', 'super') Stack Stack.push\nname 'T' is not defined\n",
    );
}

#[test]
fn an_fstring_may_hold_its_own_quotes() {
    check(
        "names = {'a': 1}\nprint(f'{names['a']} {f'{1 + 1}'} {'\\n'.join(['x', 'y'])}')\n",
        "1 2 x\ny\n",
    );
}
