# a traceback through other files
from deep.one import start

print("starting")
start([1, 2, 0])
