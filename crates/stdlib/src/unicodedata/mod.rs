//! `unicodedata`: names, properties and normal forms of characters, and the same for the parser's sake. The tables are the
//! whole library's alone: the starter hands on what needs them.

mod forms;
mod tables;

use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Raised, Support, Vm};
pub(crate) use tables::character;

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "unicodedata",
    functions: &[
        ("name", name),
        ("lookup", lookup),
        ("category", |vm, args| property(vm, args, "category")),
        ("bidirectional", |vm, args| {
            property(vm, args, "bidirectional")
        }),
        ("east_asian_width", |vm, args| {
            property(vm, args, "east_asian_width")
        }),
        ("combining", |vm, args| property(vm, args, "combining")),
        ("mirrored", |vm, args| property(vm, args, "mirrored")),
        ("decomposition", |vm, args| {
            property(vm, args, "decomposition")
        }),
        ("decimal", |vm, args| number(vm, args, "decimal")),
        ("digit", |vm, args| number(vm, args, "digit")),
        ("numeric", |vm, args| number(vm, args, "numeric")),
        ("normalize", normalize),
        ("is_normalized", is_normalized),
    ],
    set_up: None,
    source: Some("unidata_version = \"14.0.0\"\n"),
    shown_as: "",
    support: Support {
        there: "names and aliases, `lookup`, categories, numbers, decompositions and the four normal forms of Unicode 14.0",
        partial: &[(
            "`lookup`",
            "names of sequences of several characters are not known",
        )],
        refused: &[("`ucd_3_2_0`, `UCD`", "an old database, rarely asked for")],
    },
}];

/// What a look into the tables costs, in ps.
const LOOK_PS: u64 = 60_000;
/// What a normal form costs for a character, in ps.
const CHARACTER_PS: u64 = 40_000;

/// The normal form NFKC, as the parser wants it for names.
pub(crate) fn nfkc(text: &str) -> String {
    forms::normal_form("NFKC", text).unwrap_or_default()
}

fn one(vm: &mut Vm, value: Value, function: &str, argument: &str) -> Result<char, Raised> {
    vm.spend(LOOK_PS);
    let text = vm.text(value);
    let Some(text) = text else {
        let told = vm.type_name(value);
        return Err(vm.type_error(&format!(
            "{function}() {argument} must be a unicode character, not {told}"
        )));
    };
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(c), None) => Ok(c),
        _ => Err(vm.type_error(&format!(
            "{function}() {argument} must be a unicode character, not str"
        ))),
    }
}

fn name(vm: &mut Vm, args: Args) -> NativeResult {
    let [value, default] = args.between(vm, "name", 1)?;
    let c = one(vm, value, "name", "argument 1")?;
    match tables::name(c) {
        Some(name) => Ok(Flow::Value(vm.heap.string(name))),
        None if default.is_unbound() => Err(vm.raise("ValueError", "no such name")),
        None => Ok(Flow::Value(default)),
    }
}

fn lookup(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "lookup")?;
    let Some(name) = vm.text(value) else {
        let told = vm.type_name(value);
        return Err(vm.type_error(&format!(
            "lookup() argument must be read-only bytes-like object, not {told}"
        )));
    };
    vm.spend(LOOK_PS);
    match character(&name) {
        Some(c) => Ok(Flow::Value(vm.heap.string(c.to_string()))),
        None => {
            let text = vm.heap.string(format!("undefined character name '{name}'"));
            Err(vm.raise_value("KeyError", &[text]))
        }
    }
}

fn property(vm: &mut Vm, args: Args, which: &'static str) -> NativeResult {
    let [value] = args.exact(vm, which)?;
    let c = one(vm, value, which, "argument")?;
    let properties = tables::properties(c);
    let text = match which {
        "category" => properties.category,
        "bidirectional" => properties.bidirectional,
        "east_asian_width" => properties.width,
        "combining" => return Ok(Flow::Value(Value::Int(i64::from(properties.combining)))),
        "mirrored" => return Ok(Flow::Value(Value::Int(i64::from(properties.is_mirrored)))),
        _ => {
            let made = tables::compositions().made.get(&c);
            let text = made.map_or(String::new(), |made| {
                let codes = made.of.iter().map(|c| format!("{:04X}", u32::from(*c)));
                let kind = Some(made.kind.to_owned()).filter(|kind| !kind.is_empty());
                kind.into_iter().chain(codes).collect::<Vec<_>>().join(" ")
            });
            return Ok(Flow::Value(vm.heap.string(text)));
        }
    };
    Ok(Flow::Value(vm.heap.str(text)))
}

fn number(vm: &mut Vm, args: Args, which: &'static str) -> NativeResult {
    let [value, default] = args.between(vm, which, 1)?;
    let c = one(vm, value, which, "argument 1")?;
    let number = tables::number(c).filter(|number| match which {
        "decimal" => number.is_decimal,
        "digit" => number.is_digit,
        _ => true,
    });
    match number {
        Some(number) if which == "numeric" => {
            let float = number.numerator as f64 / number.denominator as f64;
            Ok(Flow::Value(Value::Float(float)))
        }
        Some(number) => Ok(Flow::Value(Value::Int(number.numerator))),
        None if !default.is_unbound() => Ok(Flow::Value(default)),
        None => {
            let text = match which {
                "numeric" => "not a numeric character",
                "digit" => "not a digit",
                _ => "not a decimal",
            };
            Err(vm.raise("ValueError", text))
        }
    }
}

fn formed(
    vm: &mut Vm,
    args: Args,
    function: &'static str,
) -> Result<(Value, String, String), Raised> {
    let [form, value] = args.exact(vm, function)?;
    let (Some(form), Some(Object::Str(_))) = (vm.text(form), vm.object(vm.unwrap(value))) else {
        return Err(vm.type_error(&format!(
            "{function}() argument 2 must be str, not {}",
            vm.type_name(value)
        )));
    };
    let text = vm.text(value).unwrap_or_default().to_string();
    vm.spend(LOOK_PS + CHARACTER_PS * text.len() as u64);
    match forms::normal_form(&form, &text) {
        Some(formed) => Ok((value, text, formed)),
        None => Err(vm.raise("ValueError", "invalid normalization form")),
    }
}

fn normalize(vm: &mut Vm, args: Args) -> NativeResult {
    let (value, text, formed) = formed(vm, args, "normalize")?;
    Ok(Flow::Value(match text == formed {
        true => value,
        false => vm.heap.string(formed),
    }))
}

fn is_normalized(vm: &mut Vm, args: Args) -> NativeResult {
    let (_, text, formed) = formed(vm, args, "is_normalized")?;
    Ok(Flow::Value(Value::Bool(text == formed)))
}
