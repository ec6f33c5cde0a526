import os
import threading
import time

# Only the thread that forks goes on in the child, and is its main thread.
done = threading.Event()
other = threading.Thread(target=done.wait, name="other")
other.start()
reader, writer = os.pipe()


def forks():
    pid = os.fork()
    if pid == 0:
        main = threading.main_thread()
        text = f"{threading.active_count()} {main is threading.current_thread()} {main.name} {other.is_alive()}"
        os.write(writer, text.encode())
        os._exit(0)
    os.waitpid(pid, 0)


thread = threading.Thread(target=forks, name="forker")
thread.start()
thread.join()
print(os.read(reader, 200).decode())
print(threading.active_count(), other.is_alive())
done.set()
other.join()
