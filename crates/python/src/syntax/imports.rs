//! Which modules a program may import: read off its tree, before anything runs.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{Expr, ModModule, Stmt};

/// The modules that a program names, in order; `None` when it may import by other means than the
/// statement, so that its text does not tell.
pub fn imported_modules(module: &ModModule) -> Option<Vec<String>> {
    let mut search = Search {
        modules: Vec::new(),
        is_open: false,
    };
    search.visit_body(&module.body);
    (!search.is_open).then_some(search.modules)
}

struct Search {
    modules: Vec<String>,
    is_open: bool,
}

impl<'a> Visitor<'a> for Search {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Import(import) => {
                let names = import.names.iter();
                self.modules
                    .extend(names.map(|alias| alias.name.to_string()));
            }
            // `from a import b`: `b` may be a module of the package `a`.
            Stmt::ImportFrom(import) => match &import.module {
                Some(module) if import.level == 0 => self.modules.push(module.to_string()),
                _ => self.is_open = true,
            },
            _ => visitor::walk_stmt(self as &mut dyn Visitor<'a>, statement),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if let Expr::Name(name) = expression {
            self.is_open |= matches!(
                name.id.as_str(),
                "__import__" | "__builtins__" | "compile" | "exec" | "eval"
            );
            // These builtins are the library's.
            if matches!(name.id.as_str(), "open" | "input") {
                self.modules.push("io".to_owned());
            }
        }
        visitor::walk_expr(self as &mut dyn Visitor<'a>, expression);
    }
}

#[cfg(test)]
mod tests {
    use super::imported_modules;
    use crate::syntax::parse;

    fn check(source: &str, expected: Option<&[&str]>) {
        let parsed = parse("main.py", source, 11);
        let found = imported_modules(&parsed.module);
        let expected = expected.map(|names| names.iter().map(|name| name.to_string()).collect());
        assert_eq!(found, expected, "{source}");
    }

    #[test]
    fn every_form_of_import_is_found_wherever_it_stands() {
        check("import a.b as c, d\n", Some(&["a.b", "d"]));
        check(
            "def f():\n    if x:\n        from e.f import g\n",
            Some(&["e.f"]),
        );
        check(
            "try:\n    import a\nexcept ImportError:\n    import b\n",
            Some(&["a", "b"]),
        );
        check("print('import x')\n", Some(&[]));
        check("text = open('x').read()\n", Some(&["io"]));
    }

    #[test]
    fn a_program_that_imports_by_other_means_is_told_apart() {
        check("m = __import__('json')\n", None);
        check("exec('import json')\n", None);
        check("from . import beside\n", None);
    }
}
