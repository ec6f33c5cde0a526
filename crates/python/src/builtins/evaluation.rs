//! `eval`, `exec` and `compile`: text that becomes code while the script runs.

use super::ok;
use crate::compile::TextMode;
use crate::heap::{Host, LoadedCode, Object, Ref, Value};
use crate::syntax::{SyntaxDiagnostic, place_of};
use crate::vm::{Args, Evaluation, Flow, LIBRARY_FILE, NativeResult, Raised, Then, Vm};
use std::rc::Rc;

pub(super) fn install(vm: &mut Vm) {
    let module = vm.builtins;
    vm.add_function(module, "eval", |vm, args| {
        provided(vm, "eval")?(vm, args, "eval")
    });
    vm.add_function(module, "exec", |vm, args| {
        provided(vm, "exec")?(vm, args, "exec")
    });
    vm.add_function(module, "compile", |vm, args| match vm.registry.evaluation {
        Some(evaluation) => (evaluation.compile)(vm, args),
        None => Err(vm.not_supported("compile()")),
    });
}

/// All of it, for whoever provides it: a library without it need not carry it.
pub const EVALUATION: Evaluation = Evaluation { run, compile };

fn provided(
    vm: &mut Vm,
    name: &str,
) -> Result<fn(&mut Vm, Args, &'static str) -> NativeResult, Raised> {
    match vm.registry.evaluation {
        Some(evaluation) => Ok(evaluation.run),
        None => Err(vm.not_supported(&format!("{name}()"))),
    }
}

/// Text to be compiled: from a `str`, or from what `compile` gave.
struct Source {
    text: Rc<str>,
    file_name: Rc<str>,
    mode: Rc<str>,
}

/// `compile(source, filename, mode)`: the text with its name, checked; it is compiled again where it runs, because that
/// depends on the namespaces.
fn compile(vm: &mut Vm, args: Args) -> NativeResult {
    let names = [
        "source",
        "filename",
        "mode",
        "flags",
        "dont_inherit",
        "optimize",
    ];
    let [source, file_name, mode, ..] = args.named(vm, "compile", names, 3)?;
    if let Some(Object::Host(_)) = vm.object(source) {
        return ok(source);
    }
    let Some(text) = text_of(vm, source) else {
        return Err(vm.type_error("compile() arg 1 must be a string, bytes or AST object"));
    };
    let (file_name, mode) = (vm.text(file_name), vm.text(mode));
    let source = Source {
        text,
        file_name: file_name.unwrap_or_else(|| "<string>".into()),
        mode: mode.unwrap_or_default(),
    };
    if !matches!(&*source.mode, "exec" | "eval" | "single") {
        let text = "compile() mode must be 'exec', 'eval' or 'single'";
        return Err(vm.raise("ValueError", text));
    }
    load(vm, &source, false)?;
    let values = [&source.text, &source.file_name, &source.mode].map(|text| vm.heap.str(text));
    let name = vm.symbols.intern("co_filename");
    let mut attrs = crate::heap::Attrs::default();
    attrs.set(name, values[1]);
    let name = vm.symbols.intern("co_name");
    let module = vm.heap.str("<module>");
    attrs.set(name, module);
    ok(vm.heap.value(Object::Host(Box::new(Host {
        class: vm.types.code,
        attrs,
        values: values[..].into(),
        numbers: Default::default(),
        words: Default::default(),
        traced: None,
    }))))
}

fn text_of(vm: &Vm, source: Value) -> Option<Rc<str>> {
    let base = vm.unwrap(source);
    match vm.object(base) {
        Some(Object::Str(text)) => Some(text.text.clone()),
        Some(Object::Bytes(_) | Object::ByteArray(_)) => {
            Some(String::from_utf8_lossy(&vm.byte_slice(base)).into())
        }
        _ => None,
    }
}

fn run(vm: &mut Vm, args: Args, name: &'static str) -> NativeResult {
    let [source, globals, locals] = args.between(vm, name, 1)?;
    let source = match vm.object(source) {
        Some(Object::Host(host)) if host.class == vm.types.code && host.values.len() == 3 => {
            let texts: Vec<Rc<str>> = host.values.iter().filter_map(|&v| vm.text(v)).collect();
            Source {
                text: texts[0].clone(),
                file_name: texts[1].clone(),
                mode: texts[2].clone(),
            }
        }
        Some(Object::Code(_)) => {
            return Err(vm.not_supported(&format!("{name}() of a function's code object")));
        }
        _ => match text_of(vm, source) {
            Some(text) => Source {
                text,
                file_name: "<string>".into(),
                mode: name.into(),
            },
            None => {
                let text = format!("{name}() arg 1 must be a string, bytes or code object");
                return Err(vm.type_error(&text));
            }
        },
    };
    let given = |value: Value| !value.is_unbound() && !value.is_none();
    let frame_module = vm.frames.last().expect("a frame calls").module;
    let module = if given(globals) {
        let base = vm.unwrap(globals);
        if !matches!(vm.object(base), Some(Object::Dict(_))) {
            let text = match name {
                "eval" => "globals must be a dict".to_owned(),
                _ => format!(
                    "exec() globals must be a dict, not {}",
                    vm.type_name(globals)
                ),
            };
            return Err(vm.type_error(&text));
        }
        vm.module_of_dict(base)?
    } else {
        frame_module
    };
    let namespace = if given(locals) {
        let base = vm.unwrap(locals);
        Some(base)
            .filter(|&base| vm.is_table(base))
            .or(Some(locals))
    } else if given(globals) {
        None
    } else {
        match super::attribute_functions::locals(vm, Args::default())? {
            Flow::Value(dict) => Some(dict),
            _ => None,
        }
    };
    // The globals themselves need no second look.
    let whole = vm.module_dict(module)?;
    let namespace = namespace
        .filter(|&namespace| namespace != whole)
        .and_then(Value::as_ref);
    let code = load(vm, &source, namespace.is_some())?;
    let function = vm.text_function(code, module, namespace);
    let then = Then::new(
        finished,
        vec![Value::Obj(module), Value::Bool(name == "eval")],
    );
    Ok(Flow::CallThen(Box::new((function, Args::default(), then))))
}

/// The code has run: its globals' dict is brought up to date.
fn finished(vm: &mut Vm, then: Then, result: Value) -> NativeResult {
    let module = then.state[0].as_ref().expect("a module");
    vm.module_dict(module)?;
    let is_eval = then.state[1] == Value::Bool(true);
    ok(if is_eval { result } else { Value::None })
}

fn load(vm: &mut Vm, source: &Source, namespaced: bool) -> Result<Rc<LoadedCode>, Raised> {
    let expression = &*source.mode == "eval";
    let text = match expression {
        true => source.text.trim_start_matches([' ', '\t']),
        false => &source.text,
    };
    let is_file = vm.files.iter().any(|file| *file.0 == *source.file_name);
    let parsed = crate::syntax::parse(&source.file_name, text, vm.options.minor);
    if let Some(first) = parsed.diagnostics.iter().find(|_| parsed.has_errors()) {
        return Err(vm.syntax_error(&source.file_name, is_file, text, first));
    }
    let mode = TextMode {
        expression,
        namespaced,
    };
    let module = &parsed.module;
    match crate::compile::compile_text(module, text, LIBRARY_FILE, mode, &mut vm.symbols) {
        Ok(code) => Ok(vm.load(&Rc::new(code))),
        Err(error) => {
            let diagnostic = SyntaxDiagnostic {
                message: error.message,
                start: error.start,
                end: error.end,
                kind: crate::syntax::DiagnosticKind::Syntax,
                refusal: None,
            };
            Err(vm.syntax_error(&source.file_name, is_file, text, &diagnostic))
        }
    }
}

impl Vm {
    /// The exception of a text that is no Python. `is_file`: the text can be read again under the file's name.
    pub(crate) fn syntax_error(
        &mut self,
        file: &str,
        is_file: bool,
        text: &str,
        diagnostic: &SyntaxDiagnostic,
    ) -> Raised {
        if let Some(what) = diagnostic.message.strip_prefix("NotSupported: ") {
            return self.not_supported(what);
        }
        let place = match &diagnostic.refusal {
            Some(refusal) => refusal.place.clone(),
            None => place_of(text, diagnostic),
        };
        let class = diagnostic
            .refusal
            .as_ref()
            .map_or("SyntaxError", |refusal| refusal.class);
        let shown = match is_file || diagnostic.refusal.is_some() {
            true if place.ends.is_some_and(|ends| ends || is_file) => {
                self.heap.string(format!("{}\n", place.text))
            }
            true => self.heap.str(&place.text),
            false => Value::None,
        };
        let file = self.heap.str(file);
        let [line, end_line] = [place.line, place.end_line].map(|line| Value::Int(line as i64));
        let [offset, end_offset] = [place.offset, place.end_offset].map(Value::Int);
        let place = self
            .heap
            .tuple(&[file, line, offset, shown, end_line, end_offset]);
        let message = self.heap.str(&diagnostic.message);
        self.raise_value(class, &[message, place])
    }
}

impl Vm {
    /// A function whose body is code made of text, run in `module`, its names in `namespace`.
    fn text_function(
        &mut self,
        code: Rc<LoadedCode>,
        module: Ref,
        namespace: Option<Ref>,
    ) -> Value {
        let name = self.heap.str("<module>");
        self.heap
            .value(Object::Function(Box::new(crate::heap::Function {
                code,
                made_of: None,
                module,
                name,
                qualname: name,
                defaults: Vec::new(),
                keyword_defaults: Vec::new(),
                closure: namespace.into_iter().collect(),
                annotations: Value::None,
                doc: Value::None,
                attrs: Default::default(),
            })))
    }
}
