import threading
import time


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.RLock()

    def draw(self, amount):
        with self.lock:
            if self.balance >= amount:
                time.sleep(0.05)
                self.balance -= amount
                return True
            return False


account = Account(100)
outcomes = {}
threads = []
for n, amount in enumerate((60, 50, 40)):
    thread = threading.Thread(target=lambda n=n, amount=amount: outcomes.update({n: account.draw(amount)}))
    threads.append(thread)
    thread.start()
    time.sleep(0.01)
for thread in threads:
    thread.join()
print(sorted(outcomes.items()), account.balance)
