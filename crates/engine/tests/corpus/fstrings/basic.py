name, n, pi = "Ana", 42, 3.14159
print(f"{name} {n} {pi}")
print(f"{name!r} {name!s:>6} {n:5d}| {n:<5}| {n:^5}| {n:05} {n:+}")
print(f"{pi:.2f} {pi:8.3f} {pi:e} {pi:g} {pi:.0f}")
print(f"{n:x} {n:X} {n:o} {n:b} {n:#x} {n:#b} {n:,}")
print(f"{1234567.891:,.2f} {0.25:.1%} {10**20:,}")
width = 10
print(f"{name:*^{width}} {pi:{width}.{2}f}")
print(f"{{braces}} {n + 1} {[i for i in range(3)]} {'nested'}")
print(f"{n=} {n + 1 = } {name=!s}")
print(f"{'yes' if n else 'no'}" f" joined {name}" " plain")
