//! "Did you mean: 'x'?": the nearest of the known names, as `Python/suggestions.c` finds
//! it, with its costs and limits.

/// With this many names or more CPython does not look.
const MAX_CANDIDATES: usize = 750;
/// The longest name that is compared after the common ends are cut off, in bytes.
const MAX_NAME_BYTES: usize = 40;
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;

/// The candidate most like `name`, if one is like enough. CPython asks once per table, in
/// this order, and takes the first answer: for a `NameError` the locals, the globals, the
/// builtins; for an `AttributeError` the sorted `dir()`.
pub fn suggestion<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let candidates: Vec<&str> = candidates.take(MAX_CANDIDATES).collect();
    if candidates.len() == MAX_CANDIDATES {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate == name {
            continue;
        }
        // No more than a third of the characters involved should need a change.
        let mut limit = (name.len() + candidate.len() + 3) * MOVE_COST / 6;
        if let Some((distance, _)) = best {
            match distance.checked_sub(1) {
                Some(nearer) => limit = limit.min(nearer),
                None => break,
            }
        }
        let distance = distance(name.as_bytes(), candidate.as_bytes(), limit);
        if distance <= limit {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate.to_string())
}

/// The Levenshtein distance, or something greater than `limit` once it must be.
fn distance<'a>(mut a: &'a [u8], mut b: &'a [u8], limit: usize) -> usize {
    while let ([first_a, rest_a @ ..], [first_b, rest_b @ ..]) = (a, b)
        && first_a == first_b
    {
        (a, b) = (rest_a, rest_b);
    }
    while let ([rest_a @ .., last_a], [rest_b @ .., last_b]) = (a, b)
        && last_a == last_b
    {
        (a, b) = (rest_a, rest_b);
    }
    if a.is_empty() || b.is_empty() {
        return (a.len() + b.len()) * MOVE_COST;
    }
    if a.len() > MAX_NAME_BYTES || b.len() > MAX_NAME_BYTES {
        return limit + 1;
    }
    if b.len() < a.len() {
        (a, b) = (b, a);
    }
    if (b.len() - a.len()) * MOVE_COST > limit {
        return limit + 1;
    }
    let mut row: Vec<usize> = (1..=a.len()).map(|length| length * MOVE_COST).collect();
    let mut result = 0;
    for (index, &byte) in b.iter().enumerate() {
        result = index * MOVE_COST;
        let mut diagonal = result;
        let mut least = usize::MAX;
        for (cell, &other) in row.iter_mut().zip(a) {
            let substituted = diagonal + substitution_cost(byte, other);
            diagonal = *cell;
            result = substituted.min(result.min(diagonal) + MOVE_COST);
            *cell = result;
            least = least.min(result);
        }
        if least > limit {
            return limit + 1;
        }
    }
    result
}

fn substitution_cost(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE_COST
    } else {
        MOVE_COST
    }
}
