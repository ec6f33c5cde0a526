//! Making exceptions.

use super::{Raised, Vm};
use crate::code::Symbol;
use crate::disk::Errno;
use crate::heap::{Attrs, Exception, Object, Ref, Value};
use std::rc::Rc;

impl Vm {
    /// An exception of CPython's class `name` with one message.
    pub fn raise(&mut self, name: &str, message: &str) -> Raised {
        let text = self.heap.str(message);
        self.raise_value(name, &[text])
    }

    /// An exception of CPython's class `name` with these `args`.
    pub fn raise_value(&mut self, name: &str, args: &[Value]) -> Raised {
        let class = self.types.exception(name);
        Raised(self.new_exception(class, args))
    }

    /// An exception object.
    pub fn new_exception(&mut self, class: Ref, args: &[Value]) -> Value {
        let args = self.heap.tuple(args);
        self.heap.value(Object::Exception(Box::new(Exception {
            class,
            args,
            attrs: Attrs::default(),
            traceback: Vec::new(),
            cause: Value::None,
            context: Value::None,
            suppress_context: false,
            payload: Value::Unbound,
            hint: None,
        })))
    }

    /// Sets `args`; an OSError keeps its file name apart. Source: CPython 3.11, `oserror_parse_args`.
    pub fn set_exception_args(&mut self, exception: Value, args: &[Value]) {
        let with_file = (3..=5).contains(&args.len()) && self.is_exception(exception, "OSError");
        let tuple = self.heap.tuple(if with_file { &args[..2] } else { args });
        let other = self.symbols.intern("filename2");
        if let Some(e) = self.exception_mut(exception) {
            e.args = tuple;
            if with_file {
                e.payload = args[2];
                if let Some(&file) = args.get(4) {
                    e.attrs.set(other, file);
                }
            }
        }
    }

    /// `name=`, `obj=` and `path=` of the exceptions that take them.
    pub fn set_exception_keyword(
        &mut self,
        exception: Value,
        name: Symbol,
        value: Value,
    ) -> Result<(), Raised> {
        let key = self.symbol_name(name);
        let import = self.is_exception(exception, "ImportError");
        let attribute = self.is_exception(exception, "AttributeError");
        let known = match &*key {
            "name" => import || attribute || self.is_exception(exception, "NameError"),
            "obj" => attribute,
            "path" => import,
            _ => false,
        };
        if !known {
            let own = self.type_name(exception);
            return Err(self.type_error(&format!("{own}() takes no keyword arguments")));
        }
        let text = self.text(value);
        if let Some(e) = self.exception_mut(exception) {
            let (known, object) = e
                .hint
                .as_deref()
                .cloned()
                .unwrap_or(("".into(), Value::None));
            match (&*key, text) {
                ("name", Some(text)) => e.hint = Some(Box::new((text, object))),
                ("obj", _) => e.hint = Some(Box::new((known, value))),
                _ => {
                    e.attrs.set(name, value);
                }
            }
        }
        Ok(())
    }

    /// The class that `OSError(errno, text)` makes an instance of.
    pub(super) fn os_error_class(&self, args: &[Value]) -> &'static str {
        let errno = match args {
            [Value::Int(errno), _, ..] if args.len() <= 5 => *errno,
            _ => return "OSError",
        };
        Errno(errno).exception()
    }

    /// `TypeError`
    pub fn type_error(&mut self, message: &str) -> Raised {
        self.raise("TypeError", message)
    }

    /// `NameError: name 'x' is not defined`, with a hint for the traceback.
    pub(super) fn name_error(&mut self, name: Symbol) -> Raised {
        let name = self.symbol_name(name);
        let raised = self.raise("NameError", &format!("name '{name}' is not defined"));
        self.hint(raised, name, Value::Unbound)
    }

    /// `AttributeError: 'T' object has no attribute 'x'`, with a hint for the traceback.
    pub fn attribute_error(&mut self, object: Value, name: Symbol) -> Raised {
        let name = self.symbol_name(name);
        let text = match self.object(object) {
            Some(Object::Class(class)) => {
                format!("type object '{}' has no attribute '{name}'", class.name)
            }
            Some(Object::Module(module)) if module.is_loading => format!(
                "partially initialized module '{}' has no attribute '{name}' \
                 (most likely due to a circular import)",
                module.name
            ),
            Some(Object::Module(module)) => {
                format!("module '{}' has no attribute '{name}'", module.name)
            }
            Some(Object::BoundMethod { function, .. })
                if matches!(self.object(*function), Some(Object::Function(_))) =>
            {
                format!("'function' object has no attribute '{name}'")
            }
            _ => format!(
                "'{}' object has no attribute '{name}'",
                self.type_name(object)
            ),
        };
        let raised = self.raise("AttributeError", &text);
        self.hint(raised, name, object)
    }

    fn hint(&mut self, raised: Raised, name: Rc<str>, object: Value) -> Raised {
        if let Value::Obj(r) = raised.0
            && let Object::Exception(exception) = self.heap.get_mut(r)
        {
            exception.hint = Some(Box::new((name, object)));
        }
        raised
    }

    /// Ends the run: the script needs something that is not there yet. Never a wrong answer.
    pub fn not_supported(&mut self, what: &str) -> Raised {
        let place = self.place_here();
        let message = format!("NotSupported: {what}");
        let outcome = interleave_trace::Outcome::NotSupported {
            message: message.clone(),
            place,
        };
        self.end = Some(interleave_kernel::Stop::End(outcome));
        self.raise("SystemError", &message)
    }

    /// Ends the run at the next chance.
    pub fn end_run(&mut self, stop: interleave_kernel::Stop) {
        self.end = Some(stop);
    }

    /// Whether `value` is an exception that is an instance of CPython's class `name`.
    pub fn is_exception(&self, value: Value, name: &str) -> bool {
        self.is_instance(value, self.types.exception(name))
    }

    /// The exception object behind a value.
    pub fn exception(&self, value: Value) -> Option<&Exception> {
        match self.object(value)? {
            Object::Exception(exception) => Some(exception),
            _ => None,
        }
    }

    /// The exception object behind a value.
    pub fn exception_mut(&mut self, value: Value) -> Option<&mut Exception> {
        match self.heap.get_mut(value.as_ref()?) {
            Object::Exception(exception) => Some(exception),
            _ => None,
        }
    }

    /// What `raise value` raises: an instance, or a class that is called without arguments.
    pub(crate) fn exception_from(&mut self, value: Value) -> Result<Value, Raised> {
        if self.exception(value).is_some() {
            return Ok(value);
        }
        if let Some(Object::Class(class)) = self.object(value)
            && class.mro.contains(&self.types.exception("BaseException"))
        {
            let made = self.call_nested(value, super::Args::default())?;
            if self.exception(made).is_some() {
                return Ok(made);
            }
        }
        Err(self.type_error("exceptions must derive from BaseException"))
    }

    /// Sets the context of an exception that is about to be raised: the one being handled, unless
    /// that would close a circle. Source: CPython, `_PyErr_SetObject`.
    pub(super) fn chain_context(&mut self, exception: Value) {
        let Some(&handled) = self.handled.last() else {
            return;
        };
        if handled == exception {
            return;
        }
        let mut walk = handled;
        while let Some(next) = self.exception(walk).map(|e| e.context) {
            if next == exception {
                if let Some(e) = self.exception_mut(walk) {
                    e.context = Value::None;
                }
                break;
            }
            walk = next;
        }
        if let Some(e) = self.exception_mut(exception)
            && e.context.is_none()
        {
            e.context = handled;
        }
    }

    /// Whether an exception matches what an `except` clause names.
    pub(super) fn exception_matches(
        &mut self,
        exception: Value,
        wanted: Value,
    ) -> Result<bool, Raised> {
        let base = self.types.exception("BaseException");
        match self.object(wanted) {
            Some(Object::Class(class)) if class.mro.contains(&base) => {
                let class = wanted.as_ref().expect("a class is an object");
                Ok(self.is_instance(exception, class))
            }
            Some(Object::Tuple(items)) => {
                for &item in items.clone().iter() {
                    if self.exception_matches(exception, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            _ => Err(self.type_error(
                "catching classes that do not inherit from BaseException is not allowed",
            )),
        }
    }
}
