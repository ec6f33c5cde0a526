# run(): what a program prints and how it ends.
import subprocess

done = subprocess.run(["echo", "hello", "world"], capture_output=True, text=True)
print(done)
print(repr(done.stdout), repr(done.stderr), done.returncode)
print(subprocess.run(["echo", "-n", "bytes"], stdout=subprocess.PIPE).stdout)
print(subprocess.run("echo in a shell; exit 3", shell=True, capture_output=True, text=True))
print(subprocess.run(["cat"], input="typed\nlines\n", capture_output=True, text=True).stdout.splitlines())
print(subprocess.run(["cat"], input=b"\x00\xff", capture_output=True).stdout)
print(subprocess.check_output(["printf", "%s-%d\\n", "a", "7"]))
print(subprocess.getoutput("echo one; echo two"), subprocess.getstatusoutput("false"))
print(subprocess.call(["true"]), subprocess.call(["false"]), subprocess.check_call(["true"]))
done.check_returncode()
