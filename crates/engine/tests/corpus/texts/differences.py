"""What two texts have in common, close matches, diffs in both forms."""
import difflib
import random

m = difflib.SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(m.ratio(), 3), m.quick_ratio(), m.real_quick_ratio(), m.get_matching_blocks(), m.get_opcodes())
print(difflib.SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("x", ["y"]))
a = [f"line {i}\n" for i in range(30)]
b = a[:5] + ["new\n"] + a[6:20] + a[22:] + ["tail\n"]
print("".join(difflib.unified_diff(a, b, "old", "new", "d1", "d2")))
print("\n".join(difflib.unified_diff(["a", "b"], ["a", "c"], lineterm="", n=0)))
print("".join(difflib.context_diff(a, b, "old", "new")))
print(list(difflib.unified_diff(a, a)), list(difflib.unified_diff([], ["x"], lineterm="")))
r = random.Random(5)
for _ in range(30):
    x, y = ("".join(r.choice("abcd") for _ in range(r.randrange(12))) for _ in range(2))
    s = difflib.SequenceMatcher(None, x, y)
    print(x, y, round(s.ratio(), 4), s.get_opcodes())
long = [r.choice("abcde") for _ in range(300)]
other = [r.choice("abcde") for _ in range(250)]
print(difflib.SequenceMatcher(None, long, other).ratio(), round(difflib.SequenceMatcher(None, long, other, autojunk=False).ratio(), 6))
for wrong in (lambda: difflib.get_close_matches("a", [], n=0), lambda: difflib.get_close_matches("a", [], cutoff=2)):
    try:
        wrong()
    except ValueError as error:
        print(error)
