//! Numbers of twice a double's precision: the unevaluated sum of two doubles. Source: T. J. Dekker, "A floating-point
//! technique for extending the available precision", 1971; D. E. Knuth's two-sum. No fused multiply-add: the browser has none.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// `high + low`, where `low` is below half a unit of `high`'s last place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wide {
    pub(super) high: f64,
    pub(super) low: f64,
}

impl From<f64> for Wide {
    fn from(high: f64) -> Wide {
        Wide { high, low: 0.0 }
    }
}

fn split(a: f64) -> (f64, f64) {
    let c = 134_217_729.0 * a;
    let high = c - (c - a);
    (high, a - high)
}

impl Wide {
    /// The exact sum of two doubles.
    pub(super) fn sum(a: f64, b: f64) -> Wide {
        let high = a + b;
        let t = high - a;
        let low = (a - (high - t)) + (b - t);
        Wide { high, low }
    }

    fn quick(a: f64, b: f64) -> Wide {
        let high = a + b;
        Wide {
            high,
            low: b - (high - a),
        }
    }

    /// The exact product of two doubles (where nothing overflows).
    pub(super) fn product(a: f64, b: f64) -> Wide {
        let high = a * b;
        let ((ah, al), (bh, bl)) = (split(a), split(b));
        let low = ((ah * bh - high) + ah * bl + al * bh) + al * bl;
        Wide { high, low }
    }

    /// The nearest double.
    pub(super) fn rounded(self) -> f64 {
        self.high + self.low
    }

    /// Times a power of two.
    pub(super) fn scaled(self, factor: f64) -> Wide {
        Wide {
            high: self.high * factor,
            low: self.low * factor,
        }
    }

    pub(super) fn sqrt(self) -> Wide {
        if self.high <= 0.0 {
            return Wide::from(0.0);
        }
        let root = self.high.sqrt();
        let rest = self - Wide::product(root, root);
        Wide::quick(root, rest.high / (2.0 * root))
    }
}

impl Add for Wide {
    type Output = Wide;
    fn add(self, other: Wide) -> Wide {
        let s = Wide::sum(self.high, other.high);
        let t = Wide::sum(self.low, other.low);
        let s = Wide::quick(s.high, s.low + t.high);
        Wide::quick(s.high, s.low + t.low)
    }
}

impl Neg for Wide {
    type Output = Wide;
    fn neg(self) -> Wide {
        Wide {
            high: -self.high,
            low: -self.low,
        }
    }
}

impl Sub for Wide {
    type Output = Wide;
    fn sub(self, other: Wide) -> Wide {
        self + -other
    }
}

impl Mul for Wide {
    type Output = Wide;
    fn mul(self, other: Wide) -> Wide {
        let p = Wide::product(self.high, other.high);
        Wide::quick(
            p.high,
            p.low + (self.high * other.low + self.low * other.high),
        )
    }
}

impl Div for Wide {
    type Output = Wide;
    fn div(self, other: Wide) -> Wide {
        let first = self.high / other.high;
        let rest = self - other * Wide::from(first);
        let second = rest.high / other.high;
        let rest = rest - other * Wide::from(second);
        let sum = Wide::quick(first, second);
        Wide::quick(sum.high, sum.low + rest.high / other.high)
    }
}
