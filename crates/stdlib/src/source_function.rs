//! Functions whose source is made while the script runs. Knows no module.

use interleave_python::code::Const;
use interleave_python::compile::compile_module;
use interleave_python::heap::{Function, Object, Ref, Value};
use interleave_python::syntax::parse;
use interleave_python::vm::{LIBRARY_FILE, Vm};

/// The function that `source`, one `def`, defines over the globals of `module`; `None` where it is no Python.
pub(crate) fn function_from_source(
    vm: &mut Vm,
    source: &str,
    module: Ref,
    qualname: &str,
    defaults: Vec<Value>,
) -> Option<Value> {
    let parsed = parse("", source, 14);
    if parsed.has_errors() {
        return None;
    }
    let code = compile_module(&parsed.module, source, LIBRARY_FILE, &mut vm.symbols).ok()?;
    let code = code
        .consts
        .into_iter()
        .find_map(|constant| match constant {
            Const::Code(code) => Some(code),
            _ => None,
        })?;
    let name = vm.heap.str(&code.name);
    let qualname = vm.heap.str(qualname);
    let function = Function {
        code: vm.load(&code),
        made_of: None,
        module,
        name,
        qualname,
        defaults,
        keyword_defaults: Vec::new(),
        closure: Vec::new(),
        annotations: Value::None,
        doc: Value::None,
        attrs: Default::default(),
    };
    Some(vm.heap.value(Object::Function(Box::new(function))))
}
