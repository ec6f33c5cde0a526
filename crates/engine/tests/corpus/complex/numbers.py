z=1+2j
print(z, z.real, z.imag, z.conjugate(), abs(3+4j), z*z, z/2, z**2, z**0.5, z**-1, -z, +z, z==1+2j, z!=1, 1j*1j, complex("1+2j"), complex("3"), complex("-2.5e3j"), complex(" ( 1-1j ) "), complex(1,2), complex(real=1), complex(imag=2), complex(1.5))
print(repr(0j), -0j, 1e100+1e-5j, complex(float("inf"),float("nan")), complex(-0.0,0), 2j, -2j, 1-0j, complex(0,-1))
print(f"{z:.2f}", f"{z:10}|", f"{z:<12.3e}|", f"{z:g}", f"{z:+.1f}", f"{3j:.2f}", f"{1.5+2.25j}", f"{z:^20}|", f"{z:,.1f}", f"{12345.678+2j:,}")
print(hash(1+0j)==hash(1), hash(z), bool(0j), bool(1j), type(z), z+1, 1-z, 2/z, 1.5*z, True+z, sum([1j,2,3.5]), (-8)**(1/3), pow(2j,2), (1+2j).__add__(1))
for f in (lambda: z<1, lambda: z//1, lambda: z%1, lambda: 1j/0, lambda: complex("abc"), lambda: complex("1",2), lambda: complex([]), lambda: int(z), lambda: float(z), lambda: 0j**-1, lambda: f"{z:d}", lambda: f"{z:=5}", lambda: f"{z:05}", lambda: round(z), lambda: divmod(z,1), lambda: complex(1,"2"), lambda: 10**400*1.0, lambda: f"{z:s}"):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print([z, {z: 1}], {1j, 2j} == {2j, 1j}, isinstance(z, complex), complex is type(z), (2j).imag, (3).imag, (3.5).real, True.real, (10).numerator, (10).denominator)
