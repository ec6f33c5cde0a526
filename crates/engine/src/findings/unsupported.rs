//! A part of Python that is not there yet.

use super::reader::Reader;
use crate::{Finding, Words};
use interleave_trace::Outcome;

/// What the run ended at.
pub(super) fn find(reader: &Reader) -> Vec<Finding> {
    let Outcome::NotSupported { message, place } = &reader.trace.outcome else {
        return Vec::new();
    };
    vec![Finding {
        pattern: "not-supported".into(),
        message: Words::same(message.clone()),
        remedy: Words::new(
            "Interleave does not run this part of Python yet: write it another way.",
            "Interleave 还不支持 Python 的这一部分：换一种写法。",
        ),
        places: vec![*place],
        threads: Vec::new(),
    }]
}
