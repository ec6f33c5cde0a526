//! `complex`: construction and methods. Its arithmetic is the operators' business.

use super::numbers::wrapped;
use super::objects::install_new;
use super::ok;
use crate::heap::{Object, Value};
use crate::text::complex::{Complex, complex, parse};
use crate::vm::{Args, NativeResult, Raised, Vm};

pub(super) fn install(vm: &mut Vm) {
    let class = vm.types.complex;
    install_new(vm, class, new);
    vm.add_methods(
        class,
        &[
            ("conjugate", |vm, args| {
                let [own] = args.exact(vm, "complex.conjugate")?;
                let z = own_value(vm, own)?;
                ok(vm.complex_value(complex(z.real, -z.imag)))
            }),
            ("__complex__", |vm, args| {
                let [own] = args.exact(vm, "complex.__complex__")?;
                let z = own_value(vm, own)?;
                ok(vm.complex_value(z))
            }),
            ("__abs__", |vm, args| {
                let [own] = args.exact(vm, "complex.__abs__")?;
                let z = own_value(vm, own)?;
                ok(Value::Float(z.real.hypot(z.imag)))
            }),
        ],
    );
}

fn own_value(vm: &mut Vm, own: Value) -> Result<Complex, Raised> {
    let base = vm.unwrap(own);
    match vm.object(base) {
        Some(&Object::Complex { real, imag }) => Ok(complex(real, imag)),
        _ => Err(vm.type_error("a complex is required")),
    }
}

/// `complex(real=0, imag=0)`, or of a text.
fn new(vm: &mut Vm, args: Args) -> NativeResult {
    let [class, real, imag] = args.named(vm, "complex", ["cls", "real", "imag"], 1)?;
    if let Some(text) = vm.text(real) {
        if !imag.is_unbound() {
            return Err(vm.type_error("complex() can't take second arg if first is a string"));
        }
        let z = parse(&text).map_err(|error| vm.text_error(error))?;
        let made = vm.complex_value(z);
        return wrapped(vm, class, made);
    }
    if vm.text(imag).is_some() {
        return Err(vm.type_error("complex() second arg can't be a string"));
    }
    let first = part(vm, real, "first")?;
    let second = part(vm, imag, "second")?;
    let (first_base, second_base) = (vm.unwrap(real), vm.unwrap(imag));
    let mut z = complex(first.real, second.real);
    if vm.is_complex(first_base) || imag.is_unbound() {
        z.imag = first.imag + second.real;
    }
    if vm.is_complex(second_base) {
        z.real -= second.imag;
    }
    let made = vm.complex_value(z);
    wrapped(vm, class, made)
}

fn part(vm: &mut Vm, value: Value, which: &str) -> Result<Complex, Raised> {
    if value.is_unbound() {
        return Ok(complex(0.0, 0.0));
    }
    let base = vm.unwrap(value);
    if let Some(z) = vm.complex_of(base) {
        return Ok(z);
    }
    let names = [
        vm.symbols.intern("__complex__"),
        vm.names.float,
        vm.names.index,
    ];
    for name in names {
        if let Some(method) = vm.special(value, name) {
            let result = vm.call_nested(method, Args::of(&[value]))?;
            if let Some(z) = vm.complex_of(result) {
                return Ok(z);
            }
        }
    }
    let text = match which {
        "first" => format!(
            "complex() first argument must be a string or a number, not '{}'",
            vm.type_name(value)
        ),
        _ => format!(
            "complex() second argument must be a number, not '{}'",
            vm.type_name(value)
        ),
    };
    Err(vm.type_error(&text))
}
