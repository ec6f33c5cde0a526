//! `calendar`: months as text, and questions about months and years; in Python over `datetime`.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "calendar",
    functions: &[],
    set_up: None,
    source: Some(include_str!("calendar.py")),
    shown_as: "/usr/lib/python3.11/calendar.py",
    support: Support {
        there: "`Calendar`, `TextCalendar`, `month`, `calendar`, `prmonth`, `prcal`, `monthcalendar`, `monthrange`, `weekday`, `isleap`, `leapdays`, `timegm`, the names of days and months",
        partial: &[],
        refused: &[("`HTMLCalendar`, `LocaleTextCalendar`", "seldom asked for")],
    },
}];
