//! The knee of a series: where more stops being worth it. Method: Kneedle, V. Satopää, J. Albrecht, D. Irwin and
//! B. Raghavan, "Finding a 'Kneedle' in a Haystack", ICDCS Workshops 2011, without its smoothing (our runs have no
//! noise): both axes are brought to 0–1 and the knee is the point farthest above the line from the first to the last.
//! Blind spots: a series with several knees has only its strongest one, and the knee depends on the range.

/// The least distance from that line, of 1, that counts as a knee: a straight series has none.
const LEAST_DISTANCE: f64 = 0.1;

/// The index of the knee of `points` (in order of their first numbers). `is_gain` says whether more is better: then
/// the knee is where a growth levels off, else where a fall does.
pub fn knee(points: &[(f64, f64)], is_gain: bool) -> Option<usize> {
    let (&(first_x, first_y), &(last_x, last_y)) = (points.first()?, points.last()?);
    let ys = points.iter().map(|point| point.1);
    let (least, most) = (
        ys.clone().fold(f64::INFINITY, f64::min),
        ys.fold(f64::NEG_INFINITY, f64::max),
    );
    let levels_off = match is_gain {
        true => last_y > first_y,
        false => last_y < first_y,
    };
    if points.len() < 3 || !levels_off || most <= least || last_x <= first_x {
        return None;
    }
    let distance = |&(x, y): &(f64, f64)| {
        let x = (x - first_x) / (last_x - first_x);
        let y = (y - least) / (most - least);
        if is_gain { y - x } else { 1.0 - y - x }
    };
    let farthest = points.iter().map(distance).enumerate();
    // Of equals the first: the cheaper one.
    let (index, distance) = farthest.fold((0, f64::NEG_INFINITY), |best, next| {
        if next.1 > best.1 + 1e-9 { next } else { best }
    });
    (distance >= LEAST_DISTANCE).then_some(index)
}

#[cfg(test)]
mod tests {
    use super::knee;

    #[test]
    fn a_makespan_that_falls_as_one_over_the_workers_has_its_knee_early() {
        let points: Vec<(f64, f64)> = (1..=30)
            .map(|workers| (f64::from(workers), 30.0 / f64::from(workers)))
            .collect();
        let index = knee(&points, false).expect("a knee");
        assert!(
            (3.0..=7.0).contains(&points[index].0),
            "{:?}",
            points[index]
        );
        let rates: Vec<(f64, f64)> = points.iter().map(|&(x, y)| (x, 30.0 / y)).collect();
        assert_eq!(knee(&rates, true), None, "a straight line");
    }

    #[test]
    fn a_throughput_that_levels_off_has_its_knee_at_the_corner() {
        let points: Vec<(f64, f64)> = (1..=16)
            .map(|cores| (f64::from(cores), f64::from(cores.min(4))))
            .collect();
        assert_eq!(knee(&points, true), Some(3));
        assert_eq!(knee(&points, false), None, "it never falls");
        assert_eq!(knee(&points[..2], true), None);
    }
}
