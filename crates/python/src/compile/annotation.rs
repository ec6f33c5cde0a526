//! The text of an annotation that is kept unevaluated, as `from __future__ import annotations` has it.
//! Source: CPython 3.11, Python/ast_unparse.c. What seldom stands in annotations is kept as it is written.

use ruff_python_ast::{Expr, Operator};
use ruff_text_size::Ranged;

use crate::text::repr;

/// The text of `annotation`, which stands in `source`.
pub(super) fn text_of(annotation: &Expr, source: &str) -> String {
    match annotation {
        Expr::Name(name) => name.id.to_string(),
        Expr::NoneLiteral(_) => "None".to_owned(),
        Expr::BooleanLiteral(literal) => if literal.value { "True" } else { "False" }.to_owned(),
        Expr::EllipsisLiteral(_) => "...".to_owned(),
        Expr::StringLiteral(literal) => repr::text(literal.value.to_str()),
        Expr::Attribute(attribute) if is_plain(&attribute.value) => {
            format!(
                "{}.{}",
                text_of(&attribute.value, source),
                attribute.attr.id
            )
        }
        Expr::Subscript(subscript) if is_plain(&subscript.value) => {
            let inner = match &*subscript.slice {
                Expr::Tuple(tuple) if !tuple.elts.is_empty() => {
                    let last = if tuple.elts.len() == 1 { "," } else { "" };
                    format!("{}{last}", listed(&tuple.elts, source))
                }
                slice => text_of(slice, source),
            };
            format!("{}[{inner}]", text_of(&subscript.value, source))
        }
        Expr::List(list) => format!("[{}]", listed(&list.elts, source)),
        Expr::BinOp(union) if union.op == Operator::BitOr && !union.right.is_bin_op_expr() => {
            let (left, right) = (text_of(&union.left, source), text_of(&union.right, source));
            format!("{left} | {right}")
        }
        other => {
            let range = other.range();
            let written = source.get(range.start().to_usize()..range.end().to_usize());
            let words = written.unwrap_or_default().split_whitespace();
            words.collect::<Vec<_>>().join(" ")
        }
    }
}

fn is_plain(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_)
    )
}

fn listed(items: &[Expr], source: &str) -> String {
    let texts: Vec<String> = items.iter().map(|item| text_of(item, source)).collect();
    texts.join(", ")
}
