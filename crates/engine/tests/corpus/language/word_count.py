text = """the quick brown fox
jumps over the lazy dog
the end"""
counts = {}
for line in text.splitlines():
    for word in line.split():
        counts.setdefault(word, []).append(len(line))
for word, places in sorted(counts.items(), key=lambda item: (-len(item[1]), item[0]))[:3]:
    print(f"{word:<6}{len(places):>3} {places}")
longest = max(counts, key=len)
print(longest, len(counts), sum(len(places) for places in counts.values()))
