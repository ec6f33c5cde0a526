//! Views of a trace for other programs. They read it and know nothing that it does not say.

pub mod chrome;
