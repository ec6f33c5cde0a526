import gc
import weakref


class Resource:
    pass


first = Resource()
end = weakref.finalize(first, print, "first is gone")
print(end.alive)
del first
gc.collect()
print(end.alive)
second = Resource()
end = weakref.finalize(second, lambda text: text.upper(), "called by hand")
print(end(), end.alive, end())
third = Resource()
end = weakref.finalize(third, print, "never")
print(end.detach()[2:], end.alive)


def told(reference):
    print("callback", reference() is None)


fourth = Resource()
reference = weakref.ref(fourth, told)
del fourth
gc.collect()
last = Resource()
weakref.finalize(last, print, "at the end 1")
weakref.finalize(last, print, "at the end 2")
print("done")
