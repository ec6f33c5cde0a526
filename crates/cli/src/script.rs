//! From files on disk to a scenario: the script, and the files beside it that it imports.

use crate::arguments::Run;
use interleave_scenario::{Scenario, SourceFile, View, param};
use std::path::Path;

/// The most files that a scenario may have: places count them in a byte.
const MAX_FILES: usize = 200;

/// The scenario that the command line describes; else one line that says what is wrong.
pub(crate) fn scenario(options: &Run) -> Result<Scenario, String> {
    let mut text = read(&options.file)?;
    for setting in &options.settings {
        text = param::set(&text, setting).map_err(|error| format!("--set {setting}: {error}"))?;
    }
    let name = options.file.display().to_string();
    let mut files = vec![SourceFile { name, text }];
    let folder = options.file.parent().unwrap_or(Path::new(""));
    // The list grows while it is walked: what is imported may import more.
    let mut next = 0;
    while next < files.len() {
        for module in imports(&files[next].text) {
            let mut found = vec![format!("{module}.py")];
            if module == EVERYTHING {
                package_files(folder, "", &mut found);
            } else {
                package_files(folder, &module, &mut found);
            }
            for name in found {
                let path = folder.join(&name);
                let known = files.iter().any(|file| file.name == name) || path == options.file;
                if !known && path.is_file() && files.len() < MAX_FILES {
                    files.push(SourceFile {
                        name,
                        text: read(&path)?,
                    });
                }
            }
        }
        next += 1;
    }
    Ok(Scenario {
        gallery: None,
        files,
        machine: options.machine.clone(),
        view: View::default(),
        choices: Vec::new(),
    })
}

/// Every Python file of the package `inside` a folder, as paths from that folder.
fn package_files(folder: &Path, inside: &str, found: &mut Vec<String>) {
    let folder_inside = folder.join(inside);
    let searched = if folder_inside.as_os_str().is_empty() {
        Path::new(".")
    } else {
        &folder_inside
    };
    let Ok(entries) = std::fs::read_dir(searched) else {
        return;
    };
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    for name in names {
        let path = match inside {
            "" => name.clone(),
            inside => format!("{inside}/{name}"),
        };
        if name.ends_with(".py") {
            found.push(path);
        } else if !name.contains('.') && found.len() < MAX_FILES {
            package_files(folder, &path, found);
        }
    }
}

fn read(path: &Path) -> Result<String, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        format!(
            "{}: not UTF-8 at byte {}",
            path.display(),
            error.utf8_error().valid_up_to()
        )
    })?;
    Ok(text
        .strip_prefix('\u{feff}')
        .map_or(text.clone(), str::to_owned))
}

/// Stands for whatever lies beside the script: its name is known at run time only.
const EVERYTHING: &str = "*";

/// The first parts of the module names that lines of `source` may import. A line inside a string
/// may be taken for an import; the file that it names is then part of the scenario and unused.
fn imports(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    if source.contains("import_module(") || source.contains("__import__(") {
        found.push(EVERYTHING.to_owned());
    }
    for line in source.lines() {
        let statements = line.split([';', ':']).map(str::trim);
        for statement in statements {
            let names = if let Some(rest) = statement.strip_prefix("import ") {
                rest.split(',').collect()
            } else if let Some(rest) = statement.strip_prefix("from ") {
                vec![rest.trim_start().trim_start_matches('.')]
            } else {
                continue;
            };
            for name in names {
                let name = name.trim();
                let end = name.find(|c: char| !c.is_alphanumeric() && c != '_');
                let name = &name[..end.unwrap_or(name.len())];
                if !name.is_empty() {
                    found.push(name.to_owned());
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::imports;

    #[test]
    fn every_form_of_import_is_seen() {
        let source = "import a, b.c as d; from e.f import g\n    from .h import i\nfrom j import k\nimportant = 1\n";
        assert_eq!(imports(source), ["a", "b", "e", "h", "j"]);
    }
}
