import contextlib
import io
import threading


def fails():
    raise RuntimeError("to the text")


text = io.StringIO()
with contextlib.redirect_stderr(text):
    t = threading.Thread(target=fails, name="quiet")
    t.start()
    t.join()
print(text.getvalue().splitlines()[0])
print(text.getvalue().splitlines()[-1])
