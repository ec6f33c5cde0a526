import sys

try:
    sys.exit("a message on stderr")
finally:
    print("finally runs")
