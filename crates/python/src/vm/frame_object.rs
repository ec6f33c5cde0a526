//! Frames, tracebacks and code objects as Python sees them: snapshots, so that nothing in the heap points into a thread's
//! stack. Library frames are hidden unless the traceback shows them. Must not know how they are printed.

use super::attribute::Attribute;
use super::import::LIBRARY_FILE;
use super::{Raised, Vm};
use crate::code::{Code, CodeKind, Symbol};
use crate::heap::{Dict, Host, Object, Ref, TracebackEntry, Value};
use crate::traceback::FrameLine;

/// A frame object's values.
const CODE: usize = 0;
const MODULE: usize = 1;
const LOCALS: usize = 2;
const BACK: usize = 3;

impl Vm {
    /// The script's frames of the running thread, outermost first.
    pub fn stack_lines(&self) -> Vec<FrameLine> {
        let lines = self.frames.iter().filter_map(|frame| {
            let entry = TracebackEntry {
                code: frame.code.code.clone(),
                instr: frame.ip.saturating_sub(1) as u32,
                module: frame.module,
            };
            self.frame_line(&entry)
        });
        lines.collect()
    }

    /// The lines of `exception.__traceback__`, outermost first, from the object that stands for it.
    pub fn traceback_lines(&self, traceback: Value) -> Vec<FrameLine> {
        let Some(Object::Host(host)) = self.object(traceback) else {
            return Vec::new();
        };
        let Some(e) = host.values.first().and_then(|&e| self.exception(e)) else {
            return Vec::new();
        };
        let upto = host
            .numbers
            .first()
            .map_or(e.traceback.len(), |&at| at as usize + 1);
        let entries = e.traceback.iter().take(upto).rev();
        entries.filter_map(|entry| self.frame_line(entry)).collect()
    }

    /// The frame object of the script's `depth`-th frame, 0 the innermost; None where there are fewer.
    pub fn frame_object(&mut self, depth: usize) -> Result<Value, Raised> {
        let visible: Vec<usize> = (0..self.frames.len())
            .filter(|&index| self.frames[index].code.code.file != LIBRARY_FILE)
            .collect();
        let wanted = visible.len().saturating_sub(depth);
        let mut back = Value::None;
        for &index in &visible[..wanted] {
            let frame = &self.frames[index];
            let (code, base, module) = (frame.code.clone(), frame.base, frame.module);
            let line = line_of(&code.code, frame.ip.saturating_sub(1));
            let namespace = frame.namespace;
            let locals = match (code.code.kind, namespace) {
                (CodeKind::Class, Some(namespace)) => Value::Obj(namespace),
                (CodeKind::Function, _) => {
                    let pairs = code.code.locals.iter().enumerate();
                    let pairs = pairs.map(|(at, &name)| (name, self.stack[base + at]));
                    let pairs: Vec<_> = pairs.filter(|pair| !pair.1.is_unbound()).collect();
                    self.dict_of(pairs)?
                }
                _ => Value::None,
            };
            let code = self.heap.value(Object::Code(code));
            back = self.new_frame(code, module, locals, back, line);
        }
        Ok(back)
    }

    pub(super) fn new_frame(
        &mut self,
        code: Value,
        module: Ref,
        locals: Value,
        back: Value,
        line: i64,
    ) -> Value {
        self.heap.value(Object::Host(Box::new(Host {
            class: self.types.frame,
            attrs: Default::default(),
            values: [code, Value::Obj(module), locals, back][..].into(),
            numbers: [line][..].into(),
            words: Default::default(),
            traced: None,
        })))
    }

    /// `exception.__traceback__`: None where it was not raised.
    pub(super) fn traceback_value(&mut self, exception: Value) -> Value {
        let length = self.exception(exception).map_or(0, |e| e.traceback.len());
        self.traceback_from(exception, length)
    }

    /// The traceback of the `length` innermost entries.
    fn traceback_from(&mut self, exception: Value, length: usize) -> Value {
        let Some(e) = self.exception(exception) else {
            return Value::None;
        };
        let shown = (0..length)
            .rev()
            .find(|&at| self.frame_line(&e.traceback[at]).is_some());
        let Some(at) = shown else { return Value::None };
        self.heap.value(Object::Host(Box::new(Host {
            class: self.types.traceback,
            attrs: Default::default(),
            values: [exception][..].into(),
            numbers: [at as i64][..].into(),
            words: Default::default(),
            traced: None,
        })))
    }

    /// `exception.__traceback__ = traceback`
    pub fn set_traceback(&mut self, exception: Value, traceback: Value) -> Result<(), Raised> {
        let source = match self.object(traceback) {
            Some(Object::Host(host)) if host.class == self.types.traceback => {
                let at = host.numbers.first().map_or(0, |&at| at as usize);
                Some((host.values[0], at + 1))
            }
            _ if traceback.is_none() => None,
            _ => return Err(self.type_error("__traceback__ must be a traceback or None")),
        };
        let entries = source.and_then(|(of, length)| {
            let entries = &self.exception(of)?.traceback;
            Some(entries[..length.min(entries.len())].to_vec())
        });
        if let Some(e) = self.exception_mut(exception) {
            e.traceback = entries.unwrap_or_default();
        }
        Ok(())
    }

    /// `tb.tb_lineno`, `frame.f_code` and the like.
    pub(super) fn frame_attribute(
        &mut self,
        host: &Host,
        name: Symbol,
    ) -> Result<Option<Attribute>, Raised> {
        let name = self.symbol_name(name);
        let value = if host.class == self.types.traceback {
            self.traceback_attribute(host, &name)
        } else if host.class == self.types.frame {
            match &*name {
                "f_code" => Some(host.values[CODE]),
                "f_lineno" => Some(Value::Int(host.numbers[0])),
                "f_back" => Some(host.values[BACK]),
                "f_locals" if !host.values[LOCALS].is_none() => Some(host.values[LOCALS]),
                "f_globals" | "f_locals" => {
                    let dict = self.names.dict;
                    Some(self.get_attr_nested(host.values[MODULE], dict)?)
                }
                "f_lasti" => Some(Value::Int(0)),
                "f_trace" => Some(Value::None),
                _ => None,
            }
        } else {
            None
        };
        Ok(value.map(Attribute::Value))
    }

    fn traceback_attribute(&mut self, host: &Host, name: &str) -> Option<Value> {
        let exception = host.values[0];
        let at = host.numbers.first().map_or(0, |&at| at as usize);
        let entry = self.exception(exception)?.traceback.get(at)?.clone();
        Some(match name {
            "tb_lineno" => Value::Int(i64::from(self.frame_line(&entry)?.line)),
            "tb_next" => self.traceback_from(exception, at),
            "tb_lasti" => Value::Int(i64::from(entry.instr) * 2),
            "tb_frame" => {
                let line = i64::from(self.frame_line(&entry)?.line);
                let code = self.load(&entry.code);
                let code = self.heap.value(Object::Code(code));
                let locals = self.heap.dict(Dict::default());
                self.new_frame(code, entry.module, locals, Value::None, line)
            }
            _ => return None,
        })
    }

    /// `code.co_name` and the like.
    pub(super) fn code_attribute(&mut self, code: &Code, name: Symbol) -> Option<Attribute> {
        let name = self.symbol_name(name);
        let value = match &*name {
            "co_name" => self.heap.str(&code.name),
            "co_qualname" => self.heap.str(&code.qualname),
            "co_filename" => {
                let file = self
                    .files
                    .get(code.file as usize)
                    .map_or("<library>".into(), |file| file.0.clone());
                self.heap.string(file)
            }
            "co_firstlineno" => Value::Int(i64::from(code.first_line)),
            "co_argcount" => Value::Int(i64::from(code.positional_count)),
            "co_posonlyargcount" => Value::Int(i64::from(code.positional_only_count)),
            "co_kwonlyargcount" => Value::Int(i64::from(code.keyword_only_count)),
            "co_nlocals" => Value::Int(code.locals.len() as i64),
            "co_stacksize" => Value::Int(i64::from(code.max_stack)),
            "co_varnames" => self.name_tuple(&code.locals),
            "co_cellvars" => self.name_tuple(&code.cells[..code.own_cell_count as usize]),
            "co_freevars" => self.name_tuple(&code.cells[code.own_cell_count as usize..]),
            "co_flags" => Value::Int(code_flags(code)),
            _ => return None,
        };
        Some(Attribute::Value(value))
    }

    fn name_tuple(&mut self, names: &[Symbol]) -> Value {
        let names: Vec<Value> = names.iter().map(|&name| self.symbol_value(name)).collect();
        self.heap.tuple(&names)
    }
}

/// Source: CPython 3.11, Include/cpython/code.h.
fn code_flags(code: &Code) -> i64 {
    let mut flags = if code.kind == CodeKind::Function {
        0x03
    } else {
        0
    };
    for (set, flag) in [
        (code.has_varargs, 0x04),
        (code.has_varkeywords, 0x08),
        (code.is_generator && !code.is_async, 0x20),
        (code.is_async && !code.is_generator, 0x80),
        (code.is_iterable_coroutine, 0x100),
        (code.is_async && code.is_generator, 0x200),
    ] {
        if set {
            flags |= flag;
        }
    }
    flags
}

fn line_of(code: &Code, at: usize) -> i64 {
    code.lines.get(at).map_or(0, |&line| i64::from(line))
}
