# Popen: pipes in both directions, poll, wait, and lines as they come.
import subprocess

talk = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
print(talk.poll(), talk.communicate("to and fro\n"), talk.returncode)

with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as echoing:
    for word in ("one", "two"):
        echoing.stdin.write(word + "\n")
        echoing.stdin.flush()
        print("answer", echoing.stdout.readline().strip())
print("code", echoing.returncode)

lines = subprocess.Popen(["seq", "3"], stdout=subprocess.PIPE)
for line in lines.stdout:
    print(line)
print(lines.wait(), lines.poll())

first = subprocess.Popen(["printf", "b\\na\\nc\\n"], stdout=subprocess.PIPE)
second = subprocess.Popen(["sort"], stdin=first.stdout, stdout=subprocess.PIPE, text=True)
first.stdout.close()
print(second.communicate()[0].split(), first.wait())
both = subprocess.Popen("echo out; cat /no/such", shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
print(both.communicate())
