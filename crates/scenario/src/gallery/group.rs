//! What gallery entries are grouped by: their topic, and the article whose behaviour they show.

/// What a gallery entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Pools of threads.
    Pools,
    /// Futures and their results.
    Futures,
    /// Races and locks.
    Locks,
    /// Threads by themselves.
    Threads,
    /// Queues and pipelines.
    Queues,
    /// Processes and their pools.
    Processes,
    /// Coroutines and event loops.
    Coroutines,
    /// Green threads.
    Greenlets,
    /// The network and several hosts.
    Network,
    /// One job in several ways.
    Ways,
}

impl Topic {
    /// Every topic, in the menu's order.
    pub const ALL: [Topic; 10] = [
        Topic::Pools,
        Topic::Futures,
        Topic::Locks,
        Topic::Threads,
        Topic::Queues,
        Topic::Processes,
        Topic::Coroutines,
        Topic::Greenlets,
        Topic::Network,
        Topic::Ways,
    ];

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Topic::Pools => "pools",
            Topic::Futures => "futures",
            Topic::Locks => "locks",
            Topic::Threads => "threads",
            Topic::Queues => "queues",
            Topic::Processes => "processes",
            Topic::Coroutines => "coroutines",
            Topic::Greenlets => "greenlets",
            Topic::Network => "network",
            Topic::Ways => "ways",
        }
    }

    /// Its title in English.
    pub fn title_en(self) -> &'static str {
        match self {
            Topic::Pools => "Thread pools",
            Topic::Futures => "Futures and results",
            Topic::Locks => "Races and locks",
            Topic::Threads => "Threads",
            Topic::Queues => "Queues and pipelines",
            Topic::Processes => "Processes",
            Topic::Coroutines => "Coroutines",
            Topic::Greenlets => "Green threads",
            Topic::Network => "Network and hosts",
            Topic::Ways => "One job, several ways",
        }
    }

    /// Its title in Simplified Chinese.
    pub fn title_zh(self) -> &'static str {
        match self {
            Topic::Pools => "线程池",
            Topic::Futures => "Future 与结果",
            Topic::Locks => "竞态与锁",
            Topic::Threads => "线程",
            Topic::Queues => "队列与流水线",
            Topic::Processes => "进程",
            Topic::Coroutines => "协程",
            Topic::Greenlets => "绿色线程",
            Topic::Network => "网络与多台主机",
            Topic::Ways => "同一件活，几种做法",
        }
    }
}

/// An article on Python concurrency whose behaviours the gallery shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Article(u8);

impl Article {
    /// All five.
    pub const ALL: [Article; 5] = [Article(1), Article(2), Article(3), Article(4), Article(5)];

    /// The article of a behaviour's number: `A2.14` is of the second.
    pub fn of_row(row: &str) -> Option<Article> {
        let number = row.strip_prefix('A')?.split('.').next()?.parse().ok()?;
        Article::ALL.into_iter().find(|article| article.0 == number)
    }

    /// Its number, from 1.
    pub fn number(self) -> u8 {
        self.0
    }

    /// What it is about, in English.
    pub fn title_en(self) -> &'static str {
        match self.0 {
            1 => "Executors, results and a race",
            2 => "The whole toolbox",
            3 => "Queues, processes, green threads",
            4 => "Futures in depth",
            _ => "One job, several ways",
        }
    }

    /// What it is about, in Simplified Chinese.
    pub fn title_zh(self) -> &'static str {
        match self.0 {
            1 => "执行器、结果与一次竞态",
            2 => "整个工具箱",
            3 => "队列、进程与绿色线程",
            4 => "深入 Future",
            _ => "同一件活，几种做法",
        }
    }
}
