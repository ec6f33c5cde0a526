//! What generators and coroutines tell about themselves: `gi_frame`, `cr_await`, `ag_running` …

use super::{Args, Raised, Vm};
use crate::code::Symbol;
use crate::heap::{GeneratorKind, GeneratorState, Object, Ref, Value};

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
            "frame" => self.generator_frame(generator, started)?,
            _ if part == awaited => match suspended_at {
                Some(_) if self.await_step(delegate).is_some() => {
                    let iterator = self.special(delegate, self.names.await_);
                    let iterator = iterator.expect("it can be awaited");
                    self.call_nested(iterator, Args::of(&[delegate]))?
                }
                Some(_) if !delegate.is_unbound() => delegate,
                _ => Value::None,
            },
            _ => return Ok(None),
        }))
    }

    /// The frame of a generator that is not over: where it stands, and its locals.
    fn generator_frame(&mut self, generator: Ref, started: bool) -> Result<Value, Raised> {
        let Object::Generator(object) = self.heap.get(generator) else {
            return Ok(Value::None);
        };
        let code = object.code.clone();
        let names = &code.code.locals;
        let (ip, module, values) = match &object.state {
            GeneratorState::Suspended(parts) => (parts.0.ip, parts.0.module, parts.1.clone()),
            _ => {
                let running = self
                    .frames
                    .iter()
                    .find(|frame| frame.generator == Some(generator));
                match running {
                    Some(frame) => {
                        let locals = self.stack.iter().skip(frame.base).take(names.len());
                        (frame.ip, frame.module, locals.copied().collect())
                    }
                    None => return Ok(Value::None),
                }
            }
        };
        let line = match started {
            true => code.code.lines.get(ip.saturating_sub(1)).copied(),
            false => Some(code.code.first_line),
        };
        let pairs = names.iter().copied().zip(values);
        let pairs: Vec<_> = pairs.filter(|pair| !pair.1.is_unbound()).collect();
        let locals = self.dict_of(pairs)?;
        let code = self.heap.value(Object::Code(code));
        let line = i64::from(line.unwrap_or(0));
        Ok(self.new_frame(code, module, locals, Value::None, line))
    }
}
