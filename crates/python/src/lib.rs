//! Python: syntax, compiler, bytecode, VM, heap, builtins, exceptions and tracebacks.
//!
//! Invariant: never blocks; the whole interpreter state is `Clone`.

pub mod code;
pub mod compile;
pub mod signature;
pub mod syntax;
pub mod traceback;
