import threading


class Adder(threading.Thread):
    def __init__(self, numbers):
        super().__init__(name="adder")
        self.numbers = numbers
        self.total = None

    def run(self):
        self.total = sum(self.numbers)
        print(threading.current_thread().name, "ran")


adder = Adder([1, 2, 3])
print(adder.total, adder.is_alive(), adder.name)
adder.start()
adder.join()
print(adder.total, adder.is_alive())
