//! Exceptions as the traceback printer wants them: frames with their source lines, chains, hints.

use super::Vm;
use crate::code::Code;
use crate::heap::{Object, TracebackEntry, Value};
use crate::traceback::{ExceptionText, FrameLine, SyntaxPlace, suggestion};
use std::collections::BTreeSet;

/// Marks a line of library source that CPython's traceback would show, with its line number there.
const SHOWN_LINE: &str = "# @";

impl Vm {
    /// What the traceback of an exception shows.
    pub fn exception_report(&mut self, exception: Value) -> ExceptionText {
        self.report_of(exception, &mut Vec::new())
    }

    /// CPython's text of an uncaught exception.
    pub fn format_exception(&mut self, exception: Value) -> String {
        let report = self.exception_report(exception);
        crate::traceback::format_exception(&report, self.options.minor)
    }

    fn report_of(&mut self, exception: Value, seen: &mut Vec<Value>) -> ExceptionText {
        seen.push(exception);
        let class = self.class(self.class_of(exception));
        let type_name = match &*class.module {
            "builtins" | "__main__" => class.qualname.to_string(),
            module => format!("{module}.{}", class.qualname),
        };
        let message = match self.str_nested(exception) {
            Ok(text) => text,
            Err(_) => "<exception str() failed>".to_owned(),
        };
        let hint = self.hint_of(exception);
        let Some(e) = self.exception(exception) else {
            return ExceptionText::default();
        };
        let (entries, cause, context) = (e.traceback.clone(), e.cause, e.context);
        let suppress_context = e.suppress_context;
        let notes = self.notes_of(exception);
        let syntax = self.syntax_place(exception);
        let message = match (&syntax, self.exception_args(exception).first()) {
            (Some(_), Some(&first)) => self
                .text(first)
                .map(|text| text.to_string())
                .or(Some(message)),
            _ => Some(message),
        };
        let group = self.group_members(exception).map(|members| {
            let mut texts = Vec::new();
            for member in members {
                texts.push(self.report_of(member, &mut seen.clone()));
            }
            texts
        });
        let frames = entries
            .iter()
            .rev()
            .filter_map(|entry| self.frame_line(entry))
            .collect();
        let mut link = |vm: &mut Vm, value: Value| {
            if value.is_none() || seen.contains(&value) {
                return None;
            }
            Some(Box::new(vm.report_of(value, seen)))
        };
        let cause = link(self, cause);
        let context = if suppress_context {
            None
        } else {
            link(self, context)
        };
        ExceptionText {
            type_name,
            message,
            hint,
            notes,
            frames,
            cause,
            context,
            suppress_context,
            group,
            syntax,
        }
    }

    /// Where a `SyntaxError` says that it lies.
    fn syntax_place(&self, exception: Value) -> Option<SyntaxPlace> {
        if !self.is_exception(exception, "SyntaxError") {
            return None;
        }
        let args = self.exception_args(exception);
        let place = self.object(*args.get(1)?)?;
        let Object::Tuple(place) = place else {
            return None;
        };
        let number = |at: usize| match place.get(at) {
            Some(Value::Int(number)) => u32::try_from(*number).unwrap_or(0),
            _ => 0,
        };
        Some(SyntaxPlace {
            file: self.text(*place.first()?)?.to_string(),
            line: number(1),
            offset: number(2),
            text: place
                .get(3)
                .and_then(|text| self.text(*text))
                .map(|text| text.to_string()),
            end_line: number(4),
            end_offset: number(5),
            by_module: false,
        })
    }

    fn notes_of(&mut self, exception: Value) -> Vec<String> {
        let name = self.names.notes;
        let items = match self.own_attribute(exception, name) {
            Some(notes) => self.items_of(notes).ok().flatten().unwrap_or_default(),
            None => Vec::new(),
        };
        items
            .into_iter()
            .filter_map(|note| self.text(note))
            .map(|text| text.to_string())
            .collect()
    }

    /// One line of a traceback; `None` for a hidden line of the library.
    pub(super) fn frame_line(&self, entry: &TracebackEntry) -> Option<FrameLine> {
        let code = &*entry.code;
        if code.file == super::import::LIBRARY_FILE {
            return self.library_line(entry);
        }
        let (name, text) = self.files.get(code.file as usize)?;
        let span = code.spans.get(entry.instr as usize)?;
        let (line, col) = position(text, span.start as usize);
        let (end_line, end_col) = position(text, span.end as usize);
        let lines = || text.lines().skip(line - 1);
        Some(FrameLine {
            file: name.clone(),
            line: line as u32,
            end_line: end_line as u32,
            col: col as u32,
            end_col: end_col as u32,
            function: code.name.to_string(),
            source_line: lines().next().map(str::to_owned),
            following_lines: lines()
                .skip(1)
                .take(end_line - line)
                .map(str::to_owned)
                .collect(),
            carets: span.end > span.start,
        })
    }

    fn library_line(&self, entry: &TracebackEntry) -> Option<FrameLine> {
        let code = &*entry.code;
        let Object::Module(module) = self.heap.get(entry.module) else {
            return None;
        };
        let (_, definition) = self.registry.find(&module.name)?;
        let source = definition.source?;
        let span = code.spans.get(entry.instr as usize)?;
        let (line, col) = position(source, span.start as usize);
        let (end_line, end_col) = position(source, span.end as usize);
        let mut lines = source.lines().skip(line - 1);
        let (text, number) = lines.next()?.split_once(SHOWN_LINE)?;
        let more = end_line - line;
        let line: u32 = number.trim().parse().ok()?;
        Some(FrameLine {
            file: definition.shown_as.to_owned(),
            line,
            end_line: line + more as u32,
            col: col as u32,
            end_col: end_col as u32,
            function: code.name.to_string(),
            source_line: Some(text.trim_end().to_owned()),
            following_lines: lines.take(more).map(str::to_owned).collect(),
            carets: span.end > span.start,
        })
    }

    /// `Did you mean: 'x'?`. Source: CPython 3.11, Python/suggestions.c.
    fn hint_of(&mut self, exception: Value) -> Option<String> {
        let e = self.exception(exception)?;
        let (name, object) = (**e.hint.as_ref()?).clone();
        let entry = e.traceback.first().cloned();
        if name.is_empty() {
            return None;
        }
        let best = if self.is_exception(exception, "AttributeError") {
            let mut names = BTreeSet::new();
            self.attribute_names(object, &mut names);
            suggestion(&name, names.iter().map(|name| &**name))
        } else if self.is_exception(exception, "NameError") {
            // The locals first, then the globals, then the builtins.
            let entry = entry?;
            let Code { locals, cells, .. } = &*entry.code;
            let mut tables = vec![locals.iter().chain(cells).copied().collect::<Vec<_>>()];
            for module in [entry.module, self.builtins] {
                if let Object::Module(module) = self.heap.get(module) {
                    tables.push(module.order.clone());
                }
            }
            tables.into_iter().find_map(|table| {
                let names: Vec<_> = table.iter().map(|&name| self.symbol_name(name)).collect();
                suggestion(&name, names.iter().map(|name| &**name))
            })
        } else {
            None
        }?;
        Some(format!("Did you mean: '{best}'?"))
    }

    fn attribute_names(&mut self, object: Value, names: &mut BTreeSet<std::rc::Rc<str>>) {
        let own = self.own_names(object);
        let mut add = |symbol| {
            names.insert(self.symbol_name(symbol));
        };
        own.into_iter().for_each(&mut add);
        if let Some(Object::Module(_)) = self.object(object) {
            return;
        }
        let class = match (self.object(object), object) {
            (Some(Object::Class(_)), Value::Obj(class)) => class,
            _ => self.class_of(object),
        };
        for &base in &self.class(class).mro {
            self.class(base).attrs.iter().for_each(|pair| add(pair.0));
        }
    }
}

/// 1-based line and 0-based column, in characters, of a byte of `text`.
fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset.min(text.len())];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (
        before.matches('\n').count() + 1,
        before[line_start..].chars().count(),
    )
}
