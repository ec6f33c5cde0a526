//! `str.format` and `str.format_map`. Follows CPython's `Objects/stringlib/unicode_format.h`, so that errors come in its order.

use super::arguments::own;
use super::{Methods, give, settled};
use crate::builtins::ok;
use crate::code::Symbol;
use crate::heap::Value;
use crate::text::{TextError, check_result_bytes, repr, value};
use crate::vm::{Flow, Raised, Vm};

pub(super) const METHODS: Methods = &[
    ("format", |vm, args| {
        let own = own(vm, args.positional[0], "format")?;
        let template: Vec<char> = own.text.chars().collect();
        let mut fill = Fill {
            source: Source::Call {
                positional: &args.positional[1..],
                keywords: &args.keywords,
            },
            numbering: Numbering::Open,
            next: 0,
        };
        let text = fill.text(vm, &template, 2)?;
        give(vm, Ok(text))
    }),
    ("format_map", |vm, args| {
        let [value, mapping] = args.exact(vm, "str.format_map")?;
        let own = own(vm, value, "format_map")?;
        let template: Vec<char> = own.text.chars().collect();
        let mut fill = Fill {
            source: Source::Mapping(mapping),
            numbering: Numbering::Open,
            next: 0,
        };
        let text = fill.text(vm, &template, 2)?;
        give(vm, Ok(text))
    }),
    ("__format__", |vm, args| {
        let [value, spec] = args.exact(vm, "str.__format__")?;
        own(vm, value, "__format__")?;
        let text = vm.unwrap(value);
        let text = vm.format_value(text, spec)?;
        ok(settled(vm, text)?)
    }),
];

/// Where fields find their values.
enum Source<'a> {
    Call {
        positional: &'a [Value],
        keywords: &'a [(Symbol, Value)],
    },
    Mapping(Value),
}

/// Whether `{}` or `{0}` has been seen.
#[derive(Clone, Copy, PartialEq)]
enum Numbering {
    Open,
    Automatic,
    Manual,
}

struct Fill<'a> {
    source: Source<'a>,
    numbering: Numbering,
    next: usize,
}

/// A replacement field as it is written.
#[derive(Default)]
struct Field<'t> {
    name: &'t [char],
    conversion: Option<char>,
    spec: &'t [char],
    spec_is_nested: bool,
}

/// A template's next literal text and the field after it, if there is one.
struct Markup<'t> {
    literal: &'t [char],
    field: Option<Field<'t>>,
}

fn next_markup<'t>(rest: &mut &'t [char]) -> Result<Markup<'t>, TextError> {
    let all = *rest;
    let Some(brace) = all.iter().position(|&c| matches!(c, '{' | '}')) else {
        *rest = &[];
        return Ok(Markup {
            literal: all,
            field: None,
        });
    };
    let after = all.get(brace + 1).copied();
    if after == Some(all[brace]) {
        *rest = &all[brace + 2..];
        return Ok(Markup {
            literal: &all[..brace + 1],
            field: None,
        });
    }
    if all[brace] == '}' {
        return value("Single '}' encountered in format string");
    }
    if after.is_none() {
        return value("Single '{' encountered in format string");
    }
    *rest = &all[brace + 1..];
    Ok(Markup {
        literal: &all[..brace],
        field: Some(next_field(rest)?),
    })
}

fn next_field<'t>(rest: &mut &'t [char]) -> Result<Field<'t>, TextError> {
    let all = *rest;
    let (mut at, mut end_mark) = (0, None);
    while let Some(&c) = all.get(at) {
        at += 1;
        match c {
            '{' => return value("unexpected '{' in field name"),
            '[' => at += all[at..].iter().take_while(|&&c| c != ']').count(),
            '}' | ':' | '!' => {
                end_mark = Some(c);
                break;
            }
            _ => {}
        }
    }
    let Some(mut mark) = end_mark else {
        return value("expected '}' before end of string");
    };
    let mut field = Field {
        name: &all[..at - 1],
        ..Field::default()
    };
    if mark == '!' {
        let Some(&conversion) = all.get(at) else {
            return value("end of string while looking for conversion specifier");
        };
        field.conversion = Some(conversion);
        at += 1;
        if let Some(&c) = all.get(at) {
            at += 1;
            mark = c;
            if mark != '}' && mark != ':' {
                return value("expected ':' after conversion specifier");
            }
        }
    }
    if mark != '}' {
        let (start, mut open) = (at, 1);
        while open > 0 {
            match all.get(at) {
                Some('{') => {
                    field.spec_is_nested = true;
                    open += 1;
                }
                Some('}') => open -= 1,
                Some(_) => {}
                None => return value("unmatched '{' in format spec"),
            }
            at += 1;
        }
        field.spec = &all[start..at - 1];
    }
    *rest = &all[at..];
    Ok(field)
}

/// A name that is all digits, as a number.
fn number(name: &[char]) -> Result<Option<usize>, TextError> {
    if name.is_empty() {
        return Ok(None);
    }
    let mut number: i64 = 0;
    for c in name {
        let Some(digit) = crate::text::decimal_value(*c) else {
            return Ok(None);
        };
        let longer = number.checked_mul(10);
        match longer.and_then(|ten| ten.checked_add(i64::from(digit))) {
            Some(read) => number = read,
            None => return value("Too many decimal digits in format string"),
        }
    }
    Ok(Some(number as usize))
}

impl Fill<'_> {
    fn text(&mut self, vm: &mut Vm, template: &[char], depth: u32) -> Result<String, Raised> {
        if depth == 0 {
            return Err(vm.raise("ValueError", "Max string recursion exceeded"));
        }
        let (mut out, mut rest) = (String::new(), template);
        while !rest.is_empty() {
            let markup = next_markup(&mut rest).map_err(|error| vm.text_error(error))?;
            out.extend(markup.literal);
            if let Some(field) = markup.field {
                let shown = self.field(vm, &field, depth)?;
                out.push_str(&shown);
            }
            check_result_bytes(out.len()).map_err(|error| vm.text_error(error))?;
        }
        Ok(out)
    }

    fn field(&mut self, vm: &mut Vm, field: &Field, depth: u32) -> Result<String, Raised> {
        let found = self.find(vm, field.name)?;
        let shown = match field.conversion {
            None => found,
            Some(conversion) => {
                let text = match conversion {
                    's' => vm.str_nested(found)?,
                    'r' => vm.repr_nested(found)?,
                    'a' => repr::escape_non_ascii(&vm.repr_nested(found)?),
                    _ => {
                        let shown = if ('!'..='~').contains(&conversion) {
                            conversion.to_string()
                        } else {
                            format!("\\x{:x}", conversion as u32)
                        };
                        let text = format!("Unknown conversion specifier {shown}");
                        return Err(vm.raise("ValueError", &text));
                    }
                };
                vm.heap.string(text)
            }
        };
        let spec = if field.spec_is_nested {
            self.text(vm, field.spec, depth - 1)?
        } else {
            field.spec.iter().collect()
        };
        let spec = vm.heap.string(spec);
        let flow = vm.format_value(shown, spec)?;
        let result = settled(vm, flow)?;
        match vm.text(result) {
            Some(text) => Ok(text.to_string()),
            None => {
                let text = format!("__format__ must return a str, not {}", vm.type_name(result));
                Err(vm.type_error(&text))
            }
        }
    }

    /// The value of `0.name[key]`.
    fn find(&mut self, vm: &mut Vm, name: &[char]) -> Result<Value, Raised> {
        let first_end = name
            .iter()
            .position(|c| matches!(c, '.' | '['))
            .unwrap_or(name.len());
        let (first, mut path) = name.split_at(first_end);
        let mut found = self.first(vm, first)?;
        while let Some((&mark, rest)) = path.split_first() {
            let length = match mark {
                '.' => rest.iter().take_while(|c| !matches!(c, '.' | '[')).count(),
                '[' => match rest.iter().position(|&c| c == ']') {
                    Some(length) => length,
                    None => return Err(vm.raise("ValueError", "Missing ']' in format string")),
                },
                _ => {
                    let text = "Only '.' or '[' may follow ']' in format field specifier";
                    return Err(vm.raise("ValueError", text));
                }
            };
            let part = &rest[..length];
            if part.is_empty() {
                return Err(vm.raise("ValueError", "Empty attribute in format string"));
            }
            path = &rest[length..];
            let text: String = part.iter().collect();
            if mark == '.' {
                let name = vm.symbols.intern(&text);
                found = vm.get_attr_nested(found, name)?;
                continue;
            }
            path = &path[1..];
            let key = match number(part).map_err(|error| vm.text_error(error))? {
                Some(index) => Value::Int(index as i64),
                None => vm.heap.string(text),
            };
            found = match vm.get_item(found, key)? {
                Ok(value) => value,
                Err(call) => settled(vm, Flow::Call(Box::new(call)))?,
            };
        }
        Ok(found)
    }

    fn first(&mut self, vm: &mut Vm, name: &[char]) -> Result<Value, Raised> {
        let mut index = number(name).map_err(|error| vm.text_error(error))?;
        if name.is_empty() || index.is_some() {
            let wanted = if name.is_empty() {
                Numbering::Automatic
            } else {
                Numbering::Manual
            };
            if self.numbering == Numbering::Open {
                self.numbering = wanted;
            } else if self.numbering != wanted {
                let text = match wanted {
                    Numbering::Manual => {
                        "cannot switch from automatic field numbering to manual field specification"
                    }
                    _ => {
                        "cannot switch from manual field specification to automatic field numbering"
                    }
                };
                return Err(vm.raise("ValueError", text));
            }
        }
        if name.is_empty() {
            index = Some(self.next);
            self.next += 1;
        }
        match (&self.source, index) {
            (Source::Call { positional, .. }, Some(index)) => match positional.get(index) {
                Some(&value) => Ok(value),
                None => {
                    let text =
                        format!("Replacement index {index} out of range for positional args tuple");
                    Err(vm.raise("IndexError", &text))
                }
            },
            (Source::Mapping(_), Some(_)) => {
                Err(vm.raise("ValueError", "Format string contains positional fields"))
            }
            (Source::Call { keywords, .. }, None) => {
                let text: String = name.iter().collect();
                let symbol = vm.symbols.intern(&text);
                match keywords.iter().find(|(known, _)| *known == symbol) {
                    Some(&(_, value)) => Ok(value),
                    None => {
                        let key = vm.heap.string(text);
                        Err(vm.raise_value("KeyError", &[key]))
                    }
                }
            }
            (Source::Mapping(mapping), None) => {
                let key = vm.heap.string(name.iter().collect());
                match vm.get_item(*mapping, key)? {
                    Ok(value) => Ok(value),
                    Err(call) => settled(vm, Flow::Call(Box::new(call))),
                }
            }
        }
    }
}
