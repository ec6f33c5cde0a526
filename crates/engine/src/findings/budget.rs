//! The run hit one of its bounds.

use super::reader::Reader;
use crate::{Finding, Words};
use interleave_trace::{Limit, Outcome};

/// Which bound.
pub(super) fn find(reader: &Reader) -> Vec<Finding> {
    let Outcome::Budget { limit, value } = reader.trace.outcome else {
        return Vec::new();
    };
    let (message, remedy) = told(limit, value);
    vec![Finding {
        pattern: "budget".into(),
        message,
        remedy,
        places: Vec::new(),
        threads: Vec::new(),
    }]
}

fn told(limit: Limit, value: u64) -> (Words, Words) {
    let both = |en: String, zh: String| Words { en, zh };
    match limit {
        Limit::Steps => (
            both(
                format!("The run took {value} interpreter steps, as many as it may"),
                format!("运行达到了 {value} 个解释器步骤的上限"),
            ),
            Words::new(
                "Is there a loop without an end? If not, allow more steps.",
                "有没有不会结束的循环？如果没有，允许更多步骤。",
            ),
        ),
        Limit::HeapBytes => (
            both(
                format!(
                    "The script used {} MB of memory, as much as it may",
                    value / 1_000_000
                ),
                format!("脚本用到了 {} MB 内存的上限", value / 1_000_000),
            ),
            Words::new(
                "Is there a list that only grows? If not, make the work smaller.",
                "有没有只增不减的列表？如果没有，把任务变小。",
            ),
        ),
        Limit::Events => (
            both(
                format!("The trace has {value} rows, as many as it may"),
                format!("轨迹达到了 {value} 行的上限"),
            ),
            Words::new(
                "Make the run shorter: fewer threads or fewer rounds show the same.",
                "缩短运行：更少的线程或轮数也能说明问题。",
            ),
        ),
        Limit::VirtualNs => (
            both(
                format!(
                    "The run lasted {} s of virtual time, as long as it may",
                    value / 1_000_000_000
                ),
                format!("运行达到了 {} 秒虚拟时间的上限", value / 1_000_000_000),
            ),
            Words::new(
                "Is there a loop that polls for ever? If not, allow more virtual time.",
                "有没有一直轮询的循环？如果没有，允许更多虚拟时间。",
            ),
        ),
        Limit::Threads => (
            both(
                format!("The script started {value} threads, as many as it may"),
                format!("脚本启动了 {value} 个线程，达到上限"),
            ),
            Words::new(
                "Use a pool: a few workers do many tasks.",
                "用线程池：少数几个工作线程就能完成许多任务。",
            ),
        ),
        Limit::OutputBytes => (
            both(
                format!(
                    "The script printed {} MB, as much as it may",
                    value / 1_000_000
                ),
                format!("脚本打印了 {} MB，达到上限", value / 1_000_000),
            ),
            Words::new(
                "Is there a loop without an end that prints? If not, print less.",
                "有没有不断打印的死循环？如果没有，少打印一些。",
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::findings::{FINDERS, findings};
    use crate::testing::{files, finish, recorder};
    use interleave_trace::{Limit, Outcome};

    #[test]
    fn every_budget_says_which_it_was() {
        let limits = [
            (Limit::Steps, "steps"),
            (Limit::HeapBytes, "memory"),
            (Limit::Events, "rows"),
            (Limit::VirtualNs, "virtual time"),
            (Limit::Threads, "threads"),
            (Limit::OutputBytes, "printed"),
        ];
        for (limit, word) in limits {
            let value = 50_000_000;
            let outcome = Outcome::Budget { limit, value };
            let found = findings(
                FINDERS,
                &finish(recorder(&["MainThread"]), outcome, 1, 1),
                &files(),
            );
            let message = &found[0].message.en;
            assert!(message.contains(word), "{message}");
        }
    }
}
