import contextvars
import threading
from contextvars import ContextVar, Token, copy_context

user = ContextVar("user", default="nobody")
request = ContextVar("request")
print(user.get(), request.get("none"), user.name)
try:
    request.get()
except LookupError as error:
    print(type(error).__name__)
token = user.set("ann")
print(user.get(), token.old_value is Token.MISSING, token.var is user)
inner = user.set("bob")
print(user.get(), inner.old_value)
user.reset(inner)
print(user.get())
try:
    user.reset(inner)
except RuntimeError as error:
    print("already been used" in str(error))
try:
    request.reset(token)
except ValueError as error:
    print("different ContextVar" in str(error))
context = copy_context()


def change(name):
    before = user.get()
    user.set(name)
    return before, user.get()


print(context.run(change, "carl"), user.get(), context[user], len(context), user in context)
print(context.run(change, name="dora"), [var.name for var in context], list(context.values()))
seen = []


def work(name):
    seen.append(user.get())
    user.set(name)
    seen.append(user.get())


for name in ("x", "y"):
    thread = threading.Thread(target=work, args=(name,))
    thread.start()
    thread.join()
thread = threading.Thread(target=copy_context().run, args=(work, "z"))
thread.start()
thread.join()
print(seen, user.get())
try:
    context.run(context.run, print)
except RuntimeError as error:
    print("already entered" in str(error))
print(contextvars.Context().get(user), copy_context().get(user))
user.reset(token)
print(user.get())
