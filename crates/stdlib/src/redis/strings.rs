//! Keys that hold a text.

use super::store::{
    Answer, Database, Held, NOT_A_FLOAT, NOT_AN_INTEGER, Outcome, SYNTAX, WRONG_TYPE, Word, bulk,
    float, float_text, integer, word,
};

impl Database {
    fn text(&self, key: &Word) -> Result<Option<&Word>, String> {
        match self.entries.get(key).map(|entry| &entry.held) {
            None => Ok(None),
            Some(Held::Text(text)) => Ok(Some(text)),
            Some(_) => Err(WRONG_TYPE.to_owned()),
        }
    }

    fn text_or_nil(&self, key: &Word) -> Outcome {
        Ok(self.text(key)?.map_or(Answer::Nil, bulk))
    }

    fn set_text(&mut self, key: &Word, text: Word) {
        let expires_ms = self.entries.get(key).and_then(|entry| entry.expires_ms);
        self.put(key, Held::Text(text), expires_ms);
    }

    fn add(&mut self, key: &Word, change: i64) -> Outcome {
        let now = self.text(key)?.map_or(Ok(0), integer)?;
        let sum = now.checked_add(change).ok_or(NOT_AN_INTEGER)?;
        self.set_text(key, sum.to_string().into_bytes());
        Ok(Answer::Int(sum))
    }

    pub(super) fn string_command(&mut self, name: &str, args: &[Word]) -> Option<Outcome> {
        self.string_outcome(name, args).transpose()
    }

    fn string_outcome(&mut self, name: &str, args: &[Word]) -> Result<Option<Answer>, String> {
        let answer = match name {
            "GET" => self.text_or_nil(word(args, 0)?)?,
            "SET" => self.set(args)?,
            "SETNX" => match self.entries.contains_key(word(args, 0)?) {
                true => Answer::Int(0),
                false => {
                    self.put(&args[0], Held::Text(word(args, 1)?.clone()), None);
                    Answer::Int(1)
                }
            },
            "SETEX" | "PSETEX" => {
                let unit_ms = if name == "SETEX" { 1000 } else { 1 };
                let left_ms = integer(word(args, 1)?)? * unit_ms;
                if left_ms <= 0 {
                    return Err(format!(
                        "ERR invalid expire time in '{}' command",
                        name.to_lowercase()
                    ));
                }
                let at = self.now_ms + left_ms as u64;
                self.put(&args[0], Held::Text(word(args, 2)?.clone()), Some(at));
                Answer::Status("OK")
            }
            "GETSET" => {
                let before = self.text_or_nil(word(args, 0)?)?;
                self.put(&args[0], Held::Text(word(args, 1)?.clone()), None);
                before
            }
            "GETDEL" => {
                let before = self.text_or_nil(word(args, 0)?)?;
                self.entries.remove(&args[0]);
                self.changed(&args[0]);
                before
            }
            "MSET" => {
                for pair in args.chunks(2) {
                    self.put(&pair[0], Held::Text(word(pair, 1)?.clone()), None);
                }
                Answer::Status("OK")
            }
            "MGET" => {
                let each = args
                    .iter()
                    .map(|key| self.text_or_nil(key).unwrap_or(Answer::Nil));
                Answer::Array(each.collect())
            }
            "APPEND" => {
                let mut text = self.text(word(args, 0)?)?.cloned().unwrap_or_default();
                text.extend_from_slice(word(args, 1)?);
                let length = text.len();
                self.set_text(&args[0], text);
                Answer::Int(length as i64)
            }
            "STRLEN" => Answer::Int(self.text(word(args, 0)?)?.map_or(0, Vec::len) as i64),
            "INCR" => self.add(word(args, 0)?, 1)?,
            "DECR" => self.add(word(args, 0)?, -1)?,
            "INCRBY" => self.add(word(args, 0)?, integer(word(args, 1)?)?)?,
            "DECRBY" => self.add(word(args, 0)?, -integer(word(args, 1)?)?)?,
            "INCRBYFLOAT" => {
                let now = self.text(word(args, 0)?)?.map_or(Ok(0.0), float)?;
                let sum = now + float(word(args, 1)?)?;
                if !sum.is_finite() {
                    return Err(NOT_A_FLOAT.to_owned());
                }
                self.set_text(&args[0], float_text(sum));
                Answer::Bytes(float_text(sum))
            }
            _ => return Ok(None),
        };
        Ok(Some(answer))
    }

    fn set(&mut self, args: &[Word]) -> Outcome {
        let (key, text) = (word(args, 0)?, word(args, 1)?.clone());
        let (mut only_new, mut only_old, mut keeps, mut gives) = (false, false, false, false);
        let mut expires_ms = None;
        let mut rest = args[2..].iter();
        while let Some(option) = rest.next() {
            let mut left = |unit_ms: u64| -> Result<u64, String> {
                let left = integer(rest.next().ok_or(SYNTAX)?)?;
                match u64::try_from(left) {
                    Ok(left) if left > 0 => Ok(left * unit_ms),
                    _ => Err("ERR invalid expire time in 'set' command".to_owned()),
                }
            };
            match option.to_ascii_uppercase().as_slice() {
                b"NX" => only_new = true,
                b"XX" => only_old = true,
                b"KEEPTTL" => keeps = true,
                b"GET" => gives = true,
                b"EX" => expires_ms = Some(self.now_ms + left(1000)?),
                b"PX" => expires_ms = Some(self.now_ms + left(1)?),
                _ => return Err(SYNTAX.to_owned()),
            }
        }
        let before = match gives {
            true => self.text_or_nil(key)?,
            false => Answer::Nil,
        };
        let is_there = self.entries.contains_key(key);
        if only_new && is_there || only_old && !is_there {
            return Ok(before);
        }
        if keeps {
            expires_ms = self.entries.get(key).and_then(|entry| entry.expires_ms);
        }
        self.put(key, Held::Text(text), expires_ms);
        Ok(if gives { before } else { Answer::Status("OK") })
    }
}
