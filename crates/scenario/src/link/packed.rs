//! Bytes in a link: checksum, deflate, base64url. Bounds what a small link may unfold to.

use super::LinkError;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use base64::{DecodeError, Engine};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// The most bytes that a link may unfold to.
const MAX_UNPACKED_BYTES: usize = 4 * 1024 * 1024;
/// Deflate's best level: links are made rarely.
const LEVEL: u8 = 10;
/// Bytes of the checksum, which stands first.
const SUM_BYTES: usize = 4;

/// `bytes` as link text.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut all = checksum(bytes).to_le_bytes().to_vec();
    all.extend_from_slice(bytes);
    URL_SAFE_NO_PAD.encode(compress_to_vec(&all, LEVEL))
}

/// The bytes of link text.
pub(super) fn decode(text: &str) -> Result<Vec<u8>, LinkError> {
    let packed = URL_SAFE_NO_PAD.decode(text).map_err(|error| match error {
        DecodeError::InvalidByte(..) => LinkError::Foreign,
        _ => LinkError::Cut,
    })?;
    let mut all = decompress_to_vec_with_limit(&packed, MAX_UNPACKED_BYTES).map_err(|error| {
        match error.status {
            TINFLStatus::HasMoreOutput => LinkError::TooLarge,
            _ => LinkError::Cut,
        }
    })?;
    let (sum, bytes) = all.split_first_chunk::<SUM_BYTES>().ok_or(LinkError::Cut)?;
    if u32::from_le_bytes(*sum) != checksum(bytes) {
        return Err(LinkError::Cut);
    }
    all.drain(..SUM_BYTES);
    Ok(all)
}

/// FNV-1a, 32 bits (Fowler, Noll, Vo): finds accidents, not intent.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, &byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
