//! Unicode's normal forms: take apart, order, put together. Source: Unicode Standard Annex 15.

use super::tables::{compositions, properties};

const S_BASE: u32 = 0xAC00;
const L_BASE: u32 = 0x1100;
const V_BASE: u32 = 0x1161;
const T_BASE: u32 = 0x11A7;

/// Text in the form `NFC`, `NFD`, `NFKC` or `NFKD`; `None` for no form.
pub(crate) fn normal_form(form: &str, text: &str) -> Option<String> {
    let (is_compatible, composes) = match form {
        "NFC" => (false, true),
        "NFD" => (false, false),
        "NFKC" => (true, true),
        "NFKD" => (true, false),
        _ => return None,
    };
    if text.is_ascii() {
        return Some(text.to_owned());
    }
    let mut apart = Vec::new();
    text.chars()
        .for_each(|c| take_apart(c, is_compatible, &mut apart));
    let class = |c: &char| properties(*c).combining;
    let mut start = 0;
    while start < apart.len() {
        let marks = apart[start..].iter().take_while(|c| class(c) > 0).count();
        apart[start..start + marks].sort_by_key(class);
        start += marks.max(1);
    }
    Some(match composes {
        true => put_together(&apart).into_iter().collect(),
        false => apart.into_iter().collect(),
    })
}

fn take_apart(c: char, is_compatible: bool, out: &mut Vec<char>) {
    let code = u32::from(c);
    if (S_BASE..S_BASE + 11172).contains(&code) {
        let index = code - S_BASE;
        let tail = index % 28;
        let parts = [
            L_BASE + index / 588,
            V_BASE + index % 588 / 28,
            T_BASE + tail,
        ];
        let count = if tail == 0 { 2 } else { 3 };
        out.extend(
            parts[..count]
                .iter()
                .filter_map(|part| char::from_u32(*part)),
        );
        return;
    }
    match compositions().made.get(&c) {
        Some(made) if made.kind.is_empty() || is_compatible => {
            made.of
                .iter()
                .for_each(|part| take_apart(*part, is_compatible, out));
        }
        _ => out.push(c),
    }
}

fn pair(first: char, second: char) -> Option<char> {
    let (a, b) = (u32::from(first), u32::from(second));
    if (L_BASE..L_BASE + 19).contains(&a) && (V_BASE..V_BASE + 21).contains(&b) {
        return char::from_u32(S_BASE + ((a - L_BASE) * 21 + (b - V_BASE)) * 28);
    }
    let is_open = (S_BASE..S_BASE + 11172).contains(&a) && (a - S_BASE).is_multiple_of(28);
    if is_open && (T_BASE + 1..T_BASE + 28).contains(&b) {
        return char::from_u32(a + b - T_BASE);
    }
    compositions().pairs.get(&(first, second)).copied()
}

fn put_together(apart: &[char]) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(apart.len());
    let mut base: Option<usize> = None;
    let mut last_class = 0;
    for &c in apart {
        let class = properties(c).combining;
        if let Some(at) = base {
            let is_next = at + 1 == out.len();
            let is_free = is_next || last_class < class && last_class != 0;
            if is_free && let Some(whole) = pair(out[at], c) {
                out[at] = whole;
                continue;
            }
        }
        if class == 0 {
            base = Some(out.len());
        }
        last_class = class;
        out.push(c);
    }
    out
}
