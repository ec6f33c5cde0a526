# Two queues between fetchers and parsers that loop for ever: the work gets done, the program never ends.
import queue
import threading
import time

PAGES = 6  #@param {type:"slider", min:1, max:20}
FETCH_S = 1.0  #@param {type:"number", min:0.1, max:5, step:0.1}
PARSE_S = 0.5  #@param {type:"number", min:0.1, max:5, step:0.1}

addresses = queue.Queue()
pages = queue.Queue()
parsed = []


def fetch():
    while True:
        address = addresses.get()
        time.sleep(FETCH_S)
        pages.put(f"page of {address}")


def parse():
    while True:
        page = pages.get()
        time.sleep(PARSE_S)
        parsed.append(page)
        if len(parsed) == PAGES:
            print("all parsed")


for n in range(PAGES):
    addresses.put(f"/news/{n}")
for work in [fetch, fetch, fetch, parse, parse, parse]:
    threading.Thread(target=work).start()
print("main is done, six threads are not")
