//! The Mersenne Twister MT19937 as CPython seeds and reads it, so that seeded values are CPython's. Source: M. Matsumoto,
//! T. Nishimura, "Mersenne Twister" (1998) and CPython, Modules/_randommodule.c.

const N: usize = 624;
const M: usize = 397;

/// The generator's state: 624 words, then the index of the next one.
#[derive(Clone, Debug)]
pub struct Mersenne {
    words: Vec<u32>,
}

impl Mersenne {
    /// From the words that a host object keeps.
    pub fn from_words(words: Vec<u32>) -> Mersenne {
        Mersenne { words }
    }

    /// The words for a host object to keep.
    pub fn into_words(self) -> Vec<u32> {
        self.words
    }

    /// Seeded by the 32-bit words of a number, least significant first (`init_by_array`).
    pub fn seeded(key: &[u32]) -> Mersenne {
        let key = if key.is_empty() { &[0] } else { key };
        let mut mt = vec![0u32; N];
        mt[0] = 19_650_218;
        for i in 1..N {
            mt[i] = 1_812_433_253u32
                .wrapping_mul(mt[i - 1] ^ (mt[i - 1] >> 30))
                .wrapping_add(i as u32);
        }
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(key.len()) {
            let mixed = (mt[i - 1] ^ (mt[i - 1] >> 30)).wrapping_mul(1_664_525);
            mt[i] = (mt[i] ^ mixed).wrapping_add(key[j]).wrapping_add(j as u32);
            i += 1;
            j += 1;
            if i >= N {
                mt[0] = mt[N - 1];
                i = 1;
            }
            if j >= key.len() {
                j = 0;
            }
        }
        for _ in 0..N - 1 {
            let mixed = (mt[i - 1] ^ (mt[i - 1] >> 30)).wrapping_mul(1_566_083_941);
            mt[i] = (mt[i] ^ mixed).wrapping_sub(i as u32);
            i += 1;
            if i >= N {
                mt[0] = mt[N - 1];
                i = 1;
            }
        }
        mt[0] = 0x8000_0000;
        mt.push(N as u32);
        Mersenne { words: mt }
    }

    /// The next 32 bits.
    pub fn next_u32(&mut self) -> u32 {
        let mut index = self.words[N] as usize;
        if index >= N {
            self.twist();
            index = 0;
        }
        self.words[N] = index as u32 + 1;
        let mut y = self.words[index];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    fn twist(&mut self) {
        let mt = &mut self.words;
        for i in 0..N {
            let y = (mt[i] & 0x8000_0000) | (mt[(i + 1) % N] & 0x7fff_ffff);
            let odd = if y & 1 == 1 { 0x9908_b0df } else { 0 };
            mt[i] = mt[(i + M) % N] ^ (y >> 1) ^ odd;
        }
    }

    /// `random()`: 53 bits in `[0, 1)`.
    pub fn next_f64(&mut self) -> f64 {
        let a = f64::from(self.next_u32() >> 5);
        let b = f64::from(self.next_u32() >> 6);
        (a * 67_108_864.0 + b) / 9_007_199_254_740_992.0
    }

    /// `getrandbits(bits)` as 32-bit words, least significant first.
    pub fn next_bits(&mut self, bits: u64) -> Vec<u32> {
        let mut words = Vec::new();
        let mut left = bits;
        while left > 0 {
            let word = self.next_u32();
            words.push(if left < 32 { word >> (32 - left) } else { word });
            left = left.saturating_sub(32);
        }
        words
    }
}
