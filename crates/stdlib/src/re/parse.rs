//! The parser: a pattern's text to a tree, with CPython's words for what is wrong. Source: CPython 3.11, Lib/re/_parser.py.

use super::escape;
use super::group;
use super::source::{Source, Token};
use super::tree::{
    ASCII, Fault, Greed, LOCALE, MAX_REPEAT, Node, Place, SetItem, Tree, UNICODE, VERBOSE, width,
};

/// Patterns nested deeper than this are refused, as CPython's recursion refuses them.
const MAX_DEPTH: usize = 300;

/// A parser at work.
pub(super) struct Parser {
    pub(super) source: Source,
    pub(super) flags: u32,
    pub(super) names: Vec<(String, u32)>,
    /// The widths of the groups so far; `None` while a group is open.
    widths: Vec<Option<(u64, u64)>>,
    /// How many groups there were when the outermost look-behind began.
    pub(super) behind_groups: Option<u32>,
    /// Groups that conditionals ask about, and where.
    pub(super) asked: Vec<(u32, usize)>,
    depth: usize,
    /// Python's minor version: up to 3.10 a global flag may stand anywhere.
    pub(super) minor: u8,
}

/// Parses a pattern.
pub(super) fn parse(text: &str, is_text: bool, flags: u32, minor: u8) -> Result<Tree, Fault> {
    let mut parser = Parser {
        source: Source::new(text, is_text)?,
        flags,
        names: Vec::new(),
        widths: vec![None],
        behind_groups: None,
        asked: Vec::new(),
        depth: 0,
        minor,
    };
    let body = parser.alternatives(flags & VERBOSE != 0, true)?;
    let flags = fixed_flags(parser.flags, is_text)?;
    if parser.source.next.is_some() {
        return Err(parser.source.fault("unbalanced parenthesis", 0));
    }
    for &(group, place) in &parser.asked {
        if group >= parser.group_count() {
            let text = format!("invalid group reference {group}");
            return Err(Fault::Pattern(text, Some(place)));
        }
    }
    Ok(Tree {
        body,
        flags,
        groups: parser.group_count(),
        names: parser.names,
    })
}

fn fixed_flags(flags: u32, is_text: bool) -> Result<u32, Fault> {
    let has = |flag| flags & flag != 0;
    match is_text {
        true if has(LOCALE) => Err(Fault::Value("cannot use LOCALE flag with a str pattern")),
        true if !has(ASCII) => Ok(flags | UNICODE),
        true if has(UNICODE) => Err(Fault::Value("ASCII and UNICODE flags are incompatible")),
        false if has(UNICODE) => Err(Fault::Value("cannot use UNICODE flag with a bytes pattern")),
        false if has(LOCALE) && has(ASCII) => {
            Err(Fault::Value("ASCII and LOCALE flags are incompatible"))
        }
        _ => Ok(flags),
    }
}

impl Parser {
    /// How many groups there are, number 0 included.
    pub(super) fn group_count(&self) -> u32 {
        self.widths.len() as u32
    }

    pub(super) fn open_group(&mut self, name: Option<&str>) -> Result<u32, Fault> {
        let number = self.group_count();
        self.widths.push(None);
        if let Some(name) = name {
            if let Some(&(_, known)) = self.names.iter().find(|(known, _)| known == name) {
                let quoted = super::source::quoted(name);
                let text = format!(
                    "redefinition of group name {quoted} as group {number}; was group {known}"
                );
                return Err(self.source.fault(&text, name.chars().count() + 1));
            }
            self.names.push((name.to_owned(), number));
        }
        Ok(number)
    }

    pub(super) fn close_group(&mut self, number: u32, body: &[Node]) {
        self.widths[number as usize] = Some(width(body));
    }

    fn closed(&self, group: u32) -> Option<(u64, u64)> {
        self.widths.get(group as usize).copied().flatten()
    }

    /// A reference to a group; what is wrong with it is told `back` characters before.
    pub(super) fn reference(&mut self, group: u32, back: usize) -> Result<Node, Fault> {
        let Some(width) = self.closed(group) else {
            return Err(self.source.fault("cannot refer to an open group", back));
        };
        self.check_behind(group)?;
        Ok(Node::GroupRef { group, width })
    }

    /// A look-behind can't ask for its own groups.
    pub(super) fn check_behind(&self, group: u32) -> Result<(), Fault> {
        let Some(first) = self.behind_groups else {
            return Ok(());
        };
        let text = if self.closed(group).is_none() {
            "cannot refer to an open group"
        } else if group >= first {
            "cannot refer to group defined in the same lookbehind subpattern"
        } else {
            return Ok(());
        };
        Err(self.source.fault(text, 0))
    }

    /// `a|b|c`
    pub(super) fn alternatives(
        &mut self,
        mut verbose: bool,
        outermost: bool,
    ) -> Result<Vec<Node>, Fault> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Fault::NotSupported("a regular expression nested so deeply"));
        }
        let mut items = Vec::new();
        loop {
            let first = outermost && items.is_empty();
            items.push(self.sequence(verbose, first)?);
            if !self.source.accept('|')? {
                break;
            }
            if outermost {
                verbose = self.flags & VERBOSE != 0;
            }
        }
        self.depth -= 1;
        if items.len() == 1 {
            return Ok(items.pop().expect("one item"));
        }
        Ok(vec![as_set(&items).unwrap_or(Node::Branch(items))])
    }

    /// A sequence up to `|`, `)` or the end.
    pub(super) fn sequence(&mut self, mut verbose: bool, first: bool) -> Result<Vec<Node>, Fault> {
        let mut nodes: Vec<Node> = Vec::new();
        loop {
            let token = match self.source.next {
                None | Some(Token::Plain('|' | ')')) => return Ok(nodes),
                Some(token) => token,
            };
            self.source.take()?;
            let c = match token {
                Token::Escape(c) => {
                    let node = escape::outside(self, c)?;
                    nodes.push(node);
                    continue;
                }
                Token::Plain(c) => c,
            };
            if verbose {
                if matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c') {
                    continue;
                }
                if c == '#' {
                    while !matches!(self.source.take()?, None | Some(Token::Plain('\n'))) {}
                    continue;
                }
            }
            match c {
                '[' => {
                    let node = self.set()?;
                    nodes.push(node);
                }
                '*' | '+' | '?' | '{' => self.repeat(c, &mut nodes)?,
                '.' => nodes.push(Node::Any),
                '^' => nodes.push(Node::At(Place::LineStart)),
                '$' => nodes.push(Node::At(Place::LineEnd)),
                '(' => {
                    let may_set_flags = first && nodes.is_empty();
                    match group::group(self, &mut verbose, may_set_flags)? {
                        Some(node) => nodes.push(node),
                        None => continue,
                    }
                }
                c => nodes.push(Node::Literal(c as u32)),
            }
        }
    }

    fn set(&mut self) -> Result<Node, Fault> {
        let here = self.source.tell() - 1;
        let negate = self.source.accept('^')?;
        let mut items: Vec<SetItem> = Vec::new();
        let mut any = false;
        loop {
            let Some(this) = self.source.take()? else {
                return Err(self.unterminated(here));
            };
            if this == Token::Plain(']') && any {
                break;
            }
            any = true;
            let low = self.set_item(this)?;
            if !self.source.accept('-')? {
                items.push(low);
                continue;
            }
            let Some(that) = self.source.take()? else {
                return Err(self.unterminated(here));
            };
            if that == Token::Plain(']') {
                items.extend([low, SetItem::Literal(u32::from(b'-'))]);
                break;
            }
            match (low, self.set_item(that)?) {
                (SetItem::Literal(low), SetItem::Literal(high)) if low <= high => {
                    items.push(SetItem::Range(low, high));
                }
                _ => {
                    let (this, that) = (this.text(), that.text());
                    let text = format!("bad character range {this}-{that}");
                    let back = this.chars().count() + 1 + that.chars().count();
                    return Err(self.source.fault(&text, back));
                }
            }
        }
        let mut unique: Vec<SetItem> = Vec::new();
        for item in items {
            if !unique.contains(&item) {
                unique.push(item);
            }
        }
        Ok(match unique[..] {
            [SetItem::Literal(c)] if negate => Node::NotLiteral(c),
            [SetItem::Literal(c)] => Node::Literal(c),
            _ => Node::Set {
                negate,
                items: unique,
            },
        })
    }

    fn unterminated(&self, here: usize) -> Fault {
        let back = self.source.tell() - here;
        self.source.fault("unterminated character set", back)
    }

    fn set_item(&mut self, token: Token) -> Result<SetItem, Fault> {
        match token {
            Token::Plain(c) => Ok(SetItem::Literal(c as u32)),
            Token::Escape(c) => escape::in_set(&mut self.source, c),
        }
    }

    fn repeat(&mut self, c: char, nodes: &mut Vec<Node>) -> Result<(), Fault> {
        let here = self.source.tell();
        let (least, most) = match c {
            '?' => (0, 1),
            '*' => (0, MAX_REPEAT),
            '+' => (1, MAX_REPEAT),
            _ => match self.bounds(here)? {
                Some(bounds) => bounds,
                None => {
                    nodes.push(Node::Literal(u32::from(b'{')));
                    return Ok(());
                }
            },
        };
        let back = self.source.tell() - here + 1;
        match nodes.last() {
            None | Some(Node::At(_)) => return Err(self.source.fault("nothing to repeat", back)),
            Some(Node::Repeat { .. }) => return Err(self.source.fault("multiple repeat", back)),
            Some(_) => {}
        }
        let body = vec![nodes.pop().expect("just looked")];
        let greed = if self.source.accept('?')? {
            Greed::Lazy
        } else if self.source.accept('+')? {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        nodes.push(Node::Repeat {
            greed,
            least,
            most,
            body,
        });
        Ok(())
    }

    /// `{2,3}`; `None` where the brace stands for itself.
    fn bounds(&mut self, here: usize) -> Result<Option<(u32, u32)>, Fault> {
        if self.source.next == Some(Token::Plain('}')) {
            return Ok(None);
        }
        let digit = |c: char| c.is_ascii_digit();
        let low = self.source.take_while(usize::MAX, digit)?;
        let high = match self.source.accept(',')? {
            true => self.source.take_while(usize::MAX, digit)?,
            false => low.clone(),
        };
        if !self.source.accept('}')? {
            self.source.seek(here)?;
            return Ok(None);
        }
        let bound = |digits: &str, otherwise: u32| match digits {
            "" => Ok(otherwise),
            digits => match digits.parse() {
                Ok(bound) if bound < MAX_REPEAT => Ok(bound),
                _ => Err(Fault::Overflow("the repetition number is too large")),
            },
        };
        let (least, most) = (bound(&low, 0)?, bound(&high, MAX_REPEAT)?);
        if most < least {
            let back = self.source.tell() - here;
            let text = "min repeat greater than max repeat";
            return Err(self.source.fault(text, back));
        }
        Ok(Some((least, most)))
    }
}

/// Alternatives of one character each are a set.
fn as_set(items: &[Vec<Node>]) -> Option<Node> {
    let mut set = Vec::new();
    for item in items {
        match item.as_slice() {
            [Node::Literal(c)] => set.push(SetItem::Literal(*c)),
            [
                Node::Set {
                    negate: false,
                    items,
                },
            ] => set.extend(items),
            _ => return None,
        }
    }
    Some(Node::Set {
        negate: false,
        items: set,
    })
}
