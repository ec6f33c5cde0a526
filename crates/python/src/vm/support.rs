//! What of a module is there: the words of the ledger (COMPATIBILITY.md), declared by the module itself.

/// What of CPython's module is here, for the ledger (COMPATIBILITY.md).
#[derive(Clone, Copy, Debug)]
pub struct Support {
    /// What works as in CPython, in a few words or names.
    pub there: &'static str,
    /// What works in part: the name, and how it differs.
    pub partial: &'static [(&'static str, &'static str)],
    /// What is refused with a diagnostic: the name, and why.
    pub refused: &'static [(&'static str, &'static str)],
}

impl Support {
    /// A module that only the library itself imports: it has no row in the ledger.
    pub const INTERNAL: Support = Support::whole("");

    /// Everything that a script can ask of the module.
    pub const fn whole(there: &'static str) -> Support {
        Support {
            there,
            partial: &[],
            refused: &[],
        }
    }
}
