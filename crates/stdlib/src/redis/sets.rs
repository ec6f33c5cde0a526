//! Keys that hold a set. Members are told in their own order; a real server's is arbitrary.

use super::store::{Answer, Database, Held, Outcome, WRONG_TYPE, Word, array, integer, word};
use std::collections::BTreeSet;

impl Database {
    fn members(&mut self, key: &Word) -> Result<Option<&mut BTreeSet<Word>>, String> {
        match self.entries.get_mut(key).map(|entry| &mut entry.held) {
            None => Ok(None),
            Some(Held::Set(members)) => Ok(Some(members)),
            Some(_) => Err(WRONG_TYPE.to_owned()),
        }
    }

    fn all_of(&mut self, key: &Word) -> Result<BTreeSet<Word>, String> {
        Ok(self.members(key)?.cloned().unwrap_or_default())
    }

    pub(super) fn set_command(&mut self, name: &str, args: &[Word]) -> Option<Outcome> {
        self.set_outcome(name, args).transpose()
    }

    fn set_outcome(&mut self, name: &str, args: &[Word]) -> Result<Option<Answer>, String> {
        let answer = match name {
            "SADD" => {
                let key = word(args, 0)?;
                let Held::Set(members) = self.held(key, || Held::Set(BTreeSet::new())) else {
                    return Err(WRONG_TYPE.to_owned());
                };
                let new = args[1..].iter().filter(|m| members.insert((*m).clone()));
                let new = new.count();
                self.changed(key);
                Answer::Int(new as i64)
            }
            "SREM" => {
                let mut gone = 0;
                if let Some(members) = self.members(word(args, 0)?)? {
                    gone = args[1..].iter().filter(|m| members.remove(*m)).count();
                }
                self.changed(&args[0]);
                Answer::Int(gone as i64)
            }
            "SMEMBERS" => array(&self.all_of(word(args, 0)?)?),
            "SISMEMBER" => {
                let members = self.members(word(args, 0)?)?;
                let member = word(args, 1)?;
                Answer::Int(i64::from(members.is_some_and(|all| all.contains(member))))
            }
            "SCARD" => Answer::Int(self.all_of(word(args, 0)?)?.len() as i64),
            "SPOP" => {
                let count = args.get(1).map(integer).transpose()?;
                let mut taken = Vec::new();
                if let Some(members) = self.members(word(args, 0)?)? {
                    for _ in 0..count.unwrap_or(1) {
                        taken.extend(members.pop_first());
                    }
                }
                self.changed(&args[0]);
                match count {
                    Some(_) => array(&taken),
                    None => taken.pop().map_or(Answer::Nil, Answer::Bytes),
                }
            }
            "SRANDMEMBER" => {
                let first = self.all_of(word(args, 0)?)?.pop_first();
                first.map_or(Answer::Nil, Answer::Bytes)
            }
            "SINTER" | "SUNION" | "SDIFF" => {
                let mut all = self.all_of(word(args, 0)?)?;
                for key in &args[1..] {
                    let other = self.all_of(key)?;
                    all = match name {
                        "SINTER" => &all & &other,
                        "SUNION" => &all | &other,
                        _ => &all - &other,
                    };
                }
                array(&all)
            }
            _ => return Ok(None),
        };
        Ok(Some(answer))
    }
}
