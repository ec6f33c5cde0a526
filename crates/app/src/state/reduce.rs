//! The reducer: one `match` from what happened to the next state.

use super::work::{Draft, MAX_DRAFTS, is_own_work};
use super::{Action, LINK_OPENED, Look, Notice, NoticeAction, Phase, Reveal, RunReport, State};
use interleave_engine::{FromEngine, Report, Severity};
use interleave_scenario::{Scenario, SourceFile, View, gallery, param};
use interleave_trace::Place;
use std::rc::Rc;
use yew::Reducible;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        next.apply(action);
        Rc::new(next)
    }
}

impl State {
    /// The state after `action`.
    pub(super) fn apply(&mut self, action: Action) {
        match action {
            Action::Edit(text) => self.change_source(text),
            Action::SetSource(text) => {
                self.change_source(text);
                self.doc_revision += 1;
            }
            Action::File(action) => self.apply_to_files(action),
            Action::SetParam(name, literal) => {
                let text = param::rewrite(self.source(), &name, &literal);
                if text != self.source() {
                    self.change_file(0, text);
                    self.doc_revision += 1;
                    self.rerun += 1;
                }
            }
            Action::SetMachine(machine) => {
                let scenario = Rc::make_mut(&mut self.scenario);
                if scenario.machine != machine {
                    scenario.machine = machine;
                    self.note_change();
                    self.rerun += 1;
                }
            }
            Action::Run => {
                self.run_id += 1;
                self.phase = Phase::ASKED;
                self.outdated = false;
            }
            Action::Stop if self.is_running() => self.phase = Phase::Stopping,
            Action::Stop => {}
            Action::Engine(message) => self.hear(message),
            Action::EngineReplaced(notice) => {
                self.phase = Phase::Idle;
                self.notice = Some(notice);
                self.outdated = true;
            }
            Action::Open {
                scenario,
                notice,
                now_ms,
            } => self.open(*scenario, notice, now_ms),
            Action::OpenDraft { index, now_ms } => {
                if index < self.drafts.len() {
                    let draft = Rc::make_mut(&mut self.drafts).remove(index);
                    self.open(draft.scenario, "message.draft_opened", now_ms);
                }
            }
            Action::Select { lane, at_ns, place } => {
                Rc::make_mut(&mut self.scenario).view.selection = Some((lane.0, at_ns));
                self.show_place(place);
            }
            Action::ClearSelection => {
                Rc::make_mut(&mut self.scenario).view.selection = None;
                self.running = Place::NONE;
                self.highlight = None;
            }
            Action::SetRange(range_ns) => {
                Rc::make_mut(&mut self.scenario).view.range_ns = range_ns;
            }
            Action::CursorLine(line) => {
                let file = u8::try_from(self.open_index).unwrap_or(u8::MAX);
                self.highlight = Some(Place::new(file, line));
            }
            Action::GoTo { file, line, column } => {
                self.show_file(file.unwrap_or(self.open_index));
                self.reveal(line, Some(column));
            }
            Action::ShowTab(tab) => {
                Rc::make_mut(&mut self.scenario).view.tab = Some(tab.name().to_owned());
            }
            Action::ShowDialog(dialog) => self.dialog = dialog,
            Action::LabIs(phase) => self.lab = phase,
            Action::Lab(message) => self.hear_lab(message),
            Action::GalleryArrived => self.examples = gallery::all().len(),
            Action::Say(notice) => self.notice = Some(notice),
            Action::CloseNotice => self.notice = None,
            Action::EditorLive => self.editor_live = true,
            Action::SetSettings(settings) => self.settings = settings,
        }
    }

    fn change_source(&mut self, text: String) {
        self.change_file(self.open_index, text);
    }

    fn change_file(&mut self, index: usize, text: String) {
        let scenario = Rc::make_mut(&mut self.scenario);
        match scenario.files.get_mut(index) {
            Some(file) if file.text == text => return,
            Some(file) => file.text = text,
            None => scenario.files.push(SourceFile {
                name: "main.py".to_owned(),
                text,
            }),
        }
        self.running = Place::NONE;
        self.note_change();
    }

    /// Choices belong to the exact script and machine that they were recorded on.
    pub(super) fn note_change(&mut self) {
        Rc::make_mut(&mut self.scenario).choices.clear();
        self.touched += 1;
        self.outdated = self.run_id > 0;
    }

    fn hear(&mut self, message: FromEngine) {
        match message {
            FromEngine::Ready | FromEngine::NeedsWhole | FromEngine::Evaluated { .. } => {}
            FromEngine::Progress {
                id,
                steps,
                virtual_ns,
            } => {
                if id == self.run_id && matches!(self.phase, Phase::Running { .. }) {
                    self.phase = Phase::Running { steps, virtual_ns };
                }
            }
            FromEngine::Done {
                id,
                report,
                took_us,
            } => {
                if id == self.run_id {
                    self.phase = Phase::Idle;
                    self.took_us = took_us;
                    self.reported = id;
                    self.drop_old_errors();
                    self.show(*report);
                }
            }
            FromEngine::Refused { id, diagnostics } => {
                if id == self.run_id {
                    self.phase = Phase::Idle;
                    self.diagnostics = Rc::new(diagnostics);
                }
            }
            FromEngine::Looked {
                id,
                at_ns,
                processes,
            } => {
                if self.wanted_look() == Some((id, at_ns)) {
                    self.look = Some(Look::new(id, at_ns, processes));
                }
            }
            // An answer to a check of an older text is left out; the next one is on its way.
            FromEngine::Checked { id, diagnostics } => {
                if id == self.touched && *self.diagnostics != diagnostics {
                    self.diagnostics = Rc::new(diagnostics);
                }
            }
        }
    }

    /// What ran has no errors, whatever an earlier text had.
    fn drop_old_errors(&mut self) {
        if !self.outdated && self.has_errors() {
            let diagnostics = Rc::make_mut(&mut self.diagnostics);
            diagnostics.retain(|diagnostic| diagnostic.severity != Severity::Error);
        }
    }

    fn show(&mut self, report: Report) {
        let view = &mut Rc::make_mut(&mut self.scenario).view;
        let lanes = report.trace.lanes.len();
        let end_ns = report.trace.end_ns;
        let fits = |(lane, at_ns): &(u32, u64)| (*lane as usize) < lanes && *at_ns <= end_ns;
        if self.keep_view {
            view.selection = view.selection.filter(fits);
            view.range_ns = view
                .range_ns
                .filter(|(from, to)| from < to && *from < end_ns);
        } else {
            *view = View {
                tab: view.tab.take(),
                settings: std::mem::take(&mut view.settings),
                ..View::default()
            };
            self.running = Place::NONE;
        }
        self.keep_view = false;
        self.measured = None;
        self.report = Some(RunReport::new(report));
    }

    /// Own work that would be replaced becomes the newest draft.
    fn open(&mut self, mut scenario: Scenario, notice: &'static str, now_ms: f64) {
        self.dialog = None;
        let replaced = (*self.scenario).clone();
        let same = replaced.files == scenario.files && replaced.machine == scenario.machine;
        self.notice = None;
        if !same && is_own_work(&replaced) {
            self.keep_draft(Draft {
                at_ms: now_ms,
                scenario: replaced,
            });
            self.notice = Some(Notice::info(notice).offering(NoticeAction::BackToWork));
        }
        if notice != LINK_OPENED && scenario.view.settings.is_empty() {
            scenario.view.settings = self.scenario.view.settings.clone();
        }
        self.scenario = Rc::new(scenario);
        self.opened += 1;
        self.doc_revision += 1;
        self.touched += 1;
        self.keep_view = true;
        self.highlight = None;
        self.running = Place::NONE;
        self.open_index = 0;
        self.diagnostics = Rc::default();
        self.apply(Action::Run);
    }

    /// Puts work aside as the newest draft.
    pub(super) fn keep_draft(&mut self, draft: Draft) {
        let drafts = Rc::make_mut(&mut self.drafts);
        drafts.retain(|old| old.scenario.files != draft.scenario.files);
        drafts.insert(0, draft);
        drafts.truncate(MAX_DRAFTS);
    }

    fn show_place(&mut self, place: Place) {
        self.running = Place::NONE;
        if let Some(index) = self.place_index(place) {
            self.running = place;
            self.highlight = Some(place);
            self.show_file(index);
            self.reveal(place.line(), None);
        }
    }

    fn reveal(&mut self, line: u32, cursor_column: Option<u32>) {
        self.reveal = Reveal {
            request: self.reveal.request + 1,
            line,
            cursor_column,
        };
    }
}
