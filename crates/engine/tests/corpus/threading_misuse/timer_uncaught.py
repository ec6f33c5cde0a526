import threading


def late(a):
    raise LookupError(a)


timer = threading.Timer(0.02, late, ["x"])
timer.start()
timer.join()
timer = threading.Timer(0.02, late)
timer.name = "without arguments"
timer.start()
timer.join()
timer = threading.Timer("soon", late)
timer.name = "bad interval"
timer.start()
timer.join()
print(timer.finished.is_set(), timer.interval)
