import datetime

x, y, name, items = 3.14159, 42, "Ada", [1, 2]
width, precision = 10, 3
print(f"{x=} {y = } {name=!r} {name=!s} {x=:.2f} {x = :>{width}.{precision}f}|")
print(f"{x + y=} {len(items) = } {items[0]=} {name.upper()=} {  y  =  }")
print(f"{x:{width}.{precision}}|{y:0{width}d}|{y:#x}|{y:,}|{name:*^{width}}|{name!r:>{width}}|{y:{'>'}{width}}|")
print(f"{{literal}} {{{y}}} {{{{{y}}}}}")
print(f'{name} said "hi" and {"it" + chr(39) + "s"}')
print(f"{(lambda a: a * 2)(y)} {[n * 2 for n in items]} { {'k': 1}['k'] } { {1, 2} } {y if y > 3 else x}")
print(f"""multi
line {
    name
} end""")
print(f"{y!a} {'é'!a} {'é'!r} {'é'} {None} {True:d} {True} {...}")
print("a" "b" f"{y}" 'c' rf"\n{y}\t" r"\d")
print(f"{y:>10}" f"{y:<10}|" f"{y:^10}|" f"{y:+}" f"{-y: }" f"{y:e}" f"{x:g}" f"{x:%}" f"{y:b}" f"{y:o}" f"{y:c}")
print(f"{1_000_000:,} {1234.5678:_.2f} {0.000001234} {1e100} {123456789.0:.3e} {float('nan'):>6} {float('inf'):<6}|")
print(f"{datetime.timedelta(seconds=5)}" if hasattr(datetime, "timedelta") else "")
print(f"{'a' 'b'}", f"{'x':5}|", f"{'abcdef':.3}", f"{'abc':>6.2}|")
print(f"{print!r:.10}", f"{type(y).__name__}", f"{y.__class__}")
print(f"{'%s' % y} {'{}'.format(y)} {'{:>5}'.format(name)} {'{0!r} {k}'.format(name, k=1)}")
value = 12.5
for spec in ("", ".1f", "08.2f", "+.1e", ">12", "^12.3f", "<12g", "#.4g", "n"):
    print(f"{spec!r}: [{value:{spec}}]")
try:
    f"{y:abc}"
except ValueError as error:
    print(error)
try:
    f"{undefined}"
except NameError as error:
    print(error)
def show(*args, sep=" "):
    return f"{sep.join(f'<{a}>' for a in args)}"
print(show(1, "b", None), f"{show(1, 2, sep=', ')!r}")
a = b = 1
print(f"{a == b} {a != b} {a <= b = } {(c := a + b)} {c}")
