//! Base 64 and checksums over plain bytes. Source of the rules: CPython 3.11, Modules/binascii.c.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes as letters, padded.
pub(super) fn encode(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let mut group = [0; 3];
        group[..chunk.len()].copy_from_slice(chunk);
        let bits = u32::from_be_bytes([0, group[0], group[1], group[2]]);
        for index in 0..4 {
            text.push(match index <= chunk.len() {
                true => ALPHABET[(bits >> (18 - 6 * index)) as usize & 63],
                false => b'=',
            });
        }
    }
    text
}

/// Letters as bytes. What is no letter is passed over unless `strict`.
pub(super) fn decode(text: &[u8], strict: bool) -> Result<Vec<u8>, String> {
    if strict && text.first() == Some(&b'=') {
        return Err("Leading padding not allowed".into());
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut place, mut left, mut pads, mut padded) = (0, 0_u8, 0, false);
    for (index, &letter) in text.iter().enumerate() {
        if letter == b'=' {
            padded = true;
            pads += 1;
            if place >= 2 && place + pads >= 4 {
                if strict && index + 1 < text.len() {
                    return Err("Excess data after padding".into());
                }
                return Ok(bytes);
            }
            continue;
        }
        let Some(bits) = ALPHABET.iter().position(|&known| known == letter) else {
            if strict {
                return Err("Only base64 data is allowed".into());
            }
            continue;
        };
        if strict && padded {
            return Err("Discontinuous padding not allowed".into());
        }
        pads = 0;
        let bits = bits as u8;
        match place {
            0 => {}
            1 => bytes.push(left << 2 | bits >> 4),
            2 => bytes.push(left << 4 | bits >> 2),
            _ => bytes.push(left << 6 | bits),
        }
        left = match place {
            0 => bits,
            1 => bits & 0xf,
            2 => bits & 0x3,
            _ => 0,
        };
        place = (place + 1) % 4;
    }
    match place {
        0 => Ok(bytes),
        1 => {
            let count = bytes.len() / 3 * 4 + 1;
            Err(format!(
                "Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4"
            ))
        }
        _ => Err("Incorrect padding".into()),
    }
}

/// CRC-32 of ISO 3309, going on from `start`.
pub(super) fn crc32(bytes: &[u8], start: u32) -> u32 {
    let mut table = [0_u32; 256];
    for (index, entry) in table.iter_mut().enumerate() {
        *entry = (0..8).fold(index as u32, |sum, _| match sum & 1 {
            1 => sum >> 1 ^ 0xedb8_8320,
            _ => sum >> 1,
        });
    }
    !bytes.iter().fold(!start, |sum, &byte| {
        table[(sum as u8 ^ byte) as usize] ^ sum >> 8
    })
}

/// Adler-32 of RFC 1950, going on from `start`.
pub(super) fn adler32(bytes: &[u8], start: u32) -> u32 {
    const PRIME: u32 = 65_521;
    let (mut low, mut high) = (start & 0xffff, start >> 16);
    // So many bytes fit before the sums must be reduced.
    for chunk in bytes.chunks(5552) {
        for &byte in chunk {
            low += u32::from(byte);
            high += low;
        }
        low %= PRIME;
        high %= PRIME;
    }
    high << 16 | low
}
