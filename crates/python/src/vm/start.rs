//! Making a VM for a script.

use super::{Args, EPOCH_NS, Names, Options, Registry, StreamBuffer, ThreadState, Types, Vm};
use crate::builtins;
use crate::code::{Named, Symbols};
use crate::costs::Costs;
use crate::disk::{Disk, HOME};
use crate::heap::{Heap, Module, Object, Value};
use crate::syntax::SyntaxDiagnostic;
use crate::world::World;
use interleave_trace::{Place, ProcessId};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A run looks at this many objects at most to find generators that nobody knows any more.
const MAX_SEARCHED_OBJECTS: usize = 20_000_000;

/// Names of a short script's run, the library's among them: with so much room their table need not grow.
const USUAL_NAMES: usize = 4096;
/// Objects of such a run, likewise.
const USUAL_OBJECTS: usize = 8192;

impl Vm {
    /// A VM that is about to run the first of `files` (name, text) as `__main__`. The errors are the first file's,
    /// the compiler's among them.
    pub fn new(
        files: Vec<(String, String)>,
        options: Options,
        registry: Rc<Registry>,
    ) -> Result<Vm, Vec<SyntaxDiagnostic>> {
        let mut vm = Vm::bare(files, options, registry);
        let (name, text) = vm.files[0].clone();
        let parsed = crate::syntax::parse(&name, &text, vm.options.minor);
        if parsed.has_errors() {
            return Err(parsed.diagnostics);
        }
        let code = crate::compile::compile_module(&parsed.module, &text, 0, &mut vm.symbols)
            .map_err(|error| {
                vec![SyntaxDiagnostic {
                    kind: if error.message.starts_with("NotSupported") {
                        crate::syntax::DiagnosticKind::Unsupported
                    } else {
                        crate::syntax::DiagnosticKind::Syntax
                    },
                    message: error.message,
                    start: error.start,
                    end: error.end,
                    refusal: None,
                }]
            })?;
        let body = vm.main_module("__main__", code);
        let entry = match vm.import_library("_start") {
            Ok(Some(module)) => vm.global(module, "run_main"),
            _ => None,
        };
        vm.threads[0].entry = Some(match entry {
            Some(run_main) => (run_main, Args::of(&[body])),
            None => (body, Args::default()),
        });
        vm.spent_ps = 0;
        vm.steps = 0;
        vm.notes
            .retain(|(_, _, note)| matches!(note, super::Note::Object { .. }));
        for warning in &parsed.diagnostics {
            let line = parsed.line_of(warning.start);
            let source = text
                .lines()
                .nth(line as usize - 1)
                .unwrap_or_default()
                .trim();
            let told = format!("{name}:{line}: {}\n  {source}\n", warning.message);
            vm.note(super::Note::Output(
                interleave_trace::Stream::Stderr,
                told.into(),
            ));
        }
        Ok(vm)
    }

    /// The script's module under `name`, and its body.
    fn main_module(&mut self, name: &str, code: crate::code::Code) -> Value {
        let main = self.new_module(name, false);
        for name in ["__package__", "__loader__", "__spec__"] {
            self.set_global(main, name, Value::None);
        }
        let builtins = self.builtins;
        self.set_global(main, "__builtins__", Value::Obj(builtins));
        let script = &self.files[0].0;
        let path = match script.starts_with('/') {
            true => script.clone(),
            false => format!("{HOME}/{script}"),
        };
        let file = self.heap.string(path);
        self.set_global(main, "__file__", file);
        self.set_global(main, "__cached__", Value::None);
        let code = self.load(&Rc::new(code));
        self.module_body(code, main)
    }

    /// The body of the script, to be run again as the module `name`, which is `__main__`, too, from here on: what a
    /// fresh process of the same script begins with.
    pub fn main_again(&mut self, name: &str) -> Result<Value, super::Raised> {
        let (file, text) = self.files[0].clone();
        let parsed = crate::syntax::parse(&file, &text, self.options.minor);
        let code = crate::compile::compile_module(&parsed.module, &text, 0, &mut self.symbols);
        match code {
            Ok(code) => {
                let body = self.main_module(name, code);
                let main = self.modules[name];
                self.enter_module("__main__", main);
                Ok(body)
            }
            Err(error) => Err(self.raise("SyntaxError", &error.message)),
        }
    }

    /// A fresh interpreter of the same script and library that is about to call `module.function(argument)`, for
    /// [`World::set_newborn`]. It has no open files; its `__main__` is empty.
    pub fn fresh(&self, module: &str, function: &str, argument: &str) -> Box<Vm> {
        let files = self.files.as_ref().clone();
        let mut fresh = Vm::bare(files, self.options.clone(), self.registry.clone());
        fresh.world = World::default();
        fresh.open_files = crate::world::OpenFiles::default();
        fresh.new_module("__main__", false);
        let start = fresh.library_global("_start", "run_fresh");
        let texts = [module, function, argument].map(|text| fresh.heap.str(text));
        fresh.threads[0].entry = Some((start.unwrap_or_default(), Args::of(&texts)));
        fresh.spent_ps = 0;
        fresh.notes.clear();
        Box::new(fresh)
    }

    /// A VM that runs nothing: the library's modules can be asked what they have.
    pub fn for_inspection(options: Options, registry: Rc<Registry>) -> Vm {
        Vm::bare(
            vec![("main.py".to_owned(), String::new())],
            options,
            registry,
        )
    }

    /// Whether the library's module of that name has `name`, or a module of that name inside.
    pub fn library_has(&mut self, module: &str, name: &str) -> bool {
        let inside = format!("{module}.{name}");
        match self.import_library(module) {
            Ok(Some(found)) => {
                self.global(found, name).is_some()
                    || self.registry.knows(&inside)
                    || self.lends(found, name)
            }
            Ok(None) => self.registry.knows(&inside),
            // A module that can't be asked is not said to lack anything.
            Err(_) => {
                self.end = None;
                self.modules.remove(module);
                true
            }
        }
    }

    fn bare(files: Vec<(String, String)>, options: Options, registry: Rc<Registry>) -> Vm {
        let mut heap = Heap::with_room(USUAL_OBJECTS);
        heap.limit_bytes = options.limits.heap_bytes;
        let mut symbols = Symbols::with_room(USUAL_NAMES);
        let names = Names::new(&mut symbols);
        let types = Types::new(&mut heap);
        let builtins = Module {
            name: "builtins".into(),
            globals: Vec::new(),
            order: Vec::new(),
            is_library: true,
            dict: None,
            is_loading: false,
        };
        let builtins = heap.alloc(Object::Module(Box::new(builtins)));
        let single_chars = (0..256u32)
            .map(|code| {
                let c = char::from_u32(code).expect("Latin-1");
                heap.str(c.encode_utf8(&mut [0; 4]))
            })
            .collect();
        let mut world = World::default();
        world.disk = Disk::new(&files, EPOCH_NS);
        let open_files = world.open_standard_streams(&files);
        let exhausted = heap.value(Object::Cell(Value::Unbound));
        let costs = Rc::new(Costs::of(options.minor, options.gil));
        let mut vm = Vm {
            heap,
            symbols,
            types,
            names,
            options,
            costs,
            modules: BTreeMap::new(),
            builtins,
            registry,
            compiled: BTreeMap::new(),
            recursion_limit: super::call::RECURSION_LIMIT,
            open_files,
            process: ProcessId(0),
            world,
            main_thread: 0,
            files: Rc::new(files),
            stack: super::ValueStack::default(),
            frames: Vec::new(),
            handled: Vec::new(),
            threads: vec![ThreadState::default()],
            current: 0,
            spent_ps: 0,
            resumed_at_ns: 0,
            steps: 0,
            notes: Vec::new(),
            is_redirected: false,
            stdout: StreamBuffer::default(),
            roots: Named::default(),
            awaited_directly: Vec::new(),
            nested: 0,
            reraising: false,
            guarded_generators: 0,
            search_budget: MAX_SEARCHED_OBJECTS,
            told_unawaited: Vec::new(),
            nested_result: None,
            sites: super::execute::Sites::default(),
            has_cached_methods: false,
            method_cache: Rc::new(vec![None; 1024]),
            exhausted,
            single_chars,
            scratch: String::new(),
            interned: Vec::new(),
            next_queue: 0,
            end: None,
            carry_ps: 0,
            stopped_at_ns: None,
            next_mark_ps: 0,
            pause_at_ps: 0,
            budget_ps: u64::MAX,
            last_place: Place::NONE,
        };
        vm.modules.insert("builtins".into(), builtins);
        builtins::install(&mut vm);
        let loaded = vm.import_definition(&builtins::LIBRARY);
        debug_assert!(loaded.is_ok(), "the builtins' library part runs");
        builtins::publish_library(&mut vm);
        vm
    }
}
