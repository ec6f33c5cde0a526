import threading


def work(a, b=0):
    print(a, b)


for args in (5, ("one", "two", "three"), ()):
    thread = threading.Thread(target=work, args=args, name="worker")
    thread.start()
    thread.join()
thread = threading.Thread(target=work("called", "at once"))
thread.start()
thread.join()
thread = threading.Thread(target="work", name="text")
thread.start()
thread.join()
thread = threading.Thread(target=work, args=("abc"), name="letters")
thread.start()
thread.join()
thread = threading.Thread(target=work, args=(1,), kwargs={"c": 2}, name="kwargs")
thread.start()
thread.join()
print("the end")
