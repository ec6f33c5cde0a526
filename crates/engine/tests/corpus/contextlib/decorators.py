from contextlib import AbstractContextManager, ContextDecorator, redirect_stderr, redirect_stdout
import sys


class log(ContextDecorator):
    def __init__(self, name="log"):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, *exc):
        print("exit", self.name, exc[0])
        return False


@log()
def plain():
    print("plain")


@log("named")
def fails():
    raise ValueError("from fails")


plain()
plain()
try:
    fails()
except ValueError as error:
    print(error)


class Managed(AbstractContextManager):
    def __exit__(self, exc_type, exc, tb):
        print("managed exit")


with Managed() as managed:
    print(type(managed).__name__, isinstance(managed, AbstractContextManager))
print(issubclass(log, AbstractContextManager), issubclass(int, AbstractContextManager))
try:
    AbstractContextManager()
except TypeError as error:
    print(error)


class Tee:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        pass


tee = Tee()
with redirect_stdout(tee):
    print("to the tee", 1)
with redirect_stderr(tee):
    print("an error", file=sys.stderr)
print("".join(tee.parts).splitlines())
