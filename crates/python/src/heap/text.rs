//! The text of a `str`: flat, or, where long texts were joined, a chain of pieces that becomes flat when somebody reads it.
//! So a text that grows piece by piece is copied once. Knows no object.

use std::cell::{Cell, OnceCell};
use std::ops::Deref;
use std::rc::Rc;

/// Below this many bytes a joined text is copied at once.
const CHAIN_FROM_BYTES: usize = 512;

/// A text. Reading it is by way of its `Rc<str>`.
pub struct Text {
    flat: OnceCell<Rc<str>>,
    chain: Cell<Option<Rc<Link>>>,
}

/// A piece and what is before it.
struct Link {
    before: Cell<Before>,
    piece: Rc<str>,
    bytes: usize,
}

#[derive(Default)]
enum Before {
    #[default]
    Nothing,
    Flat(Rc<str>),
    Chain(Rc<Link>),
}

impl Before {
    fn copy_of(cell: &Cell<Before>) -> Before {
        let before = cell.take();
        let copy = match &before {
            Before::Nothing => Before::Nothing,
            Before::Flat(text) => Before::Flat(text.clone()),
            Before::Chain(link) => Before::Chain(link.clone()),
        };
        cell.set(before);
        copy
    }
}

impl Text {
    fn link(&self) -> Option<Rc<Link>> {
        let link = self.chain.take();
        self.chain.set(link.clone());
        link
    }

    /// Its length, without reading it.
    pub fn byte_length(&self) -> usize {
        match self.flat.get() {
            Some(flat) => flat.len(),
            None => self.link().map_or(0, |link| link.bytes),
        }
    }

    /// Bytes of memory that it alone takes, roughly.
    pub(super) fn own_bytes(&self) -> usize {
        self.flat.get().map_or(64, |flat| flat.len())
    }

    /// This text with `other` behind it.
    pub(super) fn joined(&self, other: &Text) -> Text {
        let bytes = self.byte_length() + other.byte_length();
        if bytes < CHAIN_FROM_BYTES || other.byte_length() > bytes / 2 {
            return Text::from([&***self, &***other].concat());
        }
        let before = match self.flat.get() {
            Some(flat) => Before::Flat(flat.clone()),
            None => self.link().map_or(Before::Nothing, Before::Chain),
        };
        let link = Link {
            before: Cell::new(before),
            piece: (**other).clone(),
            bytes,
        };
        Text {
            flat: OnceCell::new(),
            chain: Cell::new(Some(Rc::new(link))),
        }
    }

    /// The same text. (Not `Clone`: `text.clone()` is the text that one reads.)
    pub(super) fn twin(&self) -> Text {
        Text {
            flat: self.flat.clone(),
            chain: Cell::new(self.link()),
        }
    }

    #[cold]
    fn flattened(&self) -> Rc<str> {
        let mut link = self.chain.take();
        let bytes = link.as_ref().map_or(0, |link| link.bytes);
        let mut pieces: Vec<Rc<str>> = Vec::new();
        while let Some(this) = link {
            pieces.push(this.piece.clone());
            link = match Before::copy_of(&this.before) {
                Before::Nothing => None,
                Before::Flat(text) => {
                    pieces.push(text);
                    None
                }
                Before::Chain(before) => Some(before),
            };
        }
        let mut text = String::with_capacity(bytes);
        pieces.iter().rev().for_each(|piece| text.push_str(piece));
        text.into()
    }
}

impl Drop for Link {
    /// Piece by piece: a chain may be longer than the machine's stack is deep.
    fn drop(&mut self) {
        let mut before = self.before.take();
        while let Before::Chain(link) = before {
            before = match Rc::into_inner(link) {
                Some(link) => link.before.take(),
                None => Before::Nothing,
            };
        }
    }
}

impl Deref for Text {
    type Target = Rc<str>;

    #[inline]
    fn deref(&self) -> &Rc<str> {
        self.flat.get_or_init(|| self.flattened())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text {
            flat: OnceCell::from(Rc::from(text)),
            chain: Cell::new(None),
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text::from(text.as_str())
    }
}

impl From<Rc<str>> for Text {
    fn from(text: Rc<str>) -> Text {
        Text {
            flat: OnceCell::from(text),
            chain: Cell::new(None),
        }
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        **self == **other
    }
}

impl PartialEq<Rc<str>> for Text {
    fn eq(&self, other: &Rc<str>) -> bool {
        **self == *other
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        ***self == *other
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        (***self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn a_text_that_grew_reads_as_its_pieces() {
        let mut text = Text::from("");
        let mut expected = String::new();
        for number in 0..100_000 {
            let piece = format!("{number};");
            expected.push_str(&piece);
            text = text.joined(&Text::from(piece));
            if number % 30_000 == 7 {
                assert_eq!(text.byte_length(), expected.len());
                assert_eq!(&**text, expected);
            }
        }
        let twin = text.twin();
        assert_eq!(&**text, expected);
        assert_eq!(&**twin, expected);
    }
}
