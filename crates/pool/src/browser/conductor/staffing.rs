//! Workers that are started before they are needed. Must not know what for.

use super::{Conductor, Fault, say};
use crate::plan::MAX_WORKERS;
use crate::protocol::FromConductor;

impl Conductor {
    /// Starts the workers that are missing, all at once, and tells the page when they listen.
    pub async fn staff_ahead(&mut self, id: u32, workers: u32) {
        let asked_ms = self.clock.now_ms();
        match self
            .hire_missing(id, workers.min(MAX_WORKERS) as usize)
            .await
        {
            Ok(()) => {
                let took_ns = ((self.clock.now_ms() - asked_ms) * 1e6) as u64;
                say(&FromConductor::Staffed { id, took_ns });
            }
            Err(fault) => self.give_up(id, fault),
        }
    }

    async fn hire_missing(&mut self, id: u32, workers: usize) -> Result<(), Fault> {
        for _ in self.crew.kept().len()..workers {
            let hired = self.crew.hire(false);
            hired.map_err(|reason| Fault::Worker { reason })?;
        }
        let kept = self.crew.kept();
        self.wait_until_ready(id, &kept).await
    }
}
