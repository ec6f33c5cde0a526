//! The words that a compiled pattern is made of. A program is plain numbers, so that it is cloned with the heap.

use super::letters::{Fold, is_of};
use super::tree::{Category, SetItem};

/// What a word asks for; the operands follow it.
macro_rules! operations {
    ($($name:ident = $word:literal),* $(,)?) => {
        $(pub(super) const $name: u32 = $word;)*
    };
}

operations! {
    // The match is found.
    SUCCESS = 0,
    // One character: `fold c`; `fold c`; none; none; `fold unicode negate bitmap×8 count (kind a b)…`.
    LITERAL = 1, NOT_LITERAL = 2, ANY = 3, ANY_ALL = 4, SET = 5,
    // `place unicode`
    AT = 6,
    // `mark`: the even ones open a group, the odd ones close it.
    MARK = 7,
    // `to`
    JUMP = 8,
    // `count to…`: the next instruction is tried first, then these.
    BRANCH = 9,
    // `fold group`
    GROUP_REF = 10,
    // `group otherwise`
    CONDITIONAL = 11,
    // `greed least most tail`, then one instruction of one character.
    REPEAT_ONE = 12,
    // `loop until`: begins a repetition; its test is at `until`.
    REPEAT = 13,
    // `loop least most body`
    UNTIL_GREEDY = 14, UNTIL_LAZY = 15,
    // `cut` marks where the choices begin that ATOMIC_END forgets.
    ATOMIC = 16, ATOMIC_END = 17,
    // `cut back`, `cut`; `cut back otherwise`, `cut`.
    LOOK = 18, LOOK_END = 19, LOOK_NOT = 20, LOOK_NOT_END = 21,
}

/// How many words a set's bitmap of the first 256 characters takes.
pub(super) const BITMAP_WORDS: usize = 8;
/// Where a set's bitmap begins, after its operation.
pub(super) const BITMAP: usize = 4;
/// Where a set's count of items is.
pub(super) const ITEM_COUNT: usize = BITMAP + BITMAP_WORDS;

const KIND_LITERAL: u32 = 0;
const KIND_RANGE: u32 = 1;

/// Appends a set.
pub(super) fn push_set(
    code: &mut Vec<u32>,
    items: &[SetItem],
    negate: bool,
    fold: Fold,
    unicode: bool,
) {
    let start = code.len();
    code.extend([SET, fold.word(), u32::from(unicode), u32::from(negate)]);
    code.extend([0; BITMAP_WORDS]);
    code.push(items.len() as u32);
    for item in items {
        code.extend(match *item {
            SetItem::Literal(c) => [KIND_LITERAL, c, 0],
            SetItem::Range(low, high) => [KIND_RANGE, low, high],
            SetItem::Category(category) => [2 + category as u32, 0, 0],
        });
    }
    let mut bitmap = [0; BITMAP_WORDS];
    for c in 0..256_u32 {
        if holds(&code[start..], c) {
            bitmap[c as usize / 32] |= 1 << (c % 32);
        }
    }
    code[start + BITMAP..start + ITEM_COUNT].copy_from_slice(&bitmap);
}

fn category(kind: u32) -> Category {
    match kind - 2 {
        0 => Category::Digit,
        1 => Category::NotDigit,
        2 => Category::Space,
        3 => Category::NotSpace,
        4 => Category::Word,
        _ => Category::NotWord,
    }
}

/// Whether the set at the beginning of `set` holds `c`, by its items.
fn holds(set: &[u32], c: u32) -> bool {
    let fold = Fold::of_word(set[1]);
    let (unicode, negate) = (set[2] != 0, set[3] != 0);
    let items = &set[ITEM_COUNT + 1..][..set[ITEM_COUNT] as usize * 3];
    let variants = fold.variants(c);
    let found = items.chunks(3).any(|item| match item[0] {
        KIND_LITERAL => variants.contains(&item[1]) || fold.apply(item[1]) == variants[3],
        KIND_RANGE => variants.iter().any(|c| (item[1]..=item[2]).contains(c)),
        kind => is_of(category(kind), c, unicode),
    });
    found != negate
}

/// Whether the instruction of one character at the beginning of `code` takes `c`.
#[inline]
pub(super) fn takes(code: &[u32], c: u32) -> bool {
    match code[0] {
        LITERAL if code[1] == 0 => code[2] == c,
        LITERAL => code[2] == Fold::of_word(code[1]).apply(c),
        NOT_LITERAL => code[2] != Fold::of_word(code[1]).apply(c),
        ANY => c != u32::from(b'\n'),
        ANY_ALL => true,
        SET if c < 256 => code[BITMAP + c as usize / 32] & (1 << (c % 32)) != 0,
        SET => holds(code, c),
        _ => false,
    }
}

/// How many words the instruction of one character at the beginning of `code` takes.
pub(super) fn length_of_one(code: &[u32]) -> usize {
    match code[0] {
        ANY | ANY_ALL => 1,
        SET => ITEM_COUNT + 1 + code[ITEM_COUNT] as usize * 3,
        _ => 3,
    }
}
