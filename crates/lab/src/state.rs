//! The lab's whole state and its one reducer. Owns what is shown; must not touch the browser: what
//! reaches out (the page, the workers) watches a field of this state.

use interleave_lab::bridge::{LabTab, Shown, ToLab};
use interleave_lab::texts::Language;
use std::rc::Rc;
use yew::Reducible;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// The page said something.
    Page(ToLab),
}

/// The lab's state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lab {
    /// The page's language.
    pub language: Language,
    /// Whether the page is dark.
    pub dark: bool,
    /// The open tab; `None` while none of the lab's is.
    pub open: Option<LabTab>,
    /// What the page holds, as it was last told.
    pub shown: Option<Rc<Shown>>,
}

impl Reducible for Lab {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        next.apply(action);
        Rc::new(next)
    }
}

impl Lab {
    /// The state after `action`.
    fn apply(&mut self, action: Action) {
        match action {
            Action::Page(message) => self.hear(message),
        }
    }

    fn hear(&mut self, message: ToLab) {
        match message {
            ToLab::Look { language, dark } => {
                self.language = language;
                self.dark = dark;
            }
            ToLab::Open(tab) => self.open = tab,
            ToLab::Shown(shown) => self.shown = Some(Rc::from(shown)),
            ToLab::Trace { .. } => {}
        }
    }
}
