//! From the arguments of a call to a function's locals.

use super::call::Locals;
use super::{Args, Raised, Vm};
use crate::heap::{Function, Object, Ref, Value};
use crate::signature;
use smallvec::SmallVec;

impl Vm {
    /// A function's parameters in order of its locals. Errors are CPython's.
    pub(super) fn bind_arguments(&mut self, function: Ref, args: Args) -> Result<Locals, Raised> {
        let Object::Function(object) = self.heap.get(function) else {
            unreachable!("checked by the caller")
        };
        let object: &Function = object;
        let code = object.code.code.clone();
        let positional_count = code.positional_count as usize;
        let keyword_count = code.keyword_only_count as usize;
        let named = positional_count + keyword_count;
        let total = named + usize::from(code.has_varargs) + usize::from(code.has_varkeywords);
        let mut locals: Locals = SmallVec::from_elem(Value::Unbound, total);
        let given = args.positional.len();
        let taken = given.min(positional_count);
        locals[..taken].copy_from_slice(&args.positional[..taken]);
        let mut extra_keywords = Vec::new();
        let mut unknown = None;
        for &(name, value) in &args.keywords {
            let first = code.positional_only_count as usize;
            match code.locals[first..named]
                .iter()
                .position(|&known| known == name)
            {
                Some(index) if locals[first + index].is_unbound() => locals[first + index] = value,
                Some(_) => unknown = unknown.or(Some((name, true))),
                None if code.has_varkeywords => extra_keywords.push((name, value)),
                None => unknown = unknown.or(Some((name, false))),
            }
        }
        let too_many = given > positional_count && !code.has_varargs;
        let defaults = &object.defaults;
        let first_default = positional_count - defaults.len().min(positional_count);
        for index in first_default..positional_count {
            if locals[index].is_unbound() {
                locals[index] = defaults[index - first_default];
            }
        }
        for &(name, value) in &object.keyword_defaults {
            if let Some(index) = code.locals[positional_count..named]
                .iter()
                .position(|&known| known == name)
                && locals[positional_count + index].is_unbound()
            {
                locals[positional_count + index] = value;
            }
        }
        if unknown.is_some() || too_many || locals[..named].iter().any(|value| value.is_unbound()) {
            return Err(self.signature_error(function, &args));
        }
        if code.has_varargs {
            let rest = args.positional.get(positional_count..).unwrap_or(&[]);
            locals[named] = self.heap.tuple(rest);
        }
        if code.has_varkeywords {
            let dict = self.heap.dict(crate::heap::Dict::default());
            for (name, value) in extra_keywords {
                let key = self.symbol_value(name);
                self.dict_set(dict, key, value)?;
            }
            locals[total - 1] = dict;
        }
        Ok(locals)
    }

    pub(super) fn signature_error(&mut self, function: Ref, args: &Args) -> Raised {
        let Object::Function(object) = self.heap.get(function) else {
            unreachable!("checked by the caller")
        };
        let code = &object.code.code;
        let qualname = self
            .text(object.qualname)
            .unwrap_or_else(|| code.qualname.clone());
        let names: Vec<String> = code
            .locals
            .iter()
            .map(|&name| self.symbols.name(name).to_string())
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let positional = code.positional_count as usize;
        let with_default = |symbol| {
            object
                .keyword_defaults
                .iter()
                .any(|&(known, _)| known == symbol)
        };
        let keyword_only: Vec<(&str, bool)> = (positional
            ..positional + code.keyword_only_count as usize)
            .map(|index| (names[index], with_default(code.locals[index])))
            .collect();
        let keywords: Vec<std::rc::Rc<str>> = args
            .keywords
            .iter()
            .map(|&(name, _)| self.symbol_name(name))
            .collect();
        let keywords: Vec<&str> = keywords.iter().map(|name| &**name).collect();
        let signature = signature::Signature {
            qualname: &qualname,
            positional: &names[..positional],
            positional_only: code.positional_only_count as usize,
            defaults: object.defaults.len(),
            keyword_only: &keyword_only,
            takes_rest: code.has_varargs,
            takes_keywords: code.has_varkeywords,
        };
        let text = signature::call_error(
            &signature,
            args.positional.len(),
            &keywords,
            self.options.minor,
        );
        let text = text.unwrap_or_else(|| format!("{qualname}() got wrong arguments"));
        self.type_error(&text)
    }
}
