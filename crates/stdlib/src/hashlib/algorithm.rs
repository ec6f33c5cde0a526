//! The algorithms of `hashlib`: names, sizes, what a byte costs, and how a block changes the state.

use sha2::digest::generic_array::GenericArray;

/// How an algorithm takes blocks in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Md5,
    Sha1,
    Sha256,
    Sha512,
    Keccak,
    Blake2b,
    Blake2s,
}

/// An algorithm.
#[derive(Debug)]
pub(super) struct Algorithm {
    pub(super) name: &'static str,
    pub(super) family: Family,
    /// Bytes of a block.
    pub(super) block_bytes: usize,
    /// Bytes of a digest; 0 where the caller says how many.
    pub(super) digest_bytes: usize,
    /// CPU time of a byte, in ps.
    pub(super) byte_ps: u64,
    start: &'static [u64],
}

const SHA256: [u64; 8] = [
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];
const SHA512: [u64; 8] = [
    0x6a09e667f3bcc908,
    0xbb67ae8584caa73b,
    0x3c6ef372fe94f82b,
    0xa54ff53a5f1d36f1,
    0x510e527fade682d1,
    0x9b05688c2b3e6c1f,
    0x1f83d9abfb41bd6b,
    0x5be0cd19137e2179,
];
const SHA384: [u64; 8] = [
    0xcbbb9d5dc1059ed8,
    0x629a292a367cd507,
    0x9159015a3070dd17,
    0x152fecd8f70e5939,
    0x67332667ffc00b31,
    0x8eb44a8768581511,
    0xdb0c2e0d64f98fa7,
    0x47b5481dbefa4fa4,
];
const SHA224: [u64; 8] = [
    0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
];
const MD5: [u64; 4] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
const SHA1: [u64; 5] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

const fn algorithm(
    name: &'static str,
    family: Family,
    block_bytes: usize,
    digest_bytes: usize,
    byte_ps: u64,
    start: &'static [u64],
) -> Algorithm {
    Algorithm {
        name,
        family,
        block_bytes,
        digest_bytes,
        byte_ps,
        start,
    }
}

/// Every algorithm. The costs are OpenSSL's on a machine of 2020 without instructions for SHA.
pub(super) const ALGORITHMS: [Algorithm; 14] = [
    algorithm("md5", Family::Md5, 64, 16, 1_550, &MD5),
    algorithm("sha1", Family::Sha1, 64, 20, 1_150, &SHA1),
    algorithm("sha224", Family::Sha256, 64, 28, 2_300, &SHA224),
    algorithm("sha256", Family::Sha256, 64, 32, 2_300, &SHA256),
    algorithm("sha384", Family::Sha512, 128, 48, 1_500, &SHA384),
    algorithm("sha512", Family::Sha512, 128, 64, 1_500, &SHA512),
    algorithm("sha3_224", Family::Keccak, 144, 28, 2_300, &[]),
    algorithm("sha3_256", Family::Keccak, 136, 32, 2_450, &[]),
    algorithm("sha3_384", Family::Keccak, 104, 48, 3_200, &[]),
    algorithm("sha3_512", Family::Keccak, 72, 64, 4_500, &[]),
    algorithm("shake_128", Family::Keccak, 168, 0, 2_000, &[]),
    algorithm("shake_256", Family::Keccak, 136, 0, 2_450, &[]),
    algorithm("blake2b", Family::Blake2b, 128, 64, 1_150, &SHA512),
    algorithm("blake2s", Family::Blake2s, 64, 32, 1_900, &SHA256),
];

/// The words of a state; unused ones are 0.
pub(super) type State = [u64; 25];

impl Algorithm {
    /// The state before the first block.
    pub(super) fn start(&self) -> State {
        let mut state = [0; 25];
        state[..self.start.len()].copy_from_slice(self.start);
        state
    }

    /// The byte that ends the message of a sponge.
    pub(super) fn sponge_end(&self) -> u8 {
        if self.digest_bytes == 0 { 0x1f } else { 0x06 }
    }
}

/// Takes one whole block in. `taken_bytes`: how long the message is up to its end; `last`: whether it ends here.
pub(super) fn compress(
    family: Family,
    state: &mut State,
    block: &[u8],
    taken_bytes: u64,
    last: bool,
) {
    match family {
        Family::Md5 => narrow::<4>(state, |words| md5(words, block)),
        Family::Sha1 => narrow::<5>(state, |words| {
            sha1::compress(words, &[*GenericArray::from_slice(block)]);
        }),
        Family::Sha256 => narrow::<8>(state, |words| {
            sha2::compress256(words, &[*GenericArray::from_slice(block)]);
        }),
        Family::Sha512 => {
            let words: &mut [u64; 8] = state.first_chunk_mut().expect("25 words");
            sha2::compress512(words, &[*GenericArray::from_slice(block)]);
        }
        Family::Keccak => {
            for (word, bytes) in state.iter_mut().zip(block.chunks(8)) {
                *word ^= u64::from_le_bytes(bytes.try_into().expect("eight bytes"));
            }
            keccak::f1600(state);
        }
        Family::Blake2b => super::blake2::compress_b(state, block, taken_bytes, last),
        Family::Blake2s => super::blake2::compress_s(state, block, taken_bytes, last),
    }
}

/// Lets `change` see the state as `N` words of 32 bits.
fn narrow<const N: usize>(state: &mut State, change: impl FnOnce(&mut [u32; N])) {
    let mut words = [0; N];
    for (word, &wide) in words.iter_mut().zip(state.iter()) {
        *word = wide as u32;
    }
    change(&mut words);
    for (wide, &word) in state.iter_mut().zip(&words) {
        *wide = u64::from(word);
    }
}

/// RFC 1321. (The crate of this name does not let its state be kept.)
fn md5(state: &mut [u32; 4], block: &[u8]) {
    const TURNS: [[u32; 4]; 4] = [
        [7, 12, 17, 22],
        [5, 9, 14, 20],
        [4, 11, 16, 23],
        [6, 10, 15, 21],
    ];
    let mut words = [0_u32; 16];
    for (word, bytes) in words.iter_mut().zip(block.chunks(4)) {
        *word = u32::from_le_bytes(bytes.try_into().expect("four bytes"));
    }
    let [mut a, mut b, mut c, mut d] = *state;
    for i in 0..64 {
        let (mixed, word) = match i / 16 {
            0 => ((b & c) | (!b & d), i),
            1 => ((d & b) | (!d & c), (5 * i + 1) % 16),
            2 => (b ^ c ^ d, (3 * i + 5) % 16),
            _ => (c ^ (b | !d), (7 * i) % 16),
        };
        let sum = a
            .wrapping_add(mixed)
            .wrapping_add(MD5_SINES[i])
            .wrapping_add(words[word]);
        a = d;
        d = c;
        c = b;
        b = b.wrapping_add(sum.rotate_left(TURNS[i / 16][i % 4]));
    }
    for (word, change) in state.iter_mut().zip([a, b, c, d]) {
        *word = word.wrapping_add(change);
    }
}

/// `floor(2**32 * abs(sin(i + 1)))`
const MD5_SINES: [u32; 64] = [
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
];
