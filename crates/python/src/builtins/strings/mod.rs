//! `str`: construction and the methods that need nothing but the text; searching, cutting, codecs and formatting are beside
//! it. The rules themselves are in `crate::text`: here Python's arguments are read and its errors are told.

mod arguments;
mod codec;
mod percent;
mod search;
mod split;
mod template;
mod translate;

pub(super) use arguments::{bounds, count_argument};
pub(super) use codec::{decode, encode};

use super::lists::{contains, get_item, iter_of};
use super::numbers::wrapped;
use super::objects::install_new;
use super::ok;
use crate::heap::{Object, Str, Value};
use crate::text::TextError;
use crate::text::strings::{Text, case, classify, pad};
use crate::vm::{Args, Flow, NativeFn, NativeResult, Raised, Then, Vm};
use arguments::{fill_argument, own, text_argument};

pub(super) fn install(vm: &mut Vm) {
    let class = vm.types.str;
    install_new(vm, class, str_new);
    vm.add_methods(class, CASES);
    vm.add_methods(class, QUESTIONS);
    vm.add_methods(class, SHAPES);
    vm.add_methods(class, PROTOCOLS);
    vm.add_methods(class, search::METHODS);
    vm.add_methods(class, split::METHODS);
    vm.add_methods(class, template::METHODS);
    vm.add_methods(class, translate::METHODS);
    vm.add_methods(class, &[("encode", codec::str_encode)]);
    super::objects::install_static(vm, class, "maketrans", translate::make_table);
}

type Methods = &'static [(&'static str, NativeFn)];

const CASES: Methods = &[
    ("upper", |vm, args| {
        mapped(vm, args, "str.upper", case::upper)
    }),
    ("lower", |vm, args| {
        mapped(vm, args, "str.lower", case::lower)
    }),
    ("title", |vm, args| {
        mapped(vm, args, "str.title", case::title)
    }),
    ("capitalize", |vm, args| {
        mapped(vm, args, "str.capitalize", case::capitalize)
    }),
    ("swapcase", |vm, args| {
        mapped(vm, args, "str.swapcase", case::swapcase)
    }),
    ("casefold", |vm, args| {
        mapped(vm, args, "str.casefold", case::casefold)
    }),
];

const QUESTIONS: Methods = &[
    ("isdecimal", |vm, args| {
        asked(vm, args, "str.isdecimal", classify::is_decimal)
    }),
    ("isdigit", |vm, args| {
        asked(vm, args, "str.isdigit", classify::is_digit)
    }),
    ("isnumeric", |vm, args| {
        asked(vm, args, "str.isnumeric", classify::is_numeric)
    }),
    ("isalpha", |vm, args| {
        asked(vm, args, "str.isalpha", classify::is_alpha)
    }),
    ("isalnum", |vm, args| {
        asked(vm, args, "str.isalnum", classify::is_alnum)
    }),
    ("isspace", |vm, args| {
        asked(vm, args, "str.isspace", classify::is_space)
    }),
    ("isprintable", |vm, args| {
        asked(vm, args, "str.isprintable", classify::is_printable)
    }),
    ("isascii", |vm, args| {
        asked(vm, args, "str.isascii", classify::is_ascii)
    }),
    ("isidentifier", |vm, args| {
        asked(vm, args, "str.isidentifier", classify::is_identifier)
    }),
    ("islower", |vm, args| {
        asked(vm, args, "str.islower", classify::is_lower)
    }),
    ("isupper", |vm, args| {
        asked(vm, args, "str.isupper", classify::is_upper)
    }),
    ("istitle", |vm, args| {
        asked(vm, args, "str.istitle", classify::is_title)
    }),
];

const SHAPES: Methods = &[
    ("center", |vm, args| {
        padded(vm, args, "str.center", pad::center)
    }),
    ("ljust", |vm, args| {
        padded(vm, args, "str.ljust", pad::ljust)
    }),
    ("rjust", |vm, args| {
        padded(vm, args, "str.rjust", pad::rjust)
    }),
    ("zfill", |vm, args| {
        let [value, width] = args.exact(vm, "str.zfill")?;
        let own = own(vm, value, "zfill")?;
        let width = count_argument(vm, width)?;
        give(vm, pad::zfill(text_of(&own), width))
    }),
    ("expandtabs", |vm, args| {
        let [value, size] = args.named(vm, "expandtabs", ["self", "tabsize"], 1)?;
        let own = own(vm, value, "expandtabs")?;
        let size = match size {
            Value::Unbound => 8,
            size => count_argument(vm, size)?,
        };
        give(vm, pad::expandtabs(&own.text, size))
    }),
];

const PROTOCOLS: Methods = &[
    ("__len__", |vm, args| {
        let [value] = args.exact(vm, "str.__len__")?;
        let length = own(vm, value, "__len__")?.length;
        ok(Value::Int(i64::from(length)))
    }),
    ("__str__", |vm, args| {
        let [value] = args.exact(vm, "str.__str__")?;
        own(vm, value, "__str__")?;
        ok(vm.unwrap(value))
    }),
    ("__iter__", iter_of),
    ("__getitem__", get_item),
    ("__contains__", contains),
    ("__mod__", |vm, args| {
        let [value, values] = args.exact(vm, "str.__mod__")?;
        own(vm, value, "__mod__")?;
        let text = vm.unwrap(value);
        Ok(Flow::Value(vm.percent_format(text, values)?))
    }),
];

/// The text with its length, for the rules of text.
fn text_of(own: &Str) -> Text<'_> {
    Text::with_length(&own.text, own.length as usize)
}

/// A rule's text as the result.
fn give(vm: &mut Vm, result: Result<String, TextError>) -> NativeResult {
    match result {
        Ok(text) => {
            vm.check_heap_growth(text.len() as u64)?;
            ok(vm.heap.string(text))
        }
        Err(error) => Err(vm.text_error(error)),
    }
}

fn mapped(vm: &mut Vm, args: Args, name: &str, rule: fn(&str) -> String) -> NativeResult {
    let [value] = args.exact(vm, name)?;
    let own = own(vm, value, &name[4..])?;
    give(vm, Ok(rule(&own.text)))
}

fn asked(vm: &mut Vm, args: Args, name: &str, rule: fn(&str) -> bool) -> NativeResult {
    let [value] = args.exact(vm, name)?;
    let own = own(vm, value, &name[4..])?;
    ok(Value::Bool(rule(&own.text)))
}

type PadRule = fn(Text, i64, char) -> Result<String, TextError>;

fn padded(vm: &mut Vm, args: Args, name: &str, rule: PadRule) -> NativeResult {
    let [value, width, fill] = args.between(vm, name, 2)?;
    let own = own(vm, value, &name[4..])?;
    let width = count_argument(vm, width)?;
    let fill = fill_argument(vm, fill)?;
    give(vm, rule(text_of(&own), width, fill))
}

/// `str(object="", encoding=…, errors=…)`
fn str_new(vm: &mut Vm, args: Args) -> NativeResult {
    let [class, value, encoding, errors] =
        args.named(vm, "str", ["cls", "object", "encoding", "errors"], 1)?;
    if value.is_unbound() {
        let empty = vm.heap.str("");
        return wrapped(vm, class, empty);
    }
    if !encoding.is_unbound() || !errors.is_unbound() {
        let bytes = match vm.object(vm.unwrap(value)) {
            Some(Object::Bytes(bytes)) => bytes.to_vec(),
            Some(Object::ByteArray(bytes)) => bytes.clone(),
            Some(Object::Str(_)) => return Err(vm.type_error("decoding str is not supported")),
            _ => {
                let text = format!(
                    "decoding to str: need a bytes-like object, {} found",
                    vm.type_name(value)
                );
                return Err(vm.type_error(&text));
            }
        };
        let text = decode(vm, &bytes, "str", encoding, errors)?;
        let text = vm.heap.string(text);
        return wrapped(vm, class, text);
    }
    match vm.str_flow(value)? {
        Flow::Value(text) => wrapped(vm, class, text),
        Flow::Call(call) => {
            let (method, args) = *call;
            let then = Then::new(checked_text, vec![class]);
            Ok(Flow::CallThen(Box::new((method, args, then))))
        }
        other => Ok(other),
    }
}

fn checked_text(vm: &mut Vm, then: Then, result: Value) -> NativeResult {
    if vm.text(result).is_none() {
        let text = format!(
            "__str__ returned non-string (type {})",
            vm.type_name(result)
        );
        return Err(vm.type_error(&text));
    }
    wrapped(vm, then.state[0], result)
}

/// What a flow comes to when nothing may be switched on the way.
fn settled(vm: &mut Vm, flow: Flow) -> Result<Value, Raised> {
    let mut flow = flow;
    loop {
        flow = match flow {
            Flow::Value(value) => return Ok(value),
            Flow::Call(call) => return vm.call_nested(call.0, call.1),
            Flow::CallThen(call) => {
                let (callable, args, then) = *call;
                let result = vm.call_nested(callable, args)?;
                (then.function)(vm, then, result)?
            }
            _ => return Err(vm.not_supported("a blocking call inside the formatting of text")),
        }
    }
}
