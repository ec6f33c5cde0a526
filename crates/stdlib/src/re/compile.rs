//! The compiler: a pattern's tree to words. Source of the rules: CPython 3.11, Lib/re/_compiler.py.

use super::code::*;
use super::letters::Fold;
use super::tree::{
    ASCII, DOT_ALL, Fault, Greed, IGNORE_CASE, MULTILINE, Node, Place, TYPE_FLAGS, Tree, UNICODE,
    width,
};

/// Words before a program's first instruction: how many loops and cuts it has.
pub(super) const HEADER: usize = 2;
/// A program longer than this is refused: `(?:(?:x{999}){999}){999}` would not fit.
const MAX_WORDS: usize = 1 << 20;

/// The places that a program's AT can name, with the line's ends told from the text's.
pub(super) const AT_TEXT_START: u32 = 0;
pub(super) const AT_LINE_START: u32 = 1;
pub(super) const AT_END: u32 = 2;
pub(super) const AT_LINE_END: u32 = 3;
pub(super) const AT_TEXT_END: u32 = 4;
pub(super) const AT_BOUNDARY: u32 = 5;
pub(super) const AT_NOT_BOUNDARY: u32 = 6;

struct Compiler {
    code: Vec<u32>,
    loops: u32,
    cuts: u32,
}

/// The program of a pattern.
pub(super) fn compile(tree: &Tree) -> Result<Vec<u32>, Fault> {
    let mut compiler = Compiler {
        code: vec![0; HEADER],
        loops: 0,
        cuts: 0,
    };
    compiler.all(&tree.body, tree.flags)?;
    compiler.code.push(SUCCESS);
    compiler.code[0] = compiler.loops;
    compiler.code[1] = compiler.cuts;
    Ok(compiler.code)
}

fn fold(flags: u32) -> Fold {
    match flags & IGNORE_CASE {
        0 => Fold::Exact,
        _ if flags & UNICODE != 0 && flags & ASCII == 0 => Fold::Unicode,
        _ => Fold::Ascii,
    }
}

fn is_unicode(flags: u32) -> bool {
    flags & UNICODE != 0 && flags & ASCII == 0
}

/// One node that takes one character, if that is all the body is.
fn single(body: &[Node]) -> Option<&Node> {
    match body {
        [
            Node::Group {
                number: None,
                add_flags: 0,
                remove_flags: 0,
                body,
            },
        ] => single(body),
        [node @ (Node::Literal(_) | Node::NotLiteral(_) | Node::Any | Node::Set { .. })] => {
            Some(node)
        }
        _ => None,
    }
}

impl Compiler {
    fn all(&mut self, body: &[Node], flags: u32) -> Result<(), Fault> {
        body.iter().try_for_each(|node| self.node(node, flags))
    }

    fn here(&self) -> u32 {
        self.code.len() as u32
    }

    /// Appends a word to be set later; gives its place.
    fn hole(&mut self) -> usize {
        self.code.push(0);
        self.code.len() - 1
    }

    fn fill(&mut self, hole: usize) {
        self.code[hole] = self.here();
    }

    fn literal(&mut self, operation: u32, c: u32, flags: u32) {
        let mut fold = fold(flags);
        let folded = fold.apply(c);
        // What is no letter has no case.
        if !char::from_u32(c).is_some_and(char::is_alphabetic) {
            fold = Fold::Exact;
        }
        let folded = if fold == Fold::Exact { c } else { folded };
        self.code.extend([operation, fold.word(), folded]);
    }

    fn node(&mut self, node: &Node, flags: u32) -> Result<(), Fault> {
        if self.code.len() > MAX_WORDS {
            return Err(Fault::NotSupported("a regular expression of this size"));
        }
        match node {
            Node::Literal(c) => self.literal(LITERAL, *c, flags),
            Node::NotLiteral(c) => self.literal(NOT_LITERAL, *c, flags),
            Node::Any if flags & DOT_ALL != 0 => self.code.push(ANY_ALL),
            Node::Any => self.code.push(ANY),
            Node::Set { negate, items } => {
                let unicode = is_unicode(flags);
                push_set(&mut self.code, items, *negate, fold(flags), unicode);
            }
            Node::At(place) => self.at(*place, flags),
            Node::Branch(items) => self.branch(items, flags)?,
            Node::Group {
                number,
                add_flags,
                remove_flags,
                body,
            } => {
                let kept = match add_flags & TYPE_FLAGS {
                    0 => flags,
                    _ => flags & !TYPE_FLAGS,
                };
                let inner = (kept | add_flags) & !remove_flags;
                let Some(number) = number else {
                    return self.all(body, inner);
                };
                self.code.extend([MARK, (number - 1) * 2]);
                self.all(body, inner)?;
                self.code.extend([MARK, (number - 1) * 2 + 1]);
            }
            Node::Repeat {
                greed,
                least,
                most,
                body,
            } => self.repeat(*greed, (*least, *most), body, flags)?,
            Node::Look {
                behind,
                negate,
                body,
            } => self.look(*behind, *negate, body, flags)?,
            Node::Atomic(body) => {
                let cut = self.cut();
                self.code.extend([ATOMIC, cut]);
                self.all(body, flags)?;
                self.code.extend([ATOMIC_END, cut]);
            }
            Node::GroupRef { group, .. } => {
                self.code.extend([GROUP_REF, fold(flags).word(), *group]);
            }
            Node::Conditional { group, yes, no } => {
                self.code.extend([CONDITIONAL, *group]);
                let otherwise = self.hole();
                self.all(yes, flags)?;
                self.code.push(JUMP);
                let end = self.hole();
                self.fill(otherwise);
                self.all(no, flags)?;
                self.fill(end);
            }
        }
        Ok(())
    }

    fn at(&mut self, place: Place, flags: u32) {
        let multiline = flags & MULTILINE != 0;
        let word = match place {
            Place::LineStart if multiline => AT_LINE_START,
            Place::LineStart | Place::TextStart => AT_TEXT_START,
            Place::LineEnd if multiline => AT_LINE_END,
            Place::LineEnd => AT_END,
            Place::TextEnd => AT_TEXT_END,
            Place::Boundary => AT_BOUNDARY,
            Place::NotBoundary => AT_NOT_BOUNDARY,
        };
        self.code.extend([AT, word, u32::from(is_unicode(flags))]);
    }

    fn branch(&mut self, items: &[Vec<Node>], flags: u32) -> Result<(), Fault> {
        self.code.extend([BRANCH, items.len() as u32 - 1]);
        let starts: Vec<usize> = items[1..].iter().map(|_| self.hole()).collect();
        let mut ends = Vec::new();
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.fill(starts[index - 1]);
            }
            self.all(item, flags)?;
            self.code.push(JUMP);
            ends.push(self.hole());
        }
        ends.into_iter().for_each(|end| self.fill(end));
        Ok(())
    }

    fn cut(&mut self) -> u32 {
        self.cuts += 1;
        self.cuts - 1
    }

    fn repeat(
        &mut self,
        greed: Greed,
        (least, most): (u32, u32),
        body: &[Node],
        flags: u32,
    ) -> Result<(), Fault> {
        if let Some(node) = single(body) {
            self.code.extend([REPEAT_ONE, greed as u32, least, most]);
            let tail = self.hole();
            self.node(node, flags)?;
            self.fill(tail);
            return Ok(());
        }
        let cut = (greed == Greed::Possessive).then(|| self.cut());
        if let Some(cut) = cut {
            self.code.extend([ATOMIC, cut]);
        }
        let own = self.loops;
        self.loops += 1;
        self.code.extend([REPEAT, own]);
        let until = self.hole();
        let start = self.here();
        self.all(body, flags)?;
        self.fill(until);
        let operation = match greed {
            Greed::Lazy => UNTIL_LAZY,
            _ => UNTIL_GREEDY,
        };
        self.code.extend([operation, own, least, most, start]);
        if let Some(cut) = cut {
            self.code.extend([ATOMIC_END, cut]);
        }
        Ok(())
    }

    fn look(&mut self, behind: bool, negate: bool, body: &[Node], flags: u32) -> Result<(), Fault> {
        let mut back = 0;
        if behind {
            let (low, high) = width(body);
            if low != high {
                let text = "look-behind requires fixed-width pattern";
                return Err(Fault::Pattern(text.into(), None));
            }
            back = u32::try_from(low).unwrap_or(u32::MAX);
        }
        let cut = self.cut();
        let (begin, end) = match negate {
            true => (LOOK_NOT, LOOK_NOT_END),
            false => (LOOK, LOOK_END),
        };
        self.code.extend([begin, cut, back]);
        let otherwise = negate.then(|| self.hole());
        self.all(body, flags)?;
        self.code.extend([end, cut]);
        if let Some(hole) = otherwise {
            self.fill(hole);
        }
        Ok(())
    }
}
