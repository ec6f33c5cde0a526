//! What CPython says of a call whose arguments do not fit a Python function
//! (`initialize_locals` in `Python/ceval.c`), word for word.
//!
//! Knows names and counts only, never values; binding the arguments is the VM's.

use crate::traceback::suggestion;

/// A function's parameters, as far as a wrong call's message depends on them.
#[derive(Clone, Copy, Debug)]
pub struct Signature<'a> {
    /// The function's `__qualname__` (up to Python 3.9 its `__name__`).
    pub qualname: &'a str,
    /// Names of the parameters that can be given by position, in order.
    pub positional: &'a [&'a str],
    /// How many of them can only be given by position.
    pub positional_only: usize,
    /// How many of them have a default: the last ones.
    pub defaults: usize,
    /// Names of the keyword-only parameters, and whether each has a default.
    pub keyword_only: &'a [(&'a str, bool)],
    /// Whether there is a `*args`.
    pub takes_rest: bool,
    /// Whether there is a `**kwargs`.
    pub takes_keywords: bool,
}

/// The message of the `TypeError` of a call, or `None` where the arguments fit: so many by
/// position, and these keywords (distinct, in the call's order), on Python 3.`minor`.
pub fn call_error(
    signature: &Signature<'_>,
    positional_given: usize,
    keywords: &[&str],
    minor: u8,
) -> Option<String> {
    let by_keyword = &signature.positional[signature.positional_only..];
    let accepted = || {
        let keyword_only = signature.keyword_only.iter().map(|&(name, _)| name);
        by_keyword.iter().copied().chain(keyword_only)
    };
    for &keyword in keywords {
        let qualname = signature.qualname;
        if !accepted().any(|name| name == keyword) {
            if signature.takes_keywords {
                continue;
            }
            return Some(
                positional_only_as_keyword(signature, keywords).unwrap_or_else(|| {
                    let hint = suggestion(keyword, accepted())
                        .filter(|_| minor >= 13)
                        .map(|name| format!(". Did you mean '{name}'?"))
                        .unwrap_or_default();
                    format!("{qualname}() got an unexpected keyword argument '{keyword}'{hint}")
                }),
            );
        }
        let given = positional_given.min(signature.positional.len());
        if signature.positional[..given]
            .iter()
            .skip(signature.positional_only)
            .any(|&name| name == keyword)
        {
            return Some(format!(
                "{qualname}() got multiple values for argument '{keyword}'"
            ));
        }
    }
    if positional_given > signature.positional.len() && !signature.takes_rest {
        return Some(too_many_positional(signature, positional_given, keywords));
    }
    let without_default = signature.positional.len() - signature.defaults;
    let missing: Vec<&str> = signature
        .positional
        .iter()
        .enumerate()
        .take(without_default)
        .skip(positional_given)
        .filter(|&(index, name)| index < signature.positional_only || !keywords.contains(name))
        .map(|(_, &name)| name)
        .collect();
    if !missing.is_empty() {
        return Some(missing_arguments(signature, "positional", &missing));
    }
    let missing: Vec<&str> = signature
        .keyword_only
        .iter()
        .filter(|(name, has_default)| !has_default && !keywords.contains(name))
        .map(|&(name, _)| name)
        .collect();
    (!missing.is_empty()).then(|| missing_arguments(signature, "keyword-only", &missing))
}

fn positional_only_as_keyword(signature: &Signature<'_>, keywords: &[&str]) -> Option<String> {
    let names: Vec<&str> = signature.positional[..signature.positional_only]
        .iter()
        .copied()
        .filter(|name| keywords.contains(name))
        .collect();
    (!names.is_empty()).then(|| {
        format!(
            "{}() got some positional-only arguments passed as keyword arguments: '{}'",
            signature.qualname,
            names.join(", ")
        )
    })
}

fn too_many_positional(
    signature: &Signature<'_>,
    positional_given: usize,
    keywords: &[&str],
) -> String {
    let most = signature.positional.len();
    let takes = match signature.defaults {
        0 => format!("{most} positional argument{}", plural(most)),
        defaults => format!("from {} to {most} positional arguments", most - defaults),
    };
    let keyword_only_given = signature
        .keyword_only
        .iter()
        .filter(|(name, _)| keywords.contains(name))
        .count();
    let given = match keyword_only_given {
        0 => format!(
            "{positional_given} {}",
            if positional_given == 1 { "was" } else { "were" }
        ),
        count => format!(
            "{positional_given} positional argument{} (and {count} keyword-only argument{}) were",
            plural(positional_given),
            plural(count)
        ),
    };
    format!("{}() takes {takes} but {given} given", signature.qualname)
}

fn missing_arguments(signature: &Signature<'_>, kind: &str, names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    let list = match quoted.as_slice() {
        [first, second] => format!("{first} and {second}"),
        [rest @ .., last] if !rest.is_empty() => format!("{}, and {last}", rest.join(", ")),
        _ => quoted.join(""),
    };
    format!(
        "{}() missing {} required {kind} argument{}: {list}",
        signature.qualname,
        names.len(),
        plural(names.len())
    )
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

#[cfg(test)]
mod tests {
    use ruff_python_ast::{Expr, Stmt};

    use super::{Signature, call_error};

    /// The message of a call, both told in Python's own syntax.
    fn message(parameters: &str, call: &str, minor: u8) -> Option<String> {
        let source = format!("def f({parameters}): pass\n{call}\n");
        let parsed = crate::syntax::parse("main.py", &source, minor);
        assert!(!parsed.has_errors(), "{source}: {:?}", parsed.diagnostics);
        let [Stmt::FunctionDef(function), Stmt::Expr(statement)] = &*parsed.module.body else {
            panic!("a function and a call: {source}");
        };
        let Expr::Call(call) = &*statement.value else {
            panic!("a call: {source}");
        };
        let parameters = &function.parameters;
        let positional: Vec<_> = parameters
            .posonlyargs
            .iter()
            .chain(&parameters.args)
            .collect();
        let names: Vec<&str> = positional.iter().map(|p| p.name().as_str()).collect();
        let keyword_only: Vec<(&str, bool)> = parameters
            .kwonlyargs
            .iter()
            .map(|p| (p.name().as_str(), p.default().is_some()))
            .collect();
        let signature = Signature {
            qualname: "f",
            positional: &names,
            positional_only: parameters.posonlyargs.len(),
            defaults: positional.iter().filter(|p| p.default().is_some()).count(),
            keyword_only: &keyword_only,
            takes_rest: parameters.vararg.is_some(),
            takes_keywords: parameters.kwarg.is_some(),
        };
        let keywords: Vec<&str> = call
            .arguments
            .keywords
            .iter()
            .filter_map(|keyword| keyword.arg.as_deref())
            .collect();
        call_error(&signature, call.arguments.args.len(), &keywords, minor)
    }

    /// The file holds parameters, call and CPython's message (`-` where the call fits).
    #[test]
    fn messages_are_those_of_cpython_3_11() {
        let mut fitting = 0;
        for case in include_str!("signature/cases-3.11.txt").lines() {
            let [parameters, call, expected] =
                *case.splitn(3, " | ").collect::<Vec<_>>().as_slice()
            else {
                panic!("three fields: {case}");
            };
            let expected = (expected != "-").then(|| expected.to_string());
            fitting += usize::from(expected.is_none());
            assert_eq!(message(parameters, call, 11), expected, "{case}");
        }
        assert!(fitting > 10);
    }

    #[test]
    fn an_unexpected_keyword_comes_with_a_hint_from_3_13_on() {
        let plain = "f() got an unexpected keyword argument 'timeuot'";
        let told = |minor| message("timeout=1", "f(timeuot=2)", minor);
        assert_eq!(told(12).as_deref(), Some(plain));
        let hinted = format!("{plain}. Did you mean 'timeout'?");
        assert_eq!(told(13), Some(hinted));
    }
}
