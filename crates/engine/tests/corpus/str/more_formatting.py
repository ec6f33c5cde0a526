for spec in ("", "10", "<10", ">10", "^10", "*^10", ".2", "10.2", "_<6.1"):
    print(f"[{'text':{spec}}]", end=" ")
print()
for spec in ("", "d", "5", "05", "+", " ", ",", "_", "x", "#x", "b", "#010b", "o", "e", ".2f", "%", "c", "n"):
    print(f"[{65:{spec}}]", end=" ")
print()
for spec in ("", ".1f", "8.2f", "+.3e", ",.2f", "%", ".0%", "g", ".3g", "010.2f", "<9", "^9.1f"):
    print(f"[{1234.5678:{spec}}]", end=" ")
print()
print(f"{-5:=+6d} {-5:06d} {5: d} {True} {True:5} {None} {[1, 2]!s:>8}")
print(f"{'a' 'b'} {'q': >3} {{}} {1 if True else 2} {(lambda x: x * 2)(4)}")
name = "x"
print(f"{name!r:>6} {name * 3:-^9} {f'{name}!'} {'nested ' + f'{1 + 1}'}")
