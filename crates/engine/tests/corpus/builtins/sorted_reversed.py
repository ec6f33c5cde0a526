print(sorted([3, 1, 2]), sorted("hello"), sorted({"b": 1, "a": 2}), sorted((3, 1), reverse=True), sorted([-3, 2, 1], key=abs), sorted(["b", "A", "c"], key=str.lower), sorted([]), sorted(range(5), key=lambda x: -x))
rows = [("x", 2), ("y", 1), ("z", 2), ("w", 1)]
print(sorted(rows, key=lambda row: row[1]), sorted(rows, key=lambda row: row[1], reverse=True), sorted(rows, key=lambda row: (-row[1], row[0])))
print(sorted([True, False, 2, 0.5]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], [1]]), sorted({3, 1, 2}), sorted(x % 3 for x in range(7)))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(0, 10, 3))), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})), list(reversed({"a": 1, "b": 2}.items())), list(reversed({"a": 1}.values())), list(reversed(b"ab")))
class Deck:
    def __len__(self): return 3
    def __getitem__(self, index): return f"card{index}"
class Own:
    def __reversed__(self): return iter("own")
print(list(reversed(Deck())), list(reversed(Own())), list(Deck()[i] for i in range(2)))
for call in (lambda: sorted(3), lambda: sorted([1, "a"]), lambda: sorted([1], lambda x: x), lambda: reversed(3), lambda: reversed({1, 2}), lambda: sorted([None, 1]), lambda: sorted([{}, {}]), lambda: list(reversed(iter([1]))), lambda: sorted([1, 2], cmp=3), lambda: sorted(), lambda: sorted([3j, 1j])):
    try: print(call())
    except TypeError as error: print(error)
big = [(i * 7919) % 1009 for i in range(1000)]
print(sorted(big)[:5], sorted(big, reverse=True)[:5], sorted(big, key=lambda n: n % 10)[:12], big == sorted(big))
backwards = reversed([1, 2, 3])
print(next(backwards), list(backwards), next(backwards, "end"))
