# The same account behind a lock: check and act are one step, the second draw is refused.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

ROUNDS = 10  #@param {type:"slider", min:1, max:30}
WORKERS = 5  #@param {type:"slider", min:1, max:8}
THINK_S = 0.1  #@param {type:"number", min:0, max:1, step:0.05}

DRAWS = [(2500, THINK_S), (1500, THINK_S + 0.05)]


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()

    def draw(self, amount, think_s):
        with self.lock:
            if self.balance < amount:
                print(f"  {amount}: insufficient")
                return
            time.sleep(think_s)
            self.balance -= amount
            print(f"  {amount} drawn, balance {self.balance}")


below_zero = 0
with ThreadPoolExecutor(max_workers=WORKERS) as pool:
    for turn in range(1, ROUNDS + 1):
        print(f"round {turn}")
        account = Account(3000)
        draws = [pool.submit(account.draw, *each) for each in DRAWS]
        for draw in draws:
            draw.result()
        if account.balance < 0:
            below_zero += 1
print(f"{below_zero} of {ROUNDS} rounds ended below zero")
