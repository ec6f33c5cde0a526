import sys
import threading
import traceback


def risky(n):
    if n % 2:
        raise RuntimeError(f"job {n} failed")
    return n


def work(n, results):
    try:
        results.append(risky(n))
    except Exception as error:
        info = traceback.TracebackException.from_exception(error)
        results.append("".join(info.format_exception_only()).strip())
        results.append([entry.name for entry in info.stack])
        print("".join(info.format()), end="")


results = []
for n in range(3):
    thread = threading.Thread(target=work, args=(n, results))
    thread.start()
    thread.join()
print(results)


def report():
    traceback.print_stack(file=sys.stdout)


report()
frame = sys._getframe()
print(frame.f_code.co_name, frame.f_back)


def outer():
    def inner():
        frame = sys._getframe(1)
        return frame.f_code.co_name, frame.f_lineno, sorted(frame.f_locals)

    value = 3
    return inner()


print(outer())
