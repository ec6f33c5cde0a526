//! BLAKE2's compression, of 64-bit and of 32-bit words. Source: RFC 7693.

use super::algorithm::{ALGORITHMS, Family, State};

const SIGMA: [[usize; 16]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];
/// The columns and diagonals of the working block that one round mixes.
const MIXED: [[usize; 4]; 8] = [
    [0, 4, 8, 12],
    [1, 5, 9, 13],
    [2, 6, 10, 14],
    [3, 7, 11, 15],
    [0, 5, 10, 15],
    [1, 6, 11, 12],
    [2, 7, 8, 13],
    [3, 4, 9, 14],
];

macro_rules! compress {
    ($name:ident, $word:ty, $family:expr, $rounds:literal, [$r1:literal, $r2:literal, $r3:literal, $r4:literal]) => {
        pub(super) fn $name(state: &mut State, block: &[u8], taken_bytes: u64, last: bool) {
            const WORD_BYTES: usize = size_of::<$word>();
            let mut words: [$word; 16] = [0; 16];
            for (word, bytes) in words.iter_mut().zip(block.chunks(WORD_BYTES)) {
                *word = <$word>::from_le_bytes(bytes.try_into().expect("a word's bytes"));
            }
            let start = initial($family);
            let mut v: [$word; 16] = [0; 16];
            for i in 0..8 {
                v[i] = state[i] as $word;
                v[i + 8] = start[i] as $word;
            }
            v[12] ^= taken_bytes as $word;
            v[13] ^= (u128::from(taken_bytes) >> <$word>::BITS) as $word;
            if last {
                v[14] = !v[14];
            }
            for round in 0..$rounds {
                let order = &SIGMA[round % 10];
                for (i, &[a, b, c, d]) in MIXED.iter().enumerate() {
                    v[a] = v[a].wrapping_add(v[b]).wrapping_add(words[order[2 * i]]);
                    v[d] = (v[d] ^ v[a]).rotate_right($r1);
                    v[c] = v[c].wrapping_add(v[d]);
                    v[b] = (v[b] ^ v[c]).rotate_right($r2);
                    v[a] = v[a]
                        .wrapping_add(v[b])
                        .wrapping_add(words[order[2 * i + 1]]);
                    v[d] = (v[d] ^ v[a]).rotate_right($r3);
                    v[c] = v[c].wrapping_add(v[d]);
                    v[b] = (v[b] ^ v[c]).rotate_right($r4);
                }
            }
            for i in 0..8 {
                state[i] = (state[i] as $word ^ v[i] ^ v[i + 8]) as u64;
            }
        }
    };
}

compress!(compress_b, u64, Family::Blake2b, 12, [32, 24, 16, 63]);
compress!(compress_s, u32, Family::Blake2s, 10, [16, 12, 8, 7]);

fn initial(family: Family) -> State {
    let own = ALGORITHMS
        .iter()
        .find(|algorithm| algorithm.family == family);
    own.expect("every family has an algorithm").start()
}

/// What the script can choose.
pub(super) struct Choices<'a> {
    pub(super) digest_bytes: usize,
    pub(super) key: &'a [u8],
    pub(super) salt: &'a [u8],
    pub(super) person: &'a [u8],
}

impl Choices<'_> {
    /// No choices but the digest's size.
    pub(super) fn plain(digest_bytes: usize) -> Choices<'static> {
        Choices {
            digest_bytes,
            key: &[],
            salt: &[],
            person: &[],
        }
    }
}

/// The state before the first block, for these choices.
pub(super) fn start(family: Family, choices: &Choices<'_>) -> State {
    let word_bytes = if family == Family::Blake2b { 8 } else { 4 };
    let mut block = vec![0_u8; 8 * word_bytes];
    block[0] = choices.digest_bytes as u8;
    block[1] = choices.key.len() as u8;
    block[2] = 1;
    block[3] = 1;
    let salt_at = 4 * word_bytes;
    let person_at = 6 * word_bytes;
    block[salt_at..salt_at + choices.salt.len()].copy_from_slice(choices.salt);
    block[person_at..person_at + choices.person.len()].copy_from_slice(choices.person);
    let mut state = initial(family);
    for (word, bytes) in state.iter_mut().zip(block.chunks(word_bytes)) {
        let mut wide = [0; 8];
        wide[..word_bytes].copy_from_slice(bytes);
        *word ^= u64::from_le_bytes(wide);
    }
    state
}
