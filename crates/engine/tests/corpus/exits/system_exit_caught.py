import sys

try:
    sys.exit(5)
except SystemExit as leaving:
    print("caught", leaving.code)
try:
    raise SystemExit("text")
except SystemExit as leaving:
    print("caught", leaving)
print("still here")
raise SystemExit(0)
