//! What an object becomes: its own `__reduce__`, or CPython's default. Source: CPython 3.11, Objects/typeobject.c
//! `object___reduce_ex__`, Lib/copyreg.py.

use interleave_python::heap::{Object, Ref, Value};
use interleave_python::vm::{Args, Raised, Vm};
use std::rc::Rc;

/// What an object becomes.
pub(super) enum Reduced {
    /// A global by its own name.
    Global,
    /// A global by this name.
    Named(Rc<str>),
    /// A call and what follows it: two to six values.
    Call(Vec<Value>),
}

/// Reduces an object.
pub(super) fn reduce(vm: &mut Vm, value: Value, protocol: u8) -> Result<Reduced, Raised> {
    let class = vm.class_of(value);
    if vm.is_subclass(class, vm.types.type_) {
        return Ok(Reduced::Global);
    }
    if let Some(registered) = registered(vm, class)? {
        let result = vm.call_nested(registered, Args::of(&[value]))?;
        return read(vm, result);
    }
    let number = Value::Int(i64::from(protocol));
    for (name, arguments) in [("__reduce_ex__", &[number][..]), ("__reduce__", &[])] {
        if let Some(method) = own_method(vm, class, name) {
            let mut all = vec![value];
            all.extend_from_slice(arguments);
            let result = vm.call_nested(method, Args::of(&all))?;
            return read(vm, result);
        }
    }
    by_default(vm, value, class, protocol)
}

/// A method that a class defines for itself; what `object` has does not count.
fn own_method(vm: &mut Vm, class: Ref, name: &str) -> Option<Value> {
    let symbol = vm.symbols.intern(name);
    let found = vm.lookup(class, symbol)?;
    let object = vm.types.object;
    (vm.lookup(object, symbol) != Some(found)).then_some(found)
}

/// The function that `copyreg.pickle` registered for a class.
fn registered(vm: &mut Vm, class: Ref) -> Result<Option<Value>, Raised> {
    let module = vm.import_library("copyreg")?.expect("the library has it");
    match vm.global(module, "dispatch_table") {
        Some(table) => vm.dict_get(table, Value::Obj(class)),
        None => Ok(None),
    }
}

fn copyreg(vm: &mut Vm, name: &str) -> Result<Value, Raised> {
    let module = vm.import_library("copyreg")?.expect("the library has it");
    Ok(vm.global(module, name).expect("the module has it"))
}

fn read(vm: &mut Vm, result: Value) -> Result<Reduced, Raised> {
    if let Some(name) = vm.text(result) {
        return Ok(Reduced::Named(name));
    }
    let parts = match vm.object(result) {
        Some(Object::Tuple(parts)) => parts.to_vec(),
        _ => {
            let text = "__reduce__ must return a string or tuple";
            return Err(super::global::error(vm, "PicklingError", text));
        }
    };
    if !(2..=6).contains(&parts.len()) {
        let text = "tuple returned by __reduce__ must contain 2 through 6 elements";
        return Err(super::global::error(vm, "PicklingError", text));
    }
    Ok(Reduced::Call(parts))
}

fn refused(vm: &mut Vm, class: Ref) -> Raised {
    let class = vm.class(class);
    let name = match (&*class.module, &*class.name) {
        // What stands for a lock here.
        ("_thread", "_latch") => "_thread.lock".into(),
        ("builtins", "memoryview") => return vm.type_error("cannot pickle memoryview objects"),
        (module, _) => full_name(module, &class.name),
    };
    vm.type_error(&format!("cannot pickle '{name}' object"))
}

fn full_name(module: &str, name: &str) -> String {
    match module {
        "builtins" => name.to_owned(),
        module => {
            let bare = name.rsplit('.').next().unwrap_or("");
            format!("{module}.{bare}")
        }
    }
}

fn call(vm: &mut Vm, function: Value, arguments: &[Value]) -> Vec<Value> {
    vec![function, vm.heap.tuple(arguments)]
}

fn by_default(vm: &mut Vm, value: Value, class: Ref, protocol: u8) -> Result<Reduced, Raised> {
    let r = value.as_ref().expect("plain values are saved as they are");
    let own = Value::Obj(class);
    let parts = match vm.heap.get(r).clone() {
        Object::Instance(instance) if is_local(vm, instance.class) => {
            return Err(vm.type_error("cannot pickle '_thread._local' object"));
        }
        Object::Instance(_) => return instance(vm, value, class, protocol),
        Object::Exception(exception) => {
            let mut parts = vec![own, exception.args];
            let dict = vm.names.dict;
            let state = vm.get_attr_nested(value, dict)?;
            if matches!(vm.object(state), Some(Object::Dict(dict)) if !dict.is_empty()) {
                parts.push(state);
            }
            parts
        }
        Object::Set(_) | Object::FrozenSet(_) => {
            let items = vm.items_of(value)?.unwrap_or_default();
            let list = vm.heap.list(items);
            call(vm, own, &[list])
        }
        Object::Bytes(bytes) if bytes.is_empty() => call(vm, own, &[]),
        Object::Bytes(bytes) => {
            let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
            let (text, encoding) = (vm.heap.string(text), vm.heap.str("latin1"));
            let encode = copyreg(vm, "_encode")?;
            call(vm, encode, &[text, encoding])
        }
        Object::ByteArray(bytes) => {
            let bytes = vm.heap.value(Object::Bytes(bytes.into()));
            call(vm, own, &[bytes])
        }
        Object::Range(range) => {
            let bounds = [range.start, range.stop, range.step].map(Value::Int);
            call(vm, own, &bounds)
        }
        Object::Slice(parts) => call(vm, own, &*parts),
        Object::Complex { real, imag } => call(vm, own, &[Value::Float(real), Value::Float(imag)]),
        Object::BoundMethod { function, receiver } => {
            let name = vm.names.name;
            let name = vm.get_attr_nested(function, name)?;
            let getattr = builtin(vm, "getattr");
            call(vm, getattr, &[receiver, name])
        }
        Object::Native(native) => {
            let holder = native.owner.unwrap_or(vm.types.object);
            let getattr = builtin(vm, "getattr");
            let name = vm.heap.str(native.name);
            call(vm, getattr, &[Value::Obj(holder), name])
        }
        Object::Iterator(_) => {
            let items = rest_of(vm, value)?;
            let iter = builtin(vm, "iter");
            call(vm, iter, &[items])
        }
        _ => return Err(refused(vm, class)),
    };
    Ok(Reduced::Call(parts))
}

/// A list of what an iterator has left; the iterator itself stays where it is.
fn rest_of(vm: &mut Vm, iterator: Value) -> Result<Value, Raised> {
    let copy = vm.object(iterator).cloned().expect("an object");
    let copy = vm.heap.value(copy);
    let list = Value::Obj(vm.types.list);
    vm.call_nested(list, Args::of(&[copy]))
}

fn is_local(vm: &Vm, class: Ref) -> bool {
    let is_it = |&base: &Ref| {
        let base = vm.class(base);
        &*base.module == "_thread" && &*base.name == "_local"
    };
    vm.class(class).mro.iter().any(is_it)
}

fn builtin(vm: &mut Vm, name: &str) -> Value {
    let builtins = vm.builtins;
    vm.global(builtins, name).expect("a builtin")
}

/// An instance of a Python class: the class, the arguments of `__new__`, the state, and a builtin base's items.
fn instance(vm: &mut Vm, value: Value, class: Ref, protocol: u8) -> Result<Reduced, Raised> {
    let base = vm.unwrap(value);
    let base = (base != value).then_some(base);
    let state = state(vm, value, class)?;
    if let Some(Object::Set(_) | Object::FrozenSet(_)) = base.and_then(|base| vm.object(base)) {
        let items = vm.items_of(value)?.unwrap_or_default();
        let list = vm.heap.list(items);
        let mut parts = call(vm, Value::Obj(class), &[list]);
        parts.push(state);
        return Ok(Reduced::Call(parts));
    }
    if let Some(Object::Host(host)) = base.and_then(|base| vm.object(base)) {
        let class = host.class;
        return Err(refused(vm, class));
    }
    if let Some(ordered) = ordered_dict(vm).filter(|&ordered| vm.is_subclass(class, ordered)) {
        debug_assert!(base.is_some(), "{ordered:?} is a dict");
        let view = vm.symbols.intern("items");
        let view = vm.get_attr_nested(value, view)?;
        let pairs = vm.call_nested(view, Args::default())?;
        let mut parts = call(vm, Value::Obj(class), &[]);
        parts.extend([state, Value::None, pairs]);
        return Ok(Reduced::Call(parts));
    }
    if protocol < 2 {
        let slots = vm.names.slots;
        let getstate = own_method(vm, class, "__getstate__");
        let mut slotted = vm.lookup(class, slots).is_some() && getstate.is_none();
        if slotted {
            let question = copyreg(vm, "_has_slots")?;
            let answer = vm.call_nested(question, Args::of(&[Value::Obj(class)]))?;
            slotted = answer == Value::Bool(true);
        }
        if slotted {
            let text =
                "a class that defines __slots__ without defining __getstate__ cannot be pickled";
            let text = format!("{text} with protocol {protocol}");
            return Err(vm.type_error(&text));
        }
        let reconstruct = copyreg(vm, "_reconstructor")?;
        let (kind, inside) = match base {
            Some(base) => (vm.class_of(base), base),
            None => (vm.types.object, Value::None),
        };
        let arguments = [Value::Obj(class), Value::Obj(kind), inside];
        let mut parts = call(vm, reconstruct, &arguments);
        parts.push(state);
        return Ok(Reduced::Call(parts));
    }
    let mut arguments = vec![Value::Obj(class)];
    let (mut items, mut pairs) = (Value::None, Value::None);
    let mut function = "__newobj__";
    if let Some(method) = own_method(vm, class, "__getnewargs_ex__") {
        let result = vm.call_nested(method, Args::of(&[value]))?;
        arguments.extend(vm.items_of(result)?.unwrap_or_default());
        function = "__newobj_ex__";
    } else if let Some(method) = own_method(vm, class, "__getnewargs__") {
        let result = vm.call_nested(method, Args::of(&[value]))?;
        arguments.extend(vm.items_of(result)?.unwrap_or_default());
    } else if let Some(base) = base {
        match vm.object(base) {
            Some(Object::List(_)) => items = base,
            Some(Object::Dict(_)) => {
                let view = vm.symbols.intern("items");
                let view = vm.get_attr_nested(base, view)?;
                pairs = vm.call_nested(view, Args::default())?;
            }
            _ => arguments.push(base),
        }
    }
    let function = copyreg(vm, function)?;
    let mut parts = call(vm, function, &arguments);
    parts.extend([state, items, pairs]);
    Ok(Reduced::Call(parts))
}

/// `collections.OrderedDict`, if the script uses `collections` at all.
fn ordered_dict(vm: &mut Vm) -> Option<Ref> {
    let module = *vm.modules.get("collections")?;
    vm.global(module, "OrderedDict")?.as_ref()
}

/// `__getstate__()`: the script's own, or the attributes; None where there are none.
fn state(vm: &mut Vm, value: Value, class: Ref) -> Result<Value, Raised> {
    if let Some(method) = own_method(vm, class, "__getstate__") {
        return vm.call_nested(method, Args::of(&[value]));
    }
    let slots = vm.names.slots;
    if vm.lookup(class, slots).is_some() {
        let state = copyreg(vm, "_slot_state")?;
        return vm.call_nested(state, Args::of(&[value]));
    }
    let dict = vm.names.dict;
    let dict = vm.try_attr(value, dict)?.unwrap_or(Value::None);
    match vm.object(dict) {
        Some(Object::Dict(attributes)) if !attributes.is_empty() => Ok(dict),
        _ => Ok(Value::None),
    }
}
