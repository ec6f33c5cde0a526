//! The builtin classes. Their methods are added by the builtins, which know this table. (Over 400 lines
//! because it is one table.)

use super::{Shortcut, Vm};
use crate::code::Named;
use crate::heap::{
    Attrs, AwaiterAction, Class, GeneratorKind, Heap, Layout, Native, Object, Ref, Value,
};
use std::rc::Rc;

macro_rules! types {
    ($($field:ident = $name:literal),* $(,)?) => {
        /// The builtin classes.
        #[derive(Clone, Debug)]
        #[allow(missing_docs)]
        pub struct Types {
            $(pub $field: Ref,)*
            /// Exception classes by name.
            pub exceptions: Named<Ref>,
        }

        impl Types {
            /// Makes the classes in `heap`.
            pub fn new(heap: &mut Heap) -> Types {
                let object = new_class(heap, "object", &[], Layout::Plain);
                let mut types = Types { $($field: object,)* exceptions: Named::default() };
                $(
                    if $name != "object" {
                        types.$field = new_class(heap, $name, &[object], Layout::Plain);
                        let own = types.$field;
                        if let Object::Class(class) = heap.get_mut(own) {
                            class.layout = Layout::Builtin(own);
                        }
                    }
                )*
                types.finish(heap);
                types
            }

            /// Every builtin class that is not an exception.
            pub fn all(&self) -> Vec<Ref> {
                vec![$(self.$field),*]
            }
        }
    };
}

types! {
    object = "object", type_ = "type", none = "NoneType", bool = "bool", int = "int", float = "float", complex = "complex", str = "str",
    bytes = "bytes", bytearray = "bytearray", memoryview = "memoryview", enumerate = "enumerate", zip = "zip", map = "map", filter = "filter",
    reversed = "reversed", callable_iterator = "callable_iterator", tuple = "tuple", list = "list", dict = "dict", set = "set",
    frozenset = "frozenset", range = "range", slice = "slice", function = "function",
    native = "builtin_function_or_method", method = "method", module = "module", cell = "cell", generator = "generator",
    coroutine = "coroutine", async_generator = "async_generator", coroutine_wrapper = "coroutine_wrapper",
    async_generator_asend = "async_generator_asend", async_generator_athrow = "async_generator_athrow",
    property = "property", staticmethod = "staticmethod", classmethod = "classmethod", super_ = "super", code = "code",
    ellipsis = "ellipsis", not_implemented = "NotImplementedType", list_iterator = "list_iterator",
    tuple_iterator = "tuple_iterator", list_reverseiterator = "list_reverseiterator", range_iterator = "range_iterator",
    str_iterator = "str_iterator", str_ascii_iterator = "str_ascii_iterator", bytes_iterator = "bytes_iterator", dict_keyiterator = "dict_keyiterator",
    dict_valueiterator = "dict_valueiterator", dict_itemiterator = "dict_itemiterator", set_iterator = "set_iterator",
    dict_reversekeyiterator = "dict_reversekeyiterator",
    dict_reversevalueiterator = "dict_reversevalueiterator", dict_reverseitemiterator = "dict_reverseitemiterator",
    dict_keys = "dict_keys", dict_values = "dict_values", dict_items = "dict_items", mappingproxy = "mappingproxy",
    traceback = "traceback", frame = "frame",
}

/// The exception classes: name, base. Source: CPython 3.11, "Exception hierarchy".
const EXCEPTIONS: &[(&str, &str)] = &[
    ("BaseException", ""),
    ("BaseExceptionGroup", "BaseException"),
    ("GeneratorExit", "BaseException"),
    ("KeyboardInterrupt", "BaseException"),
    ("SystemExit", "BaseException"),
    ("Exception", "BaseException"),
    ("ArithmeticError", "Exception"),
    ("FloatingPointError", "ArithmeticError"),
    ("OverflowError", "ArithmeticError"),
    ("ZeroDivisionError", "ArithmeticError"),
    ("AssertionError", "Exception"),
    ("AttributeError", "Exception"),
    ("BufferError", "Exception"),
    ("EOFError", "Exception"),
    ("ImportError", "Exception"),
    ("ModuleNotFoundError", "ImportError"),
    ("LookupError", "Exception"),
    ("IndexError", "LookupError"),
    ("KeyError", "LookupError"),
    ("MemoryError", "Exception"),
    ("NameError", "Exception"),
    ("UnboundLocalError", "NameError"),
    ("OSError", "Exception"),
    ("BlockingIOError", "OSError"),
    ("ChildProcessError", "OSError"),
    ("ConnectionError", "OSError"),
    ("BrokenPipeError", "ConnectionError"),
    ("ConnectionAbortedError", "ConnectionError"),
    ("ConnectionRefusedError", "ConnectionError"),
    ("ConnectionResetError", "ConnectionError"),
    ("FileExistsError", "OSError"),
    ("FileNotFoundError", "OSError"),
    ("InterruptedError", "OSError"),
    ("IsADirectoryError", "OSError"),
    ("NotADirectoryError", "OSError"),
    ("PermissionError", "OSError"),
    ("ProcessLookupError", "OSError"),
    ("TimeoutError", "OSError"),
    ("ReferenceError", "Exception"),
    ("RuntimeError", "Exception"),
    ("NotImplementedError", "RuntimeError"),
    ("RecursionError", "RuntimeError"),
    ("StopAsyncIteration", "Exception"),
    ("StopIteration", "Exception"),
    ("SyntaxError", "Exception"),
    ("IndentationError", "SyntaxError"),
    ("TabError", "IndentationError"),
    ("SystemError", "Exception"),
    ("TypeError", "Exception"),
    ("ValueError", "Exception"),
    ("UnicodeError", "ValueError"),
    ("UnicodeDecodeError", "UnicodeError"),
    ("UnicodeEncodeError", "UnicodeError"),
    ("UnicodeTranslateError", "UnicodeError"),
    ("Warning", "Exception"),
    ("BytesWarning", "Warning"),
    ("DeprecationWarning", "Warning"),
    ("EncodingWarning", "Warning"),
    ("FutureWarning", "Warning"),
    ("ImportWarning", "Warning"),
    ("PendingDeprecationWarning", "Warning"),
    ("ResourceWarning", "Warning"),
    ("RuntimeWarning", "Warning"),
    ("SyntaxWarning", "Warning"),
    ("UnicodeWarning", "Warning"),
    ("UserWarning", "Warning"),
];

/// Makes a class of the module `builtins`.
pub fn new_class(heap: &mut Heap, name: &str, bases: &[Ref], layout: Layout) -> Ref {
    let mut mro = vec![Ref(0)];
    if let Some(&base) = bases.first()
        && let Object::Class(class) = heap.get(base)
    {
        mro.extend(class.mro.iter().copied());
    }
    let class = Class {
        name: name.into(),
        qualname: name.into(),
        module: "builtins".into(),
        bases: bases.to_vec(),
        mro,
        attrs: Attrs::default(),
        layout,
        metaclass: None,
        slots: Rc::new([]),
        has_del: false,
        instance_dict: matches!(layout, Layout::Exception | Layout::Host),
        subclasses: Vec::new(),
    };
    let r = heap.alloc(Object::Class(Box::new(class)));
    if let Object::Class(class) = heap.get_mut(r) {
        class.mro[0] = r;
    }
    for &base in bases {
        if let Object::Class(class) = heap.get_mut(base) {
            class.subclasses.push(r);
        }
    }
    r
}

impl Types {
    fn finish(&mut self, heap: &mut Heap) {
        // bool is a kind of int.
        let int_mro = vec![self.bool, self.int, self.object];
        if let Object::Class(class) = heap.get_mut(self.bool) {
            class.bases = vec![self.int];
            class.mro = int_mro;
        }
        for &(name, base) in EXCEPTIONS {
            let base = if base.is_empty() {
                self.object
            } else {
                self.exceptions[base]
            };
            let class = new_class(heap, name, &[base], Layout::Exception);
            self.exceptions.insert(name, class);
        }
        let base_group = self.exceptions["BaseExceptionGroup"];
        let group = new_class(heap, "ExceptionGroup", &[base_group], Layout::Exception);
        let exception = self.exceptions["Exception"];
        if let Object::Class(class) = heap.get_mut(group) {
            class.bases = vec![base_group, exception];
            let base = self.exceptions["BaseException"];
            class.mro = vec![group, base_group, exception, base, self.object];
        }
        self.exceptions.insert("ExceptionGroup", group);
    }

    /// The exception class of that name, which must be one of CPython's.
    pub fn exception(&self, name: &str) -> Ref {
        self.exceptions[name]
    }
}

impl Vm {
    /// Adds native methods to a class.
    pub fn add_methods(&mut self, class: Ref, methods: &[(&'static str, super::NativeFn)]) {
        let owner = self.class(class).name.clone();
        for &(name, function) in methods {
            let symbol = self.symbols.intern(name);
            let native = self.heap.value(Object::Native(Native {
                name,
                function,
                binds: true,
                owner: Some(class),
                shortcut: Shortcut::of_method(&owner, name),
            }));
            self.set_class_attr(class, symbol, native);
        }
    }

    /// Makes a class of the host in `module`: its instances are [`crate::heap::Host`] objects.
    pub fn new_host_class(
        &mut self,
        module: &str,
        name: &'static str,
        methods: &[(&'static str, super::NativeFn)],
    ) -> Ref {
        let object = self.types.object;
        let class = new_class(&mut self.heap, name, &[object], Layout::Host);
        if let Object::Class(class) = self.heap.get_mut(class) {
            class.module = Rc::from(module);
        }
        self.add_methods(class, methods);
        class
    }

    /// Names a class in messages with its module, as CPython does with a class that is written in C.
    pub fn entitle(&mut self, class: Ref) {
        if let Object::Class(class) = self.heap.get_mut(class) {
            class.name = format!("{}.{}", class.module, class.qualname).into();
        }
    }

    /// The same, and its instances take no attributes of the script's.
    pub fn seal(&mut self, class: Ref) {
        self.entitle(class);
        if let Object::Class(class) = self.heap.get_mut(class) {
            class.instance_dict = false;
        }
    }

    /// Adds a native function to a module.
    pub fn add_function(&mut self, module: Ref, name: &'static str, function: super::NativeFn) {
        let native = self.heap.value(Object::Native(Native {
            name,
            function,
            binds: false,
            owner: Some(module),
            shortcut: Shortcut::of_function(name).filter(|_| module == self.builtins),
        }));
        self.set_global(module, name, native);
    }

    /// Sets a global of a module.
    pub fn set_global(&mut self, module: Ref, name: &str, value: Value) {
        let symbol = self.symbols.intern(name);
        if let Object::Module(module) = self.heap.get_mut(module) {
            module.set(symbol, value);
        }
    }

    /// A global of a module, if it is set.
    pub fn global(&mut self, module: Ref, name: &str) -> Option<Value> {
        let symbol = self.symbols.intern(name);
        match self.heap.get(module) {
            Object::Module(module) => Some(module.get(symbol)).filter(|value| !value.is_unbound()),
            _ => None,
        }
    }

    /// The class of a value.
    pub fn class_of(&self, value: Value) -> Ref {
        use crate::heap::BuiltinIterator as I;
        let types = &self.types;
        let r = match value {
            Value::Unbound | Value::None => return types.none,
            Value::Bool(_) => return types.bool,
            Value::Int(_) => return types.int,
            Value::Float(_) => return types.float,
            Value::NotImplemented => return types.not_implemented,
            Value::Ellipsis => return types.ellipsis,
            Value::Obj(r) => r,
        };
        match self.heap.get(r) {
            Object::Str(_) => types.str,
            Object::BigInt(_) => types.int,
            Object::Complex { .. } => types.complex,
            Object::Bytes(_) => types.bytes,
            Object::ByteArray(_) => types.bytearray,
            Object::MemoryView(_) => types.memoryview,
            Object::Tuple(_) => types.tuple,
            Object::List(_) => types.list,
            Object::Dict(dict) => match dict.owner().map(|owner| self.heap.get(owner)) {
                Some(Object::Class(_)) => types.mappingproxy,
                _ => types.dict,
            },
            Object::Set(_) => types.set,
            Object::FrozenSet(_) => types.frozenset,
            Object::Range(_) => types.range,
            Object::Slice(_) => types.slice,
            Object::Function(_) => types.function,
            Object::Native(_) => types.native,
            Object::BoundMethod { function, .. } => match self.object(*function) {
                Some(Object::Native(_)) => types.native,
                _ => types.method,
            },
            Object::Class(class) => class.metaclass.unwrap_or(types.type_),
            Object::Instance(instance) => instance.class,
            Object::Exception(exception) => exception.class,
            Object::Module(_) => types.module,
            Object::Cell(_) => types.cell,
            Object::Generator(generator) => match generator.kind {
                GeneratorKind::Coroutine => types.coroutine,
                GeneratorKind::AsyncGenerator => types.async_generator,
                _ => types.generator,
            },
            Object::Awaiter(awaiter) => match awaiter.action {
                AwaiterAction::Coroutine => types.coroutine_wrapper,
                AwaiterAction::Send(_) => types.async_generator_asend,
                _ => types.async_generator_athrow,
            },
            Object::Iterator(iterator) => match &**iterator {
                I::Sequence { items, .. } => match self.object(*items) {
                    Some(Object::Tuple(_)) => types.tuple_iterator,
                    _ => types.list_iterator,
                },
                I::Reversed { .. } => types.list_reverseiterator,
                I::Range { .. } => types.range_iterator,
                I::Str { text, .. } if text.is_ascii() => types.str_ascii_iterator,
                I::Str { .. } => types.str_iterator,
                I::Bytes { .. } => types.bytes_iterator,
                I::Dict {
                    part,
                    reversed: true,
                    ..
                } => match part {
                    crate::heap::DictPart::Keys => types.dict_reversekeyiterator,
                    crate::heap::DictPart::Values => types.dict_reversevalueiterator,
                    crate::heap::DictPart::Items => types.dict_reverseitemiterator,
                },
                I::Dict { dict, part, .. } => match (self.heap.get(*dict), part) {
                    (Object::Set(_) | Object::FrozenSet(_), _) => types.set_iterator,
                    (_, crate::heap::DictPart::Keys) => types.dict_keyiterator,
                    (_, crate::heap::DictPart::Values) => types.dict_valueiterator,
                    (_, crate::heap::DictPart::Items) => types.dict_itemiterator,
                },
                I::Driven { class, .. } => *class,
                I::Enumerate { .. } => types.enumerate,
                I::Zip { .. } => types.zip,
                I::Empty => types.list_iterator,
            },
            Object::DictView { part, .. } => match part {
                crate::heap::DictPart::Keys => types.dict_keys,
                crate::heap::DictPart::Values => types.dict_values,
                crate::heap::DictPart::Items => types.dict_items,
            },
            Object::Property(_) => types.property,
            Object::StaticMethod(_) => types.staticmethod,
            Object::ClassMethod(_) => types.classmethod,
            Object::Super { .. } => types.super_,
            Object::Code(_) => types.code,
            Object::Host(host) => host.class,
            Object::Stack(_) => types.object,
        }
    }

    /// The name of a value's class, as error messages show it.
    pub fn type_name(&self, value: Value) -> Rc<str> {
        self.class(self.class_of(value)).name.clone()
    }

    /// The class at `r`, which must be one.
    pub fn class(&self, r: Ref) -> &Class {
        match self.heap.get(r) {
            Object::Class(class) => class,
            _ => unreachable!("not a class"),
        }
    }

    /// Whether class `sub` is `base` or derives from it.
    pub fn is_subclass(&self, sub: Ref, base: Ref) -> bool {
        sub == base || self.class(sub).mro.contains(&base)
    }

    /// Whether `value` is an instance of `class`.
    pub fn is_instance(&self, value: Value, class: Ref) -> bool {
        self.is_subclass(self.class_of(value), class)
    }

    /// The builtin value inside: itself, or what an instance of a builtin's subclass wraps.
    #[inline]
    pub fn unwrap(&self, value: Value) -> Value {
        match self.object(value) {
            Some(Object::Instance(instance)) if !instance.base.is_unbound() => instance.base,
            _ => value,
        }
    }
}
