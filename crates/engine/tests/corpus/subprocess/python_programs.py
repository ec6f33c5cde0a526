# Another Python as a program: -c, standard input, a file, arguments and exit codes.
import subprocess
import sys

print(subprocess.check_output([sys.executable, "-c", "print('hi from', 1 + 1)"], text=True), end="")
adds = "import sys\nprint(sum(map(int, sys.stdin)))"
print(subprocess.run([sys.executable, "-c", adds], input="4\n5\n", capture_output=True, text=True).stdout, end="")
print(subprocess.call([sys.executable, "-c", "import sys; sys.exit(7)"]))
failed = subprocess.run([sys.executable, "-c", "1 / 0"], capture_output=True, text=True)
print(failed.returncode, failed.stderr.splitlines()[-1])
with open("/tmp/child_of_corpus.py", "w") as file:
    file.write("import sys\nprint(sys.argv[1:], __name__)\n")
print(subprocess.check_output([sys.executable, "/tmp/child_of_corpus.py", "a", "b"], text=True), end="")
shown = subprocess.run([sys.executable, "-c", "import os; print(os.environ['COLOUR'])"], env={"COLOUR": "red", "PATH": "/usr/bin:/bin"}, capture_output=True, text=True)
print(shown.stdout, end="")
