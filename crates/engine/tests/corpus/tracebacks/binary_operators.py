def mean(values):
    return sum(values) / len(values) ** 1.0


first = mean([1, 2])
second = first + mean([])
