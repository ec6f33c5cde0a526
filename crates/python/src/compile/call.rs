//! Calls: plain, by keyword, of methods, and with `*` and `**`.

use ruff_python_ast::{Arguments, Expr, ExprCall, Keyword};
use ruff_text_size::Ranged;

use super::{CompileError, Compiled, Compiler};
use crate::code::{Const, Instr};

impl<'a> Compiler<'a, '_> {
    pub(super) fn call(&mut self, call: &'a ExprCall) -> Compiled {
        if let Expr::Attribute(attribute) = &*call.func
            && !is_starred(&call.arguments)
        {
            self.expr(&attribute.value)?;
            let name = self.symbol(&attribute.attr.id);
            self.at(attribute.range, |this| {
                this.start_at_attribute(attribute);
                this.emit(Instr::LoadMethod(name));
                Ok(())
            })?;
            self.plain_arguments(&call.arguments)?;
            self.start_at_attribute(attribute);
            let count = self.count(&call.arguments, 0)?;
            let call = if call.arguments.keywords.is_empty() {
                Instr::CallMethod(count.into())
            } else {
                let names = self.keyword_names(&call.arguments.keywords);
                Instr::CallMethodKeywords { count, names }
            };
            self.emit(call);
            return Ok(());
        }
        self.expr(&call.func)?;
        self.call_with(&call.arguments, 0)
    }

    /// Calls the callable on the stack with `arguments`, after `pushed` positional ones that are
    /// on the stack already.
    pub(super) fn call_with(&mut self, arguments: &'a Arguments, pushed: u32) -> Compiled {
        if is_starred(arguments) {
            return self.call_starred(arguments, pushed);
        }
        self.plain_arguments(arguments)?;
        let count = self.count(arguments, pushed)?;
        let call = if arguments.keywords.is_empty() {
            Instr::Call(count.into())
        } else {
            let names = self.keyword_names(&arguments.keywords);
            Instr::CallKeywords { count, names }
        };
        self.emit(call);
        Ok(())
    }

    fn plain_arguments(&mut self, arguments: &'a Arguments) -> Compiled {
        match &*arguments.args {
            // `f(x for x in y)`: the call's parentheses are the generator's too.
            [only @ Expr::Generator(generator)]
                if arguments.keywords.is_empty() && !generator.parenthesized =>
            {
                self.at(arguments.range, |this| {
                    this.comprehension(only, generator.range)
                })?;
            }
            args => {
                for argument in args {
                    self.expr(argument)?;
                }
            }
        }
        for keyword in &arguments.keywords {
            self.expr(&keyword.value)?;
        }
        Ok(())
    }

    fn count(&self, arguments: &Arguments, pushed: u32) -> Compiled<u16> {
        let count = arguments.args.len() + arguments.keywords.len() + pushed as usize;
        u16::try_from(count)
            .map_err(|_| CompileError::not_supported(arguments.range(), "so many arguments"))
    }

    fn keyword_names(&mut self, keywords: &[Keyword]) -> u32 {
        let names = keywords
            .iter()
            .filter_map(|keyword| keyword.arg.as_ref())
            .map(|name| Const::Str(name.id.as_str().into()))
            .collect();
        self.unit.asm.constant(Const::Tuple(names))
    }

    fn call_starred(&mut self, arguments: &'a Arguments, pushed: u32) -> Compiled {
        match &*arguments.args {
            // The call itself takes any iterable.
            [Expr::Starred(only)] if pushed == 0 => {
                self.expr(&only.value)?;
            }
            args => {
                if self.starred_sequence(args, pushed, Instr::BuildTuple)? {
                    self.emit(Instr::ListToTuple);
                }
            }
        }
        let mut rest = arguments.keywords.as_slice();
        let mut built = false;
        while !rest.is_empty() {
            let named = rest.iter().take_while(|keyword| keyword.arg.is_some());
            let named = named.count();
            for keyword in &rest[..named] {
                if let Some(name) = &keyword.arg {
                    self.load_const(Const::Str(name.id.as_str().into()));
                }
                self.expr(&keyword.value)?;
            }
            if named > 0 || !built {
                self.emit(Instr::BuildMap(named as u32));
                if built {
                    self.emit(Instr::DictMerge(1));
                }
                built = true;
            }
            rest = &rest[named..];
            if let Some((mapping, after)) = rest.split_first() {
                self.expr(&mapping.value)?;
                self.emit(Instr::DictMerge(1));
                rest = after;
            }
        }
        self.emit(Instr::CallStarred { keywords: built });
        Ok(())
    }
}

fn is_starred(arguments: &Arguments) -> bool {
    arguments.args.iter().any(Expr::is_starred_expr)
        || arguments
            .keywords
            .iter()
            .any(|keyword| keyword.arg.is_none())
}
