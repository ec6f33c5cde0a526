//! `subprocess` and the programs of the simulated machine: Python over the processes, pipes and files of the world.

use interleave_python::vm::{ModuleDef, Support};

/// The modules of this folder.
pub(crate) const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "subprocess",
        functions: &[],
        set_up: None,
        source: Some(include_str!("subprocess.py")),
        shown_as: "/usr/lib/python3.11/subprocess.py",
        support: Support {
            there: "`run`, `Popen` (pipes, files, text, `communicate`, `wait`, `poll`, `kill`, `terminate`, `cwd`, `env`, `shell`), `call`, `check_call`, `check_output`, `getoutput`, `getstatusoutput`, the exceptions",
            partial: &[(
                "the programs",
                "simulated: echo, printf, sleep, cat, ls, pwd, date, head, tail, wc, sort, grep, seq, env, tr, uname, whoami, hostname, nproc, true, false, clear, sh (words, variables, pipelines, lists, redirections) and python (`-c`, a file, standard input)",
            )],
            refused: &[
                ("other programs that a machine usually has", "not simulated"),
                ("preexec_fn", "code between fork and exec"),
            ],
        },
    },
    ModuleDef {
        name: "_programs",
        functions: &[],
        set_up: None,
        source: Some(include_str!("programs.py")),
        shown_as: "",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "_programs.commands",
        functions: &[],
        set_up: None,
        source: Some(include_str!("commands.py")),
        shown_as: "",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "_programs.shell",
        functions: &[],
        set_up: None,
        source: Some(include_str!("shell.py")),
        shown_as: "",
        support: Support::INTERNAL,
    },
];
