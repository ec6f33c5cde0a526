s = "abcdefg"
print(s[2:5], s[:3], s[4:], s[-3:], s[:-3], s[::2], s[::-1], s[5:1:-2])
l = list(range(10))
print(l[2:8:3], l[-1], l[100:], l[:-100], l[8:2:-2])
print((1, 2, 3)[1:], b"bytes"[1:3], range(10)[2:8:2])
print(list(range(10)[::-3]))
i = slice(1, 4)
print(l[i], i, slice(None, None, 2).step)
