//! The gallery: scripts that each show one behaviour, with their titles and lessons in English
//! and Simplified Chinese. The first is the one that the page opens with.
//!
//! Owns the table; the scripts stand beside it in `gallery/`. Knows nothing of how they run.
//! Its length is its content: one row a script.

use crate::{Machine, Scenario, SourceFile, View};

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
    /// One job in several ways.
    Ways,
}

impl Topic {
    /// Every topic, in the menu's order.
    pub const ALL: [Topic; 5] = [
        Topic::Pools,
        Topic::Futures,
        Topic::Locks,
        Topic::Threads,
        Topic::Ways,
    ];

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Topic::Pools => "pools",
            Topic::Futures => "futures",
            Topic::Locks => "locks",
            Topic::Threads => "threads",
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
            Topic::Ways => "同一件活，几种做法",
        }
    }
}

/// One script of the gallery.
#[derive(Debug)]
pub struct Entry {
    /// Its name in links and menus; no name begins another.
    pub name: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// The number of the behaviour that it shows.
    pub article_row: &'static str,
    /// Its title in English.
    pub title_en: &'static str,
    /// Its title in Simplified Chinese.
    pub title_zh: &'static str,
    /// What to learn from it, in English: two to four lines.
    pub lesson_en: &'static str,
    /// What to learn from it, in Simplified Chinese: two to four lines.
    pub lesson_zh: &'static str,
    /// The script.
    pub source: &'static str,
    /// The machine that it runs on.
    pub machine: fn() -> Machine,
}

impl Entry {
    /// The entry as a scenario, nothing changed yet.
    pub fn scenario(&self) -> Scenario {
        Scenario {
            gallery: Some(self.name.to_owned()),
            files: vec![SourceFile {
                name: "main.py".into(),
                text: self.source.into(),
            }],
            machine: (self.machine)(),
            view: View::default(),
            choices: Vec::new(),
        }
    }
}

/// Every entry, in the menu's order.
pub fn all() -> &'static [Entry] {
    ENTRIES
}

/// The entry of that name.
pub fn by_name(name: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.name == name)
}

/// The script of that name in `gallery/`.
macro_rules! script {
    ($name:literal) => {
        include_str!(concat!("../gallery/", $name, ".py"))
    };
}

macro_rules! entries {
    ($($name:literal, $topic:ident, $row:literal,
        en: $title_en:literal, $lesson_en:literal,
        zh: $title_zh:literal, $lesson_zh:literal;)*) => {
        &[$(Entry {
            name: $name,
            topic: Topic::$topic,
            article_row: $row,
            title_en: $title_en,
            title_zh: $title_zh,
            lesson_en: $lesson_en,
            lesson_zh: $lesson_zh,
            source: script!($name),
            machine: Machine::default,
        }),*]
    };
}

static ENTRIES: &[Entry] = entries! {
    "thread-pool", Pools, "A1.1",
    en: "Three workers, thirty tasks",
    "Each task sleeps for one second; three of them sleep at the same time.\n\
     So thirty tasks take ten seconds, not thirty.\n\
     Move WORKERS and watch the lanes and the total change.",
    zh: "三个工人，三十个任务",
    "每个任务睡眠一秒，同一时刻有三个任务在睡。\n\
     所以三十个任务用十秒，而不是三十秒。\n\
     拖动 WORKERS，看看泳道和总时长怎样变化。";

    "asked-too-soon", Pools, "A1.2",
    en: "Asking for each result at once",
    "result() waits until the task is done.\n\
     Called right after each submit, it lets only one task run at a time:\n\
     the pool of three is as slow as one thread.",
    zh: "每次提交后立刻要结果",
    "result() 会一直等到任务完成。\n\
     如果每次 submit 之后马上调用它，同一时刻就只有一个任务在跑：\n\
     三个线程的池和一个线程一样慢。";

    "kept-futures", Futures, "A1.3",
    en: "Keep the futures, ask later",
    "Submit everything first and keep the futures in a list.\n\
     The tasks overlap again, and reading the list gives the results\n\
     in the order of submission, whoever finished first.",
    zh: "先留住 Future，之后再取结果",
    "先把任务全部提交，把 Future 存进列表。\n\
     任务又能重叠执行了；按列表读取，\n\
     结果就是提交的顺序，与谁先完成无关。";

    "who-waits", Pools, "A1.4",
    en: "Who waits for the pool?",
    "submit returns at once, so the line after the loop prints first.\n\
     Tick SHUTDOWN: shutdown() waits for all tasks, and the line comes last.\n\
     Either way the program itself ends only when the workers have.",
    zh: "谁在等线程池？",
    "submit 立刻返回，所以循环后面的那一行最先打印。\n\
     勾选 SHUTDOWN：shutdown() 会等所有任务完成，那一行就变成最后。\n\
     无论哪种情况，程序都要等工作线程结束才会退出。";

    "done-callback", Futures, "A1.5",
    en: "Call me when it is done",
    "add_done_callback hands the finished future to your function.\n\
     The function runs in the thread that finished the task,\n\
     as soon as it is done: nobody has to wait or ask.",
    zh: "完成时叫我",
    "add_done_callback 会把完成了的 Future 交给你的函数。\n\
     这个函数在完成任务的线程里运行，任务一完成就执行：\n\
     没有人需要等待或询问。";

    "overdrawn", Locks, "A1.6",
    en: "An account overdrawn",
    "Both draws check the balance before either takes its money.\n\
     Each check was true when it was made, yet the account ends at -1000.\n\
     Between a check and the act that trusts it, another thread may come.",
    zh: "透支的账户",
    "两次取款都在对方扣钱之前检查了余额。\n\
     每次检查在当时都成立，账户最后却是 -1000。\n\
     在“检查”与依赖它的“行动”之间，别的线程可能插进来。";

    "well-guarded", Locks, "A1.7",
    en: "The account behind a lock",
    "A lock makes check and act one step: the second draw waits,\n\
     then looks at the new balance and is refused.\n\
     In the timeline the wait for the lock has its own pattern.",
    zh: "用锁保护的账户",
    "锁把检查和行动合成一步：第二次取款先等待，\n\
     再看到新的余额，于是被拒绝。\n\
     在时间线上，等锁的时段有自己的图案。";

    "two-styles", Threads, "A2.2",
    en: "Two ways to write a thread",
    "Thread(target=function) is enough for most jobs.\n\
     A subclass with its own run() carries state along.\n\
     Both kinds overlap: the whole takes one fetch and one rest.",
    zh: "写线程的两种方式",
    "Thread(target=函数) 足以应付大多数工作。\n\
     自带 run() 的子类可以携带状态。\n\
     两种线程都会重叠：总时长是一次抓取加一次休息。";

    "patient-turns", Locks, "A2.3",
    en: "A lock held too long",
    "The first thread keeps the lock through all of its ticks.\n\
     The second was started at the same time but ticks at 5, 7 and 9 s.\n\
     What a lock covers runs in turn: keep that part small.",
    zh: "占用太久的锁",
    "第一个线程在全部滴答期间一直持有锁。\n\
     第二个线程同时启动，却到 5、7、9 秒才滴答。\n\
     锁覆盖的部分只能轮流执行：让它尽量小。";

    "with-lock", Locks, "A2.4",
    en: "with lock, or by hand",
    "acquire, try, finally, release is what with does for you.\n\
     Both take the same time and leave the lock open, also after an error.\n\
     Without the finally, an exception would leave it shut for ever.",
    zh: "with lock 与手工加锁",
    "acquire、try、finally、release，正是 with 替你做的事。\n\
     两种写法用时相同，出错之后锁也都会打开。\n\
     如果没有 finally，一个异常就会让锁永远关着。";

    "call-or-finish", Futures, "A2.7",
    en: "Order of calls or order of finishing",
    "map gives results in the order of the calls: a short task waits\n\
     behind a long one. as_completed gives each as it finishes.\n\
     Two workers, tasks of 2, 1 and 3 seconds: compare the two lists.",
    zh: "按调用顺序还是按完成顺序",
    "map 按调用的顺序给出结果：短任务排在长任务后面等。\n\
     as_completed 则谁先完成就先给谁。\n\
     两个工人，任务为 2、1、3 秒：比较两份列表。";

    "life-of-a-future", Futures, "A2.16",
    en: "The life of a future",
    "A future is pending until a worker takes it, running while it works,\n\
     finished when it has a result or an error.\n\
     With one worker the states move through the list one by one.",
    zh: "Future 的一生",
    "工人拿到它之前是等待（pending），执行时是运行（running），\n\
     有了结果或错误就是完成（finished）。\n\
     只有一个工人时，状态沿着列表一个接一个地推进。";

    "who-am-i", Threads, "A3.5",
    en: "Who am I?",
    "Every thread knows its name, and whether it is the main one.\n\
     All of them live in one process: os.getpid() is the same for all,\n\
     and so is the memory that they share.",
    zh: "我是谁？",
    "每个线程都知道自己的名字，也知道自己是不是主线程。\n\
     它们都在同一个进程里：os.getpid() 都一样，\n\
     共享的内存也是同一份。";

    "three-at-a-time", Pools, "A4.3",
    en: "Three at a time",
    "Five downloads are handed in, but there are only three workers.\n\
     Right after the submits three futures run and two are pending.\n\
     Set WORKERS to 5 and all of them run at once.",
    zh: "一次三个",
    "提交了五个下载，但只有三个工人。\n\
     刚提交完时，三个 Future 在运行，两个在等待。\n\
     把 WORKERS 设为 5，它们就会同时运行。";

    "slow-first", Futures, "A4.4",
    en: "A slow one at the front",
    "The first task takes ten seconds. map gives results in call order,\n\
     so four finished results wait behind it.\n\
     as_completed hands them out at 1, 2, 3 and 4 s.",
    zh: "慢的排在最前面",
    "第一个任务要十秒。map 按调用顺序给结果，\n\
     所以四个早已完成的结果都在它后面等着。\n\
     as_completed 会在 1、2、3、4 秒分别交出它们。";

    "one-by-one", Ways, "A5.1",
    en: "Ten jobs in turn",
    "Ten jobs of half a second, one after the other: five seconds.\n\
     The thread sleeps almost all of that time.\n\
     Compare it with “Ten jobs, ten threads”.",
    zh: "十件活，依次来做",
    "十件各半秒的活，一件接一件：五秒。\n\
     线程几乎一直在睡觉。\n\
     与“十件活，十个线程”比较一下。";

    "all-at-once", Ways, "A5.4",
    en: "Ten jobs, ten threads",
    "The same ten jobs with a thread each: half a second and a little.\n\
     Sleeping needs no core and no GIL, so the sleeps overlap.\n\
     The little is what starting ten threads costs.",
    zh: "十件活，十个线程",
    "同样十件活，每件一个线程：半秒多一点。\n\
     睡眠既不需要核，也不需要 GIL，所以可以重叠。\n\
     多出的那一点，是启动十个线程的开销。";
};
