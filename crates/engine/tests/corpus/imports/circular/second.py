print("second begins")
from first import one

two = 2
