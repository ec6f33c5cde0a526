//! Failed system calls as exceptions. Source: CPython 3.11, Objects/exceptions.c.

use super::{Raised, Vm};
use crate::disk::Errno;
use crate::heap::Value;

impl Vm {
    /// A failed system call on `filename`, which is unbound where it is about no file.
    pub fn os_error(&mut self, errno: Errno, filename: Value) -> Raised {
        self.os_error_between(errno, filename, Value::Unbound)
    }

    /// A failed system call that was about two files.
    pub fn os_error_between(&mut self, errno: Errno, filename: Value, other: Value) -> Raised {
        let text = self.heap.string(errno.text());
        let mut args = vec![Value::Int(errno.0), text];
        if !filename.is_unbound() {
            args.push(filename);
        }
        if !other.is_unbound() {
            args.extend([Value::None, other]);
        }
        let class = self.types.exception(errno.exception());
        let exception = self.new_exception(class, &[]);
        self.set_exception_args(exception, &args);
        Raised(exception)
    }

    /// `str()` of an `OSError` with a number.
    pub(super) fn os_error_text(
        &mut self,
        exception: Value,
        args: &[Value],
    ) -> Result<String, Raised> {
        let errno = self.str_nested(args[0])?;
        let mut text = format!("[Errno {errno}] {}", self.str_nested(args[1])?);
        let other = self.symbols.intern("filename2");
        let files = self
            .exception(exception)
            .map(|e| (e.payload, e.attrs.get(other)));
        let (file, other) = files.unwrap_or((Value::Unbound, None));
        for (file, sign) in [(Some(file), ": "), (other, " -> ")] {
            if let Some(file) = file.filter(|file| !file.is_unbound() && !file.is_none()) {
                text = format!("{text}{sign}{}", self.repr_nested(file)?);
            }
        }
        Ok(text)
    }
}
