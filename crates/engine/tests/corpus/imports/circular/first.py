print("first begins")
from second import two

one = 1
