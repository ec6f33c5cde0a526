# shell=True: pipelines, lists, quotes, variables and redirections.
import os
import subprocess


def sh(text, **options):
    done = subprocess.run(text, shell=True, capture_output=True, text=True, **options)
    print(done.returncode, repr(done.stdout), repr(done.stderr))


sh("echo 'a  b' \"c  d\" e   f")
sh("printf '3\\n1\\n2\\n' | sort | head -n 2")
sh("true && echo yes || echo no")
sh("false && echo yes || echo no")
sh("echo first; false; echo $?")
sh("X=5; echo $X ${X}0 '$X'")
sh("echo $NAME", env={"NAME": "Ada", "PATH": "/usr/bin:/bin"})
sh("echo kept > /tmp/of_corpus.txt; echo more >> /tmp/of_corpus.txt; cat < /tmp/of_corpus.txt")
sh("cat /no/such 2>&1 | wc -l")
sh("no-such-command")
sh("exit 9")
sh("cd / && pwd")
print(os.system("exit 2") >> 8, os.system("true"))
with os.popen("echo through a pipe") as pipe:
    print(pipe.read(), end="")
print(os.popen("exit 3").close())
