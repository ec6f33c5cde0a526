//! `hash()` of text and bytes as CPython 3.11 has it with `PYTHONHASHSEED=0`: SipHash-1-3 with a key of zeros, over the
//! code points' narrowest fixed width. Source: CPython, Python/pyhash.c and Objects/unicodeobject.c.

/// `hash(bytes)`
pub fn bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut state: [u64; 4] = [
        0x736f_6d65_7073_6575,
        0x646f_7261_6e64_6f6d,
        0x6c79_6765_6e65_7261,
        0x7465_6462_7974_6573,
    ];
    let mut words = bytes.chunks_exact(8);
    for word in &mut words {
        let word = u64::from_le_bytes(word.try_into().expect("eight bytes"));
        state[3] ^= word;
        round(&mut state);
        state[0] ^= word;
    }
    let mut last = (bytes.len() as u64) << 56;
    for (at, &byte) in words.remainder().iter().enumerate() {
        last |= u64::from(byte) << (8 * at);
    }
    state[3] ^= last;
    round(&mut state);
    state[0] ^= last;
    state[2] ^= 0xff;
    for _ in 0..3 {
        round(&mut state);
    }
    match (state[0] ^ state[1] ^ state[2] ^ state[3]) as i64 {
        -1 => -2,
        hash => hash,
    }
}

#[inline(always)]
fn round(v: &mut [u64; 4]) {
    v[0] = v[0].wrapping_add(v[1]);
    v[2] = v[2].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(13) ^ v[0];
    v[3] = v[3].rotate_left(16) ^ v[2];
    v[0] = v[0].rotate_left(32);
    v[2] = v[2].wrapping_add(v[1]);
    v[0] = v[0].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(17) ^ v[2];
    v[3] = v[3].rotate_left(21) ^ v[0];
    v[2] = v[2].rotate_left(32);
}

/// `hash(text)`
pub fn text(text: &str) -> i64 {
    if text.is_ascii() {
        return bytes(text.as_bytes());
    }
    let widest = text.chars().max().unwrap_or('\0') as u32;
    let mut wide = Vec::with_capacity(text.len() * 2);
    for c in text.chars() {
        let c = c as u32;
        match widest {
            0..0x100 => wide.push(c as u8),
            0x100..0x1_0000 => wide.extend((c as u16).to_le_bytes()),
            _ => wide.extend(c.to_le_bytes()),
        }
    }
    bytes(&wide)
}

/// `hash(tuple)` from its items' hashes. Source: CPython, Objects/tupleobject.c.
pub fn tuple(lanes: impl ExactSizeIterator<Item = i64>) -> i64 {
    const PRIME_1: u64 = 0x9e37_79b1_85eb_ca87;
    const PRIME_2: u64 = 0xc2b2_ae3d_27d4_eb4f;
    const PRIME_5: u64 = 0x27d4_eb2f_1656_67c5;
    let length = lanes.len() as u64;
    let mut hash = PRIME_5;
    for lane in lanes {
        hash = hash
            .wrapping_add((lane as u64).wrapping_mul(PRIME_2))
            .rotate_left(31)
            .wrapping_mul(PRIME_1);
    }
    match hash.wrapping_add(length ^ (PRIME_5 ^ 3_527_539)) as i64 {
        -1 => 1_546_275_796,
        hash => hash,
    }
}

/// `hash(frozenset)` from its items' hashes. Source: CPython, Objects/setobject.c `frozenset_hash`.
pub fn frozen_set(items: impl ExactSizeIterator<Item = i64>) -> i64 {
    let count = items.len() as u64;
    let mut hash: u64 = 0;
    for item in items {
        let item = item as u64;
        hash ^= ((item ^ 89_869_747) ^ (item << 16)).wrapping_mul(3_644_798_167);
    }
    hash ^= (count + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    match hash.wrapping_mul(69_069).wrapping_add(907_133_923) as i64 {
        -1 => 590_923_713,
        hash => hash,
    }
}
