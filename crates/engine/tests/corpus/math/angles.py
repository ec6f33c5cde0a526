import math

for degrees in range(0, 361, 30):
    x = math.radians(degrees)
    print(degrees, x, math.sin(x), math.cos(x), math.tan(x))
print(math.degrees(1), math.degrees(math.pi), math.atan2(1, -1), math.atan2(0.0, -0.0), math.atan(1), math.asin(0.3), math.acos(0.3))
print(math.sinh(1), math.cosh(1), math.tanh(0.5), math.asinh(2.5), math.acosh(2.5), math.atanh(0.3))
print(math.hypot(3, 4), math.hypot(1, 2, 3), math.hypot(), math.dist((1, 2), (4, 6)), math.dist([1], [2.5]))
print(math.sin(1e6), math.cos(123456.789), math.tan(1.5), math.pi, math.tau, math.e)
for call in (lambda: math.acos(2), lambda: math.sin(math.inf), lambda: math.acosh(0.5), lambda: math.atanh(1), lambda: math.cosh(1000)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
