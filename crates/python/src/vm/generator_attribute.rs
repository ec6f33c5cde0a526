//! What generators and coroutines tell about themselves: `gi_frame`, `cr_await`, `ag_running` …

use super::{Raised, Vm};
use crate::code::Symbol;
use crate::heap::{Attrs, GeneratorKind, GeneratorState, Host, Object, Ref, Value};

impl Vm {
    /// `gi_running`, `cr_await`, `ag_frame` …
    pub(super) fn generator_attribute(
        &mut self,
        generator: Ref,
        name: Symbol,
    ) -> Result<Option<Value>, Raised> {
        let Object::Generator(object) = self.heap.get(generator) else {
            return Ok(None);
        };
        let (own_name, qualname) = (object.name, object.qualname);
        if name == self.names.name {
            return Ok(Some(own_name));
        }
        if name == self.names.qualname {
            return Ok(Some(qualname));
        }
        let (prefix, awaited) = match object.kind {
            GeneratorKind::Coroutine => ("cr_", "await"),
            GeneratorKind::AsyncGenerator => ("ag_", "await"),
            _ => ("gi_", "yieldfrom"),
        };
        let (is_stepping, delegate, code) =
            (object.is_stepping, object.delegate, object.code.clone());
        let is_async_generator = object.kind == GeneratorKind::AsyncGenerator;
        let running = matches!(object.state, GeneratorState::Running);
        let suspended_at = match &object.state {
            GeneratorState::Suspended(parts) => Some(parts.0.ip),
            _ => None,
        };
        let started = object.started;
        let full = self.symbol_name(name);
        let Some(part) = full.strip_prefix(prefix) else {
            return Ok(None);
        };
        Ok(Some(match part {
            "running" if is_async_generator => Value::Bool(is_stepping),
            "running" => Value::Bool(running),
            "suspended" => Value::Bool(started && suspended_at.is_some()),
            "code" => self.heap.value(Object::Code(code)),
            "origin" if prefix == "cr_" => Value::None,
            "frame" if suspended_at.is_none() && !running => Value::None,
            "frame" => {
                let at = suspended_at.unwrap_or(1).saturating_sub(1);
                let line = if started {
                    code.code.lines.get(at).copied().unwrap_or(0)
                } else {
                    code.code.first_line
                };
                let code = self.heap.value(Object::Code(code));
                let mut attrs = Attrs::default();
                let parts = [
                    ("f_lineno", Value::Int(i64::from(line))),
                    ("f_code", code),
                    (
                        "f_lasti",
                        Value::Int(if started { at as i64 * 2 } else { -1 }),
                    ),
                    ("f_back", Value::None),
                ];
                for (key, value) in parts {
                    attrs.set(self.symbols.intern(key), value);
                }
                self.heap.value(Object::Host(Box::new(Host {
                    class: self.types.frame,
                    attrs,
                    values: Vec::new(),
                    numbers: Vec::new(),
                    words: Default::default(),
                    traced: None,
                })))
            }
            _ if part == awaited => match suspended_at {
                Some(_) if !delegate.is_unbound() => delegate,
                _ => Value::None,
            },
            _ => return Ok(None),
        }))
    }
}
