//! Classes of the host that scripts can construct and derive from. Knows no module.

use interleave_python::heap::{
    Attrs, Host, HostNumbers, HostValues, Native, Object, Property, Ref, Value, no_words,
};
use interleave_python::vm::{Args, NativeFn, Raised, Vm};

/// An object of `class` with this state.
pub(crate) fn new_host(
    vm: &mut Vm,
    class: Ref,
    values: impl Into<HostValues>,
    numbers: impl Into<HostNumbers>,
) -> Value {
    let host = Host {
        class,
        attrs: Attrs::default(),
        values: values.into(),
        numbers: numbers.into(),
        words: no_words(),
        traced: None,
    };
    vm.heap.value(Object::Host(Box::new(host)))
}

/// A class of `module` that scripts can call: `new` is its `__new__`, with the class as first argument.
pub(crate) fn constructible(
    vm: &mut Vm,
    module: (&'static str, Ref),
    name: &'static str,
    new: NativeFn,
    methods: &[(&'static str, NativeFn)],
) -> Ref {
    let class = vm.new_host_class(module.0, name, methods);
    let new = native(vm, "__new__", new, false);
    let new = vm.heap.value(Object::StaticMethod(new));
    let symbol = vm.names.new;
    vm.set_class_attr(class, symbol, new);
    vm.set_global(module.1, name, Value::Obj(class));
    class
}

/// A native function as a value; one that `binds` takes `self` when found on a class.
pub(crate) fn native(vm: &mut Vm, name: &'static str, function: NativeFn, binds: bool) -> Value {
    vm.heap.value(Object::Native(Native {
        name,
        function,
        binds,
        owner: None,
        shortcut: None,
    }))
}

/// Natives that a module's Python part makes methods of its classes.
pub(crate) fn publish_methods(
    vm: &mut Vm,
    module: Ref,
    methods: &[(&'static str, &'static str, NativeFn)],
) {
    for &(global, name, function) in methods {
        let method = native(vm, name, function, true);
        vm.set_global(module, global, method);
    }
}

/// Sets an attribute of a class.
pub(crate) fn set_class_value(vm: &mut Vm, class: Ref, name: &str, value: Value) {
    let symbol = vm.symbols.intern(name);
    vm.set_class_attr(class, symbol, value);
}

/// The receiver of a method, which must be an object of the class that is kept as `root`.
pub(crate) fn receiver(
    vm: &mut Vm,
    args: &Args,
    root: &'static str,
    method: &str,
) -> Result<Value, Raised> {
    let class = vm.roots[root].as_ref().expect("set up with its module");
    let name = vm.class(class).name.clone();
    match args.positional.first() {
        Some(&own) if vm.host(own).is_some_and(|host| host.class == class) => Ok(own),
        Some(&other) => {
            let told = vm.type_name(other);
            let text = format!(
                "descriptor '{method}' for '{name}' objects doesn't apply to a '{told}' object"
            );
            Err(vm.type_error(&text))
        }
        None => {
            let text = format!("unbound method {name}.{method}() needs an argument");
            Err(vm.type_error(&text))
        }
    }
}

/// Adds a computed, read-only attribute to a class.
pub(crate) fn add_property(vm: &mut Vm, class: Ref, name: &'static str, getter: NativeFn) {
    let getter = native(vm, name, getter, true);
    let property = Property {
        getter,
        setter: Value::None,
        deleter: Value::None,
        doc: Value::None,
    };
    let property = vm.heap.value(Object::Property(Box::new(property)));
    set_class_value(vm, class, name, property);
}

/// The class that a `__new__` was called with, which must be the one kept as `root` or derive from it.
pub(crate) fn class_given(vm: &mut Vm, args: &Args, root: &str) -> Result<Ref, Raised> {
    let base = vm.roots.get(root).and_then(|class| class.as_ref());
    if let (Some(&Value::Obj(class)), Some(base)) = (args.positional.first(), base)
        && matches!(vm.heap.get(class), Object::Class(_))
        && vm.is_subclass(class, base)
    {
        return Ok(class);
    }
    Err(vm.type_error("__new__() needs a class of its own kind"))
}

/// Whether `value` is an object of the class kept as `root`.
pub(crate) fn is_of(vm: &Vm, value: Value, root: &str) -> bool {
    let base = vm.roots.get(root).and_then(|class| class.as_ref());
    base.is_some_and(|base| vm.host(value).is_some() && vm.is_instance(value, base))
}

/// Makes `base`, a class of the host too, the base of `class`.
pub(crate) fn derive(vm: &mut Vm, class: Ref, base: Ref) {
    let mut mro = vec![class];
    mro.extend(vm.class(base).mro.iter().copied());
    if let Object::Class(class) = vm.heap.get_mut(class) {
        class.bases = vec![base];
        class.mro = mro;
    }
    if let Object::Class(base) = vm.heap.get_mut(base) {
        base.subclasses.push(class);
    }
}
