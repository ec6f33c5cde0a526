for spec in ("", "d", "5d", "05d", "<5", ">5", "^5", "=5", "+", "-", " ", "+05", " 5", ",", "_", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "08b", "#010b", "_b", "_x", "c", "e", ".2e", "f", ".1f", "g", "%", ".1%", "n", "*>8", "*<8", "*^8", "0>8", "x<+8", "0=8", ",d", "10,", "010,", "+,", "E", "G", "#06x", "<05", "^05", " d", "_d", "20_b"):
    print(repr(spec), [format(n, spec) for n in (42, -42, 0, 1234567)] if spec != "c" else [format(n, spec) for n in (65, 8364)])
for spec in (".2d", "s", "z", "5.", "Q", ",x", ",_", "=+", "10.5d", "+c", "dd", "#c", ",n", "10s", "é", ",b", "_,"):
    try: print(format(42, spec))
    except ValueError as error: print(spec, "->", error)
print(format(True, "d"), format(True), format(True, "5"), format(False, "b"), f"{True:>6}|", f"{10**30:,}", f"{-10**30:_}", f"{2**70:x}", f"{10**20:e}", f"{10**20:.3g}", f"{7:03}", f"{7:<3}|", f"{-7:=4}", f"{1e6:,.0f}", "{:>{}}".format(5, 4), "{:{fill}{align}{width}}".format(3, fill="*", align="^", width=5))
