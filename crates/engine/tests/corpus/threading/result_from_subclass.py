import threading


class Returning(threading.Thread):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.result = None
        self.error = None

    def run(self):
        try:
            if self._target is not None:
                self.result = self._target(*self._args, **self._kwargs)
        except Exception as error:
            self.error = error

    def join(self, *args):
        super().join(*args)
        if self.error:
            raise self.error
        return self.result


t = Returning(target=pow, args=(2, 10))
t.start()
print(t.join())
t = Returning(target=lambda a, b=1: a / b, args=[1], kwargs={"b": 0})
t.start()
try:
    t.join()
except ZeroDivisionError as error:
    print("from the thread:", error)
