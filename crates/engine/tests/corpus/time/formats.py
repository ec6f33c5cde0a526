"""time.strftime with every directive, on fixed times."""
import time

t = time.gmtime(1_700_000_000)
for letter in "aAbBcCdDeFgGhHIjmMnpPrRSTuUVwWxXyY%":
    print(letter, repr(time.strftime("%" + letter, t)))
print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(0)), time.strftime("%-d.%-m. %-H:%M", t))
print(time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(1e9)))
print(time.strftime("", t) == "", time.strftime("no directive", t), time.strftime("%Y" * 3, t))
print(time.asctime(t), "|", time.ctime(0), "|", time.asctime(time.gmtime(86400 * 9)))
print(len(time.strftime("%H:%M:%S")), len(time.strftime("%Y-%m-%d %H:%M:%S", time.localtime())), len(time.ctime()))
for wrong in ((1, 2, 3), "x", (2020, 13, 1, 0, 0, 0, 0, 1, 0), (2020, 1, 1, 25, 0, 0, 0, 1, 0)):
    try:
        print(time.strftime("%Y", wrong))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
