print(all([]), any([]), all([1, "a", [0]]), any([0, "", None, 3]), all(x > 1 for x in [2, 3]), any(x > 5 for x in range(4)))
seen = []
def watch(values):
    for value in values:
        seen.append(value)
        yield value
print(any(watch([0, 0, 7, 8])), seen)
seen.clear()
print(all(watch([1, 0, 7])), seen)
class Truth:
    def __init__(self, truth): self.truth = truth
    def __bool__(self):
        seen.append(self.truth)
        return self.truth
seen.clear()
print(any([Truth(False), Truth(True), Truth(True)]), seen)
class Sized:
    def __len__(self): return 0
print(all([Sized()]), any({0: 1}), any({1: 0}), all("abc"), any(""), all({}), any(map(int, "00100")))
for call in (lambda: all(), lambda: any(3), lambda: all([1], [2]), lambda: any(iter)):
    try: print(call())
    except TypeError as error: print(error)
