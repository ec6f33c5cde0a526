//! Python: syntax, compiler, VM.
