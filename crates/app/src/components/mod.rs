//! The page's components: pure views of the state, each with one stylesheet of its name.

pub mod app;
mod code_editor;
mod console;
mod console_rows;
mod diagnostics;
mod editor_pane;
mod file_tabs;
mod findings;
mod forms;
mod gallery;
mod help;
mod icon;
mod lab_panel;
mod machine_panel;
mod message;
mod modal;
mod network_panel;
mod outcome_banner;
mod plain_editor;
mod splitter;
mod summary;
mod tabs;
mod timeline_pane;
mod top_bar;
mod variables;
