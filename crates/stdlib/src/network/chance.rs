//! Chance on the network: a draw follows from the run's seed, the URL and how often that was asked for, so that neither
//! the schedule nor the number of workers changes what a URL's next answer takes.

use interleave_python::elementary;

/// A stream of draws (SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
pub(super) struct Chance {
    state: u64,
}

impl Chance {
    /// The draws for the request number `nth` of `url` in a run of this seed.
    pub(super) fn new(seed: u64, url: &str, nth: u64) -> Chance {
        // FNV-1a, 64 bits (Fowler, Noll, Vo).
        let mixed = url.bytes().fold(0xcbf2_9ce4_8422_2325, |sum: u64, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let mut chance = Chance {
            state: mixed ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15),
        };
        chance.state = chance
            .next()
            .wrapping_add(nth.wrapping_mul(0xd134_2543_de82_ef95));
        chance
    }

    pub(super) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// In `[0, 1)`.
    pub(super) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Normally distributed around 0 with deviation 1 (Box and Muller, 1958).
    pub(super) fn normal(&mut self) -> f64 {
        let radius = (-2.0 * elementary::ln(1.0 - self.share())).sqrt();
        radius * elementary::cos(std::f64::consts::TAU * self.share())
    }

    /// Whether something happens that happens in so many of a million cases.
    pub(super) fn happens(&mut self, ppm: u64) -> bool {
        self.next() % 1_000_000 < ppm
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn a_draw_depends_on_seed_url_and_count_alone() {
        let first = |seed, url, nth| Chance::new(seed, url, nth).next();
        assert_eq!(first(1, "http://a/", 0), first(1, "http://a/", 0));
        assert_ne!(first(1, "http://a/", 0), first(2, "http://a/", 0));
        assert_ne!(first(1, "http://a/", 0), first(1, "http://b/", 0));
        assert_ne!(first(1, "http://a/", 0), first(1, "http://a/", 1));
    }

    #[test]
    fn a_normal_draw_has_mean_zero_and_deviation_one() {
        let draws: Vec<f64> = (0..4000)
            .map(|nth| Chance::new(7, "x", nth).normal())
            .collect();
        let mean = draws.iter().sum::<f64>() / draws.len() as f64;
        let square = draws.iter().map(|d| d * d).sum::<f64>() / draws.len() as f64;
        assert!(mean.abs() < 0.06, "{mean}");
        assert!((square - 1.0).abs() < 0.1, "{square}");
    }

    #[test]
    fn what_happens_in_a_tenth_of_the_cases_does() {
        let count = (0..5000)
            .filter(|&nth| Chance::new(3, "x", nth).happens(100_000))
            .count();
        assert!((420..580).contains(&count), "{count}");
    }
}
