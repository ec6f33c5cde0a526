//! The message at the foot of the page: a key and its values, so that it follows a change of
//! language.

/// How grave a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// For information.
    Info,
    /// Take note.
    Warning,
    /// Something failed.
    Error,
}

/// What a message's button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeAction {
    /// Opens the newest draft.
    BackToWork,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How grave it is.
    pub tone: Tone,
    /// Its key in the locale files.
    pub key: &'static str,
    /// Its values by name; a value that begins with `link-` is itself a key.
    pub values: Vec<(&'static str, String)>,
    /// Its button.
    pub action: Option<NoticeAction>,
}

impl Notice {
    fn new(tone: Tone, key: &'static str) -> Notice {
        Notice {
            tone,
            key,
            values: Vec::new(),
            action: None,
        }
    }

    /// For information.
    pub fn info(key: &'static str) -> Notice {
        Notice::new(Tone::Info, key)
    }

    /// To take note of.
    pub fn warning(key: &'static str) -> Notice {
        Notice::new(Tone::Warning, key)
    }

    /// Something failed.
    pub fn error(key: &'static str) -> Notice {
        Notice::new(Tone::Error, key)
    }

    /// With a value for a placeholder.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Notice {
        self.values.push((name, value.into()));
        self
    }

    /// With a button.
    pub fn offering(mut self, action: NoticeAction) -> Notice {
        self.action = Some(action);
        self
    }
}
