//! A scenario's files beside the script: data that it opens, what it is given to read, modules that it imports.

mod running;

/// Runs `source` beside `files` (name, text) and compares what it prints.
fn check(source: &str, files: &[(&str, &str)], expected: &str) {
    running::check(source, files, expected, "");
}

#[test]
fn files_beside_the_script_can_be_opened() {
    check(
        "import os\n\
         print(open('data/a.csv').read(), sorted(os.listdir('.')), os.getcwd())\n\
         print(__file__, open(__file__).readline().strip())\n",
        &[("data/a.csv", "1,2"), ("notes.txt", "")],
        "1,2 ['data', 'main.py', 'notes.txt'] /home/user\n/home/user/main.py import os\n",
    );
}

#[test]
fn what_is_typed_is_read_line_by_line() {
    check(
        "import sys\n\
         name = input('Name? ')\n\
         print('Hello', name, repr(sys.stdin.readline()), list(sys.stdin))\n\
         try:\n    input()\nexcept EOFError as error:\n    print(error)\n",
        &[("stdin.txt", "Ann\n5\nlast\n")],
        "Name? Hello Ann '5\\n' ['last\\n']\nEOF when reading a line\n",
    );
}

#[test]
fn a_fresh_machine_has_its_usual_folders() {
    check(
        "import os\n\
         print(os.listdir('/'), os.path.isdir('/tmp'), open('/dev/null').read() == '', os.listdir('/home'))\n",
        &[],
        "['bin', 'dev', 'etc', 'home', 'tmp', 'usr', 'var'] True True ['user']\n",
    );
}
