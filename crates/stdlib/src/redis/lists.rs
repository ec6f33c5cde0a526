//! Keys that hold a list.

use super::store::{
    Answer, Database, Held, Outcome, WRONG_TYPE, Word, array, bulk, integer, stretch, word,
};
use std::collections::VecDeque;

impl Database {
    fn list(&mut self, key: &Word) -> Result<Option<&mut VecDeque<Word>>, String> {
        match self.entries.get_mut(key).map(|entry| &mut entry.held) {
            None => Ok(None),
            Some(Held::List(items)) => Ok(Some(items)),
            Some(_) => Err(WRONG_TYPE.to_owned()),
        }
    }

    fn list_or_new(&mut self, key: &Word) -> Result<&mut VecDeque<Word>, String> {
        match self.held(key, || Held::List(VecDeque::new())) {
            Held::List(items) => Ok(items),
            _ => Err(WRONG_TYPE.to_owned()),
        }
    }

    fn pop(&mut self, key: &Word, first: bool) -> Result<Option<Word>, String> {
        let Some(items) = self.list(key)? else {
            return Ok(None);
        };
        let item = match first {
            true => items.pop_front(),
            false => items.pop_back(),
        };
        self.changed(key);
        Ok(item)
    }

    pub(super) fn list_command(&mut self, name: &str, args: &[Word]) -> Option<Outcome> {
        self.list_outcome(name, args).transpose()
    }

    fn list_outcome(&mut self, name: &str, args: &[Word]) -> Result<Option<Answer>, String> {
        let answer = match name {
            "LPUSH" | "RPUSH" | "LPUSHX" | "RPUSHX" => {
                let key = word(args, 0)?;
                if name.ends_with('X') && self.list(key)?.is_none() {
                    return Ok(Some(Answer::Int(0)));
                }
                let items = self.list_or_new(key)?;
                for item in &args[1..] {
                    match name.starts_with('L') {
                        true => items.push_front(item.clone()),
                        false => items.push_back(item.clone()),
                    }
                }
                let length = items.len();
                self.changed(key);
                Answer::Int(length as i64)
            }
            "LPOP" | "RPOP" => {
                let (key, first) = (word(args, 0)?, name == "LPOP");
                match args.get(1) {
                    None => self.pop(key, first)?.map_or(Answer::Nil, Answer::Bytes),
                    Some(count) => {
                        let mut taken = Vec::new();
                        for _ in 0..integer(count)? {
                            match self.pop(key, first)? {
                                Some(item) => taken.push(Answer::Bytes(item)),
                                None => break,
                            }
                        }
                        match taken.is_empty() {
                            true => Answer::Nil,
                            false => Answer::Array(taken),
                        }
                    }
                }
            }
            // One try of BLPOP or BRPOP: the first of several lists that has an item.
            "_BLPOP" | "_BRPOP" => {
                for key in args {
                    if let Some(item) = self.pop(key, name == "_BLPOP")? {
                        return Ok(Some(Answer::Array(vec![bulk(key), Answer::Bytes(item)])));
                    }
                }
                Answer::Nil
            }
            "RPOPLPUSH" | "LMOVE" => {
                let (from, to) = (word(args, 0)?, word(args, 1)?);
                let ends: Vec<bool> = args[2..]
                    .iter()
                    .map(|end| end.first() == Some(&b'L'))
                    .collect();
                let &[from_first, to_first] = ends.first_chunk().unwrap_or(&[false, true]);
                let Some(item) = self.pop(from, from_first)? else {
                    return Ok(Some(Answer::Nil));
                };
                let items = self.list_or_new(to)?;
                match to_first {
                    true => items.push_front(item.clone()),
                    false => items.push_back(item.clone()),
                }
                Answer::Bytes(item)
            }
            "LLEN" => Answer::Int(self.list(word(args, 0)?)?.map_or(0, |l| l.len()) as i64),
            "LRANGE" => {
                let (start, stop) = (integer(word(args, 1)?)?, integer(word(args, 2)?)?);
                match self.list(&args[0])? {
                    None => Answer::Array(Vec::new()),
                    Some(items) => {
                        let part = stretch(start, stop, items.len());
                        array(items.iter().skip(part.start).take(part.len()))
                    }
                }
            }
            "LINDEX" => {
                let index = integer(word(args, 1)?)?;
                let items = self.list(&args[0])?;
                let item = items.and_then(|items| {
                    let at = if index < 0 {
                        index + items.len() as i64
                    } else {
                        index
                    };
                    items.get(usize::try_from(at).ok()?).map(bulk)
                });
                item.unwrap_or(Answer::Nil)
            }
            "LSET" => {
                let index = integer(word(args, 1)?)?;
                let value = word(args, 2)?.clone();
                let items = self.list(&args[0])?.ok_or("ERR no such key")?;
                let at = if index < 0 {
                    index + items.len() as i64
                } else {
                    index
                };
                let slot = usize::try_from(at).ok().and_then(|at| items.get_mut(at));
                *slot.ok_or("ERR index out of range")? = value;
                Answer::Status("OK")
            }
            "LTRIM" => {
                let (start, stop) = (integer(word(args, 1)?)?, integer(word(args, 2)?)?);
                if let Some(items) = self.list(&args[0])? {
                    let part = stretch(start, stop, items.len());
                    items.truncate(part.end);
                    items.drain(..part.start.min(items.len()));
                }
                self.changed(&args[0]);
                Answer::Status("OK")
            }
            "LREM" => {
                let count = integer(word(args, 1)?)?;
                let value = word(args, 2)?.clone();
                let mut most = if count == 0 { i64::MAX } else { count.abs() };
                let mut gone = 0;
                if let Some(items) = self.list(&args[0])? {
                    if count < 0 {
                        items.make_contiguous().reverse();
                    }
                    items.retain(|item| {
                        let goes = *item == value && most > 0;
                        most -= i64::from(goes);
                        gone += i64::from(goes);
                        !goes
                    });
                    if count < 0 {
                        items.make_contiguous().reverse();
                    }
                }
                self.changed(&args[0]);
                Answer::Int(gone)
            }
            _ => return Ok(None),
        };
        Ok(Some(answer))
    }
}
