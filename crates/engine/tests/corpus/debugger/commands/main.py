# breakpoint() with commands from the script's input.
import io
import sys

from work import last, loop, total

sys.stdin = io.StringIO("p number\np result, scale\nnumbers\np missing\n!print('run', result)\na\npp numbers\nl\nc\n")
print(total([1, 2, 3]))
sys.stdin = io.StringIO("p 1 +\nwhatis value\np value\nc\n")
last(3)
print("on")
sys.stdin = io.StringIO("number\n\nc\n")
print(loop())
for commands in ("q\n", ""):
    try:
        sys.stdin = io.StringIO(commands)
        total([2])
        print("never")
    except BaseException as error:
        print(type(error), error)
print("end")
