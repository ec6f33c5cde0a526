from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal

cent = Decimal("0.01")
for amount in ("2.675", "2.665", "-2.675", "1.005", "10", "0.014999"):
    value = Decimal(amount)
    print(amount, [str(value.quantize(cent, rounding=mode)) for mode in (ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR)])
price, quantity, rate = Decimal("19.99"), 3, Decimal("0.0825")
subtotal = price * quantity
tax = (subtotal * rate).quantize(cent)
print(subtotal, tax, subtotal + tax, f"{subtotal + tax:,.2f}", f"{Decimal('1234567.891'):,.2f}", f"{Decimal('0.5'):.0%}", f"{Decimal('3.14159'):.3f}")
for spec in ("", ".2f", "10.2f", "<10", "^10.1f", "+.1f", "e", ".3e", "g", ".3g", "010.2f", ",", ".0f", "%", ".1%", ">12,.3f", "E"):
    print(repr(spec), [format(Decimal(text), spec) for text in ("1234.5678", "-0.00012", "0", "5E+7")])
balance = Decimal("100.00")
for change in ("-30.10", "12.35", "-0.05"):
    balance += Decimal(change)
print(balance, "%.2f" % balance, str(balance), "{:.1f}".format(balance), round(balance, 1))
