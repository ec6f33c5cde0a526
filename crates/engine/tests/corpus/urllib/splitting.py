"""URLs in parts."""
from urllib.parse import urlparse, urlsplit

urls = ['http://user:pw@Host.com:8080/a/b;p?q=1&r=2#frag', 'https://x', '//host/path', '/p?q', 'mailto:a@b', 'file:///etc/passwd', 'http://[::1]:80/x', '', 'a:b:c', 'http://h/;p?', 'HTTP://A/B', 'ftp://h/x;type=a', ' http://a b/ ', 'path/only', '?q', '#f', 'http://h:99999/', 'http://h:ab/']
for u in urls:
    p = urlparse(u); s = urlsplit(u)
    print(repr(u), p, tuple(s), p.geturl())
    try: print(p.username, p.password, p.hostname, p.port)
    except ValueError as e: print(e)
