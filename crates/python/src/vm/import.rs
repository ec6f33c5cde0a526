//! Modules: the registry of the library, running their code, names of modules and class bodies.

use super::compiled_library::Compiled;
use super::{Args, Frame, NativeFn, NativeResult, OnReturn, Raised, Support, Vm};
use crate::code::{Code, Symbol};
use crate::heap::{LoadedCode, Module, Object, Ref, Value};
use std::rc::Rc;

/// A module of the library. A module is data: its natives, a set-up step, and Python source.
#[derive(Clone)]
pub struct ModuleDef {
    /// Its dotted name.
    pub name: &'static str,
    /// Native functions.
    pub functions: &'static [(&'static str, NativeFn)],
    /// Adds constants and classes.
    pub set_up: Option<fn(&mut Vm, Ref)>,
    /// Its part written in Python, run on import after the rest is there.
    pub source: Option<&'static str>,
    /// The file that CPython's tracebacks show for it (`/usr/lib/python3.11/threading.py`).
    pub shown_as: &'static str,
    /// What of CPython's module is here.
    pub support: Support,
}

impl std::fmt::Debug for ModuleDef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<module {}>", self.name)
    }
}

/// The library: every module that a script can import.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    /// In any order; names are unique.
    pub modules: Vec<ModuleDef>,
    /// The public names of CPython's own modules: a line `module:name name …` for each of some modules.
    pub cpython_names: &'static str,
    /// Whether the module of this dotted name, which is not here, is likely to be there for others. Without it none is.
    pub elsewhere: Option<fn(&str) -> bool>,
    /// `eval`, `exec` and `compile`, for those who have them.
    pub evaluation: Option<Evaluation>,
    /// What earlier runs with the same modules have compiled, the latest last.
    pub compiled: Vec<Rc<Compiled>>,
}

/// Text that becomes code while the script runs.
#[derive(Clone, Copy, Debug)]
pub struct Evaluation {
    /// `eval` and `exec`, told apart by their name.
    pub run: fn(&mut Vm, Args, &'static str) -> NativeResult,
    /// `compile`
    pub compile: NativeFn,
}

impl Registry {
    /// The module of that name and its number.
    pub fn find(&self, name: &str) -> Option<(usize, &ModuleDef)> {
        self.modules
            .iter()
            .enumerate()
            .find(|(_, module)| module.name == name)
    }

    /// Whether CPython's module of that name has `name`; `None` where its names are not known here.
    pub fn cpython_has(&self, module: &str, name: &str) -> Option<bool> {
        if name.starts_with('_') {
            return None;
        }
        let rest = |line: &'static str| line.strip_prefix(module)?.strip_prefix(':');
        let names = self.cpython_names.lines().find_map(rest)?;
        Some(names.split(' ').any(|known| known == name))
    }

    /// Whether others are likely to have the module of this dotted name.
    pub fn is_elsewhere(&self, name: &str) -> bool {
        self.elsewhere.is_some_and(|elsewhere| elsewhere(name))
    }

    /// Whether `name` is a module or a package of one.
    pub fn knows(&self, name: &str) -> bool {
        let package = format!("{name}.");
        self.modules
            .iter()
            .any(|module| module.name == name || module.name.starts_with(&package))
    }
}

/// Places of library code have this file number.
pub const LIBRARY_FILE: u8 = 255;

impl Vm {
    /// A new, empty module, entered in `sys.modules`.
    pub fn new_module(&mut self, name: &str, is_library: bool) -> Ref {
        let module = Module {
            name: name.into(),
            globals: Vec::new(),
            order: Vec::new(),
            is_library,
            dict: None,
            is_loading: false,
        };
        let module = self.heap.alloc(Object::Module(Box::new(module)));
        let text = self.heap.str(name);
        self.set_global(module, "__name__", text);
        self.set_global(module, "__doc__", Value::None);
        self.enter_module(name, module);
        module
    }

    /// Pushes the frame of a module's body.
    pub(crate) fn push_module(&mut self, code: Rc<LoadedCode>, module: Ref, on_return: OnReturn) {
        let base = self.stack.len();
        self.stack
            .resize(base + code.code.locals.len(), Value::Unbound);
        let own = code.code.own_cell_count;
        let cells = (0..own)
            .map(|_| self.heap.alloc(Object::Cell(Value::Unbound)))
            .collect();
        self.frames.push(Frame {
            code,
            ip: 0,
            base,
            bottom: base,
            module,
            cells,
            namespace: None,
            handled_base: self.handled.len(),
            on_return,
            generator: None,
        });
    }

    /// Imports a library module without a switch, for native code. `None` where there is none.
    pub fn import_library(&mut self, name: &str) -> Result<Option<Ref>, Raised> {
        if let Some(&module) = self.modules.get(name) {
            return Ok(Some(module));
        }
        let registry = self.registry.clone();
        match registry.find(name) {
            Some((_, definition)) => self.import_definition(definition).map(Some),
            None => Ok(None),
        }
    }

    /// Loads a module of the library.
    pub(crate) fn import_definition(&mut self, definition: &ModuleDef) -> Result<Ref, Raised> {
        let module = self.new_module(definition.name, true);
        if definition.shown_as.starts_with('/') {
            let file = self.heap.str(definition.shown_as);
            self.set_global(module, "__file__", file);
        }
        for &(name, function) in definition.functions {
            self.add_function(module, name, function);
        }
        if let Some(set_up) = definition.set_up {
            set_up(self, module);
        }
        if let Some(source) = definition.source {
            let code = self.compile_library(definition, source);
            self.run_library(code, module)?;
        }
        Ok(module)
    }

    /// Runs a library module's body, or a part of it, without a switch.
    fn run_library(&mut self, code: Rc<LoadedCode>, module: Ref) -> Result<(), Raised> {
        let spent = self.spent_ps;
        let depth = self.frames.len();
        self.nested += 1;
        self.push_module(code, module, OnReturn::Nested);
        let result = self.run_nested(depth);
        self.nested -= 1;
        result?;
        if let Some(result) = self.nested_result.take() {
            result?;
        }
        // Importing the library costs what CPython's own start-up has paid already.
        self.spent_ps = spent;
        Ok(())
    }

    /// Compiles a function that the library wrote for a script's class (a dataclass's `__init__`), as CPython does by
    /// `exec`, and gives the global `name` that the source defines.
    pub fn define(&mut self, source: &str, name: &str) -> Result<Value, Raised> {
        const WORKSHOP: &str = "_generated";
        let module = match self.modules.get(WORKSHOP) {
            Some(&module) => module,
            None => self.new_module(WORKSHOP, true),
        };
        let parsed = crate::syntax::parse("<string>", source, 14);
        let code =
            crate::compile::compile_module(&parsed.module, source, LIBRARY_FILE, &mut self.symbols);
        let code = match code {
            Ok(code) if !parsed.has_errors() => self.load(&Rc::new(code)),
            _ => return Err(self.raise("SyntaxError", "invalid syntax")),
        };
        self.run_library(code, module)?;
        Ok(self.global(module, name).unwrap_or(Value::None))
    }

    /// A global of `module`.
    pub(super) fn global_in(&self, module: Ref, name: Symbol) -> Value {
        match self.heap.get(module) {
            Object::Module(module) => module.get(name),
            _ => Value::Unbound,
        }
    }

    /// A global of `module`, else a builtin.
    pub(super) fn global_or_builtin(&self, module: Ref, name: Symbol) -> Value {
        let value = self.global_in(module, name);
        if value.is_unbound() {
            self.global_in(self.builtins, name)
        } else {
            value
        }
    }

    /// A name of the class body's namespace.
    pub(super) fn namespace_get(&mut self, name: Symbol) -> Result<Option<Value>, Raised> {
        let Some(namespace) = self.frames.last().and_then(|frame| frame.namespace) else {
            return Ok(None);
        };
        let key = self.symbol_value(name);
        if matches!(self.heap.get(namespace), Object::Instance(_)) {
            // What a metaclass prepared may make up names.
            let found = match self.get_item(Value::Obj(namespace), key) {
                Ok(Ok(value)) => Ok(value),
                Ok(Err((callable, args))) => self.call_nested(callable, args),
                Err(raised) => Err(raised),
            };
            return match found {
                Ok(value) => Ok(Some(value)),
                Err(raised) if self.is_exception(raised.0, "KeyError") => Ok(None),
                Err(raised) => Err(raised),
            };
        }
        self.dict_get(Value::Obj(namespace), key)
    }

    /// The error of a local without a value.
    pub(super) fn unbound_local(&mut self, loaded: &LoadedCode, index: usize) -> Raised {
        let name = self.symbol_name(loaded.code.locals[index]);
        let text = format!(
            "cannot access local variable '{name}' where it is not associated with a value"
        );
        self.raise("UnboundLocalError", &text)
    }

    /// The error of a cell without a value.
    pub(super) fn empty_cell(&mut self, code: &Code, index: u32) -> Raised {
        let name = self.symbol_name(code.cells[index as usize]);
        if index < code.own_cell_count {
            let text = format!(
                "cannot access local variable '{name}' where it is not associated with a value"
            );
            return self.raise("UnboundLocalError", &text);
        }
        let text = format!(
            "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
        );
        self.raise("NameError", &text)
    }

    /// A global of a library module, imported if need be.
    pub fn library_global(&mut self, module: &str, name: &str) -> Result<Value, Raised> {
        let found = self.import_library(module)?;
        Ok(found
            .and_then(|module| self.global(module, name))
            .unwrap_or(Value::None))
    }

    /// A module inside a library module that CPython's own start-up has imported (`collections.abc`).
    pub(super) fn part_of_library(
        &mut self,
        package: Value,
        name: Symbol,
    ) -> Result<Option<Value>, Raised> {
        let dotted = match self.object(package) {
            Some(Object::Module(module)) if module.is_library => {
                format!("{}.{}", module.name, self.symbol_name(name))
            }
            _ => return Ok(None),
        };
        if self.registry.find(&dotted).is_some() {
            return Ok(self.import_library(&dotted)?.map(Value::Obj));
        }
        self.lent_name(package, name)
    }

    /// A name that a library module takes from another one at its first use: its `_later` says which, as CPython's
    /// `__getattr__` of a module does.
    pub(super) fn lent_name(
        &mut self,
        module: Value,
        name: Symbol,
    ) -> Result<Option<Value>, Raised> {
        let Some(own) = module.as_ref() else {
            return Ok(None);
        };
        let Some(table) = self.global(own, "_later") else {
            return Ok(None);
        };
        let text = self.symbol_name(name);
        let key = self.heap.str(&text);
        let Some(holder) = self.dict_get(table, key)? else {
            return Ok(None);
        };
        let holder = self.text(holder).unwrap_or_default();
        let Some(holder) = self.import_library(&holder)? else {
            return Ok(None);
        };
        let value = self.global(holder, &text);
        if let Some(value) = value {
            self.set_global(own, &text, value);
        }
        Ok(value)
    }

    /// Whether a library module takes `name` from another one at its first use.
    pub(super) fn lends(&mut self, module: Ref, name: &str) -> bool {
        let key = self.heap.str(name);
        let table = self.global(module, "_later");
        table.is_some_and(|table| matches!(self.dict_get(table, key), Ok(Some(_))))
    }

    /// Calls a function of a library module by name, for native code.
    pub fn call_library(
        &mut self,
        module: &str,
        function: &str,
        args: Args,
    ) -> Result<super::Flow, Raised> {
        let module = self.import_library(module)?.expect("the library has it");
        let function = self.global(module, function).expect("the module has it");
        Ok(super::Flow::Call(Box::new((function, args))))
    }
}
