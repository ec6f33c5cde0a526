import threading


def work(a, b, *rest, key="none"):
    print(a, b, rest, key)


for thread in (
    threading.Thread(target=work, args=(1, 2)),
    threading.Thread(target=work, args=(1,), kwargs={"b": 5, "key": "k"}),
    threading.Thread(target=work, args=[1, 2, 3, 4]),
    threading.Thread(None, work, "positional", ("x", "y"), {"key": "z"}),
    threading.Thread(),
):
    thread.start()
    thread.join()
