a, b = 3 + 4j, complex(1, -2)
print(a + b, a - b, a * b, a / b, a ** 2, a ** b, abs(a), -a, +a, a.conjugate(), a.real, a.imag, a == 3 + 4j, a != b, a + 1, 1.5 - a, 2 * a, a / 2, 1 / a, a ** 0, a ** -1, a ** 0.5, 0j ** 0, bool(0j), hash(a) == hash(3 + 4j), {3 + 0j: "x"}[3], complex("3+4j") == a, [a, b], {a}, sum([a, b]), repr(a), str(b), type(a).__name__, isinstance(a, complex), a in [3 + 4j], complex(a), complex(2), complex(0.5, 1), pow(a, 2), round(a.real), 1j * 1j, -1j, 5j.imag, 1e3j, (1 + 1j) * (1 - 1j), complex(1, 0) == 1, 1j == 1, max([a, b], key=abs))
for text in ("1", "1j", "-1j", "+j", "1+j", "1.5-2.5j", "1e2+1e-2j", " 3j ", "(1+2j)", "inf", "nanj", "infj", "-0j"):
    print(text, complex(text))
z = 0
for i in range(5): z = z * z + (0.1 + 0.2j)
print(f"{z:.6f}", f"{a:.1f}", f"{a:8.2f}|", f"{a!r:>10}", "%s %r" % (a, b), "{:.2e}".format(a), "{0.real} {0.imag}".format(a), format(a), format(a, ".3g"), f"{1e10 + 1j}", f"{a:>12}|", f"{complex(1, -0.0)}")
