//! Forms: what is read, what is refused, and that a rewrite touches the literal alone.

use interleave_scenario::param::{Literal, ParamKind, SetError, parse, read, rewrite, set};
use proptest::prelude::*;

fn one(source: &str) -> (ParamKind, Literal) {
    let (mut params, problems) = read(source);
    assert_eq!(problems, [], "{source}");
    let param = params.pop().expect("a form");
    (param.kind, param.value)
}

fn problem(source: &str) -> String {
    let (params, problems) = read(source);
    assert_eq!(params, [], "{source}");
    assert_eq!(problems.len(), 1, "{source}");
    problems[0].message.clone()
}

#[test]
fn every_type_is_read() {
    let slider = ParamKind::Slider {
        min: 1.0,
        max: 32.0,
        step: 1.0,
    };
    assert_eq!(
        one("WORKERS = 3  #@param {type:\"slider\", min:1, max:32}"),
        (slider, Literal::Int(3))
    );
    assert_eq!(
        one("x=-0.5 # @param {\"type\": 'number', \"min\": -1, step: .25}"),
        (
            ParamKind::Number {
                min: Some(-1.0),
                max: None,
                step: Some(0.25),
                integer: false
            },
            Literal::Float(-0.5)
        )
    );
    assert_eq!(
        one("n: int = 1_000 #@param {type:\"integer\"}"),
        (
            ParamKind::Number {
                min: None,
                max: None,
                step: None,
                integer: true
            },
            Literal::Int(1000)
        )
    );
    assert_eq!(
        one("s = 'it\\'s # here' #@param {type:\"string\"}"),
        (ParamKind::Text, Literal::Str("it's # here".into()))
    );
    assert_eq!(
        one("b = True #@param {type:\"boolean\"}"),
        (ParamKind::Checkbox, Literal::Bool(true))
    );
    let options = vec![Literal::Str("a".into()), Literal::Str("b".into())];
    assert_eq!(
        one("d = \"a\" #@param [\"a\", 'b']"),
        (
            ParamKind::Dropdown {
                options: options.clone(),
                allow_input: false
            },
            Literal::Str("a".into())
        )
    );
    assert_eq!(
        one("d = \"z\" #@param [\"a\", \"b\"] {allow-input: true}").0,
        ParamKind::Dropdown {
            options,
            allow_input: true
        }
    );
    assert_eq!(one("t = \"\" #@param").0, ParamKind::Text);
}

#[test]
fn lines_are_counted_and_strings_skipped() {
    let source = "'''\nA = 1 #@param {type:\"integer\"}\n'''\r\ns = \"#@param\"\nB = 2 #@param\n";
    let params = parse(source);
    assert_eq!(params.len(), 1);
    assert_eq!((params[0].name.as_str(), params[0].line), ("B", 5));
}

#[test]
fn bad_comments_say_what_is_wrong() {
    assert!(problem("A = f(1) #@param {type:\"slider\"}").contains("assignment"));
    assert!(problem("A = 1; B = 2 #@param").contains("assignment"));
    assert!(problem("A = 1 #@param {type:\"slider\", min:5, max:2}").contains("above its max"));
    assert!(problem("A = \"x\" #@param {type:\"slider\"}").contains("needs a number"));
    assert!(problem("A = 1 #@param {type:\"slider\", min:}").contains("can't be read"));
    assert!(problem("A = 1 #@param {type:\"slider\"").contains("too early"));
    assert!(problem("A = 1 #@param {type:\"wheel\"}").contains("no form of type"));
    assert!(problem("A = \"a\" #@param []").contains("at least one option"));
    assert!(problem("A = 1 #@param {min:1, min:2}").contains("twice"));
    assert!(problem("A = 1.5 #@param {type:\"integer\"}").contains("whole"));
    let (params, problems) = read("A = 1 #@param\n\nA = 2  #@param\n");
    assert_eq!(params.len(), 1);
    assert_eq!(
        (problems[0].line, problems[0].column, problems[0].end_column),
        (3, 7, 14)
    );
    assert!(problems[0].message.contains("line 1"));
}

#[test]
fn a_rewrite_touches_the_literal_alone() {
    let source =
        "a = 1\r\n\tname  =  'old'   #@param {type:\"string\"}  # note\r\nname = 'other'\r\n";
    let expected =
        "a = 1\r\n\tname  =  'it\\'s'   #@param {type:\"string\"}  # note\r\nname = 'other'\r\n";
    assert_eq!(
        rewrite(source, "name", &Literal::Str("it's".into())),
        expected
    );
    assert_eq!(rewrite(source, "absent", &Literal::Int(1)), source);
    // A value that is there already keeps its spelling.
    assert_eq!(
        rewrite("n = 1_000 #@param", "n", &Literal::Int(1000)),
        "n = 1_000 #@param"
    );
}

#[test]
fn settings_are_checked() {
    let source = "W = 3 #@param {type:\"slider\", min:1, max:32}\nB = True #@param\nD = \"a\" #@param [\"a\", \"b\"]\nF = 0.5 #@param {type:\"number\"}\nT = \"\" #@param";
    assert!(set(source, "W=8").unwrap().starts_with("W = 8 #"));
    assert!(set(source, "B=false").unwrap().contains("B = False #"));
    assert!(set(source, "D=b").unwrap().contains("D = \"b\" #"));
    assert!(set(source, "F=2").unwrap().contains("F = 2 #"));
    assert!(set(source, "T=a=b").unwrap().contains("T = \"a=b\" #"));
    let wrong = |setting| set(source, setting).unwrap_err().to_string();
    assert_eq!(wrong("W=99"), "W is between 1 and 32, not 99");
    assert_eq!(wrong("W=2.5"), "W is a whole number, not 2.5");
    assert_eq!(wrong("W=lots"), "W is a whole number, not \"lots\"");
    assert_eq!(wrong("D=c"), "D is one of: a, b");
    assert_eq!(
        wrong("X=1"),
        "the script has no form named X; it has: W, B, D, F, T"
    );
    assert!(matches!(set(source, "W"), Err(SetError::Form(_))));
}

fn literal() -> impl Strategy<Value = Literal> {
    prop_oneof![
        (-i64::MAX..i64::MAX).prop_map(Literal::Int),
        prop::num::f64::NORMAL.prop_map(Literal::Float),
        any::<String>().prop_map(Literal::Str),
        any::<bool>().prop_map(Literal::Bool),
    ]
}

proptest! {
    #[test]
    fn nothing_makes_the_reader_panic(source in any::<String>(), comment in "[ -~]{0,40}") {
        let _ = read(&source);
        let _ = read(&format!("A = 1 #@param {comment}"));
        let _ = read(&format!("A = {comment} #@param"));
        let _ = set(&source, &comment);
    }

    #[test]
    fn a_literal_reads_back(value in literal()) {
        prop_assert_eq!(Literal::parse(&value.to_string()), Some(value));
    }

    #[test]
    fn a_rewritten_source_holds_the_value(value in literal(), old in literal(), tail in "[ -~]{0,20}") {
        let source = format!("before = 1\nA = {old}  #@param [0] {{allow-input: true}}\n# {tail}\n");
        let after = rewrite(&source, "A", &value);
        prop_assert_eq!(&parse(&after)[0].value, &value);
        prop_assert_eq!(rewrite(&after, "A", &old), source);
    }
}
