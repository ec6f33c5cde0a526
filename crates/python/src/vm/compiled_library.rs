//! The library's compiled source, which a run hands to further runs: most of a short run's real time is its
//! compilation. Must not know what a module holds.

use super::{LIBRARY_FILE, ModuleDef, Registry, Vm};
use crate::code::Code;
use crate::compile::compile_module;
use crate::heap::LoadedCode;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Source of the library that a run has compiled. Code counts names in the run's table: another run can have it where
/// its table is the same up to there, as it is when the same script runs with another number in it.
#[derive(Clone, Debug)]
pub struct Compiled {
    names: Vec<Rc<str>>,
    codes: BTreeMap<&'static str, CompiledModule>,
}

/// A module's code, and how many names the table had before and after its compilation.
#[derive(Clone, Debug)]
pub(super) struct CompiledModule {
    code: Rc<Code>,
    before: usize,
    after: usize,
}

/// Of so many scripts the code is kept, the latest: those of a comparison take turns.
const MAX_KEPT: usize = 8;

impl Registry {
    /// Takes up what a run has compiled.
    pub fn keep_compiled(&mut self, compiled: Compiled) {
        if self.compiled.len() == MAX_KEPT {
            self.compiled.remove(0);
        }
        self.compiled.push(Rc::new(compiled));
    }
}

impl Vm {
    /// The library's code so far, for further runs with the same modules; `None` if earlier runs compiled all of it.
    pub fn compiled_library(&self) -> Option<Compiled> {
        let is_known = |(name, module): (&&'static str, &CompiledModule)| {
            self.registry.compiled.iter().any(|compiled| {
                let known = compiled.codes.get(name);
                known.is_some_and(|known| Rc::ptr_eq(&known.code, &module.code))
            })
        };
        if self.compiled.iter().all(is_known) {
            return None;
        }
        Some(Compiled {
            names: self.symbols.names().to_vec(),
            codes: self.compiled.clone(),
        })
    }

    /// The module's code as an earlier run compiled it, if one had the same names until then.
    fn compiled_before(&mut self, name: &'static str) -> Option<Rc<Code>> {
        let registry = self.registry.clone();
        let had_the_names = |compiled: &&Rc<Compiled>| {
            let module = compiled.codes.get(name);
            module.is_some_and(|module| self.symbols.are(&compiled.names[..module.before]))
        };
        let compiled = registry.compiled.iter().rev().find(had_the_names)?;
        let module = &compiled.codes[name];
        for name in &compiled.names[module.before..module.after] {
            self.symbols.add(name.clone());
        }
        self.compiled.insert(name, module.clone());
        Some(module.code.clone())
    }

    /// The code of a module of the library, which is `source`.
    pub(super) fn compile_library(
        &mut self,
        definition: &ModuleDef,
        source: &str,
    ) -> Rc<LoadedCode> {
        if let Some(code) = self.compiled_before(definition.name) {
            return self.load(&code);
        }
        let before = self.symbols.len();
        let module = crate::syntax::parse_library(source);
        match compile_module(&module, source, LIBRARY_FILE, &mut self.symbols) {
            Ok(mut code) => {
                code.file = LIBRARY_FILE;
                let code = Rc::new(code);
                let after = self.symbols.len();
                let module = CompiledModule {
                    code: code.clone(),
                    before,
                    after,
                };
                self.compiled.insert(definition.name, module);
                self.load(&code)
            }
            Err(error) => unreachable!("library module {}: {}", definition.name, error.message),
        }
    }
}
