"""`_programs`: the programs of the simulated machine: which there are, how one is started, and what it begins with.

What each does is in `_programs.commands` and `_programs.shell`; Python itself is here.
"""

import io
import json
import os
import sys

_PYTHONS = ("python", "python3", "python3.11", "python3.12", "python3.13", "python3.14")
_FOLDERS = ("/bin", "/usr/bin", "/usr/local/bin", "/sbin", "/usr/sbin")


def refuse(what):
    import _disk

    _disk.refuse(what)


def readable(fds, timeout):
    from multiprocessing import connection

    return connection._wait_readable(fds, timeout)


def _simulated():
    from _programs import commands

    return commands.PROGRAMS


def _is_simulated(name):
    return name in _PYTHONS or name in ("sh", "bash", "dash") or name in _simulated()


def find(program, env):
    """What `program` leads to: a path, None where there is nothing, "" where it can't be run."""
    folder, name = os.path.split(program)
    if not folder:
        paths = env.get("PATH", "/usr/local/bin:/usr/bin:/bin").split(":")
        if _is_simulated(name) and any(path in _FOLDERS for path in paths):
            return f"/usr/bin/{name}"
        for path in paths:
            own = os.path.join(path, name)
            if os.path.isfile(own):
                return own
        _refuse_known(name)
        return None
    if folder in _FOLDERS and _is_simulated(name):
        return program
    if os.path.isfile(program):
        # A script needs the right to be run, and a first line that says by what.
        return program if os.access(program, os.X_OK) else ""
    if program == sys.executable:
        return program
    if folder in _FOLDERS:
        _refuse_known(name)
    return None


# What a usual machine has and this one does not simulate: saying that there is no such file would mislead.
_KNOWN = (
    "apt awk bc cal cc chmod chown cmake convert cp curl cut dd df diff dig docker du exiftool expr ffmpeg ffprobe file "
    "find free ftp g++ gcc git go gzip ifconfig ip java jq kill ln lscpu lsof make man md5sum mkdir mv nc netstat nmap "
    "node notepad npm nproc nslookup open ping pip pip3 pkill ps psql pytest redis-cli rm rmdir rsync ruby scp sed "
    "sha256sum ssh stat strace sudo systemctl tac tail tar tee test time timeout top touch traceroute tree unzip uptime "
    "vi vim watch wget which who xargs xdg-open yes zip"
).split()


def _refuse_known(name):
    if name in _KNOWN:
        refuse(f"the program {name!r}: the simulated machine has {', '.join(sorted(_simulated()))}, sh and python")


def start(program, words, inherited, folder, env):
    """Starts a program as a process of the machine: its number."""
    told = json.dumps([program, words, folder, env])
    name = os.path.basename(words[0] if program == "/bin/sh" else program)
    return os._start_fresh("_programs", "_begin", told, inherited, name)


def _begin(told):
    program, words, folder, env = json.loads(told)
    if folder:
        os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    try:
        code = _run(program, words)
    except BrokenPipeError:
        # Nobody reads any more: a program dies of it.
        os._die(13)
    sys.exit(code)


# Its start costs no interpreter's.
_begin._boots = False


def _run(program, words):
    folder, name = os.path.split(program)
    if program != sys.executable and (folder not in ("", *_FOLDERS) or not _is_simulated(name)):
        return _run_script(program, words)
    if name in _PYTHONS or program == sys.executable:
        return _python(words[1:])
    if name in ("sh", "bash", "dash"):
        from _programs import shell

        return shell.main(words)
    return _simulated()[name](words[1:])


def _run_script(path, words):
    with open(path) as file:
        first = file.readline()
    if not first.startswith("#!"):
        refuse("a program file without a first line '#!…'")
    by = first[2:].split()
    if os.path.basename(by[0]) == "env":
        by = by[1:]
    return _run(by[0], [*by, path, *words[1:]])


def _python(words):
    import _start

    _start._boot()
    sys.stdin = io.open(0, closefd=False)
    while words and words[0].startswith("-") and words[0] not in ("-c", "-m", "-"):
        flag = words.pop(0)
        if flag in ("-V", "--version"):
            os.write(1, f"Python {sys.version.split()[0]}\n".encode())
            return 0
        if flag == "-u":
            sys.stdout.reconfigure(write_through=True)
        elif flag not in ("-B", "-E", "-I", "-O", "-OO", "-S", "-s", "-q"):
            refuse(f"python's option {flag}")
    if words and words[0] == "-m":
        refuse("python -m")
    if words and words[0] == "-c":
        source, shown, argv = words[1], "<string>", ["-c", *words[2:]]
    elif words and words[0] != "-":
        argv = words
        try:
            with open(words[0]) as file:
                source, shown = file.read(), words[0]
        except OSError as error:
            told = f"{sys.executable}: can't open file {os.path.abspath(words[0])!r}: [Errno {error.errno}] {error.strerror}\n"
            os.write(2, told.encode())
            return 2
    else:
        source, shown, argv = sys.stdin.read(), "<stdin>", words or [""]
    sys.argv[:] = argv
    main = sys.modules["__main__"]
    if shown not in ("<string>", "<stdin>"):
        main.__file__ = os.path.abspath(shown)
    exec(compile(source, shown, "exec"), main.__dict__)
    return 0
