"""Counting in a dict: numbers and words as keys."""


def count(rounds):
    by_number = {}
    for i in range(rounds):
        key = i * 7919 % 1009
        by_number[key] = by_number.get(key, 0) + 1
    by_word = {}
    words = ["red", "green", "blue", "green", "red", "green"]
    for _ in range(rounds // 6):
        for word in words:
            if word in by_word:
                by_word[word] += 1
            else:
                by_word[word] = 1
    return sorted(by_number.items())[0], by_word


count(150_000)
