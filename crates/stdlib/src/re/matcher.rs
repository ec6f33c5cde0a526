//! The matcher: backtracking over a program's words with a stack of its own, every step counted.
//! Source of the rules: CPython 3.11, Modules/_sre/sre_lib.h. Knows no Python values.
//!
//! (Over 400 lines because the operations are one `match` over one state.)

use super::code::*;
use super::compile::*;
use super::letters::{Fold, is_word};
use super::subject::Subject;
use super::tree::{Greed, MAX_REPEAT};

/// No place.
pub(super) const NOWHERE: u32 = u32::MAX;
/// More choices than this are not kept: the search gives up.
const MAX_ENTRIES: usize = 24 << 20;

/// Why a search was given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exhausted {
    /// The steps allowed are used up.
    Steps,
    /// The choices would not fit.
    Memory,
}

/// A match: byte offsets.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Start and end of each group from number 1 on; [`NOWHERE`] where it did not take part.
    pub(super) marks: Vec<u32>,
    /// The group that was closed last; 0 for none.
    pub(super) last_group: u32,
}

/// What to go back to, or to undo on the way.
#[derive(Clone, Copy)]
enum Entry {
    /// Go on at an instruction.
    Choice { to: u32, at: u32 },
    /// Give one character of a greedy repetition back.
    Greedy { to: u32, at: u32, least: u32 },
    /// Let a lazy repetition take one more character.
    Lazy { to: u32, at: u32, left: u32 },
    /// Enter the body of a lazy loop.
    LazyBody { to: u32, at: u32 },
    /// A mark was this.
    Mark { mark: u32, was: u32, group: u32 },
    /// A loop's count and place were these.
    Loop { number: u32, count: u32, place: u32 },
    /// A cut was here.
    Cut { number: u32, was: u32 },
}

/// A search at work.
pub(super) struct Matcher<'a> {
    code: &'a [u32],
    subject: Subject<'a>,
    marks: Vec<u32>,
    last_group: u32,
    loops: Vec<(u32, u32)>,
    cuts: Vec<u32>,
    entries: Vec<Entry>,
    /// Whether only a match up to the end counts.
    whole: bool,
    /// Steps made so far.
    pub(super) steps: u64,
    limit_steps: u64,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(
        code: &'a [u32],
        groups: u32,
        subject: Subject<'a>,
        whole: bool,
        limit_steps: u64,
    ) -> Matcher<'a> {
        Matcher {
            code,
            subject,
            marks: vec![NOWHERE; (groups as usize - 1) * 2],
            last_group: 0,
            loops: vec![(0, NOWHERE); code[0] as usize],
            cuts: vec![0; code[1] as usize],
            entries: Vec::new(),
            whole,
            steps: 0,
            limit_steps,
        }
    }

    /// The first match that begins at `from` or later; at `from` itself not an empty one if `advance`.
    pub(super) fn search(
        &mut self,
        from: usize,
        advance: bool,
    ) -> Result<Option<Found>, Exhausted> {
        let mut at = from;
        let literal = match self.code[HEADER..] {
            [LITERAL, 0, c, ..] => Some(c),
            _ => None,
        };
        while at <= self.subject.end {
            if let Some(c) = literal {
                match self.find_literal(at, c) {
                    Some(found) => at = found,
                    None => return Ok(None),
                }
            }
            if let Some(found) = self.match_at(at, advance && at == from)? {
                return Ok(Some(found));
            }
            if at == self.subject.end {
                return Ok(None);
            }
            at += self.subject.char_at(at).1;
        }
        Ok(None)
    }

    fn find_literal(&mut self, from: usize, c: u32) -> Option<usize> {
        let mut bytes = [0; 4];
        let needle: &[u8] = match char::from_u32(c) {
            Some(c) if !self.subject.narrow => c.encode_utf8(&mut bytes).as_bytes(),
            _ => {
                bytes[0] = u8::try_from(c).ok()?;
                &bytes[..1]
            }
        };
        let haystack = &self.subject.bytes[from..self.subject.end];
        let found = haystack
            .iter()
            .enumerate()
            .find(|&(at, &byte)| byte == needle[0] && haystack[at..].starts_with(needle))
            .map(|(at, _)| at);
        self.steps += found.unwrap_or(haystack.len()) as u64 / 16;
        found.map(|at| from + at)
    }

    /// The match that begins at `start`; not an empty one if `advance`.
    pub(super) fn match_at(
        &mut self,
        start: usize,
        advance: bool,
    ) -> Result<Option<Found>, Exhausted> {
        self.marks.fill(NOWHERE);
        self.last_group = 0;
        self.entries.clear();
        let mut pc = HEADER;
        let mut at = start;
        loop {
            if self.code[pc] == SUCCESS {
                let refused = (self.whole && at != self.subject.end) || (advance && at == start);
                if !refused {
                    return Ok(Some(Found {
                        start,
                        end: at,
                        marks: self.marks.clone(),
                        last_group: self.last_group,
                    }));
                }
            } else if let Some(next) = self.step(pc, at)? {
                (pc, at) = next;
                continue;
            }
            match self.go_back()? {
                Some(next) => (pc, at) = next,
                None => return Ok(None),
            }
        }
    }

    fn push(&mut self, entry: Entry) -> Result<(), Exhausted> {
        if self.entries.len() >= MAX_ENTRIES {
            return Err(Exhausted::Memory);
        }
        self.entries.push(entry);
        Ok(())
    }

    fn count_step(&mut self, steps: u64) -> Result<(), Exhausted> {
        self.steps += steps;
        if self.steps > self.limit_steps {
            return Err(Exhausted::Steps);
        }
        Ok(())
    }

    /// Does the instruction at `pc`; `None` where it fails.
    fn step(&mut self, pc: usize, at: usize) -> Result<Option<(usize, usize)>, Exhausted> {
        self.count_step(1)?;
        let code = self.code;
        let word = |index: usize| code[pc + index];
        match code[pc] {
            LITERAL | NOT_LITERAL | ANY | ANY_ALL | SET => {
                if at >= self.subject.end {
                    return Ok(None);
                }
                let (c, length) = self.subject.char_at(at);
                let one = &code[pc..];
                let next = (pc + length_of_one(one), at + length);
                Ok(takes(one, c).then_some(next))
            }
            AT => Ok(self
                .is_at(word(1), word(2) != 0, at)
                .then_some((pc + 3, at))),
            MARK => {
                self.set_mark(word(1), at)?;
                Ok(Some((pc + 2, at)))
            }
            JUMP => Ok(Some((word(1) as usize, at))),
            BRANCH => {
                let count = word(1) as usize;
                for index in (0..count).rev() {
                    let to = word(2 + index);
                    self.push(Entry::Choice { to, at: at as u32 })?;
                }
                Ok(Some((pc + 2 + count, at)))
            }
            GROUP_REF => Ok(self
                .after_reference(Fold::of_word(word(1)), word(2), at)
                .map(|at| (pc + 3, at))),
            CONDITIONAL => {
                let to = match self.group(word(1)) {
                    Some(_) => pc + 3,
                    None => word(2) as usize,
                };
                Ok(Some((to, at)))
            }
            REPEAT_ONE => self.repeat_one(pc, at),
            REPEAT => {
                self.set_loop(word(1), (NOWHERE, NOWHERE))?;
                Ok(Some((word(2) as usize, at)))
            }
            UNTIL_GREEDY | UNTIL_LAZY => self.until(pc, at),
            ATOMIC | LOOK | LOOK_NOT => self.enter(pc, at),
            ATOMIC_END => {
                self.forget_choices(word(1));
                Ok(Some((pc + 2, at)))
            }
            LOOK_END => {
                // The place to go on from is kept under the cut.
                let place = self.entries[self.cuts[word(1) as usize] as usize];
                let Entry::Mark { was, .. } = place else {
                    unreachable!("a look keeps its place there")
                };
                self.forget_choices(word(1));
                Ok(Some((pc + 2, was as usize)))
            }
            LOOK_NOT_END => {
                // What was looked for is there: undo it, the choice below included.
                let keep = self.cuts[word(1) as usize] as usize;
                while self.entries.len() > keep {
                    let entry = self.entries.pop().expect("longer than that");
                    self.undo(entry);
                }
                Ok(None)
            }
            other => unreachable!("no operation {other}"),
        }
    }

    fn set_mark(&mut self, mark: u32, at: usize) -> Result<(), Exhausted> {
        let (was, group) = (self.marks[mark as usize], self.last_group);
        self.push(Entry::Mark { mark, was, group })?;
        self.marks[mark as usize] = at as u32;
        if mark & 1 == 1 {
            self.last_group = mark / 2 + 1;
        }
        Ok(())
    }

    fn set_loop(&mut self, number: u32, to: (u32, u32)) -> Result<(), Exhausted> {
        let (count, place) = self.loops[number as usize];
        self.push(Entry::Loop {
            number,
            count,
            place,
        })?;
        self.loops[number as usize] = to;
        Ok(())
    }

    /// A loop's test: once more round, or on.
    fn until(&mut self, pc: usize, at: usize) -> Result<Option<(usize, usize)>, Exhausted> {
        let code = self.code;
        let [number, least, most, body] = [1, 2, 3, 4].map(|index| code[pc + index]);
        let (count, place) = self.loops[number as usize];
        let count = count.wrapping_add(1);
        let (body, tail) = (body as usize, pc + 5);
        if count < least {
            self.set_loop(number, (count, place))?;
            return Ok(Some((body, at)));
        }
        if code[pc] == UNTIL_LAZY {
            let to = pc as u32;
            self.push(Entry::LazyBody { to, at: at as u32 })?;
            return Ok(Some((tail, at)));
        }
        // A round that took nothing is not followed by another.
        if (count < most || most == MAX_REPEAT) && at as u32 != place {
            let to = tail as u32;
            self.push(Entry::Choice { to, at: at as u32 })?;
            self.set_loop(number, (count, at as u32))?;
            return Ok(Some((body, at)));
        }
        Ok(Some((tail, at)))
    }

    /// One more round of a lazy loop, if it may.
    fn lazy_body(&mut self, pc: usize, at: usize) -> Result<Option<(usize, usize)>, Exhausted> {
        let [number, most, body] = [1, 3, 4].map(|index| self.code[pc + index]);
        let (count, place) = self.loops[number as usize];
        let count = count.wrapping_add(1);
        if (count >= most && most != MAX_REPEAT) || at as u32 == place {
            return Ok(None);
        }
        self.set_loop(number, (count, at as u32))?;
        Ok(Some((body as usize, at)))
    }

    /// A repetition of one character.
    fn repeat_one(&mut self, pc: usize, at: usize) -> Result<Option<(usize, usize)>, Exhausted> {
        let code = self.code;
        let [greed, least, most, tail] = [1, 2, 3, 4].map(|index| code[pc + index]);
        let one = &code[pc + 5..];
        let lazy = greed == Greed::Lazy as u32;
        let wanted = if lazy { least } else { most };
        let (mut end, mut count, mut least_end) = (at, 0, at);
        while count < wanted && end < self.subject.end {
            let (c, length) = self.subject.char_at(end);
            if !takes(one, c) {
                break;
            }
            end += length;
            count += 1;
            if count == least {
                least_end = end;
            }
        }
        self.count_step(u64::from(count) / 4)?;
        if count < least {
            return Ok(None);
        }
        if lazy {
            let (to, left) = (pc as u32, most - least);
            self.push(Entry::Lazy {
                to,
                at: end as u32,
                left,
            })?;
            return Ok(Some((tail as usize, end)));
        }
        if greed == Greed::Possessive as u32 {
            return Ok(Some((tail as usize, end)));
        }
        self.give_back(tail, end, least_end)
    }

    /// Goes on behind a greedy repetition that ends at `at` or, if what follows can't be there, earlier.
    fn give_back(
        &mut self,
        tail: u32,
        mut at: usize,
        least: usize,
    ) -> Result<Option<(usize, usize)>, Exhausted> {
        if let [LITERAL, 0, wanted, ..] = self.code[tail as usize..] {
            let from = at;
            loop {
                if at < self.subject.end && self.subject.char_at(at).0 == wanted {
                    break;
                }
                if at <= least {
                    self.count_step((from - at) as u64 / 4)?;
                    return Ok(None);
                }
                at = self.subject.before(at);
            }
            self.count_step((from - at) as u64 / 4)?;
        }
        if at > least {
            self.push(Entry::Greedy {
                to: tail,
                at: at as u32,
                least: least as u32,
            })?;
        }
        Ok(Some((tail as usize, at)))
    }

    /// Begins an atomic group or a look: remembers where its choices begin.
    fn enter(&mut self, pc: usize, at: usize) -> Result<Option<(usize, usize)>, Exhausted> {
        let code = self.code;
        let number = code[pc + 1];
        let was = self.cuts[number as usize];
        let operation = code[pc];
        let mut start = at;
        if operation != ATOMIC {
            match self.subject.back(at, code[pc + 2]) {
                Some(place) => start = place,
                None if operation == LOOK_NOT => return Ok(Some((code[pc + 3] as usize, at))),
                None => return Ok(None),
            }
        }
        self.push(Entry::Cut { number, was })?;
        self.cuts[number as usize] = self.entries.len() as u32;
        match operation {
            ATOMIC => Ok(Some((pc + 2, start))),
            LOOK => {
                // No mark has this number: undoing it changes nothing.
                let (mark, group) = (NOWHERE, self.last_group);
                let was = at as u32;
                self.push(Entry::Mark { mark, was, group })?;
                Ok(Some((pc + 3, start)))
            }
            _ => {
                let to = code[pc + 3];
                self.push(Entry::Choice { to, at: at as u32 })?;
                Ok(Some((pc + 4, start)))
            }
        }
    }

    /// Forgets the choices since a cut; what undoes marks and loops stays.
    fn forget_choices(&mut self, cut: u32) {
        let from = self.cuts[cut as usize] as usize;
        let mut kept = from;
        for index in from..self.entries.len() {
            let entry = self.entries[index];
            let undoes = matches!(
                entry,
                Entry::Mark { .. } | Entry::Loop { .. } | Entry::Cut { .. }
            );
            if undoes {
                self.entries[kept] = entry;
                kept += 1;
            }
        }
        self.entries.truncate(kept);
    }

    fn undo(&mut self, entry: Entry) {
        match entry {
            Entry::Mark { mark, was, group } => {
                self.last_group = group;
                if mark != NOWHERE {
                    self.marks[mark as usize] = was;
                }
            }
            Entry::Loop {
                number,
                count,
                place,
            } => self.loops[number as usize] = (count, place),
            Entry::Cut { number, was } => self.cuts[number as usize] = was,
            _ => {}
        }
    }

    /// Undoes up to the latest choice and takes it.
    fn go_back(&mut self) -> Result<Option<(usize, usize)>, Exhausted> {
        while let Some(entry) = self.entries.pop() {
            let next = match entry {
                Entry::Choice { to, at } => Some((to as usize, at as usize)),
                Entry::Greedy { to, at, least } => {
                    let at = self.subject.before(at as usize);
                    self.give_back(to, at, least as usize)?
                }
                Entry::Lazy { to, at, left } => self.take_one_more(to, at as usize, left)?,
                Entry::LazyBody { to, at } => self.lazy_body(to as usize, at as usize)?,
                undone => {
                    self.undo(undone);
                    None
                }
            };
            self.count_step(1)?;
            if next.is_some() {
                return Ok(next);
            }
        }
        Ok(None)
    }

    fn take_one_more(
        &mut self,
        pc: u32,
        at: usize,
        left: u32,
    ) -> Result<Option<(usize, usize)>, Exhausted> {
        if left == 0 || at >= self.subject.end {
            return Ok(None);
        }
        let (c, length) = self.subject.char_at(at);
        if !takes(&self.code[pc as usize + 5..], c) {
            return Ok(None);
        }
        let at = at + length;
        self.push(Entry::Lazy {
            to: pc,
            at: at as u32,
            left: left - 1,
        })?;
        Ok(Some((self.code[pc as usize + 4] as usize, at)))
    }

    /// Where a group begins and ends, if it took part.
    fn group(&self, group: u32) -> Option<(usize, usize)> {
        let index = (group as usize - 1) * 2;
        let (start, end) = (self.marks[index], self.marks[index + 1]);
        let whole = start != NOWHERE && end != NOWHERE && start <= end;
        whole.then_some((start as usize, end as usize))
    }

    fn after_reference(&mut self, fold: Fold, group: u32, at: usize) -> Option<usize> {
        let (mut from, to) = self.group(group)?;
        let mut at = at;
        self.steps += (to - from) as u64 / 4;
        while from < to {
            if at >= self.subject.end {
                return None;
            }
            let (a, a_length) = self.subject.char_at(from);
            let (b, b_length) = self.subject.char_at(at);
            if a != b && fold.apply(a) != fold.apply(b) {
                return None;
            }
            from += a_length;
            at += b_length;
        }
        Some(at)
    }

    fn is_at(&self, place: u32, unicode: bool, at: usize) -> bool {
        let end = self.subject.end;
        let newline_at = |at: usize| self.subject.bytes[at] == b'\n';
        match place {
            AT_TEXT_START => at == 0,
            AT_LINE_START => at == 0 || newline_at(at - 1),
            AT_END => at == end || (at + 1 == end && newline_at(at)),
            AT_LINE_END => at == end || newline_at(at),
            AT_TEXT_END => at == end,
            _ => {
                // Of an empty text neither is true.
                let word = |at: usize| is_word(self.subject.char_at(at).0, unicode);
                let before = at > 0 && word(self.subject.before(at));
                let after = at < end && word(at);
                end > 0 && (before != after) == (place == AT_BOUNDARY)
            }
        }
    }
}
