//! Where time went, as a bar of four parts and in words. The parts differ by pattern as well as by
//! colour.

use crate::words::t;
use interleave_lab::figures::duration;
use interleave_pool::compare::Account;
use yew::prelude::*;

/// The four parts of an account, in the order in which they are drawn: class and name.
pub const PARTS: [(&str, &str); 4] = [
    ("start", "part.start_up"),
    ("work", "part.work"),
    ("wait", "part.waiting"),
    ("over", "part.overhead"),
];

/// The parts' times, in the order of [`PARTS`].
pub fn times_ns(account: &Account) -> [u64; 4] {
    [
        account.start_up_ns,
        account.work_ns,
        account.waiting_ns,
        account.overhead_ns,
    ]
}

/// All four together.
pub fn total_ns(account: &Account) -> u64 {
    times_ns(account).iter().sum()
}

/// One bar; `full_ns` is as long as its place.
pub fn bar(account: &Account, full_ns: u64) -> Html {
    let parts = PARTS.into_iter().zip(times_ns(account));
    let parts = parts.filter(|(_, ns)| *ns > 0).map(|((class, name), ns)| {
        let width = ns as f64 * 100.0 / full_ns.max(1) as f64;
        let title = format!("{}: {}", t(name), duration(ns));
        html! { <span class={classes!("part", class)} style={format!("width:{width:.2}%")} {title}></span> }
    });
    html! { <div class="parts" aria-hidden="true">{ for parts }</div> }
}

/// What the patterns mean.
pub fn legend() -> Html {
    let keys = PARTS.into_iter().map(|(class, name)| {
        html! { <li><span class={classes!("part", class)}></span>{ t(name) }</li> }
    });
    html! { <ul class="parts-legend">{ for keys }</ul> }
}
