//! What a back end of real runs offers to the page, so that another one can stand beside the web
//! workers: a column more. Pure; must not know how any of them runs.

use crate::protocol::{Order, Way};

/// A back end that runs predicted runs for real. What it has to say it says as
/// [`crate::protocol::FromConductor`] to whoever made it.
pub trait Runner {
    /// Its name in links and locale keys.
    fn name(&self) -> &'static str;

    /// The ways in which it can run here; `None` as long as it does not know yet.
    fn ways(&self) -> Option<Vec<Way>>;

    /// Measures the machine as this back end finds it; answered under this number.
    fn calibrate(&mut self, id: u32);

    /// Runs an order; answered under this number. Numbers are never used twice.
    fn start(&mut self, id: u32, order: Order);

    /// Drops an order, at once if it is under way.
    fn stop(&mut self, id: u32);

    /// The page was hidden or shown: what is measured in a hidden page says nothing.
    fn set_visible(&mut self, is_visible: bool);
}

/// The ways that are open to a page that is, or is not, cross-origin isolated. As written is open to
/// all: whether one run's mix needs memory in common shows when it is ordered.
pub fn ways(is_isolated: bool) -> Vec<Way> {
    let needs_memory = |way: &Way| matches!(way, Way::Gil | Way::FreeThreaded);
    let all = Way::ALL.into_iter();
    all.filter(|way| is_isolated || !needs_memory(way))
        .collect()
}
