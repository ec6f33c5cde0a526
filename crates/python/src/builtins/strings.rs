//! `str` and `bytes`: construction and methods.

use super::objects::install_new;
use super::ok;
use crate::vm::{Args, NativeResult, Vm};

pub(super) fn install(vm: &mut Vm) {
    let t = vm.types.clone();
    install_new(vm, t.str, str_new);
}

fn str_new(vm: &mut Vm, args: Args) -> NativeResult {
    let [_class, value] = args.between(vm, "str", 1)?;
    if value.is_unbound() {
        return ok(vm.heap.str(""));
    }
    vm.str_flow(value)
}

impl Vm {
    /// `text % values`
    pub fn percent_format(
        &mut self,
        _text: crate::heap::Value,
        _values: crate::heap::Value,
    ) -> Result<crate::heap::Value, crate::vm::Raised> {
        Err(self.not_supported("the % operator of str"))
    }
}
