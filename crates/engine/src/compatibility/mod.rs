//! The ledger of supported Python (COMPATIBILITY.md): the language in our words, then every module as
//! it declares itself. Must not know a module by name.

use interleave_python::vm::ModuleDef;

/// The language and the builtins, which no module declares.
const LANGUAGE: &str = include_str!("language.md");

/// The whole ledger as Markdown.
pub fn compatibility() -> String {
    let registry = interleave_stdlib::registry();
    let mut modules: Vec<&ModuleDef> = registry
        .modules
        .iter()
        .filter(|module| !module.support.there.is_empty())
        .collect();
    modules.sort_by_key(|module| module.name);
    let mut text = format!("{LANGUAGE}\n## Modules\n\n");
    text += "Every module that a script can import, as it declares itself.\n";
    for module in modules {
        text += &section(module);
    }
    text + "\n## Every other module\n\nA diagnostic on the line of the `import`.\n"
}

fn section(module: &ModuleDef) -> String {
    let support = module.support;
    let mut text = format!("\n### `{}`\n\n{}.\n", module.name, support.there);
    if support.partial.is_empty() && support.refused.is_empty() {
        return text;
    }
    text += "\n| part | state |\n|---|---|\n";
    for (part, how) in support.partial {
        text += &format!("| {part} | in part: {how} |\n");
    }
    for (part, why) in support.refused {
        text += &format!("| {part} | refused: {why} |\n");
    }
    text
}
