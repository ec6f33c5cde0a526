//! Index and slice arithmetic, the same for every sequence: CPython's
//! `PySlice_AdjustIndices`. Knows no sequence.

use super::{TextError, value};

/// The elements a slice selects: `count` of them, from `start` on, `step` apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliceRange {
    /// First index, or the clamped bound where `count` is 0: where an assignment inserts.
    pub start: i64,
    /// The bound, exclusive; -1 is possible where `step` is negative.
    pub stop: i64,
    /// Distance from one element to the next, never 0.
    pub step: i64,
    /// How many elements.
    pub count: usize,
}

impl SliceRange {
    /// The selected indices in order.
    pub fn indices(self) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator {
        (0..self.count).map(move |nth| (self.start + nth as i64 * self.step) as usize)
    }
}

/// `slice(start, stop, step).indices(length)`; `None` stands for Python's `None`, and a
/// bound beyond 64 bits must come saturated.
pub fn slice_indices(
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
    length: usize,
) -> Result<SliceRange, TextError> {
    // `-i64::MAX` as in CPython, so that negating the step can't overflow.
    let step = step.unwrap_or(1).max(-i64::MAX);
    if step == 0 {
        return value("slice step cannot be zero");
    }
    let length = length as i64;
    let (lowest, highest) = if step < 0 {
        (-1, length - 1)
    } else {
        (0, length)
    };
    let clamp = |bound: i64| {
        let from_start = if bound < 0 {
            bound.saturating_add(length)
        } else {
            bound
        };
        from_start.clamp(lowest, highest)
    };
    let (first, last) = if step < 0 {
        (highest, lowest)
    } else {
        (lowest, highest)
    };
    let start = start.map_or(first, clamp);
    let stop = stop.map_or(last, clamp);
    let count = if step < 0 && stop < start {
        (start - stop - 1) / -step + 1
    } else if step > 0 && start < stop {
        (stop - start - 1) / step + 1
    } else {
        0
    };
    Ok(SliceRange {
        start,
        stop,
        step,
        count: count as usize,
    })
}

/// The position that `index` names in a sequence of `length`, negative from the end.
pub fn checked_index(index: i64, length: usize) -> Option<usize> {
    let from_start = if index < 0 {
        index.checked_add(length as i64)?
    } else {
        index
    };
    usize::try_from(from_start)
        .ok()
        .filter(|&position| position < length)
}

/// `start` and `end` of `find`, `count`, `startswith`, `list.index`: clamped to the length,
/// negative from the end. `start` may pass `end` and the length.
pub fn search_bounds(start: Option<i64>, end: Option<i64>, length: usize) -> (usize, usize) {
    let wrap = |bound: i64| {
        let from_start = if bound < 0 {
            bound.saturating_add(length as i64)
        } else {
            bound
        };
        usize::try_from(from_start.max(0)).unwrap_or(usize::MAX)
    };
    (start.map_or(0, wrap), end.map_or(length, wrap).min(length))
}
