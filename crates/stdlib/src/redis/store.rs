//! A server's databases: keys, what they hold, when they expire; which command does what. Source: the commands' pages on
//! redis.io, as of version 7. Owns no client and no network; times are virtual ms.

use super::channels::Channels;
use interleave_kernel::Op;
use interleave_python::world::{Channel, WaitQueue, WorldPart};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

pub(super) type Word = Vec<u8>;

/// What a command comes to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Answer {
    Nil,
    Int(i64),
    Bytes(Word),
    Status(&'static str),
    Error(String),
    Array(Vec<Answer>),
}

/// What a key holds.
#[derive(Clone, Debug)]
pub(super) enum Held {
    Text(Word),
    List(VecDeque<Word>),
    /// In the order in which fields were first set.
    Hash(Vec<(Word, Word)>),
    Set(BTreeSet<Word>),
    /// Members with their scores.
    Sorted(BTreeMap<Word, f64>),
}

#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub held: Held,
    pub expires_ms: Option<u64>,
    /// Grows with every change, for `WATCH`.
    pub version: u64,
    /// When it was made, for `KEYS`.
    pub order: u64,
}

/// One database of a server.
#[derive(Clone, Debug, Default)]
pub(super) struct Database {
    pub entries: BTreeMap<Word, Entry>,
    changes: u64,
    pub now_ms: u64,
}

/// One server.
#[derive(Clone, Debug)]
pub(super) struct Server {
    databases: BTreeMap<u64, Database>,
    pub channels: Channels,
    /// Clients that wait for something to come.
    pub waiting: WaitQueue,
    /// Whether something has come that somebody may wait for.
    pub has_news: bool,
}

/// Every server, by host and port.
#[derive(Clone, Debug, Default)]
pub(super) struct Servers {
    known: BTreeMap<String, Server>,
}

impl WorldPart for Servers {
    fn copy(&self) -> Box<dyn WorldPart> {
        Box::new(self.clone())
    }

    fn park(&mut self, _channel: Channel, _to_write: bool, _deadline_ns: Option<u64>) -> Op {
        unreachable!("servers have no descriptors")
    }

    fn leave(&mut self, _channel: Channel, _to_write: bool) {}
}

impl Servers {
    pub fn knows(&self, name: &str) -> bool {
        self.known.contains_key(name)
    }

    /// A new server whose waiting clients park in this queue.
    pub fn start(&mut self, name: &str, waiting: WaitQueue) {
        let server = Server {
            databases: BTreeMap::new(),
            channels: Channels::default(),
            waiting,
            has_news: false,
        };
        self.known.insert(name.to_owned(), server);
    }

    /// The server of that name, which has been started.
    pub fn server(&mut self, name: &str) -> &mut Server {
        self.known.get_mut(name).expect("a server that was started")
    }
}

pub(super) const WRONG_TYPE: &str =
    "WRONGTYPE Operation against a key holding the wrong kind of value";
pub(super) const NOT_AN_INTEGER: &str = "ERR value is not an integer or out of range";
pub(super) const NOT_A_FLOAT: &str = "ERR value is not a valid float";
pub(super) const SYNTAX: &str = "ERR syntax error";

/// A command's result: an error is its text.
pub(super) type Outcome = Result<Answer, String>;

impl Server {
    /// Carries one command out.
    pub fn carry_out(&mut self, database: u64, command: &[Word], now_ms: u64) -> Answer {
        let Some((name, args)) = command.split_first() else {
            return Answer::Error("ERR empty command".into());
        };
        let name = String::from_utf8_lossy(name).to_ascii_uppercase();
        if let Some(answer) = self.channels.carry_out(&name, args, &mut self.has_news) {
            return answer;
        }
        if name == "FLUSHALL" {
            self.databases.clear();
            return Answer::Status("OK");
        }
        let database = self.databases.entry(database).or_default();
        database.now_ms = now_ms;
        database.drop_expired();
        if matches!(
            name.as_str(),
            "LPUSH" | "RPUSH" | "RPOPLPUSH" | "LMOVE" | "ZADD"
        ) {
            self.has_news = true;
        }
        let outcome = database
            .keys_command(&name, args)
            .or_else(|| database.string_command(&name, args))
            .or_else(|| database.list_command(&name, args))
            .or_else(|| database.hash_command(&name, args))
            .or_else(|| database.set_command(&name, args))
            .or_else(|| database.sorted_command(&name, args));
        match outcome {
            Some(Ok(answer)) => answer,
            Some(Err(text)) => Answer::Error(text),
            None => Answer::Error(format!(
                "ERR unknown command '{name}', with args beginning with: "
            )),
        }
    }
}

pub(super) fn integer(word: &Word) -> Result<i64, String> {
    let text = std::str::from_utf8(word).ok();
    text.and_then(|text| text.parse().ok())
        .ok_or_else(|| NOT_AN_INTEGER.to_owned())
}

pub(super) fn float(word: &Word) -> Result<f64, String> {
    let text = std::str::from_utf8(word).unwrap_or_default();
    match text {
        "+inf" | "inf" => Ok(f64::INFINITY),
        "-inf" => Ok(f64::NEG_INFINITY),
        text => text.parse().map_err(|_| NOT_A_FLOAT.to_owned()),
    }
}

pub(super) fn float_text(number: f64) -> Word {
    format!("{number}").into_bytes()
}

pub(super) fn bulk(word: &Word) -> Answer {
    Answer::Bytes(word.clone())
}

pub(super) fn array<'a>(words: impl IntoIterator<Item = &'a Word>) -> Answer {
    Answer::Array(words.into_iter().map(bulk).collect())
}

pub(super) fn word(args: &[Word], index: usize) -> Result<&Word, String> {
    args.get(index)
        .ok_or_else(|| "ERR wrong number of arguments for command".to_owned())
}

/// The items from `start` to `stop`, both counted from the end where negative, of `length`.
pub(super) fn stretch(start: i64, stop: i64, length: usize) -> std::ops::Range<usize> {
    let length = length as i64;
    let at = |index: i64| if index < 0 { index + length } else { index };
    let start = at(start).max(0);
    let stop = (at(stop) + 1).min(length);
    (start as usize)..(stop.max(start) as usize)
}

impl Database {
    fn drop_expired(&mut self) {
        let now_ms = self.now_ms;
        let is_over = |entry: &Entry| entry.expires_ms.is_some_and(|at| at <= now_ms);
        if self.entries.values().any(is_over) {
            self.entries.retain(|_, entry| !is_over(entry));
            self.changes += 1;
        }
    }

    /// Notes a change of `key`; one that holds nothing any more is gone.
    pub(super) fn changed(&mut self, key: &Word) {
        self.changes += 1;
        let changes = self.changes;
        let Some(entry) = self.entries.get_mut(key) else {
            return;
        };
        entry.version = changes;
        let is_empty = match &entry.held {
            Held::Text(_) => false,
            Held::List(items) => items.is_empty(),
            Held::Hash(fields) => fields.is_empty(),
            Held::Set(members) => members.is_empty(),
            Held::Sorted(members) => members.is_empty(),
        };
        if is_empty {
            self.entries.remove(key);
        }
    }

    /// What `key` holds, made by `empty` if there is nothing.
    pub(super) fn held(&mut self, key: &Word, empty: fn() -> Held) -> &mut Held {
        self.changes += 1;
        let changes = self.changes;
        let made = || Entry {
            held: empty(),
            expires_ms: None,
            version: changes,
            order: changes,
        };
        &mut self.entries.entry(key.clone()).or_insert_with(made).held
    }

    pub(super) fn put(&mut self, key: &Word, held: Held, expires_ms: Option<u64>) {
        self.changes += 1;
        let order = self.entries.get(key).map_or(self.changes, |e| e.order);
        let entry = Entry {
            held,
            expires_ms,
            version: self.changes,
            order,
        };
        self.entries.insert(key.clone(), entry);
    }

    fn keys_command(&mut self, name: &str, args: &[Word]) -> Option<Outcome> {
        self.keys_outcome(name, args).transpose()
    }

    fn keys_outcome(&mut self, name: &str, args: &[Word]) -> Result<Option<Answer>, String> {
        let answer = match name {
            "PING" => args.first().map_or(Answer::Status("PONG"), bulk),
            "ECHO" => bulk(word(args, 0)?),
            "DBSIZE" => Answer::Int(self.entries.len() as i64),
            "FLUSHDB" => {
                self.entries.clear();
                self.changes += 1;
                Answer::Status("OK")
            }
            "TIME" => {
                let seconds = (self.now_ms / 1000).to_string().into_bytes();
                let micros = (self.now_ms % 1000 * 1000).to_string().into_bytes();
                array([&seconds, &micros])
            }
            "DEL" | "UNLINK" => {
                let gone = args
                    .iter()
                    .filter(|key| self.entries.remove(*key).is_some());
                let gone = gone.count();
                self.changes += 1;
                Answer::Int(gone as i64)
            }
            "EXISTS" => {
                let there = args.iter().filter(|key| self.entries.contains_key(*key));
                Answer::Int(there.count() as i64)
            }
            "TYPE" => Answer::Status(match self.entries.get(word(args, 0)?) {
                None => "none",
                Some(entry) => match entry.held {
                    Held::Text(_) => "string",
                    Held::List(_) => "list",
                    Held::Hash(_) => "hash",
                    Held::Set(_) => "set",
                    Held::Sorted(_) => "zset",
                },
            }),
            "EXPIRE" | "PEXPIRE" => self.expire(args, if name == "EXPIRE" { 1000 } else { 1 })?,
            "PERSIST" => {
                let entry = self.entries.get_mut(word(args, 0)?);
                let had = entry.and_then(|entry| entry.expires_ms.take());
                Answer::Int(i64::from(had.is_some()))
            }
            "TTL" | "PTTL" => {
                let left = match self.entries.get(word(args, 0)?) {
                    None => -2,
                    Some(entry) => match entry.expires_ms {
                        None => -1,
                        Some(at) => (at - self.now_ms) as i64,
                    },
                };
                let rounded = if left > 0 { (left + 500) / 1000 } else { left };
                Answer::Int(if name == "TTL" { rounded } else { left })
            }
            "KEYS" => {
                let pattern = word(args, 0)?;
                let mut found: Vec<(u64, &Word)> = self
                    .entries
                    .iter()
                    .filter(|(key, _)| super::channels::matches(pattern, key))
                    .map(|(key, entry)| (entry.order, key))
                    .collect();
                found.sort_unstable();
                array(found.into_iter().map(|(_, key)| key))
            }
            "RENAME" => {
                let entry = self.entries.remove(word(args, 0)?);
                let entry = entry.ok_or("ERR no such key")?;
                self.entries.insert(word(args, 1)?.clone(), entry);
                self.changes += 1;
                Answer::Status("OK")
            }
            // What `WATCH` compares: this library's own command.
            "_VERSION" => {
                let entry = self.entries.get(word(args, 0)?);
                Answer::Int(entry.map_or(0, |entry| entry.version as i64))
            }
            "_EXPECT" => {
                let entry = self.entries.get(word(args, 0)?);
                let version = entry.map_or(0, |entry| entry.version as i64);
                match version == integer(word(args, 1)?)? {
                    true => Answer::Int(version),
                    false => Answer::Nil,
                }
            }
            "_COMPARE" => self.compare(args)?,
            _ => return Ok(None),
        };
        Ok(Some(answer))
    }

    fn expire(&mut self, args: &[Word], unit_ms: i64) -> Outcome {
        let left_ms = integer(word(args, 1)?)? * unit_ms;
        let flag = args.get(2).map(|flag| flag.to_ascii_uppercase());
        let now_ms = self.now_ms;
        let Some(entry) = self.entries.get_mut(&args[0]) else {
            return Ok(Answer::Int(0));
        };
        let is_refused = match flag.as_deref() {
            Some(b"NX") => entry.expires_ms.is_some(),
            Some(b"XX") => entry.expires_ms.is_none(),
            _ => false,
        };
        if is_refused {
            return Ok(Answer::Int(0));
        }
        if left_ms <= 0 {
            self.entries.remove(&args[0]);
        } else {
            entry.expires_ms = Some(now_ms + left_ms as u64);
        }
        self.changes += 1;
        Ok(Answer::Int(1))
    }

    /// What the scripts that release and extend locks do: `_COMPARE key expected verb argument…`.
    fn compare(&mut self, args: &[Word]) -> Outcome {
        let is_held = matches!(self.entries.get(word(args, 0)?),
            Some(Entry { held: Held::Text(text), .. }) if text == word(args, 1)?);
        if !is_held {
            return Ok(Answer::Int(0));
        }
        let verb = String::from_utf8_lossy(word(args, 2)?).to_ascii_uppercase();
        let mut rest = vec![args[0].clone()];
        rest.extend_from_slice(&args[3..]);
        match self.keys_outcome(&verb, &rest)? {
            Some(answer) => Ok(answer),
            None => Err(SYNTAX.to_owned()),
        }
    }
}
