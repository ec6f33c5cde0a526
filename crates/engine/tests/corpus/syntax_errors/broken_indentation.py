# A block that is missing: an IndentationError with its line.
def work():
for number in range(3):
    print(number)
