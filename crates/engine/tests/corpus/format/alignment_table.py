rows = [("apple", 3, 0.5), ("banana", 12, 0.25), ("cherry pie", 100, 12.0)]
print(f"{'name':<12}|{'count':>6}|{'price':>8}"); print("-" * 28)
for name, count, price in rows: print(f"{name:<12}|{count:>6}|{price:>8.2f}")
for name, count, price in rows: print("{:12s}|{:6d}|{:8.2f}".format(name, count, price))
for name, count, price in rows: print("%-12s|%6d|%8.2f" % (name, count, price))
print("=" * 10 + " total ".center(12, "=") + "=" * 6, sum(count * price for _, count, price in rows))
for seconds in (0, 59, 61, 3599, 3661, 86399): print(f"{seconds // 3600:02d}:{seconds % 3600 // 60:02d}:{seconds % 60:02d}", end=" ")
print(); print(f"{'Worker':>10} {0:>3} {'done':<8}{1.23456789:>10.4f}s", f"[{'#' * 5:<10}] {50:>3}%", f"{1536 / 1024:.1f} KB", f"{0.000123:.2e}", f"{98.7654321:6.2f}%", f"{1e9:,.0f} ns", f"{3:>03}", f"{-1.5:+.2f}", f"{1/3:.5f}", f"{2**31:,}", f"{12:>+5}", f"{'ok':.<10}", f"{0.1 + 0.2:.1f}")
