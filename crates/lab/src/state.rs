//! The lab's whole state and its one reducer. Owns what is shown; must not touch the browser: what
//! reaches out (the page, the workers) watches a field of this state.

use crate::real::{Happened, Real};
use interleave_lab::bridge::{LabTab, Shown, ToLab};
use interleave_lab::texts::Language;
use interleave_pool::protocol::FromConductor;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::Reducible;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// The page said something.
    Page(ToLab),
    /// The conductor of real runs said something.
    Conductor(FromConductor),
    /// Something happened to the panel **Real run**.
    Real(Happened),
    /// The panel **Compare** runs its ways for real from now on, or no longer.
    Compares(bool),
}

/// The lab's state.
#[derive(Clone, Debug, PartialEq)]
pub struct Lab {
    /// The page's language.
    pub language: Language,
    /// Whether the page is dark.
    pub dark: bool,
    /// The open tab; `None` while none of the lab's is.
    pub open: Option<LabTab>,
    /// What the page holds, as it was last told.
    pub shown: Option<Rc<Shown>>,
    /// What the page last said that the tabs are to be set to.
    pub given: Option<Given>,
    /// The panel **Real run**.
    pub real: Real,
    /// Whether the panel **Compare** has the workers: two at once would take each other's cores.
    pub compares: bool,
}

/// What the page wants the tabs to be set to.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// Grows whenever the page says so.
    pub revision: u32,
    /// The words of each tab, by its name.
    pub words: Rc<BTreeMap<String, String>>,
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
    /// The page has said nothing yet; `isolated` is whether workers can share memory here.
    pub fn new(isolated: bool) -> Lab {
        Lab {
            language: Language::default(),
            dark: false,
            open: None,
            shown: None,
            given: None,
            real: Real::new(isolated),
            compares: false,
        }
    }

    /// The state after `action`.
    fn apply(&mut self, action: Action) {
        match action {
            Action::Page(message) => self.hear(message),
            Action::Conductor(message) => self.real(Happened::Heard(message)),
            Action::Real(happened) => self.real(happened),
            Action::Compares(compares) => self.compares = compares,
        }
    }

    fn real(&mut self, happened: Happened) {
        self.real.apply(happened, self.shown.as_deref());
    }

    fn hear(&mut self, message: ToLab) {
        match message {
            ToLab::Look { language, dark } => {
                self.language = language;
                self.dark = dark;
            }
            ToLab::Open(tab) => self.open = tab,
            ToLab::Shown(shown) => self.shown = Some(Rc::from(shown)),
            ToLab::Settings(words) => {
                let revision = self.given.as_ref().map_or(1, |given| given.revision + 1);
                let words = Rc::new(words);
                self.given = Some(Given { revision, words });
            }
            ToLab::Trace { run, bytes } => self.real(Happened::TraceCame { run, bytes }),
        }
    }
}
