//! The stretch of virtual time in view and its mapping to pixel columns, in integers.
//! Must not know traces.

/// A stretch of virtual time shown over `width_px` columns. A column is never narrower than
/// 1 ns, so that every column shows a stretch of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    from_ns: u64,
    to_ns: u64,
    width_px: u32,
}

/// The narrowest view, in ns: below it there is nothing to see, as one instruction takes longer.
const MIN_SPAN_NS: u64 = 500;

/// `a * b / c` without overflow; the quotient must fit.
fn mul_div(a: u64, b: u64, c: u64) -> u64 {
    // 128-bit division is a slow library call in wasm: take it only where it is needed.
    match a.checked_mul(b) {
        Some(product) => product / c,
        None => (u128::from(a) * u128::from(b) / u128::from(c)) as u64,
    }
}

impl Viewport {
    /// A view of `[from_ns, to_ns)`, widened to the narrowest view where needed.
    pub fn new(from_ns: u64, to_ns: u64, width_px: u32) -> Viewport {
        let width_px = width_px.max(1);
        let span = to_ns
            .saturating_sub(from_ns)
            .max(Self::min_span_ns(width_px));
        let from_ns = from_ns.min(u64::MAX - span);
        Viewport {
            from_ns,
            to_ns: from_ns + span,
            width_px,
        }
    }

    /// All of a run that ends at `end_ns`, with a little room after the end.
    pub fn fit(end_ns: u64, width_px: u32) -> Viewport {
        Viewport::new(0, Self::limit_ns(end_ns), width_px)
    }

    /// How far to the right a run that ends at `end_ns` may be looked at.
    fn limit_ns(end_ns: u64) -> u64 {
        end_ns.saturating_add(end_ns / 64).max(MIN_SPAN_NS)
    }

    fn min_span_ns(width_px: u32) -> u64 {
        u64::from(width_px).max(MIN_SPAN_NS)
    }

    /// First virtual ns in view.
    pub fn from_ns(self) -> u64 {
        self.from_ns
    }

    /// First virtual ns after the view.
    pub fn to_ns(self) -> u64 {
        self.to_ns
    }

    /// How many ns are in view.
    pub fn span_ns(self) -> u64 {
        self.to_ns - self.from_ns
    }

    /// How many columns there are.
    pub fn width_px(self) -> u32 {
        self.width_px
    }

    /// The same stretch of time over `width_px` columns.
    pub fn with_width(self, width_px: u32) -> Viewport {
        Viewport::new(self.from_ns, self.to_ns, width_px)
    }

    /// The first ns of column `x_px`.
    pub fn time_at(self, x_px: u32) -> u64 {
        self.from_ns + mul_div(u64::from(x_px), self.span_ns(), u64::from(self.width_px))
    }

    /// The stretch of time that column `x_px` shows.
    pub fn column(self, x_px: u32) -> (u64, u64) {
        (self.time_at(x_px), self.time_at(x_px + 1))
    }

    /// The column that shows `at_ns`; the first or one past the last where it is out of view.
    pub fn column_of(self, at_ns: u64) -> u32 {
        if at_ns < self.from_ns {
            return 0;
        }
        if at_ns >= self.to_ns {
            return self.width_px;
        }
        // The largest x with time_at(x) <= at_ns, given that time_at rounds down.
        let past = at_ns - self.from_ns + 1;
        let width = u64::from(self.width_px);
        let x = mul_div(past, width, self.span_ns());
        let exact =
            u128::from(past) * u128::from(width) == u128::from(x) * u128::from(self.span_ns());
        (if exact { x - 1 } else { x }) as u32
    }

    /// Moves the view into `[0, end_ns]` and a little more, keeping its span where it can.
    pub fn clamp(self, end_ns: u64) -> Viewport {
        let limit = Self::limit_ns(end_ns).max(Self::min_span_ns(self.width_px));
        let span = self.span_ns().min(limit);
        let from_ns = self.from_ns.min(limit - span);
        Viewport {
            from_ns,
            to_ns: from_ns + span,
            width_px: self.width_px,
        }
    }

    /// Scales the span by `num / den` with the instant at `about_px` in its place, inside a run
    /// that ends at `end_ns`.
    pub fn zoom(self, about_px: u32, num: u32, den: u32, end_ns: u64) -> Viewport {
        let limit = Self::limit_ns(end_ns);
        let scaled = u128::from(self.span_ns()) * u128::from(num) / u128::from(den.max(1));
        let span = u64::try_from(scaled).unwrap_or(u64::MAX).min(limit);
        let span = span.max(Self::min_span_ns(self.width_px));
        let about = about_px.min(self.width_px);
        let before = mul_div(u64::from(about), span, u64::from(self.width_px));
        let from_ns = self.time_at(about).saturating_sub(before);
        Viewport::new(from_ns, from_ns.saturating_add(span), self.width_px).clamp(end_ns)
    }

    /// Moves by `columns` (to later times if positive) inside a run that ends at `end_ns`.
    pub fn pan(self, columns: i64, end_ns: u64) -> Viewport {
        let width = u64::from(self.width_px);
        let step = mul_div(columns.unsigned_abs(), self.span_ns(), width);
        let from_ns = if columns < 0 {
            self.from_ns.saturating_sub(step)
        } else {
            self.from_ns.saturating_add(step)
        };
        Viewport::new(
            from_ns,
            from_ns.saturating_add(self.span_ns()),
            self.width_px,
        )
        .clamp(end_ns)
    }

    /// Shows `[from_ns, to_ns)` with an eighth of its length on either side.
    pub fn focus(self, from_ns: u64, to_ns: u64, end_ns: u64) -> Viewport {
        let margin = (to_ns.saturating_sub(from_ns) / 8).max(1);
        let from = from_ns.saturating_sub(margin);
        Viewport::new(from, to_ns.saturating_add(margin), self.width_px).clamp(end_ns)
    }

    /// The nearest view of the same span that shows `[from_ns, to_ns)`, or its start where it
    /// is longer than the view; unchanged where it is in view already.
    pub fn reveal(self, from_ns: u64, to_ns: u64, end_ns: u64) -> Viewport {
        let span = self.span_ns();
        let margin = span / 16;
        let fits = to_ns.saturating_sub(from_ns) <= span - 2 * margin;
        if from_ns >= self.from_ns && (to_ns <= self.to_ns || (!fits && from_ns < self.to_ns)) {
            return self;
        }
        let start = if from_ns < self.from_ns || !fits {
            from_ns.saturating_sub(margin)
        } else {
            to_ns.saturating_add(margin).saturating_sub(span)
        };
        Viewport::new(start, start.saturating_add(span), self.width_px).clamp(end_ns)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_column_shows_the_times_that_map_to_it(
            from in 0u64..1 << 40, span in 1u64..1 << 45, width in 1u32..5000, at in 0u64..1 << 45,
        ) {
            let view = Viewport::new(from, from + span, width);
            let at = view.from_ns() + at % view.span_ns();
            let (start, end) = view.column(view.column_of(at));
            prop_assert!(start <= at && at < end, "{start} <= {at} < {end}");
        }

        #[test]
        fn zooming_in_and_out_comes_back(
            from in 0u64..1 << 34, span in 1u64 << 20..1 << 34, width in 100u32..3000, about in 0u32..3000,
        ) {
            let view = Viewport::new(from, from + span, width).clamp(1 << 35);
            let about = about % width;
            let back = view.zoom(about, 1, 2, 1 << 35).zoom(about, 2, 1, 1 << 35);
            let slack = 8;
            prop_assert!(back.from_ns().abs_diff(view.from_ns()) <= slack);
            prop_assert!(back.to_ns().abs_diff(view.to_ns()) <= slack);
        }

        #[test]
        fn the_instant_under_the_pointer_stays(
            span in 1u64 << 22..1 << 34, width in 100u32..3000, about in 0u32..3000,
        ) {
            let view = Viewport::new(1 << 34, (1 << 34) + span, width);
            let about = about % width;
            let zoomed = view.zoom(about, 3, 4, 1 << 40);
            prop_assert!(zoomed.time_at(about).abs_diff(view.time_at(about)) <= 2);
        }

        #[test]
        fn no_input_panics(
            from: u64, to: u64, width: u32, about: u32, num: u32, den: u32, end: u64, columns: i32, at: u64,
        ) {
            let view = Viewport::new(from, to, width % 100_000);
            for view in [
                view.zoom(about, num, den, end),
                view.pan(i64::from(columns), end),
                view.focus(from, to, end),
                view.reveal(from, to, end),
                view.clamp(end),
            ] {
                prop_assert!(view.from_ns() < view.to_ns());
                prop_assert!(view.column_of(at) <= view.width_px());
            }
        }
    }

    #[test]
    fn a_fit_shows_the_whole_run() {
        let view = Viewport::fit(10_000_000_000, 1000);
        assert_eq!(view.from_ns(), 0);
        assert!(view.to_ns() > 10_000_000_000);
        assert_eq!(view.zoom(500, 100, 1, 10_000_000_000), view);
    }

    #[test]
    fn revealing_moves_no_further_than_needed() {
        let view = Viewport::new(1_000_000, 2_000_000, 100);
        assert_eq!(view.reveal(1_200_000, 1_300_000, 1 << 40), view);
        let later = view.reveal(2_500_000, 2_600_000, 1 << 40);
        assert!(later.from_ns() <= 2_500_000 && later.to_ns() >= 2_600_000);
        assert_eq!(later.span_ns(), view.span_ns());
    }
}
