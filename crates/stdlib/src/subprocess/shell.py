"""`_programs.shell`: a small `sh -c`: words and quotes, variables, pipelines, lists, redirections.

What it can't do (loops, functions, globs …) ends as a diagnostic that says so.
"""

import os
import signal

import _programs


class _SyntaxError(Exception):
    pass


_OPERATORS = ("&&", "||", ">>", "2>&1", "1>&2", ">&2", "2>", "&>", "|", ";", "&", ">", "<", "\n", "(", ")")
_REFUSED = "if then else elif fi for while until do done case esac function { } [[".split()


def _tokens(text):
    # Operators as themselves; words as lists of (text, whether variables count, whether quoted).
    tokens, word, at = [], None, 0

    def end_word():
        nonlocal word
        if word is not None:
            tokens.append(word)
            word = None

    while at < len(text):
        c = text[at]
        operator = next((o for o in _OPERATORS if text.startswith(o, at) and (o[0] not in "12" or word is None)), None)
        if c in " \t":
            end_word()
            at += 1
        elif c == "#" and word is None:
            while at < len(text) and text[at] != "\n":
                at += 1
        elif operator:
            end_word()
            tokens.append(operator)
            at += len(operator)
        elif c == "'":
            end = text.find("'", at + 1)
            if end < 0:
                raise _SyntaxError("Unterminated quoted string")
            word = (word or []) + [(text[at + 1 : end], False, True)]
            at = end + 1
        elif c == '"':
            piece, at = "", at + 1
            while at < len(text) and text[at] != '"':
                if text[at] == "\\" and text[at + 1 : at + 2] in ('"', "\\", "`"):
                    at += 1
                    piece += text[at]
                elif text[at] == "\\" and text[at + 1 : at + 2] == "$":
                    at += 1
                    word = (word or []) + [(piece, True, True), ("$", False, True)]
                    piece = ""
                else:
                    piece += text[at]
                at += 1
            if at >= len(text):
                raise _SyntaxError("Unterminated quoted string")
            word = (word or []) + [(piece, True, True)]
            at += 1
        elif c == "\\":
            word = (word or []) + [(text[at + 1 : at + 2], False, True)]
            at += 2
        elif c == "`" or text.startswith("$(", at):
            _programs.refuse("command substitution in the simulated shell")
        else:
            end = at
            while end < len(text) and text[end] not in " \t\n'\"\\|;&<>()`" and not text.startswith("$(", end):
                end += 1
            word = (word or []) + [(text[at:end], True, False)]
            at = end
    end_word()
    return tokens


class _Shell:
    def __init__(self, name, args):
        self.name, self.args = name, args
        self.status = 0

    def variable(self, name):
        if name == "?":
            return str(self.status)
        if name == "$":
            return str(os.getpid())
        if name == "#":
            return str(len(self.args))
        if name in ("@", "*"):
            return " ".join(self.args)
        if name.isdigit():
            number = int(name)
            return self.name if number == 0 else (self.args[number - 1] if number <= len(self.args) else "")
        return os.environ.get(name, "")

    def filled(self, text):
        result, at = "", 0
        while at < len(text):
            if text[at] != "$" or at + 1 >= len(text):
                result += text[at]
                at += 1
                continue
            end = at + 1
            if text[end] == "{":
                close = text.find("}", end)
                name, end = text[end + 1 : close], close + 1
                if not name.replace("_", "").isalnum():
                    _programs.refuse(f"${{{name}}} in the simulated shell")
            elif text[end] in "?$#@*" or text[end].isdigit():
                name, end = text[end], end + 1
            else:
                while end < len(text) and (text[end].isalnum() or text[end] == "_"):
                    end += 1
                name = text[at + 1 : end]
            result += self.variable(name) if name else "$"
            at = end
        return result

    def expanded(self, word):
        fields, current, started = [], "", False
        for text, variables, quoted in word:
            if not quoted and variables and any(c in text for c in "*?[") and "$" not in text:
                import glob

                matches = sorted(glob.glob(text)) if len(word) == 1 else []
                if matches:
                    return matches
            filled = self.filled(text) if variables else text
            if quoted or "$" not in text:
                if text.startswith("~") and not quoted and not current:
                    filled = os.path.expanduser(filled)
                current += filled
                started = True
                continue
            parts = filled.split()
            for index, part in enumerate(parts):
                if index:
                    fields.append(current)
                    current = ""
                current += part
                started = True
        return fields + [current] if started else fields

    def run(self, tokens):
        group, pending = [], None
        for token in [*tokens, ";"]:
            if token not in ("&&", "||", ";", "&", "\n"):
                group.append(token)
                continue
            if group:
                if pending is None or (pending == "&&") == (self.status == 0):
                    self.status = self.pipeline(group, token == "&")
            elif token in ("&&", "||") or pending in ("&&", "||") and token != "\n":
                raise _SyntaxError(f'"{token}" unexpected' if token != ";" else "end of file unexpected")
            pending = token if token in ("&&", "||") else None
            group = []
        return self.status

    def pipeline(self, tokens, in_background):
        stages = [[]]
        for token in tokens:
            if token == "|":
                stages.append([])
            else:
                stages[-1].append(token)
        if any(not stage for stage in stages):
            raise _SyntaxError('"|" unexpected')
        if len(stages) == 1 and not in_background:
            return self.simple(stages[0])
        pids, before = [], None
        for index, stage in enumerate(stages):
            read, write = os.pipe() if index + 1 < len(stages) else (None, None)
            pid = os.fork("sh")
            if pid == 0:
                if before is not None:
                    os.dup2(before, 0)
                if write is not None:
                    os.dup2(write, 1)
                    os.close(read)
                os._exit(self.simple(stage))
            pids.append(pid)
            for fd in (before, write):
                if fd is not None:
                    os.close(fd)
            before = read
        if in_background:
            return 0
        for pid in pids:
            code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        return code if code >= 0 else 128 - code

    def simple(self, tokens):
        words, redirections, tokens = [], [], list(tokens)
        while tokens:
            token = tokens.pop(0)
            if token in ("(", ")"):
                _programs.refuse("a subshell in the simulated shell")
            if token in ("2>&1", "1>&2", ">&2"):
                redirections.append((token, None))
            elif isinstance(token, str):
                if not tokens or isinstance(tokens[0], str):
                    raise _SyntaxError("newline unexpected")
                redirections.append((token, "".join(self.expanded(tokens.pop(0)))))
            else:
                words.append(token)
        settings = {}
        while words and not words[0][0][2] and "=" in words[0][0][0]:
            name, _, value = words[0][0][0].partition("=")
            if not name.isidentifier():
                break
            settings[name] = "".join(self.expanded([(value, True, True), *words.pop(0)[1:]]))
        fields = [field for word in words for field in self.expanded(word)]
        if not fields:
            os.environ.update(settings)
            return 0
        if fields[0] in _REFUSED:
            _programs.refuse(f"{fields[0]!r} in the simulated shell")
        try:
            table = self.redirected(redirections)
        except OSError as error:
            os.write(2, f"{self.name}: 1: cannot open {error.filename}: {error.strerror}\n".encode())
            return 2
        try:
            return self.command(fields, settings, table)
        finally:
            for fd in set(table) - {0, 1, 2}:
                os.close(fd)

    def redirected(self, redirections):
        table = [0, 1, 2]
        for operator, path in redirections:
            if operator == "2>&1":
                table[2] = table[1]
                continue
            if operator in ("1>&2", ">&2"):
                table[1] = table[2]
                continue
            flags = {
                "<": os.O_RDONLY,
                ">>": os.O_WRONLY | os.O_CREAT | os.O_APPEND,
            }.get(operator, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            fd = os.open(path, flags, 0o666)
            if operator == "<":
                table[0] = fd
            elif operator == "2>":
                table[2] = fd
            else:
                table[1] = fd
                if operator == "&>":
                    table[2] = fd
        return table

    def command(self, fields, settings, table):
        name = fields[0]
        if name == "exit":
            raise SystemExit(int(fields[1]) if len(fields) > 1 else self.status)
        if name == "cd":
            try:
                os.chdir(fields[1] if len(fields) > 1 else os.environ.get("HOME", "/"))
            except OSError:
                os.write(table[2], f"{self.name}: 1: cd: can't cd to {fields[1]}\n".encode())
                return 2
            return 0
        if name == "export":
            for field in fields[1:]:
                variable, _, value = field.partition("=")
                os.environ[variable] = value
            return 0
        if name == "kill":
            sig = signal.SIGTERM
            for field in fields[1:]:
                if field.startswith("-"):
                    sig = int(field[1:]) if field[1:].isdigit() else signal.Signals[f"SIG{field[1:].removeprefix('SIG')}"]
                else:
                    os.kill(int(field), sig)
            return 0
        if name == ":":
            return 0
        if name == "exec":
            fields = fields[1:]
            name = fields[0]
        env = {**os.environ, **settings}
        found = _programs.find(name, env)
        if not found:
            why = "not found" if found is None else "Permission denied"
            os.write(table[2], f"{self.name}: 1: {name}: {why}\n".encode())
            return 127 if found is None else 126
        pid = _programs.start(name, fields, [(fd, at) for at, fd in enumerate(table)], None, env)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        return code if code >= 0 else 128 - code


def main(words):
    rest = words[1:]
    if not rest or rest[0] != "-c":
        if rest:
            with open(rest[0]) as file:
                text, name, args = file.read(), rest[0], rest[1:]
        else:
            parts = []
            while data := os.read(0, 65536):
                parts.append(data)
            text, name, args = b"".join(parts).decode(), words[0], []
    else:
        text, name, args = rest[1], rest[2] if len(rest) > 2 else words[0], rest[3:]
    shell = _Shell(name, args)
    try:
        return shell.run(_tokens(text))
    except _SyntaxError as error:
        os.write(2, f"{name}: 1: Syntax error: {error}\n".encode())
        return 2
