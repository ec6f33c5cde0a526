//! The command as a user meets it: output, exit codes and one clear line for what is not the
//! script's own.

use std::path::PathBuf;
use std::process::{Command, Output};

struct Folder(PathBuf);

impl Folder {
    /// A fresh folder with these files.
    fn with(name: &str, files: &[(&str, &str)]) -> Folder {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder for the test");
        for (file, text) in files {
            std::fs::write(path.join(file), text).expect("a file for the test");
        }
        Folder(path)
    }

    fn interleave(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_interleave"));
        command
            .args(arguments)
            .current_dir(&self.0)
            .output()
            .expect("the command runs")
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// Runs `source`; its exit code, stdout and stderr.
fn run(name: &str, source: &str, options: &[&str]) -> (i32, String, String) {
    let folder = Folder::with(name, &[("s.py", source)]);
    let output = folder.interleave(&[&["run", "s.py"], options].concat());
    (
        output.status.code().expect("an exit code"),
        text(&output.stdout),
        text(&output.stderr),
    )
}

fn json(name: &str, source: &str, options: &[&str]) -> serde_json::Value {
    let (_, stdout, _) = run(name, source, &[&["--json"], options].concat());
    serde_json::from_str(&stdout).expect("one JSON object")
}

#[test]
fn a_script_keeps_its_streams_and_its_exit_code() {
    let (code, out, err) = run(
        "own",
        "import sys\nprint('out')\nprint('err', file=sys.stderr)\n",
        &[],
    );
    assert_eq!((code, out.as_str(), err.as_str()), (0, "out\n", "err\n"));
    let (code, out, err) = run("own_exit", "import sys\nprint(1)\nsys.exit(7)\n", &[]);
    assert_eq!((code, out.as_str(), err.as_str()), (7, "1\n", ""));
}

#[test]
fn an_uncaught_exception_is_1_with_its_traceback() {
    let (code, _, err) = run("uncaught", "1 / 0\n", &[]);
    assert_eq!(code, 1);
    assert!(
        err.starts_with("Traceback (most recent call last):\n"),
        "{err}"
    );
    assert!(
        err.ends_with("ZeroDivisionError: division by zero\n"),
        "{err}"
    );
}

#[test]
fn a_syntax_error_is_told_as_cpython_tells_it() {
    let (code, out, err) = run("syntax", "print(1)\nif True\n    pass\n", &[]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("s.py\", line 2\n    if True\n"), "{err}");
    assert!(err.ends_with("SyntaxError: expected ':'\n"), "{err}");
}

#[test]
fn a_deadlock_is_3_and_says_who_waits_for_whom() {
    let source = "\
import threading, time
a, b = threading.Lock(), threading.Lock()
def work(first, second):
    with first:
        time.sleep(0.1)
        with second:
            print('never')
threading.Thread(target=work, args=(a, b)).start()
threading.Thread(target=work, args=(b, a)).start()
";
    let (code, _, err) = run("deadlock", source, &[]);
    assert_eq!(code, 3);
    assert!(
        err.starts_with("interleave: Deadlock: Thread-1 (work) (s.py:6) waits for"),
        "{err}"
    );
    assert_eq!(err.lines().count(), 1, "{err}");
    let object = json("deadlock_json", source, &[]);
    assert_eq!(object["outcome"], "deadlock");
    assert_eq!(object["findings"][0]["pattern"], "deadlock");
    assert_eq!(
        object["outcome_detail"]["cycle"].as_array().map(Vec::len),
        Some(2)
    );
}

#[test]
fn a_hang_is_3() {
    let source = "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n";
    let (code, _, err) = run("hang", source, &[]);
    assert_eq!(code, 3);
    assert!(err.contains("main") || err.contains("MainThread"), "{err}");
    assert_eq!(err.lines().count(), 1, "{err}");
}

#[test]
fn a_budget_is_4() {
    let (code, _, err) = run("steps", "while True: pass\n", &["--max-steps", "10000"]);
    assert_eq!(code, 4);
    assert!(err.contains("10000 interpreter steps"), "{err}");
    let (code, _, err) = run(
        "virtual",
        "import time\nwhile True: time.sleep(1)\n",
        &["--max-virtual-s", "5"],
    );
    assert_eq!(code, 4);
    assert!(err.contains("5 s of virtual time"), "{err}");
}

#[test]
fn a_wrong_command_line_is_2_with_one_line() {
    let folder = Folder::with(
        "usage",
        &[("s.py", "A = 1 #@param {type:\"slider\", max:5}\n")],
    );
    for arguments in [
        &["run"][..],
        &["fly", "s.py"],
        &["run", "absent.py"],
        &["run", "s.py", "--cores", "0"],
        &["run", "s.py", "--python", "2.7"],
        &["run", "s.py", "--stdout", "file"],
        &["run", "s.py", "--set", "A=9"],
        &["run", "s.py", "--set", "B=1"],
        &["run", "s.py", "--nonsense"],
        &["run", "s.py", "t.py"],
    ] {
        let output = folder.interleave(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let err = text(&output.stderr);
        assert!(
            err.starts_with("interleave: ") && err.lines().count() == 1,
            "{arguments:?}: {err}"
        );
    }
}

#[test]
fn forms_are_set_from_the_command_line() {
    let source =
        "A = 1  #@param {type:\"slider\", min:0, max:9}\nB = \"x\"  #@param\nprint(A, B)\n";
    let (code, out, _) = run("set", source, &["--set", "A=7", "--set", "B=y z"]);
    assert_eq!((code, out.as_str()), (0, "7 y z\n"));
}

#[test]
fn json_is_one_object_with_everything() {
    let source = "import time\nprint('a')\ntime.sleep(2)\n";
    let object = json("json", source, &[]);
    assert_eq!(object["outcome"], "finished");
    assert_eq!(object["stdout"], "a\n");
    assert_eq!(object["stderr"], "");
    let virtual_s = object["virtual_s"].as_f64().expect("a number");
    assert!(virtual_s > 2.0 && virtual_s < 2.02, "{virtual_s}");
    assert!(object["cpu_s"].as_f64().expect("a number") < 0.01);
    assert_eq!(object["threads"][0]["name"], "MainThread");
    let slept_ns = object["threads"][0]["state_ns"]["sleeping"]
        .as_u64()
        .expect("a number");
    assert!(slept_ns >= 2_000_000_000, "{slept_ns}");
    assert_eq!(object["findings"].as_array().map(Vec::len), Some(0));
}

#[test]
fn the_trace_is_chrome_trace_json() {
    let folder = Folder::with("trace", &[("s.py", "print('x')\n")]);
    let output = folder.interleave(&["run", "s.py", "--trace", "out.json"]);
    assert_eq!(output.status.code(), Some(0));
    let written = std::fs::read_to_string(folder.0.join("out.json")).expect("the trace");
    let trace: serde_json::Value = serde_json::from_str(&written).expect("JSON");
    assert!(!trace["traceEvents"].as_array().expect("events").is_empty());
}

#[test]
fn files_beside_the_script_come_along_when_imported() {
    let files = [
        ("s.py", "import shop\nprint(shop.price(2))\n"),
        (
            "shop.py",
            "from tax import RATE\n\n\ndef price(n):\n    return n * RATE\n",
        ),
        ("tax.py", "RATE = 21\n"),
        ("broken.py", "this is no Python\n"),
    ];
    let output = Folder::with("imports", &files).interleave(&["run", "s.py"]);
    assert_eq!(text(&output.stderr), "");
    assert_eq!(text(&output.stdout), "42\n");
}

#[test]
fn a_link_opens_the_same_scenario() {
    let folder = Folder::with("link", &[("s.py", "print('hello')\n")]);
    let output = folder.interleave(&["link", "s.py", "--cores", "2"]);
    let link = text(&output.stdout);
    let scenario = interleave_scenario::link::decode(link.trim()).expect("a link");
    assert_eq!(scenario.files[0].text, "print('hello')\n");
    assert_eq!(
        (scenario.files[0].name.as_str(), scenario.machine.cores),
        ("main.py", 2)
    );
}

#[test]
fn check_says_what_is_wrong_without_a_run() {
    let folder = Folder::with(
        "check",
        &[("good.py", "print(1)\n"), ("bad.py", "def f(:\n")],
    );
    let good = folder.interleave(&["check", "good.py"]);
    assert_eq!(
        (good.status.code(), text(&good.stdout).as_str()),
        (Some(0), "")
    );
    let bad = folder.interleave(&["check", "bad.py"]);
    assert_eq!(bad.status.code(), Some(2));
    assert!(
        text(&bad.stderr).starts_with("bad.py:1:"),
        "{}",
        text(&bad.stderr)
    );
}

#[test]
fn the_network_follows_its_rules() {
    let source = "import time, requests\nstart = time.perf_counter()\n\
        answer = requests.get('http://api.test.org/x')\n\
        print(answer.status_code, len(answer.content), round(time.perf_counter() - start, 1))\n\
        print(requests.get('http://other.org/').ok, round(time.perf_counter() - start, 1))\n";
    let rules = "# the slow one\napi.test.org latency=500ms status=503 body=bytes size=1KB bandwidth=10KB/s\n";
    let folder = Folder::with(
        "network",
        &[("s.py", source), ("rules", rules), ("bad", "\nx y")],
    );
    let asked = ["run", "s.py", "--network", "rules", "--latency", "1s"];
    let out = text(&folder.interleave(&asked).stdout);
    assert_eq!(out, "503 1000 0.6\nTrue 1.6\n");
    let output = folder.interleave(&["run", "s.py", "--network", "bad"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("bad: line 2: after the pattern come latency="));
    let output = folder.interleave(&["run", "s.py", "--latency", "soon"]);
    assert!(text(&output.stderr).contains("--latency soon: a latency is a time"));
}

#[test]
fn a_sweep_prints_a_row_for_each_value_or_a_chart() {
    let source =
        "import time\nREST_S = 1.0  #@param {type:\"number\", min:0, max:9}\ntime.sleep(REST_S)\n";
    let folder = Folder::with("sweep", &[("s.py", source)]);
    let sweep = |more: &[&str]| folder.interleave(&[&["sweep", "s.py"], more].concat());
    let rows = text(&sweep(&["--over", "REST_S=1..2:3"]).stdout);
    let rows: Vec<&str> = rows.lines().collect();
    assert_eq!(rows.len(), 4, "{rows:?}");
    assert!(rows[0].starts_with("REST_S,ending,makespan_ns"));
    assert!(rows[2].starts_with("1.5,finished,1500"), "{rows:?}");
    let chart = text(&sweep(&["--over", "cores=1..4", "--svg"]).stdout);
    assert!(chart.starts_with("<svg") && chart.contains("makespan over cores"));
    let wrong = sweep(&["--over", "REST_S"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(text(&wrong.stderr).contains("NAME=FROM..TO"));
}
