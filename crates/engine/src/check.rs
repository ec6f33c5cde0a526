//! What there is to say about a scenario before a run: syntax errors, Python that is not
//! supported, form comments that can't be read. Errors first come from the parser and the checks of
//! its tree, then, where these have none, from the compiler.

use crate::{Diagnostic, Severity};
use interleave_python::code::Symbols;
use interleave_python::compile::compile_module;
use interleave_python::syntax::{
    DiagnosticKind, Importable, SyntaxDiagnostic, missing_attributes, parse, unsupported,
};
use interleave_python::vm::{Registry, Vm};
use interleave_scenario::{Scenario, SourceFile, param};
use interleave_trace::put_in_order;
use std::cell::RefCell;

/// The diagnostics of every file, in order of files and lines.
pub fn check(scenario: &Scenario) -> Vec<Diagnostic> {
    check_with(scenario, &interleave_stdlib::registry())
}

/// As [`check`], with these modules of the library.
pub(crate) fn check_with(scenario: &Scenario, registry: &Registry) -> Vec<Diagnostic> {
    let minor = scenario.machine.python.minor();
    if scenario.files.is_empty() {
        return vec![Diagnostic {
            severity: Severity::Error,
            message: "there is no script to run".into(),
            file: "main.py".into(),
            line: 1,
            column: 0,
            end_line: 1,
            end_column: 0,
        }];
    }
    let beside = |name: &str| {
        let folder = format!("{}/", name.replace('.', "/"));
        scenario.files.iter().enumerate().any(|(number, file)| {
            file.name.strip_suffix(".py") == Some(folder.trim_end_matches('/'))
                || number > 0 && file.name.starts_with(&folder)
        })
    };
    // What nobody has, CPython would not find either: that is an exception of the run.
    let importable = Importable {
        module: &|name| beside(name) || registry.knows(name) || !registry.is_elsewhere(name),
        name: &|module, name| {
            let first = module.split('.').next().unwrap_or(module);
            beside(first)
                || !registry.knows(module)
                || library_has(scenario, registry, module, name)
                || registry.cpython_has(module, name) == Some(false)
        },
    };
    let mut all = Vec::new();
    for (number, file) in scenario.files.iter().enumerate() {
        // Beside the script, only files of Python are read as such.
        if number > 0 && !file.name.ends_with(".py") {
            continue;
        }
        let mut found = check_file(file, number, minor, importable);
        put_in_order(&mut found, |diagnostic| {
            u64::from(diagnostic.line) << 32 | u64::from(diagnostic.column)
        });
        all.extend(found);
    }
    all
}

/// Whether the library's module has this name: an interpreter that runs nothing is asked, one for each Python version
/// and thread.
fn library_has(scenario: &Scenario, registry: &Registry, module: &str, name: &str) -> bool {
    thread_local! {
        static ASKED: RefCell<Option<(u8, Vm)>> = const { RefCell::new(None) };
    }
    let minor = scenario.machine.python.minor();
    ASKED.with_borrow_mut(|asked| {
        let fresh = || {
            (
                minor,
                crate::bridge::for_inspection(scenario, registry.clone()),
            )
        };
        if asked.as_ref().is_none_or(|(known, _)| *known != minor) {
            *asked = Some(fresh());
        }
        asked.get_or_insert_with(fresh).1.library_has(module, name)
    })
}

/// Whether one of `diagnostics` forbids a run.
pub(crate) fn forbids_run(diagnostics: &[Diagnostic]) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error)
}

fn check_file(
    file: &SourceFile,
    number: usize,
    minor: u8,
    importable: Importable<'_>,
) -> Vec<Diagnostic> {
    let lines = Lines::of(file);
    let parsed = parse(&file.name, &file.text, minor);
    let mut told: Vec<SyntaxDiagnostic> = parsed.diagnostics.clone();
    if !parsed.has_errors() {
        told.extend(unsupported(&parsed.module, &file.text, importable));
        told.extend(missing_attributes(&parsed.module, importable));
    }
    let mut found: Vec<Diagnostic> = told
        .iter()
        .map(|diagnostic| {
            let severity = match diagnostic.kind {
                DiagnosticKind::Syntax | DiagnosticKind::Unsupported => Severity::Error,
                DiagnosticKind::Warning => Severity::Warning,
            };
            lines.diagnostic(
                severity,
                &diagnostic.message,
                diagnostic.start,
                diagnostic.end,
            )
        })
        .collect();
    if !forbids_run(&found) {
        let number = u8::try_from(number).unwrap_or(u8::MAX - 1);
        let mut symbols = Symbols::default();
        if let Err(error) = compile_module(&parsed.module, &file.text, number, &mut symbols) {
            found.push(lines.diagnostic(Severity::Error, &error.message, error.start, error.end));
        }
    }
    found.extend(
        param::read(&file.text)
            .1
            .into_iter()
            .map(|problem| Diagnostic {
                severity: Severity::Warning,
                message: problem.message,
                file: file.name.clone(),
                line: problem.line,
                column: problem.column,
                end_line: problem.line,
                end_column: problem.end_column,
            }),
    );
    found
}

/// From byte offsets to lines and columns in characters.
struct Lines<'a> {
    file: &'a SourceFile,
    /// The byte at which each line starts.
    starts: Vec<usize>,
}

impl Lines<'_> {
    fn of(file: &SourceFile) -> Lines<'_> {
        let bytes = file.text.as_bytes();
        let mut starts = vec![0];
        for (at, &byte) in bytes.iter().enumerate() {
            let ends = byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends {
                starts.push(at + 1);
            }
        }
        Lines { file, starts }
    }

    /// The 1-based line and 0-based column of a byte.
    fn place(&self, offset: u32) -> (u32, u32) {
        let mut offset = self.file.text.len().min(offset as usize);
        while !self.file.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|&start| start <= offset) - 1;
        let column = self.file.text[self.starts[line]..offset].chars().count();
        (line as u32 + 1, column as u32)
    }

    fn diagnostic(&self, severity: Severity, message: &str, start: u32, end: u32) -> Diagnostic {
        let (line, column) = self.place(start);
        let (end_line, end_column) = self.place(end.max(start));
        Diagnostic {
            severity,
            message: message.to_owned(),
            file: self.file.name.clone(),
            line,
            column,
            end_line,
            end_column,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use interleave_scenario::gallery;

    fn checked(text: &str) -> Vec<Diagnostic> {
        let mut scenario = gallery::all()[0].scenario();
        scenario.files[0].text = text.to_owned();
        check(&scenario)
    }

    #[test]
    fn the_gallery_has_nothing_to_say() {
        for entry in gallery::all() {
            assert_eq!(check(&entry.scenario()), [], "{}", entry.name);
        }
    }

    #[test]
    fn a_syntax_error_stands_on_its_line_in_characters() {
        let found = checked("x = 1\n中文 = (\n");
        assert!(forbids_run(&found));
        assert!(found[0].line >= 2, "{found:?}");
        let found = checked("ok = 1\r\n'中文' = 5\r\n");
        assert_eq!(
            (found[0].line, found[0].column, found[0].end_column),
            (2, 0, 4),
            "{found:?}"
        );
    }

    #[test]
    fn all_that_is_not_supported_is_told_at_once() {
        let found = checked("import time, numpy\nimport pandas\n");
        let told: Vec<(u32, &str)> = found
            .iter()
            .map(|diagnostic| (diagnostic.line, diagnostic.message.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (
                    1,
                    "NotSupported: module 'numpy' is not available in Interleave yet"
                ),
                (
                    2,
                    "NotSupported: module 'pandas' is not available in Interleave yet"
                ),
            ]
        );
        assert!(forbids_run(&found));
    }

    #[test]
    fn a_file_beside_the_script_can_be_imported() {
        let mut scenario = gallery::all()[0].scenario();
        scenario.files[0].text = "import numpy, package.part\n".into();
        assert!(forbids_run(&check(&scenario)));
        for name in ["numpy.py", "package/part.py"] {
            scenario.files.push(SourceFile {
                name: name.into(),
                text: "from . import part\n".into(),
            });
        }
        assert_eq!(check(&scenario), []);
        scenario.files[2].text = "import pandas\n".into();
        assert_eq!(check(&scenario)[0].file, "package/part.py");
    }

    #[test]
    fn an_attribute_that_is_not_there_is_a_warning_on_its_line() {
        let found =
            checked("import os.path as p, os\nos.posix_fallocate(1)\np.join(p.sep, os.sep)\n");
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].severity, found[0].line), (Severity::Warning, 2));
        assert_eq!(checked("import os\nos = 5\nos.posix_fallocate\n"), []);
    }

    #[test]
    fn a_name_that_cpython_has_and_we_lack_is_told() {
        let found = checked("from os import path, posix_fallocate\nfrom os import no_such_name\n");
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].line, found[0].column), (1, 21));
        assert_eq!(checked("import no_such_module\n"), []);
    }

    #[test]
    fn a_form_that_can_not_be_read_is_a_warning() {
        let found = checked("A = 1  #@param {type:\"wheel\"}\n");
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].severity, found[0].line, found[0].column),
            (Severity::Warning, 1, 7)
        );
        assert!(!forbids_run(&found));
    }

    #[test]
    fn no_files_is_said_and_does_not_panic() {
        let mut scenario = gallery::all()[0].scenario();
        scenario.files.clear();
        assert!(forbids_run(&check(&scenario)));
    }
}
