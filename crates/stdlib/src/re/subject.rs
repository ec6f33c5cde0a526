//! The text or the bytes that are searched, by offsets in bytes.

/// What is searched.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    /// The bytes; a text's are UTF-8.
    pub(super) bytes: &'a [u8],
    /// Whether every byte is a character: of ASCII text and of `bytes`.
    pub(super) narrow: bool,
    /// Where it ends, at most `bytes.len()`.
    pub(super) end: usize,
}

impl Subject<'_> {
    /// The character at `at`, which is before the end, and its length in bytes.
    #[inline]
    pub(super) fn char_at(&self, at: usize) -> (u32, usize) {
        let first = self.bytes[at];
        if self.narrow || first < 0x80 {
            return (u32::from(first), 1);
        }
        let rest = |index: usize| u32::from(self.bytes[at + index] & 0x3f);
        match first {
            0..0xe0 => (u32::from(first & 0x1f) << 6 | rest(1), 2),
            0xe0..0xf0 => (u32::from(first & 0xf) << 12 | rest(1) << 6 | rest(2), 3),
            _ => {
                let high = u32::from(first & 7) << 18 | rest(1) << 12;
                (high | rest(2) << 6 | rest(3), 4)
            }
        }
    }

    /// The start of the character before `at`, which is not 0.
    #[inline]
    pub(super) fn before(&self, at: usize) -> usize {
        let mut at = at - 1;
        while !self.narrow && self.bytes[at] & 0xc0 == 0x80 {
            at -= 1;
        }
        at
    }

    /// The place `count` characters before `at`.
    pub(super) fn back(&self, mut at: usize, count: u32) -> Option<usize> {
        if self.narrow {
            return at.checked_sub(count as usize);
        }
        for _ in 0..count {
            if at == 0 {
                return None;
            }
            at = self.before(at);
        }
        Some(at)
    }

    /// The byte offset of character number `position`.
    pub(super) fn offset_of(&self, position: usize) -> usize {
        if self.narrow {
            return position.min(self.bytes.len());
        }
        let starts = |(_, byte): &(usize, &u8)| **byte & 0xc0 != 0x80;
        let mut starts = self.bytes.iter().enumerate().filter(starts);
        starts
            .nth(position)
            .map_or(self.bytes.len(), |(offset, _)| offset)
    }

    /// The number of the character at byte `offset`.
    pub(super) fn position_of(&self, offset: usize) -> usize {
        if self.narrow {
            return offset;
        }
        let before = &self.bytes[..offset];
        before.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
    }
}
