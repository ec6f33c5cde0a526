import time
records = [("INFO", "main", "started"), ("WARNING", "Thread-1", "slow: %d ms"), ("ERROR", "worker", "failed: %s")]
for level, name, message in records:
    args = {"%d": (120,), "%s": ("boom",)}.get(message[-2:], ()) if "%" in message else ()
    text = message % (120,) if "%d" in message else message % ("boom",) if "%s" in message else message
    print("[%-8s] %10s: %s" % (level, name, text), f"[{level:<8}] {name:>10}: {text}", "[{:<8}] {:>10}: {}".format(level, name, text), sep="\n")
print("%(asctime)s %(levelname)s %(message)s" % {"asctime": "12:00:01", "levelname": "INFO", "message": "m"}, "{asctime} - {levelname:>5} - {message!r}".format(asctime="t", levelname="X", message="m"))
for i in range(1, 4): print(f"Task {i}/{3} {'#' * i:<3} {i / 3:>6.1%} {i * 1.5:.2f}s", end="\r" if i < 3 else "\n")
for n in (0, 1, 999, 1024, 1536, 1048576, 5 * 10**9):
    size, unit = float(n), 0
    while size >= 1024 and unit < 4: size /= 1024; unit += 1
    print(f"{size:.1f}{'BKMGT'[unit]}", end=" ")
print(); print("elapsed: {:.3f}s".format(1.23456), "took %.2f seconds" % 0.126, f"{12.3456:6.2f}", f"{7:02d}:{5:02d}", "%02d:%02d:%06.3f" % (1, 2, 3.14159), "{:0>2}".format(5), f"{1e6:.0f} ops", f"{1234567:,} items", "%5.1f%%" % 45.678, f"{'OK' if True else 'FAIL':>6}", "=" * 20, "-" * 5 + ">" , f"{'Result':=^20}", f"{'ID':<4}{'VAL':>6}", "%-10s|%5d|" % ("abc", 42), "%s" * 3 % ("a", "b", "c"), "Value: " + str(3.0), "List: " + ", ".join(map(str, [1, 2])), "a\tb".expandtabs(4), "%r" % ["x"], "%s" % {"a": 1}, "%s, %s" % ("a", ["b"]), "{}, {}".format(*[1, 2]), "{x} {y}".format(**{"x": 1, "y": 2}))
