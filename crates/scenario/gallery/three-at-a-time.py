# Five downloads, three workers: three futures run, two are pending.
import time
from concurrent.futures import ThreadPoolExecutor

WORKERS = 3  #@param {type:"slider", min:1, max:5}

FLAGS_S = {"BR": 0.5, "CN": 0.6, "ID": 0.7, "IN": 0.8, "US": 0.9}


def download(code):
    time.sleep(FLAGS_S[code])  # stands for a request over the network
    print(f"{code} arrived")
    return code


start = time.perf_counter()
with ThreadPoolExecutor(max_workers=WORKERS) as pool:
    futures = {code: pool.submit(download, code) for code in FLAGS_S}
    running = [code for code, future in futures.items() if future.running()]
    pending = [code for code in FLAGS_S if code not in running]
    print("running:", " ".join(running) or "none")
    print("pending:", " ".join(pending) or "none")
print(f"{len(futures)} downloads in {time.perf_counter() - start:.1f} s")
