for i, c in enumerate("abc", start=1):
    print(i, c, end="; ")
print()
print(list(reversed("abc")), list(zip("ab", "xyz")), "".join(reversed("live")))
print("hello".translate(str.maketrans("el", "ip")), "x-y".translate({45: None}))
words = "the cat the dog".split()
counts = {}
for word in words:
    counts[word] = counts.get(word, 0) + 1
print(counts, list(map(str.upper, words)), list(filter(str.isalpha, "a1b2")))
