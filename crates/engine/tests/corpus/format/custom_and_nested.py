from datetime import date
class Money:
    def __init__(self, amount, unit="EUR"): self.amount, self.unit = amount, unit
    def __format__(self, spec):
        if spec.endswith("u"): return f"{self.amount:{spec[:-1] or '.2f'}} {self.unit}"
        return format(self.amount, spec or ".2f")
    def __str__(self): return f"${self.amount}"
    def __repr__(self): return f"Money({self.amount})"
m = Money(1234.5)
print(f"{m}", f"{m:u}", f"{m:,.1fu}", f"{m:>10.1f}|", f"{m!s}", f"{m!r:>15}|", "{:u}".format(m), "{0!r} {0:.0f}".format(m), format(m), format(m, ",.2f"), "%s %r" % (m, m), [m], f"{[m]}", f"{m=}", f"{m=!s}", f"{m=:u}")
width, fill, align, sign, prec, kind = 12, "*", "^", "+", 3, "f"
print(f"{3.14159:{fill}{align}{sign}{width}.{prec}{kind}}", f"{'x':{fill}{align}{width}}", "{:{f}{a}{w}}".format("y", f="-", a=">", w=6), "{0:{1}.{2}}".format(2.71828, 8, 3), f"{42:{'>' + str(width)}}|", f"{'ab':{width}.{1}}|", f"{1 if width > 5 else 2:{prec}d}|")
table = [["id", "name", "qty"], [1, "apple", 30], [22, "fig", 4]]
widths = [max(len(str(row[i])) for row in table) for i in range(3)]
for row in table: print(" | ".join(f"{str(cell):<{w}}" if isinstance(cell, str) else f"{cell:>{w}}" for cell, w in zip(row, widths)))
print("\n".join("{:>3} {:<6}".format(i, "#" * i) for i in range(1, 4)), f"{'':-^20}", f"{'=' * 5:>10}", f"{0:b}{1:b}{7:03b}", f"{255:x}{255:X}{255:#o}", f"{1000000:,}{1000000:_}", f"{1e-3:.1e}", f"{0.5:%}{0.5:.0%}", f"{'a':>2}{'b':>2}")
print(f"{date(2024, 3, 5):%Y-%m-%d}", f"{date(2024, 3, 5)}", f"{None}", f"{True:d}", f"{[1, 'a']}", f"{ {'k': 1} }", f"{(1,)}", f"{ {1, 2} }", f"{...}", f"{print}"[:20], f"{int}", f"{ValueError('bad')}", f"{ValueError('bad')!r}", f"{b'x'}", f"{'é':a>3}", f"{chr(97)}{ord('a')}")
nested = {"users": [{"name": "Ann", "tags": ["x", "y"]}]}
print(f"{nested['users'][0]['name']:>5} {nested['users'][0]['tags'][-1]!r}", "{0[users][0][name]}".format(nested), "{u[0][tags]}".format(u=nested["users"]), f"{len(nested['users'])} user{'s' if len(nested['users']) != 1 else ''}", f"{sum(x * x for x in range(4))}", f"{max([3, 1, 2], key=lambda v: -v)}", f"{'yes' if nested else 'no'}", f"{nested.get('x', 'default')}", f"{', '.join(nested['users'][0])}", f"{'%.2f' % 1.005} {round(2.5)} {3 // 2} {-3 % 2} {2 ** 10}")
def decorate(text, *, left="[", right="]"): return f"{left}{text}{right}"
print(decorate("a"), decorate("b", left="<", right=">"), f"{decorate('c')}", f"{decorate(f'{1 + 1}')}", f"{'a' + 'b':>5}", f'{"quoted"}', f"{'single'}", f"""{'triple "x"'}""", f"a{{b}}c{1}", f"{{{1}}}", f"{'{'}{'}'}", "{{}}".format(), "%%d" % (), f"{1}{2}" f"{3}", rf"\d{1}", f"\t|{1}\n|".strip())
