//! `concurrent.futures`: thread pools and futures, written in Python over `threading`.

use interleave_python::vm::ModuleDef;

/// The modules of this folder.
pub(crate) const MODULES: &[ModuleDef] = &[];
