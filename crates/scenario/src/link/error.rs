//! Why a link does not open.

use std::fmt;

/// Why a link does not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// A part of it is missing or was altered on the way.
    Cut,
    /// It is no link of this page.
    Foreign,
    /// It comes from a version that this page does not know.
    UnknownVersion(u32),
    /// It names a gallery entry that this page does not have.
    UnknownGallery(String),
    /// It holds more than this page opens.
    TooLarge,
}

impl LinkError {
    /// The key of its text in locale files.
    pub fn key(&self) -> &'static str {
        match self {
            LinkError::Cut => "link-cut",
            LinkError::Foreign => "link-foreign",
            LinkError::UnknownVersion(_) => "link-unknown-version",
            LinkError::UnknownGallery(_) => "link-unknown-gallery",
            LinkError::TooLarge => "link-too-large",
        }
    }

    /// What the text names: the version's number or the entry's name.
    pub fn detail(&self) -> Option<String> {
        match self {
            LinkError::UnknownVersion(version) => Some(version.to_string()),
            LinkError::UnknownGallery(name) => Some(name.clone()),
            LinkError::Cut | LinkError::Foreign | LinkError::TooLarge => None,
        }
    }
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinkError::Cut => {
                f.write_str("This link is incomplete or damaged: ask for it again, all of it.")
            }
            LinkError::Foreign => f.write_str("This is not a link of Interleave."),
            LinkError::UnknownVersion(version) => {
                write!(
                    f,
                    "This link is of version {version}, which this page does not know yet."
                )
            }
            LinkError::UnknownGallery(name) => {
                write!(
                    f,
                    "This link names the example {name:?}, which this page does not have."
                )
            }
            LinkError::TooLarge => f.write_str("This link holds more than this page can open."),
        }
    }
}

impl std::error::Error for LinkError {}
