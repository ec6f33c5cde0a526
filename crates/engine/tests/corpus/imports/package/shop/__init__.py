"""A small shop."""

print("shop begins", __name__)
from .cart import Cart

VERSION = "1.0"
print("shop is there")
