//! What to paint on one lane: whole columns, merged where they look alike. The number of
//! spans is bounded by the width, the cost of each by a logarithm.

use crate::Viewport;
use crate::lod::{LaneTimes, StateTimes, gallop};
use interleave_trace::{Slices, State};

/// The parts that a column is divided into to show how several slices share it.
pub const SHARE_UNITS: u8 = 16;

/// A run of columns `[x0_px, x1_px)` of one lane that look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First column.
    pub x0_px: u32,
    /// First column after it.
    pub x1_px: u32,
    /// The state that takes most of each column's time.
    pub state: State,
    /// The slice that this is, where it is one; `None` where several slices of that state fall
    /// into each column, or where another one would hide that the lane ran.
    pub slice: Option<usize>,
    /// How each column's time divides among the states, in [`SHARE_UNITS`], indexed by the
    /// state's number; what is missing is time outside every slice.
    pub shares: [u8; State::ALL.len()],
}

impl Span {
    /// Whether several slices fall into each column, so that the states' shares are the picture.
    pub fn is_mixed(&self) -> bool {
        self.slice.is_none()
    }
}

/// The spans of one lane in view, left to right. A column is covered exactly when a slice
/// overlaps the time that it shows.
#[derive(Clone, Debug)]
pub struct Spans<'a> {
    slices: &'a Slices,
    times: &'a LaneTimes,
    view: Viewport,
    /// The next column to look at.
    x_px: u32,
    /// The first slice that ends after that column begins.
    first: usize,
    /// A column and the time in each state before it, where it is known already.
    before: Option<(u32, StateTimes)>,
    pending: Option<Span>,
}

impl<'a> Spans<'a> {
    pub(crate) fn new(slices: &'a Slices, times: &'a LaneTimes, view: Viewport) -> Spans<'a> {
        let first = slices
            .ends_ns()
            .partition_point(|&end| end <= view.from_ns());
        Spans {
            slices,
            times,
            view,
            x_px: 0,
            first,
            before: None,
            pending: None,
        }
    }

    /// The next run of columns, not yet merged with its neighbours.
    fn run(&mut self) -> Option<Span> {
        let (starts, ends) = (self.slices.starts_ns(), self.slices.ends_ns());
        let first = self.first;
        if self.x_px >= self.view.width_px() || first >= starts.len() {
            return None;
        }
        let (mut t0, mut t1) = self.view.column(self.x_px);
        if starts[first] >= t1 {
            if starts[first] >= self.view.to_ns() {
                return None;
            }
            self.x_px = self.view.column_of(starts[first]);
            (t0, t1) = self.view.column(self.x_px);
        }
        let x0_px = self.x_px;
        if starts[first] <= t0 && ends[first] >= t1 {
            let x1_px = self.view.column_of(ends[first]).max(x0_px + 1);
            self.step_to(x1_px);
            let state = self.slices.states()[first];
            return Some(whole(x0_px, x1_px, state, first));
        }
        let last = gallop(first, starts.len(), |index| starts[index] >= t1);
        let span = if last - first <= 4 {
            self.add_up(x0_px, t0, t1, first..last)
        } else {
            self.subtract(x0_px, t0, t1, last)
        };
        self.step_to(x0_px + 1);
        Some(span)
    }

    /// Goes on at column `x_px`.
    fn step_to(&mut self, x_px: u32) {
        self.x_px = x_px;
        let at_ns = self.view.time_at(x_px);
        let ends = self.slices.ends_ns();
        self.first = gallop(self.first, ends.len(), |index| ends[index] > at_ns);
    }

    /// A column with few slices: each is looked at, so that one that has a state to itself is
    /// known by number.
    fn add_up(&mut self, x_px: u32, t0: u64, t1: u64, range: std::ops::Range<usize>) -> Span {
        let (starts, ends) = (self.slices.starts_ns(), self.slices.ends_ns());
        let mut times = StateTimes::default();
        let mut counts = [0u8; State::ALL.len()];
        let mut of_state = [0usize; State::ALL.len()];
        for index in range {
            let state = self.slices.states()[index] as usize;
            times[state] += ends[index].min(t1) - starts[index].max(t0);
            counts[state] += 1;
            of_state[state] = index;
        }
        let state = dominant(&times);
        let hides_a_burst = state != State::Running && times[State::Running as usize] > 0;
        let is_one = counts[state as usize] == 1 && !hides_a_burst;
        let slice = is_one.then_some(of_state[state as usize]);
        Span {
            x0_px: x_px,
            x1_px: x_px + 1,
            state,
            slice,
            shares: shares(&times, t1 - t0, state),
        }
    }

    /// A column with many slices: the difference of two sums.
    fn subtract(&mut self, x_px: u32, t0: u64, t1: u64, last: usize) -> Span {
        let ends = self.slices.ends_ns();
        let before = match self.before {
            Some((known_px, before)) if known_px == x_px => before,
            _ => self.times.before(self.slices, self.first, t0),
        };
        // The last slice of the column may go on after it.
        let next = if ends[last - 1] > t1 { last - 1 } else { last };
        let after = self.times.before(self.slices, next, t1);
        let mut times = after;
        for (time, before) in times.iter_mut().zip(before) {
            *time -= before;
        }
        self.before = Some((x_px + 1, after));
        let state = dominant(&times);
        let shares = shares(&times, t1 - t0, state);
        Span {
            x0_px: x_px,
            x1_px: x_px + 1,
            state,
            slice: None,
            shares,
        }
    }
}

impl Iterator for Spans<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            let run = self.run();
            match (&mut self.pending, run) {
                (Some(pending), Some(run)) if look_alike(pending, &run) => {
                    pending.x1_px = run.x1_px;
                }
                (_, run) => {
                    let done = std::mem::replace(&mut self.pending, run);
                    if done.is_some() || run.is_none() {
                        return done;
                    }
                }
            }
        }
    }
}

/// Whether `run` continues `pending`.
fn look_alike(pending: &Span, run: &Span) -> bool {
    let same_slice = pending.slice == run.slice && pending.state == run.state;
    pending.x1_px == run.x0_px
        && same_slice
        && (pending.slice.is_some() || pending.shares == run.shares)
}

/// Columns that one slice fills.
fn whole(x0_px: u32, x1_px: u32, state: State, slice: usize) -> Span {
    let mut shares = [0; State::ALL.len()];
    shares[state as usize] = SHARE_UNITS;
    Span {
        x0_px,
        x1_px,
        state,
        slice: Some(slice),
        shares,
    }
}

/// The state with the most time; the first of equals.
fn dominant(times: &StateTimes) -> State {
    let mut best = State::ALL[0];
    for state in State::ALL {
        if times[state as usize] > times[best as usize] {
            best = state;
        }
    }
    best
}

/// The least that running shows of itself: a burst far shorter than a column is still the work
/// that the picture is about.
const LEAST_RUNNING: u8 = 2;

/// Shares of `column_ns` in [`SHARE_UNITS`]; what rounding leaves goes to `dominant`.
fn shares(times: &StateTimes, column_ns: u64, dominant: State) -> [u8; State::ALL.len()] {
    let unit = |ns: u64| match ns.checked_mul(u64::from(SHARE_UNITS)) {
        Some(product) => (product / column_ns) as u8,
        None => {
            (ns / (column_ns / u64::from(SHARE_UNITS)).max(1)).min(u64::from(SHARE_UNITS)) as u8
        }
    };
    let mut shares = times.map(unit);
    let covered = unit(times.iter().sum()).clamp(1, SHARE_UNITS);
    let sum: u8 = shares.iter().sum();
    shares[dominant as usize] += covered.saturating_sub(sum);
    let running = State::Running as usize;
    let lacking = LEAST_RUNNING.saturating_sub(shares[running]);
    if times[running] > 0 && lacking > 0 {
        if dominant != State::Running {
            shares[dominant as usize] = shares[dominant as usize].saturating_sub(lacking).max(1);
        }
        shares[running] = LEAST_RUNNING;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::testing::{lane_slices, slices_of};
    use proptest::prelude::*;

    fn spans(slices: &Slices, view: Viewport) -> Vec<Span> {
        let times = LaneTimes::new(slices);
        Spans::new(slices, &times, view).collect()
    }

    proptest! {
        #[test]
        fn spans_cover_exactly_what_slices_cover(
            lane in lane_slices(120), from in 0u64..9_000, span in 0u64..20_000, width in 1u32..900,
        ) {
            let slices = slices_of(&lane);
            let view = Viewport::new(from, from + span, width);
            let spans = spans(&slices, view);
            prop_assert!(spans.len() as u32 <= width);
            prop_assert!(spans.windows(2).all(|pair| pair[0].x1_px <= pair[1].x0_px));
            let mut covered = vec![None; width as usize];
            for span in &spans {
                prop_assert!(span.x0_px < span.x1_px && span.x1_px <= width);
                for x in span.x0_px..span.x1_px {
                    covered[x as usize] = Some(*span);
                }
            }
            for x in 0..width {
                let (t0, t1) = view.column(x);
                let range = slices.overlapping(t0, t1);
                prop_assert_eq!(covered[x as usize].is_some(), !range.is_empty(), "column {}", x);
                let Some(span) = covered[x as usize] else { continue };
                let mut times = StateTimes::default();
                for index in range.clone() {
                    let slice = slices.get(index);
                    times[slice.state as usize] += slice.end_ns.min(t1) - slice.start_ns.max(t0);
                }
                prop_assert_eq!(times[span.state as usize], *times.iter().max().unwrap());
                if let Some(index) = span.slice {
                    prop_assert!(range.contains(&index));
                    prop_assert_eq!(slices.get(index).state, span.state);
                }
                prop_assert!(span.shares.iter().sum::<u8>() <= SHARE_UNITS);
                prop_assert!(span.shares[span.state as usize] > 0);
                prop_assert!(times[0] == 0 || span.shares[0] > 0, "it ran, and that shows");
            }
        }
    }

    #[test]
    fn a_slice_that_is_wide_enough_is_one_span() {
        let slices = slices_of(&[(0, 1050, 0), (0, 950, 3)]);
        let spans = spans(&slices, Viewport::new(0, 2000, 20));
        let seen: Vec<_> = spans
            .iter()
            .map(|s| (s.x0_px, s.x1_px, s.state, s.slice))
            .collect();
        assert_eq!(
            seen,
            [
                (0, 11, State::Running, Some(0)),
                (11, 20, State::Blocked, Some(1))
            ],
            "the shared column goes to one of them"
        );
    }

    #[test]
    fn many_slices_in_a_column_show_their_shares() {
        let lane: Vec<_> = (0..4000)
            .map(|index| (0, 25, u8::from(index % 4 != 0)))
            .collect();
        let spans = spans(&slices_of(&lane), Viewport::new(0, 100_000, 100));
        assert_eq!(spans.len(), 1, "equal columns are one span");
        assert_eq!(spans[0].shares, [4, 12, 0, 0, 0, 0]);
        assert_eq!((spans[0].x0_px, spans[0].x1_px), (0, 100));
        assert!(spans[0].is_mixed());
    }
}
