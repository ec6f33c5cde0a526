//! What CPython's compiler warns of while it accepts the program: comparisons by `is` with a literal, calls and
//! subscripts of displays (a forgotten comma), assertions that cannot fail. Source: CPython 3.11, Python/compile.c,
//! `check_compare`, `check_caller`, `check_subscripter`, `check_index`.

use interleave_trace::put_in_order;
use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{CmpOp, Expr, ModModule, Number, Stmt, UnaryOp};
use ruff_text_size::{Ranged, TextRange};

use super::{DiagnosticKind, SyntaxDiagnostic};

/// The warnings of a tree without errors, in order of position.
pub(super) fn warnings(module: &ModModule) -> Vec<SyntaxDiagnostic> {
    let mut search = Search { found: Vec::new() };
    search.visit_body(&module.body);
    put_in_order(&mut search.found, |diagnostic| u64::from(diagnostic.start));
    search.found
}

struct Search {
    found: Vec<SyntaxDiagnostic>,
}

impl Search {
    fn warn(&mut self, range: TextRange, message: impl Into<String>) {
        let message = format!("SyntaxWarning: {}", message.into());
        let warning = SyntaxDiagnostic::new(DiagnosticKind::Warning, message, range);
        self.found.push(warning);
    }
}

/// The type that an expression surely has.
fn type_of(expr: &Expr) -> Option<&'static str> {
    Some(match expr {
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        Expr::Lambda(_) => "function",
        Expr::FString(_) | Expr::StringLiteral(_) => "str",
        Expr::BytesLiteral(_) => "bytes",
        Expr::BooleanLiteral(_) => "bool",
        Expr::NoneLiteral(_) => "NoneType",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::NumberLiteral(number) => match number.value {
            Number::Int(_) => "int",
            Number::Float(_) => "float",
            Number::Complex { .. } => "complex",
        },
        Expr::UnaryOp(unary)
            if unary.op == UnaryOp::USub && unary.operand.is_number_literal_expr() =>
        {
            return type_of(&unary.operand);
        }
        _ => return None,
    })
}

fn is_compared_by_value(expr: &Expr) -> bool {
    matches!(
        type_of(expr),
        Some("int" | "float" | "complex" | "str" | "bytes")
    ) && !expr.is_f_string_expr()
        || matches!(expr, Expr::Tuple(tuple) if tuple.elts.iter().all(|item| item.is_literal_expr()))
}

impl<'a> Visitor<'a> for Search {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::Assert(assert) = stmt
            && let Expr::Tuple(tuple) = &*assert.test
            && !tuple.elts.is_empty()
        {
            let text = "assertion is always true, perhaps remove parentheses?";
            self.warn(stmt.range(), text);
        }
        visitor::walk_stmt(self as &mut dyn Visitor<'a>, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Compare(compare) => {
                let mut left = &*compare.left;
                for (op, right) in compare.ops.iter().zip(&compare.comparators) {
                    if is_compared_by_value(left) || is_compared_by_value(right) {
                        match op {
                            CmpOp::Is => self
                                .warn(compare.range, "\"is\" with a literal. Did you mean \"==\"?"),
                            CmpOp::IsNot => self.warn(
                                compare.range,
                                "\"is not\" with a literal. Did you mean \"!=\"?",
                            ),
                            _ => {}
                        }
                    }
                    left = right;
                }
            }
            Expr::Call(call) if !call.func.is_lambda_expr() => {
                if let Some(kind) = type_of(&call.func) {
                    let text =
                        format!("'{kind}' object is not callable; perhaps you missed a comma?");
                    self.warn(call.range(), text);
                }
            }
            Expr::Subscript(subscript) => match type_of(&subscript.value) {
                Some(
                    kind @ ("NoneType" | "ellipsis" | "int" | "float" | "complex" | "bool" | "set"
                    | "generator" | "function"),
                ) => {
                    let text = format!(
                        "'{kind}' object is not subscriptable; perhaps you missed a comma?"
                    );
                    self.warn(subscript.range, text);
                }
                Some(kind @ ("str" | "bytes" | "tuple" | "list")) => {
                    let index = type_of(&subscript.slice);
                    if let Some(index) = index.filter(|index| !["int", "bool"].contains(index)) {
                        let text = format!(
                            "{kind} indices must be integers or slices, not {index}; perhaps you missed a comma?"
                        );
                        self.warn(subscript.range, text);
                    }
                }
                _ => {}
            },
            _ => {}
        }
        visitor::walk_expr(self as &mut dyn Visitor<'a>, expr);
    }
}
