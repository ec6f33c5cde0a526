//! What the panel **Sweep** is set to, as words of a link.

use super::show::Show;
use super::started::Started;
use super::state::{LINES, POINTS, Sweeping};
use crate::settings::{Words, number, read};
use interleave_engine::sweep::Scale;

/// A whole number of values or lines.
pub fn within((least, most): (f64, f64), value: f64) -> u32 {
    value.clamp(least, most) as u32
}

/// Every scale, with its name in links and locale keys.
pub const SCALES: [(Scale, &str); 3] = [
    (Scale::Every, "every"),
    (Scale::Linear, "linear"),
    (Scale::Log, "log"),
];

fn scale_name(scale: Scale) -> &'static str {
    let named = SCALES.into_iter().find(|(one, _)| *one == scale);
    named.map_or("", |(_, name)| name)
}

/// The scale of that name.
pub fn scale_of(name: &str) -> Option<Scale> {
    let named = SCALES.into_iter().find(|(_, one)| *one == name);
    named.map(|(scale, _)| scale)
}

/// A name that a form or a setting of the machine can have.
fn axis_name(name: &str) -> Option<String> {
    let is_name = |c: char| c == '_' || c.is_alphanumeric();
    (!name.is_empty() && name.chars().all(is_name)).then(|| name.to_owned())
}

/// A chart is shown: whoever opens the link sees it, too.
const SWEPT: &str = "yes";

impl Sweeping {
    /// Whether a chart of just these settings is shown or on its way.
    fn is_swept(&self) -> bool {
        let comes = |started: &&Started| self.is_running || started.took_ms.is_some();
        let started = self.started.as_ref().filter(comes);
        self.is_due || started.is_some_and(|started| started.sweep == self.sweep(&started.base))
    }

    /// What it is set to, as words of a link.
    pub fn words(&self) -> String {
        let came = Sweeping::default();
        let other = |points: u32, came: u32| (points != came).then_some(points);
        Words::default()
            .say("axis", self.axis.as_ref())
            .say("from", self.from)
            .say("to", self.to)
            .say("scale", self.scale.map(scale_name))
            .say("points", other(self.points, came.points))
            .say("lines", self.lines.as_ref())
            .say("each", other(self.line_points, came.line_points))
            .say("show", (self.show != came.show).then(|| self.show.name()))
            .say("swept", self.is_swept().then_some(SWEPT))
            .text()
    }

    /// What was swept stays.
    pub(super) fn set_to(&mut self, words: &str) {
        *self = Sweeping {
            started: self.started.take(),
            is_running: self.is_running,
            ..Sweeping::default()
        };
        self.unread = read(words, |key, value| {
            match key {
                "axis" => self.axis = Some(axis_name(value)?),
                "from" => self.from = Some(number(value)?),
                "to" => self.to = Some(number(value)?),
                "scale" => self.scale = Some(scale_of(value)?),
                "points" => self.points = within(POINTS, number(value)?),
                "lines" => self.lines = Some(axis_name(value)?),
                "each" => self.line_points = within(LINES, number(value)?),
                "show" => self.show = Show::ALL.into_iter().find(|show| show.name() == value)?,
                "swept" => self.is_due = (value == SWEPT).then_some(true)?,
                _ => return None,
            }
            Some(())
        });
    }
}
