"""Relative URLs on a base; parts put together."""
from urllib.parse import urldefrag, urljoin, urlunparse, urlunsplit

base = 'http://a/b/c/d;p?q'
for r in ['g:h', 'g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g#s', ';x', 'g;x', '', '.', './', '..', '../', '../g', '../..', '../../g', '../../../g', '/./g', '/../g', 'g.', '..g', './../g', './g/.', 'g/./h', 'g/../h', 'http:g']:
    print(r, urljoin(base, r))
print(urljoin('http://x.com/a', 'b'), urljoin('http://x.com', 'b/c'), urldefrag('http://x/y#z'), urlunsplit(('http', 'h', 'p', 'q=1', '')), urlunparse(('', '', 'p', 'x', '', 'f')))
