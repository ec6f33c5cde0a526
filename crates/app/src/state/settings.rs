//! How a person likes the page: language, theme and the split's proportions.

use crate::i18n::Language;

/// Light, dark, or as the system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Its name in storage and styles.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// How a person likes the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The page's language.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// The editor's share of the width, in percent.
    pub columns_percent: u8,
    /// The timeline's share of the height, in percent.
    pub rows_percent: u8,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            language: Language::En,
            theme: Theme::Auto,
            columns_percent: 42,
            rows_percent: 58,
        }
    }
}

impl Settings {
    /// As one line for storage.
    pub fn to_line(self) -> String {
        format!(
            "{} {} {} {}",
            self.language.tag(),
            self.theme.name(),
            self.columns_percent,
            self.rows_percent
        )
    }

    /// From a line of storage; what can't be read is as by default.
    pub fn from_line(line: &str, default: Settings) -> Settings {
        let mut words = line.split(' ');
        let language = words
            .next()
            .and_then(Language::from_tag)
            .unwrap_or(default.language);
        let themes = [Theme::Auto, Theme::Light, Theme::Dark];
        let theme = words
            .next()
            .and_then(|word| themes.into_iter().find(|t| t.name() == word));
        let mut percent = |default: u8| {
            let share = words.next().and_then(|word| word.parse::<u8>().ok());
            share
                .filter(|share| (15..=85).contains(share))
                .unwrap_or(default)
        };
        Settings {
            language,
            theme: theme.unwrap_or(default.theme),
            columns_percent: percent(default.columns_percent),
            rows_percent: percent(default.rows_percent),
        }
    }
}
