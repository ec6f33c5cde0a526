//! The scenario's trace with the measured run under it, on one axis.

use crate::lanes;
use crate::plan::Plan;
use crate::protocol::{Measured, Order};
use crate::rehearse::Terms;
use interleave_trace::Trace;

/// `predicted` with the lanes of `measured` as those of further processes under the order's title, its times multiplied
/// by the scale.
pub fn joined_trace(
    predicted: &Trace,
    measured: Option<&Measured>,
    plan: &Plan,
    order: &Order,
) -> Trace {
    let mut trace = predicted.clone();
    if let Some(run) = measured {
        let factor = u64::from(order.scale.max(1));
        lanes::append(
            &mut trace,
            plan,
            run,
            &Terms::from(order),
            factor,
            Some(&order.title),
        );
    }
    trace
}
