"""%-formats as older scripts write their measurements."""
import time

took = 1.23456
count = 7

print("took %f seconds" % took)
print("took %.2f seconds, %i items" % (took, count))
print("%i%% done, %i left" % (70.9, 3.2))
print("%5i|%-5i|%05i|%+i" % (42, 42, 42, 42))
print("%10.3f|%-10.3f|%010.3f" % (took, took, -took))
print("%d %s %r" % (count, count, "x"))
print("worker %d of %d: %s" % (1, 3, [1, 2]))
print("%(name)s is %(age)i" % {"name": "Ann", "age": 30})
for bad in ("many", None):
    try:
        print("%i" % bad)
    except TypeError as error:
        print(type(error).__name__, error)
try:
    print("%d %d" % (1,))
except TypeError as error:
    print(error)
start = time.time()
print("elapsed: %i" % (time.time() - start))
