//! Attributes that builtin objects compute: `f.__name__`, `C.__mro__`, `e.args` …

use super::attribute::Attribute;
use super::{Raised, Vm};
use crate::code::Symbol;
use crate::heap::{Dict, Object, Ref, Value};

impl Vm {
    /// An attribute that the object computes; `None` where it has no such.
    pub(super) fn computed_attribute(
        &mut self,
        object: Value,
        name: Symbol,
    ) -> Result<Option<Attribute>, Raised> {
        if name == self.names.class {
            return Ok(Some(Attribute::Value(Value::Obj(self.class_of(object)))));
        }
        let Some(r) = object.as_ref() else {
            return Ok(self.number_attribute(object, name));
        };
        let n = self.names.clone();
        let value = match self.heap.get(r) {
            Object::Function(f) => match name {
                _ if name == n.name => f.name,
                _ if name == n.qualname => f.qualname,
                _ if name == n.doc => f.doc,
                _ if name == n.module => {
                    let text = match self.heap.get(f.module) {
                        Object::Module(module) => module.name.clone(),
                        _ => "".into(),
                    };
                    self.heap.str(&text)
                }
                _ if name == n.annotations => {
                    if f.annotations.is_none() {
                        let dict = self.heap.dict(Dict::default());
                        if let Object::Function(f) = self.heap.get_mut(r) {
                            f.annotations = dict;
                        }
                        dict
                    } else {
                        f.annotations
                    }
                }
                _ if name == n.defaults => {
                    let defaults = f.defaults.clone();
                    if defaults.is_empty() {
                        Value::None
                    } else {
                        self.heap.tuple(&defaults)
                    }
                }
                _ if name == n.code => self.code_of_function(r),
                _ if name == n.dict => {
                    let pairs: Vec<_> = f.attrs.iter().collect();
                    self.owned_dict(r, pairs)?
                }
                _ => return self.function_part(r, name),
            },
            Object::Cell(value) if &*self.symbol_name(name) == "cell_contents" => {
                let value = *value;
                if value.is_unbound() {
                    return Err(self.raise("ValueError", "Cell is empty"));
                }
                value
            }
            Object::Native(native) => {
                let owner = native.owner.map(|owner| self.heap.get(owner));
                if name == n.name {
                    let text = native.name;
                    self.heap.str(text)
                } else if name == n.qualname {
                    let text = match owner {
                        Some(Object::Class(class)) => format!("{}.{}", class.qualname, native.name),
                        _ => native.name.to_owned(),
                    };
                    self.heap.string(text)
                } else if name == n.module {
                    let text = match owner {
                        Some(Object::Module(module)) => module.name.clone(),
                        Some(Object::Class(_)) => return Ok(None),
                        _ => "builtins".into(),
                    };
                    self.heap.str(&text)
                } else if name == n.doc {
                    Value::None
                } else {
                    return Ok(None);
                }
            }
            Object::BoundMethod { function, receiver } => {
                let (function, receiver) = (*function, *receiver);
                if name == n.self_ {
                    receiver
                } else if name == n.func {
                    function
                } else {
                    let class = self.class_of(function);
                    return self.find_attribute(function, class, name);
                }
            }
            Object::Class(class) => match name {
                _ if name == n.name => {
                    // A class named with its module in messages (`datetime.date`) is `date` by itself.
                    let (text, module) = (class.name.clone(), class.module.clone());
                    let bare = text
                        .strip_prefix(&*module)
                        .and_then(|rest| rest.strip_prefix('.'));
                    self.heap.str(bare.unwrap_or(&text))
                }
                _ if name == n.qualname => {
                    let text = class.qualname.clone();
                    self.heap.str(&text)
                }
                _ if name == n.module => {
                    let text = class.module.clone();
                    self.heap.str(&text)
                }
                _ if name == n.mro => {
                    let mro: Vec<Value> = class.mro.iter().map(|&r| Value::Obj(r)).collect();
                    self.heap.tuple(&mro)
                }
                _ if name == n.bases => {
                    let bases: Vec<Value> = class.bases.iter().map(|&r| Value::Obj(r)).collect();
                    self.heap.tuple(&bases)
                }
                _ if name == n.doc => Value::None,
                _ if name == n.annotations => self.heap.dict(Dict::default()),
                _ if name == n.dict => {
                    let pairs: Vec<_> = class.attrs.iter().collect();
                    self.owned_dict(r, pairs)?
                }
                _ if &*self.symbol_name(name) == "__base__" => class
                    .bases
                    .first()
                    .map_or(Value::None, |&base| Value::Obj(base)),
                _ => return Ok(None),
            },
            Object::Instance(_) if name == n.dict => match self.instance_dict(r) {
                Some(dict) => Value::Obj(dict),
                None => return Ok(None),
            },
            Object::Host(host)
                if host.class == self.types.traceback || host.class == self.types.frame =>
            {
                let host = host.clone();
                return self.frame_attribute(&host, name);
            }
            Object::Code(code) => {
                let code = code.code.clone();
                return Ok(self.code_attribute(&code, name));
            }
            Object::Host(host) if name == n.dict => {
                let pairs: Vec<_> = host.attrs.iter().collect();
                self.owned_dict(r, pairs)?
            }
            Object::Module(module) => {
                if name == n.name {
                    let text = module.name.clone();
                    self.heap.str(&text)
                } else if name == n.dict {
                    self.module_dict(r)?
                } else if name == n.doc {
                    Value::None
                } else {
                    return Ok(None);
                }
            }
            Object::Exception(e) => match name {
                _ if name == n.args => e.args,
                _ if name == n.cause => e.cause,
                _ if name == n.context => e.context,
                _ if name == n.suppress_context => Value::Bool(e.suppress_context),
                _ if name == n.traceback => self.traceback_value(object),
                _ if name == n.dict => {
                    let pairs: Vec<_> = e.attrs.iter().collect();
                    self.owned_dict(r, pairs)?
                }
                _ => return Ok(self.exception_field(object, name)),
            },
            Object::Property(property) => {
                let property = **property;
                match &*self.symbol_name(name) {
                    "fget" => property.getter,
                    "fset" => property.setter,
                    "fdel" => property.deleter,
                    "__doc__" => property.doc,
                    "__isabstractmethod__" => {
                        let flag = self.symbols.intern("__isabstractmethod__");
                        let mut found = false;
                        for part in [property.getter, property.setter, property.deleter] {
                            found |= self.own_attribute(part, flag) == Some(Value::Bool(true));
                        }
                        Value::Bool(found)
                    }
                    _ => return Ok(None),
                }
            }
            Object::Generator(_) => match self.generator_attribute(r, name)? {
                Some(value) => value,
                None => return Ok(None),
            },
            Object::StaticMethod(function) | Object::ClassMethod(function)
                if name == n.func || name == n.wrapped =>
            {
                *function
            }
            Object::Range(range) => {
                let range = **range;
                return Ok(match &*self.symbol_name(name) {
                    "start" => Some(Attribute::Value(Value::Int(range.start))),
                    "stop" => Some(Attribute::Value(Value::Int(range.stop))),
                    "step" => Some(Attribute::Value(Value::Int(range.step))),
                    _ => None,
                });
            }
            Object::Slice(parts) => {
                let parts = **parts;
                return Ok(match &*self.symbol_name(name) {
                    "start" => Some(Attribute::Value(parts[0])),
                    "stop" => Some(Attribute::Value(parts[1])),
                    "step" => Some(Attribute::Value(parts[2])),
                    _ => None,
                });
            }
            Object::DictView { dict, .. } if &*self.symbol_name(name) == "mapping" => {
                Value::Obj(*dict)
            }
            Object::MemoryView(_) => {
                let name = self.symbol_name(name);
                return Ok(self.memoryview_field(object, &name).map(Attribute::Value));
            }
            Object::BigInt(_) | Object::Complex { .. } => {
                return Ok(self.number_attribute(object, name));
            }
            Object::Instance(instance) if !instance.base.is_unbound() => {
                let base = instance.base;
                return self.computed_attribute(base, name);
            }
            _ => return Ok(None),
        };
        Ok(Some(Attribute::Value(value)))
    }

    fn number_attribute(&mut self, object: Value, name: Symbol) -> Option<Attribute> {
        if let Some(&Object::Complex { real, imag }) = self.object(object) {
            return match &*self.symbol_name(name) {
                "real" => Some(Attribute::Value(Value::Float(real))),
                "imag" => Some(Attribute::Value(Value::Float(imag))),
                _ => None,
            };
        }
        let is_int = self.int_of(object).is_some();
        let value = match (object, &*self.symbol_name(name)) {
            (_, "real" | "numerator") if is_int => match object {
                Value::Bool(b) => Value::Int(i64::from(b)),
                _ => object,
            },
            (_, "imag") if is_int => Value::Int(0),
            (_, "denominator") if is_int => Value::Int(1),
            (Value::Float(_), "real") => object,
            (Value::Float(_), "imag") => Value::Float(0.0),
            _ => return None,
        };
        Some(Attribute::Value(value))
    }

    /// A dict of names.
    pub fn dict_of(&mut self, pairs: Vec<(Symbol, Value)>) -> Result<Value, Raised> {
        let dict = self.heap.dict(Dict::default());
        for (name, value) in pairs {
            let key = self.symbol_value(name);
            self.dict_set(dict, key, value)?;
        }
        Ok(dict)
    }

    /// Sets an attribute of a function or an exception.
    pub(super) fn store_computed(
        &mut self,
        r: Ref,
        name: Symbol,
        value: Value,
    ) -> Result<(), Raised> {
        let n = self.names.clone();
        if [n.cause, n.context].contains(&name) && self.exception(Value::Obj(r)).is_some() {
            let known = value.is_none() || self.exception(value).is_some();
            if !known {
                let what = if name == n.cause { "cause" } else { "context" };
                let text = format!("exception {what} must be None or derive from BaseException");
                return Err(self.type_error(&text));
            }
        }
        let is_function = matches!(self.heap.get(r), Object::Function(_));
        if is_function && (name == n.defaults || &**self.symbols.name(name) == "__kwdefaults__") {
            return self.store_defaults(r, name, value);
        }
        match self.heap.get_mut(r) {
            Object::Function(f) => match name {
                _ if name == n.name => f.name = value,
                _ if name == n.qualname => f.qualname = value,
                _ if name == n.doc => f.doc = value,
                _ if name == n.annotations => f.annotations = value,
                _ => {
                    f.attrs.set(name, value);
                }
            },
            Object::Exception(e) => match name {
                _ if name == n.cause => {
                    e.cause = value;
                    e.suppress_context = true;
                }
                _ if name == n.context => e.context = value,
                _ if name == n.suppress_context => e.suppress_context = value == Value::Bool(true),
                _ if name == n.args => e.args = value,
                _ if name == n.traceback => return self.set_traceback(Value::Obj(r), value),
                _ => {
                    e.attrs.set(name, value);
                }
            },
            _ => {}
        }
        Ok(())
    }
}
