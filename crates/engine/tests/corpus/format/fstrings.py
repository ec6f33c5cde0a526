name, n, pi, items, d = "World", 42, 3.14159, [1, 2, 3], {"key": "value", "n": 1}
print(f"Hello {name}!", f"{n}", f"{n:5d}|{n:<5}|{n:^5}|{n:05}", f"{pi:.2f}", f"{n:#x} {n:b} {n:o}", f"{name!r} {name!s} {name!a}", f"{name:>10}|{name:*^11}", f"{n=}", f"{n = }", f"{pi=:.3f}", f"{name=!s}", f"{items=}", f"{n + 1 = }")
print(f"{items[0]} {d['key']} {d['n'] + 1}", f"{len(items)} {sum(items)}", f"{'nested ' + f'{n}'}", f"{{literal}} {{{n}}}", f"{n if n > 5 else 0}", f"{(lambda x: x * 2)(4)}", f"{[i * 2 for i in items]}", f"{ {'a': 1}['a'] }", f"{name.upper()} {name.lower():>8}", f"{1,}", f"{n!r:>6}", f"{'a' 'b'}", f"{True and 'yes'}", f"{None}", f"{3.0}", f"{1e3}", f"{10 ** 3:,}")
width, precision, fill = 10, 2, "*"
print(f"{pi:{width}.{precision}f}|", f"{name:{fill}^{width}}|", f"{n:{'>'}{width}}|", f"{'x':>{width - 5}}|", f"{pi:{'.1f' if n else '.2f'}}", f"{n:{width}}|", rf"\n{n}", f"tab\t{n}", f"""multi
{n}
line""", f'{d["key"]}', f"{n}" "plain" f"{name}", f"", f"{n:}", f"{''!r}")
class P:
    def __init__(self, x): self.x = x
    def __repr__(self): return f"P({self.x})"
    def __format__(self, spec): return f"[{spec}:{self.x}]"
p = P(7); print(f"{p} {p!r} {p!s} {p:abc} {p=} {p=:q} {p.x} {p.x=}", f"{[p]}", f"{p:{n}}")
print(f"{'%d' % n} {'{}'.format(n)} {n % 5} {n // 5} {n / 5} {-n} {n ** 2} {not n} {n == 42} {n != 1} {n > 1} {n in [42]}", f"{n:>5}{n:<5}{n}", f"{pi:.0f} {pi:g} {pi:e} {pi:10.1%}|", f"{1234567.891:,.2f} {1234567:_}", f"{255:08b} {255:#06x}", f"{'é':>3}|{'日本':>5}|")
