# Programs that fail, are missing or take too long.
import subprocess

try:
    subprocess.run(["false"], check=True)
except subprocess.CalledProcessError as error:
    print(error, error.cmd, error.returncode, error.output)
try:
    subprocess.check_output("echo partly; exit 4", shell=True)
except subprocess.CalledProcessError as error:
    print(error, error.output)
try:
    subprocess.run(["no-such-program-here", "x"])
except FileNotFoundError as error:
    print(error, error.errno, error.filename)
try:
    subprocess.run(["sleep", "5"], timeout=0.2)
except subprocess.TimeoutExpired as error:
    print(type(error).__name__, error.cmd, round(error.timeout, 1))
try:
    subprocess.run(["echo", "x"], cwd="/no/such/folder")
except OSError as error:
    print(type(error).__name__, error)
done = subprocess.run("cat /no/such/file", shell=True, capture_output=True, text=True)
print(done.returncode, done.stderr.strip())
try:
    subprocess.run(["echo", 1])
except TypeError as error:
    print(error)
for options in ({"stdin": 1, "input": "x"}, {"capture_output": True, "stdout": 1}):
    try:
        subprocess.run(["true"], **options)
    except ValueError as error:
        print(error)
