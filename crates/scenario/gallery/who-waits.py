# Does the line after the loop wait for the pool? Only when somebody asks it to.
import time
from concurrent.futures import ThreadPoolExecutor

SHUTDOWN = False  #@param {type:"boolean"}
WORKERS = 2  #@param {type:"slider", min:1, max:8}
LETTERS = 4  #@param {type:"slider", min:1, max:12}


def deliver(letter):
    time.sleep(1 + letter / 10)
    print(f"letter {letter} delivered")


pool = ThreadPoolExecutor(max_workers=WORKERS)
for letter in range(1, LETTERS + 1):
    pool.submit(deliver, letter)
if SHUTDOWN:
    pool.shutdown()  # waits until every letter is delivered
print("the line after the loop")
