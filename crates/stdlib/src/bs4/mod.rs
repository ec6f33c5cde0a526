//! `bs4`: a page as a tree, over `html.parser`.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "bs4",
        functions: &[],
        set_up: None,
        source: Some(concat!(
            include_str!("tree.py"),
            "\n",
            include_str!("select.py"),
            "\n",
            include_str!("soup.py")
        )),
        shown_as: "/usr/lib/python3/dist-packages/bs4/__init__.py",
        support: Support {
            there: "`BeautifulSoup`, `Tag` and `NavigableString`: `find`, `find_all` and their kin, `select` with the usual selectors, `get_text`, `stripped_strings`, attributes, moving about the tree, changing it, `prettify`",
            partial: &[(
                "parsers",
                "`html.parser` for every name; `lxml` and `html5lib` mend some pages otherwise",
            )],
            refused: &[],
        },
    },
    ModuleDef {
        name: "bs4.element",
        functions: &[],
        set_up: None,
        source: Some(
            "\"\"\"bs4's classes by the name of their part.\n\"\"\"\nfrom bs4 import CData, Comment, NavigableString, PageElement, ResultSet, SoupStrainer, Tag\n",
        ),
        shown_as: "",
        support: Support::INTERNAL,
    },
];
