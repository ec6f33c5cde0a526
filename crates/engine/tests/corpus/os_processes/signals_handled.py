import os
import signal
import time


def stop(number, frame):
    raise SystemExit(40 + number)


# Each child says when it is ready, so that no signal comes too soon.
def ready_child(prepare):
    reader, writer = os.pipe()
    pid = os.fork()
    if pid:
        os.read(reader, 1)
        return pid
    code = 0
    try:
        prepare()
        os.write(writer, b"r")
        time.sleep(30)
    except SystemExit as leaving:
        code = leaving.code
    except KeyboardInterrupt:
        code = 77
    os._exit(code)


def ended(pid):
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


pid = ready_child(lambda: signal.signal(signal.SIGTERM, stop))
os.kill(pid, signal.SIGTERM)
print(ended(pid))
pid = ready_child(lambda: None)
os.kill(pid, signal.SIGINT)
print(ended(pid))
pid = ready_child(lambda: signal.signal(signal.SIGTERM, signal.SIG_IGN))
os.kill(pid, signal.SIGTERM)
os.kill(pid, signal.SIGKILL)
print(ended(pid))
signal.signal(signal.SIGUSR2, stop)
pid = ready_child(lambda: None)
os.kill(pid, signal.SIGUSR2)
print(ended(pid))
