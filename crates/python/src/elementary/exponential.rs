//! `exp`, logarithms and `pow`. Method: reduce, sum the series at twice the precision, round once.

use super::double_double::Wide;
use super::tables::POWERS;

const LN_2: Wide = Wide {
    high: std::f64::consts::LN_2,
    low: 2.319_046_813_846_299_6e-17,
};

const STEP: Wide = Wide {
    high: LN_2.high / 32.0,
    low: LN_2.low / 32.0,
};

/// `exp` of a number of moderate size (within ±745), as a mantissa near 1 and a power of two.
fn exp_parts(x: Wide) -> (Wide, i32) {
    let k = (x.high / STEP.high).round();
    let r = x - Wide::product(k, STEP.high) - Wide::product(k, STEP.low);
    // |r| is at most ln(2)/64: from the third power on, a double's precision is enough.
    let h = r.high;
    let tail = h
        * h
        * h
        * (1.0 / 6.0 + h * (1.0 / 24.0 + h * (1.0 / 120.0 + h * (1.0 / 720.0 + h / 5040.0))));
    let own = r + (r * r).scaled(0.5) + Wide::from(tail);
    let k = k as i32;
    let (high, low) = POWERS[k.rem_euclid(32) as usize];
    let power = Wide { high, low };
    (power + power * own, k.div_euclid(32))
}

/// `e ** x`
pub fn exp(x: f64) -> f64 {
    if x.is_nan() || !(-745.2..=709.8).contains(&x) || x.abs() < 1e-300 {
        return libm::exp(x);
    }
    let (mantissa, power) = exp_parts(Wide::from(x));
    scale(mantissa, power)
}

/// `2 ** x`
pub fn exp2(x: f64) -> f64 {
    if x.is_nan() || !(-1074.0..1024.0).contains(&x) {
        return libm::exp2(x);
    }
    let k = x.round();
    let (mantissa, power) = exp_parts(LN_2 * Wide::from(x - k));
    scale(mantissa, power + k as i32)
}

fn scale(mantissa: Wide, power: i32) -> f64 {
    if power > -1020 {
        return libm::ldexp(mantissa.rounded(), power);
    }
    // Subnormal: round once, at the place where the result ends.
    let lifted = Wide::sum(mantissa.high, mantissa.low);
    let bias = libm::ldexp(1.0, -1022 - power);
    let sum = Wide::sum(bias, lifted.high);
    let rounded = sum.high + (sum.low + lifted.low);
    libm::ldexp(rounded - bias, power)
}

/// The natural logarithm of a positive, finite number.
pub(super) fn ln_wide(x: f64) -> Wide {
    let near = x - 1.0;
    if near.abs() < 1e-4 {
        let f = Wide::from(near);
        let mut power = f;
        let mut sum = f;
        for n in 2..=9 {
            power = power * -f;
            sum = sum + power / Wide::from(f64::from(n));
        }
        return sum;
    }
    let (mantissa, exponent) = libm::frexp(x);
    let (mantissa, exponent) = if mantissa < std::f64::consts::FRAC_1_SQRT_2 {
        (mantissa * 2.0, exponent - 1)
    } else {
        (mantissa, exponent)
    };
    // One step of Newton's method from the double that is near: ln m = y + ln(m e⁻ʸ).
    let y = libm::log(mantissa);
    let (inverse, power) = exp_parts(Wide::from(-y));
    let inverse = inverse.scaled(libm::ldexp(1.0, power));
    let e = inverse * Wide::from(mantissa) - Wide::from(1.0);
    let own = Wide::from(y) + (e - (e * e).scaled(0.5));
    let k = f64::from(exponent);
    Wide::product(k, LN_2.high) + (Wide::product(k, LN_2.low) + own)
}

fn is_ordinary(x: f64) -> bool {
    x > 0.0 && x.is_finite()
}

/// The natural logarithm.
pub fn ln(x: f64) -> f64 {
    if !is_ordinary(x) {
        return libm::log(x);
    }
    ln_wide(x).rounded()
}

/// The logarithm to base 2.
pub fn log2(x: f64) -> f64 {
    if !is_ordinary(x) {
        return libm::log2(x);
    }
    let (mantissa, exponent) = libm::frexp(x);
    if mantissa == 0.5 {
        return f64::from(exponent - 1);
    }
    (ln_wide(x) / LN_2).rounded()
}

/// The logarithm to base 10. Source: glibc 2.36, sysdeps/ieee754/dbl-64/e_log10.c.
pub fn log10(x: f64) -> f64 {
    if !is_ordinary(x) {
        return libm::log10(x);
    }
    let (mantissa, exponent) = libm::frexp(x);
    let k = exponent - 1;
    let below_one = i32::from(k < 0);
    let mantissa = libm::ldexp(mantissa, 1 - below_one);
    let y = f64::from(k + below_one);
    let z = y * 3.694_239_077_158_931e-13 + 4.342_944_819_032_518e-1 * ln(mantissa);
    z + y * 3.010_299_956_636_117_7e-1
}

/// `x ** y`
pub fn pow(x: f64, y: f64) -> f64 {
    // These are rounded once by themselves.
    if y == 2.0 {
        return x * x;
    } else if y == 1.0 {
        return x;
    } else if y == 0.5 && x > 0.0 {
        return x.sqrt();
    }
    let plain = libm::pow(x, y);
    if plain.is_nan() || plain.is_infinite() || plain == 0.0 || x == 0.0 || y == 0.0 {
        return plain;
    }
    if !x.is_finite() || !y.is_finite() {
        return plain;
    }
    let logarithm = ln_wide(x.abs());
    let (mantissa, power) = exp_parts(logarithm * Wide::from(y));
    scale(mantissa, power).copysign(plain)
}
