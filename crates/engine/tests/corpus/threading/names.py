import threading


def show():
    print(threading.current_thread().name)


class Sub(threading.Thread):
    def run(self):
        show()


show()
for thread in (
    threading.Thread(target=show),
    threading.Thread(target=show, name="named"),
    Sub(),
    threading.Thread(target=lambda: show()),
):
    thread.start()
    thread.join()
print(threading.main_thread().name, threading.current_thread() is threading.main_thread())
late = threading.Thread(target=show)
late.name = "renamed"
late.start()
late.join()
