//! The arguments of a call, and how a native function reads them.

use super::{Raised, Vm};
use crate::code::Symbol;
use crate::heap::Value;
use smallvec::SmallVec;

/// The arguments of a call.
#[derive(Clone, Debug, Default)]
pub struct Args {
    /// Positional ones, `self` first.
    pub positional: SmallVec<[Value; 5]>,
    /// Keyword ones in order.
    pub keywords: Vec<(Symbol, Value)>,
}

impl Args {
    /// Positional arguments only.
    pub fn of(values: &[Value]) -> Args {
        Args {
            positional: SmallVec::from_slice(values),
            keywords: Vec::new(),
        }
    }

    /// The same with one more argument in front.
    pub fn with_receiver(mut self, receiver: Value) -> Args {
        self.positional.insert(0, receiver);
        self
    }

    /// Exactly `N` positional arguments, `self` counted but not told of in the error.
    pub fn exact<const N: usize>(&self, vm: &mut Vm, name: &str) -> Result<[Value; N], Raised> {
        let mut values = [Value::Unbound; N];
        self.fill(vm, name, N, &mut values)?;
        Ok(values)
    }

    /// `min` to `N` positional arguments; the missing ones are [`Value::Unbound`].
    pub fn between<const N: usize>(
        &self,
        vm: &mut Vm,
        name: &str,
        min: usize,
    ) -> Result<[Value; N], Raised> {
        let mut values = [Value::Unbound; N];
        self.fill(vm, name, min, &mut values)?;
        Ok(values)
    }

    fn fill(&self, vm: &mut Vm, name: &str, min: usize, into: &mut [Value]) -> Result<(), Raised> {
        if !self.keywords.is_empty() {
            let name = name.strip_prefix("type.").unwrap_or(name);
            return Err(vm.raise("TypeError", &format!("{name}() takes no keyword arguments")));
        }
        let (got, max) = (self.positional.len(), into.len());
        if got < min || got > max {
            let hidden = usize::from(name.contains('.'));
            let (got, min, max) = (
                got.saturating_sub(hidden),
                min.saturating_sub(hidden),
                max - hidden,
            );
            let plural = |n: usize| if n == 1 { "" } else { "s" };
            let text = if min == max && max == 0 {
                format!("{name}() takes no arguments ({got} given)")
            } else if min == max && max == 1 {
                format!("{name}() takes exactly one argument ({got} given)")
            } else if min == max {
                format!(
                    "{} expected {max} argument{}, got {got}",
                    bare(name),
                    plural(max)
                )
            } else if got < min {
                format!(
                    "{} expected at least {min} argument{}, got {got}",
                    bare(name),
                    plural(min)
                )
            } else {
                format!(
                    "{} expected at most {max} argument{}, got {got}",
                    bare(name),
                    plural(max)
                )
            };
            return Err(vm.raise("TypeError", &text));
        }
        into[..self.positional.len()].copy_from_slice(&self.positional);
        Ok(())
    }

    /// Arguments by position or by name. `names` start with `self` for a method; the missing ones are
    /// [`Value::Unbound`]; the first `min` must be there.
    pub fn named<const N: usize>(
        &self,
        vm: &mut Vm,
        name: &str,
        names: [&str; N],
        min: usize,
    ) -> Result<[Value; N], Raised> {
        let mut values = [Value::Unbound; N];
        if self.positional.len() > N {
            let hidden = usize::from(matches!(names[0], "self" | "cls"));
            let got = self.positional.len() + self.keywords.len() - hidden;
            let most = N - hidden;
            let plural = if most == 1 { "" } else { "s" };
            let text = format!("{name}() takes at most {most} argument{plural} ({got} given)");
            return Err(vm.raise("TypeError", &text));
        }
        values[..self.positional.len()].copy_from_slice(&self.positional);
        for &(symbol, value) in &self.keywords {
            let key = vm.symbol_name(symbol);
            match names.iter().position(|&known| known == &*key) {
                Some(index) if values[index].is_unbound() => values[index] = value,
                Some(index) => {
                    let text = format!(
                        "argument for {name}() given by name ('{key}') and position ({})",
                        index + 1 - usize::from(matches!(names[0], "self" | "cls"))
                    );
                    return Err(vm.raise("TypeError", &text));
                }
                None => {
                    let text = format!("'{key}' is an invalid keyword argument for {name}()");
                    return Err(vm.raise("TypeError", &text));
                }
            }
        }
        if let Some(missing) = (0..min).find(|&index| values[index].is_unbound()) {
            let text = format!(
                "{name}() missing required argument '{}' (pos {})",
                names[missing],
                missing + 1 - usize::from(matches!(names[0], "self" | "cls"))
            );
            return Err(vm.raise("TypeError", &text));
        }
        Ok(values)
    }
}

fn bare(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}
