# subprocess starts other programs, hands them text and reads what they print.
import subprocess
import time

PAUSE_S = 2.0  #@param {type:"number", min:0.1, max:5, step:0.1}

said = subprocess.run(["echo", "hello from a program"], capture_output=True, text=True)
print("echo said:", said.stdout.strip(), "| exit code", said.returncode)

start = time.perf_counter()
sleepers = [subprocess.Popen(["sleep", str(PAUSE_S)]) for _ in range(3)]
codes = [sleeper.wait() for sleeper in sleepers]
print(f"three sleepers side by side: {time.perf_counter() - start:.1f} s, exit codes {codes}")

talk = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
answer, _ = talk.communicate("line one\nline two\n")
print("cat gave back:", answer.split("\n"))

script = "import sys; print(sum(int(line) for line in sys.stdin))"
summed = subprocess.run(["python3", "-c", script], input="1\n2\n39\n", capture_output=True, text=True)
print("another Python added up:", summed.stdout.strip())
