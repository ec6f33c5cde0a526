import bisect
from bisect import bisect_left, bisect_right, insort

numbers = [1, 3, 3, 3, 7, 9]
print([bisect_left(numbers, n) for n in (0, 1, 3, 4, 9, 10)], [bisect_right(numbers, n) for n in (0, 1, 3, 4, 9, 10)])
print(bisect.bisect(numbers, 3, 0, 2), bisect_left(numbers, 3, lo=2), bisect.bisect_left("abd", "c"), bisect.bisect((1, 2, 3), 2))
for number in (4, 0, 10, 3):
    insort(numbers, number)
print(numbers)
bisect.insort_left(numbers, 3.0)
print(numbers)


def grade(score, breakpoints=(60, 70, 80, 90), grades="FDCBA"):
    return grades[bisect.bisect(breakpoints, score)]


print([grade(score) for score in (33, 99, 77, 70, 89, 90, 100)])
people = [("ann", 20), ("bob", 30), ("cid", 40)]
print(bisect_left(people, 30, key=lambda p: p[1]), bisect_right(people, 30, key=lambda p: p[1]))
bisect.insort(people, ("dan", 35), key=lambda p: p[1])
print(people)
for call in (lambda: bisect_left([1], 0, -1), lambda: bisect_left([1, "a"], 2), lambda: bisect_left([1], 2, 0, 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
