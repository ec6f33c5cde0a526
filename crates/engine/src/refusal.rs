//! A script that Python refuses to run: what CPython prints on stderr before it exits with 1.

use interleave_python::compile::compile_module;
use interleave_python::syntax::{DiagnosticKind, SyntaxDiagnostic, parse, place_of};
use interleave_python::traceback::{ExceptionText, SyntaxPlace, format_exception};
use interleave_scenario::Scenario;

/// What CPython prints instead of running the scenario's script, where that is no Python.
pub fn syntax_error(scenario: &Scenario) -> Option<String> {
    interleave_stdlib::registry();
    let file = scenario.files.first()?;
    let minor = scenario.machine.python.minor();
    let parsed = parse(&file.name, &file.text, minor);
    let mut found = parsed.diagnostics.iter();
    let first = match found.find(|found| found.kind != DiagnosticKind::Warning) {
        Some(first) => first.clone(),
        None => {
            let mut symbols = Default::default();
            let error = compile_module(&parsed.module, &file.text, 0, &mut symbols).err()?;
            SyntaxDiagnostic {
                message: error.message,
                start: error.start,
                end: error.end,
                kind: DiagnosticKind::Syntax,
                refusal: None,
            }
        }
    };
    if first.kind != DiagnosticKind::Syntax || first.message.starts_with("NotSupported") {
        return None;
    }
    let place = match &first.refusal {
        Some(refusal) => refusal.place.clone(),
        None => place_of(&file.text, &first),
    };
    let number = |number: i64| u32::try_from(number).unwrap_or(0);
    let class = first
        .refusal
        .as_ref()
        .map_or("SyntaxError", |refusal| refusal.class);
    let exception = ExceptionText {
        type_name: class.to_owned(),
        message: Some(first.message.clone()),
        syntax: Some(SyntaxPlace {
            file: file.name.clone(),
            line: place.line as u32,
            offset: number(place.offset),
            end_line: place.end_line as u32,
            end_offset: number(place.end_offset),
            text: Some(place.text),
            by_module: false,
        }),
        ..ExceptionText::default()
    };
    Some(format_exception(&exception, minor))
}

#[cfg(test)]
mod tests {
    use super::syntax_error;
    use interleave_scenario::gallery;

    #[test]
    fn the_script_that_is_no_python_is_shown_with_its_place() {
        let mut scenario = gallery::all()[0].scenario();
        assert_eq!(syntax_error(&scenario), None);
        scenario.files[0].name = "main.py".to_owned();
        scenario.files[0].text = "x = 1\nwhile x\n    x = 0\n".to_owned();
        let shown =
            "  File \"main.py\", line 2\n    while x\n           ^\nSyntaxError: expected ':'\n";
        assert_eq!(syntax_error(&scenario).as_deref(), Some(shown));
    }
}
