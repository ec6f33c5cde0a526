def grade(score):
    return "A" if score >= 90 else "B" if score >= 80 else "C"


print([grade(score) for score in (95, 85, 20)])
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 == 2)
print(0 or "x", 1 and "y", [] and 1, None or 0 or "last")
print(not [], not 1)
if (n := len("walrus")) > 3:
    print("n is", n)
