//! Widening a text: `center`, `ljust`, `rjust`, `zfill`, `expandtabs`. Widths are code points.

use super::Text;
use crate::text::{TextError, check_result_bytes};

fn padded(text: Text, left: usize, right: usize, fill: char) -> Result<String, TextError> {
    let added = left.saturating_add(right).saturating_mul(fill.len_utf8());
    check_result_bytes(added.saturating_add(text.as_str().len()))?;
    let mut out = String::with_capacity(text.as_str().len() + added);
    out.extend(std::iter::repeat_n(fill, left));
    out.push_str(text.as_str());
    out.extend(std::iter::repeat_n(fill, right));
    Ok(out)
}

fn missing(text: Text, width: i64) -> usize {
    usize::try_from(width)
        .unwrap_or(0)
        .saturating_sub(text.length())
}

/// `text.ljust(width, fill)`.
pub fn ljust(text: Text, width: i64, fill: char) -> Result<String, TextError> {
    padded(text, 0, missing(text, width), fill)
}

/// `text.rjust(width, fill)`.
pub fn rjust(text: Text, width: i64, fill: char) -> Result<String, TextError> {
    padded(text, missing(text, width), 0, fill)
}

/// `text.center(width, fill)`: an odd space goes left where the width is odd too.
pub fn center(text: Text, width: i64, fill: char) -> Result<String, TextError> {
    let missing = missing(text, width);
    let left = missing / 2 + (missing & width as usize & 1);
    padded(text, left, missing - left, fill)
}

/// `text.zfill(width)`: zeros after the sign.
pub fn zfill(text: Text, width: i64) -> Result<String, TextError> {
    let zeros = missing(text, width);
    match text.as_str().as_bytes().first() {
        Some(&sign @ (b'+' | b'-')) if zeros > 0 => {
            let digits = Text::new(&text.as_str()[1..]);
            let mut out = padded(digits, zeros, 0, '0')?;
            out.insert(0, sign as char);
            Ok(out)
        }
        _ => padded(text, zeros, 0, '0'),
    }
}

/// `text.expandtabs(tabsize)`.
pub fn expandtabs(text: &str, tab_size: i64) -> Result<String, TextError> {
    let tab_size = usize::try_from(tab_size).unwrap_or(0);
    let tabs = text.bytes().filter(|&byte| byte == b'\t').count();
    check_result_bytes(tabs.saturating_mul(tab_size).saturating_add(text.len()))?;
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' if tab_size > 0 => {
                let spaces = tab_size - column % tab_size;
                out.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            '\t' => {}
            _ => {
                out.push(c);
                column = if matches!(c, '\n' | '\r') {
                    0
                } else {
                    column + 1
                };
            }
        }
    }
    Ok(out)
}
