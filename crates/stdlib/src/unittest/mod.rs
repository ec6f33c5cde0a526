//! `unittest`: cases, runs and their report, and `unittest.mock`. All of it is Python, so tests can block.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[CASE, RUN, UNITTEST, MOCK];

const CASE: ModuleDef = ModuleDef {
    name: "unittest.case",
    functions: &[],
    set_up: None,
    source: Some(include_str!("case.py")),
    shown_as: "/usr/lib/python3.11/unittest/case.py",
    support: Support::INTERNAL,
};

const RUN: ModuleDef = ModuleDef {
    name: "_unittest_run",
    functions: &[],
    set_up: None,
    source: Some(include_str!("run.py")),
    shown_as: "/usr/lib/python3.11/unittest/runner.py",
    support: Support::INTERNAL,
};

const UNITTEST: ModuleDef = ModuleDef {
    name: "unittest",
    functions: &[],
    set_up: None,
    source: Some(include_str!("unittest.py")),
    shown_as: "/usr/lib/python3.11/unittest/__init__.py",
    support: Support {
        there: "`TestCase` with its assertions, fixtures, skips and subtests, suites, loader, runner, `main`, `IsolatedAsyncioTestCase`",
        partial: &[(
            "`assertEqual`",
            "of lists, dicts and texts shows where they differ first, not a diff",
        )],
        refused: &[("discovery", "a scenario's files are imported by name")],
    },
};

const MOCK: ModuleDef = ModuleDef {
    name: "unittest.mock",
    functions: &[],
    set_up: None,
    source: Some(include_str!("mock.py")),
    shown_as: "/usr/lib/python3.11/unittest/mock.py",
    support: Support {
        there: "`Mock`, `MagicMock`, `AsyncMock`, `patch` in its forms, `call`, `sentinel`, `ANY`, `mock_open`",
        partial: &[("`spec`", "names are checked, signatures are not")],
        refused: &[],
    },
};
