//! The assembler: appends instructions with their spans, places labels, keeps the exception table
//! and follows the depth of the stack. Knows instructions, not syntax.
//!
//! Code that cannot be reached is not emitted, so every instruction has one known stack depth.

use std::collections::BTreeMap;

use super::effect::{effect, ends_flow, jump_target};
use crate::code::{Const, Handler, Instr, Span};

/// A place to jump to, known or yet to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(u32);

/// A row of the exception table in the making.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HandlerId(u32);

#[derive(Clone, Copy, Default)]
struct LabelState {
    position: u32,
    /// Stack depth and handled depth of the jumps to it.
    depths: Option<(u32, u32)>,
}

struct HandlerState {
    target: u32,
    stack_depth: u32,
    handled_depth: u32,
    used: bool,
}

/// The instructions of one code object, in the making.
pub(super) struct Assembler {
    /// The span of the instructions that come next.
    pub(super) span: Span,
    /// The handler of the instructions that come next.
    pub(super) handler: Option<HandlerId>,
    instrs: Vec<Instr>,
    spans: Vec<Span>,
    covered_by: Vec<Option<HandlerId>>,
    labels: Vec<LabelState>,
    handlers: Vec<HandlerState>,
    consts: Vec<Const>,
    const_indices: BTreeMap<String, u32>,
    depth: u32,
    max_depth: u32,
    handled_depth: u32,
    reachable: bool,
}

/// What [`Assembler::finish`] hands over.
pub(super) struct Assembled {
    pub(super) instrs: Vec<Instr>,
    pub(super) spans: Vec<Span>,
    pub(super) handlers: Vec<Handler>,
    pub(super) consts: Vec<Const>,
    pub(super) max_stack: u32,
}

impl Assembler {
    pub(super) fn new(span: Span) -> Self {
        Self {
            span,
            handler: None,
            instrs: Vec::new(),
            spans: Vec::new(),
            covered_by: Vec::new(),
            labels: Vec::new(),
            handlers: Vec::new(),
            consts: Vec::new(),
            const_indices: BTreeMap::new(),
            depth: 0,
            max_depth: 0,
            handled_depth: 0,
            reachable: true,
        }
    }

    /// The span of the last instruction emitted.
    pub(super) fn last_span(&self) -> Span {
        self.spans.last().copied().unwrap_or(self.span)
    }

    /// Appends `instr`, which does not jump.
    pub(super) fn emit(&mut self, instr: Instr) {
        if !self.reachable {
            return;
        }
        let effect = effect(&instr);
        self.append(instr);
        self.move_depth(effect.pops, effect.pushes);
        if instr == Instr::PopExcept {
            self.handled_depth = self.handled_depth.saturating_sub(1);
        }
        self.reachable = !ends_flow(&instr);
    }

    /// Appends a jump to `label`.
    pub(super) fn jump(&mut self, make: fn(u32) -> Instr, label: Label) {
        if !self.reachable {
            return;
        }
        let instr = make(label.0);
        let effect = effect(&instr);
        let depth = (self.depth + effect.pushes_on_jump).saturating_sub(effect.pops);
        self.labels[label.0 as usize].depths = Some((depth, self.handled_depth));
        self.append(instr);
        self.move_depth(effect.pops, effect.pushes);
        self.reachable = !ends_flow(&instr);
    }

    fn append(&mut self, instr: Instr) {
        self.instrs.push(instr);
        self.spans.push(self.span);
        self.covered_by.push(self.handler);
        if let Some(handler) = self.handler {
            self.handlers[handler.0 as usize].used = true;
        }
    }

    fn move_depth(&mut self, pops: u32, pushes: u32) {
        self.depth = self.depth.saturating_sub(pops) + pushes;
        self.max_depth = self.max_depth.max(self.depth);
    }

    /// Loads a constant.
    pub(super) fn load_const(&mut self, value: Const) {
        if self.reachable {
            let index = self.constant(value);
            self.emit(Instr::LoadConst(index));
        }
    }

    /// The index of `value` among the constants.
    pub(super) fn constant(&mut self, value: Const) -> u32 {
        let next = self.consts.len() as u32;
        if !matches!(value, Const::Code(_)) {
            let index = *self.const_indices.entry(value.identity()).or_insert(next);
            if index < next {
                return index;
            }
        }
        self.consts.push(value);
        next
    }

    /// A label to be placed later.
    pub(super) fn label(&mut self) -> Label {
        self.labels.push(LabelState::default());
        Label(self.labels.len() as u32 - 1)
    }

    /// Places `label` here.
    pub(super) fn place(&mut self, label: Label) {
        let state = &mut self.labels[label.0 as usize];
        state.position = self.instrs.len() as u32;
        if !self.reachable
            && let Some((depth, handled_depth)) = state.depths
        {
            self.depth = depth;
            self.handled_depth = handled_depth;
            self.reachable = true;
        }
    }

    /// A label placed here, to jump back to.
    pub(super) fn label_here(&mut self) -> Label {
        let label = self.label();
        self.place(label);
        label
    }

    /// From here on exceptions go to a new handler, with all but `dropped` of the present values
    /// kept below the exception.
    pub(super) fn protect(&mut self, dropped: u32) -> HandlerId {
        self.handlers.push(HandlerState {
            target: 0,
            stack_depth: self.depth.saturating_sub(dropped),
            handled_depth: self.handled_depth,
            used: false,
        });
        let id = HandlerId(self.handlers.len() as u32 - 1);
        self.handler = Some(id);
        id
    }

    /// The code of `handler` starts here: the exception lies on the stack.
    pub(super) fn enter_handler(&mut self, handler: HandlerId) {
        let position = self.instrs.len() as u32;
        let state = &mut self.handlers[handler.0 as usize];
        state.target = position;
        self.depth = state.stack_depth + 1;
        self.handled_depth = state.handled_depth + 1;
        self.reachable = state.used;
        if self.reachable {
            self.max_depth = self.max_depth.max(self.depth);
        }
    }

    /// The finished instructions, labels resolved.
    pub(super) fn finish(mut self) -> Assembled {
        for instr in &mut self.instrs {
            if let Some(target) = jump_target(instr) {
                *target = self.labels[*target as usize].position;
            }
        }
        let mut rows: Vec<Handler> = Vec::new();
        let mut last = None;
        for (index, &covered_by) in self.covered_by.iter().enumerate() {
            let index = index as u32;
            if let Some(id) = covered_by {
                if last == Some(id)
                    && let Some(row) = rows.last_mut()
                {
                    row.end = index + 1;
                } else {
                    let state = &self.handlers[id.0 as usize];
                    rows.push(Handler {
                        start: index,
                        end: index + 1,
                        target: state.target,
                        stack_depth: state.stack_depth,
                        handled_depth: state.handled_depth,
                    });
                }
            }
            last = covered_by;
        }
        Assembled {
            instrs: self.instrs,
            spans: self.spans,
            handlers: rows,
            consts: self.consts,
            max_stack: self.max_depth,
        }
    }
}
