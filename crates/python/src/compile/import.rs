//! `import` and `from … import`.

use ruff_python_ast::{StmtImport, StmtImportFrom};

use super::scope::ScopeKind;
use super::{CompileError, Compiled, Compiler};
use crate::code::Instr;

/// Whether it is `from __future__ import …`.
pub(super) fn is_future(import: &StmtImportFrom) -> bool {
    import.level == 0
        && import
            .module
            .as_ref()
            .is_some_and(|name| name.id == "__future__")
}

impl<'a> Compiler<'a, '_> {
    pub(super) fn import(&mut self, import: &'a StmtImport) -> Compiled {
        for alias in &import.names {
            let name = self.symbols.intern(&alias.name.id);
            let last = alias.asname.is_some();
            self.emit(Instr::Import { name, last });
            match &alias.asname {
                Some(name) => self.store_name(&name.id),
                None => {
                    let top = alias.name.id.split('.').next().unwrap_or_default();
                    self.store_name(top);
                }
            }
        }
        Ok(())
    }

    pub(super) fn import_from(&mut self, import: &'a StmtImportFrom) -> Compiled {
        if is_future(import) {
            self.emit(Instr::Nop);
        }
        let mut path = ".".repeat(import.level as usize);
        if let Some(module) = &import.module {
            path.push_str(&module.id);
        }
        let name = self.symbols.intern(&path);
        self.emit(Instr::Import { name, last: true });
        if let [only] = &*import.names
            && only.name.id == "*"
        {
            if self.scope().kind != ScopeKind::Module {
                return Err(CompileError::at(
                    import.range,
                    "import * only allowed at module level",
                ));
            }
            self.emit(Instr::ImportStar);
            return Ok(());
        }
        for alias in &import.names {
            let name = self.symbols.intern(&alias.name.id);
            self.emit(Instr::ImportFrom(name));
            self.store_name(&alias.asname.as_ref().unwrap_or(&alias.name).id);
        }
        self.emit(Instr::Pop);
        Ok(())
    }
}
