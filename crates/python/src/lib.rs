//! Python: syntax, compiler, bytecode, VM, heap, builtins, exceptions and tracebacks.
//!
//! Invariant: never blocks; the whole interpreter state is `Clone`.

pub mod builtins;
pub mod code;
pub mod compile;
pub mod costs;
pub mod disk;
pub mod elementary;
pub mod heap;
pub mod signature;
pub mod syntax;
pub mod text;
pub mod traceback;
pub mod vm;
pub mod world;
