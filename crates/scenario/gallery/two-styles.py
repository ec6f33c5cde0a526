# Two ways to write a thread: hand it a function, or subclass Thread and write run().
import threading
import time

HOME_S = 0.4  #@param {type:"number", min:0, max:5, step:0.1}
NEWS_S = 0.5  #@param {type:"number", min:0, max:5, step:0.1}
REST_S = 1.0  #@param {type:"number", min:0, max:5, step:0.1}


def fetch(page, takes_s):
    time.sleep(takes_s)  # stands for a request over the network
    return f"<{page}>"


def visit(page, takes_s):
    print("function:", fetch(page, takes_s))
    time.sleep(REST_S)
    print("function: rested")


class Visit(threading.Thread):
    def __init__(self, page, takes_s):
        super().__init__()
        self.page = page
        self.takes_s = takes_s

    def run(self):
        print("subclass:", fetch(self.page, self.takes_s))
        time.sleep(REST_S)
        print("subclass: rested")


start = time.perf_counter()
threads = [
    threading.Thread(target=visit, args=("home", HOME_S)),
    Visit("news", NEWS_S),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"both back after {time.perf_counter() - start:.1f} s")
