//! Modules among the scenario's files: packages, module bodies, `importlib`'s questions. Source: CPython 3.11,
//! Lib/importlib/_bootstrap_external.py. Must not know the instruction that imports.

use super::import_statement::Import;
use super::{Args, Flow, NativeResult, Raised, Then, Vm};
use crate::disk::HOME;
use crate::heap::{Attrs, Function, Object, Ref, Value};
use crate::syntax::{DiagnosticKind, SyntaxDiagnostic};
use std::rc::Rc;

impl Vm {
    /// A module of the scenario's files (the first one's folder is where the others are named from): its body has to run; a folder without `__init__.py` is there at once.
    pub(super) fn import_beside(&mut self, name: &str) -> Result<Option<Import>, Raised> {
        let folder = name.replace('.', "/");
        let wanted = [format!("{folder}/__init__.py"), format!("{folder}.py")];
        let find = |file: &String| {
            self.files
                .iter()
                .enumerate()
                .position(|(number, (known, _))| {
                    known == file || number == 0 && known.rsplit('/').next() == Some(file.as_str())
                })
        };
        let found = wanted
            .iter()
            .enumerate()
            .find_map(|(index, file)| Some((index == 0, find(file)?)));
        let package_name = match found {
            Some((true, _)) => name,
            Some((false, _)) => name.rsplit_once('.').map_or("", |split| split.0),
            None if self
                .files
                .iter()
                .skip(1)
                .any(|file| file.0.starts_with(&format!("{folder}/"))) =>
            {
                name
            }
            None => return Ok(None),
        };
        let code = match found {
            Some((_, number)) => Some((number, self.compile_file(number)?)),
            None => None,
        };
        let module = self.new_module(name, false);
        let package = self.heap.str(package_name);
        self.set_global(module, "__package__", package);
        if package_name == name {
            let path = self.heap.string(format!("{HOME}/{folder}"));
            let path = self.heap.list(vec![path]);
            self.set_global(module, "__path__", path);
        }
        let Some((number, code)) = code else {
            self.finish_module(name);
            return Ok(Some(Import::Loaded(Value::Obj(module), Value::Obj(module))));
        };
        let file = format!("{HOME}/{}", self.files[number].0);
        let file = self.heap.string(file);
        self.set_global(module, "__file__", file);
        let builtins = Value::Obj(self.builtins);
        self.set_global(module, "__builtins__", builtins);
        if let Object::Module(object) = self.heap.get_mut(module) {
            object.is_loading = true;
        }
        let body = self.module_body(code, module);
        let name = self.heap.str(name);
        let run = self.library("_run_module").expect("the builtins have it");
        Ok(Some(Import::Run(run, Args::of(&[body, name]))))
    }

    fn compile_file(&mut self, number: usize) -> Result<Rc<crate::heap::LoadedCode>, Raised> {
        let (file, text) = self.files[number].clone();
        let parsed = crate::syntax::parse(&file, &text, self.options.minor);
        if let Some(first) = parsed.diagnostics.iter().find(|_| parsed.has_errors()) {
            return Err(self.syntax_error(&file, true, &text, first));
        }
        let symbols = &mut self.symbols;
        let code = crate::compile::compile_module(&parsed.module, &text, number as u8, symbols);
        match code {
            Ok(code) => Ok(self.load(&Rc::new(code))),
            Err(error) => {
                let diagnostic = SyntaxDiagnostic {
                    message: error.message,
                    start: error.start,
                    end: error.end,
                    kind: DiagnosticKind::Syntax,
                    refusal: None,
                };
                Err(self.syntax_error(&file, true, &text, &diagnostic))
            }
        }
    }

    /// Whether there is a module of this absolute name.
    pub fn module_exists(&mut self, name: &str) -> Result<bool, Raised> {
        let folder = format!("{}/", name.replace('.', "/"));
        let file = format!("{}.py", name.replace('.', "/"));
        let beside = |(known, _): &(String, String)| *known == file || known.starts_with(&folder);
        Ok(self.files.iter().skip(1).any(beside)
            || self.registry.knows(name)
            || self.loaded(name)?.is_some())
    }

    /// `importlib.reload`: runs a file's body again in its module.
    pub fn reload_flow(&mut self, module: Value) -> NativeResult {
        let Some(Object::Module(object)) = self.object(module) else {
            return Err(self.type_error("reload() argument must be a module"));
        };
        let file = self.text(object.get(self.names.file)).unwrap_or_default();
        let file = file
            .strip_prefix(HOME)
            .unwrap_or_default()
            .trim_start_matches('/');
        let number = self.files.iter().position(|(known, _)| known == file);
        let Some(number) = number else {
            return Ok(Flow::Value(module));
        };
        let code = self.compile_file(number)?;
        let body = self.module_body(code, module.as_ref().expect("a module is an object"));
        let then = Then::new(|_, then, _| Ok(Flow::Value(then.state[0])), vec![module]);
        Ok(Flow::CallThen(Box::new((body, Args::default(), then))))
    }

    /// A module's body as a function.
    pub(super) fn module_body(&mut self, code: Rc<crate::heap::LoadedCode>, module: Ref) -> Value {
        let name = self.heap.str("<module>");
        self.heap.value(Object::Function(Box::new(Function {
            code,
            made_of: None,
            module,
            name,
            qualname: name,
            defaults: Vec::new(),
            keyword_defaults: Vec::new(),
            closure: Vec::new(),
            annotations: Value::None,
            doc: Value::None,
            attrs: Attrs::default(),
        })))
    }
}
