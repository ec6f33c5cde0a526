import decimal
import threading
from decimal import Context, Decimal, getcontext, localcontext

print(getcontext().prec, getcontext().rounding, Decimal(1) / Decimal(7))
getcontext().prec = 6
print(Decimal(1) / Decimal(7), Decimal("3.1415926535") * 1, Decimal("3.1415926535"), Decimal(2).sqrt(), Decimal(10) ** 7)
with localcontext() as context:
    context.prec = 42
    print(Decimal(1) / Decimal(7), Decimal(2).sqrt())
with localcontext(prec=3, rounding=decimal.ROUND_UP):
    print(Decimal(1) / 3, Decimal("2.001") + 1)
print(getcontext().prec)
context = Context(prec=4, rounding=decimal.ROUND_DOWN)
print(context.create_decimal("3.14159"), context)
getcontext().traps[decimal.DivisionByZero] = False
print(Decimal(1) / 0, getcontext().flags[decimal.DivisionByZero], getcontext().flags[decimal.Inexact])
getcontext().clear_flags()
getcontext().traps[decimal.Inexact] = True
try:
    Decimal(1) / 3
except decimal.Inexact as error:
    print("Inexact", error)
results = {}
threads = [threading.Thread(target=lambda: results.setdefault("thread", str(Decimal(1) / 3)))]
for thread in threads:
    thread.start()
    thread.join()
print(results)
decimal.setcontext(Context(prec=5))
print(Decimal(2) / 3, issubclass(decimal.DivisionByZero, ZeroDivisionError), issubclass(decimal.InvalidOperation, ArithmeticError))
