//! The hash that ints and floats of the same value share. Source: CPython, Include/pyhash.h.

use super::int::Int;
use num_bigint::Sign;
use num_traits::ToPrimitive;

/// CPython's modulus for the hash of numbers, `2**61 - 1`.
const HASH_MODULUS: u64 = (1 << 61) - 1;

fn signed_hash(negative: bool, size: u64) -> i64 {
    match if negative {
        -(size as i64)
    } else {
        size as i64
    } {
        -1 => -2,
        hash => hash,
    }
}

/// `hash(n)`.
pub fn hash(n: &Int) -> i64 {
    match n {
        Int::Small(small) => hash_small(*small),
        Int::Big(big) => {
            let size = big.magnitude() % HASH_MODULUS;
            signed_hash(big.sign() == Sign::Minus, size.to_u64().unwrap_or(0))
        }
    }
}

/// `hash(n)` of an int of 64 bits.
#[inline]
pub fn hash_small(n: i64) -> i64 {
    if (0..HASH_MODULUS as i64).contains(&n) {
        return n;
    }
    signed_hash(n < 0, n.unsigned_abs() % HASH_MODULUS)
}

/// `hash(x)`, equal to that of an equal int. A NaN hashes by identity in CPython; here to 0.
pub fn hash_float(x: f64) -> i64 {
    if x.is_nan() {
        return 0;
    }
    if x.is_infinite() {
        return if x > 0.0 { 314_159 } else { -314_159 };
    }
    let (mantissa, exponent, _) = num_traits::float::FloatCore::integer_decode(x);
    // Multiplying by 2 rotates 61 bits, since 2**61 is 1 modulo the modulus.
    let turn = i64::from(exponent).rem_euclid(61) as u32;
    let size = u128::from(mantissa % HASH_MODULUS) << turn;
    signed_hash(x < 0.0, (size % u128::from(HASH_MODULUS)) as u64)
}
