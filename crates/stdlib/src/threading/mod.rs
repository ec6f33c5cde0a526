//! `threading`: threads and what they synchronise with. Its classes are Python (`threading.py`) over native locks.

use interleave_python::vm::ModuleDef;

/// The modules of this folder.
pub(crate) const MODULES: &[ModuleDef] = &[];
