numbers = (3.14159, -2.5, 0.0, -0.0, 1e10, 1.5e-7, 123456.789, float("inf"), float("-inf"), float("nan"), 100.0, 1e22)
for spec in ("", ".2f", "10.3f", "<10.1f", "^12", "+.1f", " .2f", "08.2f", "e", ".3e", "E", "g", ".3g", "G", "%", ".1%", ",", ",.2f", "_.1f", "#.0f", ".0f", "n", "*>12.2f", "+08.1f", ".10", ".3", "z.1f", "f", "F", "015,.2f", "=+10.1f", "#g", ".0e", "#.3g", "012", "+,"):
    print(repr(spec), [format(n, spec) for n in numbers])
for spec in ("d", "x", "s", "5.f", "c", "b", ",,", ".f", "10.2q", "=s"):
    try: print(format(1.5, spec))
    except ValueError as error: print(spec, "->", error)
print(f"{1/3:.3%}", f"{2/3:5.1%}|", f"{1234.5:,}", f"{0.1+0.2}", f"{0.1+0.2:.17g}", f"{5:.2f}", f"{True:.1f}", f"{10**17:.2f}", f"{1e-5}", f"{1e16}", f"{123456789012345680.0}", f"{-0.4:.0f}", f"{-0.4:z.0f}", f"{0.5:.0f} {1.5:.0f} {2.5:.0f}", "%.3f %5.1f %-8.2e| %g %G" % (2.0005, 3.14159, 12345.678, 0.0001, 1e-10))
width, precision, value = 10, 3, 2.718281828
print(f"{value:{width}.{precision}f}|", f"{value:>{width}.{precision}}|", f"{value!r:>{width + 5}}|", "{0:{1}.{2}f}|".format(value, 8, 2), "{:{w}.{p}}|".format(value, w=9, p=4))
