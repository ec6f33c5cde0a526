//! A digest under way: it takes bytes, and gives the digest of those so far. Its state is plain words.

use super::algorithm::{ALGORITHMS, Algorithm, Family, State, compress};
use super::blake2::Choices;

/// A digest under way.
#[derive(Clone)]
pub(super) struct Hasher {
    kind: usize,
    state: State,
    /// Bytes that are no whole block yet.
    rest: Vec<u8>,
    length_bytes: u64,
    digest_bytes: usize,
}

impl Hasher {
    /// Algorithm number `kind`, nothing taken.
    pub(super) fn new(kind: usize) -> Hasher {
        let algorithm = &ALGORITHMS[kind];
        let digest_bytes = algorithm.digest_bytes;
        let state = match algorithm.family {
            family @ (Family::Blake2b | Family::Blake2s) => {
                super::blake2::start(family, &Choices::plain(digest_bytes))
            }
            _ => algorithm.start(),
        };
        Hasher {
            kind,
            state,
            rest: Vec::new(),
            length_bytes: 0,
            digest_bytes,
        }
    }

    /// BLAKE2 with its own parameters.
    pub(super) fn blake2(kind: usize, choices: &Choices<'_>) -> Hasher {
        let mut hasher = Hasher::new(kind);
        hasher.state = super::blake2::start(ALGORITHMS[kind].family, choices);
        hasher.digest_bytes = choices.digest_bytes;
        if !choices.key.is_empty() {
            let mut block = choices.key.to_vec();
            block.resize(ALGORITHMS[kind].block_bytes, 0);
            hasher.update(&block);
        }
        hasher
    }

    pub(super) fn algorithm(&self) -> &'static Algorithm {
        &ALGORITHMS[self.kind]
    }

    pub(super) fn digest_bytes(&self) -> usize {
        self.digest_bytes
    }

    fn is_blake(&self) -> bool {
        matches!(self.algorithm().family, Family::Blake2b | Family::Blake2s)
    }

    /// Takes bytes.
    pub(super) fn update(&mut self, bytes: &[u8]) {
        let Algorithm {
            family,
            block_bytes,
            ..
        } = *self.algorithm();
        // BLAKE2 treats its last block apart: one is kept back.
        let keep = usize::from(self.is_blake());
        self.rest.extend_from_slice(bytes);
        let whole = (self.rest.len().saturating_sub(keep)) / block_bytes * block_bytes;
        let taken = self.length_bytes - (self.rest.len() - bytes.len()) as u64;
        for (index, block) in self.rest[..whole].chunks(block_bytes).enumerate() {
            let end = taken + ((index + 1) * block_bytes) as u64;
            compress(family, &mut self.state, block, end, false);
        }
        self.rest.drain(..whole);
        self.length_bytes += bytes.len() as u64;
    }

    /// The digest of the bytes so far; `size` bytes of a SHAKE's.
    pub(super) fn digest(&self, size: usize) -> Vec<u8> {
        let mut last = self.clone();
        let Algorithm {
            family,
            block_bytes,
            ..
        } = *self.algorithm();
        let length_bits = self.length_bytes.wrapping_mul(8);
        let mut block = last.rest.clone();
        match family {
            Family::Keccak => {
                block.push(self.algorithm().sponge_end());
                block.resize(block_bytes, 0);
                block[block_bytes - 1] |= 0x80;
                return last.squeeze(&block, size);
            }
            Family::Blake2b | Family::Blake2s => {
                block.resize(block_bytes, 0);
                compress(family, &mut last.state, &block, self.length_bytes, true);
            }
            Family::Md5 | Family::Sha1 | Family::Sha256 | Family::Sha512 => {
                let length_field = if family == Family::Sha512 { 16 } else { 8 };
                block.push(0x80);
                while !(block.len() + length_field).is_multiple_of(block_bytes) {
                    block.push(0);
                }
                block.resize(block.len() + length_field - 8, 0);
                block.extend(match family {
                    Family::Md5 => length_bits.to_le_bytes(),
                    _ => length_bits.to_be_bytes(),
                });
                for block in block.chunks(block_bytes) {
                    compress(family, &mut last.state, block, 0, false);
                }
            }
        }
        let mut digest = Vec::new();
        for word in last.state {
            match family {
                Family::Sha512 => digest.extend(word.to_be_bytes()),
                Family::Blake2b => digest.extend(word.to_le_bytes()),
                Family::Md5 | Family::Blake2s => digest.extend((word as u32).to_le_bytes()),
                _ => digest.extend((word as u32).to_be_bytes()),
            }
        }
        digest.truncate(self.digest_bytes);
        digest
    }

    fn squeeze(&mut self, block: &[u8], size: usize) -> Vec<u8> {
        let wanted = if self.digest_bytes == 0 {
            size
        } else {
            self.digest_bytes
        };
        compress(Family::Keccak, &mut self.state, block, 0, false);
        let mut digest = Vec::new();
        loop {
            let bytes = self.state.iter().flat_map(|word| word.to_le_bytes());
            digest.extend(bytes.take(block.len()));
            if digest.len() >= wanted {
                digest.truncate(wanted);
                return digest;
            }
            keccak::f1600(&mut self.state);
        }
    }

    /// All of it as words.
    pub(super) fn into_words(self) -> Vec<u32> {
        let mut words = vec![self.kind as u32, self.digest_bytes as u32];
        for wide in self.state.iter().chain([&self.length_bytes]) {
            words.extend([*wide as u32, (*wide >> 32) as u32]);
        }
        words.extend(self.rest.iter().map(|&byte| u32::from(byte)));
        words
    }

    /// What [`Hasher::into_words`] gave.
    pub(super) fn from_words(words: &[u32]) -> Hasher {
        let wide = |index: usize| {
            let at = 2 + index * 2;
            u64::from(words[at]) | u64::from(words[at + 1]) << 32
        };
        Hasher {
            kind: words[0] as usize,
            digest_bytes: words[1] as usize,
            state: std::array::from_fn(wide),
            length_bytes: wide(25),
            rest: words[54..].iter().map(|&word| word as u8).collect(),
        }
    }
}

/// `hmac(key, message)` with algorithm number `kind`: its two halves, the key taken.
pub(super) fn keyed(kind: usize, key: &[u8]) -> (Hasher, Hasher) {
    let block_bytes = ALGORITHMS[kind].block_bytes;
    let mut key = key.to_vec();
    if key.len() > block_bytes {
        let mut hasher = Hasher::new(kind);
        hasher.update(&key);
        key = hasher.digest(0);
    }
    key.resize(block_bytes, 0);
    let half = |pad: u8| {
        let mut hasher = Hasher::new(kind);
        let padded: Vec<u8> = key.iter().map(|byte| byte ^ pad).collect();
        hasher.update(&padded);
        hasher
    };
    (half(0x36), half(0x5c))
}

/// PBKDF2. Source: RFC 8018.
pub(super) fn pbkdf2(
    kind: usize,
    password: &[u8],
    salt: &[u8],
    rounds: u64,
    size: usize,
) -> Vec<u8> {
    let (inner, outer) = keyed(kind, password);
    let mac = |message: &[&[u8]]| {
        let mut half = inner.clone();
        message.iter().for_each(|part| half.update(part));
        let mut whole = outer.clone();
        whole.update(&half.digest(0));
        whole.digest(0)
    };
    let mut key = Vec::new();
    let mut number = 1_u32;
    while key.len() < size {
        let mut round = mac(&[salt, &number.to_be_bytes()]);
        let mut sum = round.clone();
        for _ in 1..rounds {
            round = mac(&[&round]);
            sum.iter_mut()
                .zip(&round)
                .for_each(|(sum, byte)| *sum ^= byte);
        }
        key.extend_from_slice(&sum);
        number += 1;
    }
    key.truncate(size);
    key
}
