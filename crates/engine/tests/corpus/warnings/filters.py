import sys
import threading
import warnings


class ApiWarning(UserWarning):
    pass


def api(n):
    warnings.warn(f"api {n}", ApiWarning, stacklevel=2)
    return n


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", message="api 2")
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    for n in range(4):
        api(n)
    warnings.warn("old", DeprecationWarning)
    print([str(w.message) for w in caught], [w.lineno for w in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("once")
    for n in range(3):
        warnings.warn("same", ApiWarning)
    for n in range(2):
        warnings.warn("same", UserWarning)
    print([(w.category.__name__, str(w.message)) for w in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default")
    for n in range(3):
        warnings.warn("by place", ApiWarning)
    warnings.warn("by place", ApiWarning)
    print(len(caught))
warnings.filterwarnings("error", category=ApiWarning)
try:
    api(9)
except ApiWarning as error:
    print("raised:", error)
seen = []


def work():
    try:
        api(5)
    except ApiWarning as error:
        seen.append(str(error))


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(seen)
warnings.resetwarnings()
warnings.simplefilter("ignore")
print(api(1))
for wrong in (lambda: warnings.simplefilter("sometimes"), lambda: warnings.warn("x", category=3)):
    try:
        wrong()
    except (AssertionError, TypeError) as error:
        print(type(error).__name__, error)
w = warnings.WarningMessage("m", UserWarning, "f.py", 3)
print(w)
