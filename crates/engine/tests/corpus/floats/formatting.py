for value in (0.0, 1.0, 3.14159265, 1234567.891, 1e-7, 1e100, -2.5):
    print(f"{value:.3f} {value:.1e} {value:g} {value:.3g} {value:10.2f}| {value}")
print(f"{2.5:.0f} {3.5:.0f} {0.5:.0f} {1e6:,.0f} {0.12345:.2%}")
print("%.1f %.3e %g" % (0.05, 123456, 1e-5))
print(f"{5.0:05.1f} {-5.0:06.1f} {5.0:+.1f} {5:.2f} {True:d}")
