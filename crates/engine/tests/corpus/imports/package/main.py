# a package with modules, a subpackage, relative imports and re-exports
import shop
import shop.pricing.tax as tax
from shop import Cart, pricing
from shop.pricing import discounts
from shop.pricing.tax import rate as tax_rate, with_tax

print("main", __name__, __package__, shop.__name__, shop.__package__)
cart = Cart()
cart.add("pen", 2.5, 4)
cart.add("book", 20.0)
print(cart.total(), with_tax(cart.total()), tax_rate, tax.rate)
print(discounts.apply(100, "half"), pricing.discounts is discounts)
print(shop.pricing.tax is tax, tax.__name__, tax.__package__)
print(shop.VERSION, shop.cart.__name__, sorted(name for name in vars(shop) if not name.startswith("_")))
print([module for module in ("shop", "shop.cart", "shop.pricing.tax", "shop.nothing") if module in __import__("sys").modules])
