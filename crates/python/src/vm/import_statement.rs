//! `import` in its forms, over the scenario's files and the library. Source: CPython 3.11, Lib/importlib/_bootstrap.py.

use super::execute::Next;
use super::{Args, Called, Flow, NativeResult, OnReturn, Raised, Then, Vm};
use crate::code::Symbol;
use crate::heap::{Object, Ref, Value};

/// The root under which `sys.modules` lives, once `sys` is loaded.
pub const MODULES_ROOT: &str = "sys.modules";

/// Modules that CPython has loaded or compiled in before it looks beside the script.
const NEVER_SHADOWED: &[&str] = &[
    "_thread",
    "abc",
    "atexit",
    "builtins",
    "errno",
    "gc",
    "io",
    "itertools",
    "os",
    "signal",
    "sys",
    "time",
];

/// How far an import has come.
pub(super) enum Import {
    /// The first and the last module of a dotted name.
    Loaded(Value, Value),
    /// The body of this module must run first.
    Run(Value, Args),
}

impl Vm {
    /// Enters a module in `sys.modules`.
    pub(super) fn enter_module(&mut self, name: &str, module: Ref) {
        self.modules.insert(name.into(), module);
        let hidden = name.starts_with('_') && !matches!(name, "__main__" | "_thread");
        if let Some(&dict) = self.roots.get(MODULES_ROOT).filter(|_| !hidden) {
            let key = self.heap.str(name);
            // A str can always be a key.
            let _ = self.dict_set(dict, key, Value::Obj(module));
        }
    }

    /// A module whose body failed is forgotten.
    pub fn forget_module(&mut self, name: &str) -> Result<(), Raised> {
        self.modules.remove(name);
        if let Some(&dict) = self.roots.get(MODULES_ROOT) {
            let key = self.heap.str(name);
            self.dict_remove(dict, key)?;
        }
        Ok(())
    }

    /// A module's body has run: it is bound in its package.
    pub fn finish_module(&mut self, name: &str) {
        let Some(&module) = self.modules.get(name) else {
            return;
        };
        if let Object::Module(object) = self.heap.get_mut(module) {
            object.is_loading = false;
        }
        if let Some((package, last)) = name.rsplit_once('.')
            && let Some(&package) = self.modules.get(package)
        {
            self.set_global(package, last, Value::Obj(module));
        }
    }

    /// What `sys.modules` has under this name.
    pub(super) fn loaded(&mut self, name: &str) -> Result<Option<Value>, Raised> {
        let known = self.modules.get(name).copied();
        if name.starts_with('_') && name != "_thread" {
            return Ok(known.map(Value::Obj));
        }
        if let Some(&dict) = self.roots.get(MODULES_ROOT) {
            let key = self.heap.str(name);
            return self.dict_get(dict, key);
        }
        Ok(known.map(Value::Obj))
    }

    /// Imports every part of a dotted, absolute name; the library itself sees only the library.
    pub(super) fn import_dotted(
        &mut self,
        name: &str,
        for_library: bool,
    ) -> Result<Import, Raised> {
        let (mut first, mut parent) = (None, None);
        let mut end = 0;
        while end < name.len() {
            let start = end + usize::from(end > 0);
            end = name[start..].find('.').map_or(name.len(), |at| start + at);
            let dotted = &name[..end];
            let module = match self.loaded(dotted)? {
                Some(module) => module,
                None => {
                    let top = dotted.split('.').next().unwrap_or(dotted);
                    let beside = !for_library && !NEVER_SHADOWED.contains(&top);
                    if beside && let Some(found) = self.import_beside(dotted)? {
                        match found {
                            Import::Run(..) => return Ok(found),
                            Import::Loaded(module, _) => module,
                        }
                    } else if let Some(module) = self.import_library(dotted)? {
                        self.finish_module(dotted);
                        Value::Obj(module)
                    } else if self.registry.knows(dotted) {
                        let module = self.new_module(dotted, true);
                        self.finish_module(dotted);
                        Value::Obj(module)
                    } else {
                        return Err(self.module_not_found(dotted, parent, for_library));
                    }
                }
            };
            first = first.or(Some(module));
            parent = Some(module);
        }
        match (first, parent) {
            (Some(first), Some(last)) => Ok(Import::Loaded(first, last)),
            _ => Err(self.raise("ValueError", "Empty module name")),
        }
    }

    fn module_not_found(&mut self, name: &str, parent: Option<Value>, for_library: bool) -> Raised {
        if for_library {
            return self.not_supported(&format!(
                "module '{name}' is not available in Interleave yet"
            ));
        }
        let mut text = format!("No module named '{name}'");
        if let Some((package, _)) = name.rsplit_once('.')
            && !self.is_package(parent.unwrap_or(Value::None), package)
        {
            text.push_str(&format!("; '{package}' is not a package"));
        }
        let raised = self.raise("ModuleNotFoundError", &text);
        self.import_error(raised, name, None)
    }

    /// Sets `name` and `path` of an ImportError.
    fn import_error(&mut self, raised: Raised, name: &str, path: Option<&str>) -> Raised {
        let name = self.heap.str(name);
        let path = path.map_or(Value::None, |path| self.heap.str(path));
        let keys = ["name", "path"].map(|key| self.symbols.intern(key));
        if let Some(e) = self.exception_mut(raised.0) {
            e.attrs.set(keys[0], name);
            e.attrs.set(keys[1], path);
        }
        raised
    }

    fn is_package(&mut self, module: Value, name: &str) -> bool {
        if self.registry.knows(name) {
            let inside = format!("{name}.");
            return self
                .registry
                .modules
                .iter()
                .any(|module| module.name.starts_with(&inside));
        }
        let key = self.symbols.intern("__path__");
        matches!(self.object(module), Some(Object::Module(module)) if !module.get(key).is_unbound())
    }

    /// A name that starts with dots, seen from the module that runs. Source: `_resolve_name`, `_calc___package__`.
    pub fn absolute_module_name(&mut self, name: &str) -> Result<String, Raised> {
        let rest = name.trim_start_matches('.');
        let level = name.len() - rest.len();
        if level == 0 {
            return Ok(name.to_owned());
        }
        let module = self.frames.last().expect("a frame runs").module;
        let package = self.global(module, "__package__").unwrap_or(Value::None);
        let package = self.text(package).unwrap_or_else(|| "".into());
        if package.is_empty() {
            let text = "attempted relative import with no known parent package";
            return Err(self.raise("ImportError", text));
        }
        let mut base = &*package;
        for _ in 1..level {
            let Some((outer, _)) = base.rsplit_once('.') else {
                let text = "attempted relative import beyond top-level package";
                return Err(self.raise("ImportError", text));
            };
            base = outer;
        }
        Ok(match rest {
            "" => base.to_owned(),
            rest => format!("{base}.{rest}"),
        })
    }

    /// `import a.b.c`: pushes the package, or the last part.
    pub(super) fn import_statement(&mut self, name: Symbol, last: bool) -> Result<Called, Raised> {
        let name = self.symbol_name(name);
        let name = self.absolute_module_name(&name)?;
        let for_library = self.frames.last().is_some_and(
            |frame| matches!(self.heap.get(frame.module), Object::Module(module) if module.is_library),
        );
        match self.import_dotted(&name, for_library)? {
            Import::Loaded(first, end) => {
                self.stack.push(if last { end } else { first });
                Ok(Called::Done)
            }
            Import::Run(callable, args) => self.run_module_first(callable, args),
        }
    }

    /// Runs a module's body, then the instruction again.
    fn run_module_first(&mut self, callable: Value, args: Args) -> Result<Called, Raised> {
        let then = Then::new(
            |vm, _, done| {
                vm.frames.last_mut().expect("the importer's frame").ip -= 1;
                Ok(Flow::Value(done))
            },
            Vec::new(),
        );
        let on_return = OnReturn::Then(Box::new((then, OnReturn::Discard)));
        self.call(callable, args, on_return)
    }

    /// The same for native code: the result is the first or the last module of an absolute name.
    pub fn import_flow(&mut self, name: &str, last: bool) -> NativeResult {
        match self.import_dotted(name, false)? {
            Import::Loaded(first, end) => Ok(Flow::Value(if last { end } else { first })),
            Import::Run(callable, args) => {
                let name = self.heap.str(name);
                let then = Then::new(import_again, vec![name, Value::Bool(last)]);
                Ok(Flow::CallThen(Box::new((callable, args, then))))
            }
        }
    }

    /// `from module import name`
    pub(super) fn import_from_statement(&mut self, name: Symbol) -> Result<Option<Next>, Raised> {
        let module = *self.stack.last().expect("balanced");
        match self.import_name(module, name)? {
            Ok(value) => {
                self.stack.push(value);
                Ok(None)
            }
            Err((callable, args)) => {
                let called = self.run_module_first(callable, args)?;
                Ok(Some(Next::from(called)))
            }
        }
    }

    /// A name of a module, or a module inside a package; else the call that runs that module's body.
    fn import_name(
        &mut self,
        module: Value,
        name: Symbol,
    ) -> Result<Result<Value, (Value, Args)>, Raised> {
        if let Some(value) = self.try_attr(module, name)? {
            return Ok(Ok(value));
        }
        let Some(Object::Module(object)) = self.object(module) else {
            return Err(self.no_such_name(module, name));
        };
        let (module_name, is_library) = (object.name.clone(), object.is_library);
        let dotted = format!("{module_name}.{}", self.symbol_name(name));
        if is_library {
            if let Some(module) = self.import_library(&dotted)? {
                self.finish_module(&dotted);
                return Ok(Ok(Value::Obj(module)));
            }
            if let Some(value) = self.lent_name(module, name)? {
                return Ok(Ok(value));
            }
        } else if self.is_package(module, &module_name) {
            if let Some(module) = self.loaded(&dotted)? {
                return Ok(Ok(module));
            }
            match self.import_beside(&dotted)? {
                Some(Import::Loaded(_, module)) => return Ok(Ok(module)),
                Some(Import::Run(callable, args)) => return Ok(Err((callable, args))),
                None => {}
            }
        }
        Err(self.no_such_name(module, name))
    }

    fn no_such_name(&mut self, module: Value, name: Symbol) -> Raised {
        let name = self.symbol_name(name);
        let (module_name, is_library, is_loading) = match self.object(module) {
            Some(Object::Module(module)) => {
                (module.name.clone(), module.is_library, module.is_loading)
            }
            _ => ("?".into(), false, false),
        };
        if is_library && self.registry.cpython_has(&module_name, &name) != Some(false) {
            return self.not_supported(&format!(
                "'{name}' of module '{module_name}' is not available in Interleave yet"
            ));
        }
        let file = module
            .as_ref()
            .and_then(|module| self.global(module, "__file__"));
        let file = file.and_then(|file| self.text(file));
        let shown = file.as_deref().unwrap_or("unknown location");
        let text = if is_loading {
            format!(
                "cannot import name '{name}' from partially initialized module '{module_name}' \
                 (most likely due to a circular import) ({shown})"
            )
        } else {
            format!("cannot import name '{name}' from '{module_name}' ({shown})")
        };
        let raised = self.raise("ImportError", &text);
        self.import_error(raised, &module_name, file.as_deref())
    }

    /// `from module import *`
    pub(super) fn import_star(&mut self) -> Result<Option<Next>, Raised> {
        let module = *self.stack.last().expect("balanced");
        let Some(Object::Module(object)) = self.object(module) else {
            self.pop();
            return Ok(None);
        };
        let all = object.get(self.names.all);
        let every: Vec<Symbol> = object.order.clone();
        let module_name = object.name.clone();
        let names = if all.is_unbound() {
            every
                .into_iter()
                .filter(|&name| !self.symbol_name(name).starts_with('_'))
                .collect()
        } else {
            let items = self.items_of(all)?.unwrap_or_default();
            let mut names = Vec::new();
            for item in items {
                let text = self.text(item).unwrap_or_default();
                names.push(self.symbols.intern(&text));
            }
            names
        };
        let mut found = Vec::with_capacity(names.len());
        for name in names {
            match self.import_name(module, name) {
                Ok(Ok(value)) => found.push((name, value)),
                Ok(Err((callable, args))) => {
                    return self
                        .run_module_first(callable, args)
                        .map(|called| Some(Next::from(called)));
                }
                Err(raised) if !all.is_unbound() && self.is_exception(raised.0, "ImportError") => {
                    let name = self.symbol_name(name);
                    let text = format!("module '{module_name}' has no attribute '{name}'");
                    return Err(self.raise("AttributeError", &text));
                }
                Err(raised) => return Err(raised),
            }
        }
        self.pop();
        let target = self.frames.last().expect("a frame runs").module;
        for (name, value) in found {
            if let Object::Module(target) = self.heap.get_mut(target) {
                target.set(name, value);
            }
        }
        Ok(None)
    }
}

fn import_again(vm: &mut Vm, then: Then, _result: Value) -> NativeResult {
    let name = vm.text(then.state[0]).unwrap_or_default();
    vm.import_flow(&name, then.state[1] == Value::Bool(true))
}
