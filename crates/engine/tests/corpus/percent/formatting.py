print("%s %d %r" % ("a", 5, "q"))
print("%5d|%-5d|%05d|%+d" % (42, 42, 42, 42))
print("%.2f %8.3f %e %g" % (3.14159, 2.5, 12345.678, 0.0001))
print("%x %X %o %#x %%" % (255, 255, 8, 255))
print("%(name)s is %(age)d" % {"name": "Bo", "age": 7})
print("%s" % [1, 2], "%s" % (("t",),), "%c%c" % ("a", 66))
print("%-10s|%10s|" % ("left", "right"))
print("%*d" % (6, 42), "%.3s" % "abcdef")
for bad in (lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "%s" % (1, 2)):
    try:
        bad()
    except TypeError as error:
        print(error)
