//! What a panel is set to, as words of a link: `axis.WORKERS~to.64`, a key and a value each. Owns the form and the
//! way to the page and back; which keys there are is the panel's.
//!
//! A panel gives [`use_settings`] its words and takes what the page gives it. Words that it can't read change
//! nothing, and [`unread`] says so.

use crate::browser::tell;
use crate::state::Lab;
use crate::words::t_with;
use interleave_lab::bridge::{FromLab, LabTab};
use yew::prelude::*;

/// Between a key and its value: the first one counts.
const IS: char = '.';
/// Between two pairs.
const AND: char = '~';

/// Words in the making.
#[derive(Debug, Default)]
pub struct Words(String);

impl Words {
    /// Says that `key` is `value`, unless the panel came so.
    pub fn say(mut self, key: &str, value: Option<impl ToString>) -> Words {
        if let Some(value) = value {
            if !self.0.is_empty() {
                self.0.push(AND);
            }
            self.0.push_str(key);
            self.0.push(IS);
            self.0.push_str(&value.to_string());
        }
        self
    }

    /// The words.
    pub fn text(self) -> String {
        self.0
    }
}

/// Gives `set` each key and value of `words`; what it makes nothing of is returned.
pub fn read(words: &str, mut set: impl FnMut(&str, &str) -> Option<()>) -> Vec<String> {
    let pairs = words.split(AND).filter(|pair| !pair.is_empty());
    let unread = pairs.filter(|pair| {
        let read = pair.split_once(IS).and_then(|(key, value)| set(key, value));
        read.is_none()
    });
    unread.map(str::to_owned).collect()
}

/// A finite number.
pub fn number(value: &str) -> Option<f64> {
    value.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Says which settings of a link could not be read.
pub fn unread(pairs: &[String]) -> Html {
    if pairs.is_empty() {
        return Html::default();
    }
    html! {
        <p class="lab-notice" role="status" data-test="settings-unread">
            { t_with("settings.unread", &[("settings", &pairs.join(", "))]) }
        </p>
    }
}

/// Keeps a panel and the page of one mind: what the page gives goes to `take` (no words: as the panel came), and
/// the panel's own `words` go to the page as they change.
#[hook]
pub fn use_settings(lab: &Lab, tab: LabTab, words: String, take: impl Fn(&str) + 'static) {
    // What the page holds, and of which giving.
    let held = use_mut_ref(|| (0, String::new()));
    use_effect_with((lab.given.clone(), words), move |(given, words)| {
        let Some(given) = given else { return };
        let mut held = held.borrow_mut();
        if held.0 != given.revision {
            let wanted = given.words.get(tab.name()).cloned().unwrap_or_default();
            *held = (given.revision, wanted.clone());
            if wanted != *words {
                take(&wanted);
            }
        } else if held.1 != *words {
            held.1.clone_from(words);
            let words = words.clone();
            tell(&FromLab::Settings { tab, words });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_they_are_said() {
        let words = Words::default()
            .say("axis", Some("WORKERS"))
            .say("from", None::<f64>)
            .say("to", Some(0.5))
            .text();
        assert_eq!(words, "axis.WORKERS~to.0.5");
        let mut seen = Vec::new();
        let unread = read(&words, |key, value| {
            seen.push((key.to_owned(), value.to_owned()));
            (key != "to").then_some(())
        });
        assert_eq!(seen[1], ("to".to_owned(), "0.5".to_owned()));
        assert_eq!(unread, ["to.0.5"]);
        assert_eq!(read("", |_, _| None), [""; 0]);
        assert_eq!(read("~~x~.", |_, _| None), ["x", "."]);
        assert_eq!((number("inf"), number("1e3")), (None, Some(1000.0)));
    }
}
