//! Messages to whoever listens: a subscriber has a number, what it listens to, and what has come for it.

use super::store::{Answer, Word, bulk};
use std::collections::{BTreeMap, VecDeque};

#[derive(Clone, Debug, Default)]
struct Subscriber {
    channels: Vec<Word>,
    patterns: Vec<Word>,
    inbox: VecDeque<Answer>,
}

/// A server's subscribers.
#[derive(Clone, Debug, Default)]
pub(super) struct Channels {
    subscribers: BTreeMap<u64, Subscriber>,
    count: u64,
}

/// Whether `text` is of the form `pattern`: `*`, `?` and `[…]` as the server reads them.
pub(super) fn matches(pattern: &[u8], text: &[u8]) -> bool {
    match pattern {
        [] => text.is_empty(),
        [b'*', rest @ ..] => (0..=text.len()).any(|at| matches(rest, &text[at..])),
        [b'?', rest @ ..] => !text.is_empty() && matches(rest, &text[1..]),
        [b'[', rest @ ..] => {
            let Some(end) = rest.iter().position(|&c| c == b']') else {
                return false;
            };
            let (set, negated) = match rest[..end].strip_prefix(b"^") {
                Some(set) => (set, true),
                None => (&rest[..end], false),
            };
            let Some((&c, left)) = text.split_first() else {
                return false;
            };
            let mut found = set.contains(&c);
            for range in set.windows(3).filter(|range| range[1] == b'-') {
                found |= (range[0]..=range[2]).contains(&c);
            }
            found != negated && matches(&rest[end + 1..], left)
        }
        [b'\\', c, rest @ ..] | [c, rest @ ..] => {
            text.first() == Some(c) && matches(rest, &text[1..])
        }
    }
}

impl Channels {
    /// Carries out what concerns messages; None for another command. `_LISTEN` gives a new subscriber's number, which
    /// `_SUBSCRIBE`, `_PSUBSCRIBE` (and their opposites) and `_NEXT` begin with.
    pub fn carry_out(&mut self, name: &str, args: &[Word], has_news: &mut bool) -> Option<Answer> {
        match name {
            "PUBLISH" => {
                let [channel, data] = args else {
                    return Some(Answer::Error("ERR wrong number of arguments".into()));
                };
                let reached = self.publish(channel, data);
                *has_news |= reached > 0;
                Some(Answer::Int(reached))
            }
            "_LISTEN" => {
                self.count += 1;
                self.subscribers.insert(self.count, Subscriber::default());
                Some(Answer::Int(self.count as i64))
            }
            "_SUBSCRIBE" | "_PSUBSCRIBE" | "_UNSUBSCRIBE" | "_PUNSUBSCRIBE" => {
                let (number, names) = args.split_first()?;
                self.subscribe(name, self.number(number)?, names);
                *has_news = true;
                Some(Answer::Status("OK"))
            }
            "_NEXT" => {
                let number = self.number(args.first()?)?;
                let inbox = &mut self.subscribers.get_mut(&number)?.inbox;
                Some(inbox.pop_front().unwrap_or(Answer::Nil))
            }
            _ => None,
        }
    }

    fn number(&self, word: &Word) -> Option<u64> {
        std::str::from_utf8(word).ok()?.parse().ok()
    }

    fn publish(&mut self, channel: &Word, data: &Word) -> i64 {
        let mut reached = 0;
        for subscriber in self.subscribers.values_mut() {
            if subscriber.channels.contains(channel) {
                let parts = [&b"message".to_vec(), channel, data].map(bulk);
                subscriber.inbox.push_back(Answer::Array(parts.to_vec()));
                reached += 1;
            }
            let patterns = subscriber.patterns.iter();
            for pattern in patterns.filter(|pattern| matches(pattern, channel)) {
                let parts = [&b"pmessage".to_vec(), pattern, channel, data].map(bulk);
                subscriber.inbox.push_back(Answer::Array(parts.to_vec()));
                reached += 1;
            }
        }
        reached
    }

    fn subscribe(&mut self, name: &str, number: u64, names: &[Word]) {
        let Some(subscriber) = self.subscribers.get_mut(&number) else {
            return;
        };
        let leaves = name.contains("UNSUB");
        let by_pattern = name.starts_with("_P");
        let mut names = names.to_vec();
        if leaves && names.is_empty() {
            names = match by_pattern {
                true => subscriber.patterns.clone(),
                false => subscriber.channels.clone(),
            };
        }
        for channel in names {
            let known = match by_pattern {
                true => &mut subscriber.patterns,
                false => &mut subscriber.channels,
            };
            known.retain(|other| *other != channel);
            if !leaves {
                known.push(channel.clone());
            }
            let count = subscriber.channels.len() + subscriber.patterns.len();
            let kind = name[1..].to_ascii_lowercase().into_bytes();
            let told = vec![
                Answer::Bytes(kind),
                bulk(&channel),
                Answer::Int(count as i64),
            ];
            subscriber.inbox.push_back(Answer::Array(told));
        }
    }
}
