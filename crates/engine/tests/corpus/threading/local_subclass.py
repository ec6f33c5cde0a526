import threading


class Session(threading.local):
    limit = 3

    def __init__(self, name):
        self.name = name
        self.calls = 0
        print("made for", threading.current_thread().name)

    def call(self):
        self.calls += 1
        return f"{self.name}:{self.calls}/{self.limit}"


session = Session("db")
print(session.call(), session.call())


def work():
    print(session.call(), sorted(session.__dict__.items()))
    session.limit = 9
    del session.calls
    print(session.limit, hasattr(session, "calls"))


for n in range(2):
    t = threading.Thread(target=work, name=f"worker {n}")
    t.start()
    t.join()
print(session.call(), Session.limit, session.limit)
data = threading.local()
data.value = 1
print(vars(data), hasattr(data, "other"), getattr(data, "other", None))
