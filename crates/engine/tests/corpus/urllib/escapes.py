"""Escapes and queries."""
from urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, unquote_to_bytes, urlencode

print(quote('a b/c?é&'), quote('a b/c', safe=''), quote_plus('a b&c/é'), unquote('a%20b%C3%A9%zz'), unquote_plus('a+b%2B'), quote(b'\xff a'), unquote_to_bytes('a%ff'), unquote('%E4%BD'), unquote('é%41'))
print(urlencode({'a': 1, 'b': 'x y', 'c': 'é'}), urlencode([('a', [1, 2])], doseq=True), urlencode({'a': [1, 2]}), urlencode({'q': 'a/b'}, safe='/', quote_via=quote))
print(parse_qs('a=1&a=2&b=&c=%20x+y'), parse_qsl('a=1&b=&c', keep_blank_values=True), parse_qs(''), parse_qsl('a=1;b=2', separator=';'))
try: parse_qsl('a', strict_parsing=True)
except ValueError as e: print(e)
try: urlencode(3)
except TypeError as e: print(e)
