//! A pattern as a tree, its flags, and what the parser calls wrong. Knows no text to be searched.

/// `re.IGNORECASE`
pub(super) const IGNORE_CASE: u32 = 2;
/// `re.LOCALE`
pub(super) const LOCALE: u32 = 4;
/// `re.MULTILINE`
pub(super) const MULTILINE: u32 = 8;
/// `re.DOTALL`
pub(super) const DOT_ALL: u32 = 16;
/// `re.UNICODE`
pub(super) const UNICODE: u32 = 32;
/// `re.VERBOSE`
pub(super) const VERBOSE: u32 = 64;
/// `re.DEBUG`
pub(super) const DEBUG: u32 = 128;
/// `re.ASCII`
pub(super) const ASCII: u32 = 256;
/// Flags that say which characters are letters.
pub(super) const TYPE_FLAGS: u32 = ASCII | LOCALE | UNICODE;
/// "Without a bound", and the first number that is too large for a bound.
pub(super) const MAX_REPEAT: u32 = u32::MAX;

/// A class of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    Digit,
    NotDigit,
    Space,
    NotSpace,
    Word,
    NotWord,
}

/// A part of a `[…]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SetItem {
    Literal(u32),
    Range(u32, u32),
    Category(Category),
}

/// A place between characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// `^`
    LineStart,
    /// `$`
    LineEnd,
    /// `\A`
    TextStart,
    /// `\Z`
    TextEnd,
    /// `\b`
    Boundary,
    /// `\B`
    NotBoundary,
}

/// How eagerly something is repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Greed {
    Greedy,
    Lazy,
    Possessive,
}

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Literal(u32),
    NotLiteral(u32),
    Any,
    Set {
        negate: bool,
        items: Vec<SetItem>,
    },
    At(Place),
    Branch(Vec<Vec<Node>>),
    Group {
        /// Its number where it captures.
        number: Option<u32>,
        add_flags: u32,
        remove_flags: u32,
        body: Vec<Node>,
    },
    Repeat {
        greed: Greed,
        least: u32,
        most: u32,
        body: Vec<Node>,
    },
    Look {
        behind: bool,
        negate: bool,
        body: Vec<Node>,
    },
    Atomic(Vec<Node>),
    GroupRef {
        group: u32,
        /// How wide that group's matches are.
        width: (u64, u64),
    },
    Conditional {
        group: u32,
        yes: Vec<Node>,
        no: Vec<Node>,
    },
}

/// A parsed pattern.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) body: Vec<Node>,
    pub(super) flags: u32,
    /// The groups, number 0 included.
    pub(super) groups: u32,
    /// Names and their numbers, in the pattern's order.
    pub(super) names: Vec<(String, u32)>,
}

/// Why a pattern or a template is refused.
#[derive(Debug)]
pub(super) enum Fault {
    /// `re.error` with a position, where there is one.
    Pattern(String, Option<usize>),
    Value(&'static str),
    Overflow(&'static str),
    Index(String),
    NotSupported(&'static str),
}

/// The smallest and the largest number of characters that a part matches.
pub(super) fn width(body: &[Node]) -> (u64, u64) {
    body.iter().fold((0, 0), |(low, high), node| {
        let (l, h) = width_of(node);
        (low.saturating_add(l), high.saturating_add(h))
    })
}

fn width_of(node: &Node) -> (u64, u64) {
    match node {
        Node::Literal(_) | Node::NotLiteral(_) | Node::Any | Node::Set { .. } => (1, 1),
        Node::At(_) | Node::Look { .. } => (0, 0),
        Node::Branch(items) => widest(items.iter().map(|item| width(item))),
        Node::Group { body, .. } | Node::Atomic(body) => width(body),
        Node::Repeat {
            least, most, body, ..
        } => {
            let (low, high) = width(body);
            let most = match *most {
                MAX_REPEAT => u64::MAX,
                most => u64::from(most),
            };
            (
                low.saturating_mul(u64::from(*least)),
                high.saturating_mul(most),
            )
        }
        Node::GroupRef { width, .. } => *width,
        Node::Conditional { yes, no, .. } => widest([width(yes), width(no)].into_iter()),
    }
}

fn widest(widths: impl Iterator<Item = (u64, u64)>) -> (u64, u64) {
    widths.fold((u64::MAX, 0), |(low, high), (l, h)| {
        (low.min(l), high.max(h))
    })
}
