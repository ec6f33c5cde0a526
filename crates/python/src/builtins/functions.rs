//! Builtin functions that need no class of their own.

use super::{library_call, ok, output};
use crate::code::Symbol;
use crate::heap::{BuiltinIterator, Object, Value};
use crate::text;
use crate::vm::{Args, Flow, NativeFn, NativeResult, Raised, Resume, Resumption, Step, Then, Vm};

const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("print", output::print),
    ("len", len),
    ("repr", repr),
    ("ascii", ascii),
    ("hash", hash),
    ("id", id),
    ("iter", iter),
    ("next", next),
    ("reversed", reversed),
    ("isinstance", isinstance),
    ("issubclass", issubclass),
    ("callable", callable),
    ("getattr", getattr),
    ("setattr", setattr),
    ("hasattr", hasattr),
    ("delattr", delattr),
    ("abs", abs),
    ("round", round),
    ("divmod", divmod),
    ("pow", pow),
    ("bin", bin),
    ("oct", oct),
    ("hex", hex),
    ("chr", chr),
    ("ord", ord),
    ("format", format),
    ("globals", globals),
    ("locals", locals),
    ("vars", vars),
    ("dir", dir),
    ("input", input),
    ("exec", refuse_exec),
    ("eval", refuse_eval),
    ("compile", refuse_compile),
    ("open", refuse_open),
    ("__import__", refuse_import),
    ("memoryview", refuse_memoryview),
    ("complex", refuse_complex),
    ("breakpoint", refuse_breakpoint),
];

pub(super) fn install(vm: &mut Vm) {
    let module = vm.builtins;
    for &(name, function) in FUNCTIONS {
        vm.add_function(module, name, function);
    }
}

macro_rules! refuse {
    ($($function:ident: $what:literal),*) => {
        $(fn $function(vm: &mut Vm, _args: Args) -> NativeResult {
            Err(vm.not_supported($what))
        })*
    };
}

refuse! {
    refuse_exec: "exec()", refuse_eval: "eval()", refuse_compile: "compile()", refuse_open: "open(): files",
    refuse_import: "__import__()", refuse_memoryview: "memoryview()", refuse_complex: "complex numbers",
    refuse_breakpoint: "breakpoint()"
}

fn len(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "len")?;
    let method = vm.special(value, vm.names.len);
    if let Some(method) = method.filter(|&m| !matches!(vm.object(m), Some(Object::Native(_)))) {
        return Ok(Flow::CallThen(Box::new((
            method,
            Args::of(&[value]),
            Then::new(check_len, Vec::new()),
        ))));
    }
    let base = vm.unwrap(value);
    let length = match vm.object(base) {
        Some(Object::Str(text)) => text.length as usize,
        Some(Object::Bytes(bytes)) => bytes.len(),
        Some(Object::ByteArray(bytes)) => bytes.len(),
        Some(Object::List(items)) => items.len(),
        Some(Object::Tuple(items)) => items.len(),
        Some(Object::Dict(table) | Object::Set(table) | Object::FrozenSet(table)) => table.len(),
        Some(Object::Range(range)) => range.len() as usize,
        Some(Object::DictView { dict, .. }) => match vm.heap.get(*dict) {
            Object::Dict(table) => table.len(),
            _ => 0,
        },
        _ => match method {
            Some(method) => return Ok(Flow::Call(Box::new((method, Args::of(&[value]))))),
            None => {
                let text = format!("object of type '{}' has no len()", vm.type_name(value));
                return Err(vm.type_error(&text));
            }
        },
    };
    ok(Value::Int(length as i64))
}

fn check_len(vm: &mut Vm, _then: Then, value: Value) -> NativeResult {
    match value {
        Value::Int(n) if n < 0 => Err(vm.raise("ValueError", "__len__() should return >= 0")),
        Value::Int(_) => ok(value),
        Value::Bool(b) => ok(Value::Int(i64::from(b))),
        _ => {
            let text = format!(
                "'{}' object cannot be interpreted as an integer",
                vm.type_name(value)
            );
            Err(vm.type_error(&text))
        }
    }
}

fn repr(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "repr")?;
    if matches!(vm.object(value), Some(Object::Instance(_))) {
        let method = vm.special(value, vm.names.repr);
        if let Some(method) = method.filter(|&m| !matches!(vm.object(m), Some(Object::Native(_)))) {
            return Ok(Flow::Call(Box::new((method, Args::of(&[value])))));
        }
    }
    let text = vm.repr_nested(value)?;
    ok(vm.heap.string(text))
}

fn ascii(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "ascii")?;
    let text = text::repr::escape_non_ascii(&vm.repr_nested(value)?);
    ok(vm.heap.string(text))
}

fn hash(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "hash")?;
    let hash = vm.hash_nested(value)?;
    ok(Value::Int(hash))
}

fn id(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "id")?;
    let id = match value {
        Value::Obj(r) => vm.address_of(r) as i64,
        Value::None => 0x7f39_0000_0010,
        Value::Bool(b) => 0x7f39_0000_0100 + i64::from(b) * 0x20,
        Value::Int(i) => 0x7f39_0001_0000_i64.wrapping_add(i.wrapping_mul(32)),
        Value::Float(f) => (f.to_bits() >> 16) as i64 | 1 << 40,
        _ => 0x7f39_0000_0200,
    };
    ok(Value::Int(id))
}

fn iter(vm: &mut Vm, args: Args) -> NativeResult {
    let [value, sentinel] = args.between(vm, "iter", 1)?;
    if !sentinel.is_unbound() {
        return library_call(vm, "_CallableIterator", Args::of(&[value, sentinel]));
    }
    match vm.iterator(value)? {
        Ok(iterator) => ok(iterator),
        Err(call) => Ok(Flow::Call(Box::new(call))),
    }
}

fn next(vm: &mut Vm, args: Args) -> NativeResult {
    let [iterator, default] = args.between(vm, "next", 1)?;
    match vm.step(iterator)? {
        Step::Item(item) => ok(item),
        Step::End if default.is_unbound() => Err(vm.raise_value("StopIteration", &[])),
        Step::End => ok(default),
        Step::Generator(generator) => Ok(Flow::Resume(Box::new(Resume {
            generator,
            how: Resumption::Send(Value::None),
            default,
        }))),
        Step::Call(callable, call_args) if default.is_unbound() => {
            Ok(Flow::Call(Box::new((callable, call_args))))
        }
        Step::Call(callable, call_args) => Ok(Flow::NextThen(Box::new((
            callable,
            call_args,
            Then::new(next_or_default, vec![default]),
        )))),
    }
}

fn next_or_default(vm: &mut Vm, then: Then, item: Value) -> NativeResult {
    ok(if item.is(vm.exhausted) {
        then.state[0]
    } else {
        item
    })
}

fn reversed(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "reversed")?;
    if let Some(method) = vm.special(value, vm.names.reversed) {
        return Ok(Flow::Call(Box::new((method, Args::of(&[value])))));
    }
    let base = vm.unwrap(value);
    let iterator = match vm.object(base) {
        Some(Object::List(items)) => BuiltinIterator::Reversed {
            items: base,
            left: items.len(),
        },
        Some(Object::Tuple(items)) => BuiltinIterator::Reversed {
            items: base,
            left: items.len(),
        },
        Some(Object::Range(range)) => {
            let left = range.len();
            BuiltinIterator::Range {
                next: range.start + range.step * (left as i64 - 1),
                step: -range.step,
                left,
            }
        }
        Some(Object::Dict(table)) => {
            let (dict, length) = (base.as_ref().expect("an object"), table.len());
            BuiltinIterator::Dict {
                dict,
                part: crate::heap::DictPart::Keys,
                index: 0,
                length,
                reversed: true,
            }
        }
        Some(Object::DictView { dict, part }) => {
            let (dict, part) = (*dict, *part);
            let length = match vm.heap.get(dict) {
                Object::Dict(table) => table.len(),
                _ => 0,
            };
            BuiltinIterator::Dict {
                dict,
                part,
                index: 0,
                length,
                reversed: true,
            }
        }
        _ => {
            let sequence = matches!(vm.object(base), Some(Object::Str(_) | Object::Bytes(_)))
                || vm.special(value, vm.names.getitem).is_some()
                    && vm.special(value, vm.names.len).is_some();
            if sequence {
                return library_call(vm, "_reversed_sequence", Args::of(&[value]));
            }
            let text = format!("'{}' object is not reversible", vm.type_name(value));
            return Err(vm.type_error(&text));
        }
    };
    ok(vm.heap.value(Object::Iterator(Box::new(iterator))))
}

fn class_test(
    vm: &mut Vm,
    class: crate::heap::Ref,
    wanted: Value,
    what: &str,
) -> Result<bool, Raised> {
    match vm.object(wanted) {
        Some(Object::Class(_)) => Ok(vm.is_subclass(class, wanted.as_ref().expect("an object"))),
        Some(Object::Tuple(items)) => {
            for &item in items.clone().iter() {
                if class_test(vm, class, item, what)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        _ if wanted.is_none() && what == "union" => Ok(class == vm.types.none),
        _ => {
            let text = match what {
                "issubclass" => {
                    "issubclass() arg 2 must be a class, a tuple of classes, or a union"
                }
                _ => "isinstance() arg 2 must be a type, a tuple of types, or a union",
            };
            Err(vm.type_error(text))
        }
    }
}

fn isinstance(vm: &mut Vm, args: Args) -> NativeResult {
    let [value, wanted] = args.exact(vm, "isinstance")?;
    let class = vm.class_of(value);
    let result = class_test(vm, class, wanted, "isinstance")?;
    ok(Value::Bool(result))
}

fn issubclass(vm: &mut Vm, args: Args) -> NativeResult {
    let [value, wanted] = args.exact(vm, "issubclass")?;
    let Some(Object::Class(_)) = vm.object(value) else {
        return Err(vm.type_error("issubclass() arg 1 must be a class"));
    };
    let result = class_test(vm, value.as_ref().expect("an object"), wanted, "issubclass")?;
    ok(Value::Bool(result))
}

fn callable(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "callable")?;
    let known = matches!(
        vm.object(value),
        Some(
            Object::Function(_) | Object::Native(_) | Object::BoundMethod { .. } | Object::Class(_)
        )
    );
    let result = known || vm.special(value, vm.names.call).is_some();
    ok(Value::Bool(result))
}

fn attribute_name(vm: &mut Vm, value: Value, function: &str) -> Result<Symbol, Raised> {
    match vm.text(value) {
        Some(text) => Ok(vm.symbols.intern(&text)),
        None => {
            let text = match function {
                "getattr" | "hasattr" | "setattr" => {
                    format!(
                        "attribute name must be string, not '{}'",
                        vm.type_name(value)
                    )
                }
                _ => format!(
                    "attribute name must be string, not '{}'",
                    vm.type_name(value)
                ),
            };
            Err(vm.type_error(&text))
        }
    }
}

fn getattr(vm: &mut Vm, args: Args) -> NativeResult {
    let [object, name, default] = args.between(vm, "getattr", 2)?;
    let name = attribute_name(vm, name, "getattr")?;
    if default.is_unbound() {
        let value = vm.get_attr_nested(object, name)?;
        return ok(value);
    }
    let value = vm.try_attr(object, name)?;
    ok(value.unwrap_or(default))
}

fn hasattr(vm: &mut Vm, args: Args) -> NativeResult {
    let [object, name] = args.exact(vm, "hasattr")?;
    let name = attribute_name(vm, name, "hasattr")?;
    let value = vm.try_attr(object, name)?;
    ok(Value::Bool(value.is_some()))
}

fn setattr(vm: &mut Vm, args: Args) -> NativeResult {
    let [object, name, value] = args.exact(vm, "setattr")?;
    let name = attribute_name(vm, name, "setattr")?;
    if let Some((callable, args)) = vm.set_attribute(object, name, value)? {
        return Ok(Flow::CallThen(Box::new((
            callable,
            args,
            Then::new(|_, _, _| ok(Value::None), Vec::new()),
        ))));
    }
    ok(Value::None)
}

fn delattr(vm: &mut Vm, args: Args) -> NativeResult {
    let [object, name] = args.exact(vm, "delattr")?;
    let name = attribute_name(vm, name, "delattr")?;
    if let Some((callable, args)) = vm.delete_attribute(object, name)? {
        return Ok(Flow::CallThen(Box::new((
            callable,
            args,
            Then::new(|_, _, _| ok(Value::None), Vec::new()),
        ))));
    }
    ok(Value::None)
}

fn abs(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "abs")?;
    if let Value::Float(f) = value {
        return ok(Value::Float(f.abs()));
    }
    if let Some(big) = vm.big(value) {
        let result = vm.int_value(num_traits::Signed::abs(&big));
        return ok(result);
    }
    match vm.special(value, vm.names.abs) {
        Some(method) => Ok(Flow::Call(Box::new((method, Args::of(&[value]))))),
        None => {
            let text = format!("bad operand type for abs(): '{}'", vm.type_name(value));
            Err(vm.type_error(&text))
        }
    }
}

fn round(vm: &mut Vm, args: Args) -> NativeResult {
    let [value, digits] = args.named(vm, "round", ["number", "ndigits"], 1)?;
    let digits = if digits.is_unbound() || digits.is_none() {
        None
    } else {
        vm.as_index(digits)?
    };
    match (value, digits) {
        (Value::Float(f), None) => {
            let int = text::float::round_to_int(f).map_err(|error| vm.text_error(error))?;
            let result = vm.int_from(int);
            ok(result)
        }
        (Value::Float(f), Some(n)) => {
            let result = text::float::round_to(f, n).map_err(|error| vm.text_error(error))?;
            ok(Value::Float(result))
        }
        (_, digits) if vm.big(value).is_some() => match digits {
            Some(n) if n < 0 => {
                let unit = num_bigint::BigInt::from(10).pow(n.unsigned_abs().min(4000) as u32);
                let big = vm.big(value).expect("checked");
                use num_integer::Integer;
                let (quotient, rest) = big.div_mod_floor(&unit);
                let twice = &rest * 2;
                let up = twice > unit || (twice == unit && quotient.is_odd());
                let result = (if up { quotient + 1 } else { quotient }) * unit;
                let result = vm.int_value(result);
                ok(result)
            }
            _ => {
                let big = vm.big(value).expect("checked");
                let result = vm.int_value(big);
                ok(result)
            }
        },
        _ => match vm.special(value, vm.names.round) {
            Some(method) => {
                let mut call = Args::of(&[value]);
                if let Some(n) = digits {
                    call.positional.push(Value::Int(n));
                }
                Ok(Flow::Call(Box::new((method, call))))
            }
            None => {
                let text = format!(
                    "type {} doesn't define __round__ method",
                    vm.type_name(value)
                );
                Err(vm.type_error(&text))
            }
        },
    }
}

fn divmod(vm: &mut Vm, args: Args) -> NativeResult {
    use crate::code::BinaryOp;
    let [a, b] = args.exact(vm, "divmod")?;
    let quotient = vm.binary_builtin(BinaryOp::FloorDiv, a, b, false)?;
    let rest = vm.binary_builtin(BinaryOp::Mod, a, b, false)?;
    match (quotient, rest) {
        (Some(quotient), Some(rest)) => ok(vm.heap.tuple(&[quotient, rest])),
        _ => match vm.special(a, vm.names.divmod) {
            Some(method) => Ok(Flow::Call(Box::new((method, Args::of(&[a, b]))))),
            None => {
                let (a, b) = (vm.type_name(a), vm.type_name(b));
                Err(vm.type_error(&format!(
                    "unsupported operand type(s) for divmod(): '{a}' and '{b}'"
                )))
            }
        },
    }
}

fn pow(vm: &mut Vm, args: Args) -> NativeResult {
    let [base, exponent, modulus] = args.named(vm, "pow", ["base", "exp", "mod"], 2)?;
    if modulus.is_unbound() || modulus.is_none() {
        if let Some(result) =
            vm.binary_builtin(crate::code::BinaryOp::Pow, base, exponent, false)?
        {
            return ok(result);
        }
        return match vm.special(base, vm.names.pow) {
            Some(method) => Ok(Flow::Call(Box::new((method, Args::of(&[base, exponent]))))),
            None => {
                let (a, b) = (vm.type_name(base), vm.type_name(exponent));
                Err(vm.type_error(&format!(
                    "unsupported operand type(s) for ** or pow(): '{a}' and '{b}'"
                )))
            }
        };
    }
    match (vm.int_of(base), vm.int_of(exponent), vm.int_of(modulus)) {
        (Some(a), Some(b), Some(m)) => {
            let result =
                text::int::modular_power(&a, &b, &m).map_err(|error| vm.text_error(error))?;
            let result = vm.int_from(result);
            ok(result)
        }
        _ => Err(vm.type_error("pow() 3rd argument not allowed unless all arguments are integers")),
    }
}

fn in_base(vm: &mut Vm, args: Args, name: &str, radix: u32) -> NativeResult {
    let [value] = args.exact(vm, name)?;
    match vm.int_of(value) {
        Some(int) => {
            let text = text::int::prefixed(&int, radix);
            ok(vm.heap.string(text))
        }
        None => {
            let text = format!(
                "'{}' object cannot be interpreted as an integer",
                vm.type_name(value)
            );
            Err(vm.type_error(&text))
        }
    }
}

fn bin(vm: &mut Vm, args: Args) -> NativeResult {
    in_base(vm, args, "bin", 2)
}

fn oct(vm: &mut Vm, args: Args) -> NativeResult {
    in_base(vm, args, "oct", 8)
}

fn hex(vm: &mut Vm, args: Args) -> NativeResult {
    in_base(vm, args, "hex", 16)
}

fn chr(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "chr")?;
    let Some(code) = vm.as_index(value)? else {
        let text = format!(
            "'{}' object cannot be interpreted as an integer",
            vm.type_name(value)
        );
        return Err(vm.type_error(&text));
    };
    match u32::try_from(code).ok().and_then(char::from_u32) {
        Some(c) => ok(vm.char_value(c)),
        None if (0xd800..0xe000).contains(&code) => Err(vm.not_supported("surrogate code points")),
        None => Err(vm.raise("ValueError", "chr() arg not in range(0x110000)")),
    }
}

fn ord(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "ord")?;
    if let Some(Object::Bytes(bytes)) = vm.object(value) {
        if bytes.len() == 1 {
            return ok(Value::Int(i64::from(bytes[0])));
        }
    }
    match vm.text(value) {
        Some(text) => {
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => ok(Value::Int(i64::from(u32::from(c)))),
                _ => {
                    let count = text.chars().count();
                    Err(vm.type_error(&format!(
                        "ord() expected a character, but string of length {count} found"
                    )))
                }
            }
        }
        None => {
            let text = format!(
                "ord() expected string of length 1, but {} found",
                vm.type_name(value)
            );
            Err(vm.type_error(&text))
        }
    }
}

fn format(vm: &mut Vm, args: Args) -> NativeResult {
    let [value, spec] = args.between(vm, "format", 1)?;
    vm.format_value(value, spec)
}

fn globals(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "globals")?;
    let module = vm.frames.last().expect("a frame calls").module;
    let dict = vm.names.dict;
    let value = vm.get_attr_nested(Value::Obj(module), dict)?;
    ok(value)
}

fn locals(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "locals")?;
    let frame = vm.frames.last().expect("a frame calls");
    if frame.code.code.kind == crate::code::CodeKind::Module {
        return globals(vm, Args::default());
    }
    let code = frame.code.code.clone();
    let base = frame.base;
    let pairs: Vec<_> = code
        .locals
        .iter()
        .enumerate()
        .map(|(index, &name)| (name, vm.stack[base + index]))
        .filter(|pair| !pair.1.is_unbound())
        .collect();
    let dict = vm.dict_of(pairs)?;
    ok(dict)
}

fn vars(vm: &mut Vm, args: Args) -> NativeResult {
    let [object] = args.between(vm, "vars", 0)?;
    if object.is_unbound() {
        return locals(vm, Args::default());
    }
    let dict = vm.names.dict;
    match vm.try_attr(object, dict)? {
        Some(value) => ok(value),
        None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
    }
}

fn dir(vm: &mut Vm, args: Args) -> NativeResult {
    let [object] = args.between(vm, "dir", 0)?;
    let object = if object.is_unbound() {
        Value::Obj(vm.frames.last().expect("a frame calls").module)
    } else {
        object
    };
    let mut names = std::collections::BTreeSet::new();
    let mut add = |vm: &Vm, symbols: Vec<Symbol>| {
        for symbol in symbols {
            names.insert(vm.symbol_name(symbol).to_string());
        }
    };
    let own = match vm.object(object) {
        Some(Object::Instance(instance)) => instance.attrs.iter().map(|pair| pair.0).collect(),
        Some(Object::Module(module)) => module.order.clone(),
        _ => Vec::new(),
    };
    add(vm, own);
    let class = match vm.object(object) {
        Some(Object::Class(_)) => object.as_ref().expect("an object"),
        _ => vm.class_of(object),
    };
    if !matches!(vm.object(object), Some(Object::Module(_))) {
        for base in vm.class(class).mro.clone() {
            let symbols = vm.class(base).attrs.iter().map(|pair| pair.0).collect();
            add(vm, symbols);
        }
    }
    let values: Vec<Value> = names.iter().map(|name| vm.heap.str(name)).collect();
    ok(vm.heap.list(values))
}

fn input(vm: &mut Vm, args: Args) -> NativeResult {
    let _ = args;
    Err(vm.raise("EOFError", "EOF when reading a line"))
}
