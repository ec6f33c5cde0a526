"""Counting words: strings, methods and a dict."""

text = "the quick brown fox jumps over the lazy dog " * 20_000
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + len(word.upper())
