//! Keys that hold members with scores, ordered by score, then by member.

use super::store::{
    Answer, Database, Held, Outcome, SYNTAX, WRONG_TYPE, Word, bulk, float, float_text, integer,
    stretch, word,
};
use std::collections::BTreeMap;

/// A bound of scores: its value, and whether it is itself left out.
fn bound(text: &Word) -> Result<(f64, bool), String> {
    match text.strip_prefix(b"(") {
        Some(rest) => Ok((float(&rest.to_vec())?, true)),
        None => Ok((float(text)?, false)),
    }
}

fn is_within(score: f64, (low, open_low): (f64, bool), (high, open_high): (f64, bool)) -> bool {
    (score > low || score == low && !open_low) && (score < high || score == high && !open_high)
}

fn told(members: &[(Word, f64)], with_scores: bool) -> Answer {
    let mut all = Vec::new();
    for (member, score) in members {
        all.push(bulk(member));
        if with_scores {
            all.push(Answer::Bytes(float_text(*score)));
        }
    }
    Answer::Array(all)
}

impl Database {
    fn scores(&mut self, key: &Word) -> Result<Option<&mut BTreeMap<Word, f64>>, String> {
        match self.entries.get_mut(key).map(|entry| &mut entry.held) {
            None => Ok(None),
            Some(Held::Sorted(members)) => Ok(Some(members)),
            Some(_) => Err(WRONG_TYPE.to_owned()),
        }
    }

    fn ordered(&mut self, key: &Word) -> Result<Vec<(Word, f64)>, String> {
        let members = self.scores(key)?;
        let mut all: Vec<(Word, f64)> = members
            .into_iter()
            .flatten()
            .map(|(member, score)| (member.clone(), *score))
            .collect();
        all.sort_by(|a, b| a.1.total_cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
        Ok(all)
    }

    fn scores_or_new(&mut self, key: &Word) -> Result<&mut BTreeMap<Word, f64>, String> {
        match self.held(key, || Held::Sorted(BTreeMap::new())) {
            Held::Sorted(members) => Ok(members),
            _ => Err(WRONG_TYPE.to_owned()),
        }
    }

    pub(super) fn sorted_command(&mut self, name: &str, args: &[Word]) -> Option<Outcome> {
        self.sorted_outcome(name, args).transpose()
    }

    fn sorted_outcome(&mut self, name: &str, args: &[Word]) -> Result<Option<Answer>, String> {
        let flag = |flag: &str| {
            let mut words = args.iter().skip(1);
            words.any(|word| word.eq_ignore_ascii_case(flag.as_bytes()))
        };
        let answer = match name {
            "ZADD" => {
                let key = word(args, 0)?;
                let is_flag = |word: &&Word| matches!(word.as_slice(), b"NX" | b"XX" | b"CH");
                let flags = args[1..].iter().take_while(is_flag).count();
                let (only_new, only_old) = (flag("NX"), flag("XX"));
                let mut pairs = Vec::new();
                for pair in args[1 + flags..].chunks(2) {
                    pairs.push((float(&pair[0])?, word(pair, 1)?.clone()));
                }
                let members = self.scores_or_new(key)?;
                let mut added = 0;
                for (score, member) in pairs {
                    let is_there = members.contains_key(&member);
                    if !(only_new && is_there || only_old && !is_there) {
                        added += i64::from(members.insert(member, score).is_none());
                    }
                }
                self.changed(key);
                Answer::Int(added)
            }
            "ZINCRBY" => {
                let change = float(word(args, 1)?)?;
                let member = word(args, 2)?.clone();
                let score = self.scores_or_new(&args[0])?.entry(member).or_insert(0.0);
                *score += change;
                let score = *score;
                self.changed(&args[0]);
                Answer::Bytes(float_text(score))
            }
            "ZSCORE" => {
                let member = word(args, 1)?;
                let score = self
                    .scores(&args[0])?
                    .and_then(|all| all.get(member).copied());
                score.map_or(Answer::Nil, |score| Answer::Bytes(float_text(score)))
            }
            "ZCARD" => Answer::Int(self.ordered(word(args, 0)?)?.len() as i64),
            "ZRANK" | "ZREVRANK" => {
                let mut all = self.ordered(word(args, 0)?)?;
                if name == "ZREVRANK" {
                    all.reverse();
                }
                let member = word(args, 1)?;
                let at = all.iter().position(|(known, _)| known == member);
                at.map_or(Answer::Nil, |at| Answer::Int(at as i64))
            }
            "ZRANGE" | "ZREVRANGE" => {
                let mut all = self.ordered(word(args, 0)?)?;
                if name == "ZREVRANGE" || flag("REV") {
                    all.reverse();
                }
                let part = stretch(
                    integer(word(args, 1)?)?,
                    integer(word(args, 2)?)?,
                    all.len(),
                );
                told(&all[part], flag("WITHSCORES"))
            }
            "ZRANGEBYSCORE" | "ZREVRANGEBYSCORE" | "ZCOUNT" | "ZREMRANGEBYSCORE" => {
                let (mut low, mut high) = (bound(word(args, 1)?)?, bound(word(args, 2)?)?);
                let backwards = name.starts_with("ZREVRANGE");
                if backwards {
                    (low, high) = (high, low);
                }
                let mut all = self.ordered(&args[0])?;
                all.retain(|(_, score)| is_within(*score, low, high));
                if backwards {
                    all.reverse();
                }
                if let Some(at) = args.iter().position(|w| w.eq_ignore_ascii_case(b"LIMIT")) {
                    let from =
                        usize::try_from(integer(word(args, at + 1)?)?).map_err(|_| SYNTAX)?;
                    let count = integer(word(args, at + 2)?)?;
                    let count = usize::try_from(count).unwrap_or(usize::MAX);
                    all = all.into_iter().skip(from).take(count).collect();
                }
                match name {
                    "ZCOUNT" => Answer::Int(all.len() as i64),
                    "ZREMRANGEBYSCORE" => {
                        if let Some(members) = self.scores(&args[0])? {
                            all.iter().for_each(|(member, _)| {
                                members.remove(member);
                            });
                        }
                        self.changed(&args[0]);
                        Answer::Int(all.len() as i64)
                    }
                    _ => told(&all, flag("WITHSCORES")),
                }
            }
            "ZREM" => {
                let mut gone = 0;
                if let Some(members) = self.scores(word(args, 0)?)? {
                    let removed = args[1..].iter().filter(|m| members.remove(*m).is_some());
                    gone = removed.count();
                }
                self.changed(&args[0]);
                Answer::Int(gone as i64)
            }
            "ZPOPMIN" | "ZPOPMAX" => {
                let mut all = self.ordered(word(args, 0)?)?;
                if name == "ZPOPMAX" {
                    all.reverse();
                }
                let count = args.get(1).map_or(Ok(1), integer)?;
                all.truncate(usize::try_from(count).unwrap_or(0));
                if let Some(members) = self.scores(&args[0])? {
                    all.iter().for_each(|(member, _)| {
                        members.remove(member);
                    });
                }
                self.changed(&args[0]);
                told(&all, true)
            }
            _ => return Ok(None),
        };
        Ok(Some(answer))
    }
}
