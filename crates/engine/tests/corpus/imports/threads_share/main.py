# threads of one program share a module's state
import threading

import state
from worker import work

threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(state.results), state.total)
print(state.lock is __import__("worker").state.lock)
