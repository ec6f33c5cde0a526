//! Keys that hold fields.

use super::store::{
    Answer, Database, Held, NOT_AN_INTEGER, Outcome, WRONG_TYPE, Word, bulk, float, float_text,
    integer, word,
};

type Fields = Vec<(Word, Word)>;

fn find<'a>(fields: &'a mut Fields, field: &Word) -> Option<&'a mut Word> {
    let found = fields.iter_mut().find(|(name, _)| name == field);
    found.map(|(_, value)| value)
}

impl Database {
    fn fields(&mut self, key: &Word) -> Result<Option<&mut Fields>, String> {
        match self.entries.get_mut(key).map(|entry| &mut entry.held) {
            None => Ok(None),
            Some(Held::Hash(fields)) => Ok(Some(fields)),
            Some(_) => Err(WRONG_TYPE.to_owned()),
        }
    }

    fn fields_or_new(&mut self, key: &Word) -> Result<&mut Fields, String> {
        match self.held(key, || Held::Hash(Vec::new())) {
            Held::Hash(fields) => Ok(fields),
            _ => Err(WRONG_TYPE.to_owned()),
        }
    }

    fn field(&mut self, key: &Word, field: &Word) -> Result<Option<Word>, String> {
        let fields = self.fields(key)?;
        Ok(fields.and_then(|fields| find(fields, field).cloned()))
    }

    fn set_field(&mut self, key: &Word, field: &Word, value: Word) -> Result<bool, String> {
        let fields = self.fields_or_new(key)?;
        let is_new = match find(fields, field) {
            Some(slot) => {
                *slot = value;
                false
            }
            None => {
                fields.push((field.clone(), value));
                true
            }
        };
        self.changed(key);
        Ok(is_new)
    }

    pub(super) fn hash_command(&mut self, name: &str, args: &[Word]) -> Option<Outcome> {
        self.hash_outcome(name, args).transpose()
    }

    fn hash_outcome(&mut self, name: &str, args: &[Word]) -> Result<Option<Answer>, String> {
        let answer = match name {
            "HSET" | "HMSET" => {
                let key = word(args, 0)?.clone();
                let mut added = 0;
                for pair in args[1..].chunks(2) {
                    let value = word(pair, 1)?.clone();
                    added += i64::from(self.set_field(&key, &pair[0], value)?);
                }
                match name {
                    "HSET" => Answer::Int(added),
                    _ => Answer::Status("OK"),
                }
            }
            "HSETNX" => match self.field(word(args, 0)?, word(args, 1)?)? {
                Some(_) => Answer::Int(0),
                None => {
                    self.set_field(&args[0], &args[1], word(args, 2)?.clone())?;
                    Answer::Int(1)
                }
            },
            "HGET" => {
                let value = self.field(word(args, 0)?, word(args, 1)?)?;
                value.map_or(Answer::Nil, Answer::Bytes)
            }
            "HMGET" => {
                let mut each = Vec::new();
                for field in &args[1..] {
                    let value = self.field(&args[0], field)?;
                    each.push(value.map_or(Answer::Nil, Answer::Bytes));
                }
                Answer::Array(each)
            }
            "HGETALL" | "HKEYS" | "HVALS" => {
                let mut told = Vec::new();
                for (field, value) in self.fields(word(args, 0)?)?.into_iter().flatten() {
                    if name != "HVALS" {
                        told.push(bulk(field));
                    }
                    if name != "HKEYS" {
                        told.push(bulk(value));
                    }
                }
                Answer::Array(told)
            }
            "HLEN" => Answer::Int(self.fields(word(args, 0)?)?.map_or(0, |f| f.len()) as i64),
            "HEXISTS" => {
                let value = self.field(word(args, 0)?, word(args, 1)?)?;
                Answer::Int(i64::from(value.is_some()))
            }
            "HDEL" => {
                let mut gone = 0;
                if let Some(fields) = self.fields(word(args, 0)?)? {
                    let before = fields.len();
                    fields.retain(|(field, _)| !args[1..].contains(field));
                    gone = before - fields.len();
                }
                self.changed(&args[0]);
                Answer::Int(gone as i64)
            }
            "HINCRBY" => {
                let now = self.field(word(args, 0)?, word(args, 1)?)?;
                let now = match now {
                    None => 0,
                    Some(text) => integer(&text).map_err(|_| "ERR hash value is not an integer")?,
                };
                let sum = now.checked_add(integer(word(args, 2)?)?);
                let sum = sum.ok_or(NOT_AN_INTEGER)?;
                self.set_field(&args[0], &args[1], sum.to_string().into_bytes())?;
                Answer::Int(sum)
            }
            "HINCRBYFLOAT" => {
                let now = self.field(word(args, 0)?, word(args, 1)?)?;
                let sum = now.as_ref().map_or(Ok(0.0), float)? + float(word(args, 2)?)?;
                self.set_field(&args[0], &args[1], float_text(sum))?;
                Answer::Bytes(float_text(sum))
            }
            _ => return Ok(None),
        };
        Ok(Some(answer))
    }
}
