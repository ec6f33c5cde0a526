import time

import gevent
from gevent import subprocess

start = time.time()


def cron():
    for n in range(3):
        print("cron", n)
        gevent.sleep(0.1)


g = gevent.spawn(cron)
sub = subprocess.Popen(["sleep 0.25; uname"], stdout=subprocess.PIPE, shell=True)
out, err = sub.communicate()
print(out.rstrip(), err, sub.returncode)
g.join()


def run(n):
    print(n, subprocess.check_output(["sh", "-c", "sleep 0.%d; echo %d" % (n + 1, n)]))
    return n


start = time.time()
print([g.value for g in gevent.joinall([gevent.spawn(run, n) for n in range(3)])])
print(time.time() - start < 0.5)
p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(p.communicate(b"through cat"))
p = subprocess.Popen(["sh", "-c", "echo a; sleep 0.05; echo b"], stdout=subprocess.PIPE)
g = gevent.spawn_later(0.02, print, "meanwhile")
print(p.stdout.readline())
g.join()
print(p.stdout.read(), p.wait(), p.poll())
print(subprocess.call(["sh", "-c", "exit 3"]))
try:
    subprocess.check_call(["sh", "-c", "exit 4"])
except subprocess.CalledProcessError as error:
    print(error.returncode)
p = subprocess.Popen(["sleep", "5"])
try:
    p.wait(timeout=0.05)
except subprocess.TimeoutExpired as error:
    print("timeout", error.timeout)
p.terminate()
print(p.wait())
print(subprocess.run(["echo", "hi"], capture_output=True, text=True).stdout)
print(subprocess.getoutput("echo out"))
