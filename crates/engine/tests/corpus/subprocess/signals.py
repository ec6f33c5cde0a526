# Ending programs: terminate, kill, and what their return codes say.
import signal
import subprocess
import time

sleepers = [subprocess.Popen(["sleep", "30"]) for _ in range(3)]
sleepers[0].terminate()
sleepers[1].kill()
sleepers[2].send_signal(signal.SIGINT)
print([sleeper.wait() for sleeper in sleepers])
start = time.monotonic()
napping = subprocess.Popen(["sleep", "0.3"])
print(napping.poll())
try:
    napping.wait(timeout=0.1)
except subprocess.TimeoutExpired as error:
    print(error)
print(napping.wait(), round(time.monotonic() - start, 1))
napping.terminate()
try:
    subprocess.run(["sleep", "9"], check=True, timeout=0.1)
except subprocess.TimeoutExpired as error:
    print(error.cmd)
died = subprocess.Popen(["sleep", "9"])
died.terminate()
died.wait()
try:
    raise subprocess.CalledProcessError(died.returncode, "sleep 9")
except subprocess.CalledProcessError as error:
    print(error)
