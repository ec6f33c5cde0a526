//! Rows by a number of theirs, ties as they were. One sort for all kinds of rows: the library's own is compiled anew
//! for each, some KB every time. Knows nothing of what the rows are.

/// Puts `rows` in the order of their keys; rows of the same key keep their order.
pub fn put_in_order<T>(rows: &mut [T], key: impl Fn(&T) -> u64) {
    if rows.is_sorted_by_key(&key) {
        return;
    }
    let keys: Vec<u64> = rows.iter().map(key).collect();
    let mut places = places(&keys);
    for from in 0..rows.len() {
        while places[from] != from {
            let to = places[from];
            rows.swap(from, to);
            places.swap(from, to);
        }
    }
}

/// Where each key goes.
fn places(keys: &[u64]) -> Vec<usize> {
    let mut order: Vec<(u64, usize)> = keys.iter().copied().zip(0..).collect();
    order.sort_unstable();
    let mut places = vec![0; keys.len()];
    for (to, &(_, from)) in order.iter().enumerate() {
        places[from] = to;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::put_in_order;

    #[test]
    fn rows_are_in_order_and_ties_as_they_were() {
        for step in [1, 7, 11, 29] {
            let mut rows: Vec<(u64, u64)> = (0..30).map(|n| (n * step % 30 / 4, n)).collect();
            let mut wanted = rows.clone();
            wanted.sort_by_key(|row| row.0);
            put_in_order(&mut rows, |row| row.0);
            assert_eq!(rows, wanted);
        }
    }
}
